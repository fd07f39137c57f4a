"""The field for an answer; it can be masked while somebody else looks at the screen."""

from rich.text import Text

from growthtui.tui.widgets.words_area import WordsArea


class AnswerArea(WordsArea):
    """Words of an answer. While `is_masked` each letter is a dot, also the ones being typed."""

    is_masked = False

    def mask(self, *, is_masked: bool) -> None:
        """Mask the words, or show them."""
        if is_masked != self.is_masked:
            self.is_masked = is_masked
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown."""
        line = super().get_line(line_index)
        return Text(masked(line.plain), end="", no_wrap=True) if self.is_masked else line


def masked(text: str) -> str:
    """A dot for every letter, blanks too; the lines stay."""
    return "".join("\n" if letter == "\n" else "•" for letter in text)
