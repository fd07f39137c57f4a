"""The order a person gives to the parts of a plan: a `position` in each record, 0, 1, 2 … in the end."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from growthtui.domain.plan import Action, Checkin, Focus, Goal, Principle
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Changes

P = TypeVar("P", Goal, Focus, Action, Principle, Checkin)


def next_position(siblings: Sequence[P]) -> int:
    """The position behind all of `siblings`."""
    return max((record.position for record in siblings), default=-1) + 1


def move_to(changes: Changes, siblings: Sequence[P], record: P, place: int) -> None:
    """Put `record` at `place` (1 is the first) among `siblings`, which are in order. BadInputError off the list."""
    if not 1 <= place <= len(siblings):
        raise BadInputError(f"There is no place {place} in this list; use a number from 1 to {len(siblings)}.")
    wanted = [sibling for sibling in siblings if sibling.id != record.id]
    wanted.insert(place - 1, record)
    for position, sibling in enumerate(wanted):
        changes.save(sibling, msgspec.structs.replace(sibling, position=position))
