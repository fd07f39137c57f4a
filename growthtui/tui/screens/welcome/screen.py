"""Home, also before there is anything to show: then it says what will stand here, and offers four ways to begin."""

from growthtui.present.welcome import is_first_run
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.screens.home import HomeScreen

_WAYS = (
    Command(action="begin('import')", keys="i", title="Import a plan: from a file, or text you paste", label="import"),
    Command(action="begin('template')", keys="n", title="New plan from a template", label="template"),
    Command(action="begin('pair')", keys="p", title="Pair: answer the questions a mentor would ask", label="questions"),
    Command(action="begin('sample')", keys="s", title="Look at a sample", label="sample"),
)
_KEYS = (
    Command(action="enter", keys="enter", title="Take the way that is marked", label="take", in_palette=False),
    *_WAYS,
    Command(action="app.continue_draft", keys="c", title="Continue the draft that waits"),
)
_PLACES = ("pair",)


class FrontScreen(HomeScreen):
    """Home; its first-run side shows, and has keys, only while the journal is empty."""

    BINDINGS = bindings(_WAYS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._way = 0

    @property
    def is_first_run(self) -> bool:
        """Whether nothing was planned or written yet."""
        return is_first_run(self.desk.snapshot)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done on the side that is shown."""
        return (*_KEYS, *MOVES, *EVERYWHERE) if self.is_first_run else super().commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The ways to begin are there only at the beginning."""
        return self.is_first_run if action == "begin" else super().check_action(action, parameters)

    def paint(self, page: Page) -> None:
        """Show the journal, or how one can begin."""
        if not self.is_first_run:
            super().paint(page)
            return
        from growthtui.tui.screens.welcome import paint

        paint.promise(page)
        page.gap()
        with page.framed("Begin with", is_focused=True) as inner:
            paint.ways(inner, self._way)
        page.gap()
        for draft in self.desk.drafts.waiting[:1]:
            paint.draft(page, draft)
            page.gap()
        paint.first_line(page)
        page.gap()
        paint.whereabouts(page, self.desk.journal.path)

    def action_move(self, step: int) -> None:
        """Mark another way, or go to the next frame."""
        if self.is_first_run:
            self.action_mark(self._way + step)
        else:
            super().action_move(step)

    def action_mark(self, place: int) -> None:
        """Mark a way by its place."""
        self._way = min(max(place, 0), len(_WAYS) - 1)
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    async def action_enter(self) -> None:
        """Take the marked way, or open what the chosen frame is about."""
        if self.is_first_run:
            await self.run_action(_WAYS[self._way].action)
        else:
            await super().action_enter()

    async def action_begin(self, way: str) -> None:
        """Begin in one of the ways."""
        verb = "go" if way in _PLACES else "open"
        await self.run_action(f"app.{verb}('{way}')")
