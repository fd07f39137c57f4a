"""`check`: what a coach would ask about the plan."""

from pathlib import Path

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.options import json_option
from growthtui.cli.types import WordType
from growthtui.errors import ExitCode
from growthtui.journal.findings import Finding
from growthtui.present.coach import asked, check_lines, open_asked

SEVERITIES = ("error", "warn", "info")
"""From the gravest on."""


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Dismissed ones and rules switched off, too, marked.")
@click.option(
    "--fail-on", type=WordType(SEVERITIES), default="error", help="From which severity on the exit code is 1."
)
@json_option
@pass_app
def check(app: App, *, file: Path | None, everything: bool, fail_on: str, as_json: bool) -> int:
    """Review the plan of the journal, or the plan in FILE, which is not imported."""
    off = app.settings.rules_off
    if file is None:
        app.note_first_run()
        review = app.journal.findings.review(off)
        if app.journal.exists and app.journal.snapshot().tree is None:
            app.say("There is no active plan to review. Start one with `growthtui plan new`, or give a FILE.")
    else:
        review = app.journal.findings.review_file(file, off)
    shown = review.findings if everything else review.open
    if review.note:
        app.say(review.note)
    if as_json:
        app.json("growthtui/findings/1", {"findings": [_as_json(finding, everything) for finding in shown]})
    else:
        app.lines(check_lines(asked(review) if everything else open_asked(review), app.width))
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return ExitCode.NO if any(finding.severity in failing for finding in review.open) else ExitCode.DONE


def _as_json(finding: Finding, everything: bool) -> dict[str, object]:
    found: dict[str, object] = {
        "rule": finding.rule,
        "severity": finding.severity,
        "where": finding.where,
        "match": finding.match,
        "message": finding.message,
        "question": finding.question,
    }
    return found | {"state": finding.state} if everything else found
