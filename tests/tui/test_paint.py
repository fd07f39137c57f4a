"""Laying out text: safe words, cutting, wrapping, frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from growthtui.present.glyphs import ASCII
from growthtui.tui.page import Page
from growthtui.tui.paint import columns, cut, fill, harmless, safe, words, wrap

ANYTHING = st.text(max_size=80)


@given(ANYTHING)
def test_safe_keeps_every_letter_in_its_place(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    assert all(a == b or not a.isprintable() or a == " " for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize("order", ["\x1b", "\x07", "\x9b", "\x00", "\u202e", "\u2066", "\x7f"])
def test_orders_become_a_sign(order: str) -> None:
    assert safe(f"a{order}b") == "a\ufffdb"
    assert harmless(Content(f"a{order}b", strip_control_codes=False)).plain == "a\ufffdb"


def test_harmless_keeps_the_styles() -> None:
    content = Content.styled("a\u202eb", "bold")
    assert [(span.start, span.end) for span in harmless(content).spans] == [(0, 3)]


@given(ANYTHING, st.integers(1, 40))
def test_cut_and_fill_keep_to_the_width(text: str, width: int) -> None:
    assert cut(words(text), width).cell_length <= width
    assert fill(words(text), width).cell_length == width


@given(ANYTHING, st.integers(2, 40), st.integers(1, 4))
def test_wrapped_rows_keep_to_the_width(text: str, width: int, rows: int) -> None:
    found = wrap(text, width, rows=rows)
    assert len(found) <= rows
    assert all(row.cell_length <= width for row in found)


def test_what_is_cut_says_so() -> None:
    assert cut(words("one two three"), 8).plain == "one two…"
    assert cut(words("one two three"), 8, more="~").plain == "one two~"
    assert [row.plain for row in wrap("one two three four", 9, rows=2)] == ["one two", "three…"]
    assert wrap("a" * 4_001, 5_000)[0].plain == "a" * 4_000 + "…"
    assert wrap("a" * 4_000, 5_000)[0].plain == "a" * 4_000


def test_columns_are_where_they_are() -> None:
    row = columns([(words("漢字"), 6), (words("b"), 3)])
    assert row.plain == "漢字    b  "
    assert row.cell_length == 11


@given(ANYTHING, st.integers(8, 60))
def test_a_frame_is_as_wide_as_its_page(text: str, width: int) -> None:
    page = Page(width)
    with page.framed(text, subtitle=text) as inner:
        inner.text(text, rows=3)
        inner.mark()
        inner.add(words(text))
    assert {row.cell_length for row in page.rows} == {width}
    assert page.cursor is not None
    assert "›" in page.rows[page.cursor].plain


def test_an_ascii_frame() -> None:
    page = Page(12, ASCII)
    with page.framed("Title") as inner:
        inner.add(words("body"))
    assert [row.plain for row in page.rows] == ["+- Title --+", "| body     |", "+----------+"]


def test_gaps_come_once_and_never_first() -> None:
    page = Page(10)
    page.gap()
    page.add(words("a"))
    page.gap()
    page.gap()
    page.add(words("b"))
    assert [row.plain for row in page.rows] == ["a", "", "b"]
