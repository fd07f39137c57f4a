"""A month as a grid of weeks."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from growthtui.dates import FIRST_DAY, LAST_DAY, WEEKDAYS, Week, add_months

_FIRST_COLUMN = {"monday": 0, "sunday": 6}


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks that a month touches, each with its ISO week. A row from Sunday on has the week of its Monday."""

    weekdays: tuple[str, ...]
    rows: tuple[tuple[Week, tuple[date, ...]], ...]


def month_grid(day: date, week_start: str) -> MonthGrid:
    """The month of `day`; `week_start` is `monday` or `sunday`, the first column."""
    first = _FIRST_COLUMN[week_start]
    rows = Calendar(first).monthdatescalendar(day.year, day.month)
    return MonthGrid(
        weekdays=tuple(WEEKDAYS[(first + column) % 7][:2].title() for column in range(7)),
        rows=tuple((Week.of(next(one for one in row if one.weekday() == 0)), tuple(row)) for row in rows),
    )


def days_away(day: date, days: int) -> date:
    """The day so many days on, within those that can be chosen."""
    return min(max(day + timedelta(days=days), FIRST_DAY), LAST_DAY)


def months_away(day: date, months: int) -> date:
    """The same day so many months on, the last of a shorter month, within those that can be chosen."""
    return min(max(add_months(day, months), FIRST_DAY), LAST_DAY)


def distance(day: date, today: date) -> str:
    """How far away a day is: "today", "in 3 weeks and 1 day", "2 days ago"."""
    weeks, days = divmod(abs((day - today).days), 7)
    parts = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in ((weeks, "week"), (days, "day")) if count]
    words = " and ".join(parts)
    return "today" if not words else f"in {words}" if day > today else f"{words} ago"
