"""A journal opened once more, and the lines that stand in it."""

from datetime import date

from growthtui.clock import Clock
from growthtui.journal.journal import Journal
from tests.conftest import TODAY


def again(journal: Journal, today: date = TODAY) -> Journal:
    """The same journal as another process opens it, or this one after a restart."""
    return Journal(journal.path, Clock(today), journal.state)


def texts(journal: Journal) -> list[str]:
    """The texts of its lines."""
    return [line.text for line in journal.snapshot().lines]
