"""The packet: for whom, which weeks, which sections; the document beside; then a file."""

import asyncio
import dataclasses
from collections.abc import Callable
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal

from growthtui.errors import GrowthError
from growthtui.journal.exports import Export
from growthtui.present.packet import READERS, PacketView
from growthtui.present.welcome import is_first_run
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, WARN
from growthtui.tui.screens.base import Body, GrowthScreen
from growthtui.tui.screens.packet import paint, rows
from growthtui.tui.screens.packet.forms import DateSheet, SummarySheet, WriteSheet, in_short
from growthtui.tui.screens.packet.making import make
from growthtui.tui.screens.packet.staying import StayingSheet
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine, TopLine

_KEYS = (
    Command(action="enter", keys="enter", title="Change the row: type it, open or close the section", label="change"),
    Command(action="turn(1)", keys="right", title="The next choice; a week later", in_palette=False),
    Command(action="turn(-1)", keys="left,h", title="The choice before; a week earlier", in_palette=False),
    Command(action="write", keys="w", title="Write the file", label="write"),
    Command(action="staying", keys="b", title="What stays behind, and why; words to look at again", label="stays"),
    Command(action="look", keys="v", title="View the document, or the choices again", label="view"),
    Command(action="usual", keys="backspace,delete", title="The usual period again"),
    Command(action="leave", keys="escape", title="Back to the choices, or Home", in_palette=False),
    Command(action="mark", keys="m", title="Mark the review: the next packet for this reader begins here"),
)
_LOOKING = (
    Command(action="look", keys="v", title="The choices again", label="choices"),
    Command(action="page(1)", keys="space", title="Read on", label="read on"),
    Command(action="write", keys="w", title="Write the file", label="write"),
)
"""The bottom line while the document fills the screen."""

_PAUSE = 0.1
"""Seconds without another change before the packet is made anew."""

_SIDE_BY_SIDE = 104
"""From this width on the document stands beside the choices."""


class PacketScreen(GrowthScreen):
    """What is chosen on the left, the document on the right; on a narrow screen one key changes between them."""

    PLACE = "packet"
    KEYS = _KEYS
    FROM_AFAR = ("write", "staying")
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_SIDE_BY_SIDE, "-wide")]
        self.export = Export()
        """What the person wants."""
        self.view: PacketView | None = None
        """The packet as it was made last."""
        self._reason = ""
        self._waits: Callable[[], None] | None = None
        """What was asked for before the first packet was made."""
        self._row = rows.READER
        self._made_from: tuple[object, ...] = ()
        self._known: dict[Export, PacketView] = {}
        """Packets of this journal and day that were made before: turning back to a choice shows it at once."""

    def compose(self) -> ComposeResult:
        """Top line, two columns, bottom line."""
        yield TopLine(self.desk, self.place)
        with Horizontal(id="columns"):
            with Body(id="body"):
                yield Block(self.desk.glyphs, self.paint, id="page")
            with Body(id="side"):
                yield Block(self.desk.glyphs, self._paint_document, id="document")
        yield BottomLine(self.desk, self.commands)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Its keys, once there is something to hand out."""
        commands = super().commands
        return commands[len(_KEYS) :] if is_first_run(self.desk.snapshot) else commands

    def on_mount(self) -> None:
        """Make the packet."""
        self._renew()

    def redraw(self) -> None:
        """Paint again; make the packet anew when the journal, the day or a choice is another."""
        super().redraw()
        self._show_keys()
        self._renew()

    def _renew(self) -> None:
        wanted = (self.desk.snapshot, self.desk.today, self.desk.journal.policy, self.export)
        if wanted == self._made_from:
            return
        if wanted[:-1] != self._made_from[:-1]:
            self._known.clear()
        self._made_from = wanted
        known = self._known.get(self.export)
        if known is None:
            self._make(self.export)
        else:
            self._show(known)

    @work(group="packet")
    async def _make(self, export: Export) -> None:
        """Make the packet, unless something else was chosen meanwhile."""
        await asyncio.sleep(_PAUSE)
        if export is not self.export:
            return
        view, reason = self.view, ""
        try:
            view = await self.desk.carry_out(partial(make, self.desk.journal, export))
        except GrowthError as error:
            reason = str(error)
        if export is self.export:
            self._show(view, reason)

    def _show(self, view: PacketView | None, reason: str = "") -> None:
        """Show a packet, or why there is none; then do what waits for it."""
        self.view, self._reason = view, reason
        if view is not None and not reason:
            self._known[self.export] = view
        for block in self.query(Block):
            block.repaint()
        waits, self._waits = self._waits, None
        if waits is not None and view is not None and self.is_current:
            waits()

    def paint(self, page: Page) -> None:
        """The choices, the sections, how much stays."""
        if is_first_run(self.desk.snapshot):
            paint.nothing(page)
            return
        chosen = paint.Chosen(self.export, self.view, self._row, self.desk.today)
        paint.choices(page, chosen)
        if self._reason:
            page.gap()
            page.text(self._reason, WARN)
            return
        if self.view is not None:
            paint.balance(page, self.view)
            paint.sections(page, chosen, self.view)

    def _paint_document(self, page: Page) -> None:
        if self._reason or is_first_run(self.desk.snapshot):
            return
        if self.view is None:
            page.say("One moment …", MUTED)
        else:
            paint.document(page, self.view.text)

    # moving

    def action_move(self, step: int) -> None:
        """Go to another row, or scroll the document while it fills the screen."""
        if self.has_class("-looking"):
            self.query_one("#side", Body).scroll_relative(y=step, animate=False)
            return
        names = self._rows()
        here = names.index(self._row) if self._row in names else 0
        self.action_pick(names[min(max(here + step, 0), len(names) - 1)])

    def action_pick(self, name: str) -> None:
        """Go to a row by its name."""
        self._row = name
        self.query_one("#page", Block).repaint()
        self.call_after_refresh(self.keep_cursor_in_sight)

    def action_page(self, step: int) -> None:
        """Scroll the document, or the choices where it is not shown."""
        side = self.query_one("#side", Body)
        body = side if side.display else self.query_one("#body", Body)
        body.scroll_relative(y=step * max(1, body.size.height - 1), animate=False)

    def action_look(self) -> None:
        """Show the document in place of the choices, or the choices again."""
        self.toggle_class("-looking")
        self._show_keys()

    def _show_keys(self) -> None:
        is_looking = self.has_class("-looking")
        self.query_one(BottomLine).show((*_LOOKING, *EVERYWHERE) if is_looking else self.commands)

    async def action_leave(self) -> None:
        """Leave the document for the choices, or go back."""
        if self.has_class("-looking"):
            self.action_look()
        else:
            await self.run_action("app.back")

    def _rows(self) -> tuple[str, ...]:
        return rows.rows_of(self.export, self.view)

    # choosing

    def choose(self, export: Export) -> None:
        """Want something else; another reader gets the lines "In short" that were written for them."""
        if export.audience != self.export.audience:
            export = dataclasses.replace(export, summary=in_short(self.desk, export.audience))
        self.export = export
        if self._row not in self._rows():
            self._row = rows.READER
        self.redraw()

    def action_turn(self, step: int) -> None:
        """Turn the marked row to its next value."""
        self.choose(rows.turned(self.export, self._row, step, self.view))

    def action_enter(self) -> None:
        """Type the value of the marked row, or turn it."""
        if self._row == rows.SUMMARY:
            self.app.push_screen(SummarySheet(self.desk, self.export, self.choose))
        elif self._row in rows.WRITTEN:
            self.app.push_screen(DateSheet(self.desk, self.export, self._row, self.choose))
        else:
            self.action_turn(1)

    def action_usual(self) -> None:
        """Take the usual period again."""
        self.choose(rows.with_usual_period(self.export))

    # doing

    @property
    def _has_something(self) -> bool:
        """Whether there is a packet that could be handed out."""
        return not self._reason and not is_first_run(self.desk.snapshot)

    def action_staying(self) -> None:
        """Show what stays behind, and why."""
        if self.view is None:
            self._waits = self.action_staying
        elif self._has_something:
            self.app.push_screen(StayingSheet(self.desk, self.view))

    def action_write(self) -> None:
        """Ask for the name of the file, and write it."""
        if self.view is None:
            self._waits = self.action_write
        elif self._has_something:
            self.app.push_screen(WriteSheet(self.desk, self.export, self.view))

    def action_mark(self) -> None:
        """Note the review with this reader."""
        if not self._has_something:
            return
        reviews, reader = self.desk.journal.reviews, self.export.audience

        def call() -> str:
            reviews.mark(reader)
            return f"Review marked. The next packet for {READERS[reader]} begins today."

        self.app.post_message(Change(call))
