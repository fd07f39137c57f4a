"""What accepted offers become: each in its place in the plan, and linked to the answer it came from."""

from datetime import date

import pytest

from growthtui.coach.proposals import Proposal, ProposalKind
from growthtui.coach.wizard import Wizard
from growthtui.domain.people import Session
from growthtui.domain.plan import GoalKind, PlanMode
from growthtui.errors import BadInputError
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.decisions import Decision, Decisions, Verdict
from growthtui.journal.focus import NewFocus
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.journal.plans import NewPlan
from tests.conftest import TODAY

TITLES = ("Hand over the two small services", "One write-up a month", "Design exercises with Bo")


def taken(journal: Journal, *items: Decision, set_id: str = "pairing") -> Session:
    """A session of which these offers are taken, checked as both front ends do it."""
    wizard = Wizard.start(journal.sessions.begin(set_id).questions)
    for step in wizard.questions.steps:
        wizard = wizard.go_to(step).write(f"said at {step.id}")
    decisions = Decisions(items)
    for place, item in enumerate(items):
        assert item.refusal(journal.sessions.ground(decisions)) == ""
        decisions = decisions.settle(place, Verdict.TAKEN)
    return journal.sessions.finish(wizard, decisions.taken)


def offer(kind: ProposalKind, text: str, step: str = "q5", **more: str) -> Decision:
    return Decision(proposal=Proposal(kind=kind, step=step, text=text), text=text, more=more)


def with_focus(journal: Journal) -> None:
    for title in TITLES:
        journal.focus.add(NewFocus(title=title))


def actions(journal: Journal) -> list[list[str]]:
    tree = journal.snapshot().tree
    assert tree is not None
    return [[action.text for action in point.actions] for point in tree.points]


def test_an_ask_hangs_where_its_words_point_to_else_on_the_first_point(journal: Journal) -> None:
    with_focus(journal)
    ask = ProposalKind.ASK
    taken(journal, offer(ask, "exercises every second Friday", who="Bo"), offer(ask, "lunch", who="Ana"))
    assert actions(journal) == [["Ask Ana: lunch"], [], ["Ask Bo: exercises every second Friday"]]


def test_an_ask_hangs_on_the_point_that_was_chosen_also_on_one_of_this_session(journal: Journal) -> None:
    with_focus(journal)
    edited = offer(ProposalKind.FOCUS, "Show the contract", step="q4").with_(text="Show the contract to Payments")
    decisions = Decisions((edited,)).settle(0, Verdict.TAKEN)
    points = journal.sessions.ground(decisions).points
    assert [point.title for point in points] == [*TITLES, "Show the contract to Payments"]
    asks = (
        offer(ProposalKind.ASK, "the exercises", who="Bo").with_(focus=points[1].key),
        offer(ProposalKind.ASK, "ten minutes", who="Ana").with_(focus=points[3].key),
    )
    taken(journal, *asks, edited)  # in any order: what others hang on is taken first
    assert actions(journal) == [[], ["Ask Bo: the exercises"], [], ["Ask Ana: ten minutes"]]


def test_an_ask_keeps_its_name_its_day_and_its_plan_b(journal: Journal) -> None:
    journal.goals.add(NewGoal(text="Run the design"))
    with_focus(journal)
    taken(journal, offer(ProposalKind.ASK, "ten minutes", who="Ana", ask_by="in 2 weeks", plan_b="I write to her"))
    (dependency,) = journal.snapshot().goals[0].dependencies
    assert (dependency.who, dependency.ask, dependency.plan_b) == ("Ana", "ten minutes", "I write to her")
    assert dependency.ask_by == date(2026, 12, 8)
    (action,) = journal.snapshot().actions
    assert (action.needs, action.ask_by) == (("Ana",), date(2026, 12, 8))


def test_what_has_nothing_to_hang_on_is_refused_before_and_at_the_end(journal: Journal) -> None:
    nothing = journal.sessions.ground(Decisions())
    for kind in (ProposalKind.ACTION, ProposalKind.ASK, ProposalKind.TODAY, ProposalKind.WANTED):
        assert "focus point" in offer(kind, "words").refusal(nothing)
    wizard = journal.sessions.begin("pgp").write("x")
    with pytest.raises(BadInputError, match="Take a focus point first"):
        journal.sessions.finish(wizard, [offer(ProposalKind.ACTION, "words", step="p4")])
    assert not journal.exists


def test_a_day_that_cannot_be_read_and_nobody_to_talk_to_are_refused(journal: Journal) -> None:
    with_focus(journal)
    ground = journal.sessions.ground(Decisions())
    assert "soonish" in offer(ProposalKind.ASK, "words", ask_by="soonish").refusal(ground)
    assert "with whom" in offer(ProposalKind.CHECKIN, "every week").refusal(ground)


def test_a_step_that_says_when_is_an_if_then(journal: Journal) -> None:
    with_focus(journal)
    taken(
        journal,
        offer(ProposalKind.STEP, "When lunch starts, I ask Jonas", step="close"),
        offer(ProposalKind.ACTION, "If the review is quiet, then I ask one question by 15 December"),
        offer(ProposalKind.FOCUS, "Be known", step="q4", first_step="Ask one question every two weeks"),
    )
    (step,) = journal.snapshot().weeks[0].next
    assert (step.text, step.if_then) == ("I ask Jonas", "When lunch starts, I ask Jonas")
    one, other = journal.snapshot().actions
    assert (other.text, other.due) == ("I ask one question by 15 December", date(2026, 12, 15))
    assert other.if_then.startswith("If the review is quiet")
    assert (one.text, one.cadence, one.if_then) == ("Ask one question every two weeks", "2w", "")


def test_the_five_steps_make_a_plan_of_that_shape(journal: Journal) -> None:
    area = offer(ProposalKind.FOCUS, "Talk to brokers", step="p1")
    session = taken(
        journal,
        area,
        offer(ProposalKind.TODAY, "I send mails", step="p2", impact="they wait", prevent="being alone with it"),
        offer(ProposalKind.WANTED, "I call them", step="p3", impact="they decide at once"),
        offer(ProposalKind.ACTION, "Call two brokers a week", step="p4"),
        offer(ProposalKind.CHECKIN, "Ana, every two weeks, asks about the calls", step="p5", who="Ana"),
        set_id="pgp",
    )
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.plan.mode is PlanMode.PGP
    (focus,) = tree.focus
    assert (focus.current, focus.current_impact, focus.issues_to_prevent) == (
        "I send mails",
        "they wait",
        "being alone with it",
    )
    assert (focus.desired, focus.desired_impact) == ("I call them", "they decide at once")
    assert (tree.actions[0].text, tree.actions[0].cadence) == ("Call two brokers a week", "1w")
    (checkin,) = tree.checkins
    assert (checkin.with_, checkin.every_weeks) == ("Ana", 2)
    assert [bool(answer.accepted) for answer in session.answers] == [True] * 5


def test_a_plan_that_is_there_keeps_its_shape_and_a_check_in_is_changed(journal: Journal) -> None:
    journal.plans.new(NewPlan())
    with_focus(journal)
    journal.checkins.add(NewCheckin(with_="ana", role="mentor", every_weeks=4))
    taken(
        journal,
        offer(ProposalKind.TODAY, "I do the exercises alone", step="p2"),
        offer(ProposalKind.CHECKIN, "Ana, monthly", step="p5", who="Ana"),
        set_id="pgp",
    )
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.plan.mode is PlanMode.PLAN
    assert [point.current for point in tree.focus] == ["", "", "I do the exercises alone"]
    assert [(one.with_, one.role, one.every_weeks, one.support) for one in tree.checkins] == [
        ("ana", "mentor", 4, "Ana, monthly")
    ]


def test_the_talk_with_the_manager_dates_the_plan(journal: Journal) -> None:
    journal.goals.add(NewGoal(text="Run the design", kind=GoalKind.CAREER))
    taken(journal, offer(ProposalKind.REVIEW, "Partly", step="m1"), set_id="manager_review")
    assert journal.plans.active().manager_review == TODAY


def test_a_goal_keeps_its_why_a_limit_its_price_and_a_longer_picture_is_the_north_star(journal: Journal) -> None:
    taken(
        journal,
        offer(ProposalKind.NORTH_STAR, "Who people ask about data", step="q1"),
        offer(ProposalKind.GOAL, "Run the design", step="q1", why="two teams wait"),
        offer(ProposalKind.PRINCIPLE, "No evenings", step="q6", price="it may take until March"),
    )
    assert journal.plans.active().north_star == "Who people ask about data"
    assert journal.snapshot().goals[0].why == "two teams wait"
    assert journal.snapshot().principles[0].accepted_consequence == "it may take until March"


def test_new_words_for_an_offer_bring_their_name_along() -> None:
    assert offer(ProposalKind.ASK, "somebody helps").with_(text="Priya helps").said("who") == "Priya"
    assert offer(ProposalKind.FOCUS, "words").with_(text="Priya helps").more == {}


def test_a_step_nobody_is_sure_of_is_asked_about_until_it_is_smaller(journal: Journal) -> None:
    step = Decision.of(Proposal(kind=ProposalKind.STEP, step="close", text="Write the design", confidence=6))
    assert "make the step smaller" in step.note
    smaller = step.with_(text="Write its first page", sure=8)
    assert (smaller.note, smaller.confidence) == ("", 8)
    taken(journal, smaller)
    (kept,) = journal.snapshot().weeks[0].next
    assert (kept.text, kept.confidence) == ("Write its first page", 8)
    for nonsense in ("very", "11", "0", "-1"):
        assert "1 to 10" in offer(ProposalKind.STEP, "x", sure=nonsense).refusal(journal.sessions.ground(Decisions()))
