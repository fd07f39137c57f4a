"""`review`: meetings, from which the next document starts."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option
from growthtui.cli.types import AUDIENCE, DATE, TEXT
from growthtui.domain.base import Audience
from growthtui.present.as_json import iso
from growthtui.present.text import one_line, table


@click.group(cls=DefaultGroup)
def review() -> None:
    """Mark and list review meetings."""


@review.command()
@click.option("--for", "audience", type=AUDIENCE, default=Audience.SELF.value, show_default=True, help="With whom.")
@click.option("--on", type=DATE, help="The day; today if left out. One that lies ahead is a plan.")
@click.option("--kind", type=TEXT, default="", help="What it is called: half-year talk, panel …")
@pass_app
def mark(app: App, *, audience: Audience, on: date | None, kind: str) -> None:
    """Mark a review and print its id; the next document for this reader starts there."""
    app.lines([app.journal.reviews.mark(audience, on, kind).id])


@review.command("list")
@json_option
@pass_app
def list_reviews(app: App, *, as_json: bool) -> None:
    """List the reviews, newest first."""
    app.note_first_run()
    reviews = sorted(app.journal.snapshot().reviews, key=lambda item: item.on or date.min, reverse=True)
    if as_json:
        rows = [
            {
                "id": item.id,
                "on": iso(item.on),
                "for": item.audience,
                "kind": item.kind,
                "since": iso(item.since),
                "planned": item.planned,
            }
            for item in reviews
        ]
        app.json("growthtui/reviews/1", {"reviews": rows})
        return
    lines = [
        (iso(item.on) or "", item.audience, one_line(item.kind), "planned" if item.planned else f"since {item.since}")
        for item in reviews
    ]
    app.listing(table(lines, app.width), "No review is marked yet. Mark one: growthtui review mark --for manager.")
