"""`week`: one week as logged."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.cli.types import WEEK
from growthtui.dates import Week
from growthtui.domain.week import WeekState
from growthtui.present.log_text import week_lines


@click.command()
@click.argument("week", type=WEEK, required=False)
@json_option
@pass_app
def week(app: App, *, week: Week | None, as_json: bool) -> None:
    """Show one week as logged; this one if left out."""
    app.note_first_run()
    chosen = week or app.journal.log.this_week()
    document = app.journal.documents.week(chosen)
    if as_json:
        app.document(document)
    elif app.journal.exists:
        app.lines(week_lines(app.journal.snapshot(), chosen, WeekState(document["state"]), app.width))
