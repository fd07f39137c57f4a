"""What a person types to point at something: an id, the number shown by the list, or the start of an id."""

import re
from collections.abc import Sequence
from typing import TypeVar

from growthtui.domain.base import Record, by_id
from growthtui.domain.plan import Action, Checkin, Focus, Goal, Principle
from growthtui.domain.snapshot import Snapshot
from growthtui.errors import AmbiguousError, NotFoundError

R = TypeVar("R", bound=Record)

SHORTEST_PREFIX = 4
"""So many letters of an id are enough; a shorter number is the one of a list."""

_NUMBER = re.compile(r"([a-z]?)([0-9]{1,4})", re.IGNORECASE)

_LETTERS: dict[type[Record], str] = {Goal: "g", Focus: "f", Action: "a", Principle: "p", Checkin: "c"}
_WORDS: dict[type[Record], str] = {
    Goal: "goal",
    Focus: "focus point",
    Action: "action",
    Principle: "principle",
    Checkin: "check-in",
}


def goal_by_ref(snapshot: Snapshot, ref: str) -> Goal:
    """The goal that `ref` means. NotFoundError, AmbiguousError."""
    return find_record(ref, snapshot.goals, snapshot.tree.goals if snapshot.tree else (), Goal)


def focus_by_ref(snapshot: Snapshot, ref: str) -> Focus:
    """The focus point that `ref` means. NotFoundError, AmbiguousError."""
    return find_record(ref, snapshot.focus, snapshot.tree.focus if snapshot.tree else (), Focus)


def action_by_ref(snapshot: Snapshot, ref: str) -> Action:
    """The action that `ref` means; actions are numbered through the plan. NotFoundError, AmbiguousError."""
    return find_record(ref, snapshot.actions, snapshot.tree.actions if snapshot.tree else (), Action)


def principle_by_ref(snapshot: Snapshot, ref: str) -> Principle:
    """The principle that `ref` means. NotFoundError, AmbiguousError."""
    return find_record(ref, snapshot.principles, snapshot.tree.principles if snapshot.tree else (), Principle)


def checkin_by_ref(snapshot: Snapshot, ref: str) -> Checkin:
    """The check-in that `ref` means. NotFoundError, AmbiguousError."""
    return find_record(ref, snapshot.checkins, snapshot.tree.checkins if snapshot.tree else (), Checkin)


def find_record(ref: str, records: Sequence[R], numbered: Sequence[R], kind: type[R]) -> R:
    """The record of `records` that `ref` means; `numbered` are those of the active plan, in list order."""
    word = _WORDS.get(kind, kind.__name__.lower())
    exact = by_id(records, ref)
    if exact is not None:
        return exact
    number = _NUMBER.fullmatch(ref)
    if number and number[1].lower() in ("", _LETTERS.get(kind, "")) and 0 < int(number[2]) <= len(numbered):
        return numbered[int(number[2]) - 1]
    folded = ref.casefold()
    close = [record for record in records if record.id.casefold().startswith(folded)]
    if len(ref) < SHORTEST_PREFIX or not close:
        raise NotFoundError(word, ref, _hint(word, len(numbered)))
    if len(close) > 1:
        raise AmbiguousError(word, ref, [f"{record.id}  {_text(record)}" for record in close])
    return close[0]


def _hint(word: str, count: int) -> str:
    if not count:
        return f"The active plan has no {word} yet."
    return f"Use a number from 1 to {count}, or the start of an id (at least {SHORTEST_PREFIX} letters)."


def _text(record: Record) -> str:
    return str(getattr(record, "title", "") or getattr(record, "text", ""))
