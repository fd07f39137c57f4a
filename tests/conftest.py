"""What every test gets: its own folders, never the person's, and an open journal on a fixed day."""

from datetime import date
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.journal.journal import Journal

TODAY = date(2026, 11, 24)
"""A Tuesday, in 2026-W48."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the journal and the platform's folders into the test's own folder."""
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GROWTHTUI_JOURNAL", str(tmp_path / "journal.json"))
    for name in ("GROWTHTUI_TODAY", "GROWTHTUI_CONFIG", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal on Tuesday 2026-11-24."""
    return Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")
