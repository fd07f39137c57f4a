"""What is shown in place of a journal that cannot be read: what is wrong, and the choices."""

from growthtui.errors import DamagedError
from growthtui.journal.backups import Restored
from growthtui.journal.damage import WaysOut
from growthtui.journal.health import Repair
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change, JournalChanged
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, key_hint
from growthtui.tui.screens.base import GrowthScreen

_RESTORE = Command(action="restore", keys="b", title="Bring back the newest good copy", label="bring back")
_REPAIR = Command(
    action="repair", keys="d", title="Bring back what can be read in the damaged file, too", label="repair"
)
_RETRY = Command(action="retry", keys="r", title="Look at the journal again", label="look again")
_KEYS = (_RESTORE, _REPAIR, _RETRY)
_WORKING = ("app.open('help')", "app.quit")


class TroubleScreen(GrowthScreen):
    """Calm words about an unreadable journal; it goes by itself when the journal can be read again."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.id = "trouble"
        self._ways = _ways_out(desk)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What makes sense: the ways out, looking again, the help, leaving."""
        possible = (*([_RESTORE] if self._ways.copy else []), *([_REPAIR] if self._ways.can_repair else []), _RETRY)
        return (*possible, *MOVES, *(command for command in EVERYWHERE if command.action in _WORKING))

    async def action_retry(self) -> None:
        """Look at the file again."""
        await self.desk.look_again()
        self.post_message(JournalChanged())

    def action_restore(self) -> None:
        """Bring back the newest good copy."""
        if copy := self._ways.copy:
            self.post_message(Change(lambda: _restored(self.desk.journal.backups.restore(copy))))

    def action_repair(self) -> None:
        """Bring back that copy and what is newer in the damaged file."""
        if self._ways.can_repair:
            self.post_message(Change(lambda: _repaired(self.desk.journal.health.repair())))

    def on_journal_changed(self, _: JournalChanged) -> None:
        """Go when the journal can be read again."""
        if self.desk.is_readable:
            self.app.pop_screen()
            return
        self._ways = _ways_out(self.desk)
        self.redraw()

    def paint(self, page: Page) -> None:
        """The sentence and the choices."""
        ways = self._ways
        page.label("Your journal")
        page.text(str(self.desk.trouble or ""))
        page.gap()
        if ways.says:
            page.text(ways.says)
            page.gap()
        if ways.copy:
            page.add(key_hint("b", "bring back that copy"))
        if ways.can_repair:
            what = "that copy, and what is newer" if ways.copy else "what can still be read"
            page.add(key_hint("d", f"bring back {what} in the damaged file"))
        page.add(key_hint("r", "look again, for example after a sync has ended"), key_hint("q", "leave"))
        page.gap()
        if ways.begin_anew:
            page.say("To begin a new journal in its place instead, move the copies away, in a terminal:")
            page.text(ways.begin_anew)
        elif ways.can_repair:
            page.say("The damaged file is kept aside, whichever you choose.")
        page.say("In a terminal, growthtui doctor says more about it.", MUTED)
        if self.desk.drafts.waiting:
            page.say("What you typed and did not save is kept as a draft.", MUTED)


def _ways_out(desk: Desk) -> WaysOut:
    return desk.journal.health.ways_out() if isinstance(desk.trouble, DamagedError) else WaysOut("")


def _restored(result: Restored) -> str:
    return f"The copy is back.{_aside(result)}"


def _repaired(result: Repair) -> str:
    return f"The journal can be read again: {result.records} records.{_aside(result)}"


def _aside(result: Restored | Repair) -> str:
    return f" The damaged file is kept as {result.kept_aside}." if result.kept_aside else ""
