"""What waits, and that nothing is said when nothing does."""

from datetime import date, datetime
from typing import Any

import msgspec
import pytest

from growthtui.domain.base import Record
from growthtui.domain.people import Person, Session
from growthtui.domain.plan import Action, Checkin, Dependency, Doing, Focus, Goal, GoalStatus, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Line, Week
from growthtui.insights.due import Due, due

PLAN = Plan(id="p", start=date(2026, 3, 2), horizon_months=6)
POINT = Focus(id="f", plan="p", title="Point")
PRIYA = Person(id="priya", name="Priya", role="manager")
TODAY = date(2026, 5, 20)  # Wednesday of 2026-W21


def waiting(*records: Record, today: date = TODAY) -> Due:
    return due(Snapshot.of([PLAN, POINT, PRIYA, *records]), today)


def action(**fields: object) -> Action:
    return msgspec.structs.replace(Action(id="a", focus="f", text="act"), **fields)


def logged(name: str, saved: str = "2026-05-15T15:00:00+02:00", known_by: tuple[str, ...] = ()) -> Week:
    return Week(id=name, week=name, saved_at=datetime.fromisoformat(saved), known_by=known_by)


def test_nothing_waits() -> None:
    assert not due(Snapshot.of([]), TODAY)
    assert not waiting(action())


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({"due": date(2026, 5, 20)}, True),
        ({"due": date(2026, 5, 21)}, False),
        ({"due": date(2026, 5, 1), "status": "done"}, False),
        ({"cadence": "2w"}, True),  # the turn ends on Sunday
        ({"cadence": "2w", "doings": (Doing(on=date(2026, 5, 19)),)}, False),
        ({"cadence": "1m"}, False),
        ({"due": date(2026, 5, 1), "count": 1, "doings": (Doing(on=date(2026, 4, 19)),)}, False),
    ],
)
def test_actions(fields: dict[str, object], waits: bool) -> None:
    assert [item.action.id for item in waiting(action(**fields)).actions] == ["a"] * waits


def test_what_waits_longest_comes_first() -> None:
    later, earlier = action(id="later", due=TODAY), action(id="earlier", due=date(2026, 5, 1))
    assert [item.action.id for item in waiting(later, earlier).actions] == ["earlier", "later"]


@pytest.mark.parametrize(
    ("fields", "records", "expected"),
    [
        ({"next_date": TODAY}, (), TODAY),
        ({"next_date": date(2026, 5, 21)}, (), None),
        ({"every_weeks": 4}, (), date(2026, 3, 30)),
        ({"every_weeks": 4}, (Session(id="s", kind="pairing", with_="priya", on=date(2026, 5, 1)),), None),
        ({"every_weeks": 4}, (Line(id="l", week="2026-W16", text="x", with_=("priya",)),), date(2026, 5, 11)),
        ({"every_weeks": 4}, (Line(id="l", week="2026-W20", text="x", known_by=("Priya",)),), None),
        ({"every_weeks": 4}, (logged("2026-W20", known_by=("priya",)),), None),
        ({}, (), None),
    ],
)
def test_checkins(fields: dict[str, Any], records: tuple[Record, ...], expected: date | None) -> None:
    found = waiting(Checkin(id="c", plan="p", with_="priya", **fields), *records).checkins
    assert [(talk.name, talk.on) for talk in found] == ([("Priya", expected)] if expected else [])


def test_asks_wait_until_somebody_was_asked() -> None:
    open_ask = Dependency(who="priya", ask="two hours a week", ask_by=date(2026, 5, 20))
    asked = Dependency(who="priya", ask="x", ask_by=date(2026, 5, 1), status="yes, from May")
    later = Dependency(who="priya", ask="x", ask_by=date(2026, 5, 21))
    goal = Goal(id="g", plan="p", text="x", dependencies=(open_ask, asked, later))
    parked = Goal(id="g2", plan="p", text="x", status=GoalStatus.PARKED, dependencies=(open_ask,))
    assert [(item.goal.id, item.dependency) for item in waiting(goal, parked).asks] == [("g", open_ask)]


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (date(2026, 5, 21), []),  # Thursday: this week has time
        (date(2026, 5, 22), ["2026-W21"]),
        (date(2026, 5, 25), ["2026-W21"]),
        (date(2026, 6, 7), ["2026-W21", "2026-W22", "2026-W23"]),
        (date(2026, 6, 8), ["2026-W22", "2026-W23"]),
    ],
)
def test_weeks_wait_from_friday_until_they_cannot_be_caught_up(today: date, weeks: list[str]) -> None:
    assert [str(item.week) for item in waiting(logged("2026-W20"), today=today).weeks] == weeks


def test_weeks_wait_without_a_plan_too() -> None:
    assert due(Snapshot.of([logged("2026-W20")]), date(2026, 5, 25)).weeks
