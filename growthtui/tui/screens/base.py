"""What all screens share: their commands, top line, body, bottom line, moving, painting the snapshot."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import JournalChanged, ScreenReady
from growthtui.tui.page import Page
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine, TopLine


class Body(VerticalScroll, can_focus=False):
    """The scrolling middle of a screen; keys are the business of the screen."""


class Commanded(Screen[None]):
    """A screen that declares what can be done on it.

    Attributes:
        KEYS: its own commands, in the order of the bottom line. `BINDINGS` are made from them.
        FROM_AFAR: the names of actions that make sense without a look at the screen: the palette has them everywhere.
    """

    KEYS: ClassVar[Sequence[Command]] = ()
    FROM_AFAR: ClassVar[Sequence[str]] = ()
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.is_ready = False
        """Whether it is put together and has its focus; keys that come earlier wait."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything a key does here, own commands first."""
        return (*self.KEYS, *MOVES, *EVERYWHERE)

    @property
    def field_commands(self) -> Sequence[Command]:
        """What the keys do in the field with the focus, beside typing."""
        return getattr(self.focused, "COMMANDS", ())

    def on_descendant_focus(self) -> None:
        """Show the keys of the field first in the bottom line."""
        for line in self.query(BottomLine):
            line.lead_with(self.field_commands)

    def notice(self, text: Content | None) -> None:
        """Show something in the bottom line in place of the keys; None shows the keys again."""
        self.query_one(BottomLine).say(text)

    def on_mount(self) -> None:
        """Draw with the signs of the settings; be ready for keys."""
        self.set_class(self.desk.glyphs.is_ascii, "-ascii")
        self.call_after_refresh(self._get_ready)

    def _get_ready(self) -> None:
        """Give the first field the focus, if Textual has not yet, and let the keys come."""
        if self.AUTO_FOCUS and self.focused is None:
            self.set_focus(next(iter(self.query(self.AUTO_FOCUS)), None))
        self.is_ready = True
        self.app.post_message(ScreenReady())

    def leaving(self) -> None:
        """The person leaves: the last moment to keep what was typed."""

    def action_move(self, step: int) -> None:
        """Scroll by a row; a screen with a cursor moves that."""
        self.query_one(Body).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Scroll by a page."""
        body = self.query_one(Body)
        body.scroll_relative(y=step * max(1, body.size.height - 1), animate=False)


class GrowthScreen(Commanded):
    """A whole screen. A subclass says its `PLACE` and `KEYS` and paints the journal on a page.

    Attributes:
        PLACE: the name of the tab it belongs to, or "".
    """

    PLACE: ClassVar[str] = ""
    BINDINGS = bindings(MOVES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Top line, body, bottom line."""
        yield TopLine(self.desk, self.place)
        with Body(id="body"):
            yield from self.compose_body()
        yield BottomLine(self.desk, self.commands)

    @property
    def place(self) -> str:
        """The tab that is marked as the present one."""
        return self.PLACE

    def compose_body(self) -> Iterable[Widget]:
        """The widgets of the body: one page, painted by the screen."""
        yield Block(self.desk.glyphs, self.paint, id="page")

    def paint(self, page: Page) -> None:
        """Draw the present state of the journal."""

    def on_mount(self) -> None:
        """Note what is drawn."""
        self._drawn = self._state()

    def on_screen_resume(self) -> None:
        """Draw anew when the journal, the day, a draft or a setting has changed while another screen was shown."""
        if self._drawn != self._state():
            self.redraw()

    def on_journal_changed(self, _: JournalChanged) -> None:
        """Draw the new state."""
        self.redraw()

    def redraw(self) -> None:
        """Paint everything again."""
        self._drawn = self._state()
        for block in self.query(Block):
            block.repaint()

    def keep_cursor_in_sight(self) -> None:
        """Scroll so that the rows of the cursor are shown."""
        block = self.query_one("#page", Block)
        if block.cursor is not None:
            region = Region(0, max(0, block.cursor - 1), 1, block.cursor_rows + 2)
            self.query_one(Body).scroll_to_region(region, animate=False, immediate=True)

    def _state(self) -> tuple[object, ...]:
        return (self.desk.snapshot, self.desk.today, self.desk.drafts.waiting, self.desk.settings)


class ShowsWeeks(GrowthScreen):
    """A screen that can be asked to show a week."""

    def show_week(self, name: str, line: str = "") -> None:
        """Show the week of this name, with the cursor on a line."""


class Sheet(Commanded, ModalScreen[None]):
    """Something that lies over a screen for a while: a form, a list to pick from, the help."""

    BINDINGS = bindings(MOVES)
