"""Going to a row of the plan from anywhere in the app."""

from typing import Final

from textual.app import App

from growthtui.domain.snapshot import Snapshot
from growthtui.journal.search import Hit
from growthtui.present.plan import Part
from growthtui.present.plan.details import by_id
from growthtui.tui.desk import Desk

_PARTS: Final = {
    "north star": Part.NORTH_STAR,
    "principle": Part.PRINCIPLE,
    "goal": Part.GOAL,
    "focus": Part.FOCUS,
    "action": Part.ACTION,
}
"""What the search calls a place in a plan, and the part that stands for it."""


async def go_to_part(app: App[None], part: Part, record: str, index: int = 0) -> None:
    """Show the plan with the cursor on a row."""
    from growthtui.tui.screens.plan.screen import PlanScreen

    await app.run_action("app.go('plan')")
    if isinstance(app.screen, PlanScreen):
        app.screen.show_part(part, record, index)


async def go_to_hit(app: App[None], desk: Desk, hit: Hit) -> None:
    """Show what a search has found: its row, or the earlier plan it is in, opened to be read."""
    active, part = desk.snapshot.active_plan, _PARTS.get(hit.kind)
    plan = _plan_of(desk.snapshot, hit)
    if part is None:
        await app.run_action("app.go('plan')")
    elif active is not None and plan == active.id:
        await go_to_part(app, part, hit.id)
    else:
        await go_to_part(app, Part.EARLIER_PLAN, plan)
        await app.run_action("screen.details")


def _plan_of(snapshot: Snapshot, hit: Hit) -> str:
    """The id of the plan that a hit is in."""
    focus = by_id(snapshot.focus, hit.focus or "")
    record = focus or by_id(snapshot.goals, hit.id) or by_id(snapshot.principles, hit.id)
    return record.plan if record else hit.id
