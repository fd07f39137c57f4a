"""How long it takes: so many hours in all, so many a week, so it ends then. What is chosen goes into the plan."""

from collections.abc import Callable
from typing import Final

from textual import on
from textual.content import Content
from textual.widgets import TextArea

from growthtui.errors import BadInputError
from growthtui.journal.paces import Pace
from growthtui.present.days import day_label
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, MUTED, STRONG
from growthtui.tui.screens.coach.forms import PACE, CoachForm
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Form, Saved, Values, Words
from growthtui.tui.widgets.block import Block

_WORDS: Final = ("slower", "as you say", "faster")


class PaceSheet(CoachForm):
    """Two numbers, and below them the day on which it is done, at half and at double the hours, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _form(desk))

    @on(TextArea.Changed)
    def _work_out(self) -> None:
        self.query_one("#foot", Block).repaint()

    def _paint_foot(self, page: Page) -> None:
        super()._paint_foot(page)
        if not self.query("#field-total"):
            return
        try:
            found = self._paces()
        except BadInputError as error:
            page.gap()
            page.say(str(error), MUTED)
            return
        if found:
            page.gap()
        for words, one in zip(_WORDS, found, strict=False):
            is_own = words == _WORDS[1]
            weeks = "1 week" if one.weeks == 1 else f"{one.weeks} weeks"
            row = f"{words:<11} {one.hours:>5g} h a week  {weeks:>11}   until {day_label(one.end, self.desk.today)}"
            page.add(Content.styled(page.glyphs.say(row), f"{STRONG} {DATA}" if is_own else MUTED))

    def _paces(self) -> tuple[Pace, ...]:
        typed = self.typed
        total, hours = _number(typed, "total", "In all"), _number(typed, "hours", "A week")
        return self.desk.journal.paces.choices(total, hours) if total and hours else ()


def _form(desk: Desk) -> Form:
    tree, paces = desk.snapshot.tree, desk.journal.paces
    hours, chosen = (tree.plan.hours_per_week, tree.plan.pace) if tree else (None, None)
    total = f"{chosen.hours_in_all:g}" if chosen else ""
    fields = (
        Words(name="total", label="In all", value=total, placeholder="hours it takes in all, a guess will do: 60"),
        Words(name="hours", label="A week", value=f"{hours:g}" if hours else "", placeholder="hours a week, really"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        if tree is None:
            raise BadInputError("The hours a week belong to a plan, and there is none yet. 2 shows where it begins.")
        total, hours = _number(values, "total", "In all"), _number(values, "hours", "A week")
        if not total or not hours:
            raise BadInputError("Write both: the hours it takes in all, and the hours you give a week.")
        paces.choices(total, hours)

        def call() -> Saved:
            found = paces.choose(total, hours)
            until = day_label(found.end, desk.today)
            return Saved(desk.glyphs.say(f"{hours:g} hours a week until {until}: it stands in the plan."))

        return call

    return Form(
        place=PACE,
        title="How long it takes",
        fields=fields,
        save=save,
        remarks=("More hours end sooner, fewer keep the evenings free. Either is a fair answer.",),
    )


def _number(values: Values, name: str, label: str) -> float | None:
    """Hours, more than a week holds, too; None while nothing is typed. BadInputError."""
    text = values[name].strip().replace(",", ".")
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise read.FieldError(label, "write a number of hours, for example 3 or 2.5.") from None
