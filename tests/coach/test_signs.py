"""The signs of a weak answer: examples of the question sets, items, and each sign alone."""

import pytest

from growthtui.coach.catalogue import load_questions
from growthtui.coach.shelves import Step
from growthtui.coach.signs import is_open_question, items, signs

STEPS = [step for questions in load_questions().sets for step in questions.steps if step.weak]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_weak_examples_show_signs_and_strong_ones_none(step: Step) -> None:
    assert signs(step.id, step.weak_example)
    assert signs(step.id, step.strong_example) == ()


WEAK_EXAMPLES = {
    "q1": ("W02", "W04"),
    "q2": ("W03", "W04", "W06"),
    "q3": ("W02", "W04", "W12"),
    "q4": ("W03", "W04", "W05", "W11"),
    "q5": ("W03", "W06", "W07"),
    "q6": ("W10",),
}


@pytest.mark.parametrize(("step_id", "expected"), WEAK_EXAMPLES.items())
def test_the_signs_of_the_weak_examples(step_id: str, expected: tuple[str, ...]) -> None:
    assert signs(step_id, load_questions()["pairing"][step_id].weak_example) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Hand over A\nWrite B\r\n\nPair on C", ("Hand over A", "Write B", "Pair on C")),
        ("one; two;three", ("one", "two", "three")),
        ("1 Hand over A 2 Write B", ("Hand over A", "Write B")),
        ("1. Hand over A. 2) Write B.", ("Hand over A", "Write B")),
        ("- one\n* two\n• three.", ("one", "two", "three")),
        ("First this. Then that! 3 people come.", ("First this", "Then that!", "3 people come")),
        ("Write to Bo e.g. on Monday", ("Write to Bo e.g. on Monday",)),
        ("Be a leader, be tech lead, communicate more.", ("Be a leader", "be tech lead", "communicate more")),
        ("Read, then write", ("Read, then write",)),
        ("Read, write, rest. Sleep", ("Read, write, rest", "Sleep")),
        ("4 of 6 by June 2026.", ("4 of 6 by June 2026",)),
        ("Version 2.5 Big", ("Version 2.5 Big",)),
        ("10. Ten\n11. Eleven", ("Ten", "Eleven")),
        (" ; .\n- ", ()),
        ("", ()),
    ],
)
def test_items(answer: str, expected: tuple[str, ...]) -> None:
    assert items(answer) == expected


@pytest.mark.parametrize(
    ("sign", "step_id", "answer", "wanted"),
    [
        ("W01", "q1", "I want to run it", True),
        ("W01", "q1", "I want to run it now", False),
        ("W02", "q1", "To be content at work with people", True),
        ("W02", "q1", "To give a talk at work with people", False),
        ("W02", "q3", "I feel good. People trust me", True),
        ("W02", "q3", "I feel good. Three people call me", False),
        ("W03", "q2", "I know it. I must get promoted first", True),
        ("W03", "q2", "I know it. I volunteer to be selected", False),
        ("W04", "q4", "Write the guide; improve my talks", True),
        ("W04", "q4", "Write the guide; hand over the service", False),
        ("W04", "q1", "It all gets better for us", True),
        ("W04", "q1", "The survey on my talks improves from 3 to 4", False),
        ("W05", "q4", "Rest; be an expert", True),
        ("W05", "q4", "Rest; be an expert known for it", False),
        ("W06", "q5", "Somebody must tell Bo", True),
        ("W06", "q5", "I must tell my team what they need", False),
        ("W06", "q5", "My team needs to do it", True),
        ("W07", "q4", "Read. Write", True),
        ("W07", "q4", "Read; write; rest", False),
        ("W07", "q4", "a\nb\nc\nd\ne\nf", True),
        ("W07", "q5", "Somebody in the other team helps. She said so", True),
        ("W07", "q5", "I ask Bo on the phone", False),
        ("W07", "q5", "I ask my manager", False),
        ("W07", "q5", "The team lead has to agree", True),
        ("W08", "q1", "To learn a skill and get a title", True),
        ("W08", "q1", "To rest", True),
        ("W08", "q1", "To learn and get a title; a career goal", False),
        ("W08", "q1", "A title", False),
        ("W09", "q6", "I cannot work in the evening", True),
        ("W09", "q6", "They cannot work in the evening", False),
        ("W10", "q6", "Nothing!", True),
        ("W10", "q6", "N/A", True),
        ("W10", "q6", "-", True),
        ("W10", "q6", "?", True),
        ("W10", "q6", "Nothing on Sundays", False),
        ("W10", "q6", "I pay at any price", True),
        ("W11", "q4", "Read a book; study it; rest well", False),
        ("W11", "q4", "Read a book; study it; yes", True),
        ("W11", "q4", "Read a book; yes; no", False),
        ("W12", "q3", "Good mood. Three talks", True),
        ("W12", "q3", "Three good talks", False),
    ],
)
def test_each_sign(sign: str, step_id: str, answer: str, wanted: bool) -> None:
    assert signs(step_id, answer, weak=(sign,)) == ((sign,) if wanted else ())


def test_only_the_signs_of_the_step_are_looked_for() -> None:
    assert signs("open", "No") == ()
    assert signs("q6", "No") == ("W01", "W10")
    assert signs("q1", "No", weak=("W10",)) == ("W10",)


@pytest.mark.parametrize("answer", ["", "  \n", "I do not know yet.", "I don’t know yet"])
def test_no_answer_and_an_open_question_have_no_signs(answer: str) -> None:
    assert signs("q1", answer) == ()
    assert is_open_question(answer) is bool(answer.strip())


def test_an_unknown_step_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        signs("q9", "text")
