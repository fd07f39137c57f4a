"""`person`: people the journal speaks of."""

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, replaced
from growthtui.cli.types import TEXT
from growthtui.journal.people import NewPerson
from growthtui.present.as_json import people_json
from growthtui.present.listing import person_lines


@click.group(cls=DefaultGroup)
def person() -> None:
    """People the journal speaks of."""


@person.command()
@click.argument("name", type=TEXT)
@click.option("--role", type=TEXT, default="", help="What they are to you: manager, mentor, peer …")
@pass_app
def add(app: App, *, name: str, role: str) -> None:
    """Add a person and print their id."""
    app.lines([app.journal.people.add(NewPerson(name=app.typed(name), role=role)).id])


@person.command("list")
@json_option
@pass_app
def list_people(app: App, *, as_json: bool) -> None:
    """List the people."""
    app.note_first_run()
    people = app.journal.snapshot().people
    if as_json:
        app.json("growthtui/people/1", {"people": people_json(people)})
    else:
        app.listing(person_lines(people, app.width), "There is nobody yet. Add them: growthtui person add NAME.")


@person.command()
@click.argument("ref")
@click.option("--name", metavar="NAME", help="Another name.")
@click.option("--role", type=TEXT, help="Another role; empty text takes it away.")
@pass_app
def edit(app: App, *, ref: str, name: str | None, role: str | None) -> None:
    """Change a name or role. REF may be the name."""
    old = app.journal.people.find(ref)
    new = msgspec.structs.replace(old, name=replaced(name, old.name), role=replaced(role, old.role))
    app.journal.people.edit(old, new)


@person.command()
@click.argument("ref")
@pass_app
def remove(app: App, *, ref: str) -> None:
    """Put a person into the trash. REF may be the name."""
    app.journal.people.remove(app.journal.people.find(ref))
