"""Markdown: whatever a person wrote stays text, read back by an independent parser."""

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from growthtui.packets.plain_text import tame
from growthtui.packets.renderers.md import escape, escape_line, link, render
from growthtui.packets.tree import (
    Document,
    Heading,
    Item,
    Items,
    Mark,
    Notes,
    Paragraph,
    Quote,
    Section,
    Span,
    Style,
    Table,
    plain,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""HTML is on: an escape that fails would show up as a tag."""

HOSTILE = (
    "<script>alert(1)</script>", "[/b] [bold]x[/]", "| a | b |", "`code`", "# no heading", "1. no list", "- no list",
    "+ no list", "* no list", "> no quote", "---", "===", "***", "~~gone~~", "![x](http://t.example/p.png)",
    "[x]: http://x.example", "&amp; &#60;b&#62;", "\\", "\\*", "**strong**", "_em_", "a\\", "    code", "\tcode",
    "~~~\nfence", "```\nfence", "para\n\n- list\n- list", "para\n===", "[x](javascript:alert(1))", "<http://a.example>",
    "\x1b[31mred\x07", "\x00", "\u202eevil\u2066", "\u2069out", "مرحبا", "先试一下", "🙃", "\ud800", "1) x", "a  \nb",
    "\u2028line", "x" * 20_000,
)  # fmt: skip
SIGNS = st.sampled_from(list("\\`*_[]<>#|~!&;:-+=.)(1 \n\t\"'$a{}")) | st.characters(codec="utf-8")
TEXT = st.text(SIGNS, max_size=40) | st.sampled_from(HOSTILE[:-1])
SHOWN = TEXT.filter(lambda text: bool(tame(text).strip()))


def lines_of(text: str) -> list[str]:
    """The lines of a text as a reader sees them."""
    return [line.strip() for line in tame(text).expandtabs(1).split("\n") if line.strip()]


def read(markdown: str) -> list[Token]:
    return READER.parse(markdown)


def texts_in(tokens: list[Token]) -> list[str]:
    """Lines of text in all inline tokens; anything else inside them fails the test."""
    lines = [""]
    for token in chain.from_iterable(token.children or () for token in tokens if token.type == "inline"):
        if token.type in ("softbreak", "hardbreak"):
            lines.append("")
        else:
            assert token.type in ("text", "text_special"), token
            lines[-1] += token.content
    return lines


@given(SHOWN)
def test_text_comes_back(text: str) -> None:
    tokens = read(escape(text))
    assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
    found = [line for token in tokens if token.type == "inline" for line in texts_in([token])]
    assert found == lines_of(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    found = [line for token in read(escape(text)) if token.type == "inline" for line in texts_in([token])]
    assert found == lines_of(text)


@given(SHOWN)
def test_one_line_stays_one_line(text: str) -> None:
    escaped = escape_line(text)
    assert "\n" not in escaped
    assert texts_in(read(f"## {escaped}")) == [" ".join(tame(text).split())]


@pytest.mark.parametrize("sign", list("|*_[]<>#`\\"))
def test_each_sign_of_the_specification_is_escaped(sign: str) -> None:
    assert escape(f"a{sign}b") == f"a\\{sign}b"


@given(st.lists(st.tuples(SHOWN, st.lists(SHOWN, max_size=3)), min_size=1, max_size=4), st.booleans())
def test_list_keeps_its_entries(entries: list[tuple[str, list[str]]], ordered: bool) -> None:
    items = tuple(Item(plain(text), tuple(plain(fact) for fact in facts)) for text, facts in entries)
    tokens = read(render(_document(Items(items, ordered))))
    types = [token.type for token in tokens]
    assert types.count("list_item_open") == len(entries)
    assert types.count("ordered_list_open" if ordered else "bullet_list_open") == 1
    assert not {"fence", "code_block", "html_block", "hr", "blockquote_open", "table_open"} & set(types)
    assert types.count("heading_open") == 2
    visible = re.sub(r"\s", "", _visible(tokens))
    for text, facts in entries:
        for part in (text, *facts):
            assert re.sub(r"\s", "", tame(part)) in visible


@given(SHOWN, SHOWN, SHOWN)
def test_table_keeps_its_cells(one: str, two: str, head: str) -> None:
    table = Table((head, "B"), ((plain(one), plain(two)), (plain(two), ())))
    tokens = read(render(_document(table)))
    assert [token.type for token in tokens].count("td_open") == 4
    cells = [texts_in([token]) for token in tokens if token.type == "inline"]
    assert [" ".join(tame(one).split())] in cells


@given(SHOWN, TEXT)
def test_quote_stays_one_quote(text: str, source: str) -> None:
    types = [token.type for token in read(render(_document(Quote(text, source))))]
    assert types.count("blockquote_open") == 1
    assert not {"fence", "code_block", "html_block", "hr", "bullet_list_open", "ordered_list_open"} & set(types)


@given(SHOWN, st.sampled_from(Style))
def test_emphasis_touches_words_only(text: str, style: Style) -> None:
    tokens = read(render(_document(Paragraph((Span("Why: "), Span(text, style), Span(" end"))))))
    assert re.sub(r"\s", "", f"Why:{tame(text)}end") in re.sub(r"\s", "", _visible(tokens))


def _visible(tokens: list[Token]) -> str:
    """All text without the marks of emphasis; any other markup inside fails the test."""
    out = []
    for token in chain.from_iterable(token.children or () for token in tokens if token.type == "inline"):
        allowed = (
            "text",
            "text_special",
            "softbreak",
            "hardbreak",
            "em_open",
            "em_close",
            "strong_open",
            "strong_close",
        )
        assert token.type in allowed, token
        out.append(token.content or "\n" * token.type.endswith("break"))
    return "".join(out)


def _document(*blocks: Heading | Items | Paragraph | Quote | Table | Notes) -> Document:
    return Document("Title", (), (Section("x", "Section", blocks),))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("https://example.org/a b(c)[d]<e>", "https://example.org/a%20b%28c%29%5Bd%5D%3Ce%3E"),
        ("https://example.org/50%25", "https://example.org/50%25"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("https://x.example/\u202e", "https://x.example/%E2%80%AE"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://[broken", ""),
        ("no address", ""),
    ],
)
def test_links_lead_only_where_a_reader_may_be_sent(url: str, target: str) -> None:
    assert link(url) == target


def test_address_that_is_no_link_is_shown_as_words() -> None:
    text = render(_document(Paragraph((Span("click", url="javascript:alert(1)"),))))
    assert "click (javascript:alert(1))" in text
    assert "](" not in text


def test_every_block_has_its_form() -> None:
    document = Document(
        "Ada: growth packet",
        ("Engineer", "March 2026"),
        (
            Section(
                "x",
                "Section",
                (
                    Paragraph((Span("Why: "), Span("because", Style.STRONG))),
                    Heading("1. Point"),
                    Items((Item(plain("open"), mark=Mark.OPEN), Item(plain("done"), (plain("3 June"),), Mark.DONE))),
                    Items((Item(plain("one\n\ntwo"), (plain("a"), plain("b"))),), ordered=True),
                    Table(("A", "B"), ((plain("1"), ()),)),
                    Quote("said", "Bo"),
                    Notes(1),
                ),
            ),
        ),
    )
    assert render(document) == (
        "# Ada: growth packet\n\nEngineer  \nMarch 2026\n\n## Section\n\nWhy: **because**\n\n### 1. Point\n\n"
        "- [ ] open\n- [x] done\n  *3 June*\n\n1. one\n\n   two\n   *a · b*\n\n"
        "| A | B |\n| --- | --- |\n| 1 |  |\n\n> said\n>\n> — Bo\n\n" + "_" * 60 + "\n"
    )
