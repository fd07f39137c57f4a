"""A journal of many years, made quickly."""

from datetime import date
from pathlib import Path

from growthtui.clock import Clock
from growthtui.dates import Week
from growthtui.journal.journal import Journal

_LAST = Week.of(date(2026, 11, 16))
LINES_A_WEEK = 10
TEXT = "Asked for a review of the plan and wrote down what moved and what did not. "


def filled(folder: Path, years: int) -> Journal:
    """A journal with so many years of weekly lines: ten years are 5,200 lines and about 2 MB."""
    journal = Journal(folder / "home" / "journal.json", Clock(), folder / "state")
    weeks = [_LAST.shift(-back) for back in range(52 * years)][::-1]
    with journal.ledger.transaction("fill") as changes:
        changes.raw.insert("weeks", [{"id": str(week), "week": str(week)} for week in weeks])
        lines = [
            {"week": str(week), "text": f"{TEXT * 3}{week} {number}", "kind": "progress", "known_by": ["Anna"]}
            for week in weeks
            for number in range(LINES_A_WEEK)
        ]
        changes.raw.insert("lines", lines)
    return journal
