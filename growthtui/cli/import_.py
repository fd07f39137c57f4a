"""`import`: read a plan or a journal in."""

from pathlib import Path

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.domain.plan import GoalKind
from growthtui.errors import BadInputError
from growthtui.journal.import_report import ImportReport
from growthtui.present.text import one_line, shorten, table, wrap

_EXCERPT = 120


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what it would do.")
@click.option("--replace", is_flag=True, help="Take the file's version of what is here and differs.")
@click.option("--new", is_flag=True, help="Close the active plan today and start the one of the file.")
@json_option
@pass_app
def import_(app: App, *, file: Path, dry_run: bool, replace: bool, new: bool, as_json: bool) -> None:
    """Read in a plan (TOML, JSON, text, Markdown), a whole journal, or the JSON of jrnl. It is one step to undo."""
    incoming = app.journal.imports.read(file)
    preview = app.journal.imports.preview(incoming, replace=replace, new=new)
    if dry_run:
        _show(app, preview, as_json, "would be")
        return
    kind = _ask_kind(app, preview) if preview.refusal is None else None
    _show(app, app.journal.imports.apply(incoming, replace=replace, new=new, kind=kind), as_json, "was")


def _ask_kind(app: App, report: ImportReport) -> GoalKind | None:
    """What kind a goal without one is, where somebody is there to say."""
    if not report.open_goals or not app.asks:
        return None
    for text in report.open_goals:
        app.done(f"The goal: {one_line(text)}")
    answer: str = click.prompt(
        "Is this about career or personal growth? (enter: decide later)",
        type=click.Choice(["career", "personal", ""]),
        default="",
        show_choices=False,
        show_default=False,
        err=True,
    )
    return GoalKind(answer) if answer else None


def _show(app: App, report: ImportReport, as_json: bool, tense: str) -> None:
    if as_json:
        app.document(report.as_json())
    else:
        app.lines(_lines(report, app.width, tense))
    if report.refusal is not None:
        raise BadInputError(str(report.refusal))


def _lines(report: ImportReport, width: int, tense: str) -> list[str]:
    lines = [
        f"{table_name}: {', '.join(f'{many} {fate.value}' for fate, many in fates.items() if many)}"
        for table_name, fates in report.counts.items()
        if any(fates.values())
    ]
    if report.is_empty:
        return [f"Nothing {tense} added: the journal holds all of it already."]
    rows = [(item.table, item.fate.value, shorten(one_line(item.text), _EXCERPT)) for item in report.items]
    out = [f"What {tense} read from {one_line(report.source)}", *table(rows, width, 2), "", *lines]
    out += wrap(f"The active plan {tense} closed.", width) if report.closes else []
    for note in report.notes:
        out += wrap(f"Note: {one_line(note)}", width)
    for text in report.open_goals:
        out += wrap(f"The kind of this goal is open (career or personal): {one_line(text)}", width)
    return out
