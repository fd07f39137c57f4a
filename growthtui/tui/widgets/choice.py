"""One of several answers in one row: the arrows change it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.message import Message

from growthtui.present.glyphs import Glyphs
from growthtui.tui.commands import Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, FAINT, MUTED, OWN, cut, words
from growthtui.tui.widgets.block import Block, runs

LABEL_CELLS = 9
_KEYS = (
    Command(action="turn(1)", keys="right,space,enter", title="The next answer", in_palette=False),
    Command(action="turn(-1)", keys="left", title="The answer before", in_palette=False),
)


class Choice(Block, can_focus=True):
    """A label and the chosen answer.

    Args:
        label: what is asked.
        answers: the words of each answer; they may be anybody's.
        chosen: the place of the one that is chosen.
    """

    COMMANDS: ClassVar = _KEYS
    BINDINGS = bindings(_KEYS)

    class Changed(Message):
        """Another answer was chosen."""

    def __init__(self, glyphs: Glyphs, label: str, answers: Sequence[str], chosen: int = 0, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, self._paint, id=id)
        self._label = label
        self._answers = tuple(answers)
        self.chosen = chosen
        """The place of the chosen answer."""

    def choose(self, place: int) -> None:
        """Choose an answer."""
        self.chosen = place % len(self._answers)
        self.repaint()
        self.post_message(self.Changed())

    def offer(self, answers: Sequence[str], chosen: int | None = None) -> None:
        """Other words for the answers; without `chosen` the place stays, one that is no longer there is the first."""
        self._answers = tuple(answers)
        place = self.chosen if chosen is None else chosen
        self.chosen = place if place < len(answers) else 0
        self.repaint()

    def action_turn(self, step: int) -> None:
        """The next answer, or the one before."""
        self.choose(self.chosen + step)

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show the arrows while the keys are for it."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def _paint(self, page: Page) -> None:
        has_focus = self.has_focus
        arrow = ACCENT_STRONG if has_focus else FAINT
        label = Content.styled(f"{self._label:<{LABEL_CELLS}}", ACCENT if has_focus else MUTED)
        before, after = Content.styled(f"{page.glyphs.before} ", arrow), Content.styled(f" {page.glyphs.after}", arrow)
        room = page.width - label.cell_length - before.cell_length - after.cell_length
        answer = cut(words(self._answers[self.chosen], OWN), room, page.glyphs.more)
        page.add(runs(label + before + answer + after, "turn(1)"))
