"""Growth and Insights: what will be here, what there is of it so far, and ways on."""

from textual import work
from textual.content import Content

from growthtui.errors import GrowthError
from growthtui.present.insights import figures
from growthtui.tui.commands import shown_key
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, key_hint, wrap
from growthtui.tui.screens.base import GrowthScreen
from growthtui.tui.widgets.block import runs

_LABEL_CELLS = 9
_Way = tuple[str, str, str]
"""A key, what it leads to, and the action it runs."""

_WEEKS: _Way = ("3", "the weeks: what you log now is what this place will show", "app.go('week')")


class ToComeScreen(GrowthScreen):
    """A place that is not built yet. A subclass has its words and its ways on."""

    PROMISE = ""
    WAYS: tuple[_Way, ...] = ()

    def paint(self, page: Page) -> None:
        """What will be here, then what there is, then where to go."""
        page.say(self.PROMISE, MUTED)
        page.gap()
        self.paint_so_far(page)
        page.gap()
        page.add(*(runs(key_hint(shown_key(key), label), action) for key, label, action in self.WAYS))

    def paint_so_far(self, page: Page) -> None:
        """What there is already."""


class GrowthPlaceScreen(ToComeScreen):
    """Growth."""

    PLACE = "growth"
    PROMISE = (
        "Here will be the five steps of a growth plan, how each capability is now beside how it should be, "
        "and how you and others rate it over time."
    )
    WAYS = (
        ("2", "your plan: the focus points, each as it is and as it should be", "app.go('plan')"),
        ("4", "the questions of the growth plan in five steps", "app.go('pair')"),
        _WEEKS,
    )


class InsightsScreen(ToComeScreen):
    """Insights, with the figures that there are; they are worked out in the saving thread."""

    PLACE = "insights"
    PROMISE = (
        "Here will be rhythm, balance, what moves, what is quiet, and what nobody has seen yet; "
        "each figure with the lines behind it."
    )
    WAYS = (("1", "the last 12 weeks of each focus point", "app.go('home')"), _WEEKS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._figures: tuple[tuple[str, str], ...] = ()
        self._made_from: tuple[object, ...] = ()

    def on_mount(self) -> None:
        """Work the figures out."""
        self._renew()

    def redraw(self) -> None:
        """Paint again, with new figures where the journal or the day is another."""
        super().redraw()
        self._renew()

    def _renew(self) -> None:
        wanted = (self.desk.snapshot, self.desk.today, self.desk.settings.streak)
        if wanted != self._made_from:
            self._made_from = wanted
            self._make()

    @work(group="insights", exclusive=True)
    async def _make(self) -> None:
        try:
            stats = await self.desk.carry_out(self.desk.journal.figures.stats)
        except GrowthError:  # the journal went bad meanwhile: its own screen says so
            return
        self._figures = figures(stats, with_streak=self.desk.settings.streak)
        super().redraw()

    def paint_so_far(self, page: Page) -> None:
        """The figures, or the key that makes the first of them."""
        if not self.desk.snapshot.lines:
            page.add(runs(key_hint("l", "log a first line"), "app.open('line')"))
            return
        if not self._figures:
            return
        with page.framed("So far") as inner:
            for label, text in self._figures:
                rows = wrap(page.glyphs.say(text), inner.width - _LABEL_CELLS)
                for number, row in enumerate(rows):
                    inner.add(Content.styled(f"{'' if number else label:<{_LABEL_CELLS}}", MUTED) + row)
