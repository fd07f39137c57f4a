"""A kill or an error at every system call of a change leaves the old or the new journal, never neither.

The quick profile takes one change and a few errors; `-m slow` takes them all.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.campaign import ERRORS
from tests.faults.operations import OPERATIONS

ROOT = Path(__file__).parents[2]


def run_campaign(*arguments: str) -> dict[str, Any]:
    """Run a campaign in a process of its own, which forks, and return its report."""
    command = [sys.executable, "-m", "tests.faults.campaign", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module")
def logged_line() -> dict[str, Any]:
    """Every kill and one error at every call of logging a line."""
    return run_campaign("line", "--kill", "--error", "ENOSPC")


def test_a_kill_or_a_full_disk_at_any_call_of_a_logged_line(logged_line: dict[str, Any]) -> None:
    assert logged_line["broken"] == []
    assert logged_line["trials"] > 150


@pytest.mark.parametrize(
    ("operation", "faults"), [("undo", ["--kill", "--every", "3"]), ("first line", ["--error", "EROFS", "EIO"])]
)
def test_a_fault_at_calls_of_other_changes(operation: str, faults: list[str]) -> None:
    report = run_campaign(operation, *faults)
    assert report["broken"] == []
    assert report["trials"] > 35


def test_the_write_path_is_what_the_design_says(logged_line: dict[str, Any]) -> None:
    """Lock, read, write beside, flush, look again, rename, flush the folder, only then copies, step and release."""
    calls = logged_line["calls"]
    order = [
        "flock",
        "open",
        "write",
        "fchmod",
        "fsync",
        "close",
        "stat",
        "replace",
        "open",
        "fsync",
        "close",
        "replace",
    ]
    place = 0
    for name in order:
        place = calls.index(name, place) + 1
    assert calls.count("fsync") == 2, "one for the file, one for its folder"
    assert calls[-1] == "close", "the lock is let go at the very end"


@pytest.mark.slow
@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_kill_and_every_error_at_every_call_of_every_change(operation: str) -> None:
    report = run_campaign(operation, "--kill", "--error", *ERRORS)
    assert report["broken"] == []
