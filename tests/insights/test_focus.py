"""Focus points: their lines, their quiet weeks and what comes next."""

from datetime import date

import msgspec
import pytest

from growthtui.dates import parse_cadence
from growthtui.domain.base import Record
from growthtui.domain.plan import Action, ActionStatus, Doing, Focus, FocusStatus, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Line, Week, WeekState
from growthtui.insights.focus import Pulse, next_actions, progress, pulses, turn_of
from tests.sample_records import sample

PLAN = Plan(id="p", start=date(2026, 3, 2), horizon_months=6)
POINT = Focus(id="f", plan="p", title="Point")
TODAY = date(2026, 5, 20)  # Wednesday of 2026-W21


def action(**fields: object) -> Action:
    return msgspec.structs.replace(Action(id="a", focus="f", text="act"), **fields)


def pulse(*records: Record, today: date = TODAY) -> Pulse:
    found = pulses(Snapshot.of([PLAN, POINT, *records]), today)
    assert len(found) == 1
    return found[0]


def test_lines_of_the_last_twelve_weeks_end_with_this_one() -> None:
    weeks = ("2026-W09", "2026-W10", "2026-W20", "2026-W21", "2026-W21", "2026-W22")
    lines = [Line(id=str(at), week=week, text="x", focus="f") for at, week in enumerate(weeks)]
    assert pulse(*lines).lines == (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2)


@pytest.mark.parametrize(
    ("weeks", "paused", "quiet"),
    [
        (("2026-W21",), (), 0),
        (("2026-W17",), (), 4),
        (("2026-W17",), ("2026-W18", "2026-W21"), 2),
        (("2026-W17",), ("2026-W16",), 4),
        ((), (), 11),
        (("2026-W99", "2026-W19"), (), 2),
    ],
)
def test_quiet_weeks_leave_paused_ones_out(weeks: tuple[str, ...], paused: tuple[str, ...], quiet: int) -> None:
    lines = [Line(id=week, week=week, text="x", focus="f") for week in weeks]
    pauses = [Week(id=week, week=week, state=WeekState.PAUSED) for week in paused]
    assert pulse(*lines, *pauses).quiet_weeks == quiet


def test_only_active_points_of_the_active_plan() -> None:
    closed = Focus(id="f2", plan="p", title="x", status=FocusStatus.CLOSED)
    other = Focus(id="f3", plan="old", title="x")
    assert pulse(closed, other).focus.id == "f"


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("2w", date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 15)),
        ("2w", date(2026, 3, 15), date(2026, 3, 2), date(2026, 3, 15)),
        ("2w", date(2026, 3, 16), date(2026, 3, 16), date(2026, 3, 29)),
        ("1m", date(2026, 8, 30), date(2026, 8, 2), date(2026, 9, 1)),
        ("3m", date(2036, 3, 1), date(2035, 12, 2), date(2036, 3, 1)),
        ("2w", date(2026, 1, 1), date(2026, 3, 2), date(2026, 3, 15)),
    ],
)
def test_turns(text: str, today: date, first: date, last: date) -> None:
    assert turn_of(parse_cadence(text), date(2026, 3, 2), today) == (first, last)


def test_turns_from_the_last_day_of_a_month() -> None:
    monthly = parse_cadence("1m")
    assert turn_of(monthly, date(2026, 1, 31), date(2026, 3, 30)) == (date(2026, 2, 28), date(2026, 3, 30))
    assert turn_of(monthly, date(2026, 1, 31), date(2026, 3, 31)) == (date(2026, 3, 31), date(2026, 4, 29))


def test_cadence_is_counted_against_the_log_and_the_doings_of_its_turn() -> None:
    lines = [Line(id=week, week=week, text="x", focus="f", action="a") for week in ("2026-W19", "2026-W20")]
    every_two_weeks = action(cadence="2w", count=2, doings=(Doing(on=date(2026, 5, 12)), Doing(on=date(2026, 5, 1))))
    found = pulse(every_two_weeks, *lines, today=date(2026, 5, 15)).next  # the turn is 2026-W20 and W21
    assert found is not None
    assert (found.done, found.wanted, found.is_done, found.on) == (2, 2, True, date(2026, 5, 24))


def test_count_without_a_cadence_runs_from_the_beginning() -> None:
    lines = [Line(id=week, week=week, text="x", focus="f", action="a") for week in ("2026-W10", "2026-W20")]
    found = pulse(action(count=4, due=date(2026, 7, 31)), *lines).next
    assert found is not None
    assert (found.done, found.wanted, found.is_done) == (2, 4, False)


def test_action_without_count_or_cadence_is_open_until_the_person_says_so() -> None:
    found = pulse(action(due=date(2026, 5, 1)), Line(id="l", week="2026-W20", text="x", focus="f", action="a")).next
    assert found is not None
    assert not found.is_done


def test_next_is_the_first_open_date_and_what_is_done_for_this_turn_comes_last() -> None:
    met = action(id="met", cadence="1w", doings=(Doing(on=TODAY),))
    later = action(id="later", due=date(2026, 7, 1))
    undated = action(id="undated")
    gone = action(id="gone", due=date(2026, 5, 1), status=ActionStatus.DROPPED)
    found = pulse(met, undated, later, gone).next
    assert found is not None
    assert found.action.id == "later"


def test_open_actions_of_active_points_are_listed() -> None:
    gone = action(id="gone", status=ActionStatus.DROPPED)
    parked = Focus(id="f2", plan="p", title="x", status=FocusStatus.PARKED)
    snapshot = Snapshot.of([PLAN, POINT, parked, action(), gone, action(id="b", focus="f2")])
    assert snapshot.tree is not None
    assert [item.action.id for item in next_actions(snapshot, snapshot.tree, TODAY)] == ["a"]


def test_cadence_that_cannot_be_read_is_no_cadence() -> None:
    found = pulse(action(cadence="now and then")).next
    assert found is not None
    assert (found.cadence, found.on) == (None, None)


@pytest.mark.parametrize(
    ("today", "week"), [(date(2026, 3, 1), 0), (date(2026, 3, 8), 1), (date(2026, 8, 30), 26), (date(2026, 9, 9), 28)]
)
def test_progress_of_the_horizon(today: date, week: int) -> None:
    found = progress(PLAN, today)
    assert found is not None
    assert (found.week, found.weeks, found.end) == (week, 26, date(2026, 9, 2))


def test_no_horizon_no_progress() -> None:
    assert progress(Plan(id="p"), TODAY) is None
    assert progress(Plan(id="p", start=TODAY), TODAY) is None
    assert pulses(Snapshot.of([]), TODAY) == ()


def test_sample_reads_like_its_story() -> None:
    first, second, third = pulses(sample("backend-staff"), date(2026, 8, 30))
    assert second.lines == (1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1)
    assert (first.quiet_weeks, second.quiet_weeks, third.quiet_weeks) == (1, 0, 0)
    assert first.next is not None
    assert first.next.action.id == "a1"
