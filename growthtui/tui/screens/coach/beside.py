"""The questions of the coach at the rows of the plan that they are about."""

from collections.abc import Iterable, Mapping
from typing import Final

from growthtui.present.coach import Asked, Place, PlaceKind
from growthtui.present.plan import Note, Part, PlanRow

Key = tuple[Part, str, int]

_PARTS: Final = {
    PlaceKind.GOAL: Part.GOAL,
    PlaceKind.SIGN: Part.MEASURE,
    PlaceKind.FOCUS: Part.FOCUS,
    PlaceKind.ACTION: Part.ACTION,
    PlaceKind.NORTH_STAR: Part.NORTH_STAR,
    PlaceKind.GOALS: Part.GOAL,
    PlaceKind.POINTS: Part.FOCUS,
    PlaceKind.PLAN: Part.PLAN,
    PlaceKind.PRINCIPLES: Part.PRINCIPLE,
    PlaceKind.CHECKINS: Part.CHECKIN,
}
_EXACT: Final = (PlaceKind.GOAL, PlaceKind.SIGN, PlaceKind.FOCUS, PlaceKind.ACTION)
"""Places that are one record; the others stand for all rows of their part, and are shown at the first."""


def part_of(place: Place) -> Part:
    """The part of the plan that a place is in. KeyError for a next step: that is in a week."""
    return _PARTS[place.kind]


def at_rows(items: Iterable[Asked], rows: Iterable[PlanRow]) -> Mapping[Key, tuple[Asked, ...]]:
    """By the key of its row what is asked about it, the gravest first; rows without a question are left out."""
    listed = tuple(rows)
    found: dict[Key, tuple[Asked, ...]] = {}
    for item in items:
        row = _row_of(item.place, listed)
        if row is not None:
            found[row.key] = (*found.get(row.key, ()), item)
    return found


def said(items: Iterable[Asked]) -> str:
    """What stands beside a row: the gravest question, and how many more there are."""
    first, *rest = items
    more = f" (+{len(rest)})" if rest else ""
    return f"{first.finding.question}{more}"


def notes(items: Iterable[Asked]) -> tuple[Note, ...]:
    """The same in full, for what is said about a row."""
    return tuple(Note("the coach asks", f"{item.finding.message} {item.finding.question}") for item in items)


def _row_of(place: Place, rows: tuple[PlanRow, ...]) -> PlanRow | None:
    if place.kind is PlaceKind.STEP:
        return None
    part = part_of(place)
    if place.kind in _EXACT:
        return next((row for row in rows if row.key == (part, place.record, place.index)), None)
    return next((row for row in rows if row.part is part), None)
