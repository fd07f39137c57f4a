"""`focus`: add, change and close focus points."""

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, reason_option, replaced
from growthtui.cli.types import TEXT
from growthtui.journal.focus import NewFocus
from growthtui.present.as_json import focus_json
from growthtui.present.listing import focus_lines


@click.group(cls=DefaultGroup)
def focus() -> None:
    """Add, change and close focus points."""


@focus.command()
@click.argument("text", type=TEXT)
@click.option("--goal", metavar="REF", help="The goal it serves; the current one if left out.")
@click.option("--note", type=TEXT, default="", help="A few words about it.")
@click.option("--supports", type=TEXT, default="", help="How it serves the goal.")
@click.option("--direction", metavar="WORD", default="", help="Where it leads: delivery, visibility, learning …")
@click.option("--capability", metavar="WORD", default="", help="Five-step plan: the capability.")
@click.option("--now", "current", type=TEXT, default="", help="Five-step plan: behaviour now.")
@click.option("--wanted", "desired", type=TEXT, default="", help="Five-step plan: behaviour wanted.")
@pass_app
def add(
    app: App,
    *,
    text: str,
    goal: str | None,
    note: str,
    supports: str,
    direction: str,
    capability: str,
    current: str,
    desired: str,
) -> None:
    """Add a focus point and print its id."""
    new = NewFocus(
        title=app.typed(text),
        goal=goal,
        note=note,
        supports=supports,
        direction=direction,
        capability=capability,
        current=current,
        desired=desired,
    )
    app.lines([app.journal.focus.add(new).id])


@focus.command("list")
@json_option
@pass_app
def list_focus(app: App, *, as_json: bool) -> None:
    """List the focus points of the active plan with their actions."""
    app.note_first_run()
    tree = app.journal.snapshot().tree
    if as_json:
        app.json("growthtui/focus/1", {"focus": focus_json(tree.focus if tree else ())})
    else:
        lines = focus_lines(tree, app.width) if tree else []
        app.listing(lines, "There is no focus point yet. Add one: growthtui focus add TEXT.")


@focus.command()
@click.argument("ref")
@click.argument("text", type=TEXT, required=False)
@click.option("--goal", metavar="REF", help="The goal it serves.")
@click.option("--note", type=TEXT, help="A few words about it; empty text takes them away.")
@click.option("--supports", type=TEXT, help="How it serves the goal.")
@click.option("--direction", metavar="WORD", help="Where it leads.")
@click.option("--now", "current", type=TEXT, help="Five-step plan: behaviour now.")
@click.option("--wanted", "desired", type=TEXT, help="Five-step plan: behaviour wanted.")
@pass_app
def edit(app: App, /, *, ref: str, text: str | None, goal: str | None, **words: str | None) -> None:
    """Change a focus point; the earlier title is kept. Without TEXT and options the editor opens."""
    old = app.journal.focus.find(ref)
    if text is None and goal is None and all(word is None for word in words.values()):
        text = app.edited(f"focus/{old.id}", old.title)
    new = msgspec.structs.replace(
        old,
        title=old.title if text is None else app.typed(text),
        goal=app.journal.goals.find(goal).id if goal else old.goal,
        **{name: replaced(word, getattr(old, name)) for name, word in words.items()},
    )
    app.journal.focus.edit(old, new)


@focus.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put a focus point at another place of the list, 1 is the first."""
    app.journal.focus.move(app.journal.focus.find(ref), place)


@focus.command()
@click.argument("ref")
@reason_option
@pass_app
def close(app: App, *, ref: str, reason: str) -> None:
    """Close a focus point; what was logged to it stays."""
    app.journal.focus.close(app.journal.focus.find(ref), reason)


@focus.command()
@click.argument("ref")
@reason_option
@pass_app
def park(app: App, *, ref: str, reason: str) -> None:
    """Set a focus point aside for now."""
    app.journal.focus.park(app.journal.focus.find(ref), reason)


@focus.command()
@click.argument("ref")
@pass_app
def reopen(app: App, *, ref: str) -> None:
    """Make a parked or closed focus point active again."""
    app.journal.focus.reopen(app.journal.focus.find(ref))


@focus.command()
@click.argument("ref")
@reason_option
@pass_app
def drop(app: App, *, ref: str, reason: str) -> None:
    """Put a focus point and its actions into the trash; one with logged lines is closed instead."""
    app.journal.focus.drop(app.journal.focus.find(ref), reason)
