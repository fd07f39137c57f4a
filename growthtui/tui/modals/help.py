"""Every key of the screen it was opened on, from the declarations that make the bindings."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine

_KEYS = (Command(action="app.back", keys="escape,question_mark,q", title="Close the help", label="close"),)
_KEY_CELLS = 14


class HelpSheet(Sheet):
    """The keys of a screen, then those that hold everywhere."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk, commands: Sequence[Command]) -> None:
        super().__init__(desk)
        everywhere = (*MOVES, *EVERYWHERE)
        self._groups = (
            ("Here", [command for command in commands if command not in everywhere and command.keys]),
            ("Everywhere", [command for command in everywhere if command.keys]),
        )

    def compose(self) -> ComposeResult:
        """A frame with the list."""
        with Body(id="body", classes="framed") as body:
            body.border_title = Content("Keys")
            yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self.KEYS)

    def _paint(self, page: Page) -> None:
        for title, commands in self._groups:
            if commands:
                page.gap()
                page.label(title)
            for command in commands:
                keys = Content.styled(page.glyphs.say(command.shown_keys), ACCENT_STRONG)
                page.table((keys, _KEY_CELLS), (Content(page.glyphs.say(command.title)), page.width - _KEY_CELLS - 2))
