"""`backup`: copies of the journal. It works on a journal that cannot be read, too."""

from typing import TYPE_CHECKING

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.present.text import one_line, table

if TYPE_CHECKING:
    from growthtui.journal.backups import Preview


@click.group(cls=DefaultGroup)
def backup() -> None:
    """Copies of the journal: list, make, restore."""


@backup.command("list")
@json_option
@pass_app
def list_backups(app: App, *, as_json: bool) -> None:
    """List the copies, newest first, with how many records each holds."""
    copies = app.journal.backups.list()
    if as_json:
        rows = [
            {"id": copy.id, "made": copy.made.isoformat(), "records": copy.records, "reason": copy.reason}
            for copy in copies
        ]
        app.json("growthtui/backups/1", {"backups": rows})
        return
    lines = [
        (f"{copy.made.astimezone():%Y-%m-%d %H:%M}", copy.id, f"{copy.records} records", one_line(copy.reason))
        for copy in copies
    ]
    app.lines(table(lines, app.width))
    if not copies:
        app.say("There are no copies yet; one is made by each save, and by `growthtui backup now`.")


@backup.command()
@pass_app
def now(app: App) -> None:
    """Keep a copy of the journal as it is and print its id; the folder of your settings gets one, too."""
    app.lines([app.journal.backups.now(also=app.settings.backups).id])


@backup.command()
@click.argument("backup_id", metavar="ID")
@click.option("--preview", "is_preview", is_flag=True, help="Only say what would come back, go and change.")
@pass_app
def restore(app: App, *, backup_id: str, is_preview: bool) -> None:
    """Bring back a copy. The journal as it is now is kept first, and undo takes the restore back."""
    if is_preview:
        app.lines(_preview_lines(app.journal.backups.preview(backup_id), app.width))
        return
    result = app.journal.backups.restore(backup_id)
    found = result.preview
    app.done(
        f"Brought back the copy of {found.backup.made.astimezone():%Y-%m-%d %H:%M}: {len(found.returning)} records "
        f"came back, {len(found.going)} went, {len(found.changing)} changed."
    )
    if result.kept_aside is not None:
        app.done(f"The damaged file is kept as {result.kept_aside}.")


def _preview_lines(found: "Preview", width: int) -> list[str]:
    lines = [f"The copy of {found.backup.made.astimezone():%Y-%m-%d %H:%M}, {found.backup.records} records"]
    for title, items in (("comes back", found.returning), ("goes", found.going), ("changes", found.changing)):
        rows = [(title, item.table, one_line(item.then or item.now or item.record)) for item in items]
        lines += ["", *table(rows, width)] if rows else []
    return lines if len(lines) > 1 else [*lines, "", "The journal is already as this copy."]
