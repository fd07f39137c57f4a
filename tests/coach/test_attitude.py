"""Hedges, cannot, being instead of being seen."""

import pytest

from growthtui.coach.predicates import be_not_seen, cant, hedged


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Try to rest", "try to"),
        ("Try it", "try"),
        ("I plan to rest", "plan to"),
        ("I will aim to rest", "aim to"),
        ("Want to rest", "want to"),
        ("Rest at some point", "at some point"),
        ("Rest when I have time", "when i have time"),
        ("I want to rest", None),
        ("Trying it", None),
        ("Ask whether they want to rest", None),
        ("I retry", None),
        ("", None),
    ],
)
def test_hedged(text: str, match: str | None) -> None:
    assert hedged(text) == match


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("I cannot travel", "cannot"),
        ("It’s impossible for me", "impossible"),
        ("They can't and I can not", "can not"),
        ("I am not able to, sorry", "not able to"),
        ("Nobody cannot", None),
        ("Help clients who can't log in", None),
        ("It couldn't run", None),
        ("Cannotation", None),
        ("", None),
    ],
)
def test_cant(text: str, match: str | None) -> None:
    assert cant(text) == match


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Be a leader", "be a leader"),
        ("This year I want to become the go-to person", "become the go-to person"),
        ("Show up as a calm trusted advisor", "show up as a calm trusted advisor"),
        ("Act like more of a role model", "act like more of a role model"),
        ("Becoming a voice", "becoming a voice"),
        ("Be a person", None),
        ("Be a leadership coach", None),
        ("Be a leader, visible to others", None),
        ("Be a leader: two people notice it", None),
        ("Help a leader", None),
        ("", None),
    ],
)
def test_be_not_seen(text: str, match: str | None) -> None:
    assert be_not_seen(text) == match
