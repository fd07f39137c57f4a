"""Typing to find, the arrows to choose, enter to take: the palette, the search and every list to pick from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.widgets import TextArea

from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, MUTED, STRONG, cut, fill, wrap
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block, runs
from growthtui.tui.widgets.lines import BottomLine
from growthtui.tui.widgets.words_area import WordsArea

SHOWN = 60
"""So many entries are listed; more letters find the others."""

_OTHER_ROWS = 9

_KEYS = (
    Command(action="take", keys="enter", title="Take the entry", label="take", in_palette=False, is_priority=True),
    Command(action="move(1)", keys="down", title="The next entry", label="choose", in_palette=False, is_priority=True),
    Command(action="move(-1)", keys="up", title="The entry before", in_palette=False, is_priority=True),
    Command(action="move(10)", keys="pagedown", title="Ten entries on", in_palette=False, is_priority=True),
    Command(action="move(-10)", keys="pageup", title="Ten entries back", in_palette=False, is_priority=True),
    Command(action="app.back", keys="escape", title="Close the list", label="close", in_palette=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to take. `note` stands on the right; `run` is called when it is taken, after the list is closed."""

    text: Content
    note: str
    run: Callable[[], object]
    detail: str = ""
    """More words, shown below the entry while it is chosen."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a finder shows: `find` gives the entries for the typed words, all of them for none."""

    title: str
    find: Callable[[str], Sequence[Entry]]
    placeholder: str = "Type to find"
    nothing: str = "Nothing like that."
    chosen: int = 0
    """The place of the entry that is chosen at first."""


class FinderSheet(Sheet):
    """A field to type into and a list of what fits."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))
    AUTO_FOCUS = "TextArea"

    def __init__(self, desk: Desk, catalogue: Catalogue) -> None:
        super().__init__(desk)
        self.title = catalogue.title
        self._catalogue = catalogue
        self._entries: Sequence[Entry] = ()
        self._hidden = 0
        """So many more fit than are listed."""
        self._take_over(catalogue.find(""))
        self._chosen = catalogue.chosen
        self._typed_last = ""

    def compose(self) -> ComposeResult:
        """The field above the list, in one frame."""
        with Vertical(classes="framed finder") as frame:
            frame.border_title = Content(self._catalogue.title)
            yield WordsArea(placeholder=self._catalogue.placeholder)
            with Body():
                yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self._offered)

    @property
    def _offered(self) -> Sequence[Command]:
        """The keys; where nothing is listed, only the one that leaves."""
        return _KEYS if self._entries else _KEYS[-1:]

    def on_resize(self) -> None:
        """Leave the field and the frame their rows; the list has the rest."""
        self.query_one(Body).styles.max_height = max(1, self.size.height - _OTHER_ROWS)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        self._find(event.text_area.text)

    def _find(self, typed: str) -> None:
        if typed != self._typed_last:
            self._typed_last = typed
            self._take_over(self._catalogue.find(typed))
            self._chosen = 0
            self._show_again()

    def _take_over(self, found: Sequence[Entry]) -> None:
        self._entries, self._hidden = found[:SHOWN], max(0, len(found) - SHOWN)

    def action_move(self, step: int) -> None:
        """Choose another entry."""
        self.action_choose(self._chosen + step)

    def action_choose(self, place: int) -> None:
        """Choose an entry by its place."""
        self._chosen = min(max(place, 0), max(0, len(self._entries) - 1))
        self._show_again()

    def action_take(self) -> None:
        """Close the list and run what was chosen; letters typed a moment ago count."""
        self._find(self.query_one(WordsArea).text)
        if self._entries:
            run = self._entries[self._chosen].run
            self.app.pop_screen()
            self.app.call_later(run)

    def _show_again(self) -> None:
        block = self.query_one("Body > Block", Block)
        block.repaint()
        self.query_one(BottomLine).show(self._offered)
        self.call_after_refresh(self._keep_in_sight, block)

    def _keep_in_sight(self, block: Block) -> None:
        region = Region(0, block.cursor or 0, 1, 3)
        self.query_one(Body).scroll_to_region(region, animate=False, immediate=True)

    def _paint(self, page: Page) -> None:
        note = max((len(entry.note) for entry in self._entries), default=0)
        note = min(note, page.width // 3)
        for number, entry in enumerate(self._entries):
            is_chosen = number == self._chosen
            if is_chosen:
                page.mark()
            sign = Content.styled(page.glyphs.probe if is_chosen else " ", ACCENT_STRONG)
            text = entry.text.stylize(STRONG) if is_chosen else entry.text
            room = page.width - 2 - (note + 2 if note else 0)
            row = Content.assemble(sign, " ", fill(text, room, page.glyphs.more))
            beside = Content.assemble("  ", cut(Content.styled(entry.note, MUTED), note, page.glyphs.more))
            page.add(runs(row + beside if note else row, f"choose({number})"))
            if is_chosen and entry.detail:
                page.add(*(Content("  ") + line for line in wrap(entry.detail, page.width - 2, rows=4, style=MUTED)))
        if self._hidden:
            page.label(f"  and {self._hidden} more: type another word")
        if not self._entries:
            page.label(self._catalogue.nothing)
