"""Plain text: nothing lost, nothing that steers a terminal, lines by the cells they take."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.present.text import cells, one_line, pad, shorten, table, visible, wrap

any_text = st.text(max_size=300)
widths = st.integers(min_value=1, max_value=120)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [/b]", "plain [/b]"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07", "bell\\x07"),
        ("a\tb", "a    b"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}abc", "\\u202eabc"),
        ("line\N{LINE SEPARATOR}s", "line\\u2028s"),
        ("שלום 日本語 👩🏽‍🚀", "שלום 日本語 👩🏽‍🚀"),
        ("next\x85line", "next\\x85line"),
    ],
)
def test_controls_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(text=any_text)
def test_nothing_that_is_shown_steers_the_terminal(text: str) -> None:
    assert not [char for char in visible(text) if unicodedata.category(char) == "Cc" and char != "\n"]
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0), ("a\u200bb", 2)])
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width
    assert cells(pad(text, 10)) == 10


@given(text=any_text, width=widths)
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(visible(text).split())
    assert all(cells(line) <= max(width, 20) for line in lines)


@given(text=any_text, width=st.integers(min_value=1, max_value=40))
def test_shortened_text_fits_and_is_a_beginning(text: str, width: int) -> None:
    short = shorten(one_line(text), width)
    assert cells(short) <= width
    assert short == one_line(text) or (short.endswith("…") and one_line(text).startswith(short[:-1]))


def test_paragraphs_stay() -> None:
    assert wrap("one\n\n  two", 80, indent=2) == ["  one", "", "  two"]


def test_a_table_is_aligned_by_cells_and_hangs() -> None:
    rows = [("1", "日本", "a word " * 6), ("12", "x", "short")]
    assert table(rows, 30) == [
        "1   日本  a word a word a word",
        "          a word a word a word",
        "12  x     short",
    ]


def test_an_empty_column_takes_no_room() -> None:
    assert table([("a", "", "b"), ("c", "", "d")], 40) == ["a  b", "c  d"]
    assert table([], 40) == []


@given(rows=st.lists(st.tuples(st.text(max_size=9).map(one_line), any_text.map(one_line)), min_size=1, max_size=5))
def test_a_table_keeps_every_letter(rows: list[tuple[str, str]]) -> None:
    words = "".join("".join(row) for row in rows)
    assert "".join("".join(table(rows, 60)).split()) == "".join(words.split())


def test_twenty_thousand_letters_are_quick_and_whole() -> None:
    assert "".join(wrap("x" * 20_000, 80)) == "x" * 20_000
