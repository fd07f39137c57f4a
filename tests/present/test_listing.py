"""The plan as plain lines: what stands there when something is missing, odd or over."""

from datetime import date

import pytest

from growthtui.domain.plan import Action, ActionStatus, Checkin, Doing, Goal, GoalKind, GoalStatus, Plan, PlanMode
from growthtui.domain.snapshot import Snapshot
from growthtui.present.listing import action_text, cadence_label, checkin_lines, goal_kind, plan_lines, plan_title
from tests.conftest import TODAY

START = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (Plan(id="p"), "Plan"),
        (Plan(id="p", start=START), "Plan since 1 Sep 2026"),
        (Plan(id="p", start=START, horizon_months=6), "Plan, 1 Sep 2026 to 1 Mar 2027, week 13 of 26"),
        (Plan(id="p", start=START, horizon_months=1), "Plan, 1 Sep 2026 to 1 Oct 2026, over"),
        (Plan(id="p", start=date(2027, 1, 4), horizon_months=6), "Plan, 4 Jan 2027 to 4 Jul 2027, not begun"),
        (
            Plan(id="p", start=START, horizon_months=12, mode=PlanMode.PGP),
            "Five-step growth plan, 1 Sep 2026 to 1 Sep 2027, week 13 of 52",
        ),
    ],
)
def test_the_title_says_where_the_plan_stands(plan: Plan, title: str) -> None:
    assert plan_title(plan, TODAY) == title


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(id="g", plan="p", text="x"), "kind open"),
        (Goal(id="g", plan="p", text="x", kind=GoalKind.CAREER, current=True), "career, current"),
        (Goal(id="g", plan="p", text="x", kind=GoalKind.PERSONAL, status=GoalStatus.PARKED), "personal, parked"),
    ],
)
def test_a_goal_in_words(goal: Goal, words: str) -> None:
    assert goal_kind(goal) == words


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action(id="a", focus="f", text="Ask\nLena", cadence="2w", count=2), "Ask Lena; every 2 weeks; 2 times"),
        (Action(id="a", focus="f", text="Ask", doings=(Doing(on=TODAY),), cadence="1m"), "Ask; every month; done once"),
        (
            Action(id="a", focus="f", text="Ask", due=TODAY, status=ActionStatus.DROPPED, reason="not mine"),
            "Ask; dropped; not mine",
        ),
        (
            Action(id="a", focus="f", text="Ask", due=TODAY, if_then="when x, I y"),
            "Ask; by 24 Nov 2026; if-then: when x, I y",
        ),
    ],
)
def test_an_action_in_words(action: Action, words: str) -> None:
    assert action_text(action) == words


@pytest.mark.parametrize(("text", "label"), [("1w", "every week"), ("now and then\x1b", "now and then\\x1b")])
def test_a_rhythm_nobody_can_read_stands_as_it_is(text: str, label: str) -> None:
    assert cadence_label(text) == label


def test_an_empty_plan_says_what_is_missing() -> None:
    plan = Plan(id="p", start=START, horizon_months=6)
    snapshot = Snapshot.of([plan])
    assert plan_lines(snapshot, snapshot.tree_of(plan), TODAY, 80)[1:] == ["", "North star", "  not written yet"]


def test_a_checkin_with_a_name_alone() -> None:
    checkins = (Checkin(id="c", plan="p", with_="Bo"), Checkin(id="d", plan="p", with_="Priya", every_weeks=1))
    assert checkin_lines(Snapshot.of([]), checkins, 80) == ["1  Bo", "2  Priya, every week"]
