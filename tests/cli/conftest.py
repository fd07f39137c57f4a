"""A shell, and journals to run it on."""

from pathlib import Path

import pytest

from tests.cli.command import Shell


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in front of a journal that does not exist yet."""
    return Shell(capsys, monkeypatch)


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """The same with a small plan: a goal, two focus points, two actions."""
    shell.ok("goal", "add", "Work at staff level", "--kind", "career", "--measure", "Two teams use the contract")
    shell.ok("focus", "add", "Visible outside my team")
    shell.ok("focus", "add", "Distributed systems design")
    shell.ok("action", "add", "Ask one question in each review", "--focus", "1", "--every", "2w")
    shell.ok("action", "add", "Solve four exercises", "--focus", "2", "--due", "2026-12-24")
    return shell


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    """Where the journal of this test is."""
    return tmp_path / "journal.json"
