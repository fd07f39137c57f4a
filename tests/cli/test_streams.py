"""Streams that a shell closed, or that lead to a full disk, in real processes: no traceback, the right exit code."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(command: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Let a shell run a command line of ours, with something before it."""
    line = f"{before}'{sys.executable}' -m growthtui {command}"
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("export >&-", 0),
        ("plan --json <&- >&- 2>&-", 0),
        ("pair --plain <&-", 0),
        ("log - <&-", 2),
        ("2>&- <&-", 2),
    ],
)
def test_a_closed_stream_is_an_empty_one(command: str, code: int) -> None:
    done = run(command)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["plan --json >/dev/full", "export >/dev/full"])
def test_a_full_disk_behind_the_output_is_told(command: str) -> None:
    done = run(command)
    assert done.returncode == 5
    assert done.stderr.splitlines()[-1].startswith("growthtui: No space left on device. Look at where the output leads")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = run("plan --json", before=f"cd '{tmp_path}/gone' && rmdir ../gone && GROWTHTUI_JOURNAL=here.json ")
    assert done.returncode == 5
    assert "whether the folder you are in is still there" in done.stderr


def test_a_reader_who_has_enough_is_no_error() -> None:
    done = run("plan --json | true")
    assert (done.returncode, "Traceback" in done.stderr, "BrokenPipe" in done.stderr) == (0, False, False)
