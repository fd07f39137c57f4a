"""What is shown in a terminal that is too small for anything else."""

from textual.app import ComposeResult
from textual.content import Content

from growthtui.tui.commands import Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.screens.base import Sheet
from growthtui.tui.widgets.block import Block

_QUIT = Command(action="app.quit", keys="ctrl+q", title="Quit; drafts are kept")


class SmallSheet(Sheet, inherit_bindings=False):
    """One sentence; it goes by itself when there is room again. Letters meant for what lies below do nothing."""

    KEYS = (_QUIT,)
    BINDINGS = bindings(KEYS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.id = "small"

    @property
    def commands(self) -> tuple[Command, ...]:
        """Only the way out."""
        return self.KEYS

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Block(self.desk.glyphs, _sentence)

    def notice(self, text: Content | None) -> None:
        """There is no bottom line here."""


def _sentence(page: Page) -> None:
    page.say("Please enlarge this window to at least 60 columns and 20 rows. Nothing is lost.")
