"""What the tests of the full-screen app share: journals in a few states, and the app on one of them."""

from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.journal.demo import write_demo
from growthtui.journal.journal import Journal
from tests.conftest import TODAY


@pytest.fixture
def demo_journal(tmp_path: Path) -> Journal:
    """The staff sample, ended last week."""
    write_demo(tmp_path / "journal.json", TODAY)
    return Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")


@pytest.fixture
def expert_journal(tmp_path: Path) -> Journal:
    """The sample with a five-step plan."""
    write_demo(tmp_path / "journal.json", TODAY, "expert")
    return Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")


@pytest.fixture
def damaged_journal(tmp_path: Path) -> Journal:
    """A file that is no journal."""
    path = tmp_path / "journal.json"
    path.write_text('{"_meta": {"1": {"schema"', encoding="utf-8")
    return Journal(path, Clock(TODAY), tmp_path / "state")
