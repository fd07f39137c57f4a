"""What stays behind and why, for the owner alone; and what leaves but holds words to look at once more."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from growthtui.present.packet import Caution, PacketView, Staying
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, MUTED, WARN, safe, words, wrap
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine

_KEYS = (
    Command(action="app.back", keys="escape,b", title="Close the list", label="close"),
    Command(action="page(1)", keys="pagedown,space", title="Read on", label="read on", in_palette=False),
)
_SHOWN = 100
"""So many entries are listed for one reason."""

_PLACE_CELLS = 12
_TEXT_ROWS = 2


class StayingSheet(Sheet):
    """The list; nothing of it is ever part of a file."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES, *EVERYWHERE))

    def __init__(self, desk: Desk, view: PacketView) -> None:
        super().__init__(desk)
        self._view = view

    def compose(self) -> ComposeResult:
        """A frame with the list."""
        with Body(classes="framed form") as body:
            body.border_title = Content("What stays, and why")
            yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self.KEYS)

    def _paint(self, page: Page) -> None:
        for group in self._view.staying:
            page.gap()
            _reason(page, group)
        if not self._view.staying:
            page.say("Nothing stays behind: this packet holds all there is.", MUTED)
        page.gap()
        paint_cautions(page, self._view.cautions)


def _reason(page: Page, group: Staying) -> None:
    page.text(page.glyphs.say(f"{len(group.entries)} · {group.why}"), DATA)
    for entry in group.entries[:_SHOWN]:
        label = Content.styled(f"{safe(entry.place or entry.kind)[:_PLACE_CELLS]:<{_PLACE_CELLS}}  ", MUTED)
        rows = wrap(entry.text, page.width - label.cell_length, rows=_TEXT_ROWS, more=page.glyphs.more)
        for number, row in enumerate(rows):
            page.add((label if number == 0 else Content(" " * label.cell_length)) + row)
    if len(group.entries) > _SHOWN:
        page.label(f"and {len(group.entries) - _SHOWN} more")


def paint_cautions(page: Page, cautions: Sequence[Caution]) -> None:
    """Texts that leave, with the names and words in them that one may not want to hand out."""
    if not cautions:
        return
    page.text("It leaves, but look once more at these words:", WARN)
    found = [(words(", ".join(caution.words), WARN), caution.text) for caution in cautions[:_SHOWN]]
    cells = min(max(marked.cell_length for marked, _ in found), page.width // 4)
    for marked, text in found:
        rows = wrap(text, page.width - cells - 2, rows=1, style=MUTED, more=page.glyphs.more)
        page.table((marked, cells), (rows[0] if rows else Content(), page.width - cells - 2))
    if len(cautions) > _SHOWN:
        page.label(f"and {len(cautions) - _SHOWN} more")
