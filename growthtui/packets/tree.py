"""The document as a tree: what every renderer gets. It holds no ids, no visibility and nothing that was withheld."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec


class Node(msgspec.Struct, frozen=True, omit_defaults=True):
    """A frozen part of a document."""


class Style(StrEnum):
    """How loud a piece of text speaks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


class Span(Node, frozen=True):
    """A piece of text; with a `url` it is a link."""

    text: str
    style: Style = Style.PLAIN
    url: str = ""


Rich = tuple[Span, ...]
"""Text made of pieces; they follow each other without a space between."""


class Paragraph(Node, frozen=True, tag="paragraph"):
    """Running text."""

    text: Rich


class Heading(Node, frozen=True, tag="heading"):
    """A heading inside a section."""

    text: str


class Mark(StrEnum):
    """What became of something to be done."""

    NONE = ""
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Item(Node, frozen=True):
    """One entry of a list; `facts` are quiet words about it, shown after the text."""

    text: Rich
    facts: tuple[Rich, ...] = ()
    mark: Mark = Mark.NONE


class Items(Node, frozen=True, tag="items"):
    """A list, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool = False


class Table(Node, frozen=True, tag="table"):
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Rich, ...], ...]


class Quote(Node, frozen=True, tag="quote"):
    """Somebody's words; `source` says whose and when."""

    text: str
    source: str = ""


class Notes(Node, frozen=True, tag="notes"):
    """Room to write by hand."""

    lines: int


Block = Paragraph | Heading | Items | Table | Quote | Notes
"""What a section is made of."""


class Section(Node, frozen=True):
    """A part of the document; `id` is that of the packet data."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Document(Node, frozen=True):
    """The whole: `meta` is the head, one line each."""

    title: str
    meta: tuple[str, ...]
    sections: tuple[Section, ...]


def plain(text: str) -> Rich:
    """Text in one piece."""
    return (Span(text),)


def strong(text: str) -> Rich:
    """Text in one piece, emphasised."""
    return (Span(text, Style.STRONG),)


def bullets(*texts: Rich) -> Items:
    """A list of texts without facts."""
    return Items(tuple(Item(text) for text in texts))


def texts_of(document: Document) -> Iterator[str]:
    """Every piece of text in the document, whole and unescaped."""
    yield document.title
    yield from document.meta
    for section in document.sections:
        for block in section.blocks:
            yield from _texts_of_block(block)


def _texts_of_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from _texts_of_rich(text)
        case Heading(text):
            yield text
        case Items(items):
            for item in items:
                for rich in (item.text, *item.facts):
                    yield from _texts_of_rich(rich)
        case Table(_, rows):
            for row in rows:
                for cell in row:
                    yield from _texts_of_rich(cell)
        case Quote(text, source):
            yield from (text, source)


def _texts_of_rich(rich: Rich) -> Iterator[str]:
    for span in rich:
        yield from (span.text, span.url)
