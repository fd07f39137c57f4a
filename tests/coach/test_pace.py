"""Hours in all and hours a week give an end date; half and double beside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.coach.pace import MOST_HOURS, pace, paces
from growthtui.errors import BadInputError

START = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("total", "hours", "weeks", "end"),
    [
        (60, 5, 12, date(2027, 2, 16)),
        (61, 5, 13, date(2027, 2, 23)),
        (1, 40, 1, date(2026, 12, 1)),
        (90, 21, 5, date(2026, 12, 29)),
        (90, 7, 13, date(2027, 2, 23)),
        (2.5, 2.5, 1, date(2026, 12, 1)),
    ],
)
def test_the_end(total: float, hours: float, weeks: int, end: date) -> None:
    found = pace(total, hours, START)
    assert (found.weeks, found.end) == (weeks, end)


@pytest.mark.parametrize(("total", "hours"), [(0, 5), (-1, 5), (60, 0), (60, -2), (60, 169), (MOST_HOURS + 1, 5)])
def test_numbers_that_make_no_sense_are_refused(total: float, hours: float) -> None:
    with pytest.raises(BadInputError, match="make no sense"):
        pace(total, hours, START)


def test_three_fair_choices_the_slowest_first() -> None:
    slow, given_, fast = paces(60, 5, START)
    assert (slow.weeks, given_.weeks, fast.weeks) == (24, 12, 6)
    assert [choice.hours for choice in paces(60, 100, START)] == [50, 100]


@given(st.floats(0.1, MOST_HOURS), st.floats(0.1, 168))
def test_fewer_hours_never_end_sooner(total: float, hours: float) -> None:
    found = paces(total, hours, START)
    assert [choice.end for choice in found] == sorted((choice.end for choice in found), reverse=True)
