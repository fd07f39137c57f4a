"""A field for a day: typed as people say it, or chosen in a calendar."""

from datetime import date
from typing import ClassVar

from growthtui.dates import Prefer, parse_date
from growthtui.errors import BadInputError
from growthtui.tui.commands import Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.widgets.words_area import WordsArea

_KEYS = (Command(action="focused.calendar", keys="down", title="Choose the day in a calendar", label="calendar"),)


class DayField(WordsArea):
    """One row for a day. Down opens the calendar on the day that is typed, else on today.

    Args:
        desk: the desk.
        text: what it holds at first.
        placeholder: examples of what can be typed.
        prefer: where a day without a year lies.
    """

    COMMANDS: ClassVar = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(
        self,
        desk: Desk,
        text: str = "",
        *,
        placeholder: str = "",
        prefer: Prefer = "future",
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        hint = desk.glyphs.say(f"{placeholder} · ↓ calendar")
        super().__init__(text, placeholder=hint, sends_on_enter=True, id=id)
        self._desk = desk
        self._prefer: Prefer = prefer

    def action_calendar(self) -> None:
        """Open the calendar; the chosen day takes the place of what is typed."""
        from growthtui.tui.modals.calendar import CalendarSheet

        try:
            day = parse_date(self.text, self._desk.today, prefer=self._prefer)
        except BadInputError:
            day = self._desk.today
        self.app.push_screen(CalendarSheet(self._desk, day, self._take))

    def _take(self, day: date) -> None:
        self.replace_all(day.isoformat())
