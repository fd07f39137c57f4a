"""The shelf of ideas: two lists for inspiration; one taken becomes an action of a focus point, in your words."""

from collections.abc import Callable
from typing import Final

from textual.content import Content

from growthtui.domain.plan import Focus, FocusStatus, GoalKind
from growthtui.journal.ideas import Idea
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, OWN, STRONG, WARN, wrap
from growthtui.tui.screens.base import GrowthScreen
from growthtui.tui.screens.coach.forms import IDEA, CoachForm
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Form, Pick, Saved, Values, Words
from growthtui.tui.widgets.block import runs

_KEYS: Final = (
    Command(action="take", keys="enter", title="Take the idea into a focus point", label="take"),
    Command(action="turn", keys="tab,left,right", title="The other list", label="the other list"),
    Command(action="app.back", keys="escape", title="Back", label="back", in_palette=False),
)
_TITLES: Final = {
    GoalKind.PERSONAL: "Inspiration for your own growth",
    GoalKind.CAREER: "Inspiration for your career",
}
_INDENT: Final = 2
_LABEL: Final = "For inspiration: not a guide, and not for everybody. Take what fits, in your own words."


class IdeasScreen(GrowthScreen):
    """Both lists, one cursor; what is known about the marked idea stands below it.

    Args:
        desk: the desk.
        kind: the list that the cursor begins in; None is that of the current goal.
        focus: the focus point to offer first.
    """

    PLACE = "plan"
    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk, kind: GoalKind | None = None, focus: str = "") -> None:
        super().__init__(desk)
        self._focus = focus
        self._ideas = tuple((one, idea) for one in GoalKind for idea in desk.journal.ideas.shelf(one))
        self._place = self._first_of(kind or _kind_of_goal(desk))

    def on_mount(self) -> None:
        """Show the list that the cursor is in."""
        self.call_after_refresh(self.keep_cursor_in_sight)

    def paint(self, page: Page) -> None:
        """The label, then the lists."""
        page.say(_LABEL, MUTED)
        for kind, title in _TITLES.items():
            page.gap()
            with page.framed(title, is_focused=self._ideas[self._place][0] is kind) as inner:
                for place, (one, idea) in enumerate(self._ideas):
                    if one is kind:
                        self._paint_idea(inner, place, idea)

    def _paint_idea(self, page: Page, place: int, idea: Idea) -> None:
        is_marked = place == self._place
        if is_marked:
            page.mark()
        room, say = page.prose - _INDENT, page.glyphs.say
        lines = wrap(say(idea.text), room, style=STRONG if is_marked else OWN)
        if is_marked:
            lines += wrap(say(idea.note), room, style=MUTED) if idea.note else []
        lines += wrap(say(f"Mind: {idea.warning}"), room, style=WARN) if idea.warning else []
        for number, line in enumerate(lines):
            sign = page.glyphs.dot if number == 0 else " "
            page.add(runs(Content.styled(f"{sign:<{_INDENT}}", MUTED) + line, f"pick({place})"))

    def action_move(self, step: int) -> None:
        """Mark another idea."""
        self.action_pick(self._place + step)

    def action_pick(self, place: int) -> None:
        """Mark an idea by its place."""
        self._place = min(max(place, 0), len(self._ideas) - 1)
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    def action_turn(self) -> None:
        """Mark the first idea of the other list."""
        is_personal = self._ideas[self._place][0] is GoalKind.PERSONAL
        self.action_pick(self._first_of(GoalKind.CAREER if is_personal else GoalKind.PERSONAL))

    def action_take(self) -> None:
        """Choose the focus point, and the words."""
        if not _points(self.desk):
            self.notify("An idea goes into a focus point, and there is none yet. 2 shows your plan.")
            return
        self.app.push_screen(
            CoachForm(self.desk, _form(self.desk, self._place, self._ideas[self._place][1], self._focus))
        )

    def _first_of(self, kind: GoalKind) -> int:
        return next(place for place, (one, _) in enumerate(self._ideas) if one is kind)


def idea_form(desk: Desk, place: str) -> CoachForm | None:
    """The form of an idea by its place on the shelf; None when there is no such idea, or no focus point."""
    ideas = [idea for kind in GoalKind for idea in desk.journal.ideas.shelf(kind)]
    known = {str(number): idea for number, idea in enumerate(ideas)}
    if place not in known or not _points(desk):
        return None
    return CoachForm(desk, _form(desk, int(place), known[place], ""))


def _form(desk: Desk, place: int, idea: Idea, focus: str) -> Form:
    points, shelf = _points(desk), desk.journal.ideas
    ids = [one.id for one in points]
    answers = tuple((one.id, read.title(str(number), one.title)) for number, one in enumerate(points, start=1))
    fields = (
        Words(name="words", label="You do", value=idea.text, is_long=True),
        Pick(name="focus", label="Focus", value=focus if focus in ids else ids[0], answers=answers),
    )

    def save(values: Values) -> Callable[[], Saved]:
        text = read.needed(values, "words", "You do")

        def call() -> Saved:
            shelf.take(idea, values["focus"], text)
            return Saved("The idea is an action of your plan now.")

        return call

    remarks = tuple(filter(None, (idea.note, f"Mind: {idea.warning}" if idea.warning else "")))
    return Form(place=f"{IDEA}/{place}", title="An idea, as an action", fields=fields, save=save, remarks=remarks)


def _points(desk: Desk) -> tuple[Focus, ...]:
    tree = desk.snapshot.tree
    return tuple(focus for focus in (tree.focus if tree else ()) if focus.status is FocusStatus.ACTIVE)


def _kind_of_goal(desk: Desk) -> GoalKind:
    tree = desk.snapshot.tree
    goal = tree.current_goal if tree else None
    return (goal.kind if goal else None) or GoalKind.PERSONAL
