"""`config`: the settings."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.errors import BadInputError
from growthtui.present.text import one_line, table


@click.group(cls=DefaultGroup, default="show")
def config() -> None:
    """Show, find or edit the settings."""


@config.command()
@json_option
@pass_app
def show(app: App, *, as_json: bool) -> None:
    """All settings with their values, and where each comes from."""
    from growthtui.settings import shown

    rows = shown(app.settings)
    if as_json:
        values = [{"name": name, "value": value, "source": source} for name, value, source in rows]
        app.json("growthtui/config/1", {"file": str(app.settings.config), "settings": values})
    else:
        app.lines(table([(name, one_line(value) or "-", one_line(source)) for name, value, source in rows], app.width))


@config.command()
@pass_app
def path(app: App) -> None:
    """Where the settings file is, whether or not it exists."""
    app.lines([str(app.config_path)])


@config.command()
@pass_app
def edit(app: App) -> None:
    """Open the settings file in the editor; a new one explains every setting."""
    if not app.asks:
        raise BadInputError(f"There is no terminal for the editor. Edit the file itself: {app.config_path}")
    from growthtui.editor import edit_file, editor_command
    from growthtui.settings import TEMPLATE

    file = app.config_path
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEMPLATE, encoding="utf-8")
    edit_file(file, editor_command())
    _ = app.settings  # reads them, and so says at once what is wrong with them
