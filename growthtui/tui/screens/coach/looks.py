"""A screen on which the coach looks: after it is painted, and again when something has changed."""

from textual import work

from growthtui.tui.screens.base import GrowthScreen


class CoachLooks(GrowthScreen):
    """Paints what is known first; what the coach asks comes a moment later, from a thread."""

    def on_mount(self) -> None:
        """Let the coach look once the screen is there."""
        self.call_after_refresh(self._let_coach_look)

    def redraw(self) -> None:
        """Paint again; the coach looks again where something has changed."""
        super().redraw()
        self._let_coach_look()

    def _let_coach_look(self) -> None:
        if not self.desk.coach.is_fresh(self.desk.coach_state):
            self._look()

    @work(group="coach", exclusive=True)
    async def _look(self) -> None:
        if await self.desk.coach.look_aside(self.desk.coach_state) and self.is_attached:
            self.redraw()
