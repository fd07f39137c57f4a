"""States of weeks: what was saved when, in the offset it was saved in."""

from datetime import date, datetime, timedelta, timezone

import pytest

from growthtui.dates import Week
from growthtui.domain.base import Record
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Line, WeekState
from growthtui.domain.week import Week as WeekRecord
from growthtui.insights.weeks import first_week, state_of, week_states

W10 = "2026-W10"  # 2 to 8 March
FAR = date(2026, 6, 1)


def week(name: str, saved: str | None = None, covers: tuple[str, ...] = (), *, paused: bool = False) -> WeekRecord:
    state = WeekState.PAUSED if paused else None
    saved_at = datetime.fromisoformat(saved) if saved else None
    return WeekRecord(id=name, week=name, saved_at=saved_at, covers=covers, state=state)


def state(*records: Record, today: date = FAR, name: str = W10) -> WeekState:
    return state_of(Snapshot.of(records), Week.parse(name), today)


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ("2026-03-02T08:00:00+01:00", "logged"),
        ("2026-03-08T23:59:59+01:00", "logged"),
        ("2026-03-11T23:59:59+01:00", "logged"),
        ("2026-03-12T00:00:00+01:00", "caught_up"),
        ("2026-03-11T23:59:59-08:00", "logged"),  # already Thursday in UTC
        ("2026-03-12T00:00:00+13:00", "caught_up"),  # still Wednesday in UTC
        ("2026-03-22T23:59:59+01:00", "caught_up"),
        ("2026-03-23T00:00:00+01:00", "missed"),
    ],
)
def test_own_entry_is_judged_by_its_first_save(saved: str, expected: str) -> None:
    assert state(week(W10, saved)) == expected


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ("2026-03-22T23:59:59+01:00", "caught_up"),
        ("2026-03-23T00:00:00+01:00", "missed"),
        ("2026-03-22T23:59:59-11:00", "caught_up"),
    ],
)
def test_later_entry_covers_for_fourteen_days(saved: str, expected: str) -> None:
    assert state(week("2026-W12", saved, covers=(W10,))) == expected


def test_late_own_entry_is_rescued_by_an_entry_that_covers_it_in_time() -> None:
    covering = week("2026-W11", "2026-03-13T10:00:00+01:00", covers=(W10,))
    assert state(week(W10, "2026-05-01T10:00:00+02:00"), covering) == "caught_up"


def test_paused_is_what_the_person_said() -> None:
    assert state(week(W10, paused=True)) == "paused"
    assert state(week(W10, "2026-03-06T10:00:00+01:00", paused=True)) == "paused"


def test_stored_state_is_not_believed() -> None:
    record = WeekRecord(id=W10, week=W10, state=WeekState.LOGGED)
    assert state(record) == "missed"


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 3, 8), "open"), (date(2026, 3, 9), "missed"), (date(2026, 3, 1), "open")],
)
def test_week_that_is_not_over_is_open(today: date, expected: str) -> None:
    assert state(today=today) == expected


def test_current_week_counts_as_logged_once_it_is() -> None:
    assert state(week(W10, "2026-03-03T10:00:00+01:00"), today=date(2026, 3, 4)) == "logged"


def test_lines_without_a_week_record() -> None:
    berlin = timezone(timedelta(hours=1))
    untimed = Line(id="l1", week=W10, text="x")
    late = Line(id="l2", week=W10, text="x", created=datetime(2026, 4, 1, 12, tzinfo=berlin))
    assert state(untimed) == "logged"
    assert state(late) == "missed"


def test_range_runs_from_the_first_record_to_the_week_of_today_over_a_year_of_53_weeks() -> None:
    snapshot = Snapshot.of([week("2020-W52", "2020-12-25T10:00:00+01:00")])
    states = week_states(snapshot, date(2021, 1, 6))
    assert [str(name) for name in states] == ["2020-W52", "2020-W53", "2021-W01"]
    assert list(states.values()) == ["logged", "missed", "open"]


def test_line_before_the_first_week_record_begins_the_range() -> None:
    snapshot = Snapshot.of([week("2026-W11", "2026-03-13T10:00:00+01:00"), Line(id="l", week=W10, text="x")])
    assert first_week(snapshot) == Week.parse(W10)


def test_empty_journal_and_one_that_begins_later() -> None:
    assert week_states(Snapshot.of([]), FAR) == {}
    assert week_states(Snapshot.of([week("2026-W30", paused=True)]), FAR) == {}


def test_week_that_no_calendar_has_hides_nothing() -> None:
    snapshot = Snapshot.of([week("2026-W00"), week(W10, "2026-03-06T10:00:00+01:00")])
    assert first_week(snapshot) == Week.parse(W10)
