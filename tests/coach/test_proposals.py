"""What answers offer for the plan: the rules of domain 3.3 on the examples of the sets."""

import pytest

from growthtui.coach.catalogue import load_questions
from growthtui.coach.proposals import Proposal, ProposalKind, proposals, what_else
from growthtui.coach.wizard import Wizard


def answered(step: str, text: str, set_id: str = "pairing", scale: int | None = None) -> Wizard:
    questions = load_questions()[set_id]
    return Wizard.start(questions).go_to(questions[step]).write(text).rate(scale)


def offers(step: str, text: str, set_id: str = "pairing", scale: int | None = None) -> list[tuple[ProposalKind, str]]:
    return [(offer.kind, offer.text) for offer in proposals(answered(step, text, set_id, scale))]


def strong(step: str) -> tuple[Proposal, ...]:
    return proposals(answered(step, load_questions()["pairing"][step].strong_example))


def test_the_goal_is_offered_without_the_sentence_that_only_names_its_kind() -> None:
    (goal,) = strong("q1")
    assert goal.kind is ProposalKind.GOAL
    assert goal.text.startswith("By next autumn I run the migration design")
    assert "career goal" not in goal.text
    assert goal.note == "Personal, or career?"


def test_each_sentence_of_the_measures_is_one_measure() -> None:
    assert [(offer.kind, offer.text) for offer in strong("q3")] == [
        (ProposalKind.MEASURE, "Two teams outside mine use the contract by June (today: none)"),
        (ProposalKind.MEASURE, "Three people I did not invite ask me for a review"),
    ]


def test_the_three_things_become_focus_points() -> None:
    assert [offer.kind for offer in strong("q4")] == [ProposalKind.FOCUS] * 3
    assert what_else(answered("q4", load_questions()["pairing"]["q4"].strong_example)) == ()


def test_what_others_decide_is_offered_as_a_sign_with_an_empty_focus_beside() -> None:
    offered = proposals(answered("q4", "Be promoted to senior; write one article a month; review for Payments"))
    assert [(offer.kind, bool(offer.text), offer.is_wanted) for offer in offered] == [
        (ProposalKind.MEASURE, True, True),
        (ProposalKind.FOCUS, False, False),
        (ProposalKind.FOCUS, True, True),
        (ProposalKind.FOCUS, True, True),
    ]


@pytest.mark.parametrize(("count", "asked"), [(1, "what else"), (2, "what else"), (3, ""), (5, ""), (6, "can wait")])
def test_fewer_than_three_and_more_than_five_things_are_asked_about(count: int, asked: str) -> None:
    things = "; ".join(f"publish write-up number {'abcdef'[n]} by June" for n in range(count))
    questions = " ".join(what_else(answered("q4", things)))
    assert (asked in questions) if asked else questions == ""


def test_an_ask_needs_a_name() -> None:
    named, unnamed = proposals(answered("q5", "Priya takes over two services. Somebody has to give us time."))
    assert (named.kind, named.who, named.is_wanted) == (ProposalKind.ASK, "Priya", True)
    assert (unnamed.who, unnamed.is_wanted) == ("", False)


def test_only_refusals_become_limits() -> None:
    assert offers("q6", "No evenings. So the exam moves to March.") == [(ProposalKind.PRINCIPLE, "No evenings")]


def test_the_step_before_the_next_meeting_asks_again_when_it_is_unsure() -> None:
    (unsure,) = proposals(answered("close", "When lunch starts, I ask Jonas", scale=6))
    (sure,) = proposals(answered("close", "When lunch starts, I ask Jonas", scale=7))
    assert unsure.kind is ProposalKind.STEP
    assert (bool(unsure.note), bool(sure.note)) == (True, False)


def test_the_set_for_being_stuck_offers_gaps_visibility_and_hours() -> None:
    assert offers("s1", "Failure modes in designs; saying no earlier", "stuck") == [
        (ProposalKind.GAP, "Failure modes in designs"),
        (ProposalKind.GAP, "saying no earlier"),
    ]
    assert offers("s2", "Nobody outside my team knows", "stuck") == [
        (ProposalKind.FOCUS, "Nobody outside my team knows")
    ]
    assert offers("s3", "3 hours a week, no weekends", "stuck")[0] == (ProposalKind.HOURS, "3")


def test_not_knowing_yet_offers_nothing() -> None:
    assert offers("q3", "I do not know yet.") == []
