"""Rows under construction: what a painter draws on. A page knows its width, its signs and where the cursor is."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual.content import Content
from textual.geometry import Region

from growthtui.present.glyphs import UNICODE, Glyphs
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, DATA, FAINT, MUTED, columns, cut, fill, words, wrap

PROSE = 80
"""Lines of prose stop at about so many cells."""

_FRAME_CELLS = 4
_EDGE_CELLS = 2


class Page:
    """Rows of at most `width` cells.

    Args:
        width: the room in cells.
        glyphs: the signs to draw with.
    """

    def __init__(self, width: int, glyphs: Glyphs = UNICODE) -> None:
        self.width = max(1, width)
        self.glyphs = glyphs
        self.rows: list[Content] = []
        self.cursor: int | None = None
        """The row that must stay in sight, and that a frame points at."""
        self.cursor_rows = 1
        """How many rows belong to it."""
        self.field: Region | None = None
        """Where a field lies on the page."""

    @property
    def prose(self) -> int:
        """The width for prose."""
        return min(self.width, PROSE)

    def add(self, *rows: Content) -> None:
        """Rows that are laid out already; what is too long is cut."""
        self.rows.extend(cut(row, self.width, self.glyphs.more) for row in rows)

    def gap(self) -> None:
        """A blank row between two thoughts, never two of them, never at the top."""
        if self.rows and self.rows[-1].plain:
            self.rows.append(Content())

    def flow(self, row: Content) -> None:
        """A row that goes on in the next when it is too long."""
        self.rows.extend(row.wrap(self.width))

    def label(self, text: str) -> None:
        """A muted label of ours."""
        self.add(Content.styled(self.glyphs.say(text), MUTED))

    def say(self, text: str, style: str = "") -> None:
        """Our own prose."""
        self.rows.extend(Content.styled(self.glyphs.say(text), style).wrap(self.prose))

    def text(self, text: str, style: str = "", rows: int = 0) -> None:
        """Somebody's words as prose, in at most `rows` rows."""
        self.rows.extend(wrap(text, self.prose, rows=rows, style=style, more=self.glyphs.more))

    def table(self, *cells: tuple[Content, int], gap: int = 2) -> None:
        """One row of cells with fixed widths."""
        self.rows.append(columns(cells, gap, self.glyphs.more))

    def mark(self, rows: int = 1) -> None:
        """The next row is where the cursor is; it and those after it belong together."""
        self.cursor, self.cursor_rows = len(self.rows), rows

    @contextmanager
    def framed(self, title: str, *, subtitle: str = "", is_focused: bool = False) -> Iterator["Page"]:
        """A thin round frame round what is drawn on the page that this gives.

        `title` may be somebody's words; only the focused frame takes the accent, and its title is bold, too.
        """
        inner = Page(self.width - _FRAME_CELLS, self.glyphs)
        yield inner
        line = f"{ACCENT} 70%" if is_focused else FAINT
        corner = self.glyphs.box
        if inner.cursor is not None:
            self.cursor, self.cursor_rows = len(self.rows) + 1 + inner.cursor, inner.cursor_rows
        if inner.field is not None:
            self.field = inner.field.translate((_FRAME_CELLS // 2, len(self.rows) + 1))
        name = words(title, ACCENT_STRONG if is_focused else "$foreground 75%")
        self.rows.append(self._edge(corner[0], name, corner[2], line, is_title=True))
        for number, row in enumerate(inner.rows):
            side = Content.styled(corner[3], line)
            left = Content.styled(self.glyphs.probe, ACCENT_STRONG) if number == inner.cursor else side
            self.rows.append(Content.assemble(left, " ", fill(row, inner.width), " ", side))
        foot = words(subtitle, MUTED)
        self.rows.append(self._edge(corner[4], foot, corner[5], line, is_title=False))

    def _edge(self, left: str, name: Content, right: str, style: str, *, is_title: bool) -> Content:
        rail = self.glyphs.box[1]
        room = self.width - 2
        if not name.plain:
            return Content.styled(f"{left}{rail * room}{right}", style)
        shown = cut(name, room - _FRAME_CELLS, self.glyphs.more)
        rest = rail * (room - shown.cell_length - 3)
        first, last = (rail, rest) if is_title else (rest, rail)
        return Content.assemble((f"{left}{first} ", style), shown, (f" {last}{right}", style))

    @contextmanager
    def edged(self, style: str = DATA) -> Iterator["Page"]:
        """A coloured edge on the left of what is drawn on the page that this gives: the coach, a next step."""
        inner = Page(self.width - _EDGE_CELLS, self.glyphs)
        yield inner
        edge = Content.styled(f"{self.glyphs.edge} ", style)
        self.rows.extend(edge + row for row in inner.rows)
