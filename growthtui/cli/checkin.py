"""`checkin`: who hears of the plan, how often, and when next."""

from datetime import date

import click
import msgspec

from growthtui.cli.app import App, pass_app
from growthtui.cli.lazy import DefaultGroup
from growthtui.cli.options import json_option, replaced
from growthtui.cli.types import DATE, PAST_DATE, TEXT, WEEKS
from growthtui.journal.checkins import NewCheckin
from growthtui.present.as_json import checkins_json
from growthtui.present.days import day_and_year
from growthtui.present.listing import checkin_lines


@click.group(cls=DefaultGroup)
def checkin() -> None:
    """Who hears of the plan, and how often."""


@checkin.command()
@click.argument("name", type=TEXT)
@click.option("--role", type=TEXT, default="", help="What they are to you: manager, mentor, peer …")
@click.option("--every", type=WEEKS, help="The rhythm in weeks: 2w or 2.")
@click.option("--next", "next_date", type=DATE, help="The next date.")
@click.option("--support", type=TEXT, default="", help="What you hope for from them.")
@pass_app
def add(app: App, *, name: str, role: str, every: int | None, next_date: date | None, support: str) -> None:
    """Add a check-in with somebody and print its id."""
    new = NewCheckin(with_=app.typed(name), role=role, every_weeks=every, next_date=next_date, support=support)
    app.lines([app.journal.checkins.add(new).id])


@checkin.command("list")
@json_option
@pass_app
def list_checkins(app: App, *, as_json: bool) -> None:
    """List the check-ins of the active plan."""
    app.note_first_run()
    snapshot = app.journal.snapshot()
    checkins = snapshot.tree.checkins if snapshot.tree else ()
    if as_json:
        app.json("growthtui/checkins/1", {"checkins": checkins_json(snapshot, checkins)})
    else:
        lines = checkin_lines(snapshot, checkins, app.width)
        app.listing(lines, "There is no check-in yet. Add one: growthtui checkin add NAME --every 2w.")


@checkin.command()
@click.argument("ref")
@click.option("--with", "name", metavar="NAME", help="Somebody else.")
@click.option("--role", type=TEXT, help="What they are to you.")
@click.option("--every", type=WEEKS, help="The rhythm in weeks: 2w or 2.")
@click.option("--next", "next_date", type=DATE, help="The next date.")
@click.option("--support", type=TEXT, help="What you hope for from them.")
@pass_app
def edit(
    app: App,
    *,
    ref: str,
    name: str | None,
    role: str | None,
    every: int | None,
    next_date: date | None,
    support: str | None,
) -> None:
    """Change a check-in."""
    old = app.journal.checkins.find(ref)
    new = msgspec.structs.replace(
        old,
        with_=replaced(name, old.with_),
        role=replaced(role, old.role),
        every_weeks=every or old.every_weeks,
        next_date=next_date or old.next_date,
        support=replaced(support, old.support),
    )
    app.journal.checkins.edit(old, new)


@checkin.command()
@click.argument("ref")
@click.option("--on", type=PAST_DATE, help="The day of the talk; today if left out.")
@click.option("--next", "next_date", type=DATE, help="The next date; one rhythm later if left out.")
@pass_app
def done(app: App, *, ref: str, on: date | None, next_date: date | None) -> None:
    """Say that the talk took place."""
    result = app.journal.checkins.done(app.journal.checkins.find(ref), on, next_date)
    following = result.next_date
    app.done(f"Next: {day_and_year(following)}." if following else "No next date is set; give one with --next.")


@checkin.command()
@click.argument("ref")
@pass_app
def remove(app: App, *, ref: str) -> None:
    """Put a check-in into the trash."""
    app.journal.checkins.remove(app.journal.checkins.find(ref))


@checkin.command()
@click.argument("ref")
@click.argument("place", type=int)
@pass_app
def move(app: App, *, ref: str, place: int) -> None:
    """Put a check-in at another place of the list, 1 is the first."""
    app.journal.checkins.move(app.journal.checkins.find(ref), place)
