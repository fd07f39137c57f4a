"""`ask`: what hangs on other people."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.cli.types import DATE, TEXT
from growthtui.present.as_json import iso
from growthtui.present.text import one_line, table


@click.group(cls=DefaultGroup)
def ask() -> None:
    """What hangs on others: whom to ask, by when, and what they said."""


@ask.command()
@click.argument("text", type=TEXT)
@click.option("--of", "who", metavar="NAME", required=True, help="Whom to ask.")
@click.option("--goal", metavar="REF", help="The goal it is for; the current one if left out.")
@click.option("--by", type=DATE, help="The day until which to ask.")
@click.option("--plan-b", type=TEXT, default="", help="What you do if they say no.")
@pass_app
def add(app: App, *, text: str, who: str, goal: str | None, by: date | None, plan_b: str) -> None:
    """Add an ask to a goal."""
    target = app.journal.goals.find(goal) if goal else app.journal.goals.current()
    app.journal.asks.add(target, who, app.typed(text), by, plan_b)


@ask.command("list")
@json_option
@pass_app
def list_asks(app: App, *, as_json: bool) -> None:
    """List the asks of the active goals."""
    app.note_first_run()
    snapshot, asks = app.journal.snapshot(), app.journal.asks.list()
    if as_json:
        rows = [
            {
                "number": item.number,
                "goal": item.goal.id,
                "who": item.dependency.who,
                "ask": item.dependency.ask,
                "ask_by": iso(item.dependency.ask_by),
                "status": item.dependency.status,
                "plan_b": item.dependency.plan_b,
            }
            for item in asks
        ]
        app.json("growthtui/asks/1", {"asks": rows})
        return
    lines = [
        (
            str(item.number),
            one_line(snapshot.person_name(item.dependency.who)),
            f"by {item.dependency.ask_by}" if item.dependency.ask_by else "",
            one_line(item.dependency.status),
            one_line(item.dependency.ask),
        )
        for item in asks
    ]
    app.listing(table(lines, app.width), "Nothing hangs on others. Add an ask: growthtui ask add TEXT --of NAME.")


@ask.command()
@click.argument("ref")
@click.argument("text", type=TEXT)
@pass_app
def answer(app: App, *, ref: str, text: str) -> None:
    """Note what they said. REF is the number in the list."""
    app.journal.asks.answer(app.journal.asks.find(ref), app.typed(text))


@ask.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put an ask at another place among those of its goal, 1 is the first. REF is the number in the list."""
    app.journal.asks.move(app.journal.asks.find(ref), place)
