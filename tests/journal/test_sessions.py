"""Sessions: left and resumed, and the answers become the plan in one step."""

from datetime import date

import pytest

from growthtui.coach.proposals import ProposalKind, proposals
from growthtui.coach.wizard import Wizard
from growthtui.domain.plan import GoalKind, PrincipleKind
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.decisions import Decision, Decisions, Verdict
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.journal.session_drafts import pack, place_of
from growthtui.journal.sessions import NothingToResumeError


def walked(journal: Journal) -> Wizard:
    wizard = journal.sessions.begin("pairing", "Bo")
    for step in wizard.questions.steps:
        wizard = wizard.go_to(step).write(step.strong_example or f"said at {step.id}").rate(8)
    return wizard


def accept_all(journal: Journal, wizard: Wizard) -> list[Decision]:
    offered = [offer for offer in proposals(wizard) if offer.is_wanted]
    return [Decision(proposal=offer, text=offer.text, goal_kind=GoalKind.CAREER) for offer in offered]


def test_the_answers_become_the_plan_in_one_step(journal: Journal) -> None:
    wizard = walked(journal)
    session = journal.sessions.finish(wizard, accept_all(journal, wizard), date(2026, 12, 15))
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.current_goal is not None
    assert tree.current_goal.kind is GoalKind.CAREER
    assert len(tree.current_goal.measures) == 2
    assert len(tree.points) == 3
    assert [principle.kind for principle in tree.principles] == [PrincipleKind.NOT_WILLING]
    assert tree.checkins[0].next_date == date(2026, 12, 15)
    assert session.finished
    assert [step.label for step in journal.undo.history()] == ['pairing session "Bo"']
    journal.undo.undo()
    assert journal.snapshot().tree is None


def test_each_taken_item_stays_linked_to_its_answer(journal: Journal) -> None:
    wizard = walked(journal)
    session = journal.sessions.finish(wizard, accept_all(journal, wizard))
    linked = {answer.step: answer.accepted for answer in session.answers}
    assert linked["q1"] == (journal.snapshot().goals[0].id,)
    assert set(linked["q4"]) == {focus.id for focus in journal.snapshot().focus}
    assert linked["open"] == ()


def test_answers_are_kept_word_for_word(journal: Journal) -> None:
    words = "  [/b] 先试一下 \n\n🙂 " * 3
    wizard = journal.sessions.begin("stuck").write(words)
    journal.sessions.keep(wizard)
    assert journal.snapshot().sessions[0].answers[0].text == words


def test_a_left_session_is_resumed_and_finished_as_one_record(journal: Journal) -> None:
    left = journal.sessions.keep(journal.sessions.begin("pairing", "Bo").write("between us").next())
    again = journal.sessions.go_on(journal.sessions.newest_left())
    assert (again.session.id, again.session.step) == (left.session.id, "q1")
    journal.sessions.finish(again)
    assert [session.finished for session in journal.snapshot().sessions] == [True]
    assert journal.snapshot().sessions[0].agreement == "between us"


def test_only_the_newest_of_the_wanted_set_is_resumed(journal: Journal) -> None:
    journal.sessions.keep(journal.sessions.begin("pairing").write("a"))
    journal.sessions.keep(journal.sessions.begin("stuck").write("b"))
    assert journal.sessions.newest_left().session.kind == "stuck"
    assert journal.sessions.newest_left("pairing").session.kind == "pairing"
    with pytest.raises(NothingToResumeError, match="unfinished session"):
        journal.sessions.newest_left("pgp")


def test_an_unknown_set_is_refused_with_the_known_ones(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="pairing, stuck"):
        journal.sessions.begin("nothing")


@pytest.mark.parametrize(
    ("verdict", "directions", "asked"),
    [("missing", ["learning"], []), ("unknown", ["visibility"], []), ("unsure", [], ["Failure modes in designs"])],
)
def test_a_gap_is_learned_shown_or_asked_about(
    journal: Journal, verdict: str, directions: list[str], asked: list[str]
) -> None:
    wizard = journal.sessions.begin("stuck").write("Failure modes in designs")
    (gap,) = proposals(wizard)
    assert gap.kind is ProposalKind.GAP
    taken = Decision(proposal=gap, text=gap.text, gap=verdict)  # type: ignore[arg-type] # parametrised text
    journal.sessions.finish(wizard, [taken])
    snapshot = journal.snapshot()
    assert [focus.direction for focus in snapshot.focus] == directions
    assert [survey.question for survey in snapshot.surveys] == asked
    made = {record.id for record in (*snapshot.focus, *snapshot.surveys)}
    assert set(snapshot.sessions[0].answers[0].accepted) == made


def test_an_item_without_words_is_refused_and_nothing_is_saved(journal: Journal) -> None:
    wizard = walked(journal)
    goal = proposals(wizard)[0]
    with pytest.raises(BadInputError, match="without words"):
        journal.sessions.finish(wizard, [Decision(proposal=goal, text=" ")])
    assert not journal.exists


def test_a_meeting_in_the_past_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="over"):
        journal.sessions.finish(walked(journal), (), date(2026, 11, 23))


def draft_of(journal: Journal, wizard: Wizard, decisions: Decisions | None = None) -> None:
    journal.drafts.keep(place_of(wizard.session), "words", **pack(wizard.session, decisions))


def test_a_session_that_was_only_a_draft_is_resumed_with_its_decisions(journal: Journal) -> None:
    wizard = walked(journal)
    decisions = journal.sessions.decisions(wizard).settle(0, Verdict.LEFT)
    draft_of(journal, wizard, decisions)
    (left,) = journal.sessions.unfinished(journal.drafts.waiting())
    assert journal.sessions.go_on(left) == wizard
    assert left.decisions == decisions
    assert journal.sessions.unfinished() == ()


def test_a_newer_draft_goes_before_the_saved_session(journal: Journal) -> None:
    wizard = journal.sessions.keep(journal.sessions.begin("stuck").write("saved"))
    draft_of(journal, wizard.write("typed since"))
    resumed = journal.sessions.go_on(journal.sessions.newest_left(drafts=journal.drafts.waiting()))
    assert resumed.answer.text == "typed since"
    assert len(journal.sessions.unfinished(journal.drafts.waiting())) == 1


def test_a_draft_that_was_left_behind_does_not_bring_a_finished_session_back(journal: Journal) -> None:
    wizard = journal.sessions.begin("stuck").write("said")
    draft_of(journal, wizard)
    journal.sessions.finish(wizard)
    assert journal.sessions.unfinished(journal.drafts.waiting()) == ()


@pytest.mark.parametrize("text", ["", "{", '{"session": 3}'])
def test_a_draft_that_cannot_be_read_is_passed_over(journal: Journal, text: str) -> None:
    journal.drafts.keep("wizard/x", "words", session=text)
    assert journal.sessions.unfinished(journal.drafts.waiting()) == ()


def test_the_check_in_with_the_same_person_is_moved(journal: Journal) -> None:
    journal.checkins.add(NewCheckin(with_="bo", role="mentor", every_weeks=2))
    journal.sessions.finish(walked(journal), (), date(2026, 12, 15))
    assert [(one.with_, one.next_date) for one in journal.snapshot().checkins] == [("bo", date(2026, 12, 15))]


def test_a_weak_answer_suggests_one_probe_until_one_was_used(journal: Journal) -> None:
    wizard = journal.sessions.begin("pairing").next()
    assert journal.sessions.suggested_probe(wizard) == ""
    weak = wizard.write(wizard.step.weak_example)
    probe = journal.sessions.suggested_probe(weak)
    assert probe == wizard.step.probes[0]
    assert journal.sessions.suggested_probe(weak.use_probe(probe)) == ""
    assert journal.sessions.suggested_probe(wizard.write(wizard.step.strong_example)) == ""


def test_a_dropped_session_is_in_the_trash_also_when_it_was_only_a_draft(journal: Journal) -> None:
    journal.sessions.drop(journal.sessions.begin("stuck").write("a draft").session)
    journal.sessions.drop(journal.sessions.keep(journal.sessions.begin("stuck").write("said")).session)
    assert journal.snapshot().sessions == ()
    assert [item.table for item in journal.trash.list()] == ["sessions", "sessions"]


def test_a_question_names_the_current_goal_as_far_as_there_is_one(journal: Journal) -> None:
    question = journal.sessions.begin("survey").step.question
    assert question == "Which skills do you think I still miss for the next level?"
    journal.goals.add(NewGoal(text="Work at  {staff} level"))
    assert "next level (Work at {staff} level)?" in journal.sessions.begin("survey").step.question
    journal.goals.add(NewGoal(text="long " * 4_000, current=True))
    assert len(journal.sessions.begin("survey").step.question) < 200
