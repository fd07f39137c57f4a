"""What the front ends get of the log's figures: as of today, of the journal as it stands."""

from datetime import date
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.insights.due import talks
from growthtui.insights.focus import Progress, progress, pulses
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.sample_records import SAMPLES


@pytest.fixture
def staff(tmp_path: Path) -> Journal:
    """The sample, imported unshifted, on the last Sunday of its last week."""
    journal = Journal(tmp_path / "staff.json", Clock(date(2026, 8, 30)), tmp_path / "staff-state")
    journal.imports.apply(journal.imports.read(SAMPLES / "sample-backend-staff.json"))
    return journal


def test_figures_of_the_sample(staff: Journal) -> None:
    figures, snapshot, today = staff.figures.stats(), staff.snapshot(), staff.clock.today()
    assert (figures.weeks, figures.current_streak, figures.states["missed"]) == (26, 19, 1)
    assert [pulse.focus.id for pulse in pulses(snapshot, today)] == ["f1", "f2", "f3"]
    assert figures.open_steps_at_end == ("n13",)
    tree = snapshot.tree
    assert tree is not None
    assert [(talk.name, talk.on) for talk in talks(snapshot, tree)] == [
        ("Priya", date(2026, 8, 31)),
        ("Bo", date(2026, 9, 21)),
    ]
    assert progress(tree.plan, today) == Progress(26, 26, date(2026, 9, 2))
    assert not staff.figures.due().checkins


def test_figures_of_an_empty_journal(journal: Journal) -> None:
    assert journal.figures.stats().weeks == 0
    assert not journal.figures.due()


def test_figures_follow_the_journal(journal: Journal) -> None:
    assert journal.figures.stats().lines == 0
    journal.log.add(NewLine(text="asked"))
    figures = journal.figures.stats()
    assert (figures.lines, figures.states["logged"]) == (1, 1)
