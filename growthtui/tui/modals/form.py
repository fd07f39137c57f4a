"""What all forms share: fields in a frame, save, leave and keep, a draft written as it is typed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import LABEL_CELLS, Choice
from growthtui.tui.widgets.lines import BottomLine
from growthtui.tui.widgets.words_area import WordsArea

FORM_KEYS = (
    Command(action="save", keys="ctrl+s", title="Save", label="save", is_priority=True),
    Command(action="previous_field", keys="ctrl+o", title="Back to the field before", label="back", is_priority=True),
    Command(action="next_field", keys="tab", title="The next field", label="next field", in_palette=False),
    Command(action="app.back", keys="escape", title="Leave; what you typed is kept", label="leave and keep"),
)


class Labelled(Horizontal):
    """A field with its label on the left."""

    def __init__(self, desk: Desk, label: str, field: Widget) -> None:
        super().__init__()
        self._desk = desk
        self._label = label
        self._field = field

    def compose(self) -> ComposeResult:
        """Label, field."""
        yield Block(self._desk.glyphs, self._paint)
        yield self._field

    def _paint(self, page: Page) -> None:
        page.add(Content.styled(f"{self._label:<{LABEL_CELLS}}", MUTED))


class FormSheet(Sheet):
    """A form over a screen. A subclass composes its fields, says what is a draft and saves."""

    KEYS: ClassVar[Sequence[Command]] = FORM_KEYS
    BINDINGS = bindings((*FORM_KEYS, *EVERYWHERE))
    AUTO_FOCUS = "TextArea"
    TITLE_WORDS: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """A frame with the fields."""
        with Body(classes="framed form") as body:
            body.border_title = Content(self.desk.glyphs.say(self.title_words()))
            yield from self.fields()
        yield BottomLine(self.desk, self.KEYS)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the form, then those of everywhere."""
        return (*self.KEYS, *EVERYWHERE)

    def title_words(self) -> str:
        """What stands in the frame."""
        return self.TITLE_WORDS

    def fields(self) -> Iterable[Widget]:
        """The fields."""
        return ()

    def keep_draft(self) -> None:
        """Keep what is typed now as a draft."""

    def leaving(self) -> None:
        """Keep also the letters that were typed last."""
        self.keep_draft()

    def action_save(self) -> None:
        """Save."""

    def send(self, text: str) -> None:
        """Enter was pressed when the field held `text`: save."""
        del text
        self.action_save()

    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typed(self) -> None:
        self.keep_draft()

    @on(WordsArea.Entered)
    def _entered(self, event: WordsArea.Entered) -> None:
        self.send(event.text)

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()
