"""The wizard over lines: every command of the protocol, to an accepted plan through a pipe."""

from collections.abc import Sequence
from datetime import date

import pytest

from growthtui.cli.pair_plain import Lines, Outcome, PlainSession
from growthtui.dates import parse_date
from growthtui.domain.base import Audience
from growthtui.domain.plan import GoalKind
from growthtui.journal.journal import Journal
from tests.conftest import TODAY

ANSWERS = (
    "Stays between us.",
    "By next autumn I run the migration design for two teams. It is a career goal.",
    "I have the skill, but only my team has seen it; practice in moderating reviews.",
    "Two teams outside mine use the contract by June.",
    "1 Hand over the two small services. 2 One write-up per month for the newsletter. 3 Four exercises with Bo.",
    "Priya takes over the two services by Thursday.",
    "No evenings. So the exam moves to March.",
    "When lunch starts, I ask Jonas.",
)


def play(journal: Journal, typed: Sequence[str], set_id: str = "pairing", who: str = "Bo") -> tuple[Outcome, str]:
    said: list[str] = []
    session = PlainSession(
        journal.sessions, Lines(typed), said.append, lambda text: parse_date(text, TODAY), lambda *_: None
    )
    return session.run(journal.sessions.begin(set_id, who)), "\n".join(said)


def all_answers() -> list[str]:
    return [line for answer in ANSWERS for line in (answer, "")]


def test_answers_and_yes_to_everything_make_a_plan(journal: Journal) -> None:
    outcome, said = play(journal, [*all_answers(), *["y"] * 40])
    tree = journal.snapshot().tree
    assert outcome.is_finished
    assert tree is not None
    assert tree.current_goal is not None
    assert tree.current_goal.kind is GoalKind.CAREER
    assert tree.current_goal.measures == ("Two teams outside mine use the contract by June",)
    assert [focus.title for focus in tree.focus][-3:] == [
        "Hand over the two small services",
        "One write-up per month for the newsletter",
        "Four exercises with Bo",
    ]
    assert "8/8  Read the plan aloud" in said


def test_no_leaves_an_item_and_e_takes_the_next_line_as_its_words(journal: Journal) -> None:
    play(
        journal, ["Failure modes", "", "Nobody knows", "", "3 hours", "", "n", "e", "Be seen by Payments", "y"], "stuck"
    )
    tree = journal.snapshot().tree
    assert tree is not None
    assert [focus.title for focus in tree.focus] == ["Be seen by Payments"]
    assert tree.plan.hours_per_week == 3


def test_a_question_mark_says_why_and_plus_gives_two_probes_at_most(journal: Journal) -> None:
    _, said = play(journal, ["", "?", "+", "+", "+", "q"])
    steps = journal.sessions.sets()[0].steps
    assert steps[1].why in said
    assert steps[1].probes[0] in said
    assert steps[1].probes[1] in said
    assert steps[1].probes[2] not in said
    assert journal.snapshot().sessions[0].answers[-1].probes == steps[1].probes[:2]


def test_plus_gives_first_the_probe_that_the_answer_asks_for(journal: Journal) -> None:
    _, said = play(journal, ["", "By next autumn two teams use what I made for them", "+", "q"])
    answer = journal.snapshot().sessions[0].answers[-1]
    assert answer.probes == ("Is that about what you can do, or about where you are?",)
    assert answer.probes[0] in said


def test_back_shows_the_answer_and_keeps_it(journal: Journal) -> None:
    _, said = play(journal, ["first", "", "<", "q"])
    assert "So far: first" in said
    assert [answer.text for answer in journal.snapshot().sessions[0].answers] == ["first"]


def test_skip_leaves_the_question_open(journal: Journal) -> None:
    play(journal, [">", "second", "", "q"])
    assert [answer.step for answer in journal.snapshot().sessions[0].answers] == ["q1"]


def test_several_lines_are_one_answer_word_for_word(journal: Journal) -> None:
    play(journal, ["one [/b]", "  two 先", "", "q"])
    assert journal.snapshot().sessions[0].answers[0].text == "one [/b]\n  two 先"


@pytest.mark.parametrize("ending", [["q"], []])
def test_leaving_in_the_middle_of_an_answer_keeps_its_words(journal: Journal, ending: list[str]) -> None:
    outcome, _ = play(journal, ["half an ans", *ending])
    session = journal.snapshot().sessions[0]
    assert (outcome.is_finished, session.finished) == (False, False)
    assert session.answers[0].text == "half an ans"


def test_the_end_of_input_before_any_item_keeps_the_session_open(journal: Journal) -> None:
    outcome, _ = play(journal, all_answers())
    assert not outcome.is_finished
    assert journal.snapshot().plans == ()
    assert journal.sessions.go_on(journal.sessions.newest_left()).is_at_read_back


def test_the_end_of_input_after_some_items_takes_those(journal: Journal) -> None:
    outcome, _ = play(journal, [*all_answers(), "y"])
    assert (outcome.is_finished, outcome.taken) == (True, 1)
    assert len(journal.snapshot().goals) == 1


def test_a_scale_is_set_by_its_own_line(journal: Journal) -> None:
    play(journal, ["", "=7", "an answer", "", "q"])
    answer = journal.snapshot().sessions[0].answers[-1]
    assert (answer.scale, answer.text) == (7, "an answer")


def test_parked_advice_is_shown_only_after_a_yes(journal: Journal) -> None:
    walk = ["!write it in March", "a", "", "b", "", "3 hours", "", "n", "n", "n", ""]
    _, hidden = play(journal, [*walk, "n"], "stuck")
    assert "write it in March" not in hidden
    _, shown = play(journal, [*walk, "y", "y"], "stuck")
    assert "write it in March" in shown
    assert [advice.taken for advice in journal.snapshot().sessions[-1].parked_advice] == [True]


def test_the_kind_of_a_goal_is_asked_when_it_was_not_said(journal: Journal) -> None:
    answers = ["", ">", "Run the migration design for two teams by autumn", "", ">", ">", ">", ">", ">", ">"]
    play(journal, [*answers[1:], "y", "p", ""])
    assert journal.snapshot().goals[0].kind is GoalKind.PERSONAL


def test_an_open_kind_does_not_eat_the_next_reply(journal: Journal) -> None:
    answers = [">", "Run the design by autumn", "", ">", "Two teams use it by June", "", ">", ">", ">", ">"]
    play(journal, [*answers, "y", "y", ""])
    goal = journal.snapshot().goals[0]
    assert (goal.kind, goal.measures) == (None, ("Two teams use it by June",))


def test_the_next_meeting_becomes_a_check_in(journal: Journal) -> None:
    play(journal, ["a", "", ">", ">", "n", "2026-12-15"], "stuck")
    assert journal.snapshot().sessions[0].next == date(2026, 12, 15)
    tree = journal.snapshot().tree
    assert tree is not None
    assert [(checkin.with_, checkin.next_date) for checkin in tree.checkins] == [("Bo", date(2026, 12, 15))]


FOCUS_AND_ASK = (">", ">", ">", ">", "1 Hand over the services. 2 Write it up.", "", "Bo reads it", "", ">", ">")


def hung(journal: Journal) -> list[list[str]]:
    tree = journal.snapshot().tree
    assert tree is not None
    return [[action.text for action in point.actions] for point in tree.points]


@pytest.mark.parametrize(("reply", "place"), [("y", 0), ("y 2", 1), ("y 9", 0), ("Y 2", 1)])
def test_an_ask_hangs_on_the_focus_point_that_is_named(journal: Journal, reply: str, place: int) -> None:
    _, said = play(journal, [*FOCUS_AND_ASK, "y", "y", reply, ""])
    assert "y 1 Hand over the services · y 2 Write it up" in said
    assert hung(journal)[place] == ["Ask Bo: Bo reads it"]


def test_q_among_the_items_leaves_and_keeps_what_was_decided(journal: Journal) -> None:
    outcome, _ = play(journal, [*FOCUS_AND_ASK, "y", "q"])
    assert not outcome.is_finished
    assert journal.snapshot().plans == ()


def test_new_words_bring_the_name_along_that_was_missing(journal: Journal) -> None:
    play(journal, [">", ">", ">", ">", ">", "somebody reads it", "", ">", ">", "e", "Ana reads it", ""])
    assert journal.snapshot().sessions[0].finished
    _, said = play(journal, [*FOCUS_AND_ASK[:6], "somebody reads it", "", ">", ">", "y", "y", "e", "Ana reads it", ""])
    assert hung(journal) == [["Ask Ana: Ana reads it"], []]
    assert "Without a name it stays an open question" in said


def test_a_number_on_the_scale_asks_what_makes_it_not_lower_first(journal: Journal) -> None:
    _, said = play(journal, ["", "=7", "q"])
    assert said.index("What makes it not a lower number?") < said.index("Then: what would be one higher?")
    _, low = play(journal, [">"] * 7 + ["=6", "q"])
    assert "6 is not sure enough: make it smaller until it is 7, then ask again." in low


def test_who_may_read_the_answers_is_a_number_where_that_is_asked(journal: Journal) -> None:
    _, said = play(journal, ["=2", "between us", "", "a goal", "", "q"])
    assert "Read by you alone." in said
    assert {answer.visibility for answer in journal.snapshot().sessions[0].answers} == {(Audience.SELF,)}
    play(journal, ["=4", "", "q"])
    assert journal.snapshot().sessions[1].answers[0].text == "=4"


def test_only_whole_lines_are_commands(journal: Journal) -> None:
    words = ["? is a sign", "+1", "<b>", "quit", "5 > 3", "why?", "= 7 things", "/q"]
    play(journal, [*words, "", "q"])
    assert journal.snapshot().sessions[0].answers[0].text == "\n".join(words)


def test_every_other_set_brings_its_answers_to_the_plan(journal: Journal) -> None:
    said = ["Talk to brokers", "", "I send mails", "", "I call them", "", "Call two a week", "", "Ana, weekly", ""]
    play(journal, [*said, *["y"] * 5, ""], "pgp", "")
    tree = journal.snapshot().tree
    assert tree is not None
    assert [(one.title, one.current, one.desired) for one in tree.focus] == [
        ("Talk to brokers", "I send mails", "I call them")
    ]
    assert hung(journal) == [["Call two a week"]]
    assert [(one.with_, one.every_weeks) for one in tree.checkins] == [("Ana", 1)]


def test_a_step_nobody_is_sure_of_is_asked_about_again_once_it_is_smaller(journal: Journal) -> None:
    _, said = play(journal, [*[">"] * 7, "=6", "Write the design", "", "e", "Write a page", "8", ""])
    assert "make the step smaller" in said
    (step,) = journal.snapshot().weeks[0].next
    assert (step.text, step.confidence) == ("Write a page", 8)


def test_a_huge_answer_is_kept_in_few_drafts(journal: Journal) -> None:
    kept: list[int] = []
    session = PlainSession(
        journal.sessions,
        Lines(["a line of the answer"] * 20_000),
        lambda _: None,
        lambda text: parse_date(text, TODAY),
        lambda wizard, _: kept.append(len(wizard.answer.text)),
    )
    session.run(journal.sessions.begin("stuck"))
    assert len(kept) < 1_100
    assert kept[:3] == [20, 41, 62], "a short answer is kept line by line"
    assert kept[-1] == len(journal.snapshot().sessions[0].answers[0].text) == 20_000 * 21 - 1
