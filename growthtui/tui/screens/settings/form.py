"""A field for a setting that is typed."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.modals.form import FormSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.screens.settings.rows import Row, as_typed, from_typed
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.words_area import WordsArea

_KEYS = (
    Command(action="save", keys="ctrl+s", title="Take it", label="take it", is_priority=True),
    Command(action="app.back", keys="escape", title="Leave it as it is", label="leave it"),
)


class SettingSheet(FormSheet):
    """One field with the value of a setting.

    Args:
        desk: the desk.
        row: the setting.
        take: told what is to go into the file.
    """

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))

    def __init__(self, desk: Desk, row: Row, take: Callable[[Row, object], None]) -> None:
        super().__init__(desk)
        self._row = row
        self._take = take

    def title_words(self) -> str:
        """The name of the setting."""
        return self._row.title

    def fields(self) -> Iterable[Widget]:
        """The field, and what the setting means."""
        text = as_typed(self._row, self.desk.settings)
        yield WordsArea(text, placeholder=self._row.example, sends_on_enter=True, id="text")
        yield Block(self.desk.glyphs, self._paint, id="hint")

    def action_save(self) -> None:
        """Hand the value over."""
        text = self.query_one("#text", WordsArea).text
        self.app.pop_screen()
        self._take(self._row, from_typed(self._row, text))

    def _paint(self, page: Page) -> None:
        page.say(self._row.about, MUTED)
        page.say("Nothing typed is the default.", MUTED)
