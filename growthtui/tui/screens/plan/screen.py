"""The plan screen: which view is shown, where the cursor is, and what the keys do there."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from growthtui.present.plan import Part, PlanRow, PlanView, View, plan_view
from growthtui.present.plan.details import Details, details_of
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.screens.base import Body, GrowthScreen
from growthtui.tui.screens.plan import deeds, painting, reading
from growthtui.tui.screens.plan.keys import KEYS, fits, offers
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine, TopLine

_PAGE_ROWS = 8
_WIDE = 108
_VIEW_OF = {
    View.NORTH_STAR: (Part.NORTH_STAR, Part.WORDING, Part.PRINCIPLE, Part.PLAN, Part.EARLIER_PLAN),
    View.GOALS: (Part.GOAL, Part.MEASURE, Part.ASK),
    View.FOCUS: (Part.FOCUS, Part.ACTION, Part.CHECKIN),
}


class PlanScreen(GrowthScreen):
    """Three views of one document, a cursor, and beside it everything about its row where there is room."""

    PLACE = "plan"
    KEYS = KEYS
    BINDINGS = bindings((*KEYS, *MOVES))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = View.FOCUS if desk.snapshot.tree else View.NORTH_STAR
        """The view that is shown."""
        self._chosen: dict[View, tuple[Part, str, int]] = {}
        self._place: dict[View, int] = {}
        self._shown: tuple[tuple[object, ...], PlanView] | None = None

    def compose(self) -> ComposeResult:
        """Top line, views, document with its second column, bottom line."""
        yield TopLine(self.desk, self.place)
        yield Block(self.desk.glyphs, lambda page: painting.tabs(page, self.plan), id="views")
        with Horizontal(id="columns"):
            with Body(id="body"):
                yield Block(self.desk.glyphs, self.paint, id="page")
            with Body(id="aside"):
                yield Block(self.desk.glyphs, lambda page: reading.column(page, self.details, self.desk), id="details")
        yield BottomLine(self.desk, self._bottom())

    # what is shown

    @property
    def plan(self) -> PlanView:
        """The view as of now; made once for each state of the journal."""
        state = (self.desk.snapshot, self.desk.today, self.view)
        if self._shown is None or self._shown[0] != state:
            self._shown = (state, plan_view(self.desk.snapshot, self.view, self.desk.today))
        return self._shown[1]

    @property
    def row(self) -> PlanRow | None:
        """The row with the cursor: the one chosen last, else the one now in its place."""
        rows = self.plan.rows
        found = next((row for row in rows if row.key == self._chosen.get(self.view)), None)
        return found or (rows[min(self._place.get(self.view, 0), len(rows) - 1)] if rows else None)

    @property
    def details(self) -> Details | None:
        """Everything about the row with the cursor."""
        row = self.row
        return row and details_of(self.desk.snapshot, row, self.desk.journal.policy, self.desk.today)

    def paint(self, page: Page) -> None:
        """Draw the document."""
        painting.document(page, self.plan, self.row)

    def redraw(self) -> None:
        """Paint everything again, and offer what the row with the cursor offers."""
        super().redraw()
        self.query_one(BottomLine).show(self._bottom())
        self.query_one("#aside", Body).scroll_home(animate=False)

    def _bottom(self) -> tuple[Command, ...]:
        return (*offers(self.row), *EVERYWHERE)

    # moving

    def show_part(self, part: Part, record: str, index: int = 0) -> None:
        """Put the cursor on a part of the plan, in the view that shows it."""
        view = next(view for view, parts in _VIEW_OF.items() if part in parts)
        self._chosen[view] = (part, record, index)
        self.action_view(view.value)

    def action_view(self, name: str) -> None:
        """Show one of the three views, with the cursor where it was there."""
        self.view = View(name)
        self._show_again()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        row = self.row
        if row is not None:
            self.action_pick(self.plan.rows.index(row) + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by several rows."""
        self.action_move(step * _PAGE_ROWS)

    def action_pick(self, place: int) -> None:
        """Put the cursor on a row by its place."""
        rows = self.plan.rows
        at = min(max(place, 0), len(rows) - 1)
        self._place[self.view], self._chosen[self.view] = at, rows[at].key
        self._show_again()

    def _show_again(self) -> None:
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)
