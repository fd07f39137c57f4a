"""Content words, their overlap, and the language of a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.coach.predicates import content_words, is_english, jaccard, overlap, tokens

GERMAN = "Ich möchte mehr Verantwortung für die Plattform übernehmen und jede Woche einen Beitrag schreiben. " * 3
ENGLISH = "I want to take on the platform and to write a report for the team each week, with care. " * 3


def test_tokens() -> None:
    assert tokens("Don't re-use v2, 3.5 or _x_ 'quoted' -") == ["don't", "re-use", "v2", "3", "5", "or", "x", "quoted"]


def test_content_words() -> None:
    assert content_words("The plans of my teams: go to a bus stop, its classes") == {"plan", "team", "stop", "classe"}


def test_overlap_and_jaccard() -> None:
    assert overlap("Write guides", "A guide for Bo") == {"guide"}
    assert jaccard("Write guides", "write the guide") == 1
    assert jaccard("Write guides", "Read guides") == pytest.approx(1 / 3)
    assert jaccard("", "of the") == 0


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [([ENGLISH], True), ([GERMAN], False), ([GERMAN[:60]], True), (ENGLISH.split("."), True), ([], True)],
)
def test_language(texts: list[str], wanted: bool) -> None:
    assert is_english(texts) is wanted


def test_language_at_its_limits() -> None:
    assert is_english(["wort " * 29])
    assert not is_english(["wort " * 30])
    assert is_english(["wort " * 46 + "the " * 4])
    assert not is_english(["wort " * 47 + "the " * 3])


@given(st.text(), st.text())
def test_jaccard_is_a_share_and_symmetric(one: str, other: str) -> None:
    assert 0 <= jaccard(one, other) == jaccard(other, one) <= 1
