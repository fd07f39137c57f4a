"""Markdown that reads well as it stands and in any viewer. Nothing a person wrote is ever markup."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from growthtui.packets.plain_text import tame
from growthtui.packets.tree import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Mark,
    Notes,
    Paragraph,
    Quote,
    Rich,
    Section,
    Span,
    Style,
    Table,
)

LINK_SCHEMES = ("http", "https", "ftp", "mailto")
"""Where a link may lead; other addresses are shown as words."""

_MARKS = re.compile(r"[\\`|*_\[\]<>#~]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_LINE_START = re.compile(r"^(?=[-+](?:\s|$)|-+\s*$|=+\s*$)")
_NOT_IN_LINK = re.compile(r"""[\s\x00-\x1f\x7f-\x9f<>()\[\]\\"`{}|^;\u2028-\u202e\u2066-\u2069\ud800-\udfff]""")
_EMPHASIS = {Style.PLAIN: "", Style.STRONG: "**", Style.QUIET: "*"}
_BOXES = {Mark.NONE: "", Mark.OPEN: "[ ] ", Mark.DONE: "[x] ", Mark.DROPPED: ""}
_HARD_BREAK = "  \n"
_WRITING_LINE = "_" * 60
_BETWEEN_FACTS = " · "


def render(document: Document) -> str:
    """The document as Markdown with line feeds, ending in one."""
    blocks = [f"# {_escape_marks(_one_line(document.title))}"]
    if document.meta:
        blocks.append(_HARD_BREAK.join(map(escape_line, document.meta)))
    for section in document.sections:
        blocks += _section(section)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """`text` as running text: what would be markup gets a backslash, lines stay lines, blank lines part paragraphs."""
    return _settled(_escape_marks(tame(text)))


def escape_line(text: str) -> str:
    """`text` on a single line, for headings, cells and links."""
    return _settled(_escape_marks(_one_line(text)))


def link(url: str) -> str:
    """The target of a link, or "" for an address that nobody should be sent to."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return ""
    if scheme not in LINK_SCHEMES:
        return ""
    return _NOT_IN_LINK.sub(lambda found: quote(found[0], safe="", errors="replace"), url)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_escape_marks(_one_line(section.title))}"
    yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return _rich(text)
        case Heading(text):
            return f"### {_escape_marks(_one_line(text))}"
        case Items(items, ordered):
            return "\n".join(_item(item, f"{at}." if ordered else "-") for at, item in enumerate(items, start=1))
        case Table(head, rows):
            return _table(head, rows)
        case Quote(text, source):
            return _quote(text, source)
        case Notes(lines):
            return "\n\n".join([_WRITING_LINE] * lines)


def _item(item: Item, mark: str) -> str:
    """One entry; its facts follow in italics on the next line of the same paragraph."""
    facts = _BETWEEN_FACTS.join(_rich(fact, single=True) for fact in item.facts)
    parts = (_rich(item.text), _emphasised(facts, "*"))
    first, *others = "\n".join(part for part in parts if part).split("\n")
    indent = " " * (len(mark) + 1)
    return "\n".join([f"{mark} {_BOXES[item.mark]}{first}", *(indent + line if line else "" for line in others)])


def _table(head: tuple[str, ...], rows: tuple[tuple[Rich, ...], ...]) -> str:
    lines = [[escape_line(cell) for cell in head], ["---"] * len(head)]
    lines += [[_rich(cell, single=True) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _quote(text: str, source: str) -> str:
    words = escape(text) + (f"\n\n— {escape_line(source)}" if source else "")
    return "\n".join(f"> {line}" if line else ">" for line in words.split("\n"))


def _rich(rich: Rich, *, single: bool = False) -> str:
    return _settled("".join(_span(span, single=single) for span in rich))


def _span(span: Span, *, single: bool) -> str:
    target = link(span.url) if span.url else ""
    text = _escape_marks(_one_line(span.text, keep_ends=True) if single or target else tame(span.text))
    if target:
        text = f"[{text}]({target})"
    elif span.url and span.url != span.text:
        text = f"{text} ({_escape_marks(_one_line(span.url))})"
    mark = _EMPHASIS[span.style]
    return "\n".join(_emphasised(line, mark) for line in text.split("\n"))


def _emphasised(line: str, mark: str) -> str:
    """A line between emphasis marks, which must touch its words."""
    words = line.strip()
    return line.replace(words, f"{mark}{words}{mark}", 1) if words and mark else line


def _one_line(text: str, *, keep_ends: bool = False) -> str:
    words = " ".join(tame(text).split())
    if not keep_ends or not words:
        return words
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}"


def _escape_marks(text: str) -> str:
    return _ENTITY.sub(r"\\&", _MARKS.sub(r"\\\g<0>", text))


def _settled(text: str) -> str:
    """Lines without spaces around them; none begins a list or underlines a heading; a line break is kept as one."""
    lines = [_escape_start(line.strip()) for line in text.expandtabs(1).split("\n")]
    kept = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return re.sub("(?<!\n)\n(?!\n)", _HARD_BREAK, kept)


def _escape_start(line: str) -> str:
    return _LINE_START.sub(r"\\", _NUMBER_START.sub(r"\1\\\2", line))
