"""`measure`: the signs of success and their values."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.cli.types import PAST_DATE, TEXT
from growthtui.domain.plan import Measure
from growthtui.present.as_json import builtin, iso
from growthtui.present.text import one_line, table


@click.group(cls=DefaultGroup)
def measure() -> None:
    """List measures and note their values."""


@measure.command("list")
@json_option
@pass_app
def list_measures(app: App, *, as_json: bool) -> None:
    """List the measures of the active plan with their newest value."""
    app.note_first_run()
    items = app.journal.measures.list()
    if as_json:
        rows = [
            {
                "number": item.number,
                "goal": item.goal.id,
                "text": item.measure.text,
                "unit": item.measure.unit,
                "start": item.measure.start,
                "target": item.measure.target,
                "due": iso(item.measure.due),
                "readings": builtin(item.measure.readings),
            }
            for item in items
        ]
        app.json("growthtui/measures/1", {"measures": rows})
    else:
        lines = [(str(item.number), _value(item.measure), one_line(item.measure.text)) for item in items]
        app.listing(
            table(lines, app.width), "The goals have no measure yet. Add one: growthtui goal edit 1 --measure TEXT."
        )


@measure.command("set")
@click.argument("ref")
@click.argument("value", type=TEXT)
@click.option("--on", type=PAST_DATE, help="The day it was read; today if left out.")
@pass_app
def set_value(app: App, *, ref: str, value: str, on: date | None) -> None:
    """Note a value. REF is the number in the list, or the start of the measure's text."""
    app.journal.measures.set(app.journal.measures.find(ref), value, on)


@measure.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put a measure at another place among those of its goal, 1 is the first."""
    app.journal.measures.move(app.journal.measures.find(ref), place)


def _value(measure: Measure) -> str:
    if not measure.readings:
        return "no value yet"
    last = measure.readings[-1]
    return one_line(f"{last.value} {measure.unit}".strip() + f" on {last.on}")
