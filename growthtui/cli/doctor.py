"""`doctor`: the journal's health. It works on a journal that cannot be read, too."""

import click

from growthtui import __version__
from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.journal.health import ForeignChange, Health, Repair
from growthtui.journal.strays import ConflictCopy
from growthtui.present.text import one_line, table, wrap

_BRING_OVER = (
    "Bring over what only a conflict copy has with `growthtui --journal COPY export --format json --with-private "
    "-o more.json`, then `growthtui import more.json`."
)


@click.command()
@click.option("--repair", is_flag=True, help="Put a damaged journal right: newest good copy and what else survived.")
@json_option
@pass_app
def doctor(app: App, *, repair: bool, as_json: bool) -> None:
    """Look at the journal and what lies beside it; change nothing unless --repair is given.

    The exit code is 0 also when it finds something, even damage: `well` in the JSON says whether it did.
    """
    if repair:
        result = app.journal.health.repair()
        if as_json:
            app.json("growthtui/repair/1", _repair_json(result))
        else:
            app.lines(wrap(_repair_text(result), app.width))
        return
    health = app.journal.health.report()
    if as_json:
        app.json("growthtui/doctor/1", _as_json(health) | {"settings": _settings(app)})
    else:
        rows = [(one["name"], one["value"] or "-", one["source"]) for one in _settings(app)]
        app.lines([*_lines(health, app.width), "", "Settings in force", *table(rows, app.width, indent=2)])


def _settings(app: App) -> list[dict[str, str]]:
    from growthtui.settings import shown

    rows = shown(app.settings)
    return [{"name": name, "value": one_line(str(value)), "source": one_line(source)} for name, value, source in rows]


def _repair_text(result: Repair) -> str:
    parts = [
        f"The journal can be read again: {result.records} records.",
        f"It began with the copy of {result.copy.made.astimezone():%Y-%m-%d %H:%M}." if result.copy else "",
        f"{result.survivors} records stood whole in the damaged file, {result.newer} of them newer than in the copy.",
        f"{result.homeless} could not be given a place." if result.homeless else "",
        f"The damaged file is kept as {result.kept_aside}." if result.kept_aside else "",
    ]
    return " ".join(part for part in parts if part)


def _repair_json(result: Repair) -> dict[str, object]:
    return {
        "records": result.records,
        "copy": result.copy.id if result.copy else None,
        "survivors": result.survivors,
        "newer": result.newer,
        "homeless": result.homeless,
        "kept_aside": str(result.kept_aside) if result.kept_aside else None,
    }


def _as_json(health: Health) -> dict[str, object]:
    return {
        "well": health.is_well,
        "version": __version__,
        "path": str(health.path),
        "state": str(health.state),
        "exists": health.exists,
        "damage": health.damage or None,
        "advice": health.advice or None,
        "journal_schema": health.schema,
        "size": health.size,
        "records": health.counts,
        "in_trash": health.in_trash,
        "last_save": health.last_save.isoformat() if health.last_save else None,
        "backups": len(health.backups),
        "newest_backup": health.backups[0].id if health.backups else None,
        "problems": [
            {"table": item.table, "id": item.record, "field": item.field, "reason": item.reason}
            for item in health.problems
        ],
        "foreign": _foreign_json(health.foreign),
        "conflict_copies": [
            {"path": str(item.path), "program": item.program, "extra": item.extra} for item in health.conflict_copies
        ],
        "leftovers": [str(path) for path in health.leftovers],
        "kept_aside": [str(path) for path in health.kept_aside],
        "warnings": list(health.warnings),
    }


def _foreign_json(change: ForeignChange | None) -> dict[str, object] | None:
    if change is None:
        return None
    since = change.since.isoformat()
    return {"since": since, "added": change.added, "changed": change.changed, "removed": change.removed}


def _foreign_text(change: ForeignChange) -> str:
    since = f"{change.since.astimezone():%Y-%m-%d %H:%M}"
    counts = f"{change.added} records added, {change.changed} changed, {change.removed} removed"
    return f"Changed from outside since growthtui saved on {since}: {counts}."


def _conflict_text(copy: ConflictCopy) -> str:
    what = "it cannot be read" if copy.extra is None else f"records that only it has: {copy.extra}"
    return f"Conflict copy ({copy.program}): {copy.path} ({what})"


def _lines(health: Health, width: int) -> list[str]:
    rows = [
        ("Journal", str(health.path)),
        ("Version", f"growthtui {__version__}" + (f", schema {health.schema}" if health.schema else "")),
        ("State", str(health.state)),
        ("Size", f"{health.size} bytes"),
        ("Records", ", ".join(f"{many} {name}" for name, many in health.counts.items())),
        ("In the trash", str(health.in_trash)),
        ("Last save", f"{health.last_save.astimezone():%Y-%m-%d %H:%M}" if health.last_save else ""),
        ("Copies", str(len(health.backups))),
    ]
    out = table([(name, one_line(text)) for name, text in rows if text], width)
    found = [
        *([f"Damage: {health.damage}"] if health.damage else []),
        *(f"{item.table} {item.record}: {item.field} {item.reason}" for item in health.problems),
        *([_foreign_text(health.foreign)] if health.foreign else []),
        *(_conflict_text(item) for item in health.conflict_copies),
        *([_BRING_OVER] if any(item.extra for item in health.conflict_copies) else []),
        *(f"Left by a crash: {path}" for path in health.leftovers),
        *(f"Kept aside: {path}" for path in health.kept_aside),
        *health.warnings,
    ]
    if not health.exists and not health.damage:
        return [*out, "", "There is no journal yet."]
    for line in found:
        out += ["", *wrap(one_line(line), width)]
    out += ["", *health.advice.splitlines()] if health.advice else []
    return [*out, "", "The journal is well."] if health.is_well else out
