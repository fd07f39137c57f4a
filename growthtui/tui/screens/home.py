"""Home: everything starts here with one key."""

from dataclasses import replace
from functools import lru_cache

from growthtui.present.home import home_view
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.screens import home_paint
from growthtui.tui.screens.base import GrowthScreen
from growthtui.tui.widgets.lines import BottomLine

_CONTINUE = Command(action="app.continue_draft", keys="c", title="Continue the draft that waits")
_KEYS = (
    Command(action="enter", keys="enter", title="Open what the accent frame shows", label="open", in_palette=False),
    _CONTINUE,
)


class HomeScreen(GrowthScreen):
    """North star, goal with its focus points, this week, and a place for the coach."""

    PLACE = "home"
    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._frames: tuple[str, ...] = ()
        """The places that the frames open, from top to bottom."""
        self._chosen = "plan"
        self._view = lru_cache(maxsize=1)(home_view)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The bottom line names the draft, too: it is in sight however long the page is."""
        if not self.desk.drafts.waiting:
            return super().commands
        return tuple(replace(one, label="Draft") if one is _CONTINUE else one for one in super().commands)

    def redraw(self) -> None:
        """Paint again, with the keys of now."""
        super().redraw()
        self.query_one(BottomLine).show(self.commands)

    def paint(self, page: Page) -> None:
        """Show the journal as of today."""
        view = self._view(self.desk.snapshot, self.desk.today)
        drafts = self.desk.drafts.waiting
        self._frames = tuple(
            place for place, is_there in (("plan", view.goal), ("week", not view.is_empty or drafts)) if is_there
        )
        if self._chosen not in self._frames:
            self._chosen = next(iter(self._frames), "")
        home_paint.north_star(page, view)
        if view.goal is not None:
            page.gap()
            span = page.glyphs.say(view.goal.span)
            with page.framed(view.goal.label, subtitle=span, is_focused=self._chosen == "plan") as inner:
                home_paint.goal(inner, view.goal)
        if "week" in self._frames:
            page.gap()
            with page.framed("This week", is_focused=self._chosen == "week") as inner:
                home_paint.week(inner, view.week, drafts)

    def action_move(self, step: int) -> None:
        """Go to the next frame."""
        if self._frames:
            here = self._frames.index(self._chosen)
            self._chosen = self._frames[min(max(here + step, 0), len(self._frames) - 1)]
            self.redraw()
            self.call_after_refresh(self.keep_cursor_in_sight)

    async def action_enter(self) -> None:
        """Open the place that the chosen frame is about."""
        if self._chosen:
            await self.run_action(f"app.go('{self._chosen}')")
