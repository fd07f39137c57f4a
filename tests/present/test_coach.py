"""The words beside the coach's questions, and `check` as text."""

from datetime import date

import msgspec

from growthtui.domain.plan import Action, Dismissal, Focus, Goal, GoalKind, Measure, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.findings import Review, review_of
from growthtui.present.coach import Asked, PlaceKind, asked, by_place, check_lines, open_asked

TODAY = date(2026, 3, 9)
PLAN = Plan(id="p1", language="en", start=date(2026, 3, 2))
GOAL = Goal(
    id="g1",
    plan="p1",
    text="Become a senior",
    kind=GoalKind.CAREER,
    current=True,
    measures=(Measure(text="Be happier"),),
)
FOCUS = Focus(id="f1", plan="p1", title="Leading", goal="g1")
ACTIONS = (
    Action(id="a1", focus="f1", text="Be a leader in my team"),
    Action(id="a2", focus="f1", text="Be tech lead of a larger project\n[/b]"),
)


def review(*others: Action, plan: Plan = PLAN) -> Review:
    return review_of(Snapshot.of((plan, GOAL, FOCUS, *(others or ACTIONS))), TODAY)


def the(rule: str, given: Review) -> Asked:
    return next(item for item in asked(given) if item.finding.rule == rule)


def test_each_question_knows_the_words_it_is_about() -> None:
    found = review()
    places = {item.finding.rule: item.place for item in asked(found)}
    assert (places["GP206"].label, places["GP206"].words) == ("Action 1", "Be a leader in my team")
    assert (places["GP402"].kind, places["GP402"].label) == (PlaceKind.SIGN, "Sign of success 1")
    assert places["GP201"].label == "Career goal"
    assert (places["GP101"].kind, places["GP101"].words) == (PlaceKind.NORTH_STAR, "")


def test_words_that_the_message_quotes_are_not_said_twice() -> None:
    whole = Action(id="a1", focus="f1", text="be tech lead")
    assert the("GP301", review(whole)).words == ""
    assert the("GP301", review()).words == "Be tech lead of a larger project [/b]"


def test_a_place_that_is_gone_is_named() -> None:
    found = review()
    finding = msgspec.structs.replace(found.findings[0], rule="GP404", where="nowhere")
    gone = Review((finding,), tree=found.tree)
    assert asked(gone)[0].place.label == "The plan, nowhere"


def test_nothing_is_asked_without_a_plan() -> None:
    assert open_asked(review_of(Snapshot.of(()), TODAY)) == ()


def test_questions_about_the_same_words_stand_together_the_gravest_first() -> None:
    groups = by_place(open_asked(review()))
    assert groups[0][1][0].finding.severity == "error"
    labels = [place.label for place, _ in groups]
    assert len(labels) == len(set(labels))


def test_check_as_text_names_words_rule_and_reason() -> None:
    aside = Dismissal(rule="GP101", where="north_star", reason="later\nperhaps")
    plan = msgspec.structs.replace(PLAN, dismissed=(aside,))
    lines = check_lines(asked(review(plan=plan)), 80)
    assert "Action 1: Be a leader in my team" in lines
    assert any(line.startswith("  warn GP301 at a2") for line in lines)
    assert "  warn GP101 at north_star (dismissed: later perhaps)" in lines
    assert all(len(line) <= 80 for line in lines)
