"""A scale in one row: arrows move the dot, digits set it."""

from textual import events
from textual.content import Content
from textual.message import Message

from growthtui.present.glyphs import Glyphs
from growthtui.present.pair import ScaleWords
from growthtui.tui.commands import Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, DATA, FAINT, MUTED, OWN, STRONG
from growthtui.tui.widgets.block import Block

KEYS = (
    Command(action="move(1)", keys="right,up", title="One higher", in_palette=False),
    Command(action="move(-1)", keys="left,down", title="One lower", in_palette=False),
    Command(action="clear", keys="backspace,delete", title="No number", in_palette=False),
)
_GAP = 3
_AIR = 2


class Scale(Block, can_focus=True):
    """Its question, the dot between the ends, and what to ask once there is a number."""

    BINDINGS = bindings(KEYS)

    class Changed(Message):
        """Another number, or none."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, self._paint, id=id)
        self.value: int | None = None
        """The number; None while there is none."""
        self._words = ScaleWords("", "")
        self._ends = (1, 10)
        self._dots_row = 0

    def ask(self, words: ScaleWords, value: int | None, ends: tuple[int, int]) -> None:
        """Show another scale."""
        self._words, self.value, self._ends = words, value, ends
        self.repaint()

    def set_to(self, value: int | None) -> None:
        """Set the dot; a number beyond an end is that end."""
        low, high = self._ends
        held = None if value is None else max(low, min(high, value))
        if held != self.value:
            self.value = held
            self.repaint()
            self.post_message(self.Changed())

    def action_move(self, step: int) -> None:
        """Move the dot; the first move puts it in the middle."""
        low, high = self._ends
        self.set_to((low + high) // 2 if self.value is None else self.value + step)

    def action_clear(self) -> None:
        """Take the dot away."""
        self.set_to(None)

    def on_key(self, event: events.Key) -> None:
        """Letters and digits belong to the scale: a digit sets the dot, 0 is the highest number."""
        if event.is_printable:
            event.stop()
            event.prevent_default()
            if event.character and event.character in "0123456789":
                self.set_to(int(event.character) or self._ends[1])

    async def on_click(self, event: events.Click) -> None:
        """Set the dot where the row is clicked."""
        low, high = self._ends
        start = len(str(low)) + 1
        if event.y == self._dots_row and start <= event.x < start + 2 * (high - low + 1):
            self.set_to(low + (event.x - start) // 2)

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show whether the keys are for it."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def _paint(self, page: Page) -> None:
        page.say(self._words.question, ACCENT if self.has_focus else MUTED)
        low, high = self._ends
        dots = (
            Content.styled(page.glyphs.line, ACCENT_STRONG) if number == self.value else self._dash(page)
            for number in range(low, high + 1)
        )
        number = Content.styled(f"{'' if self.value is None else self.value:<2}", STRONG)
        ends = ACCENT_STRONG if self.has_focus else OWN
        row = Content.assemble((f"{low} ", ends), Content(" ").join(list(dots)), (f" {high}", ends), " " * _GAP, number)
        beside = self._beside(page)
        self._dots_row = len(page.rows)
        if row.cell_length + _AIR + beside.cell_length <= page.width:
            page.add(Content.assemble(row, " " * _AIR, beside))
        else:
            page.rows.extend((row, *beside.wrap(page.prose)))

    def _dash(self, page: Page) -> Content:
        return Content.styled(page.glyphs.box[1], "$foreground 45%" if self.has_focus else FAINT)

    def _beside(self, page: Page) -> Content:
        """How to set it, then what to ask about the number."""
        if self.value is not None:
            return Content.styled(page.glyphs.say(self._words.after(self.value, self._ends)), DATA)
        return Content.styled(page.glyphs.say("← → or a digit"), MUTED) if self.has_focus else Content()
