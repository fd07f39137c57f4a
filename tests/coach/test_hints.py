"""What the asker is told: which probe a weak answer asks for, one at most, and what to listen for."""

import pytest

from growthtui.coach.catalogue import SIGNS, load_questions
from growthtui.coach.hints import follow_up, listen_for, suggested_probe
from growthtui.coach.shelves import Step
from growthtui.domain.people import Answer

PAIRING = load_questions()["pairing"]


@pytest.mark.parametrize(
    ("step", "answer", "cue"),
    [
        ("q1", "I want to be a better engineer and maybe get promoted.", "Tuesday"),
        ("q1", "Nothing", "worth wanting"),
        ("q1", "Be promoted to lead and learn Rust by June to run the migration design.", "what you can do, or"),
        ("q2", "I need more experience and my manager has to give me a bigger project.", "Whom could you ask"),
        ("q2", "I cannot present in front of forty people without freezing on the spot.", "What have you tried"),
        ("q3", "I will feel more confident and get good feedback.", "number or document"),
        ("q3", "I get promoted to staff in the September round by my manager.", "still be true"),
        ("q4", "Be a leader, be tech lead of a project, communicate more.", "What is the first thing"),
        ("q5", "The company has to give us time for this.", "What will you ask for"),
        ("q5", "none", "Who exactly"),
        ("q6", "Nothing, I will do whatever it takes.", "protect even if"),
        ("q6", "I cannot travel to the other office for more than one day.", "easy and safe"),
    ],
)
def test_a_sign_suggests_the_probe_that_helps(step: str, answer: str, cue: str) -> None:
    assert cue in suggested_probe(PAIRING[step], Answer(step=step, text=answer))


@pytest.mark.parametrize("step", [step for step in PAIRING.steps if step.strong_example], ids=lambda step: step.id)
def test_a_strong_answer_suggests_nothing(step: Step) -> None:
    assert suggested_probe(step, Answer(step=step.id, text=step.strong_example)) == ""
    assert suggested_probe(step, Answer(step=step.id, text=step.weak_example)) in step.probes


@pytest.mark.parametrize("text", ["", "   ", "I do not know yet"])
def test_an_open_question_suggests_nothing(text: str) -> None:
    assert suggested_probe(PAIRING["q1"], Answer(step="q1", text=text)) == ""


def test_one_suggestion_for_an_answer_at_most() -> None:
    step = PAIRING["q1"]
    assert suggested_probe(step, Answer(step="q1", text="Nothing", probes=(step.probes[0],))) == ""


def test_a_set_of_ones_own_gets_its_first_probe() -> None:
    own = Step(id="mine", question="?", probes=("Wirklich?", "Warum?"), weak=("W01",))
    assert suggested_probe(own, Answer(step="mine", text="ja")) == "Wirklich?"
    assert suggested_probe(Step(id="mine", question="?", weak=("W01",)), Answer(step="mine", text="ja")) == ""


def test_what_to_listen_for_has_words_for_every_sign() -> None:
    every = listen_for(Step(id="all", question="?", weak=SIGNS))
    assert len(set(every)) == len(SIGNS)
    assert all(0 < len(words) <= 60 for words in every)
    assert listen_for(PAIRING["close"]) == ()


@pytest.mark.parametrize(
    ("asks", "value", "expected"),
    [
        ("", 5, "What makes it not lower? Then: what would be one higher?"),
        ("", 1, "What would be one higher?"),
        ("", 10, "What makes it not lower?"),
        ("What makes it not a lower number?", 7, "What makes it not a lower number? Then: what would be one higher?"),
        ("What makes it not a lower number?", 1, "What would be one higher?"),
        (
            "What got you there? What would one higher look like?",
            4,
            "What got you there? What would one higher look like?",
        ),
        ("6 or less: shrink it", 6, "6 is not sure enough: make it smaller until it is 7, then ask again."),
        ("6 or less: shrink it", 7, "What makes it not lower? Then: what would be one higher?"),
    ],
)
def test_lower_is_asked_before_higher_and_an_unsure_step_is_made_smaller(asks: str, value: int, expected: str) -> None:
    assert follow_up(asks, value, (1, 10)) == expected
