"""The top line in every width, and the two sets of signs."""

from dataclasses import fields

import pytest

from growthtui.domain.week import LineKind
from growthtui.present.glyphs import ASCII, UNICODE, Glyphs
from growthtui.present.top import TABS, top_line
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("width", "name", "right"),
    [
        (116, "growth", "demo · W48 · 23–29 Nov"),
        (100, "growth", "demo · W48 · 23–29 Nov"),
        (90, "growth", "demo · W48"),
        (76, "", "demo · W48"),
        (68, "", "demo · W48"),
        (56, "", ""),
    ],
)
def test_what_fits(width: int, name: str, right: str) -> None:
    line = top_line(width, TODAY, is_demo=True)
    assert (line.name, line.right) == (name, right)


@pytest.mark.parametrize("width", range(56, 140))
def test_it_never_is_too_long(width: int) -> None:
    line = top_line(width, TODAY)
    tabs = sum(len(tab.digit) + 1 + len(tab.title) for tab in TABS) + line.gap * (len(TABS) - 1)
    assert len(line.name) + (2 if line.name else 0) + tabs + len(line.right) <= width


def test_the_ascii_set_is_ascii() -> None:
    for one in fields(Glyphs):
        value = getattr(ASCII, one.name)
        signs = "".join(value.values()) if isinstance(value, dict) else str(value)
        assert signs.isascii(), one.name
    assert ASCII.say("“W48” · 23–29 Nov …").isascii()
    assert UNICODE.say("“W48”") == "“W48”"


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_signs_tell_states_and_kinds_apart(glyphs: Glyphs) -> None:
    assert len(set(glyphs.states.values())) == len(glyphs.states)
    assert len({glyphs.of_kind(kind) for kind in LineKind}) == 3
    assert all(len(sign) == 1 for sign in glyphs.states.values())


@pytest.mark.parametrize(
    ("count", "bar", "ascii_bar"), [(0, "·", "."), (1, "▂", "1"), (2, "▄", "2"), (4, "█", "4"), (12, "█", "+")]
)
def test_bars(count: int, bar: str, ascii_bar: str) -> None:
    assert UNICODE.bar_of(count, 4) == bar
    assert ASCII.bar_of(count, 4) == ascii_bar
