"""What can be done on the plan, and which of it a row offers in the bottom line."""

from collections.abc import Iterable
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

_BY_NAME: Final = {command.action.split("(")[0] if command.keys else command.action: command for command in _ROW}
_ENDED: Final = (GoalStatus.REACHED, GoalStatus.CLOSED)
_OFFERS: Final[dict[Part, str]] = {
    Part.NORTH_STAR: "enter:edit details:earlier add",
    Part.WORDING: "enter:read add",
    Part.PRINCIPLE: "enter:edit add remove:remove shift:move details",
    Part.PLAN: "enter:edit remove:close_plan next_plan:next_plan",
    Part.EARLIER_PLAN: "enter:read",
    Part.GOAL: "enter:edit add remove:close park current reopen shift:move details",
    Part.MEASURE: "enter:edit add done:value remove:remove details",
    Part.ASK: "enter:edit add done:answer remove:remove details",
    Part.FOCUS: "enter:edit add remove:close park reopen shift:move details",
    Part.ACTION: "enter:edit add done remove:drop reopen shift:move details",
    Part.CHECKIN: "enter:edit add done:talked remove:remove details",
}
"""What a row offers, in the order of the bottom line; after the colon its name there."""
