"""Calendar words: ISO weeks, dates as people type them, cadences and horizons. `today` always comes in as a value.

Nothing here guesses: what has two readings, or none, is refused with examples. python-dateutil does the arithmetic
and is imported where it is needed, because a logged line needs none of it.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NoReturn

import msgspec

from growthtui.errors import BadInputError

Prefer = Literal["future", "past"]
"""Where a day without a year lies: due dates look ahead, a log looks back. Today counts for both."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS_OF_A_WEEK = 7 * 24
FIRST_DAY, LAST_DAY = date(1971, 1, 1), date(2999, 12, 31)
"""The days that today can be: record ids count from 1970."""
NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
CALENDAR_DAY = (
    r"(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    rf"|(?:(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH})|(?P<month_first>{_MONTH}) (?P<day_last>{_DAY})"
    rf"|(?:the )?(?P<end>end) of (?P<month_end>{_MONTH}))(?:,? (?P<year>[0-9]{{4}}))?)(?![\w-])"
).replace(" ", r"\s+")
"""Regular expression (lower case) for a day of the calendar: ISO, `31 march`, `march 31st, 2027`, `end of june`."""

_AMOUNT = rf"(?P<amount>[0-9]{{1,4}}|an?|{'|'.join(NUMBER_WORDS)}) (?P<unit>day|week|month|year)s?"
_DAY_NAME = "mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_WEEKDAY = f"(?:(?P<which>last|next|this|on) )?(?P<name>{_DAY_NAME})"
_LEAP_GAP = 9  # 29 February is at most eight years away
_SHOWN = 40
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DATE_EXAMPLES = "2026-11-23, today, last friday, in 6 months, 2 weeks ago, 31 march or end of june"
_DAYS = {"day": 1, "week": 7}
_NAMED_WEEKS = {"last": -1, "this": 0, "next": 1}


class Week(msgspec.Struct, frozen=True, order=True):
    """An ISO week; weeks are ordered, and `later - earlier` is their distance in weeks."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Read "2026-W48"; a week that the calendar does not have is a BadInputError."""
        return _week_from_text(text)

    @classmethod
    def named(cls, name: str) -> "Week | None":
        """The week that a record names; None when no calendar has it, so that one wrong record hides no other."""
        try:
            return _week_from_text(name)
        except BadInputError:
            return None

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that `day` lies in; around New Year its year is not always the year of the day."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """The last day (the calendar itself ends on 9999-12-31, a Friday)."""
        return date.fromordinal(min(self.monday.toordinal() + 6, date.max.toordinal()))

    @property
    def label(self) -> str:
        """The days for people: "23–29 Nov", "30 Nov – 6 Dec"."""
        first, last = self.monday, self.sunday
        if first.month == last.month:
            return f"{first.day}–{last.day} {_short(last)}"
        return f"{first.day} {_short(first)} – {last.day} {_short(last)}"

    def shift(self, weeks: int) -> "Week":
        """The week that many weeks later, or earlier when negative; off the calendar is a BadInputError."""
        try:
            return Week.of(self.monday + timedelta(weeks=weeks))
        except OverflowError as error:
            raise BadInputError(f"{weeks} weeks from {self} is beyond the calendar; use a smaller number.") from error

    def __sub__(self, other: "Week") -> int:
        return (self.monday - other.monday).days // 7

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


@lru_cache(maxsize=2048)
def _week_from_text(text: str) -> Week:
    match = re.fullmatch("([0-9]{4})-[Ww]([0-9]{2})", text.strip())
    if not match or match[1] == "0000":
        _refuse(text, "is not an ISO week", "2026-W48")
    year, number = int(match[1]), int(match[2])
    last = date(year, 12, 28).isocalendar().week
    if not 1 <= number <= last:
        _refuse(text, f"does not exist, {match[1]} has the weeks W01 to W{last}", f"{match[1]}-W{last}")
    return Week(year, number)


class Cadence(msgspec.Struct, frozen=True):
    """A rhythm such as "2w"; its turns are counted from a start date, never from the turn before."""

    every: int
    unit: str
    """`d`, `w` or `m`."""

    @property
    def label(self) -> str:
        """The rhythm for people: "every 2 weeks", "every month"."""
        unit = {"d": "day", "w": "week", "m": "month"}[self.unit]
        return f"every {unit}" if self.every == 1 else f"every {self.every} {unit}s"

    def nth(self, start: date, turn: int) -> date:
        """The day of one turn, the last of the calendar if it would lie beyond; turn 0 is `start` itself."""
        return horizon_end(start, turn * self.every) if self.unit == "m" else days_on(start, turn * self._days)

    @property
    def _days(self) -> int:
        return self.every * (7 if self.unit == "w" else 1)

    def __str__(self) -> str:
        return f"{self.every}{self.unit}"


def parse_cadence(text: str) -> Cadence:
    """Read `<n>d`, `<n>w` or `<n>m` with n from 1 to 999; anything else is a BadInputError."""
    match = re.fullmatch("([1-9][0-9]{0,2})([dwm])", text.strip().lower())
    if not match:
        _refuse(text, "is not a cadence", "3d, 1w, 2w or 1m")
    return Cadence(int(match[1]), match[2])


def add_months(start: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month; count from the start, never in a chain."""
    from dateutil.relativedelta import relativedelta

    return start + relativedelta(months=months)


def horizon_end(start: date, months: int) -> date:
    """The day on which a plan of that many months, begun on `start`, is over, or the last one of the calendar."""
    try:
        return add_months(start, months)
    except (OverflowError, ValueError):
        return date.max


def days_on(start: date, days: int) -> date:
    """The day that many days later, or the last one of the calendar: a date from a file may be any."""
    return date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))


def local_day(moment: datetime) -> date:
    """The day of a moment where the person is; its own day where the calendar ends in between."""
    try:
        return moment.astimezone().date()
    except OverflowError:
        return moment.date()


def parse_date(text: str, today: date, *, prefer: Prefer = "future") -> date:
    """Read a date as people type it (interface section 1).

    Args:
        text: ISO, `today`, `last friday`, `in 6 months`, `2 weeks ago`, `31 march`, `end of june` and their like.
        today: the date they count from.
        prefer: where a weekday or a day without a year is looked for first.

    Raises:
        BadInputError: the text has no reading, or more than one.
    """
    words = " ".join(text.casefold().split())
    try:
        day = (
            _from_calendar(words, today, prefer) or _from_weekday(words, today, prefer) or _from_distance(words, today)
        )
    except (OverflowError, ValueError):
        day = None
    if day is None:
        _refuse(text, "is not a date that can be read, or not one of the calendar", _DATE_EXAMPLES)
    return day


def parse_week(text: str, today: date) -> Week:
    """Read `2026-W48`, `this`, `last`, `next`, or any date, which stands for its week; else a BadInputError."""
    words = " ".join(text.casefold().split())
    if (named := words.removesuffix(" week")) in _NAMED_WEEKS:
        return Week.of(today).shift(_NAMED_WEEKS[named])
    if re.match("[0-9]{4}-?w", words):
        return Week.parse(words)
    try:
        return Week.of(parse_date(text, today, prefer="past"))
    except BadInputError:
        _refuse(text, "is not a week or a date that can be read", "2026-W48, this, last, 2 weeks ago or 2026-11-23")


def calendar_day(match: re.Match[str], today: date, prefer: Prefer = "future") -> date | None:
    """The day that a match of CALENDAR_DAY names, or None when the calendar has no such day."""
    if match["iso"]:
        return _existing(*map(int, match["iso"].split("-")))
    month = month_number(match["month"] or match["month_first"] or match["month_end"])
    named = match["day"] or match["day_last"]
    number = int(named.rstrip("dhnrst")) if named else None
    return month_day(match["year"], month, number, today, prefer)


def month_day(year: str | None, month: int, day: int | None, today: date, prefer: Prefer = "future") -> date | None:
    """A day of a month, its last one if `day` is None; without `year` the nearest in the preferred direction."""
    if year:
        return _existing(int(year), month, day)
    step = 1 if prefer == "future" else -1
    days = (_existing(today.year + step * distance, month, day) for distance in range(_LEAP_GAP))
    return next((found for found in days if found and (found - today).days * step >= 0), None)


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its first letters, in lower case."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for the name of a weekday or its first letters, in lower case."""
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3]))


def _existing(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day) if day is not None else add_months(date(year, month, 1), 1) - timedelta(days=1)
    except ValueError:
        return None


def _from_calendar(words: str, today: date, prefer: Prefer) -> date | None:
    if words in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[words])
    match = re.fullmatch(CALENDAR_DAY, words)
    return calendar_day(match, today, prefer) if match else None


def _from_weekday(words: str, today: date, prefer: Prefer) -> date | None:
    match = re.fullmatch(_WEEKDAY, words)
    if not match:
        return None
    from dateutil.relativedelta import relativedelta, weekday

    number = weekday_number(match["name"])
    if match["which"] == "this":
        return Week.of(today).monday + timedelta(days=number)
    if step := {"last": -1, "next": 1}.get(match["which"], 0):
        return today + relativedelta(days=step, weekday=weekday(number, step))
    return today + relativedelta(weekday=weekday(number, 1 if prefer == "future" else -1))


def _from_distance(words: str, today: date) -> date | None:
    ahead = re.fullmatch(f"in {_AMOUNT}", words)
    match = ahead or re.fullmatch(f"{_AMOUNT} ago", words)
    if not match:
        return None
    amounts = {"a": 1, "an": 1} | {word: value for value, word in enumerate(NUMBER_WORDS, start=1)}
    amount = amounts.get(match["amount"]) or int(match["amount"])
    count = amount if ahead else -amount
    if match["unit"] in _DAYS:
        return today + timedelta(days=count * _DAYS[match["unit"]])
    return add_months(today, count * (12 if match["unit"] == "year" else 1))


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3].title()


def _refuse(text: str, what: str, examples: str) -> NoReturn:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    raise BadInputError(f"{shown!r} {what}; write for example {examples}.")
