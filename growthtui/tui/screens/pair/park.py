"""Parking a suggestion: written down now, hidden until the end, shown only on a yes."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget

from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.modals.form import FormSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.words_area import WordsArea
from growthtui.tui.wizard.walk import Walk

_KEYS = (
    Command(action="save", keys="ctrl+s", title="Park it", label="park", is_priority=True),
    Command(action="app.back", keys="escape,ctrl+o", title="Leave; what is typed is kept", label="leave and keep"),
)


class ParkSheet(FormSheet):
    """Pair, parking: one suggestion of the asker.

    Args:
        walk: the session.
    """

    KEYS: ClassVar[Sequence[Command]] = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))
    TITLE_WORDS = "Park a suggestion"

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk.desk)
        self._walk = walk
        self._is_parked = False

    def fields(self) -> Iterable[Widget]:
        """The suggestion, and what becomes of it."""
        yield WordsArea(self._walk.parking, placeholder="What would you say, if you were asked?", id="text")
        yield Block(self.desk.glyphs, self._paint)

    def keep_draft(self) -> None:
        """Keep it with the session, until it is parked."""
        if self._is_parked:
            return
        self._walk.parking = self.query_one("#text", WordsArea).text
        self._walk.keep_draft()

    def action_save(self) -> None:
        """Park it."""
        words = self.query_one("#text", WordsArea).text
        if not words.strip():
            self.notify("Nothing is typed yet.")
            return
        self._is_parked, self._walk.parking = True, ""
        self._walk.step(self._walk.wizard.park(words))
        self.app.pop_screen()
        self.notify("Parked. It shows at the end, if it is wanted.")

    def _paint(self, page: Page) -> None:
        page.say("It stays hidden until the end and is shown only if the answer to that is yes.", MUTED)
        parked = len(self._walk.wizard.session.parked_advice)
        if parked:
            page.say(f"Parked so far: {parked}", MUTED)
