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
    Command(
        action="deed('done')", keys="d", title="Done: an action, a talk, an ask; note the value of a sign", label="done"
    ),
    Command(action="deed('remove')", keys="x,delete", title="Close, drop or remove the row", label="close"),
    Command(action="deed('current')", keys="c", title="Make this goal the current one", label="current"),
    Command(action="deed('park')", keys="p", title="Park the goal or focus point", label="park"),
    Command(
        action="deed('reopen')",
        keys="o",
        title="Open again what is done, dropped, parked or closed",
        label="open again",
    ),
    Command(action="shift(1)", keys="J,shift+down", title="Move the row down", label="move"),
    Command(action="shift(-1)", keys="K,shift+up", title="Move the row up"),
    Command(action="details", keys="v", title="View everything about the row, with its earlier wordings", label="view"),
    Command(action="write('next-plan')", keys="w", title="New plan: close this one, begin the next"),
)
_WORDS: Final = (
    Command(action="write('north-star')", keys="", title="Write the north star"),
    Command(action="write('new-goal')", keys="", title="Add a goal"),
    Command(action="write('focus')", keys="", title="Add a focus point"),
    Command(action="add_to('new-action')", keys="", title="Add an action to this focus point"),
    Command(action="add_to('measure')", keys="", title="Add a sign of success to this goal"),
    Command(action="add_to('ask')", keys="", title="Add an ask: what this goal needs from somebody"),
    Command(action="write('principle')", keys="", title="Add a principle"),
    Command(action="write('checkin')", keys="", title="Add a check-in"),
    Command(action="done_on", keys="D", title="Done on another day, with words and proof"),
    Command(action="write('plan')", keys="", title="Change this plan: start, months, hours, talk with your manager"),
    Command(action="write('close-plan')", keys="", title="Close this plan"),
)

_COACH: Final = (
    Command(action="answer", keys="e", title="Answer what the coach asks about the row"),
    Command(action="app.open('coach')", keys="t", title="What the coach asks"),
    Command(action="ideas", keys="i", title="Ideas for inspiration: personal and career"),
)

KEYS: Final = (*_ROW, *_VIEWS, *_COACH, *_WORDS)
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
    Part.PRINCIPLE: {"enter": "edit", "add": "add", "deed('remove')": "remove", "shift(1)": "move", "details": "view"},
    Part.PLAN: {"enter": "edit", "deed('remove')": "close", "write('next-plan')": "next plan", "details": "view"},
    Part.EARLIER_PLAN: {"enter": "read"},
    Part.GOAL: {
        "enter": "edit",
        "add": "add",
        "deed('current')": "make current",
        "deed('park')": "park",
        "deed('remove')": "close",
        "shift(1)": "move",
        "details": "view",
    },
    Part.MEASURE: {
        "enter": "edit",
        "add": "add",
        "deed('done')": "note a value",
        "deed('remove')": "remove",
        "details": "view",
    },
    Part.ASK: {"enter": "edit", "add": "add", "deed('done')": "answer", "deed('remove')": "remove", "details": "view"},
    Part.FOCUS: {
        "enter": "edit",
        "add": "add",
        "deed('reopen')": "open again",
        "deed('park')": "park",
        "deed('remove')": "close",
        "shift(1)": "move",
        "details": "view",
    },
    Part.ACTION: {
        "enter": "edit",
        "add": "add",
        "deed('done')": "done",
        "deed('reopen')": "open again",
        "deed('remove')": "drop",
        "shift(1)": "move",
        "details": "view",
    },
    Part.CHECKIN: {
        "enter": "edit",
        "add": "add",
        "deed('done')": "talked",
        "deed('remove')": "remove",
        "details": "view",
    },
}
"""What the rows of a part offer, in the order of the bottom line, and its name there."""


def offers(row: PlanRow) -> tuple[Command, ...]:
    """What the bottom line shows for a row."""
    if row.is_hint:
        return (replace(_BY_ACTION["add"], label="write it"),)
    labels = _LABELS[row.part]
    return tuple(replace(_BY_ACTION[action], label=label) for action, label in labels.items() if fits(action, row))


def fits(action: str, row: PlanRow) -> bool:
    """Whether an action makes sense for the state a row is in."""
    match action:
        case "deed('current')":
            return not row.is_current
        case "deed('park')":
            return row.state in (GoalStatus.ACTIVE, FocusStatus.ACTIVE)
        case "deed('reopen')":
            return row.state not in (FocusStatus.ACTIVE, ActionStatus.OPEN)
        case "deed('done')":
            return row.state in (None, ActionStatus.OPEN)
        case "deed('remove')":
            return row.state not in _ENDED
        case _:
            return True


def is_offered(action: str, row: PlanRow) -> bool:
    """Whether an action is for rows of this kind, in the state this one is in."""
    return not row.is_hint and action in _LABELS[row.part] and fits(action, row)
