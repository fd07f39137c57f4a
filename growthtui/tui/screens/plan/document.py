"""The plan as a document to walk: which view is shown, where the cursor is, what the bottom line offers."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from growthtui.present.coach import Asked
from growthtui.present.glyphs import Glyphs
from growthtui.present.plan import Part, PlanRow, PlanView, View, plan_view
from growthtui.present.plan.details import Details, details_of
from growthtui.tui.commands import EVERYWHERE, Command
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import harmless
from growthtui.tui.screens.base import Body, GrowthScreen
from growthtui.tui.screens.plan import painting, reading
from growthtui.tui.screens.plan.keys import offers
from growthtui.tui.widgets.block import Block, Painter
from growthtui.tui.widgets.lines import BottomLine, TopLine

_PAGE_ROWS = 8
_WIDE = 110
_VIEW_OF = {
    View.NORTH_STAR: (Part.NORTH_STAR, Part.WORDING, Part.PRINCIPLE, Part.PLAN, Part.EARLIER_PLAN),
    View.GOALS: (Part.GOAL, Part.MEASURE, Part.ASK),
    View.FOCUS: (Part.FOCUS, Part.ACTION, Part.CHECKIN),
}


class _Page(Block):
    """The document itself; `fit` is called once it has got another size."""

    def __init__(self, glyphs: Glyphs, painter: Painter, fit: Callable[[], None], *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, painter, id=id)
        self._fit = fit

    def on_resize(self) -> None:
        """The layout is done."""
        self._fit()

    def render_line(self, y: int) -> Strip:
        """Draw a row when it comes in sight: a long plan has hundreds. Marked text is drawn as a whole."""
        width = self.content_size.width
        rows = self.page(width).rows
        if self.text_selection is not None or y >= len(rows):
            return super().render_line(y)
        return Visual.to_strips(self, harmless(rows[y]), width, 1, self.visual_style)[0].apply_offsets(0, y)


class PlanDocument(GrowthScreen):
    """Three views of one document, a cursor, and beside it everything about its row where there is room."""

    PLACE = "plan"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
        self.view = View.FOCUS if desk.snapshot.tree else View.NORTH_STAR
        """The view that is shown."""
        self._chosen: dict[View, tuple[Part, str, int]] = {}
        self._place: dict[View, int] = {}
        self._shown: tuple[tuple[object, ...], PlanView] | None = None
        self.asked: Mapping[painting.Key, Sequence[Asked]] = {}
        """What the coach asks about rows, by their keys; the gravest first."""
        self.questions: Mapping[painting.Key, str] = {}
        """What stands beside rows."""

    def compose(self) -> ComposeResult:
        """Top line, views, document with its second column, bottom line."""
        yield TopLine(self.desk, self.place)
        yield Block(self.desk.glyphs, lambda page: painting.tabs(page, self.plan), id="views")
        with Horizontal(id="columns"):
            with Body(id="body"):
                yield from self.compose_body()
            with Body(id="aside"):
                yield Block(self.desk.glyphs, lambda page: reading.column(page, self.details, self.desk), id="details")
        yield BottomLine(self.desk, self.bottom())

    def compose_body(self) -> Iterable[Widget]:
        """The document itself."""
        yield _Page(self.desk.glyphs, self.paint, self.fit, id="page")

    # what is shown

    @property
    def plan(self) -> PlanView:
        """The view as of now, worked out once for each state of the journal."""
        state = (self.desk.snapshot, self.desk.today, self.view)
        if self._shown is None or self._shown[0] != state:
            self._shown = (state, plan_view(self.desk.snapshot, self.view, self.desk.today))
        return self._shown[1]

    @property
    def row(self) -> PlanRow:
        """The row with the cursor: the one chosen last, else the one now in its place. No view is without rows."""
        rows = self.plan.rows
        found = next((row for row in rows if row.key == self._chosen.get(self.view)), None)
        return found or rows[min(self._place.get(self.view, 0), len(rows) - 1)]

    @property
    def details(self) -> Details | None:
        """Everything about the row with the cursor."""
        return details_of(self.desk.snapshot, self.row, self.desk.journal.policy, self.desk.today)

    def paint(self, page: Page) -> None:
        """Draw the document."""
        painting.document(page, self.plan, self.row, self.questions)

    def redraw(self) -> None:
        """Paint everything again, and offer what the row with the cursor offers."""
        super().redraw()
        self.query_one("#aside").visible = self.details is not None
        self.query_one(BottomLine).show(self.bottom())

    def bottom(self) -> Sequence[Command]:
        """What the bottom line shows."""
        return (*offers(self.row, is_asked=self.row.key in self.asked), *EVERYWHERE)

    def fit(self) -> None:
        """The document has got another size: keep the cursor in sight."""
        self.keep_cursor_in_sight()

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
        self.action_pick(self.plan.rows.index(self.row) + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by several rows."""
        self.action_move(step * _PAGE_ROWS)

    def action_pick(self, place: int) -> None:
        """Put the cursor on a row by its place."""
        rows = self.plan.rows
        at = min(max(place, 0), len(rows) - 1)
        self._place[self.view], self._chosen[self.view] = at, rows[at].key
        self._show_again()

    def _get_ready(self) -> None:
        """Show the row that was asked for before there was anything to show it on."""
        super()._get_ready()
        self._show_again()

    def _show_again(self) -> None:
        if self.is_ready:
            self.query_one("#aside", Body).scroll_home(animate=False)
            self.redraw()
            self.call_after_refresh(self.keep_cursor_in_sight)
