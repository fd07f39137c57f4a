"""Laying out text for a width: voices, user words made safe to print, columns, wrapping.

User words are never markup here: they become `Content` as they are. Control characters would reach the terminal and
could move its cursor or change its title, so they are shown as a replacement sign; the stored text keeps them.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from textual.content import Content

OWN: Final = ""
"""The person's own words: full foreground."""
STRONG: Final = "bold"
SOFT: Final = "italic"
MUTED: Final = "$foreground 55%"
"""Labels, hints and the rest of the furniture."""
FAINT: Final = "$foreground 25%"
"""What only fills the place of something: rails, empty cells."""
ACCENT: Final = "$primary"
ACCENT_STRONG: Final = "bold $primary"
DATA: Final = "$secondary"
WARN: Final = "$warning"
BAD: Final = "$error"

_SIGN: Final = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SAFE = dict.fromkeys((*_CONTROLS, *_REORDERING), _SIGN) | {0x0A: "\n", 0x09: " "}
_LONGEST = 4_000
"""More letters of one text than any screen shows; what is cut can be opened."""


@lru_cache(maxsize=4096)
def safe(text: str) -> str:
    """`text` letter for letter, with signs for what a terminal would obey instead of show."""
    return text.translate(_SAFE)


def harmless(content: Content) -> Content:
    """`content` without anything that a terminal would obey: the last guard before it is shown."""
    plain = content.plain
    shown = safe(plain)
    return content if shown == plain else Content(shown, list(content.spans))


def words(text: str, style: str = OWN) -> Content:
    """Somebody's words in one row: safe, white space made plain."""
    return Content.styled(" ".join(safe(text[:_LONGEST]).split()), style)


def cut(content: Content, width: int, more: str = "…") -> Content:
    """At most `width` cells, ending in `more` when something is left out."""
    if content.cell_length <= width:
        return content
    if width <= len(more):
        return content.truncate(max(0, width))
    return content.truncate(width - len(more)).rstrip() + Content(more)


def fill(content: Content, width: int, more: str = "…") -> Content:
    """Exactly `width` cells."""
    short = cut(content, width, more)
    return short.pad_right(width - short.cell_length)


def columns(cells: Sequence[tuple[Content, int]], gap: int = 2, more: str = "…") -> Content:
    """Cells of fixed widths beside each other."""
    return Content(" " * gap).join([fill(content, width, more) for content, width in cells])


def wrap(text: str, width: int, *, rows: int = 0, style: str = OWN, more: str = "…") -> list[Content]:
    """Somebody's words in rows of `width` cells, paragraphs kept; at most `rows` rows when that is not 0."""
    if width < 1:
        return []
    lines: list[Content] = []
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + more
    for paragraph in safe(shown).split("\n"):
        lines.extend(Content.styled(paragraph.rstrip(), style).wrap(width) if paragraph.strip() else [Content()])
    if rows and len(lines) > rows:
        last = lines[rows - 1].rstrip()
        lines = [*lines[: rows - 1], cut(last, width - len(more), more="") + Content.styled(more, style)]
    return lines


def key_hint(key: str, label: str) -> Content:
    """A key and what it does."""
    return Content.assemble((key, ACCENT_STRONG), " ", (label, MUTED))
