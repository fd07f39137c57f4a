"""Days in words, from the shortest form that is clear to the whole of it."""

from datetime import date

from growthtui.dates import MONTHS, WEEKDAYS

_SOON_DAYS = 6


def day_label(day: date, today: date) -> str:
    """A day for people: "today", "Thu" within a week, else "1 Feb", with the year when it is another one."""
    away = (day - today).days
    if away == 0:
        return "today"
    if 0 < away <= _SOON_DAYS:
        return WEEKDAYS[day.weekday()][:3].title()
    return date_label(day, today)


def date_label(day: date, today: date) -> str:
    """A day of the calendar for people: "1 Feb", with the year when it is another one."""
    return _short(day) if day.year == today.year else day_and_year(day)


def day_and_year(day: date) -> str:
    """A day for text that is read another year, too: "5 Mar 2026"."""
    return f"{_short(day)} {day.year}"


def day_in_full(day: date) -> str:
    """A day with its weekday: "Tuesday, 15 December 2026"."""
    return f"{WEEKDAYS[day.weekday()].title()}, {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def period(since: date | None, until: date, today: date) -> str:
    """Two days for people: "2 Mar – 5 Jun"."""
    return f"{day_label(since, today)} – {day_label(until, today)}" if since else f"until {day_label(until, today)}"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3].title()}"
