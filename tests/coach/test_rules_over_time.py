"""The rules that look at history and log: one kind for too long, standing still."""

from datetime import date, timedelta
from typing import Any

import pytest

from growthtui.coach.rules import LogFacts
from growthtui.domain.week import NextStep
from tests.coach.plans import TODAY, found, messages, plan

YEAR = timedelta(days=365)


def cycles(*kinds: str, first: date) -> list[dict[str, Any]]:
    days = [first + timedelta(days=90 * number) for number in range(len(kinds))]
    return [{"kind": kind, "from": day, "to": day + timedelta(days=80)} for kind, day in zip(kinds, days, strict=True)]


@pytest.mark.parametrize(
    ("history", "where"),
    [
        (cycles("career", "career", first=TODAY - YEAR), ["history"]),
        (cycles("career", "career", first=TODAY - YEAR + timedelta(days=1)), []),
        (cycles("career", first=TODAY - 2 * YEAR), []),
        (cycles("personal", "career", "career", first=TODAY - YEAR), []),
        (cycles("personal", "career", "career", first=TODAY - 2 * YEAR), ["history"]),
        (cycles("career", "career", "personal", first=TODAY - YEAR), []),
        (list(reversed(cycles("career", "career", first=TODAY - YEAR))), ["history"]),
        ([], []),
    ],
)
def test_one_kind_too_long(history: list[dict[str, Any]], where: list[str]) -> None:
    assert found(plan(history=history), "GP701") == where


def test_one_kind_too_long_says_for_how_long() -> None:
    history = cycles("career", "career", first=date(2025, 1, 6))
    assert messages(plan(history=history), "GP701") == ["For 14 months all your plans have been career plans."]


MONDAY = TODAY
START = MONDAY - timedelta(weeks=10)
FOUR_WEEKS_AGO = {"f1": MONDAY - timedelta(weeks=4)}


@pytest.mark.parametrize(
    ("keys", "log", "where"),
    [
        ({"logged_weeks": FOUR_WEEKS_AGO}, LogFacts(), ["f1"]),
        ({"logged_weeks": {"f1": MONDAY - timedelta(days=27)}}, LogFacts(), []),
        ({"logged_weeks": {"f9": MONDAY}}, LogFacts(), ["f1"]),
        ({}, LogFacts(), []),
        ({}, LogFacts(last_lines={"f1": MONDAY - timedelta(weeks=5)}), ["f1"]),
        ({}, LogFacts(last_lines={"elsewhere": MONDAY}), []),
        ({"logged_weeks": {"f1": START}}, LogFacts(last_lines={"f1": MONDAY}), []),
        (
            {"logged_weeks": FOUR_WEEKS_AGO},
            LogFacts(paused=frozenset({MONDAY - timedelta(7)})),
            [],
        ),
        ({"logged_weeks": FOUR_WEEKS_AGO}, LogFacts(paused=frozenset({MONDAY})), ["f1"]),
        ({"logged_weeks": FOUR_WEEKS_AGO}, LogFacts(paused=frozenset({START})), ["f1"]),
        ({"next_steps": [{"id": "n1", "text": "x", "carries": 3}]}, LogFacts(), ["n1"]),
        ({"next_steps": [{"id": "n1", "text": "x", "carries": 2}]}, LogFacts(), []),
        ({"next_steps": [{"id": "n1", "text": "x", "carries": 3, "state": "done"}]}, LogFacts(), []),
        ({}, LogFacts(steps=(NextStep(id="n2", text="x", carries=4),)), ["n2"]),
    ],
)
def test_stuck(keys: dict[str, Any], log: LogFacts, where: list[str]) -> None:
    assert found(plan(start=START, **keys), "GP702", log) == where


def test_stuck_speaks_of_weeks_or_of_carries() -> None:
    steps = [{"id": "n", "text": "x", "carries": 3}]
    data = plan(logged_weeks={"f1": MONDAY - timedelta(weeks=5)}, next_steps=steps)
    assert messages(data, "GP702") == ["Nothing has moved here for 5 weeks.", "This step was carried over 3 times."]
