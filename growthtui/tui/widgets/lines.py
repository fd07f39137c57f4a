"""The top line and the bottom line that every screen has."""

from collections.abc import Sequence

from textual.content import Content

from growthtui.present.top import GAP, TABS, Tab, top_line
from growthtui.tui.commands import Command, shown_key
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, MUTED, STRONG, key_hint
from growthtui.tui.widgets.block import Block, runs

_DIGIT = "$primary 75%"
_HINT_GAP = 3


class TopLine(Block):
    """Name, places, week. A click on a place goes there."""

    def __init__(self, desk: Desk, active: str) -> None:
        super().__init__(desk.glyphs, self._paint, id="top")
        self._desk = desk
        self._active = active

    def _paint(self, page: Page) -> None:
        line = top_line(page.width, self._desk.today, is_demo=self._desk.is_demo)
        name = Content.assemble((line.name, ACCENT_STRONG), " " * GAP) if line.name else Content()
        left = name + Content(" " * line.gap).join([self._tab(tab) for tab in TABS])
        right = Content.styled(page.glyphs.say(line.right), MUTED)
        air = max(0, page.width - left.cell_length - right.cell_length)
        page.add(left + Content(" " * air) + right)

    def _tab(self, tab: Tab) -> Content:
        digit, title = (STRONG, STRONG) if tab.name == self._active else (_DIGIT, MUTED)
        return runs(Content.assemble((tab.digit, digit), " ", (tab.title, title)), f"app.go('{tab.name}')")


class BottomLine(Block):
    """The keys that matter here; what does not fit is behind `?`."""

    def __init__(self, desk: Desk, commands: Sequence[Command]) -> None:
        super().__init__(desk.glyphs, self._paint, id="bottom")
        self._commands = commands
        self._first: Sequence[Command] = ()
        self._notice: Content | None = None

    def lead_with(self, commands: Sequence[Command]) -> None:
        """Show these before the others: the keys of the field with the focus."""
        if commands != self._first:
            self._first = commands
            self.repaint()

    def show(self, commands: Sequence[Command]) -> None:
        """Show other keys."""
        self._commands = commands
        self.repaint()

    def say(self, notice: Content | None) -> None:
        """Show a notice in place of the keys, or the keys again."""
        self._notice = notice
        self.repaint()

    def _paint(self, page: Page) -> None:
        if self._notice is not None:
            page.add(self._notice)
            return
        hints = [_hint(command, page) for command in (*self._first, *self._commands) if command.label]
        while len(hints) > 1 and sum(hint.cell_length + _HINT_GAP for hint in hints) - _HINT_GAP > page.width:
            del hints[-2]  # the last one is the help, which lists them all
        page.add(Content(" " * _HINT_GAP).join(hints))


def _hint(command: Command, page: Page) -> Content:
    key = page.glyphs.say(command.hint or shown_key(command.names[0]))
    return runs(key_hint(key, command.label), command.action)
