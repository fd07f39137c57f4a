"""A month to choose a day from."""

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.content import Content

from growthtui.dates import MONTHS, Week
from growthtui.present.calendar import days_away, distance, month_grid, months_away
from growthtui.present.days import day_in_full
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, DATA, FAINT, MUTED, OWN
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.widgets.block import Block, runs
from growthtui.tui.widgets.lines import BottomLine

_KEYS = (
    Command(action="take", keys="enter", title="Take the day", label="take", in_palette=False),
    Command(action="days(-1)", keys="left,h", title="The day before", in_palette=False),
    Command(action="days(1)", keys="right", title="The day after", label="day", hint="← →", in_palette=False),
    Command(action="days(-7)", keys="up,k", title="A week earlier", in_palette=False),
    Command(action="days(7)", keys="down,j", title="A week later", label="week", hint="↑ ↓", in_palette=False),
    Command(action="months(-1)", keys="pageup", title="A month earlier", in_palette=False),
    Command(
        action="months(1)", keys="pagedown", title="A month later", label="month", hint="pgup pgdn", in_palette=False
    ),
    Command(action="today", keys="home,0", title="Today", label="today", in_palette=False),
    Command(action="app.back", keys="escape", title="Leave the field as it is", label="leave", in_palette=False),
)
_CELLS = 4


class CalendarSheet(Sheet):
    """The month of a day, ISO weeks at the side. Enter takes the day with the brackets.

    Args:
        desk: the desk.
        day: where the cursor is at first.
        take: told the day that was taken.
    """

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))

    def __init__(self, desk: Desk, day: date, take: Callable[[date], None]) -> None:
        super().__init__(desk)
        self.day = days_away(day, 0)
        """The day with the cursor."""
        self._take = take

    def compose(self) -> ComposeResult:
        """A frame with the grid."""
        with Body(classes="framed calendar"):
            yield Block(self.desk.glyphs, self._paint, id="grid")
        yield BottomLine(self.desk, self.KEYS)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Its keys, then those of everywhere."""
        return (*self.KEYS, *EVERYWHERE)

    def on_mount(self) -> None:
        """Name the month in the frame."""
        self._show()

    def action_days(self, days: int) -> None:
        """Go some days on or back."""
        self._go(days_away(self.day, days))

    def action_months(self, months: int) -> None:
        """Go some months on or back."""
        self._go(months_away(self.day, months))

    def action_today(self) -> None:
        """Go to today."""
        self._go(self.desk.today)

    def action_take(self) -> None:
        """Close, and hand the day over."""
        self.app.pop_screen()
        self._take(self.day)

    def action_click(self, day: str) -> None:
        """Take a day that was clicked."""
        self.day = date.fromisoformat(day)
        self.action_take()

    def _go(self, day: date) -> None:
        self.day = day
        self._show()

    def _show(self) -> None:
        self.query_one(Body).border_title = f"{MONTHS[self.day.month - 1].title()} {self.day.year}"
        self.query_one("#grid", Block).repaint()

    def _paint(self, page: Page) -> None:
        grid = month_grid(self.day, self.desk.settings.week_start)
        names = Content("").join([Content(f" {name} ") for name in grid.weekdays])
        page.add(Content(" " * _CELLS) + names.stylize(MUTED))
        for week, days in grid.rows:
            number = Content.styled(f"W{week.number:02d} ", MUTED)
            page.add(number + Content("").join([self._cell(page, day) for day in days]))
        page.gap()
        said = f"{day_in_full(self.day)} · week {Week.of(self.day).number}"
        page.add(Content.styled(page.glyphs.say(said), MUTED))
        page.add(Content.styled(distance(self.day, self.desk.today), DATA))

    def _cell(self, page: Page, day: date) -> Content:
        """Brackets round the chosen day, a dot behind today."""
        is_other = day.month != self.day.month
        dot = page.glyphs.dot if day == self.desk.today else " "
        if day == self.day:
            return Content.styled(f"[{day.day:2}]", ACCENT_STRONG)
        style = DATA if day == self.desk.today else FAINT if is_other else OWN
        return runs(Content.styled(f" {day.day:2}{dot}", style), f"click('{day}')")
