"""What a text begins with once time phrases and intentions are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates import core, starts_with, vague_start
from growthtui.coach.words import norm


@pytest.mark.parametrize(
    ("text", "heart"),
    [
        ("This year I will read", "read"),
        ("Next year, I want to read", "read"),
        ("Every week to read", "read"),
        ("In the next six months, I'd like to read", "read"),
        ("In two years my goal is to read", "read"),
        ("During the winter, I plan to read", "read"),
        ("By the end of the season I hope to read", "read"),
        ("As a data engineer, I intend to read", "read"),
        ("As an actuary one of my goals is to read", "read"),
        ("This year the team reads", "this year the team reads"),
        ("As a data engineer, read", "as a data engineer, read"),
        ("I will continue to really read", "read"),
        ("My long-term goal for the coming spring is to read", "read"),
        ("The main plan was to read", "read"),
        ("One of my resolutions is to start to read", "read"),
        ("to to to read", "read"),
        ("today I read", "today i read"),
        ("I will", "i will"),
        ("I see myself", "i see myself"),
    ],
)
def test_core(text: str, heart: str) -> None:
    assert core(text) == heart


@given(st.text())
def test_core_is_a_tail_and_settles(text: str) -> None:
    assert norm(text).endswith(core(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Improve it", "improve"),
        ("improve, then rest", "improve"),
        ("Improvement of it", None),
        ("I want to get really good at chess", "get good at"),
        ("Do much more", "do more"),
        ("Improving it", "improve"),
        ("Getting better at it", "get better"),
        ("Developing: it", "develop"),
        ("Networking with peers", "network"),
        ("Focusing on it", "focus on"),
        ("Keep up with it", "keep up with"),
        ("It will improve", None),
        ("", None),
    ],
)
def test_vague_start(text: str, start: str | None) -> None:
    assert vague_start(text, load_words().vague.starts) == start


def test_short_words_in_ing_are_taken_as_they_are() -> None:
    assert vague_start("Being kind", load_words().vague.trait_starts) == "being"
    assert vague_start("Going on", load_words().vague.starts) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("keep the pace", "keep"),
        ("I'll keep doing it", "keep doing"),
        ("Please continue", "continue"),
        ("I want to stay", "stay"),
        ("I stay", None),
        ("keeper of it", None),
    ],
)
def test_starts_with_drops_one_lead(text: str, start: str | None) -> None:
    assert starts_with(text, load_words().repetition.starts) == start
