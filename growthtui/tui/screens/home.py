"""Home: everything starts here with one key. What the coach asks is worked out after the first paint."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from growthtui.present.home import home_view
from growthtui.tui.coach_desk import AT_ONCE
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.screens import home_paint
from growthtui.tui.screens.coach.looks import CoachLooks
from growthtui.tui.widgets.lines import BottomLine

if TYPE_CHECKING:
    from growthtui.present.coach import Asked

_CONTINUE = Command(action="app.continue_draft", keys="c", title="Continue the draft that waits")
_KEYS = (
    Command(action="enter", keys="enter", title="Open what the accent frame shows", label="open", in_palette=False),
    _CONTINUE,
)
_COACH_KEYS = (
    Command(action="answer", keys="a", title="Answer what the coach asks", label="answer"),
    Command(action="not_now", keys="d", title="Not now: put the question of the coach aside", label="not now"),
    Command(action="app.open('coach')", keys="t", title="What the coach asks"),
    Command(action="turn(1)", keys="right", title="The next question of the coach", in_palette=False),
    Command(action="turn(-1)", keys="left", title="The question before", in_palette=False),
)
"""So many questions wait here at a time; the others are on the sheet of the coach."""

_SHORT = 28
"""A terminal with fewer rows gets the coach's question without its keys, and less air, to have all of Home in sight."""


class HomeScreen(CoachLooks):
    """North star, goal with its focus points, this week, and a place for the coach."""

    PLACE = "home"
    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *_COACH_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._frames: tuple[str, ...] = ()
        """The places that the frames open, from top to bottom."""
        self._chosen = "plan"
        self._view = lru_cache(maxsize=1)(home_view)
        self._question = 0

    @property
    def commands(self) -> tuple[Command, ...]:
        """The bottom line names the draft, too: it is in sight however long the page is."""
        draft = (replace(_CONTINUE, label="Draft"),) if self.desk.drafts.waiting else ()
        coach = _COACH_KEYS if self.questions else ()
        return (*_KEYS[:1], *draft, *coach, *super().commands[len(_KEYS) :])

    @property
    def questions(self) -> "tuple[Asked, ...]":
        """What the coach asks, three at most."""
        return self.desk.coach.open[:AT_ONCE]

    def redraw(self) -> None:
        """Paint again, with the keys of now."""
        super().redraw()
        self.query_one(BottomLine).show(self.commands)

    def paint(self, page: Page) -> None:
        """Show the journal as of today."""
        view = self._view(self.desk.snapshot, self.desk.today)
        drafts = self.desk.drafts.waiting
        questions = self.questions
        there = (("plan", view.goal), ("week", not view.is_empty or drafts), ("coach", questions))
        self._frames = tuple(place for place, is_there in there if is_there)
        if self._chosen not in self._frames:
            self._chosen = next(iter(self._frames), "")
        is_short = self.app.size.height < _SHORT
        home_paint.north_star(page, view)
        if view.goal is not None:
            page.gap()
            span = page.glyphs.say(view.goal.span)
            with page.framed(view.goal.label, subtitle=span, is_focused=self._chosen == "plan") as inner:
                home_paint.goal(inner, view.goal, is_short=is_short)
        if "week" in self._frames:
            if not (is_short and view.goal):
                page.gap()
            with page.framed("This week", is_focused=self._chosen == "week") as inner:
                home_paint.week(inner, view.week, drafts)
        if questions:
            from growthtui.tui.screens.coach.slot import slot

            page.gap()
            self._question = min(self._question, len(questions) - 1)
            slot(page, questions, self._question, is_chosen=self._chosen == "coach", is_short=is_short)

    def action_move(self, step: int) -> None:
        """Go to the next frame."""
        if self._frames:
            here = self._frames.index(self._chosen)
            self._chosen = self._frames[min(max(here + step, 0), len(self._frames) - 1)]
            self.redraw()
            self.call_after_refresh(self.keep_cursor_in_sight)

    async def action_enter(self) -> None:
        """Open the place that the chosen frame is about, or answer the coach."""
        if self._chosen == "coach":
            await self.action_answer()
        elif self._chosen:
            await self.run_action(f"app.go('{self._chosen}')")

    def action_turn(self, step: int) -> None:
        """Show another question of the coach."""
        if self.questions:
            self._question = (self._question + step) % len(self.questions)
            self.redraw()

    async def action_answer(self) -> None:
        """Answer the question that is shown: the quick way, or at its place in the plan."""
        from growthtui.tui.screens.coach.ways import answer

        if self.questions:
            await answer(self.app, self.desk, self.questions[self._question])

    def action_not_now(self) -> None:
        """Put the question that is shown aside."""
        from growthtui.tui.screens.coach.forms import CoachForm, not_now

        if self.questions:
            self.app.push_screen(CoachForm(self.desk, not_now(self.desk, self.questions[self._question])))
