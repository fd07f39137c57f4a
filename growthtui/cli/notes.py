"""`event` and `feedback`: what happened, and what was said."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.cli.types import AUDIENCE, PAST_DATE, TEXT
from growthtui.cli.visibility import visibility_of
from growthtui.domain.base import Audience
from growthtui.journal.events import NewEvent
from growthtui.journal.feedback_log import NewFeedback
from growthtui.present.as_json import iso
from growthtui.present.text import one_line, table

_DIRECTIONS = {-1: "back", 0: "neither", 1: "forward"}


@click.group(cls=DefaultGroup)
def event() -> None:
    """Career events: a career can go forward and back."""


@event.command("add")
@click.argument("text", type=TEXT)
@click.option("--direction", type=click.IntRange(-1, 1), required=True, help="-1 back, 0 neither, 1 forward.")
@click.option("--on", type=PAST_DATE, help="The day; today if left out.")
@click.option("--for", "audiences", type=AUDIENCE, multiple=True, help="Who may read it beside you; repeatable.")
@click.option("--private", is_flag=True, help="For you alone.")
@pass_app
def add_event(
    app: App, *, text: str, direction: int, on: date | None, audiences: tuple[Audience, ...], private: bool
) -> None:
    """Note a career event and print its id."""
    visibility = visibility_of(audiences, private=private)
    app.lines(
        [app.journal.events.add(NewEvent(text=app.typed(text), direction=direction, on=on, visibility=visibility)).id]
    )


@event.command("list")
@json_option
@pass_app
def list_events(app: App, *, as_json: bool) -> None:
    """List the career events."""
    app.note_first_run()
    events = app.journal.snapshot().events
    if as_json:
        rows = [{"id": item.id, "on": iso(item.on), "direction": item.direction, "text": item.text} for item in events]
        app.json("growthtui/events/1", {"events": rows})
        return
    lines = [(iso(item.on) or "", _DIRECTIONS.get(item.direction, ""), one_line(item.text)) for item in events]
    app.listing(table(lines, app.width), "There is no event yet. Add one: growthtui event add TEXT --direction 1.")


@click.group(cls=DefaultGroup)
def feedback() -> None:
    """What somebody said to you; it leaves the journal only with their consent."""


@feedback.command("add")
@click.argument("text", type=TEXT)
@click.option("--from", "from_", metavar="NAME", required=True, help="Who said it.")
@click.option("--on", type=PAST_DATE, help="The day; today if left out.")
@click.option("--shareable", is_flag=True, help="They agreed to be quoted.")
@click.option("--for", "audiences", type=AUDIENCE, multiple=True, help="Who may read it beside you; repeatable.")
@pass_app
def add_feedback(
    app: App, *, text: str, from_: str, on: date | None, shareable: bool, audiences: tuple[Audience, ...]
) -> None:
    """Keep feedback word for word and print its id."""
    visibility = visibility_of(audiences, private=False)
    new = NewFeedback(text=app.typed(text), from_=from_, on=on, shareable=shareable, visibility=visibility)
    app.lines([app.journal.feedback.add(new).id])


@feedback.command("list")
@json_option
@pass_app
def list_feedback(app: App, *, as_json: bool) -> None:
    """List the feedback."""
    app.note_first_run()
    snapshot = app.journal.snapshot()
    if as_json:
        rows = [
            {"id": item.id, "on": iso(item.on), "from": item.from_, "shareable": item.shareable, "text": item.text}
            for item in snapshot.feedback
        ]
        app.json("growthtui/feedback/1", {"feedback": rows})
        return
    lines = [
        (iso(item.on) or "", one_line(snapshot.person_name(item.from_)), one_line(item.text))
        for item in snapshot.feedback
    ]
    app.listing(
        table(lines, app.width), "There is no feedback yet. Keep some: growthtui feedback add TEXT --from NAME."
    )
