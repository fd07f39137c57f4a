"""The plan as a whole: one is active, closing writes history, wordings are kept."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.clock import Clock
from growthtui.domain.base import Version
from growthtui.domain.plan import Cycle, GoalKind, GoalStatus, Plan, PlanMode, PlanStatus
from growthtui.errors import BadInputError
from growthtui.journal.focus import NewFocus
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.journal.plans import NewPlan, NoActivePlanError, PlanIsActiveError
from growthtui.journal.principles import NewPrinciple
from growthtui.journal.wording import kept_versions
from tests.conftest import TODAY


def on(journal: Journal, day: date) -> Journal:
    """The same journal, opened on another day."""
    return Journal(journal.path, Clock(day), journal.state)


def labels(journal: Journal) -> list[str]:
    """What the history lists, newest first."""
    return [step.label for step in journal.undo.history()]


@pytest.mark.parametrize("add", ["north star", "goal", "focus", "principle"])
def test_the_first_part_starts_a_plan(journal: Journal, add: str) -> None:
    match add:
        case "north star":
            journal.plans.set_north_star("Be someone others learn from")
        case "goal":
            journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER))
        case "focus":
            journal.focus.add(NewFocus(title="Visible"))
        case "principle":
            journal.principles.add(NewPrinciple(text="No evenings"))
    plan = journal.plans.active()
    assert (plan.start, plan.horizon_months, plan.mode) == (TODAY, 6, PlanMode.PLAN)
    assert len(labels(journal)) == 1, "the plan and its first part are one step"
    journal.undo.undo()
    assert journal.snapshot().plans == ()


def test_a_second_plan_is_refused_and_changes_nothing(journal: Journal) -> None:
    journal.plans.new(NewPlan(start=date(2026, 9, 1)))
    before = journal.path.read_bytes()
    with pytest.raises(PlanIsActiveError, match=r"since 2026-09-01.*plan close"):
        journal.plans.new(NewPlan())
    assert journal.path.read_bytes() == before


def test_closing_writes_the_cycle_and_the_next_plan_takes_the_history_over(journal: Journal) -> None:
    journal.plans.new(NewPlan(start=date(2026, 3, 2)))
    journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER))
    closed = journal.plans.close("half a year is over")
    assert closed.status is PlanStatus.CLOSED
    assert (closed.closed_on, closed.reason) == (TODAY, "half a year is over")
    assert closed.history == (Cycle(kind="career", from_=date(2026, 3, 2), to=TODAY),)

    later = on(journal, date(2027, 6, 1))
    later.goals.add(NewGoal(text="Prove a protocol", kind=GoalKind.PERSONAL))
    fresh = later.plans.active()
    assert fresh.history == closed.history
    assert fresh.start == date(2027, 6, 1)
    assert [cycle.kind for cycle in later.plans.close().history] == ["career", "personal"]


def test_a_reached_goal_still_names_the_kind_of_its_cycle(journal: Journal) -> None:
    goal = journal.goals.add(NewGoal(text="Prove a protocol", kind=GoalKind.PERSONAL))
    journal.goals.end(goal, GoalStatus.REACHED)
    assert [cycle.kind for cycle in journal.plans.close().history] == ["personal"]


def test_a_plan_that_would_start_later_closes_in_order(journal: Journal) -> None:
    journal.plans.new(NewPlan(start=date(2027, 1, 1)))
    assert journal.plans.close().history == (Cycle(kind="", from_=TODAY, to=TODAY),)


def test_the_next_plan_in_one_step_with_goal_and_north_star(journal: Journal) -> None:
    journal.plans.set_north_star("Be someone others learn from")
    goal = journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER, why="four teams", measures=("rfc",)))
    journal.focus.add(NewFocus(title="Visible"))
    old = journal.plans.active()
    new = journal.plans.new(NewPlan(close_active=True, keep_goal=True, keep_north_star=True, months=3))

    tree = journal.snapshot().tree
    assert tree is not None
    assert (tree.plan.id, tree.plan.north_star, tree.plan.horizon_months) == (new.id, old.north_star, 3)
    kept = tree.current_goal
    assert kept is not None
    assert (kept.text, kept.why, kept.measures, kept.kind) == (goal.text, goal.why, goal.measures, goal.kind)
    assert kept.id != goal.id
    assert tree.points == ()
    assert labels(journal)[0].startswith("new plan from ")

    journal.undo.undo()
    assert journal.plans.active() == old


def test_without_asking_nothing_is_taken_along(journal: Journal) -> None:
    journal.plans.set_north_star("Be someone others learn from")
    journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER))
    journal.plans.new(NewPlan(close_active=True))
    tree = journal.snapshot().tree
    assert tree is not None
    assert (tree.plan.north_star, tree.goals) == ("", ())


@pytest.mark.parametrize("months", [-1, 0, 13, 600])
def test_a_horizon_beyond_a_year_is_refused(journal: Journal, months: int) -> None:
    with pytest.raises(BadInputError, match="1 to 12"):
        journal.plans.new(NewPlan(months=months))
    with pytest.raises(BadInputError, match="1 to 12"):
        journal.goals.add(NewGoal(text="x", months=months))
    assert not journal.exists


def test_an_imported_horizon_does_not_stop_an_edit(journal: Journal) -> None:
    with journal.ledger.transaction("import") as changes:
        changes.raw.insert("plans", [{"id": "p1", "horizon_months": 36, "north_star": "old"}])
    plan = journal.plans.active()
    journal.plans.edit(plan, msgspec.structs.replace(plan, north_star="new"))
    assert journal.plans.active().north_star == "new"


def test_closing_without_a_plan_is_refused(journal: Journal) -> None:
    with pytest.raises(NoActivePlanError, match="plan new"):
        journal.plans.close()
    assert not journal.exists


def test_north_stars_keep_their_dates(journal: Journal) -> None:
    on(journal, date(2026, 9, 1)).plans.set_north_star("first")
    on(journal, date(2026, 10, 1)).plans.set_north_star("second")
    journal.plans.set_north_star("third")
    plan = journal.plans.active()
    assert plan.north_star == "third"
    assert plan.versions == (
        Version(text="first", since=date(2026, 9, 1), until=date(2026, 10, 1)),
        Version(text="second", since=date(2026, 10, 1), until=TODAY),
    )


def test_the_same_north_star_again_is_no_change(journal: Journal) -> None:
    journal.plans.set_north_star("first")
    before = journal.path.read_bytes()
    journal.plans.set_north_star("  first\n")
    assert journal.path.read_bytes() == before
    assert len(labels(journal)) == 1


def test_an_empty_north_star_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="no text"):
        journal.plans.set_north_star(" \n\t ")
    assert not journal.exists


def test_nested_verbs_are_one_step_and_see_each_other(journal: Journal) -> None:
    with journal.ledger.transaction("pairing with Bo"):
        journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER))
        journal.focus.add(NewFocus(title="Visible"))
        journal.goals.add(NewGoal(text="Prove a protocol"))
    tree = journal.snapshot().tree
    assert tree is not None
    assert len(journal.snapshot().plans) == 1
    assert [goal.current for goal in tree.goals] == [True, False]
    assert tree.focus[0].goal == tree.goals[0].id
    assert labels(journal) == ["pairing with Bo"]


@given(texts=st.lists(st.text(max_size=20), max_size=6))
def test_kept_versions_follow_each_other(texts: list[str]) -> None:
    """Whatever is written after what: no wording is lost, and each period ends where the next begins."""
    clock = Clock(TODAY)
    versions: tuple[Version, ...] = ()
    current = ""
    for text in texts:
        versions = kept_versions(Plan(id="p"), versions, current, text, clock.now())
        current = text
    changes = [old for old, new in zip(["", *texts], texts, strict=False) if old not in (new, "")]
    assert [version.text for version in versions] == changes
    assert all(version.since is not None and version.since <= version.until for version in versions)
