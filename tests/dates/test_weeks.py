"""ISO weeks: both New Years, long years, labels, and the distance between weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import Week, parse_week
from growthtui.errors import BadInputError

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
TODAY = date(2026, 11, 24)  # Tuesday of 2026-W48


@pytest.mark.parametrize(
    ("text", "monday", "label"),
    [
        ("2026-W48", date(2026, 11, 23), "23–29 Nov"),
        ("2026-w48", date(2026, 11, 23), "23–29 Nov"),
        (" 2026-W49 ", date(2026, 11, 30), "30 Nov – 6 Dec"),
        ("2020-W53", date(2020, 12, 28), "28 Dec – 3 Jan"),
        ("2026-W53", date(2026, 12, 28), "28 Dec – 3 Jan"),
        ("2026-W01", date(2025, 12, 29), "29 Dec – 4 Jan"),
        ("2021-W01", date(2021, 1, 4), "4–10 Jan"),
    ],
)
def test_a_week_knows_its_days(text: str, monday: date, label: str) -> None:
    week = Week.parse(text)
    assert (week.monday, week.sunday, week.label) == (monday, monday + timedelta(days=6), label)
    assert str(week) == text.strip().upper()


@pytest.mark.parametrize(
    "text", ["2025-W53", "2026-W60", "2026-W00", "2026-W5", "2026W48", "0000-W01", "W48", "", "٢٠٢٦-W48", "2026-W48-1"]
)
def test_an_impossible_week_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInputError, match=r"write for example \d{4}-W\d\d\.$"):
        Week.parse(text)


def test_the_refusal_says_which_weeks_the_year_has() -> None:
    with pytest.raises(BadInputError, match=r"'2025-W53' does not exist, 2025 has the weeks W01 to W52"):
        Week.parse("2025-W53")


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2020, 12, 31), "2020-W53"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2021, 1, 4), "2021-W01"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(9999, 12, 31), "9999-W52"),
    ],
)
def test_the_week_of_a_day_around_new_year(day: date, week: str) -> None:
    assert str(Week.of(day)) == week


def test_the_last_week_of_the_calendar_has_a_label_and_no_successor() -> None:
    last = Week.of(date.max)
    assert last.label == "27–31 Dec"
    with pytest.raises(BadInputError, match="beyond the calendar"):
        last.shift(1)


def test_weeks_are_values() -> None:
    assert len({Week(2026, 48), Week.parse("2026-W48"), Week.of(TODAY)}) == 1
    assert sorted([Week(2027, 1), Week(2026, 53), Week(2026, 9)]) == [Week(2026, 9), Week(2026, 53), Week(2027, 1)]
    with pytest.raises(AttributeError):
        Week(2026, 48).year = 2027  # type: ignore[misc]  # that it is frozen is what is tested


@pytest.mark.parametrize(
    ("name", "week"), [("2026-W47", Week(2026, 47)), ("2026-W60", None), ("", None), ("[/b]", None)]
)
def test_a_name_that_no_calendar_has_is_no_week(name: str, week: Week | None) -> None:
    assert Week.named(name) == week


@given(DAYS)
def test_a_week_reads_what_it_writes_and_contains_its_seven_days_alone(day: date) -> None:
    week = Week.of(day)
    assert Week.parse(str(week)) == week
    assert {Week.of(week.monday + timedelta(days=n)) for n in range(7)} == {week}
    assert Week.of(week.sunday + timedelta(days=1)) != week
    assert week.monday.isocalendar().weekday == 1


@given(DAYS, st.integers(-3000, 3000))
def test_distance_undoes_shift_and_order_follows_the_days(day: date, weeks: int) -> None:
    week = Week.of(day)
    try:
        shifted = week.shift(weeks)
    except BadInputError:
        return
    assert shifted - week == weeks
    assert (shifted > week) == (shifted.monday > week.monday)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("2026-W48", "2026-W48"),
        ("2020-w53", "2020-W53"),
        ("this", "2026-W48"),
        ("This Week", "2026-W48"),
        ("last", "2026-W47"),
        ("last week", "2026-W47"),
        ("next", "2026-W49"),
        ("2 weeks ago", "2026-W46"),
        ("two weeks ago", "2026-W46"),
        ("in 2 weeks", "2026-W50"),
        ("2026-11-22", "2026-W47"),
        ("yesterday", "2026-W48"),
        ("friday", "2026-W47"),
        ("1 march", "2026-W09"),
        ("2027-01-01", "2026-W53"),
    ],
)
def test_week_texts(text: str, week: str) -> None:
    assert str(parse_week(text, TODAY)) == week


def test_last_week_in_the_first_week_of_a_year() -> None:
    assert str(parse_week("last", date(2021, 1, 4))) == "2020-W53"
    assert str(parse_week("last", date(2027, 1, 4))) == "2026-W53"


@pytest.mark.parametrize("text", ["48", "lunch", "2025-W53", "2026-W60", "2026-13-01", "", "week", "w" * 20_000])
def test_what_is_no_week_is_refused_in_one_short_sentence(text: str) -> None:
    with pytest.raises(BadInputError, match="write for example") as refused:
        parse_week(text, TODAY)
    assert len(str(refused.value)) < 200
