"""`goal`: add, change and end goals."""

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, reason_option, replaced
from growthtui.cli.types import TEXT, WordType
from growthtui.domain.plan import GoalKind, GoalStatus
from growthtui.journal.goals import NewGoal
from growthtui.present.as_json import goals_json
from growthtui.present.listing import goal_lines

_ENDS = (GoalStatus.REACHED, GoalStatus.PARKED, GoalStatus.CLOSED)


@click.group(cls=DefaultGroup)
def goal() -> None:
    """Add, change and end goals."""


@goal.command()
@click.argument("text", type=TEXT)
@click.option("--kind", type=WordType(GoalKind), required=True, help="Whose growth: a career can go back.")
@click.option("--months", type=int, metavar="N", help="Set the plan's horizon, 1 to 12 months; 6 is usual.")
@click.option("--why", type=TEXT, default="", help="What makes it matter.")
@click.option("--measure", "measures", type=TEXT, multiple=True, help="A sign of success; repeatable.")
@click.option("--current", is_flag=True, help="Make it the current goal.")
@pass_app
def add(
    app: App, *, text: str, kind: GoalKind, months: int | None, why: str, measures: tuple[str, ...], current: bool
) -> None:
    """Add a goal and print its id; the first one becomes current."""
    new = NewGoal(text=app.typed(text), kind=kind, months=months, why=why, measures=measures, current=current)
    app.lines([app.journal.goals.add(new).id])


@goal.command("list")
@json_option
@pass_app
def list_goals(app: App, *, as_json: bool) -> None:
    """List the goals of the active plan."""
    app.note_first_run()
    tree = app.journal.snapshot().tree
    goals = tree.goals if tree else ()
    if as_json:
        app.json("growthtui/goals/1", {"goals": goals_json(goals)})
    else:
        app.listing(
            goal_lines(goals, app.width), "There is no goal yet. Add one: growthtui goal add TEXT --kind career."
        )


@goal.command()
@click.argument("ref")
@click.argument("text", type=TEXT, required=False)
@click.option("--kind", type=WordType(GoalKind), help="Change the kind.")
@click.option("--why", type=TEXT, help="Change what makes it matter; empty text takes it away.")
@click.option("--measure", "measures", type=TEXT, multiple=True, help="Add a sign of success; repeatable.")
@pass_app
def edit(
    app: App, *, ref: str, text: str | None, kind: GoalKind | None, why: str | None, measures: tuple[str, ...]
) -> None:
    """Change a goal; the earlier wording is kept. Without TEXT and options the editor opens."""
    old = app.journal.goals.find(ref)
    if text is None and kind is None and why is None and not measures:
        text = app.edited(f"goal/{old.id}", old.text)
    new = msgspec.structs.replace(
        old,
        text=old.text if text is None else app.typed(text),
        kind=kind or old.kind,
        why=replaced(why, old.why),
        measures=(*old.measures, *measures),
    )
    app.journal.goals.edit(old, new)


@goal.command()
@click.argument("ref")
@pass_app
def current(app: App, *, ref: str) -> None:
    """Make a goal the current one."""
    app.journal.goals.make_current(app.journal.goals.find(ref))


@goal.command()
@click.argument("ref")
@click.option(
    "--as", "status", type=WordType(_ENDS), default=GoalStatus.CLOSED, help="How it ended; closed if left out."
)
@reason_option
@pass_app
def close(app: App, *, ref: str, status: GoalStatus, reason: str) -> None:
    """End a goal: reached, parked or closed."""
    was_current = app.journal.goals.find(ref)
    app.journal.goals.end(was_current, status, reason)
    if was_current.current:
        app.done("No goal is current now; choose one with `growthtui goal current REF`.")


@goal.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put a goal at another place of the list, 1 is the first."""
    app.journal.goals.move(app.journal.goals.find(ref), place)
