"""What can be done on the plan, and which of it a row offers in the bottom line."""

from dataclasses import replace
from typing import Final

from growthtui.domain.plan import ActionStatus, FocusStatus, GoalStatus
from growthtui.present.plan import Part, PlanRow
from growthtui.tui.commands import Command

_VIEWS: Final = (
    Command(action="view('north-star')", keys="n", title="North star: its earlier wordings, principles, this plan"),
    Command(action="view('goals')", keys="g", title="Goals: current, parked, reached and closed"),
    Command(action="view('focus')", keys="f", title="Focus points with their actions, and check-ins"),
)
_ROW: Final = (
    Command(action="enter", keys="enter", title="Open the row: edit it, or read it in full", label="edit"),
    Command(action="add", keys="a", title="Add something here", label="add"),
    Command(action="done", keys="d", title="Done: an action, a talk, an ask; note the value of a sign", label="done"),
    Command(action="remove", keys="x,delete", title="Close, drop or remove the row", label="close"),
    Command(action="current", keys="c", title="Make this goal the current one", label="current"),
    Command(action="park", keys="p", title="Park the goal or focus point", label="park"),
    Command(action="reopen", keys="o", title="Open again what is done, dropped, parked or closed", label="open again"),
    Command(action="shift(1)", keys="J,shift+down", title="Move the row down", label="move"),
    Command(action="shift(-1)", keys="K,shift+up", title="Move the row up"),
    Command(action="details", keys="v", title="View everything about the row, with its earlier wordings", label="view"),
    Command(action="next_plan", keys="w", title="New plan: close this one, begin the next"),
)
_WORDS: Final = (
    Command(action="write('north-star','new')", keys="", title="Write the north star"),
    Command(action="write('goal','new')", keys="", title="Add a goal"),
    Command(action="write('focus','new')", keys="", title="Add a focus point"),
    Command(action="add_to('action')", keys="", title="Add an action to this focus point"),
    Command(action="add_to('measure')", keys="", title="Add a sign of success to this goal"),
    Command(action="add_to('ask')", keys="", title="Add an ask: what this goal needs from somebody"),
    Command(action="write('principle','new')", keys="", title="Add a principle"),
    Command(action="write('checkin','new')", keys="", title="Add a check-in"),
    Command(action="write('plan','edit')", keys="", title="Change this plan: start, months, hours"),
    Command(action="write('plan','close')", keys="", title="Close this plan"),
)

KEYS: Final = (*_ROW, *_VIEWS, *_WORDS)
"""All of it, in the order of the help."""

_ENDED: Final = (
    GoalStatus.REACHED,
    GoalStatus.CLOSED,
    FocusStatus.CLOSED,
    ActionStatus.DONE,
    ActionStatus.DROPPED,
)
_BY_ACTION: Final = {command.action: command for command in _ROW}
_LABELS: Final[dict[Part, dict[str, str]]] = {
    Part.NORTH_STAR: {"enter": "edit", "add": "add", "details": "view"},
    Part.WORDING: {"enter": "read", "add": "add"},
    Part.PRINCIPLE: {"enter": "edit", "add": "add", "remove": "remove", "shift(1)": "move", "details": "view"},
    Part.PLAN: {"enter": "edit", "remove": "close", "next_plan": "next plan", "details": "view"},
    Part.EARLIER_PLAN: {"enter": "read"},
    Part.GOAL: {
        "enter": "edit",
        "add": "add",
        "current": "make current",
        "park": "park",
        "remove": "close",
        "shift(1)": "move",
        "details": "view",
    },
    Part.MEASURE: {"enter": "edit", "add": "add", "done": "note a value", "remove": "remove", "details": "view"},
    Part.ASK: {"enter": "edit", "add": "add", "done": "answer", "remove": "remove", "details": "view"},
    Part.FOCUS: {
        "enter": "edit",
        "add": "add",
        "reopen": "open again",
        "park": "park",
        "remove": "close",
        "shift(1)": "move",
        "details": "view",
    },
    Part.ACTION: {
        "enter": "edit",
        "add": "add",
        "done": "done",
        "reopen": "open again",
        "remove": "drop",
        "shift(1)": "move",
        "details": "view",
    },
    Part.CHECKIN: {"enter": "edit", "add": "add", "done": "talked", "remove": "remove", "details": "view"},
}
"""What the rows of a part offer, in the order of the bottom line, and its name there."""


def offers(row: PlanRow | None) -> tuple[Command, ...]:
    """What the bottom line shows for a row."""
    if row is None:
        return ()
    if row.is_hint:
        return (replace(_BY_ACTION["add"], label="write it"),)
    labels = _LABELS[row.part]
    return tuple(replace(_BY_ACTION[action], label=label) for action, label in labels.items() if fits(action, row))


def fits(action: str, row: PlanRow) -> bool:
    """Whether an action makes sense for the state a row is in."""
    match action:
        case "current":
            return not row.is_current
        case "park":
            return row.state in (GoalStatus.ACTIVE, FocusStatus.ACTIVE)
        case "reopen":
            return row.state not in (FocusStatus.ACTIVE, ActionStatus.OPEN)
        case "done":
            return row.state in (None, ActionStatus.OPEN)
        case "remove":
            return row.state not in _ENDED
        case _:
            return True
