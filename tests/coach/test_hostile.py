"""No text, however odd or long, breaks a predicate or makes it slow."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growthtui.coach import predicates
from growthtui.coach.catalogue import SIGNS, load_words
from growthtui.coach.signs import items, signs

PREDICATES: list[Callable[[str], object]] = [
    predicates.anchored,
    predicates.be_not_seen,
    predicates.cant,
    predicates.content_words,
    predicates.core,
    predicates.direction,
    predicates.hedged,
    predicates.measure_ok,
    predicates.not_in_control,
    predicates.observable,
    predicates.product,
    predicates.tokens,
    predicates.vague,
    items,
]
LISTS = load_words()
FRAGMENTS = [
    *LISTS.vague.lead_in,
    *LISTS.vague.starts,
    *LISTS.control.roles,
    *LISTS.control.get_verbs,
    *LISTS.control.conditions,
    *LISTS.observable.cadence,
    *" ,.;:/&([{'\"-–’\n\t\x00\u200f\u202e\ud800\U0001f468\u200d\U0001f469汉字１½",
    "[/b]",
    "2026",
    "of",
]
HOSTILE = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map(" ".join)


@given(st.one_of(st.text(), HOSTILE))
@settings(max_examples=150)
def test_any_text_is_answered(text: str) -> None:
    for predicate in PREDICATES:
        predicate(text)
    for step in ("q1", "q3", "q4", "q5"):
        signs(step, text, weak=SIGNS)


REPEATED = [
    "a",
    "1",
    "1.",
    ".",
    "汉",
    "\ud800",
    "to ",
    "get ",
    "get my ",
    "get a ",
    "be a ",
    "by ",
    "my goal is to ",
    "as a ",
    "in the next 2 years ",
    "move to the a b c d ",
    "want all of my ",
    "up the ",
    "when I get promoted ",
    "if a b c d get promoted ",
    "my manager a b ",
    "develop and x a b c ",
    "more than more ",
    "really ",
    "they cannot ",
    "skills, ",
    "1 A ",
    ": be a ",
]


@pytest.mark.parametrize("part", REPEATED, ids=ascii)
def test_a_very_long_text_is_answered(part: str) -> None:
    text = (part * 20_000)[:20_000]
    for predicate in PREDICATES:
        predicate(text)
    signs("q4", text)


@pytest.mark.bench
@pytest.mark.parametrize("part", REPEATED, ids=ascii)
def test_twice_the_text_takes_about_twice_the_time(part: str) -> None:
    def seconds(length: int) -> float:
        text = (part * length)[:length]
        start = time.process_time()
        for predicate in PREDICATES:
            predicate(text)
        return time.process_time() - start

    seconds(1_000)
    short = min(seconds(20_000 + extra) for extra in range(3))
    long = min(seconds(40_000 + extra) for extra in range(3))
    assert long < 3 * short + 0.005
