"""One question before something goes: its name, yes or no."""

from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine

_KEYS: Final = (
    Command(action="yes", keys="enter,y,ctrl+s", title="Yes, remove it", label="remove"),
    Command(action="app.back", keys="escape,n", title="No, leave it", label="leave it"),
)


class ConfirmSheet(Sheet):
    """Asks whether something shall go.

    Args:
        desk: the desk.
        title: what is asked.
        text: what would go, in the person's words.
        agreed: called when the answer is yes, after the sheet is closed.
    """

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))

    def __init__(self, desk: Desk, title: str, text: str, agreed: Callable[[], None]) -> None:
        super().__init__(desk)
        self._title = title
        self._text = text
        self._agreed = agreed

    def compose(self) -> ComposeResult:
        """A frame with the name of it."""
        with Body(classes="framed confirm") as body:
            body.border_title = Content(self._title)
            yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self.KEYS)

    def action_yes(self) -> None:
        """Close, and do it."""
        self.app.pop_screen()
        self._agreed()

    def _paint(self, page: Page) -> None:
        page.text(self._text, rows=6)
