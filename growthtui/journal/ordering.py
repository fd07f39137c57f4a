"""The order a person gives to the parts of a plan: a `position` in each record, 0, 1, 2 … in the end.

Signs and asks have none: they stand in their goal, in order.
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from growthtui.domain.plan import Action, Checkin, Focus, Goal, Principle
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Changes

P = TypeVar("P", Goal, Focus, Action, Principle, Checkin)
T = TypeVar("T")


def next_position(siblings: Sequence[P]) -> int:
    """The position behind all of `siblings`."""
    return max((record.position for record in siblings), default=-1) + 1


def move_to(changes: Changes, siblings: Sequence[P], record: P, place: int) -> None:
    """Put `record` at `place` (1 is the first) among `siblings`, which are in order. BadInputError off the list."""
    others = [sibling for sibling in siblings if sibling.id != record.id]
    for position, sibling in enumerate(inserted(others, record, place)):
        changes.save(sibling, msgspec.structs.replace(sibling, position=position))


def inserted(others: Sequence[T], item: T, place: int) -> tuple[T, ...]:
    """`others` with `item` at `place` (1 is the first). BadInputError off the list."""
    last = len(others) + 1
    if not 1 <= place <= last:
        raise BadInputError(f"There is no place {place} in this list; use a number from 1 to {last}.")
    return (*others[: place - 1], item, *others[place - 1 :])
