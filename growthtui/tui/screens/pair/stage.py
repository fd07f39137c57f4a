"""What the screens of a session share: the line on top, leaving and keeping, going from one stage to another."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from growthtui.present.pair import position
from growthtui.present.top import GAP, NAME
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, FAINT, MUTED, cut, words
from growthtui.tui.screens.base import Body, Commanded
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine
from growthtui.tui.wizard.walk import Walk

LEAVE = Command(action="leave", keys="escape", title="Leave; the session is kept", label="leave and keep")

_LOOK_AT_CLOCK = 10.0
"""Seconds between two looks at the minutes."""

_BAR_CELLS = 20
_SHORTEST_BAR = 8


class SessionLine(Block):
    """The name of the session, how far it is as a thin line, and the minutes.

    `stage` are the words for how far it is; without them it is the number of the question.
    """

    def __init__(self, walk: Walk, stage: str = "") -> None:
        super().__init__(walk.desk.glyphs, self._paint, id="top")
        self._walk = walk
        self._stage = stage

    def _paint(self, page: Page) -> None:
        walk = self._walk
        count = len(walk.wizard.questions.steps)
        name, gap = Content.styled(NAME, ACCENT_STRONG), Content(" " * (GAP + 1))
        title = words(walk.title, MUTED)
        place = Content.styled(self._stage or position(walk.wizard), MUTED)
        right = Content.styled(f"{walk.minutes} min", MUTED)
        room = page.width - len(NAME) - place.cell_length - right.cell_length - 4 * gap.cell_length
        cells = min(_BAR_CELLS, max(_SHORTEST_BAR, room - title.cell_length))
        done = round(cells * min(walk.wizard.index + 1, count) / count)
        bar = Content.assemble((page.glyphs.bar * done, ACCENT), (self._rest(page) * (cells - done), FAINT))
        left = gap.join([name, cut(title, max(_SHORTEST_BAR, room - cells), page.glyphs.more), bar, place])
        page.add(left + Content(" " * max(GAP, page.width - left.cell_length - right.cell_length)) + right)

    def _rest(self, page: Page) -> str:
        return " " if page.glyphs.is_ascii else page.glyphs.rail


class SessionScreen(Commanded):
    """One stage of a session.

    Args:
        walk: the session.

    Attributes:
        STAGE: where it is, for the line on top; "" is the number of the question.
    """

    STAGE: ClassVar[str] = ""
    BINDINGS = bindings((LEAVE, *MOVES))

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk.desk)
        self.walk = walk
        self._minutes = walk.minutes

    def compose(self) -> ComposeResult:
        """The line of the session, the body, the keys."""
        yield SessionLine(self.walk, self.STAGE)
        with Body(id="body"):
            yield from self.compose_body()
        yield BottomLine(self.desk, self.shown_commands)

    def compose_body(self) -> Iterable[Widget]:
        """The widgets of the body: one page, painted by the stage."""
        yield Block(self.desk.glyphs, self.paint, id="page")

    def paint(self, page: Page) -> None:
        """Draw the stage."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the stage, then those of everywhere."""
        return (*self.KEYS, *MOVES, *EVERYWHERE)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """The keys for the bottom line; a stage with a text field shows those alone that a field leaves free."""
        return self.commands

    def on_mount(self) -> None:
        """Keep the minutes right."""
        self.set_interval(_LOOK_AT_CLOCK, self._look_at_clock)

    def redraw(self) -> None:
        """Paint again what is painted."""
        for block in self.query(Block):
            block.repaint()

    def keep_cursor_in_sight(self) -> None:
        """Scroll so that the row of the cursor is shown."""
        row = self.query_one("#page", Block).cursor
        if row is not None:
            region = Region(0, max(0, row - 1), 1, 3)
            self.query_one("#body", Body).scroll_to_region(region, animate=False, immediate=True)

    def say(self, sentence: str) -> None:
        """A short word about why a key did nothing."""
        self.notify(self.desk.glyphs.say(sentence))

    def go(self, stage: str) -> None:
        """Show another stage in place of this one; `opening.stage` names them."""
        from growthtui.tui.screens.pair.opening import stage as open_stage

        self.app.switch_screen(open_stage(stage, self.walk))

    def action_leave(self) -> None:
        """Save the session as far as it is, and close."""
        self.leaving()
        change = self.walk.leave()
        if change is not None:
            self.app.post_message(change)
        self.app.pop_screen()

    def _look_at_clock(self) -> None:
        if self.walk.minutes != self._minutes:
            self._minutes = self.walk.minutes
            self.query_one(SessionLine).repaint()
