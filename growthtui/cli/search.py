"""`search`: find words again."""

from datetime import date

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.cli.types import PAST_DATE, WordType
from growthtui.errors import BadInputError, ExitCode
from growthtui.journal.search import KINDS, Filters, Hit
from growthtui.present.as_json import iso
from growthtui.present.log_text import hit_lines


@click.command()
@click.argument("query", nargs=-1)
@click.option("--since", type=PAST_DATE, help="From this day on.")
@click.option("--until", type=PAST_DATE, help="Up to this day.")
@click.option("--focus", metavar="REF", help="Only what belongs to this focus point.")
@click.option("--goal", metavar="REF", help="Only what belongs to this goal.")
@click.option("--kind", type=WordType(KINDS), metavar="KIND", help="Only lines of this kind, or goals, actions …")
@json_option
@pass_app
def search(
    app: App,
    *,
    query: tuple[str, ...],
    since: date | None,
    until: date | None,
    focus: str | None,
    goal: str | None,
    kind: str | None,
    as_json: bool,
) -> int:
    """Find lines, sessions and plan texts that hold all words; put a phrase in quotes."""
    if since and until and since > until:
        raise BadInputError(f"The period begins on {since}, after it ends on {until}. Swap --since and --until.")
    app.note_first_run()
    words = " ".join(query)
    filters = Filters(since=since, until=until, focus=focus, goal=goal, kind=kind)
    hits = app.journal.search.find(words, filters) if app.journal.exists else ()
    if as_json:
        app.json("growthtui/search/1", {"results": [_as_json(hit, words) for hit in hits]})
    else:
        rows = [(hit.week or iso(hit.on) or "", hit.kind, hit.focus, hit.excerpt(words)) for hit in hits]
        app.lines(hit_lines(app.journal.snapshot(), rows, app.width))
    if hits or not app.journal.exists:
        return ExitCode.DONE
    app.say("Nothing was found. Try fewer words, or the start of a word.")
    return ExitCode.NO


def _as_json(hit: Hit, words: str) -> dict[str, object]:
    return {
        "id": hit.id,
        "week": hit.week,
        "focus": hit.focus,
        "kind": hit.kind,
        "text": hit.text,
        "goal": hit.goal,
        "on": iso(hit.on),
        "excerpt": hit.excerpt(words),
    }
