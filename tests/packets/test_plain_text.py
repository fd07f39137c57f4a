"""No control character acts, and no direction mark reaches beyond its own text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.packets.plain_text import tame

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("\x1b[31m", "␛[31m"),
        ("\x00\x7f\x9b", "␀␡\ufffd"),
        ("\ud800", "\ufffd"),
        ("\u202eabc", f"{FSI}\u202eabc{PDI}"),
        ("one\n\u202etwo", f"one\n{FSI}\u202etwo{PDI}"),
        ("\u2069\u2069out", f"{FSI}out{PDI}"),
        ("\u2066in", f"{FSI}\u2066in{PDI}{PDI}"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_tame(text: str, shown: str) -> None:
    assert tame(text) == shown


@given(st.text(st.sampled_from("\u202a\u202e\u2066\u2067\u2069\u202c\x1b\x07\r\n ab") | st.characters()))
def test_nothing_acts_and_every_isolate_is_closed_on_its_line(text: str) -> None:
    for line in tame(text).split("\n"):
        assert not [char for char in line if unicodedata.category(char) in ("Cc", "Cs") and char != "\t"]
        depth = 0
        for char in line:
            depth += (char in "\u2066\u2067\u2068") - (char == PDI)
            assert depth >= 0
        assert depth == 0
