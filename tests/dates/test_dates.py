"""Dates as people type them: every accepted form, and everything that must be refused instead of guessed."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import MONTHS, WEEKDAYS, Prefer, add_months, horizon_end, parse_date
from growthtui.errors import BadInputError

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("  TODAY ", TODAY),
        ("yesterday", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 25)),
        ("tuesday", TODAY),
        ("monday", date(2026, 11, 30)),
        ("on friday", date(2026, 11, 27)),
        ("fri", date(2026, 11, 27)),
        ("last friday", date(2026, 11, 20)),
        ("last tuesday", date(2026, 11, 17)),
        ("next monday", date(2026, 11, 30)),
        ("next tuesday", date(2026, 12, 1)),
        ("this monday", date(2026, 11, 23)),
        ("in 6 months", date(2027, 5, 24)),
        ("in six months", date(2027, 5, 24)),
        ("in a week", date(2026, 12, 1)),
        ("in 3 days", date(2026, 11, 27)),
        ("in 1 year", date(2027, 11, 24)),
        ("2 weeks ago", date(2026, 11, 10)),
        ("2\tweeks\u00a0 ago", date(2026, 11, 10)),
        ("a month ago", date(2026, 10, 24)),
        ("end of june", date(2027, 6, 30)),
        ("the end of November", date(2026, 11, 30)),
        ("end of february 2028", date(2028, 2, 29)),
        ("31 march", date(2027, 3, 31)),
        ("March 31", date(2027, 3, 31)),
        ("31st of march", date(2027, 3, 31)),
        ("mar 31st, 2026", date(2026, 3, 31)),
        ("1 sept 2026", date(2026, 9, 1)),
        ("24 november", TODAY),
        ("29 february", date(2028, 2, 29)),
    ],
)
def test_accepted(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "12", "lunch", "may", "june", "1/2/26", "2026-13-01", "2026-02-30", "2026-2-3", "20261123", "2026-11",
        "2026", "31 june", "0 march", "june 2026", "31 march 26", "friday or so", "ship it by friday", "next week",
        "last month", "in months", "in -3 days", "in 3.5 days", "in 99999 days", "in 9999 years", "9999 years ago",
        "3 days", "３ days ago", "٢٠٢٦-١١-٢٣", "2026-W48", "2026-11-23T10:00", "11.12.2026", "end of lunch", "[/b]",
        "\x00", "\u202eyadot", "x" * 20_000,
    ],
)  # fmt: skip
def test_refused_with_examples_and_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInputError, match="write for example 2026-11-23, today") as refused:
        parse_date(text, TODAY)
    assert len(str(refused.value)) < 250
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "ahead", "back"),
    [
        ("friday", date(2026, 11, 27), date(2026, 11, 20)),
        ("tuesday", TODAY, TODAY),
        ("1 december", date(2026, 12, 1), date(2025, 12, 1)),
        ("end of november", date(2026, 11, 30), date(2025, 11, 30)),
        ("29 february", date(2028, 2, 29), date(2024, 2, 29)),
        ("1 december 2024", date(2024, 12, 1), date(2024, 12, 1)),
    ],
)
def test_a_day_without_a_year_lies_where_the_caller_looks(text: str, ahead: date, back: date) -> None:
    assert parse_date(text, TODAY, prefer="future") == ahead
    assert parse_date(text, TODAY, prefer="past") == back


@pytest.mark.parametrize(
    ("text", "today"),
    [("tomorrow", date.max), ("yesterday", date.min), ("last friday", date.min), ("sunday", date.min)],
)
def test_beyond_the_ends_of_the_calendar_is_refused(text: str, today: date) -> None:
    with pytest.raises(BadInputError):
        parse_date(text, today, prefer="past")


def test_29_february_is_found_across_a_century_without_leap_day() -> None:
    assert parse_date("29 february", date(2096, 3, 1)) == date(2104, 2, 29)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_weekdays_lie_within_a_week(today: date, name: str) -> None:
    last, bare, following = (parse_date(f"{word} {name}".strip(), today) for word in ("last", "", "next"))
    assert {day.weekday() for day in (last, bare, following)} == {WEEKDAYS.index(name)}
    assert timedelta(days=1) <= today - last <= timedelta(days=7)
    assert timedelta(0) <= bare - today <= timedelta(days=6)
    assert timedelta(days=1) <= following - today <= timedelta(days=7)


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["future", "past"]),
)
def test_a_named_day_keeps_day_and_month_and_stays_on_its_side(today: date, day: date, prefer: Prefer) -> None:
    name = MONTHS[day.month - 1]
    for text in (f"{day.day} {name}", f"{name} {day.day}"):
        found = parse_date(text, today, prefer=prefer)
        assert (found.month, found.day) == (day.month, day.day)
        assert found >= today if prefer == "future" else found <= today
    assert parse_date(f"{day.day} {name} {day.year}", today, prefer=prefer) == day
    assert parse_date(day.isoformat(), today) == day


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadInputError):
        assert isinstance(parse_date(text, TODAY), date)


def test_months_count_from_the_start_and_never_in_a_chain() -> None:
    start = date(2026, 1, 31)
    assert [add_months(start, n) for n in range(4)] == [start, date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]
    assert horizon_end(date(2026, 3, 2), 6) == date(2026, 9, 2)
    assert horizon_end(date(2026, 8, 31), 6) == date(2027, 2, 28)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 9999))
def test_distances_agree_with_the_library(today: date, count: int) -> None:
    assert parse_date(f"in {count} days", today) == today + relativedelta(days=count)
    assert parse_date(f"{min(count, 900)} months ago", today) == today - relativedelta(months=min(count, 900))
