"""Each rule alone: what makes it ask, and what lets it rest."""

from datetime import timedelta
from typing import Any

import pytest

from growthtui.coach.catalogue import load_rules
from growthtui.coach.rules import CHECKS
from tests.coach.plans import CAREER, PERSONAL, TODAY, found, matches, messages, plan, points

CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("GP101", {"north_star": "Be kind to people"}, ["north_star"]),
    ("GP101", {"north_star": "Be kind to all people"}, []),
    ("GP102", {"goals": [{**CAREER, "status": "parked"}]}, ["goals"]),
    ("GP102", {"goals": [CAREER]}, []),
    ("GP103", {"goals": [CAREER, {**PERSONAL, "id": "g2"}]}, ["goals"]),
    ("GP103", {"goals": [CAREER, {**PERSONAL, "id": "g2", "status": "reached"}]}, []),
    ("GP104", {"goals": [{**CAREER, "kind": "growth"}, {"text": "x"}]}, ["g1", "g2"]),
    ("GP104", {"goals": [{**CAREER, "kind": "growth", "status": "closed"}]}, []),
    ("GP105", {"focus": points("a", "b")}, ["focus"]),
    ("GP105", {"focus": points("a", "b", "c")}, []),
    ("GP105", {"focus": points("a", "b", "c", "d", "e", "f")}, ["focus"]),
    ("GP105", {"focus": [*points("a", "b"), *points("c", status="parked")]}, ["focus"]),
    ("GP105", {"mode": "pgp", "focus": points("a")}, []),
    ("GP105", {"mode": "pgp", "focus": points("a", "b", "c", "d")}, ["focus"]),
    ("GP105", {"mode": "pgp"}, ["focus"]),
    ("GP106", {"focus": points("a", note="one two three four five six seven")}, ["f1"]),
    ("GP106", {"focus": points("a", note="one two three four five six seven eight")}, []),
    ("GP106", plan({"text": "x", "status": "done"}), []),
    ("GP106", plan({"text": "x", "status": "dropped"}), ["f1"]),
    ("GP106", {"focus": points("a", status="closed")}, []),
    ("GP107", {}, ["horizon_months"]),
    ("GP107", {"horizon_months": 0}, ["horizon_months"]),
    ("GP107", {"horizon_months": 1}, []),
    ("GP107", {"horizon_months": 12}, []),
    ("GP107", {"horizon_months": 13}, ["horizon_months"]),
    ("GP108", plan("Write the ledger guide", "Rest", "Write guides: the ledgers!"), ["a3"]),
    ("GP108", plan("Write the ledger guide", {"text": "Write the ledger guide", "status": "done"}), []),
    ("GP108", plan("Write one two alpha beta gamma", "Write one two alpha beta gamma delta"), ["a2"]),
    ("GP108", plan("Write alpha beta", "Write alpha beta gamma"), []),
    ("GP108", plan("", "", "the", "the"), []),
    ("GP201", plan("Read a book", "Go to bed"), ["g1"]),
    ("GP201", plan("Read a book", "Publish it"), []),
    ("GP201", plan("Read a book", {"text": "Publish it", "status": "done"}), ["g1"]),
    ("GP201", plan(), []),
    ("GP201", plan("Read a book", goal=PERSONAL), []),
    ("GP202", plan("Publish it", goal=PERSONAL), ["g1"]),
    ("GP202", plan("Publish it", "Sleep", goal=PERSONAL), []),
    ("GP202", plan("Publish it"), []),
    ("GP203", plan("Publish it", "Present it"), ["focus"]),
    ("GP203", plan("Publish it", {"text": "Present it", "status": "done"}), ["focus"]),
    ("GP203", plan("Publish it", {"text": "Present it", "status": "dropped"}), []),
    ("GP203", plan("Publish it", "Present it", "Go on"), ["focus"]),
    ("GP203", plan("Publish it", "Go in", "Go on"), []),
    ("GP203", plan("Publish it", "Read it"), []),
    ("GP203", plan("Publish it", "Go on"), []),
    (
        "GP203",
        {
            "focus": [
                {"title": "a", "capability": "x", "actions": [{"text": "Publish it"}]},
                {"title": "b", "capability": "y", "actions": [{"text": "Present it"}]},
            ]
        },
        [],
    ),
    ("GP204", plan("Read it", goal=PERSONAL), ["g1"]),
    ("GP204", plan("Read it", {"text": "Rest", "side_quest": True}, goal=PERSONAL), []),
    ("GP204", plan("Read it", "Agree it with my boss", goal=PERSONAL), []),
    ("GP204", plan("Read it"), []),
    ("GP206", plan("Be a leader", "Be a leader known for it"), ["a1"]),
    ("GP206", {"goals": [CAREER], "focus": points("Become the expert")}, ["f1"]),
    ("GP206", plan("Be a leader", goal=PERSONAL), []),
    ("GP207", plan("Onboard Imre", "Read it"), ["g1"]),
    ("GP207", plan("Onboard Imre", "Meet Ana"), []),
    ("GP207", plan("Read it"), []),
    ("GP301", plan("Be promoted", "Ask for it", {"text": "Get hired", "status": "done"}), ["a1"]),
    ("GP301", {"focus": points("Be promoted")}, ["f1"]),
    ("GP301", {"focus": [{"title": "Be promoted", "actions": [{"text": "Rest"}]}]}, []),
    ("GP302", plan(goal={**CAREER, "measures": ["I am promoted", "My boss decides"]}), ["g1"]),
    ("GP302", plan(goal={**CAREER, "measures": ["I am promoted", "Two teams use it"]}), []),
    ("GP302", plan(goal={**CAREER, "measures": []}), []),
    ("GP303", plan({"text": "x", "needs": ["Imre"]}), ["a1"]),
    ("GP303", plan({"text": "x", "needs": ["Imre"], "ask_by": TODAY}), []),
    ("GP303", plan("Get access to the data"), ["a1"]),
    ("GP303", plan({"text": "Get access to the data", "needs": ["Imre"], "ask_by": TODAY}), []),
    ("GP401", plan(goal={**CAREER, "measures": []}), ["g1"]),
    ("GP401", plan(goal={**CAREER, "measures": [" "]}), ["g1"]),
    ("GP401", plan(goal={**CAREER, "current": False, "measures": []}), []),
    ("GP402", plan(goal={**CAREER, "measures": ["Two of them", "It is nice"]}), ["g1.measures[1]"]),
    ("GP402", plan(goal={**CAREER, "current": False, "measures": ["It is nice"]}), ["g1.measures[0]"]),
    ("GP402", plan(goal={**CAREER, "status": "parked", "measures": ["It is nice"]}), []),
    ("GP402", plan(goal={**CAREER, "measures": [{"text": "It is nice", "target": 8}]}), []),
    ("GP402", plan(goal={**CAREER, "measures": [{"text": "It is nice", "observer": "Bo"}]}), []),
    ("GP402", plan(goal={**CAREER, "measures": [{"text": "It is live", "due": TODAY}]}), []),
    ("GP402", plan(goal={**CAREER, "measures": [{"text": "It is good", "due": TODAY}]}), ["g1.measures[0]"]),
    ("GP403", plan("Improve it", "Maybe improve it", "Be an expert", "Improve it weekly"), ["a1"]),
    ("GP404", plan("Call Bo", "Improve it", "Maybe call Bo", "Call Bo weekly", "Call two people"), ["a1"]),
    ("GP404", plan("Be an expert"), ["a1"]),
    ("GP404", plan({"text": "Call Bo", "due": TODAY}, {"text": "Call Bo", "cadence": "2w"}), []),
    ("GP404", plan({"text": "Call Bo", "count": 3}, {"text": "Call Bo", "if_then": "when x, then y"}), []),
    ("GP405", plan("Maybe call Bo", "Call Bo"), ["a1"]),
    ("GP501", {}, ["principles"]),
    ("GP501", {"principles": [{"kind": "value", "text": "Honesty"}]}, ["principles"]),
    ("GP501", {"principles": [{"kind": "limit", "text": "Free evenings"}]}, []),
    ("GP501", {"north_star": "Never a burden"}, []),
    ("GP504", plan(*["Call"] * 12), []),
    ("GP504", plan(*["Call"] * 13), ["focus"]),
    ("GP504", plan({"text": "x", "hours_per_week": 2.5}, hours_per_week=2), ["focus"]),
    ("GP504", plan({"text": "x", "hours_per_week": 2}, hours_per_week=2), []),
    ("GP504", plan({"text": "x", "hours_per_week": 99}), []),
    ("GP504", plan(*[{"text": "x", "hours_per_week": 0.1}] * 3, hours_per_week=0.3), []),
    ("GP601", plan("Call Bo weekly"), ["checkins"]),
    ("GP601", plan("Ask my boss"), ["checkins"]),
    ("GP601", plan("Ask my boss weekly"), []),
    ("GP601", plan("Ask my boss every two weeks"), []),
    ("GP601", plan({"text": "Ask my boss", "due": TODAY}), []),
    ("GP601", plan({"text": "Ask my boss", "cadence": "1m"}), []),
    ("GP601", {"checkins": [{"with": "Bo"}]}, []),
    ("GP602", {"start": TODAY - timedelta(days=15)}, ["manager_review"]),
    ("GP602", {"start": TODAY - timedelta(days=14)}, []),
    ("GP602", {"start": TODAY - timedelta(days=15), "manager_review": TODAY}, []),
    ("GP602", {}, []),
    ("GP603", plan("Meet other managers", "Ask two directors for their plans"), ["a1", "a2"]),
    ("GP603", plan("Meet other managers", "Meet other managers, agreed with my manager"), ["a1"]),
    ("GP603", plan("Meet other managers", "Go through my priorities with my manager"), ["a1"]),
    ("GP603", plan({"text": "Meet the directors", "note": "My manager knows"}), []),
    ("GP604", plan("Automate the deployment", "Automate the deployment with the team"), ["a1"]),
    ("GP604", plan("Automate the deployment", goal=PERSONAL), []),
    ("GP604", plan("Automate the garden"), []),
    ("GP703", plan("Keep reading", "I'll continue it", "Read on", goal=PERSONAL), ["a1", "a2"]),
    ("GP703", plan("Keep reading"), []),
    ("GP704", {"mode": "pgp", "focus": points("a", current="", desired="x")}, ["f1"]),
    ("GP704", {"mode": "pgp", "focus": points("a", current="I answer", desired=" ")}, ["f1"]),
    ("GP704", {"mode": "pgp", "focus": points("a", current="alpha beta gamma", desired="gamma beta alpha")}, ["f1"]),
    ("GP704", {"mode": "pgp", "focus": points("a", current="alpha beta gamma", desired="delta beta alpha")}, []),
    ("GP704", {"focus": points("a")}, []),
    ("GP705", {"mode": "pgp", "focus": points("a", "b", domain="technical")}, ["focus"]),
    ("GP705", {"mode": "pgp", "focus": [*points("a", domain="technical"), *points("b")]}, ["focus"]),
    ("GP705", {"mode": "pgp", "focus": [*points("a", domain="technical"), *points("b", domain="value")]}, []),
    ("GP705", {"mode": "pgp", "focus": points("a")}, []),
    ("GP705", {"focus": points("a", domain="technical")}, []),
]


@pytest.mark.parametrize(("rule", "data", "where"), CASES)
def test_rule(rule: str, data: dict[str, Any], where: list[str]) -> None:
    assert found(data, rule) == where


def test_every_rule_has_its_code_and_the_other_way_round() -> None:
    assert [check.rule for check in CHECKS] == [rule.id for rule in load_rules().rules]


GOAL = {**CAREER, "text": "Shape pricing products together with underwriting", "why": "Late reviews cost everybody"}


@pytest.mark.parametrize(
    ("goal", "focus", "where"),
    [
        (GOAL, {"title": "Gardening"}, ["f1"]),
        (GOAL, {"title": "Gardening", "supports": "calm"}, []),
        (GOAL, {"title": "Gardening", "note": "for the price of products"}, []),
        (GOAL, {"title": "Gardening", "actions": [{"text": "Review it"}]}, []),
        (GOAL, {"title": "Gardening", "goal": "g1"}, ["f1"]),
        (GOAL, {"title": "Gardening", "goal": "g2"}, []),
        (GOAL, {"title": "Gardening", "goal": "gone"}, ["f1"]),
        ({**GOAL, "measures": []}, {"title": "Gardening"}, []),
        (CAREER, {"title": "Gardening"}, []),
        ({**GOAL, "current": False}, {"title": "Gardening"}, []),
    ],
)
def test_focus_link(goal: dict[str, Any], focus: dict[str, Any], where: list[str]) -> None:
    other = {"id": "g2", "kind": "personal", "text": "Rest"}
    assert found({"language": "en", "goals": [goal, other], "focus": [focus]}, "GP205") == where


@pytest.mark.parametrize(
    ("limit", "action", "cue"),
    [
        ("Family first", "Read on Saturdays", "saturdays"),
        ("No overtime", "Study after work", "after work"),
        ("I won't brag", "Post it on LinkedIn", "linkedin"),
        ("Never manage people", "Act as line manager", "line manager"),
        ("No travel", "Commute to Bonn", "commute"),
        ("No travel", "Be on site in Bonn", "on site"),
        ("No pager", "Join the on-call round", "on-call"),
        ("Family first", "Read, but not on Saturdays", None),
        ("Family first", "Read without losing any of the evenings", "evenings"),
        ("Family first", "Never on Saturdays, only on Sundays", "sundays"),
        ("Family first", "Post it on LinkedIn", None),
        ("Honesty", "Read on Saturdays", None),
    ],
)
def test_against_a_limit(limit: str, action: str, cue: str | None) -> None:
    data = plan(action, principles=[{"kind": "limit", "text": limit}])
    assert matches(data, "GP502") == ([] if cue is None else [cue])


def test_a_value_is_no_limit_and_the_message_names_the_limit() -> None:
    assert found(plan("Read on Saturdays", principles=[{"kind": "value", "text": "Family"}]), "GP502") == []
    data = plan("Read on Saturdays", principles=[{"kind": "not_willing", "text": "Work {instead} of family"}])
    assert messages(data, "GP502") == ["This action touches your own limit 'Work {instead} of family'."]


def test_cannot_is_found_in_goals_focus_points_and_actions() -> None:
    data = {
        "language": "en",
        "goals": [{"text": "Rest", "why": "I can't go on"}, {"text": "I cannot", "status": "parked"}],
        "focus": [{"title": "Rest", "note": "It is impossible", "actions": [{"id": "a1", "text": "I cannot wait"}]}],
    }
    assert found(data, "GP503") == ["g1", "f1", "a1"]
    assert found({"language": "en", "goals": [{"text": "For others who", "why": "cannot wait"}]}, "GP503") == ["g1"]


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        ({"focus": points("a")}, "GP105", "1 focus point; 3 to 5 work best."),
        ({"focus": points("a", "b")}, "GP105", "2 focus points; 3 to 5 work best."),
        (
            plan({"text": "x", "hours_per_week": 1}, hours_per_week=0.5),
            "GP504",
            "1 open action, 1 hour a week.",
        ),
        (plan(*["x"] * 13), "GP504", "13 open actions."),
        (
            plan(*[{"text": "x", "hours_per_week": 0.1}] * 11, hours_per_week=1),
            "GP504",
            "11 open actions, 1.1 hours a week.",
        ),
    ],
)
def test_what_is_counted_reads_as_english(data: dict[str, Any], rule: str, message: str) -> None:
    assert messages(data, rule) == [message]
