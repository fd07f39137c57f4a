"""Everything about one row: in the second column of a wide terminal, and in full over the screen."""

from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from growthtui.present.days import period
from growthtui.present.plan import Note
from growthtui.present.plan.changes import Wording
from growthtui.present.plan.details import Details
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, OWN, SOFT, safe
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.screens.plan.painting import comparison
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine

_KEYS: Final = (Command(action="app.back", keys="escape,v,enter", title="Close", label="close", in_palette=False),)
_LABEL_CELLS: Final = 16
_COLUMN_WORDINGS: Final = 3


class DetailsSheet(Sheet):
    """One row in full, with its earlier wordings and how they differ."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES, *EVERYWHERE))

    def __init__(self, desk: Desk, details: Details) -> None:
        super().__init__(desk)
        self._details = details

    def compose(self) -> ComposeResult:
        """A frame with the words."""
        with Body(classes="framed reading") as body:
            body.border_title = Content(self._details.title)
            yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self.KEYS)

    def _paint(self, page: Page) -> None:
        if self._details.text:
            _whole(page, self._details.text)
        _notes_beside(page, self._details)
        for wording in self._details.wordings:
            _wording(page, wording, self.desk, rows=0)


def column(page: Page, details: Details | None, desk: Desk) -> None:
    """The same in a narrow column, label above words; what is too much there is in the sheet."""
    if details is None:
        return
    page.label(details.title)
    page.text(details.text, OWN, rows=12)
    for note in details.notes:
        page.gap()
        page.label(note.label)
        page.text(_shown(note, page), OWN, rows=6)
    for wording in details.wordings[:_COLUMN_WORDINGS]:
        _wording(page, wording, desk, rows=8)


def _whole(page: Page, text: str, style: str = OWN) -> None:
    """Every word of a text, however long."""
    for paragraph in safe(text).split("\n"):
        page.rows.extend(
            Content.styled(paragraph.rstrip(), style).wrap(page.prose) if paragraph.strip() else [Content()]
        )


def _shown(note: Note, page: Page) -> str:
    return page.glyphs.say(note.text) if note.is_ours else note.text


def _notes_beside(page: Page, details: Details) -> None:
    """Labels on the left, words on the right."""
    page.gap()
    for note in details.notes:
        inner = Page(page.prose - _LABEL_CELLS, page.glyphs)
        _whole(inner, _shown(note, page))
        for number, row in enumerate(inner.rows):
            label = note.label if number == 0 else ""
            page.add(Content.styled(f"{label:<{_LABEL_CELLS}}", MUTED) + row)


def _wording(page: Page, wording: Wording, desk: Desk, *, rows: int) -> None:
    """An earlier text, and the difference to the one that came after it."""
    version = wording.version
    page.gap()
    page.label(f"{period(version.since, version.until, desk.today)} it read")
    if rows:
        page.text(version.text, SOFT, rows=rows)
    else:
        _whole(page, version.text, SOFT)
    page.gap()
    page.label("What changed then")
    page.rows.extend(comparison(wording.runs, page.prose, rows=rows, more=page.glyphs.more))
