"""Options that several commands share."""

import click

from growthtui.cli.types import TEXT

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
reason_option = click.option("--reason", type=TEXT, default="", help="Why; it is kept.")


def replaced(text: str | None, old: str) -> str:
    """The new value of a field: what was given, also nothing at all, else the old one."""
    return old if text is None else text
