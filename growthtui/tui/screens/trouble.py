"""What is shown in place of a journal that cannot be read: what is wrong, and the choices."""

from textual.content import Content

from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import JournalChanged
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, key_hint
from growthtui.tui.screens.base import GrowthScreen

_KEYS = (Command(action="retry", keys="r", title="Look at the journal again", label="look again"),)
_COMMAND_CELLS = 28
_WORKING = ("app.open('help')", "app.quit")
_ADVICE = (
    ("growthtui doctor", "says what it finds, record by record"),
    ("growthtui backup list", "shows the copies that were kept"),
    ("growthtui backup restore ID", "takes one of them, after a copy of what is there now"),
)


class TroubleScreen(GrowthScreen):
    """Calm words about an unreadable journal; it goes by itself when the journal can be read again."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.id = "trouble"

    @property
    def commands(self) -> tuple[Command, ...]:
        """What still makes sense: looking again, the help, leaving."""
        return (*self.KEYS, *MOVES, *(command for command in EVERYWHERE if command.action in _WORKING))

    async def action_retry(self) -> None:
        """Look at the file again."""
        await self.desk.look_again()
        self.post_message(JournalChanged())

    def on_journal_changed(self, _: JournalChanged) -> None:
        """Go when the journal can be read again."""
        if self.desk.is_readable:
            self.app.pop_screen()
        else:
            self.redraw()

    def paint(self, page: Page) -> None:
        """The sentence and the choices."""
        page.label("Your journal")
        page.text(str(self.desk.trouble or ""))
        page.gap()
        page.add(key_hint("r", "look again, for example after a sync has ended"), key_hint("q", "leave"))
        page.gap()
        page.label("Or in a terminal:")
        for command, what in _ADVICE:
            page.table(
                (Content(command), _COMMAND_CELLS), (Content.styled(what, MUTED), page.width - _COMMAND_CELLS - 2)
            )
        if self.desk.drafts.waiting:
            page.gap()
            page.say("What you typed and did not save is kept as a draft.", MUTED)
