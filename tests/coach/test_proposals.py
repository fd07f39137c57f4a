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


def test_the_step_before_the_next_meeting_knows_how_sure_it_is() -> None:
    (step,) = proposals(answered("close", "When lunch starts,\nI ask Jonas", scale=6))
    assert (step.kind, step.text, step.confidence) == (ProposalKind.STEP, "When lunch starts, I ask Jonas", 6)


def test_the_set_for_being_stuck_offers_gaps_visibility_and_hours() -> None:
    assert offers("s1", "Failure modes in designs; saying no earlier", "stuck") == [
        (ProposalKind.GAP, "Failure modes in designs"),
        (ProposalKind.GAP, "saying no earlier"),
    ]
    assert offers("s2", "Nobody outside my team knows", "stuck") == [
        (ProposalKind.FOCUS, "Nobody outside my team knows")
    ]
    assert offers("s3", "3 hours a week, no weekends", "stuck")[0] == (ProposalKind.HOURS, "3")
    assert offers("s3", "Two hours a week", "stuck") == [(ProposalKind.HOURS, "2")]
    assert offers("s3", "An hour a week, 1.5 hours a month of it with Bo", "stuck") == [(ProposalKind.HOURS, "1")]
    assert offers("s3", "3 hours a day", "stuck") == []


def test_not_knowing_yet_offers_nothing() -> None:
    assert offers("q3", "I do not know yet.") == []


def test_a_longer_picture_is_offered_as_the_north_star() -> None:
    said = "In the long run I want to be who people ask about data. By autumn I run the design. It is a career goal."
    assert offers("q1", said) == [
        (ProposalKind.NORTH_STAR, "In the long run I want to be who people ask about data"),
        (ProposalKind.GOAL, "By autumn I run the design"),
    ]
    assert offers("q1", "One day I lead a clinic") == [(ProposalKind.NORTH_STAR, "One day I lead a clinic")]


def test_what_follows_a_no_is_the_plan_b_of_the_ask_before_it() -> None:
    (ask,) = strong("q5")
    assert (ask.who, ask.text) == ("Priya", "Priya takes over the two services; I ask her on Thursday")
    assert ask.plan_b == "If she cannot, I ask for a rotation in the planning on the 20th"


def test_an_if_without_an_ask_before_it_stays_an_ask() -> None:
    (ask,) = proposals(answered("q5", "If Bo has time, he reads it."))
    assert (ask.kind, ask.who, ask.plan_b) == (ProposalKind.ASK, "Bo", "")


PGP = load_questions()["pgp"]


def grown(*answers: str) -> Wizard:
    wizard = Wizard.start(PGP)
    for step, text in zip(PGP.steps, answers, strict=False):
        wizard = wizard.go_to(step).write(text)
    return wizard


def test_up_to_three_areas_become_focus_points() -> None:
    offered = proposals(grown("Talk to brokers; write for laymen; say no; model in the open"))
    assert [(offer.kind, offer.is_wanted) for offer in offered] == [
        (ProposalKind.FOCUS, True),
        (ProposalKind.FOCUS, True),
        (ProposalKind.FOCUS, True),
        (ProposalKind.FOCUS, False),
    ]


def test_a_situation_belongs_to_its_area_when_there_is_a_paragraph_for_each() -> None:
    both = proposals(grown("Talk to brokers; write for laymen", "I send mails.\n\nI write for actuaries.", "I call."))
    assert [(offer.kind, offer.text, offer.focus) for offer in both[2:]] == [
        (ProposalKind.TODAY, "I send mails.", "Talk to brokers"),
        (ProposalKind.TODAY, "I write for actuaries.", "write for laymen"),
        (ProposalKind.WANTED, "I call.", ""),
    ]


def test_activities_become_actions_and_what_others_decide_a_sign() -> None:
    assert offers("p4", "Call two brokers a week; get promoted to lead", "pgp") == [
        (ProposalKind.ACTION, "Call two brokers a week"),
        (ProposalKind.MEASURE, "get promoted to lead"),
    ]
    assert offers("v3", "get promoted to lead", "survey") == [(ProposalKind.ACTION, "get promoted to lead")]


def test_accountability_becomes_check_ins() -> None:
    (named, nobody) = proposals(answered("p5", "Ana, every two weeks; the whole team", "pgp"))
    assert (named.kind, named.who, named.is_wanted) == (ProposalKind.CHECKIN, "Ana", True)
    assert (nobody.who, nobody.is_wanted) == ("", False)


def test_the_talk_with_the_manager_is_noted_and_its_changes_are_offered() -> None:
    assert offers("m1", "Partly", "manager_review") == [(ProposalKind.REVIEW, "Partly")]
    assert offers("m2", "Add one talk in May", "manager_review") == [(ProposalKind.ACTION, "Add one talk in May")]
    assert offers("m3", "4 hours a week are enough", "manager_review") == [(ProposalKind.HOURS, "4")]
    assert offers("m4", "Move the exam to March", "manager_review") == []
    assert offers("m5", "Three teams use it", "manager_review") == [(ProposalKind.MEASURE, "Three teams use it")]


def test_the_gaps_that_others_name_are_offered_as_gaps() -> None:
    assert offers("v1", "Failure modes", "survey") == [(ProposalKind.GAP, "Failure modes")]


def test_a_number_at_the_end_of_a_line_stays_in_it() -> None:
    assert offers("q3", "Read chapter 3\nWrite one page") == [
        (ProposalKind.MEASURE, "Read chapter 3"),
        (ProposalKind.MEASURE, "Write one page"),
    ]
