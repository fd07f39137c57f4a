"""`action`: add, change, do and drop actions."""

from datetime import date

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, reason_option
from growthtui.cli.types import CADENCE, DATE, PAST_DATE, TEXT
from growthtui.journal.actions import NewAction
from growthtui.present.as_json import actions_json
from growthtui.present.listing import action_lines


@click.group(cls=DefaultGroup)
def action() -> None:
    """Add, change, do and drop actions."""


@action.command()
@click.argument("text", type=TEXT)
@click.option("--focus", metavar="REF", required=True, help="The focus point it serves.")
@click.option("--due", type=DATE, help="The day until which it is done.")
@click.option("--every", type=CADENCE, help="Its rhythm: 1w, 2w, 1m …")
@click.option("--count", type=int, metavar="N", help="How often; with a rhythm: in each turn.")
@click.option("--if-then", type=TEXT, default="", help='"When the roadmap is out, I send two questions."')
@click.option("--needs", metavar="WHO", multiple=True, help="Whose help it needs; repeatable.")
@click.option("--ask-by", type=DATE, help="The day until which to ask them.")
@click.option("--hours", "hours_per_week", type=float, metavar="N", help="Hours a week that it takes.")
@click.option("--side-quest", is_flag=True, help="It serves the career beside a personal goal.")
@click.option("--direction", metavar="WORD", default="", help="Where it leads: delivery, visibility, learning …")
@click.option("--note", type=TEXT, default="", help="A few words about it.")
@pass_app
def add(
    app: App,
    *,
    text: str,
    focus: str,
    due: date | None,
    every: str | None,
    count: int | None,
    if_then: str,
    needs: tuple[str, ...],
    ask_by: date | None,
    hours_per_week: float | None,
    side_quest: bool,
    direction: str,
    note: str,
) -> None:
    """Add an action to a focus point and print its id."""
    new = NewAction(
        text=app.typed(text),
        focus=focus,
        due=due,
        cadence=every,
        count=count,
        if_then=if_then,
        needs=needs,
        ask_by=ask_by,
        hours_per_week=hours_per_week,
        side_quest=side_quest,
        direction=direction,
        note=note,
    )
    app.lines([app.journal.actions.add(new).id])


@action.command("list")
@json_option
@pass_app
def list_actions(app: App, *, as_json: bool) -> None:
    """List the actions of the active plan; their numbers run through the plan."""
    app.note_first_run()
    tree = app.journal.snapshot().tree
    if as_json:
        app.json("growthtui/actions/1", {"actions": actions_json(tree)})
    else:
        lines = action_lines(tree, app.width) if tree else []
        app.listing(lines, "There is no action yet. Add one: growthtui action add TEXT --focus 1.")


@action.command()
@click.argument("ref")
@click.argument("text", type=TEXT, required=False)
@click.option("--due", type=DATE, help="The day until which it is done.")
@click.option("--every", "cadence", type=CADENCE, help="Its rhythm: 1w, 2w, 1m …")
@click.option("--count", type=int, metavar="N", help="How often.")
@click.option("--if-then", type=TEXT, help="Change the if-then; empty text takes it away.")
@click.option("--note", type=TEXT, help="Change the note.")
@click.option("--direction", metavar="WORD", help="Where it leads.")
@click.option("--no", "without", type=click.Choice(["due", "every", "count"]), multiple=True, help="Take it away.")
@pass_app
def edit(app: App, /, *, ref: str, text: str | None, without: tuple[str, ...], **fields: object) -> None:
    """Change an action; the earlier wording is kept. Without TEXT and options the editor opens."""
    old = app.journal.actions.find(ref)
    given: dict[str, object] = {name: value for name, value in fields.items() if value is not None}
    given |= {("cadence" if name == "every" else name): None for name in without}
    if text is None and not given:
        text = app.edited(f"action/{old.id}", old.text)
    words = old.text if text is None else app.typed(text)
    app.journal.actions.edit(old, msgspec.structs.replace(old, text=words, **given))


@action.command()
@click.argument("ref")
@click.option("--on", type=PAST_DATE, help="The day on which it was done; today if left out.")
@click.option("--note", "text", type=TEXT, default="", help="What came of it.")
@click.option("--evidence", metavar="URL-or-TEXT", multiple=True, help="Proof that somebody can check; repeatable.")
@click.option("--for-good", is_flag=True, help="End an action with a rhythm.")
@pass_app
def done(app: App, *, ref: str, on: date | None, text: str, evidence: tuple[str, ...], for_good: bool) -> None:
    """Say that an action was done. One with a rhythm stays open and is counted."""
    item = app.journal.actions.find(ref)
    if for_good:
        app.journal.actions.finish(item, text)
        return
    result = app.journal.actions.done(item, on, text, evidence)
    if result.cadence:
        app.done(f"Done {len(result.doings)} times so far; it comes again." if len(result.doings) > 1 else "Done once.")


@action.command()
@click.argument("ref")
@reason_option
@pass_app
def drop(app: App, *, ref: str, reason: str) -> None:
    """Give an action up; the reason is kept."""
    app.journal.actions.drop(app.journal.actions.find(ref), reason)


@action.command()
@click.argument("ref")
@pass_app
def reopen(app: App, *, ref: str) -> None:
    """Make a done or dropped action open again."""
    app.journal.actions.reopen(app.journal.actions.find(ref))


@action.command()
@click.argument("ref")
@click.argument("place", type=int)
@click.option("--focus", metavar="REF", help="Move it to this focus point.")
@pass_app
def move(app: App, *, ref: str, place: int, focus: str | None) -> None:
    """Put an action at another place of its focus point, or into another one; 1 is the first."""
    app.journal.actions.move(app.journal.actions.find(ref), place, focus)
