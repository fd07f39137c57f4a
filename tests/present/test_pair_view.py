"""What the question wizard says, without a screen."""

from datetime import UTC, date, datetime

import pytest

from growthtui.coach.catalogue import load_questions
from growthtui.coach.proposals import Proposal, ProposalKind
from growthtui.coach.wizard import Wizard
from growthtui.domain.people import Answer, Person, Session
from growthtui.domain.plan import GoalKind
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.decisions import Decision, Decisions, Verdict
from growthtui.journal.session_drafts import LeftSession
from growthtui.present.days import day_in_full
from growthtui.present.offers import choice_words, kind_words, left_over, summary
from growthtui.present.pair import (
    answer_rows,
    begin_cards,
    earlier_rows,
    left_rows,
    panel_of,
    position,
    scale_words,
    session_title,
    set_rows,
    short_title,
)
from tests.conftest import TODAY

BOOK = load_questions()
PAIRING = BOOK["pairing"]


def decided(*kinds: ProposalKind, verdict: Verdict = Verdict.TAKEN) -> Decisions:
    proposals = [Proposal(kind=kind, step="q1", text="words") for kind in kinds]
    decisions = Decisions.of(proposals)
    for place in range(len(decisions)):
        decisions = decisions.settle(place, verdict)
    return decisions


def test_a_session_is_called_by_its_set_and_its_people() -> None:
    assert short_title(PAIRING) == "Pairing"
    assert session_title(PAIRING, "Bo") == "Pairing with Bo"
    assert session_title(BOOK["manager_review"], "Priya") == "Review the draft with your manager, with Priya"
    assert session_title(BOOK["stuck"], "") == "When you feel stuck, alone"


def test_sets_say_what_stands_in_brackets_and_how_long_they_are() -> None:
    rows = {row.id: row for row in set_rows(BOOK.sets)}
    assert (rows["pairing"].detail, rows["pairing"].count) == ("two people, 45 to 60 minutes", "8 questions")
    assert rows["manager_review"].detail == ""


def test_sessions_say_their_day_and_how_far_they_are() -> None:
    wizard = Wizard.start(PAIRING, "s1", "p1").next().next()
    snapshot = Snapshot.of((Person(id="p1", name="Bo"),))
    left = LeftSession(wizard.session, datetime(2026, 11, 24, 9, tzinfo=UTC))
    (row,) = left_rows([left], BOOK.sets, snapshot, TODAY)
    assert (row.title, row.detail) == ("Pairing with Bo", "left today at 3 of 8")


def test_finished_sessions_say_what_came_of_them_newest_first() -> None:
    taken = Answer(step="s1", text="x", accepted=("f1", "f2"))
    sessions = (
        Session(id="1", kind="stuck", on=date(2026, 10, 1), answers=(taken,), next=date(2026, 12, 1)),
        Session(id="2", kind="own-set", with_="Ana", on=date(2026, 11, 1), answers=(Answer(step="a", text="x"),)),
        Session(id="3", kind="pairing", finished=False),
    )
    rows = earlier_rows(Snapshot.of(sessions), BOOK.sets, TODAY)
    assert [(row.title, row.detail) for row in rows] == [
        ("own-set Ana", "1 Nov · 1 answer"),
        ("When you feel stuck, alone", "1 Oct · 2 into the plan · again 1 Dec"),
    ]


def test_the_place_in_a_session() -> None:
    wizard = Wizard.start(PAIRING)
    assert position(wizard) == "1 of 8"
    for _ in PAIRING.steps:
        wizard = wizard.next()
    assert position(wizard) == "the read-back"


@pytest.mark.parametrize(
    ("scale", "question", "follow_up"),
    [
        ("How much do you want this, 1 to 10? What makes it not lower?", "How much do you want this?", "What makes it"),
        ("How sure are you, 1 to 10?", "How sure are you?", ""),
        ("How sure? (6 or less: smaller.)", "How sure?", "6 or less: smaller."),
        ("confidence of the step; 6 or less: shrink it", "Confidence of the step", "6 or less: shrink it"),
        ("just a number", "Just a number", ""),
        ("", "", ""),
    ],
)
def test_a_scale_falls_into_its_question_and_what_to_ask_then(scale: str, question: str, follow_up: str) -> None:
    found = scale_words(scale)
    assert found.question == question
    assert found.follow_up.startswith(follow_up)
    assert bool(found.follow_up) is bool(follow_up)


def test_the_panel_marks_what_was_used_and_what_is_suggested() -> None:
    wizard = Wizard.start(PAIRING).next()
    first, second, *_ = wizard.step.probes
    panel = panel_of(wizard.use_probe(first), "Bo", second)
    assert [(row.is_used, row.is_suggested) for row in panel.probes[:3]] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert panel.note == ""
    assert panel_of(wizard.use_probe(first).use_probe(second), "Bo", "").note


def test_the_read_back_has_every_question_and_knows_what_is_private() -> None:
    wizard = Wizard.start(PAIRING).next().write("\nwords\n").rate(7)
    rows = {row.step: row for row in answer_rows(wizard)}
    assert len(rows) == len(PAIRING.steps)
    assert (rows["q1"].text, rows["q1"].scale) == ("words", "7 of 10")
    assert [step for step, row in rows.items() if row.is_private] == ["q6"]


def test_what_goes_into_the_plan_is_counted() -> None:
    kinds = (ProposalKind.GOAL, ProposalKind.MEASURE, ProposalKind.MEASURE, ProposalKind.HOURS)
    assert summary(decided(*kinds)) == "1 goal, 2 measures, hours a week"
    assert summary(Decisions()) == ""
    assert left_over(decided(*kinds)) == ""
    assert left_over(decided(*kinds, verdict=Verdict.LEFT)) == "4 stay in the answers."
    assert left_over(decided(ProposalKind.GOAL, verdict=Verdict.OPEN)) == "1 stays in the answers."


def test_an_offer_is_named_with_its_article_and_its_choice() -> None:
    (ask,) = decided(ProposalKind.ASK)
    (hours,) = decided(ProposalKind.HOURS)
    (goal,) = decided(ProposalKind.GOAL)
    assert [kind_words(item) for item in (ask, hours, goal)] == ["an ask", "hours a week", "a goal"]
    assert choice_words(goal) == ""
    assert choice_words(goal.with_(goal_kind=GoalKind.CAREER)) == "career"
    gap = Decision.of(Proposal(kind=ProposalKind.GAP, step="q2", text="words"))
    assert choice_words(gap.with_(gap="unknown")) == "to show"


def test_two_are_told_what_stays_between_them_and_one_is_not() -> None:
    two = begin_cards(PAIRING, BOOK.roles, "Bo")
    assert [title for title, _ in two] == ["Between you", "Bo asks", "You answer", "Suggestions"]
    assert begin_cards(BOOK["stuck"], BOOK.roles, "Bo")[0][1].startswith("Say first what stays between you")
    ((title, text),) = begin_cards(PAIRING, BOOK.roles, "")
    assert title == "You alone"
    assert text.startswith("The program asks")
    assert len(begin_cards(PAIRING, None, "Bo")) == 1


def test_a_day_in_full() -> None:
    assert day_in_full(date(2026, 12, 15)) == "Tuesday, 15 December 2026"
