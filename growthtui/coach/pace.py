"""The price of a goal in time: so many hours in all, so many a week, so it ends then (domain A26)."""

import math
from datetime import date

import msgspec

from growthtui.dates import HOURS_OF_A_WEEK, days_on
from growthtui.errors import BadInputError

MOST_HOURS = 100_000
_PACES = (0.5, 1, 2)


class Pace(msgspec.Struct, frozen=True):
    """Hours a week, the weeks it takes, and the day it ends."""

    hours: float
    weeks: int
    end: date


def pace(total: float, hours: float, start: date) -> Pace:
    """How long `total` hours take at `hours` a week from `start` on. BadInputError for numbers that make no sense."""
    if not 0 < total <= MOST_HOURS:
        raise BadInputError(f"{total:g} hours in all make no sense; give a number up to {MOST_HOURS}, for example 60.")
    if not 0 < hours <= HOURS_OF_A_WEEK:
        raise BadInputError(f"{hours:g} hours a week make no sense; give a number up to {HOURS_OF_A_WEEK}.")
    weeks = math.ceil(total / hours)
    return Pace(hours, weeks, days_on(start, 7 * weeks))


def paces(total: float, hours: float, start: date) -> tuple[Pace, ...]:
    """The same with half and with double the hours, the slowest first: all three are fair choices. BadInputError."""
    return tuple(pace(total, share * hours, start) for share in _PACES if share * hours <= HOURS_OF_A_WEEK)
