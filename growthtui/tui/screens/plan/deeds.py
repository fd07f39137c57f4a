"""What the keys do to a row: the form they open, or the change they make at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import msgspec

from growthtui.domain.base import by_id
from growthtui.domain.plan import Checkin, Focus, Goal, Principle
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.asks import Ask
from growthtui.journal.journal import Journal
from growthtui.journal.measures import GoalMeasure
from growthtui.present.plan import Part, PlanRow
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.spots import Spot

Deed = Callable[[], object]

_EDITS: Final = {
    Part.NORTH_STAR: "north-star",
    Part.PRINCIPLE: "principle",
    Part.PLAN: "plan",
    Part.GOAL: "goal",
    Part.MEASURE: "measure",
    Part.ASK: "ask",
    Part.FOCUS: "focus",
    Part.ACTION: "action",
    Part.CHECKIN: "checkin",
}
_SAID: Final = {
    "done": "Done. u takes it back.",
    "reopen": "It is open again.",
    "current": "This is the current goal now.",
    "remove": "Removed. u takes it back.",
}
_ENDS: Final = {
    Part.GOAL: "close-goal",
    Part.FOCUS: "close-focus",
    Part.ACTION: "drop-action",
    Part.PLAN: "close-plan",
}
_PARKS: Final = {Part.GOAL: "park-goal", Part.FOCUS: "park-focus"}
_COMES_OF: Final = {Part.MEASURE: "value", Part.ASK: "answer", Part.CHECKIN: "talked"}
_ADDS: Final = {
    Part.NORTH_STAR: "north-star",
    Part.PLAN: "next-plan",
    Part.GOAL: "new-goal",
    Part.FOCUS: "focus",
    Part.CHECKIN: "checkin",
}
"""What a row without anything yet calls for; the others call for a principle."""

_ADDS_MORE: Final = {Part.CHECKIN: "checkin"}
_FORMS: Final = {"form": _EDITS, "remove": _ENDS, "park": _PARKS, "done": _COMES_OF}


def form_for(action: str, row: PlanRow) -> Spot | None:
    """The form that an action opens for a row; None when it opens none."""
    name = _FORMS.get(action, {}).get(row.part)
    return Spot(name, row.id, row.index) if name else None


def additions(desk: Desk, row: PlanRow) -> Sequence[tuple[str, Spot]]:
    """What can be added at a row, the nearest first: its name, and its form."""
    if row.part is Part.GOAL and not row.is_hint:
        return (
            ("A sign of success for this goal", new_in_goal(desk, "measure", row.id)),
            ("An ask: what this goal needs from somebody", new_in_goal(desk, "ask", row.id)),
            ("Another goal", Spot("new-goal")),
        )
    if row.part is Part.FOCUS and not row.is_hint:
        return (("An action for this focus point", Spot("new-action", row.id)), ("Another focus point", Spot("focus")))
    if row.part in (Part.MEASURE, Part.ASK):
        return (("One more", new_in_goal(desk, row.part.value, row.id)),)
    if row.part is Part.ACTION:
        return (("An action", Spot("new-action", row.owner)),)
    return (("", Spot(_ADDS.get(row.part, "principle") if row.is_hint else _ADDS_MORE.get(row.part, "principle"))),)


def new_in_goal(desk: Desk, name: str, goal: str) -> Spot:
    """The form of a new sign or ask of a goal: its place is behind the last one."""
    found = by_id(desk.snapshot.goals, goal)
    held: Sequence[object] = () if found is None else found.measures if name == "measure" else found.dependencies
    return Spot(name, goal, len(held))


def at_once(action: str, desk: Desk, row: PlanRow) -> tuple[Deed, str] | None:
    """The change that an action makes without a form, and the words for it."""
    snapshot, journal = desk.snapshot, desk.journal
    change: Deed | None = None
    match action, row.part:
        case "done", Part.ACTION if done := by_id(snapshot.actions, row.id):
            change = partial(journal.actions.done, done)
        case "reopen", Part.ACTION if ended := by_id(snapshot.actions, row.id):
            change = partial(journal.actions.reopen, ended)
        case "reopen", Part.FOCUS if focus := by_id(snapshot.focus, row.id):
            change = partial(journal.focus.reopen, focus)
        case "current", Part.GOAL if goal := by_id(snapshot.goals, row.id):
            change = partial(journal.goals.make_current, goal)
        case "remove", Part.PRINCIPLE if principle := by_id(snapshot.principles, row.id):
            change = partial(journal.principles.remove, principle)
        case "remove", Part.CHECKIN if checkin := by_id(snapshot.checkins, row.id):
            change = partial(journal.checkins.remove, checkin)
        case "remove", Part.MEASURE | Part.ASK if goal := by_id(snapshot.goals, row.id):
            change = partial(journal.goals.edit, goal, _without(goal, row))
    return (change, _SAID[action]) if change else None


def moved(desk: Desk, rows: Sequence[PlanRow], row: PlanRow, step: int) -> tuple[Deed, int] | None:
    """The change that moves a row past its neighbour, and its index afterwards; None at the end of its list."""
    likes = [other for other in rows if not other.is_hint and _kind(other) == _kind(row)]
    at = likes.index(row) + step if row in likes else -1
    if not 0 <= at < len(likes):
        return None
    change = _move(desk.journal, desk.snapshot, row, likes[at])
    return (change, likes[at].index) if change else None


def _kind(row: PlanRow) -> tuple[object, ...]:
    """Rows that stand in one list have the same."""
    goal = row.id if row.part in (Part.MEASURE, Part.ASK) else ""
    state = row.state if row.part is Part.GOAL else None
    over = row.is_over if row.part is Part.FOCUS else None
    return (row.part, row.owner, goal, row.is_current, state, over)


def _move(journal: Journal, snapshot: Snapshot, row: PlanRow, neighbour: PlanRow) -> Deed | None:
    change: Deed | None = None
    place = neighbour.index + 1
    match row.part:
        case Part.GOAL if goal := by_id(snapshot.goals, row.id):
            change = partial(journal.goals.move, goal, _place(snapshot.goals, goal.plan, neighbour))
        case Part.FOCUS if focus := by_id(snapshot.focus, row.id):
            change = partial(journal.focus.move, focus, _place(snapshot.focus, focus.plan, neighbour))
        case Part.ACTION if action := by_id(snapshot.actions, row.id):
            actions = [other.id for other in snapshot.actions_by_focus.get(action.focus, ())]
            change = partial(journal.actions.move, action, actions.index(neighbour.id) + 1)
        case Part.PRINCIPLE if principle := by_id(snapshot.principles, row.id):
            change = partial(journal.principles.move, principle, _place(snapshot.principles, principle.plan, neighbour))
        case Part.CHECKIN if checkin := by_id(snapshot.checkins, row.id):
            change = partial(journal.checkins.move, checkin, _place(snapshot.checkins, checkin.plan, neighbour))
        case Part.MEASURE if goal := by_id(snapshot.goals, row.id):
            change = partial(journal.measures.move, GoalMeasure(0, goal, row.index, goal.signs[row.index]), place)
        case Part.ASK if goal := by_id(snapshot.goals, row.id):
            change = partial(journal.asks.move, Ask(0, goal, row.index, goal.dependencies[row.index]), place)
    return change


def _place(records: Sequence[Goal | Focus | Principle | Checkin], plan: str, neighbour: PlanRow) -> int:
    """The place of a neighbour in its list, as the journal counts: 1 is the first."""
    return [record.id for record in records if record.plan == plan].index(neighbour.id) + 1


def _without(goal: Goal, row: PlanRow) -> Goal:
    """The goal without the sign or the ask of a row."""
    signs, asks, at = goal.measures, goal.dependencies, row.index
    if row.part is Part.MEASURE:
        return msgspec.structs.replace(goal, measures=(*signs[:at], *signs[at + 1 :]))
    return msgspec.structs.replace(goal, dependencies=(*asks[:at], *asks[at + 1 :]))
