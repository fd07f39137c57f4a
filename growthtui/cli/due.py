"""`due`: what waits today."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.present.figures_text import due_json, due_lines


@click.command()
@json_option
@pass_app
def due(app: App, *, as_json: bool) -> None:
    """Check-ins, actions, asks and weeks that wait; nothing when nothing does."""
    app.note_first_run()
    waiting = app.journal.figures.due()
    if as_json:
        app.json("growthtui/due/1", due_json(waiting))
    else:
        app.lines(due_lines(waiting, app.width))
