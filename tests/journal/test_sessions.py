"""Sessions: left and resumed, and the answers become the plan in one step."""

from datetime import date

import pytest

from growthtui.coach.proposals import ProposalKind
from growthtui.coach.wizard import Wizard
from growthtui.domain.plan import GoalKind, PrincipleKind
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.journal import Journal
from growthtui.journal.sessions import Accepted


def walked(journal: Journal) -> Wizard:
    wizard = journal.sessions.begin("pairing", "Bo")
    for step in wizard.questions.steps:
        wizard = wizard.go_to(step).write(step.strong_example or f"said at {step.id}").rate(8)
    return wizard


def accept_all(journal: Journal, wizard: Wizard) -> list[Accepted]:
    offered = [offer for offer in journal.sessions.proposals(wizard) if offer.is_wanted]
    return [Accepted(proposal=offer, text=offer.text, goal_kind=GoalKind.CAREER) for offer in offered]


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
    assert [step.label for step in journal.undo.history()] == ["pairing session"]
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
    again = journal.sessions.resume()
    assert (again.session.id, again.session.step) == (left.session.id, "q1")
    journal.sessions.finish(again)
    assert [session.finished for session in journal.snapshot().sessions] == [True]
    assert journal.snapshot().sessions[0].agreement == "between us"


def test_only_the_newest_of_the_wanted_set_is_resumed(journal: Journal) -> None:
    journal.sessions.keep(journal.sessions.begin("pairing").write("a"))
    journal.sessions.keep(journal.sessions.begin("stuck").write("b"))
    assert journal.sessions.resume().questions.id == "stuck"
    assert journal.sessions.resume("pairing").questions.id == "pairing"
    with pytest.raises(NotFoundError, match="unfinished session"):
        journal.sessions.resume("pgp")


def test_an_unknown_set_is_refused_with_the_known_ones(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="pairing, stuck"):
        journal.sessions.begin("nothing")


@pytest.mark.parametrize(
    ("verdict", "directions"), [("missing", ["learning"]), ("unknown", ["visibility"]), ("unsure", [])]
)
def test_a_gap_is_learned_or_shown(journal: Journal, verdict: str, directions: list[str]) -> None:
    wizard = journal.sessions.begin("stuck").write("Failure modes in designs")
    (gap,) = journal.sessions.proposals(wizard)
    assert gap.kind is ProposalKind.GAP
    taken = Accepted(proposal=gap, text=gap.text, gap=verdict)  # type: ignore[arg-type] # parametrised text
    journal.sessions.finish(wizard, [taken])
    assert [focus.direction for focus in journal.snapshot().focus] == directions


def test_an_item_without_words_is_refused_and_nothing_is_saved(journal: Journal) -> None:
    wizard = walked(journal)
    goal = journal.sessions.proposals(wizard)[0]
    with pytest.raises(BadInputError, match="without words"):
        journal.sessions.finish(wizard, [Accepted(proposal=goal, text=" ")])
    assert not journal.exists


def test_a_meeting_in_the_past_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="over"):
        journal.sessions.finish(walked(journal), (), date(2026, 11, 23))
