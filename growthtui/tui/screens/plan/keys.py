"""What can be done on the plan, and which of it a row offers in the bottom line."""

from dataclasses import replace
from typing import Final

from growthtui.domain.plan import ActionStatus, FocusStatus, GoalStatus
from growthtui.present.plan import Part, PlanRow
from growthtui.tui.commands import Command

_VIEWS: Final = (
    Command(action="view('north-star')", keys="n", title="North star: earlier wordings, principles, this plan"),
    Command(action="view('goals')", keys="g", title="Goals: current, parked, reached and closed"),
    Command(action="view('focus')", keys="f", title="Focus points with their actions, and check-ins"),
)
_ROW: Final = (
    Command(action="enter", keys="enter", title="Write on the row, or read it in full", label="edit"),
    Command(action="form", keys="m", title="All fields of the row, such as dates and readers", label="more"),
    Command(action="answer", keys="e", title="Answer what the coach asks about the row", label="answer"),
    Command(action="add", keys="a", title="Add something here", label="add"),
    Command(
        action="deed('done')", keys="d", title="Done: an action, a talk, an ask; the value of a sign", label="done"
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
    Command(action="note", keys="r", title="Write below the row: its note, why, plan B", label="note"),
    Command(action="details", keys="v", title="Everything about the row, with its earlier wordings", label="view"),
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
    Command(action="write('plan')", keys="", title="Change this plan: start, months, hours, manager talk"),
    Command(action="write('close-plan')", keys="", title="Close this plan"),
)

_COACH: Final = (
    Command(action="app.open('coach')", keys="t", title="What the coach asks"),
    Command(action="ideas", keys="i", title="Ideas for inspiration: personal and career"),
)

WRITING: Final = (
    Command(
        action="save",
        keys="ctrl+s",
        hint="enter",
        title="While writing on a row: save, as enter does",
        label="save",
        in_palette=False,
        is_priority=True,
    ),
    Command(
        action="leave",
        keys="escape",
        title="While writing on a row: leave; the words are kept",
        label="leave and keep",
        in_palette=False,
        is_priority=True,
    ),
    Command(
        action="new_line",
        keys="ctrl+j",
        title="While writing on a row: begin a new line",
        label="new line",
        in_palette=False,
        is_priority=True,
    ),
    Command(
        action="more",
        keys="tab",
        title="While writing on a row: go on with all its fields",
        label="all fields",
        in_palette=False,
        is_priority=True,
    ),
)
"""What the bottom line shows while a row is written on, and only then is done."""

KEYS: Final = (*_ROW, *WRITING, *_VIEWS, *_COACH, *_WORDS)
"""All of it, in the order of the help."""

_ENDED: Final = (
    GoalStatus.REACHED,
    GoalStatus.CLOSED,
    FocusStatus.CLOSED,
    ActionStatus.DONE,
    ActionStatus.DROPPED,
)
_BY_ACTION: Final = {command.action: command for command in _ROW}
_WRITE: Final = {"enter": "edit", "form": "more", "answer": "answer", "add": "add"}
_REST: Final = {"shift(1)": "move", "note": "note", "details": "view"}
_LABELS: Final[dict[Part, dict[str, str]]] = {
    Part.NORTH_STAR: {**_WRITE, "details": "view"},
    Part.WORDING: {"enter": "read", "add": "add"},
    Part.PRINCIPLE: {**_WRITE, "deed('remove')": "remove", **_REST, "note": "price"},
    Part.PLAN: {
        "enter": "edit",
        "answer": "answer",
        "deed('remove')": "close",
        "write('next-plan')": "next plan",
        "details": "view",
    },
    Part.EARLIER_PLAN: {"enter": "read"},
    Part.GOAL: {
        **_WRITE,
        "deed('current')": "make current",
        "deed('park')": "park",
        "deed('remove')": "close",
        **_REST,
        "note": "why",
    },
    Part.MEASURE: {**_WRITE, "deed('done')": "note a value", "deed('remove')": "remove", **_REST, "note": "seen by"},
    Part.ASK: {**_WRITE, "deed('done')": "they said", "deed('remove')": "remove", **_REST, "note": "plan B"},
    Part.FOCUS: {
        **_WRITE,
        "deed('reopen')": "open again",
        "deed('park')": "park",
        "deed('remove')": "close",
        **_REST,
    },
    Part.ACTION: {
        **_WRITE,
        "deed('done')": "done",
        "deed('reopen')": "open again",
        "deed('remove')": "drop",
        **_REST,
    },
    Part.CHECKIN: {
        "enter": "edit",
        "answer": "answer",
        "add": "add",
        "deed('done')": "talked",
        "deed('remove')": "remove",
        **_REST,
        "note": "support",
    },
}
"""What the rows of a part offer, in the order of the bottom line, and its name there."""


_FIRST: Final = {Part.NORTH_STAR: "write it", Part.PLAN: "begin"}


def offers(row: PlanRow, *, is_asked: bool = False) -> tuple[Command, ...]:
    """What the bottom line shows for a row; `is_asked` when the coach asks about it."""
    if row.is_hint:
        return (replace(_BY_ACTION["add"], label=_FIRST.get(row.part, "add")),)
    labels = _LABELS[row.part].items()
    shown = ((action, label) for action, label in labels if fits(action, row) and (is_asked or action != "answer"))
    return tuple(replace(_BY_ACTION[action], label=label) for action, label in shown)


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
