"""Plain text for a terminal or a pipe: safe to print, wrapped and aligned by the cells it takes."""

import unicodedata
from collections.abc import Sequence

GAP = 2
"""Blanks between two columns."""

_NARROWEST = 20
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_SEPARATORS = (0x2028, 0x2029)
_CONTROLS = tuple(code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t")
_SHOWN = {code: f"\\x{code:02x}" for code in _CONTROLS} | {code: f"\\u{code:04x}" for code in (*_BIDI, *_SEPARATORS)}
_ZERO_WIDTH = ("Mn", "Me", "Cf")


def visible(text: str) -> str:
    """`text` with control characters spelled out, so that nothing a person pasted steers the terminal."""
    return text.translate(_SHOWN).replace("\t", "    ")


def one_line(text: str) -> str:
    """`text` on one line, safe to print."""
    return visible(" ".join(text.split()))


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """`text` with blanks up to `width` cells."""
    return text + " " * (width - cells(text))


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with … where something is left out."""
    if cells(text) <= width:
        return text
    return f"{_head(text, width - 1).rstrip()}…"


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """The lines of `text` in at most `width` cells, each moved in by `indent`. Line breaks of the person stay."""
    room = max(width - indent, _NARROWEST)
    lines = [line for paragraph in visible(text).split("\n") for line in _wrap_paragraph(paragraph, room)]
    return [f"{' ' * indent}{line}".rstrip() for line in lines]


def table(rows: Sequence[Sequence[str]], width: int, indent: int = 0) -> list[str]:
    """Rows in aligned columns; the last column takes the rest of `width` and wraps below itself."""
    if not rows:
        return []
    sizes = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    left = indent + sum(size + GAP for size in sizes if size)
    lines: list[str] = []
    for row in rows:
        start = "".join(pad(cell, size + GAP) for cell, size in zip(row[:-1], sizes, strict=True) if size or cell)
        first, *rest = wrap(row[-1], width, left)
        lines += [f"{' ' * indent}{start}{first[left:]}".rstrip(), *rest]
    return lines


def _wrap_paragraph(paragraph: str, room: int) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        rest = word
        if lines[-1] and cells(lines[-1]) + 1 + cells(rest) <= room:
            lines[-1] += f" {rest}"
            continue
        if lines[-1]:
            lines.append("")
        while cells(rest) > room:
            head = _head(rest, room)
            lines[-1], rest = head, rest[len(head) :]
            lines.append("")
        lines[-1] = rest
    return lines


def _head(text: str, width: int) -> str:
    """The start of `text` that fits into `width` cells."""
    used = 0
    for place, char in enumerate(text):
        used += _width(char)
        if used > width:
            return text[:place]
    return text
