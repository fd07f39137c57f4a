"""A record with a wrong field is not damage: the doctor names it, all the rest works, and it stays as it is."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.journal.journal import Journal
from tests.cli.command import Shell
from tests.conftest import TODAY
from tests.faults.spoilt import write_spoilt
from tests.tui.screen import opened, press, screen_text, toasts

_LOOKS = (
    "plan", "plan --json", "plan list", "north-star", "principle list", "goal list", "focus list", "action list",
    "checkin list", "person list", "week", "week --json", "week 2026-W40", "search a", "search review --json",
    "check --all", "check --json", "due", "due --json", "stats", "stats --json", "trash list", "history",
    "backup list", "measure list", "ask list", "review list", "export --format md", "export --format json",
    "export --format json --with-private", "export --format csv", "export --format md --for manager",
    "export --format json --for mentor", "export --format md --for panel --preview", "export --format md --plan-only",
)  # fmt: skip
_CHANGES = (
    "log more", "log more --focus 1 --week last", "goal add more --kind career", "focus add more",
    "action add more --focus 1", "action done 1", "principle add more", "checkin add Anna --every 2w",
    "person add Anna", "north-star more", "review mark --for manager", "undo", "redo", "backup now",
    "trash empty --yes", "plan close",
)  # fmt: skip


@pytest.fixture(autouse=True)
def west_of_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where the first moment of the calendar has no local time."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


def test_everything_works_beside_a_wrong_record_which_stays(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    named = write_spoilt(path, TODAY)
    before = json.loads(path.read_bytes())
    shell.ok("goal", "edit", "odd-2", "said better")
    assert "growthtui doctor" in shell.ok("week").err, "what cannot be shown is told"
    for command in _LOOKS:
        result = shell(*command.split())
        assert result.code in (0, 1), (command, result.err)
    for command in _CHANGES:
        shell.ok(*command.split())
    after = json.loads(path.read_bytes())
    wrong = [(table, key) for table, docs in before.items() for key, doc in docs.items() if doc.get("id") in named]
    assert len(wrong) == len(named) + 1
    for table, key in wrong:
        assert after[table][key] == before[table][key]


def test_the_doctor_names_each_wrong_record_and_its_field(shell: Shell, tmp_path: Path) -> None:
    named = write_spoilt(tmp_path / "journal.json", TODAY)
    report = shell.ok("doctor", "--json").json
    assert report["damage"] is None
    found = {one["id"]: (one["table"], one["field"].partition("[")[0]) for one in report["problems"]}
    assert found == named
    said = shell.ok("doctor").out
    assert [record for record in named if record not in said] == []


async def test_every_screen_can_be_used_beside_a_wrong_record(tmp_path: Path) -> None:
    write_spoilt(tmp_path / "journal.json", TODAY)
    journal = Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")
    async with opened(journal) as pilot:
        assert "goals cannot be shown" in toasts(pilot)
        for place in "1234567":
            await press(pilot, place, "j", "j", "k", "enter", "escape")
        await press(pilot, "2", "f", "j", "j", "j", "g", "j", "j", "n", "escape")
        await press(pilot, "3", "left", "left", "j", "right", "slash", *"review", "escape")
        await press(pilot, "1", "l", "x", "ctrl+s", "escape", "u", "U")
        assert "Career goal" in screen_text(pilot.app)
    assert "x" in [line.text for line in journal.snapshot().lines]
