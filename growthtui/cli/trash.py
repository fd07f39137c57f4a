"""`trash`: what was deleted."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.errors import BadInputError
from growthtui.present.text import one_line, shorten, table

_EXCERPT = 200


@click.group(cls=DefaultGroup)
def trash() -> None:
    """What was deleted, with its last text."""


@trash.command("list")
@json_option
@pass_app
def list_trash(app: App, *, as_json: bool) -> None:
    """List what was deleted, newest first."""
    app.note_first_run()
    items = app.journal.trash.list()
    if as_json:
        rows = [
            {"id": item.id, "table": item.table, "text": item.text, "deleted": item.deleted.isoformat()}
            for item in items
        ]
        app.json("growthtui/trash/1", {"trash": rows})
        return
    rows_of_text = [
        (str(number), f"{item.deleted.astimezone():%Y-%m-%d}", item.table, shorten(one_line(item.text), _EXCERPT))
        for number, item in enumerate(items, start=1)
    ]
    app.listing(table(rows_of_text, app.width), "The trash is empty.")


@trash.command()
@click.argument("ref")
@pass_app
def restore(app: App, *, ref: str) -> None:
    """Take something out of the trash, by its id or its number in the list."""
    item = app.journal.trash.restore(ref)
    app.done(f"Restored: {shorten(one_line(item.text), _EXCERPT)}")


@trash.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_app
def empty(app: App, *, yes: bool) -> None:
    """Remove for good what was deleted, also from undo and drafts; kept copies still hold it."""
    items = app.journal.trash.list()
    if not yes and not app.asks:
        raise BadInputError("Emptying the trash removes texts for good. Say so with `growthtui trash empty --yes`.")
    question = f"Remove {len(items)} deleted entries for good? Only copies kept so far will hold them."
    if items and not yes and not app.confirm(question):
        app.done("Nothing was removed.")
        return
    gone = app.journal.trash.empty()
    app.done(f"Removed for good: {gone}. Copies kept so far still hold them." if gone else "The trash was empty.")
