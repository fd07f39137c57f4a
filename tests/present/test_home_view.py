"""What Home says, for plans in every state."""

from datetime import date, timedelta

import pytest

from growthtui.dates import Week
from growthtui.domain.base import Record
from growthtui.domain.plan import Action, ActionStatus, Focus, FocusStatus, Goal, GoalKind, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import CarriedStep, Line, NextStep, WeekState
from growthtui.domain.week import Week as WeekRecord
from growthtui.present.days import day_label
from growthtui.present.home import HomeView, home_view
from growthtui.present.names import goal_label
from tests.conftest import TODAY
from tests.sample_records import sample


def view_of(*records: Record, today: date = TODAY) -> HomeView:
    return home_view(Snapshot.of(records), today)


def plan(**fields: object) -> Plan:
    return Plan(**({"id": "p", "start": date(2026, 9, 28), "horizon_months": 6} | fields))  # type: ignore[arg-type]


def test_an_empty_journal() -> None:
    view = view_of()
    assert (view.is_empty, view.goal, view.north_star) == (True, None, "")
    assert view.week.state is WeekState.OPEN


def test_a_plan_without_anything() -> None:
    view = view_of(Plan(id="p"))
    assert not view.is_empty
    assert view.goal is not None
    assert (view.goal.text, view.goal.horizon, view.goal.span, view.goal.rows) == ("", None, "", ())


@pytest.mark.parametrize(
    ("kind", "label"), [(GoalKind.CAREER, "Career goal"), (GoalKind.PERSONAL, "Personal goal"), (None, "Goal")]
)
def test_the_words_for_a_goal(kind: GoalKind | None, label: str) -> None:
    assert goal_label(Goal(id="g", plan="p", text="t", kind=kind)) == label
    assert goal_label(None) == "Goal"


def test_the_horizon_and_its_end() -> None:
    goal = view_of(plan()).goal
    assert goal is not None
    assert goal.horizon is not None
    assert (goal.horizon.week, goal.horizon.weeks, goal.is_over) == (9, 26, False)
    assert goal.span == "26 weeks · ends 28 Mar 2027"
    over = view_of(plan(start=date(2026, 1, 5))).goal
    assert over is not None
    assert over.is_over
    assert over.span == "26 weeks · ended 5 Jul"


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (TODAY, "today"),
        (TODAY + timedelta(days=1), "Wed"),
        (TODAY + timedelta(days=6), "Mon"),
        (TODAY + timedelta(days=7), "1 Dec"),
        (TODAY - timedelta(days=1), "23 Nov"),
        (date(2027, 2, 1), "1 Feb 2027"),
    ],
)
def test_days_for_people(day: date, label: str) -> None:
    assert day_label(day, TODAY) == label


def line(week: str, focus: str | None = "f", text: str = "x") -> Line:
    return Line(id=f"{week}-{focus}-{text}", week=week, focus=focus, text=text)


def rows(*records: Record) -> tuple[tuple[str, str, str], ...]:
    focus = Focus(id="f", plan="p", title="one")
    goal = view_of(plan(), focus, *records).goal
    assert goal is not None
    return tuple((row.next, row.when, row.quiet) for row in goal.rows)


def test_a_focus_point_without_lines_for_four_weeks_is_quiet() -> None:
    assert rows(line("2026-W44")) == (("", "", "quiet for 4 weeks"),)
    assert rows(line("2026-W45")) == (("", "", ""),)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Action(id="a", focus="f", text="do", due=TODAY + timedelta(days=2)), ("do", "Thu")),
        (Action(id="a", focus="f", text="do", due=date(2026, 10, 1)), ("do", "since 1 Oct")),
        (Action(id="a", focus="f", text="do", count=13), ("do", "0 of 13")),
        (Action(id="a", focus="f", text="do"), ("do", "")),
        (Action(id="a", focus="f", text="do", cadence="2w"), ("do", "6 Dec")),
        (Action(id="a", focus="f", text="do", cadence="nonsense"), ("do", "")),
        (Action(id="a", focus="f", text="do", status=ActionStatus.DONE), ("", "")),
    ],
)
def test_the_next_action_and_when(action: Action, expected: tuple[str, str]) -> None:
    assert rows(line("2026-W48"), action) == ((*expected, ""),)


def test_a_cadence_that_is_kept_has_a_tick() -> None:
    action = Action(id="a", focus="f", text="do", cadence="2w")
    done = Line(id="l", week="2026-W48", focus="f", action="a", text="did")
    assert rows(done, action) == (("do", "✓", ""),)


def test_focus_points_keep_their_number_when_one_is_parked() -> None:
    parked = Focus(id="f0", plan="p", title="zero", status=FocusStatus.PARKED, position=0)
    goal = view_of(plan(), parked, Focus(id="f", plan="p", title="one", position=1)).goal
    assert goal is not None
    assert [(row.number, row.title) for row in goal.rows] == [(2, "one")]


def test_bars_are_the_last_twelve_weeks() -> None:
    goal = view_of(
        plan(), Focus(id="f", plan="p", title="one"), line("2026-W48"), line("2026-W37"), line("2026-W36")
    ).goal
    assert goal is not None
    assert goal.rows[0].lines == (1, *[0] * 10, 1)


def test_what_was_wanted_comes_from_the_weeks_before() -> None:
    steps = (NextStep(id="n1", text="ask"), NextStep(id="n2", text="write", if_then="When it rains, I write"))
    before = WeekRecord(id="2026-W47", week="2026-W47", next=steps)
    now = WeekRecord(id="2026-W48", week="2026-W48", next=(NextStep(id="n3", text="later"),))
    assert view_of(before, now).week.wanted == ("ask", "When it rains, I write")
    done = WeekRecord(id="2026-W47", week="2026-W47", carried=(CarriedStep(id="n1", state="done"),))
    earlier = WeekRecord(id="2026-W46", week="2026-W46", next=steps[:1])
    assert view_of(earlier, done).week.wanted == ()


def test_this_week_shows_its_lines_in_order() -> None:
    view = view_of(line("2026-W48", None, "b"), line("2026-W48", None, "a"), line("2026-W47", None, "c"))
    assert [one.text for one in view.week.lines] == ["b", "a"]
    assert view.week.week == Week(2026, 48)


@pytest.mark.parametrize("name", ["backend-staff", "actuary-pgp"])
def test_the_samples(name: str) -> None:
    view = home_view(sample(name), date(2026, 9, 2))
    assert view.north_star
    assert view.goal is not None
    assert len(view.goal.rows) == 3
