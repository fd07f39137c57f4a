"""Cadences: what is one, and where their turns fall."""

from datetime import date

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import Cadence, parse_cadence
from growthtui.errors import BadInputError


@pytest.mark.parametrize(
    ("text", "cadence", "label"),
    [
        ("1d", Cadence(1, "d"), "every day"),
        ("2w", Cadence(2, "w"), "every 2 weeks"),
        (" 3M ", Cadence(3, "m"), "every 3 months"),
        ("999d", Cadence(999, "d"), "every 999 days"),
    ],
)
def test_read_and_written(text: str, cadence: Cadence, label: str) -> None:
    assert parse_cadence(text) == cadence
    assert (str(cadence), cadence.label) == (text.strip().lower(), label)


@pytest.mark.parametrize(
    "text", ["", "0w", "-1w", "02w", "w", "2", "2 w", "2y", "1.5w", "1000d", "٢w", "2w2w", "two weeks"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="is not a cadence; write for example 3d, 1w, 2w or 1m"):
        parse_cadence(text)


@given(st.dates(date(2000, 1, 1), date(2050, 12, 28)).filter(lambda day: day.day <= 28), st.integers(1, 20))
def test_turns_agree_with_the_rule_of_the_library(start: date, every: int) -> None:
    rules = {
        "d": rrule(DAILY, interval=every, dtstart=start, count=6),
        "w": rrule(WEEKLY, interval=every, dtstart=start, count=6),
        "m": rrule(MONTHLY, interval=every, dtstart=start, count=6),
    }
    for unit, rule in rules.items():
        assert [Cadence(every, unit).nth(start, turn) for turn in range(6)] == [turn.date() for turn in rule]
