"""A form of the plan in which the coach reads along: what it would ask about the words as they stand."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
from textual import on, work
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from growthtui.domain.base import Record, by_id
from growthtui.domain.plan import Action, Focus
from growthtui.domain.snapshot import PlanTree
from growthtui.present.plan import PlanRow
from growthtui.tui.coach_desk import CoachState
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA
from growthtui.tui.screens.coach.beside import Key, at_rows, said
from growthtui.tui.screens.plan.form import Form, PlanForm, Saved, Values
from growthtui.tui.screens.plan.spots import Spot
from growthtui.tui.widgets.block import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

PAUSE: Final = 0.3
"""Seconds without a key before the coach reads."""

_NEW: Final = "new"
_ABOUT_WORDS: Final = (
    *("GP101", "GP205", "GP206", "GP301", "GP303", "GP402", "GP403", "GP404", "GP405"),
    *("GP502", "GP503", "GP603", "GP604", "GP703"),
)
"""Rules that the words in a form can answer."""


class AskingForm(PlanForm):
    """The form of a spot, with one question at most below its first field.

    Args:
        desk: the desk.
        spot: what it is about.
        form: its fields.
        saved: called with the row that was saved.
    """

    def __init__(self, desk: Desk, spot: Spot, form: Form, saved: Callable[[Saved], None] | None = None) -> None:
        super().__init__(desk, form, saved)
        self._spot = spot
        self._question = ""
        self._pause: Timer | None = None

    def fields(self) -> "Iterable[Widget]":
        """The fields, with the place of the question below the first."""
        first, *rest = super().fields()
        yield first
        yield Block(self.desk.glyphs, self._paint_question, id="asks")
        yield from rest

    def on_mount(self) -> None:
        """Read what is there."""
        self.call_after_refresh(self._read)

    @on(TextArea.Changed)
    def _wait_for_a_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._read)

    @work(group="asks", exclusive=True)
    async def _read(self) -> None:
        desk, thought = self.desk, imagine(self.desk, self._spot, self.typed)
        if thought is None:
            return
        question = await asyncio.to_thread(question_about, desk.coach_state, *thought)
        if question != self._question and self.is_attached:
            self._question = question
            self.query_one("#asks", Block).repaint()

    def _paint_question(self, page: Page) -> None:
        if self._question:
            with page.edged() as inner:
                inner.text(self._question, DATA, rows=3)


def question_about(state: CoachState, record: Record, where: str) -> str:
    """What the coach would ask first about a record that is only thought of; "" for nothing. A few milliseconds."""
    from growthtui.journal.findings import imagined, review_of

    review = review_of(imagined(state.snapshot, record), state.today, state.off)
    found = (one for one in review.open if one.where == where and one.rule in _ABOUT_WORDS)
    first = next(found, None)
    return f"{first.message} {first.question}" if first else ""


def questions_with(state: CoachState, record: Record, rows: Sequence[PlanRow]) -> Mapping[Key, str]:
    """What would stand beside the rows with `record` as it is only thought of. A few milliseconds."""
    from growthtui.journal.findings import imagined, review_of
    from growthtui.present.coach import asked

    review = review_of(imagined(state.snapshot, record), state.today, state.off)
    open_ = (item for item in asked(review) if item.finding.state == "open")
    return {key: said(items) for key, items in at_rows(open_, rows).items()}


def imagine(desk: Desk, spot: Spot, values: Values) -> tuple[Record, str] | None:
    """The record as the form would save it, as far as the coach reads it, and where that stands; None for others."""
    tree = desk.snapshot.tree
    if tree is None or spot.name not in _IMAGINED:
        return None
    return _IMAGINED[spot.name](desk, tree, spot, values)


def _action(desk: Desk, tree: PlanTree, spot: Spot, values: Values) -> tuple[Record, str] | None:
    blank = Action(id=_NEW, focus=spot.id, text="")
    old = blank if spot.name == "new-action" else by_id(tree.actions, spot.id)
    if old is None or not values["words"].strip():
        return None
    is_timed, needs = values["due"].strip(), values["needs"].strip()
    new = msgspec.structs.replace(
        old,
        text=values["words"],
        due=desk.today if is_timed else None,
        cadence="1w" if values["every"].strip() else None,
        count=1 if values["count"].strip() else None,
        if_then=values["if_then"],
        needs=(needs,) if needs else (),
        ask_by=desk.today if values["ask_by"].strip() else None,
    )
    return new, new.id


def _focus(_: Desk, tree: PlanTree, spot: Spot, values: Values) -> tuple[Record, str] | None:
    blank = Focus(id=_NEW, plan=tree.plan.id, title="")
    old = by_id(tree.focus, spot.id) if spot.id else blank
    if old is None or not values["title"].strip():
        return None
    texts = {name: values[name] for name in ("title", "supports", "current", "desired", "note")}
    new = msgspec.structs.replace(old, **texts)
    return new, new.id


def _goal(_: Desk, tree: PlanTree, spot: Spot, values: Values) -> tuple[Record, str] | None:
    old = by_id(tree.goals, spot.id)
    if old is None:
        return None
    return msgspec.structs.replace(old, text=values["words"], why=values["why"]), old.id


def _measure(_: Desk, tree: PlanTree, spot: Spot, values: Values) -> tuple[Record, str] | None:
    goal = by_id(tree.goals, spot.id)
    if goal is None or not values["words"].strip():
        return None
    signs = [*goal.measures[: spot.index], values["words"], *goal.measures[spot.index + 1 :]]
    return msgspec.structs.replace(goal, measures=tuple(signs)), f"{goal.id}.measures[{spot.index}]"


def _north_star(_: Desk, tree: PlanTree, __: Spot, values: Values) -> tuple[Record, str] | None:
    return msgspec.structs.replace(tree.plan, north_star=values["words"]), "north_star"


def _principle(_: Desk, tree: PlanTree, spot: Spot, values: Values) -> tuple[Record, str] | None:
    old = by_id(tree.principles, spot.id)
    return (msgspec.structs.replace(old, text=values["words"]), "principles") if old else None


_IMAGINED: Final = {
    "north-star": _north_star,
    "principle": _principle,
    "action": _action,
    "new-action": _action,
    "focus": _focus,
    "goal": _goal,
    "measure": _measure,
}
"""Name of a form to what it would save."""
