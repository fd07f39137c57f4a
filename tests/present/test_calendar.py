"""The grid of a month: every day once, ISO weeks whatever the first column is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import FIRST_DAY, LAST_DAY, Week
from growthtui.present.calendar import days_away, distance, month_grid, months_away

DAYS = st.dates(FIRST_DAY, LAST_DAY)
STARTS = st.sampled_from(["monday", "sunday"])


@given(DAYS, STARTS)
def test_each_day_of_the_month_stands_under_its_weekday(day: date, start: str) -> None:
    grid = month_grid(day, start)
    days = [one for _, row in grid.rows for one in row]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    assert {one for one in days if one.month == day.month and one.year == day.year} >= {day, day.replace(day=1)}
    assert all(row[0].weekday() == (0 if start == "monday" else 6) for _, row in grid.rows)
    assert grid.weekdays[0] == ("Mo" if start == "monday" else "Su")


@given(DAYS, STARTS)
def test_the_week_of_a_row_is_that_of_its_monday_to_saturday(day: date, start: str) -> None:
    for week, row in month_grid(day, start).rows:
        assert {Week.of(one) for one in row if one.weekday() != 6} == {week}


@given(DAYS, st.integers(-1000, 1000))
def test_no_key_leads_out_of_the_days_of_records(day: date, count: int) -> None:
    assert FIRST_DAY <= days_away(day, count) <= LAST_DAY
    assert FIRST_DAY <= months_away(day, count) <= LAST_DAY


def test_a_month_on_from_its_last_day_is_the_last_day() -> None:
    assert months_away(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert days_away(date.max, 0) == LAST_DAY


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "in 1 day"),
        (date(2026, 12, 16), "in 3 weeks and 1 day"),
        (date(2026, 11, 10), "2 weeks ago"),
    ],
)
def test_distance(day: date, words: str) -> None:
    assert distance(day, date(2026, 11, 24)) == words
