"""Actions: what will be done for a focus point. One with a cadence stays open and is counted."""

from collections.abc import Sequence
from datetime import date

import msgspec

from growthtui.dates import HOURS_OF_A_WEEK, parse_cadence
from growthtui.domain.base import Visibility
from growthtui.domain.plan import Action, ActionStatus, Doing
from growthtui.domain.snapshot import Snapshot
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import move_to, next_position
from growthtui.journal.refs import action_by_ref, focus_by_ref
from growthtui.journal.wording import kept_versions, optional, required

_EXAMPLE = 'action add "Ask one question in each design meeting" --focus 2 --every 2w'

_MOST_TIMES = 9999


class FutureDoingError(BadInputError):
    """What is done was done today or before."""

    def __init__(self, on: date, today: date) -> None:
        super().__init__(
            f"{on} is in the future: an action can be done up to today, {today}. Leave --on out for today."
        )


class NewAction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for an action. `focus` is a reference; `cadence` is written as `2w`."""

    text: str
    focus: str
    due: date | None = None
    cadence: str | None = None
    count: int | None = None
    if_then: str = ""
    needs: tuple[str, ...] = ()
    ask_by: date | None = None
    hours_per_week: float | None = None
    side_quest: bool = False
    direction: str = ""
    note: str = ""
    visibility: Visibility | None = None


class Actions:
    """Adds, changes, counts and ends the actions of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Action:
        """The action that `ref` means. NotFoundError, AmbiguousError."""
        return action_by_ref(self._ledger.snapshot(), ref)

    def add(self, new: NewAction) -> Action:
        """Add an action to a focus point. BadInputError (text, cadence, count), NotFoundError (focus)."""
        text = required(new.text, "action", _EXAMPLE)
        with self._ledger.transaction("add action", text) as changes:
            snapshot = changes.snapshot()
            focus = focus_by_ref(snapshot, new.focus)
            return changes.create(
                Action(
                    id="",
                    focus=focus.id,
                    text=text,
                    due=new.due,
                    cadence=_cadence(new.cadence),
                    count=_count(new.count),
                    if_then=optional(new.if_then),
                    needs=_names(new.needs),
                    ask_by=new.ask_by,
                    hours_per_week=_hours(new.hours_per_week),
                    side_quest=new.side_quest,
                    direction=optional(new.direction),
                    note=optional(new.note),
                    visibility=new.visibility,
                    position=next_position(snapshot.actions_by_focus.get(focus.id, ())),
                )
            )

    def edit(self, old: Action, new: Action) -> Action:
        """Write the fields that differ; an earlier text is kept with its dates. BadInputError, ClashError."""
        text = required(new.text, "action", _EXAMPLE)
        versions = kept_versions(old, old.versions, old.text, text, self._ledger.clock.now())
        cadence = new.cadence if new.cadence == old.cadence else _cadence(new.cadence)
        wanted = msgspec.structs.replace(
            new,
            text=text,
            versions=versions,
            cadence=cadence,
            count=_count(new.count),
            hours_per_week=_hours(new.hours_per_week),
        )
        with self._ledger.transaction("edit action", text) as changes:
            return changes.save(old, wanted)

    def done(self, action: Action, on: date | None = None, text: str = "", evidence: tuple[str, ...] = ()) -> Action:
        """Say that an action was done on a day, today by default.

        One with a cadence gets one more doing and stays open. Another one is done, with a doing when there is a text
        or evidence to keep. FutureDoingError.
        """
        today = self._ledger.clock.today()
        day = on or today
        if day > today:
            raise FutureDoingError(day, today)
        doing = Doing(on=day, text=optional(text), evidence=_names(evidence))
        doings = (*action.doings, doing) if action.cadence or doing.text or doing.evidence else action.doings
        wanted = msgspec.structs.replace(action, doings=doings)
        if not action.cadence:
            wanted = msgspec.structs.replace(wanted, status=ActionStatus.DONE, done_on=day, status_given="")
        with self._ledger.transaction("do action", action.text) as changes:
            return changes.save(action, wanted)

    def finish(self, action: Action, reason: str = "") -> Action:
        """End an action with a cadence as done: its last turn is over."""
        today = self._ledger.clock.today()
        return self._set_status("finish action", action, ActionStatus.DONE, reason, today)

    def drop(self, action: Action, reason: str = "") -> Action:
        """Give an action up, with the reason."""
        return self._set_status("drop action", action, ActionStatus.DROPPED, reason, None)

    def reopen(self, action: Action) -> Action:
        """Make a done or dropped action open again."""
        return self._set_status("reopen action", action, ActionStatus.OPEN, "", None)

    def move(self, action: Action, place: int, focus: str | None = None) -> Action:
        """Put an action at a place of its focus point's list, 1 is the first, or into the list of another one."""
        with self._ledger.transaction("move action", action.text) as changes:
            snapshot = changes.snapshot()
            target = focus_by_ref(snapshot, focus).id if focus else action.focus
            moved = changes.save(action, msgspec.structs.replace(action, focus=target))
            move_to(changes, _siblings(changes.snapshot(), moved), moved, place)
        return self.find(action.id)

    def _set_status(self, label: str, action: Action, status: ActionStatus, reason: str, on: date | None) -> Action:
        wanted = msgspec.structs.replace(action, status=status, reason=optional(reason), done_on=on, status_given="")
        with self._ledger.transaction(label, action.text) as changes:
            return changes.save(action, wanted)


def _siblings(snapshot: Snapshot, action: Action) -> Sequence[Action]:
    return snapshot.actions_by_focus.get(action.focus, ())


def _cadence(text: str | None) -> str | None:
    return str(parse_cadence(text)) if text else None


def _count(count: int | None) -> int | None:
    if count is not None and not 1 <= count <= _MOST_TIMES:
        raise BadInputError(f"An action cannot be done {count} times; use 1 to {_MOST_TIMES}, or leave the count out.")
    return count


def _hours(hours: float | None) -> float | None:
    if hours is not None and not 0 < hours <= HOURS_OF_A_WEEK:
        raise BadInputError(f"{hours} hours a week are not possible; use more than 0, up to {HOURS_OF_A_WEEK}.")
    return hours


def _names(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words for text in texts if (words := optional(text)))
