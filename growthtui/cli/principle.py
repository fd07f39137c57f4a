"""`principle`: what one holds to, keeps to, or is not willing to do."""

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, replaced
from growthtui.cli.types import AUDIENCE, TEXT, WordType
from growthtui.cli.visibility import visibility_of
from growthtui.domain.base import Audience
from growthtui.domain.plan import PrincipleKind
from growthtui.journal.principles import NewPrinciple
from growthtui.present.as_json import principles_json
from growthtui.present.listing import principle_lines


@click.group(cls=DefaultGroup)
def principle() -> None:
    """What you hold to, keep to, or are not willing to do. Private unless you say otherwise."""


@principle.command()
@click.argument("text", type=TEXT)
@click.option("--kind", type=WordType(PrincipleKind), default=PrincipleKind.VALUE, help="value if left out.")
@click.option("--consequence", type=TEXT, default="", help="The price you accept for it.")
@click.option("--for", "audiences", type=AUDIENCE, multiple=True, help="Who may read it beside you; repeatable.")
@pass_app
def add(app: App, *, text: str, kind: PrincipleKind, consequence: str, audiences: tuple[Audience, ...]) -> None:
    """Add a principle and print its id."""
    visibility = visibility_of(audiences, private=False)
    new = NewPrinciple(text=app.typed(text), kind=kind, accepted_consequence=consequence, visibility=visibility)
    app.lines([app.journal.principles.add(new).id])


@principle.command("list")
@json_option
@pass_app
def list_principles(app: App, *, as_json: bool) -> None:
    """List the principles of the active plan."""
    app.note_first_run()
    tree = app.journal.snapshot().tree
    principles = tree.principles if tree else ()
    if as_json:
        app.json("growthtui/principles/1", {"principles": principles_json(principles)})
    else:
        lines = principle_lines(principles, app.width)
        app.listing(lines, "There is no principle yet. Add one: growthtui principle add TEXT --kind limit.")


@principle.command()
@click.argument("ref")
@click.argument("text", type=TEXT, required=False)
@click.option("--kind", type=WordType(PrincipleKind), help="Change the kind.")
@click.option("--consequence", type=TEXT, help="Change the price you accept; empty text takes it away.")
@pass_app
def edit(app: App, *, ref: str, text: str | None, kind: PrincipleKind | None, consequence: str | None) -> None:
    """Change a principle. Without TEXT and options the editor opens."""
    old = app.journal.principles.find(ref)
    if text is None and kind is None and consequence is None:
        text = app.edited(f"principle/{old.id}", old.text)
    new = msgspec.structs.replace(
        old,
        text=old.text if text is None else app.typed(text),
        kind=kind or old.kind,
        accepted_consequence=replaced(consequence, old.accepted_consequence),
    )
    app.journal.principles.edit(old, new)


@principle.command()
@click.argument("ref")
@pass_app
def remove(app: App, *, ref: str) -> None:
    """Put a principle into the trash."""
    app.journal.principles.remove(app.journal.principles.find(ref))


@principle.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put a principle at another place of the list, 1 is the first."""
    app.journal.principles.move(app.journal.principles.find(ref), place)
