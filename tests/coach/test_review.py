"""The review as a whole: order, words, language, dismissal, and any plan at all."""

import time
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growthtui.coach.catalogue import load_rules
from growthtui.coach.rules import Finding, LogFacts, State, dismissal, review, review_all, wording_note
from growthtui.coach.shelves import Severity
from growthtui.domain.plan import Action, Dismissal, Focus, Goal, GoalKind, Plan, PlanMode, Principle, PrincipleKind
from growthtui.domain.snapshot import FocusTree, PlanTree, Snapshot
from growthtui.domain.week import Line, Week, WeekState
from tests.coach.plans import read_plan, tree_of

TODAY = date(2026, 3, 9)
BAD = "bad-01-lead-lead.toml"


def test_an_empty_plan_is_asked_for_its_parts() -> None:
    found = {(finding.rule, finding.where) for finding in review(tree_of({}), TODAY)}
    assert found == {
        ("GP101", "north_star"),
        ("GP102", "goals"),
        ("GP105", "focus"),
        ("GP107", "horizon_months"),
        ("GP501", "principles"),
        ("GP601", "checkins"),
    }


def test_errors_come_first_then_the_order_of_the_rules() -> None:
    found = review(tree_of(read_plan(BAD)), TODAY)
    order = list(Severity)
    keys = [(order.index(finding.severity), finding.rule) for finding in found]
    assert keys == sorted(keys)
    assert found[0].rule == "GP201"


def test_words_are_those_of_the_rule_file_with_the_gaps_filled() -> None:
    found = {(finding.rule, finding.where): finding for finding in review(tree_of(read_plan(BAD)), TODAY)}
    assert found["GP105", "focus"].message == "1 focus point; 3 to 5 work best."
    assert found["GP203", "focus"].message == "Every action points in the direction 'leadership'."
    assert found["GP301", "a2"].message == "'be tech lead' is somebody else's decision."
    assert found["GP301", "a2"].match == "be tech lead"
    assert found["GP301", "a2"].question == load_rules()["GP301"].question
    assert all("{" not in finding.message for finding in found.values())


@pytest.mark.parametrize("language", ["de", "en-GB", "EN", "eng", None])
def test_wording_rules_speak_for_english_only(language: str | None) -> None:
    data = {**read_plan(BAD), "language": language}
    found = {finding.rule for finding in review(tree_of(data), TODAY)}
    silent = language in ("de", "eng")
    assert ("GP301" in found) is not silent
    assert (wording_note(tree_of(data)) is not None) is silent
    assert {"GP101", "GP105", "GP401", "GP501", "GP601"} <= found


def test_without_a_language_the_words_decide() -> None:
    german = "Ich möchte jede Woche einen Beitrag für die Kollegen schreiben und darüber sprechen "
    data: dict[str, Any] = {"north_star": german * 3, "focus": [{"title": "x", "actions": [{"text": "Get promoted"}]}]}
    assert wording_note(tree_of(data))
    assert wording_note(tree_of({**data, "north_star": german})) is None


def test_a_dismissed_finding_stays_away_until_the_text_changes() -> None:
    data = read_plan(BAD)
    tree = tree_of(data)
    aside = dismissal(tree, "GP301", "a2", "I know")
    assert (aside.rule, aside.where, aside.reason) == ("GP301", "a2", "I know")

    def rules_at_a2(changed: dict[str, Any]) -> set[str]:
        tree = tree_of({**changed, "dismissed": [msgspec.to_builtins(aside)]})
        return {finding.rule for finding in review(tree, TODAY) if finding.where == "a2"}

    assert rules_at_a2(data) == {"GP404"}
    data["focus"][0]["actions"][1]["text"] = "  be TECH lead of a   larger project"
    assert rules_at_a2(data) == {"GP404"}
    data["focus"][0]["actions"][1]["text"] = "Be tech lead of a small project"
    assert rules_at_a2(data) == {"GP301", "GP404"}


@pytest.mark.parametrize("finding", review(tree_of(read_plan(BAD)), TODAY), ids=lambda finding: finding.rule)
def test_every_finding_can_be_put_aside(finding: Finding) -> None:
    data = read_plan(BAD)
    aside = dismissal(tree_of(data), finding.rule, finding.where)
    tree = tree_of({**data, "dismissed": [msgspec.to_builtins(aside)]})
    assert len(review(tree, TODAY)) == len(review(tree_of(data), TODAY)) - 1
    states = [item.state for item in review_all(tree, TODAY) if (item.rule, item.where) == (aside.rule, aside.where)]
    assert states == [State.DISMISSED]


def test_a_plan_file_dismisses_by_rule_and_place() -> None:
    data = {**read_plan(BAD), "dismissed": ["GP404 a1", "GP404", "nonsense", "GP404  a2 "]}
    assert "GP404" not in {finding.rule for finding in review(tree_of(data), TODAY)}


def test_a_rule_can_be_switched_off() -> None:
    tree = tree_of(read_plan(BAD))
    everything = review_all(tree, TODAY, off=("GP201",))
    assert [finding.rule for finding in everything if finding.state is State.OFF] == ["GP201"]
    assert "GP201" not in {finding.rule for finding in review(tree, TODAY, off=("GP201",))}
    assert len(everything) == len(review(tree, TODAY))


def test_facts_of_a_journal() -> None:
    snapshot = Snapshot.of(
        [
            Line(id="l1", week="2026-W09", text="x", focus="f1"),
            Line(id="l2", week="2026-W02", text="x", focus="f1"),
            Line(id="l3", week="2026-W10", text="x"),
            Week(id="2026-W05", week="2026-W05", state=WeekState.PAUSED),
            Week(id="2026-W06", week="2026-W06"),
        ]
    )
    facts = LogFacts.of(snapshot)
    assert facts.last_lines == {"f1": date(2026, 2, 23)}
    assert facts.paused == {date(2026, 1, 26)}


TEXT = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Be promoted", "Improve it", "Be a leader", "Publish", "Can't", "{match}", "[/b]", "\ud800", "汉字"]
    ),
)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
ACTIONS = st.lists(
    st.builds(
        Action,
        id=st.sampled_from(["a1", "a2", "focus"]),
        focus=st.just("f1"),
        text=TEXT,
        due=st.none() | DATES,
        needs=st.lists(TEXT, max_size=2).map(tuple),
        side_quest=st.booleans(),
        hours_per_week=st.none() | st.floats(allow_nan=True),
        direction=TEXT,
        created=st.none(),
        changed=st.none(),
        deleted=st.none(),
    ),
    max_size=4,
).map(tuple)
PLAN = st.builds(
    Plan,
    id=st.just("p"),
    mode=st.sampled_from(PlanMode),
    language=st.sampled_from([None, "en", "de", ""]),
    start=st.none() | DATES,
    horizon_months=st.none() | st.integers(),
    north_star=TEXT,
    logged_weeks=st.dictionaries(st.sampled_from(["f1", "f2"]), DATES, max_size=2),
    dismissed=st.lists(
        st.one_of(TEXT, st.builds(Dismissal, rule=st.just("GP101"), where=st.just("north_star"))), max_size=2
    ).map(tuple),
    versions=st.just(()),
    manager_review=st.none() | DATES,
    created=st.none(),
    changed=st.none(),
    deleted=st.none(),
)
TREES = st.builds(
    lambda plan, principle, goal, why, kind, measures, title, note, actions: PlanTree(
        plan=plan,
        principles=(Principle(id="p1", plan="p", kind=PrincipleKind.LIMIT, text=principle),),
        goals=(Goal(id="g1", plan="p", text=goal, why=why, kind=kind, current=True, measures=measures),),
        points=(FocusTree(Focus(id="f1", plan="p", title=title, note=note, current=title, desired=note), actions),),
    ),
    PLAN,
    principle=TEXT,
    goal=TEXT,
    why=TEXT,
    kind=st.none() | st.sampled_from(GoalKind),
    measures=st.lists(TEXT, max_size=2).map(tuple),
    title=TEXT,
    note=TEXT,
    actions=ACTIONS,
)


@given(TREES, DATES)
@settings(max_examples=120)
def test_no_plan_breaks_a_rule(tree: PlanTree, today: date) -> None:
    for finding in review_all(tree, today):
        assert finding.message
        dismissal(tree, finding.rule, finding.where)


def large_plan(count: int, salt: str = "") -> PlanTree:
    """A plan of `count` different actions, made of the lines of the example plans."""
    names = ("good-01-staff-six-months.toml", "bad-03-vague-everything.toml", "bad-05-waiting-for-others.toml")
    lines = [act["text"] for name in names for point in read_plan(name)["focus"] for act in point.get("actions", ())]
    actions = [{"id": f"a{n}", "text": f"{lines[n % len(lines)]} for {salt}item{n}"} for n in range(count)]
    return tree_of({**read_plan(names[0]), "focus": [{"title": "All of it", "actions": actions}]})


def test_two_hundred_actions_are_reviewed() -> None:
    assert "GP504" in {finding.rule for finding in review(large_plan(200), TODAY)}


def test_a_very_long_action_is_reviewed() -> None:
    actions = [{"text": word * 4_000} for word in ("maybe ", "get a ", "my boss ", "Improve it, ", "x")]
    assert review(tree_of({"focus": [{"title": "x", "actions": actions}]}), TODAY)


@pytest.mark.bench
def test_ten_times_the_actions_take_about_ten_times_the_time() -> None:
    def seconds(count: int, salt: str) -> float:
        tree = large_plan(count, salt)
        start = time.process_time()
        review(tree, TODAY)
        return time.process_time() - start

    seconds(20, "warm")
    small = min(seconds(40, f"s{turn}") for turn in range(5))
    large = min(seconds(400, f"l{turn}") for turn in range(5))
    assert large < 14 * small
