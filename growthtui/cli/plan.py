"""`plan` and `north-star`."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, reason_option
from growthtui.cli.types import PAST_DATE, TEXT, WordType
from growthtui.domain.plan import USUAL_MONTHS, PlanMode
from growthtui.journal.plans import NewPlan
from growthtui.present.as_json import north_star_json, plan_json
from growthtui.present.listing import north_star_lines, plan_lines, plan_rows, plan_title

_NO_PLAN = "There is no active plan. Start one with `growthtui plan new`, or `growthtui import FILE`."


@click.group(cls=DefaultGroup, default="show")
def plan() -> None:
    """Show, start, close or list plans."""


@plan.command()
@json_option
@pass_app
def show(app: App, *, as_json: bool) -> None:
    """Show the active plan; with --json in the shape growthplan/1."""
    app.note_first_run()
    if as_json:
        app.document(app.journal.documents.plan())
        return
    snapshot = app.journal.snapshot()
    if snapshot.tree is not None:
        app.lines(plan_lines(snapshot, snapshot.tree, app.clock.today(), app.width))
    elif app.journal.exists:
        app.say(_NO_PLAN)


@plan.command()
@click.option("--mode", type=WordType(PlanMode), default=PlanMode.PLAN, help="pgp is the five-step growth plan.")
@click.option("--start", type=PAST_DATE, help="The first day; today if left out.")
@click.option("--months", type=int, metavar="N", default=USUAL_MONTHS, show_default=True, help="1 to 12 months.")
@click.option("--close", "close_active", is_flag=True, help="Close the plan that is active now.")
@click.option("--keep-goal", is_flag=True, help="Take the current goal of the plan before along.")
@click.option("--keep-north-star", is_flag=True, help="Take the north star of the plan before along.")
@reason_option
@pass_app
def new(
    app: App,
    *,
    mode: PlanMode,
    start: date | None,
    months: int,
    close_active: bool,
    keep_goal: bool,
    keep_north_star: bool,
    reason: str,
) -> None:
    """Start a plan and print its id. One plan is active at a time."""
    wanted = NewPlan(
        mode=mode,
        start=start,
        months=months,
        close_active=close_active,
        reason=reason,
        keep_goal=keep_goal,
        keep_north_star=keep_north_star,
    )
    app.lines([app.journal.plans.new(wanted).id])


@plan.command()
@reason_option
@pass_app
def close(app: App, *, reason: str) -> None:
    """Close the active plan today; it goes into the history that the next one takes over."""
    closed = app.journal.plans.close(reason)
    app.done(f"{plan_title(closed, app.clock.today())}. Start the next one with `growthtui plan new`.")


@plan.command("list")
@json_option
@pass_app
def list_plans(app: App, *, as_json: bool) -> None:
    """List all plans, newest first."""
    app.note_first_run()
    snapshot = app.journal.snapshot()
    plans = snapshot.plans[::-1]
    if as_json:
        app.json("growthtui/plans/1", {"plans": [plan_json(snapshot, item) for item in plans]})
    else:
        app.lines(plan_rows(snapshot, plans, app.clock.today(), app.width))


@click.command("north-star")
@click.argument("text", type=TEXT, required=False)
@click.option("--edit", is_flag=True, help="Change it in the editor.")
@json_option
@pass_app
def north_star(app: App, *, text: str | None, edit: bool, as_json: bool) -> None:
    """Show the north star with its earlier versions, or set a new one. TEXT - reads from stdin."""
    if edit:
        plan = app.journal.snapshot().active_plan
        text = app.edited("north-star", plan.north_star if plan else "")
    if text is not None:
        app.journal.plans.set_north_star(app.typed(text))
        return
    app.note_first_run()
    active = app.journal.snapshot().active_plan
    if as_json:
        app.json("growthtui/north-star/1", north_star_json(active))
    elif active is not None:
        app.listing(
            north_star_lines(active, app.width), "There is no north star yet. Set one: growthtui north-star TEXT."
        )
    elif app.journal.exists:
        app.say(_NO_PLAN)
