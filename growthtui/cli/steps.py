"""`undo`, `redo` and `history`: the changes, one step each."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.present.log_text import step_lines
from growthtui.present.text import one_line


@click.command()
@pass_app
def undo(app: App) -> None:
    """Take back the newest change of any front end."""
    app.done(f"Undone: {one_line(app.journal.undo.undo().label)}")


@click.command()
@pass_app
def redo(app: App) -> None:
    """Do again what was undone last."""
    app.done(f"Done again: {one_line(app.journal.undo.redo().label)}")


@click.command()
@json_option
@pass_app
def history(app: App, *, as_json: bool) -> None:
    """The changes that can be undone, newest first."""
    app.note_first_run()
    steps = app.journal.undo.history()
    if as_json:
        rows = [
            {"id": step.id, "at": step.at.isoformat(), "label": step.label, "records": len(step.changes)}
            for step in steps
        ]
        app.json("growthtui/history/1", {"steps": rows})
    else:
        lines = step_lines([(step.at, step.label) for step in steps], app.width)
        app.listing(lines, "There is no change that can be undone.")
