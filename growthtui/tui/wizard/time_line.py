"""The time of a question as a thin line: it fills over its minutes, stays full after, and asks nothing of anybody."""

from textual.content import Content

from growthtui.tui.page import Page
from growthtui.tui.paint import FAINT, MUTED
from growthtui.tui.widgets.block import Block
from growthtui.tui.wizard.walk import Walk

_LOOK_AT_CLOCK = 5.0
"""Seconds between two looks at the time."""


class TimeLine(Block):
    """The line of the question that the session stands at; no row for a question without minutes.

    Args:
        walk: the session.
    """

    def __init__(self, walk: Walk, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(walk.desk.glyphs, self._paint, id=id)
        self._walk = walk

    def on_mount(self) -> None:
        """Let it fill."""
        self.set_interval(_LOOK_AT_CLOCK, self.repaint)

    def _paint(self, page: Page) -> None:
        walk, glyphs = self._walk, page.glyphs
        minutes = None if walk.wizard.is_at_read_back else walk.wizard.step.minutes
        if not minutes:
            return
        label = Content.styled(f"  {minutes} min", MUTED)
        cells = max(0, page.prose - label.cell_length)
        done = min(cells, int(cells * walk.watch.minutes_at(walk.wizard.step.id) / minutes))
        rest = " " if glyphs.is_ascii else glyphs.rail
        page.add(Content.assemble((glyphs.bar * done, MUTED), (rest * (cells - done), FAINT), label))
