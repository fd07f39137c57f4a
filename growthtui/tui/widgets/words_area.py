"""A text field for somebody's words: no frame, no blinking, and nothing in it that a terminal would obey."""

from rich.text import Text
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea

from growthtui.tui.paint import safe


class WordsArea(TextArea):
    """A field that grows with its text.

    Args:
        text: what it holds at first.
        placeholder: what it says while it is empty.
        sends_on_enter: whether enter asks to save instead of beginning a new line.
        clears_on_enter: whether it is free for the next text at once.
    """

    class Entered(Message):
        """Enter was pressed in a field that sends on enter; `text` is what it held then."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        sends_on_enter: bool = False,
        clears_on_enter: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False, placeholder=placeholder, id=id)
        self.cursor_blink = False
        self._given = text
        self._held = self.text
        self._sends_on_enter = sends_on_enter
        self._clears_on_enter = clears_on_enter
        self.move_cursor(self.document.end)

    @property
    def typed(self) -> str:
        """What it holds; a text that was not touched comes back letter for letter, odd line breaks, too."""
        return self._given if self.text == self._held else self.text

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown: letter for letter, with signs for control characters."""
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)

    def replace_all(self, text: str) -> None:
        """Hold another text, with the cursor at its end."""
        self.load_text(text)
        self._given, self._held = text, self.text
        self.move_cursor(self.document.end)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:  # noqa: FBT001, FBT002 - Textual's
        """Scroll to the cursor, if it is in the text: taking back lines, Textual measures before the cursor is."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def on_key(self, event: events.Key) -> None:
        """Let enter save where one line is the rule; ctrl+j, some terminals send it for shift+enter, begins a line."""
        if event.key == "enter" and self._sends_on_enter:
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered(self.typed))
            if self._clears_on_enter:
                self.replace_all("")
        elif event.key == "ctrl+j":
            event.stop()
            self.begin_line()

    def begin_line(self) -> None:
        """Begin a new line where the cursor is, in place of what is marked; a step for ctrl+z like any typed letter."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)
