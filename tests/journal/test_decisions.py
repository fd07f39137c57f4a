"""Deciding about the offers of a session, one by one."""

import pytest

from growthtui.coach.proposals import Proposal, ProposalKind
from growthtui.domain.plan import GoalKind
from growthtui.journal.decisions import Decision, Decisions, Ground, Verdict, hours_in
from tests.conftest import TODAY


def offer(kind: ProposalKind, text: str = "words") -> Proposal:
    return Proposal(kind=kind, step="q1", text=text)


OFFERS = (offer(ProposalKind.GOAL), offer(ProposalKind.MEASURE, "a sign"), offer(ProposalKind.FOCUS, "a thing"))


def test_each_offer_starts_undecided_with_its_own_words() -> None:
    decisions = Decisions.of(OFFERS)
    assert decisions.is_untouched
    assert [item.text for item in decisions] == ["words", "a sign", "a thing"]
    assert (decisions.next_open(), decisions.taken) == (0, ())


def test_the_next_open_offer_is_looked_for_from_a_place_on_and_round() -> None:
    decisions = Decisions.of(OFFERS).settle(1, Verdict.LEFT)
    assert decisions.next_open(0) == 2
    assert decisions.next_open(2) == 0
    settled = decisions.settle(0, Verdict.TAKEN).settle(2, Verdict.TAKEN)
    assert settled.next_open(0) is None
    assert settled.has_goal
    assert [taken.text for taken in settled.taken] == ["words", "a thing"]


def test_going_back_keeps_what_was_decided_about_the_same_offers() -> None:
    before = Decisions.of(OFFERS).settle(0, Verdict.TAKEN).settle(1, Verdict.LEFT)
    changed = (OFFERS[0], offer(ProposalKind.MEASURE, "another sign"), OFFERS[2])
    again = Decisions.of(changed, before)
    assert [item.verdict for item in again] == [Verdict.TAKEN, Verdict.OPEN, Verdict.OPEN]


def test_two_offers_with_the_same_words_are_two_decisions() -> None:
    twice = Decisions.of((OFFERS[2], OFFERS[2])).settle(1, Verdict.LEFT)
    again = Decisions.of((OFFERS[2], OFFERS[2]), twice)
    assert [item.verdict for item in again] == [Verdict.OPEN, Verdict.LEFT]


@pytest.mark.parametrize(
    ("kind", "text", "has_goal", "is_refused"),
    [
        (ProposalKind.GOAL, "words", False, False),
        (ProposalKind.GOAL, " \n", False, True),
        (ProposalKind.MEASURE, "a sign", False, True),
        (ProposalKind.MEASURE, "a sign", True, False),
        (ProposalKind.HOURS, "3", False, False),
        (ProposalKind.HOURS, "some", False, True),
    ],
)
def test_what_the_plan_cannot_hold_is_said_before_it_is_taken(
    kind: ProposalKind, text: str, has_goal: bool, is_refused: bool
) -> None:
    ground = Ground(has_goal=has_goal, points=(), today=TODAY)
    assert bool(Decision.of(offer(kind, text)).refusal(ground)) is is_refused


def test_the_kind_of_a_goal_and_of_a_gap_is_chosen_by_the_person() -> None:
    goal, gap = Decision.of(offer(ProposalKind.GOAL)), Decision.of(offer(ProposalKind.GAP))
    assert goal.needs_choice
    assert gap.needs_choice
    assert not goal.with_(goal_kind=GoalKind.CAREER).needs_choice
    assert not gap.with_(gap="unsure").needs_choice
    assert not Decision.of(offer(ProposalKind.FOCUS)).needs_choice


@pytest.mark.parametrize(
    ("text", "hours"), [("3", 3), (" 1,5 ", 1.5), ("0", None), ("nan", None), ("inf", None), ("169", None), ("", None)]
)
def test_hours_are_a_number_that_fits_into_a_week(text: str, hours: float | None) -> None:
    assert hours_in(text) == hours
