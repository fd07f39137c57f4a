"""Going to a row of the plan from anywhere in the app."""

from typing import Final

from textual.app import App

from growthtui.domain.base import by_id
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.search import Hit, words_of_ask
from growthtui.present.days import date_label
from growthtui.present.plan import Note, Part
from growthtui.present.plan.details import Details
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.reading import DetailsSheet

_PARTS: Final = {
    "north star": Part.NORTH_STAR,
    "principle": Part.PRINCIPLE,
    "goal": Part.GOAL,
    "focus": Part.FOCUS,
    "action": Part.ACTION,
    "ask": Part.ASK,
    "check-in": Part.CHECKIN,
}
"""What the search calls a place in a plan, and the part that stands for it."""


async def go_to_part(app: App[None], part: Part, record: str, index: int = 0) -> None:
    """Show the plan with the cursor on a row."""
    from growthtui.tui.screens.plan.screen import PlanScreen

    await app.run_action("app.go('plan')")
    if isinstance(app.screen, PlanScreen):
        app.screen.show_part(part, record, index)


async def go_to_hit(app: App[None], desk: Desk, hit: Hit) -> None:
    """Show what a search has found: its row, or the earlier plan it is in, opened to be read.

    What has no row anywhere (feedback, events) is read where one is.
    """
    active, part = desk.snapshot.active_plan, _PARTS.get(hit.kind)
    plan = _plan_of(desk.snapshot, hit)
    if part is None:
        notes = (Note("on", date_label(hit.on, desk.today)),) if hit.on else ()
        app.push_screen(DetailsSheet(desk, Details(hit.kind.capitalize(), hit.text, notes)))
    elif active is not None and plan == active.id:
        await go_to_part(app, part, hit.id, _index_of(desk.snapshot, hit))
    else:
        await go_to_part(app, Part.EARLIER_PLAN, plan)
        await app.run_action("screen.details")


def _plan_of(snapshot: Snapshot, hit: Hit) -> str:
    """The id of the plan that a hit is in."""
    record = (
        by_id(snapshot.focus, hit.focus or "")
        or by_id(snapshot.goals, hit.id)
        or by_id(snapshot.principles, hit.id)
        or by_id(snapshot.checkins, hit.id)
    )
    return record.plan if record else hit.id


def _index_of(snapshot: Snapshot, hit: Hit) -> int:
    """Which of the asks of its goal was found; 0 for everything else."""
    goal = by_id(snapshot.goals, hit.id)
    asks = [words_of_ask(item) for item in goal.dependencies] if goal and hit.kind == "ask" else []
    return asks.index(hit.text) if hit.text in asks else 0
