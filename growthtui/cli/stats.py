"""`stats`: the figures of the journal as of today."""

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.present.figures_text import stats_lines


@click.command()
@json_option
@pass_app
def stats(app: App, *, as_json: bool) -> None:
    """The figures as of today: rhythm, streaks, lines, proof, steps."""
    app.note_first_run()
    figures = app.journal.figures.stats()
    if as_json:
        app.json("growthtui/stats/1", msgspec.to_builtins(figures))
    elif app.journal.exists:
        app.lines(stats_lines(app.journal.snapshot(), figures, app.width, with_streak=app.settings.streak))
