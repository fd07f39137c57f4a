"""`backup`: copies of the journal. It works on a journal that cannot be read, too."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.present.text import one_line, table, wrap

if TYPE_CHECKING:
    from growthtui.journal.backups import Difference, Preview

_SHOWN = 10
"""Of each kind, before a person is asked."""


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
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_app
def restore(app: App, *, backup_id: str, is_preview: bool, yes: bool, as_json: bool) -> None:
    """Bring back a copy, after a look at what would change. The journal as it is now is kept first; undo works."""
    if is_preview or (app.asks and not yes):
        found = app.journal.backups.preview(backup_id)
        if is_preview and as_json:
            app.json("growthtui/restore/1", _as_json(found, None))
            return
        app.lines(_preview_lines(found, app.width, most=None if is_preview else _SHOWN))
        if is_preview or found.is_empty or not app.confirm("Bring it back?"):
            app.done("Nothing was changed.")
            return
    result = app.journal.backups.restore(backup_id)
    if as_json:
        app.json("growthtui/restore/1", _as_json(result.preview, result.kept_aside))
    app.done(f"Brought back {_title(result.preview)}.")
    if result.kept_aside is not None:
        app.done(f"The damaged file is kept as {result.kept_aside}.")


def _title(found: "Preview") -> str:
    counts = f"{len(found.returning)} come back, {len(found.going)} go, {len(found.changing)} change"
    return f"the copy of {found.backup.made.astimezone():%Y-%m-%d %H:%M}, {found.backup.records} records: {counts}"


def _preview_lines(found: "Preview", width: int, most: int | None) -> list[str]:
    """The counts, then the first `most` records of each kind with their words now and then."""
    lines = wrap(f"Bringing back {_title(found)}.", width)
    for title, items in (("comes back", found.returning), ("goes", found.going), ("changes", found.changing)):
        rows = [(title, item.table, one_line(_words(item))) for item in items[:most]]
        lines += ["", *table(rows, width)] if rows else []
        lines += [f"… and {len(items) - len(rows)} more"] if len(items) > len(rows) else []
    return [*lines, "", "The journal is already as this copy."] if found.is_empty else lines


def _words(item: "Difference") -> str:
    if item.now and item.then and item.now != item.then:
        return f"{item.now} → {item.then}"
    return item.then or item.now or item.record


def _as_json(found: "Preview", kept_aside: Path | None) -> dict[str, object]:
    def rows(items: "tuple[Difference, ...]") -> list[dict[str, object]]:
        return [{"table": item.table, "id": item.record, "now": item.now, "then": item.then} for item in items]

    return {
        "backup": found.backup.id,
        "returning": rows(found.returning),
        "going": rows(found.going),
        "changing": rows(found.changing),
        "kept_aside": str(kept_aside) if kept_aside else None,
    }
