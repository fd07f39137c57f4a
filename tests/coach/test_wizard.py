"""The wizard engine: any set, forward and back, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.coach.catalogue import load_questions
from growthtui.coach.wizard import MAX_PROBES, READ_BACK, Wizard, is_private
from growthtui.domain.base import Audience

SETS = [questions.id for questions in load_questions().sets]


def walk(set_id: str, **options: str) -> Wizard:
    return Wizard.start(load_questions()[set_id], **options)


@pytest.mark.parametrize("set_id", SETS)
def test_every_set_runs_to_its_read_back_and_keeps_all_answers(set_id: str) -> None:
    wizard = walk(set_id)
    for number, _ in enumerate(wizard.questions.steps):
        wizard = wizard.write(f"answer {number}").next()
    assert wizard.is_at_read_back
    assert [answer.text for answer in wizard.session.answers] == [
        f"answer {number}" for number in range(len(wizard.questions.steps))
    ]


def test_going_back_and_editing_keeps_the_other_answers() -> None:
    wizard = walk("pairing").write("first").next().write("second").next().back().back()
    assert wizard.answer.text == "first"
    wizard = wizard.write("first, better").next()
    assert wizard.answer.text == "second"


def test_back_at_the_first_question_stays_there() -> None:
    assert walk("stuck").back().index == 0


def test_a_skipped_question_leaves_no_answer() -> None:
    wizard = walk("stuck").next().write("said")
    assert [answer.step for answer in wizard.session.answers] == ["s2"]


def test_a_left_session_resumes_at_its_question() -> None:
    left = walk("pairing", with_="Bo").write("one").next().next().session
    again = Wizard.resume(load_questions()["pairing"], left)
    assert again.session.step == left.step
    assert again.session.answers == left.answers


def test_a_session_whose_step_is_gone_resumes_at_the_start() -> None:
    left = walk("pairing").write("one").session
    again = Wizard.resume(load_questions()["stuck"], left)
    assert again.index == 0
    assert again.session.answers == left.answers


def test_at_most_two_probes_are_offered_and_each_use_is_noted() -> None:
    wizard = walk("pairing").next()
    for _ in range(MAX_PROBES):
        wizard = wizard.use_probe(wizard.probes_left()[0])
    assert wizard.probes_left() == ()
    assert wizard.answer.probes == wizard.step.probes[:MAX_PROBES]


@pytest.mark.parametrize(("given_value", "kept"), [(0, 1), (1, 1), (7, 7), (10, 10), (99, 10), (None, None)])
def test_a_rating_is_held_inside_its_scale(given_value: int | None, kept: int | None) -> None:
    assert walk("pairing").next().rate(given_value).answer.scale == kept


def test_parked_advice_is_hidden_until_it_is_shown() -> None:
    wizard = walk("pairing").park("  write it now  ").park("   ")
    assert [(advice.text, advice.shown) for advice in wizard.session.parked_advice] == [("write it now", False)]
    shown = wizard.show_advice(0, taken=True).session.parked_advice[0]
    assert (shown.shown, shown.taken) == (True, True)


def test_what_the_set_calls_private_is_for_self_only() -> None:
    wizard = walk("pairing")
    private = [step for step in wizard.questions.steps if is_private(step)]
    assert [step.question for step in private] == ["What are you not willing to do to get there?"]
    assert wizard.go_to(private[0]).write("no evenings").answer.visibility == (Audience.SELF,)


def test_finishing_keeps_what_was_agreed() -> None:
    session = walk("pairing").write("stays between us").finish().session
    assert (session.finished, session.agreement, session.step) == (True, "stays between us", "")


def test_the_read_back_is_after_the_last_question_and_leads_back() -> None:
    wizard = walk("stuck").next().next().next()
    assert wizard.session.step == READ_BACK
    assert wizard.back().index == len(wizard.questions.steps) - 1


@given(st.lists(st.tuples(st.sampled_from(["next", "back", "write", "rate"]), st.text(max_size=20)), max_size=30))
def test_no_walk_loses_an_answer(moves: list[tuple[str, str]]) -> None:
    wizard = walk("pairing")
    said: dict[str, str] = {}
    for move, text in moves:
        if move == "next":
            wizard = wizard.next()
        elif move == "back" or wizard.is_at_read_back:
            wizard = wizard.back()
        elif move == "write":
            wizard = wizard.write(text)
            said[wizard.step.id] = text
        else:
            wizard = wizard.rate(5)
    assert {a.step: a.text for a in wizard.session.answers if a.step in said} == said


def test_who_may_read_is_agreed_once_and_holds_for_all_but_private_answers() -> None:
    wizard = walk("pairing").write("agreed").next().write("the goal")
    shared = wizard.share((Audience.SELF,))
    later = shared.go_to(shared.questions["q3"]).write("a sign")
    private = later.go_to(later.questions["q6"]).write("no evenings").share((Audience.SELF, Audience.MENTOR))
    reads = {answer.step: answer.visibility for answer in private.session.answers}
    assert {answer.visibility for answer in later.session.answers} == {(Audience.SELF,)}
    assert reads["q6"] == (Audience.SELF,)
    assert reads["q1"] == reads["q3"] == (Audience.SELF, Audience.MENTOR)
    assert private.share(None).audiences is None


def test_a_session_is_empty_until_something_is_said() -> None:
    wizard = walk("pairing")
    assert wizard.write("  ").next().is_empty
    assert not wizard.write("a").is_empty
    assert not wizard.rate(3).is_empty
    assert not wizard.park("later").is_empty
