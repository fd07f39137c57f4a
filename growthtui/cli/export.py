"""`export`: one document for one reader."""

import sys
from datetime import date
from pathlib import Path

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.types import AUDIENCE, PAST_DATE, WordType
from growthtui.domain.base import Audience
from growthtui.domain.plan import PlanMode
from growthtui.errors import BadInputError
from growthtui.journal.exports import Export, Format, save_export
from growthtui.present.export_text import Preview, preview_json, preview_lines


@click.command()
@click.option(
    "--format", "format_", type=WordType(Format), default=Format.MD.value, show_default=True, help="The format."
)
@click.option("--for", "audience", type=AUDIENCE, default=Audience.SELF.value, show_default=True, help="The reader.")
@click.option("--since", type=PAST_DATE, help="The first day; the last review with this reader if left out.")
@click.option("--until", type=PAST_DATE, help="The last day; today if left out.")
@click.option("--with-private", is_flag=True, help="Private notes, too; for yourself only.")
@click.option("--plan-only", is_flag=True, help="The plan without the log.")
@click.option("--blank", type=WordType(PlanMode), help="An empty plan to print instead.")
@click.option("--preview", is_flag=True, help="List what would leave and what stays, and why; write nothing.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("-o", "--output", "target", metavar="FILE", help="The file; - or nothing is stdout.")
@click.option("--json", "as_json", is_flag=True, help="The preview as one JSON object.")
@pass_app
def export(
    app: App,
    *,
    format_: Format,
    audience: Audience,
    since: date | None,
    until: date | None,
    with_private: bool,
    plan_only: bool,
    blank: PlanMode | None,
    preview: bool,
    force: bool,
    target: str | None,
    as_json: bool,
) -> None:
    """Write a document for one reader. Nothing private leaves, and nothing says that something was left out."""
    if blank is not None:
        _write(app, app.journal.exports.blank(blank, format_), target, force=force)
        return
    app.note_first_run()
    wanted = Export(
        format=format_,
        audience=audience,
        since=since,
        until=until,
        with_private=with_private,
        plan_only=plan_only,
    )
    if preview:
        _show_preview(app, app.journal.exports.preview(wanted), as_json=as_json)
        return
    if target in (None, "-") and not format_.is_text:
        raise BadInputError(f"{format_} is no text for a terminal; name a file with -o FILE.")
    _write(app, app.journal.exports.write(wanted), target, force=force)


def _show_preview(app: App, found: Preview, *, as_json: bool) -> None:
    if as_json:
        app.json("growthtui/preview/1", preview_json(found))
    else:
        app.lines(preview_lines(found, app.width))


def _write(app: App, data: bytes, target: str | None, *, force: bool) -> None:
    if target in (None, "-"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    may_replace = force or (path.is_file() and app.confirm(f"{path} is already there. Replace it?"))
    save_export(path, data, force=may_replace)
    app.done(f"Written to {path}.")
