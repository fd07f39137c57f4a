"""What the front ends get of the log's figures: as of today, of the journal as it stands."""

from datetime import date
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.dates import Week
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
    figures = staff.figures
    assert (figures.stats().weeks, figures.stats().current_streak) == (26, 19)
    assert len(figures.week_states()) == 26
    assert figures.state_of(Week.parse("2026-W19")) == "missed"
    assert [pulse.focus.id for pulse in figures.pulses()] == ["f1", "f2", "f3"]
    assert [step.id for step in figures.open_steps()] == ["n13"]
    assert [(talk.name, talk.on) for talk in figures.talks()] == [
        ("Priya", date(2026, 8, 31)),
        ("Bo", date(2026, 9, 21)),
    ]
    progress = figures.progress()
    assert progress is not None
    assert (progress.week, progress.weeks) == (26, 26)


def test_figures_of_an_empty_journal(journal: Journal) -> None:
    figures = journal.figures
    assert figures.stats().weeks == 0
    assert figures.week_states() == {}
    assert (figures.pulses(), figures.open_steps(), figures.talks()) == ((), (), ())
    assert figures.progress() is None
    assert not figures.due()


def test_figures_follow_the_journal(journal: Journal) -> None:
    assert journal.figures.stats().lines == 0
    journal.log.add(NewLine(text="asked"))
    assert journal.figures.stats().lines == 1
    assert journal.figures.state_of(Week.parse("2026-W48")) == "logged"
