"""`log`: one line in."""

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.types import AUDIENCE, TEXT, WEEK, WordType
from growthtui.cli.visibility import visibility_of
from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.week import Line, LineKind
from growthtui.journal.log import NewLine


@click.command()
@click.argument("text", type=TEXT)
@click.option("--focus", metavar="REF", help="The focus point it belongs to.")
@click.option("--action", metavar="REF", help="The action it belongs to; brings its focus point.")
@click.option("--week", type=WEEK, help="The week it belongs to; this one if left out.")
@click.option("--kind", type=WordType(LineKind), default=LineKind.PROGRESS, help="What the line tells of.")
@click.option("--evidence", metavar="URL-or-TEXT", multiple=True, help="Proof that somebody can check; repeatable.")
@click.option("--known-by", metavar="NAME", multiple=True, help="Who knows of it; repeatable.")
@click.option("--for", "audiences", type=AUDIENCE, multiple=True, help="Who may read it beside you; repeatable.")
@click.option("--private", is_flag=True, help="For you alone.")
@click.option("--json", "as_json", is_flag=True, help="Print the line as JSON.")
@pass_app
def log(
    app: App,
    *,
    text: str,
    focus: str | None,
    action: str | None,
    week: Week | None,
    kind: LineKind,
    evidence: tuple[str, ...],
    known_by: tuple[str, ...],
    audiences: tuple[Audience, ...],
    private: bool,
    as_json: bool,
) -> None:
    """Log one line to a week and print its id. TEXT - reads the text from stdin."""
    new = NewLine(
        text=app.typed_line(text, **_said(week, focus, kind, is_narrow=private or bool(audiences))),
        week=week,
        focus=focus,
        action=action,
        kind=kind,
        evidence=evidence,
        known_by=known_by,
        visibility=visibility_of(audiences, private=private),
    )
    line = app.journal.log.add(new)
    if as_json:
        app.json("growthtui/line/1", _line_json(line))
    else:
        app.lines([line.id])


def _said(week: Week | None, focus: str | None, kind: LineKind, *, is_narrow: bool) -> dict[str, str]:
    """What a draft of the line keeps, in the words of the app; a line for chosen readers comes back private."""
    return {
        "week": str(week) if week else "",
        "focus": focus or "",
        "kind": kind.value,
        "private": "yes" if is_narrow else "no",
    }


def _line_json(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "week": line.week,
        "focus": line.focus,
        "action": line.action,
        "kind": line.kind,
        "text": line.text,
        "evidence": list(line.evidence),
        "known_by": list(line.known_by),
        "visibility": None if line.visibility is None else list(line.visibility),
    }
