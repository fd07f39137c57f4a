"""Measures of the goals: the signs of success, each with the values read so far."""

from datetime import date

import msgspec

from growthtui.domain.plan import Goal, Measure, Reading
from growthtui.errors import AmbiguousError, BadInputError, NotFoundError
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import inserted
from growthtui.journal.wording import required

_EXAMPLE = "measure set 1 7.8"
_LARGEST = 2**53
"""Beyond it a JSON number is not exact everywhere; the text is."""


class GoalMeasure(msgspec.Struct, frozen=True):
    """One measure with its place: `number` counts through the active plan, `index` inside the goal."""

    number: int
    goal: Goal
    index: int
    measure: Measure


class Measures:
    """Lists and orders the measures of the active plan and notes values."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def list(self) -> tuple[GoalMeasure, ...]:
        """All measures of the active plan, in the order of its goals."""
        tree = self._ledger.snapshot().tree
        places = [(goal, index, sign) for goal in (tree.goals if tree else ()) for index, sign in enumerate(goal.signs)]
        return tuple(
            GoalMeasure(number, goal, index, sign) for number, (goal, index, sign) in enumerate(places, start=1)
        )

    def find(self, ref: str) -> GoalMeasure:
        """The measure with this number (`2`, `m2`), or whose text begins so. NotFoundError, AmbiguousError."""
        known = self.list()
        digits = ref.strip().casefold().removeprefix("m")
        if digits.isascii() and digits.isdecimal() and 0 < int(digits) <= len(known):
            return known[int(digits) - 1]
        close = [item for item in known if item.measure.text.casefold().startswith(ref.strip().casefold() or "\0")]
        if not close:
            hint = f"Use a number from 1 to {len(known)}." if known else "The goals of the active plan have none yet."
            raise NotFoundError("measure", ref, hint)
        if len(close) > 1:
            raise AmbiguousError("measure", ref, [f"m{item.number}  {item.measure.text}" for item in close])
        return close[0]

    def set(self, place: GoalMeasure, value: str, on: date | None = None) -> Goal:
        """Note the value of a measure on a day, today by default; a second one of that day replaces the first.

        Returns the goal. BadInputError, ClashError.
        """
        words = required(value, "value", _EXAMPLE)
        today = self._ledger.clock.today()
        day = on or today
        if day > today:
            raise BadInputError(f"{day} is in the future: a value is read today, {today}, or before.")
        others = (reading for reading in place.measure.readings if reading.on != day)
        readings = sorted((*others, Reading(on=day, value=as_number(words))), key=lambda reading: reading.on)
        measure = msgspec.structs.replace(place.measure, readings=tuple(readings))
        signs = list(place.goal.measures)
        signs[place.index] = measure
        with self._ledger.transaction("set measure", place.measure.text) as changes:
            return changes.save(place.goal, msgspec.structs.replace(place.goal, measures=tuple(signs)))

    def move(self, measure: GoalMeasure, place: int) -> Goal:
        """Put a measure at a place among those of its goal, 1 is the first. BadInputError, ClashError."""
        goal, at = measure.goal, measure.index
        signs = inserted((*goal.measures[:at], *goal.measures[at + 1 :]), goal.measures[at], place)
        with self._ledger.transaction("move measure", measure.measure.text) as changes:
            return changes.save(goal, msgspec.structs.replace(goal, measures=signs))


def as_number(text: str) -> int | float | str:
    """A number if `text` is one that a person writes ("12", "-1.5"), else the text."""
    try:
        number = float(text) if "." in text else int(text)
    except ValueError:
        return text
    is_plain = text.isascii() and text.strip("+-").replace(".", "", 1).isdecimal()
    return number if is_plain and abs(number) <= _LARGEST else text
