"""Real processes, really killed: at random moments, and by strace at each system call of a save."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.filled import filled
from tests.faults.operations import opened, used

ROOT = Path(__file__).parents[2]
KILLS = 300
YEARS = 10

_ONE_LINE = """
import sys
from pathlib import Path
from growthtui.journal.log import NewLine
from tests.faults.operations import opened
journal = opened(Path(sys.argv[1]))
journal.snapshot().lines
print(journal.log.add(NewLine(text="new")).id, flush=True)
"""
_CALLS = ("openat", "flock", "write", "fchmod", "fsync", "close", "rename", "unlink", "mkdir", "newfstatat", "fstat")


def _log(path: Path, text: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "growthtui", "--journal", str(path), "log", text]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_random_kills_of_the_command_line_lose_no_acknowledged_line(tmp_path: Path) -> None:
    journal = filled(tmp_path, YEARS)
    old = {line.id for line in journal.snapshot().lines}
    environment = os.environ | {"XDG_STATE_HOME": str(tmp_path / "own state")}
    started = time.monotonic()
    with _log(journal.path, "unhurried", environment) as process:
        acknowledged = {process.communicate()[0].strip()}
    whole = time.monotonic() - started
    chance = random.Random(4)
    fates: Counter[str] = Counter()
    for number in range(KILLS):
        earliest = 0 if number % 3 == 0 else 0.6  # most of the kills where the save is
        with _log(journal.path, f"killed {number}", environment) as process:
            time.sleep(whole * chance.uniform(earliest, 1.1))
            process.send_signal(signal.SIGKILL)
            said = process.communicate()[0].strip()
        acknowledged |= {said} - {""}
        fates["acknowledged" if said else "killed before"] += 1
        json.loads(journal.path.read_bytes())
    found = {line.id: line.text for line in journal.snapshot().lines}
    assert old <= found.keys()
    assert acknowledged <= found.keys()
    assert max(Counter(text for record, text in found.items() if record not in old).values()) == 1
    assert journal.health.report().problems == ()
    assert fates["killed before"] > KILLS / 10, f"the kills came too late: {fates}"
    assert journal.log.week(journal.log.this_week()).saved_at is not None


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here; test_every_call wraps each call")
def test_a_kill_by_strace_at_every_system_call_of_a_save(tmp_path: Path) -> None:
    template = tmp_path / "template"
    template.mkdir()
    used(template)
    before = {line.text for line in opened(template).snapshot().lines}
    trials = _strace_trials(template, tmp_path)
    assert len(trials) > 30
    for call, number in trials:
        place = tmp_path / "trial"
        shutil.copytree(template, place)
        done = _straced(place, f"--inject={call}:signal=KILL:when={number}")
        found = {line.text for line in opened(place).snapshot().lines}
        assert found in (before, before | {"new"}), f"killed at {call} number {number}"
        assert not done.stdout.strip() or "new" in found
        opened(place).undo.undo()
        shutil.rmtree(place)


def _strace_trials(template: Path, tmp_path: Path) -> list[tuple[str, int]]:
    """Each call from the moment the lock file is opened, as name and how many of this name came before."""
    place = tmp_path / "traced"
    shutil.copytree(template, place)
    _straced(place, "-o", str(tmp_path / "trace"))
    shutil.rmtree(place)
    seen: Counter[str] = Counter()
    trials: list[tuple[str, int]] = []
    has_begun = False
    for line in (tmp_path / "trace").read_text(errors="replace").splitlines():
        call = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if call is None or call[1] not in _CALLS:
            continue
        seen[call[1]] += 1
        has_begun = has_begun or ".journal.json.lock" in line
        if has_begun:
            trials.append((call[1], seen[call[1]]))
    return trials


def _straced(place: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    strace = ["strace", f"--trace={','.join(_CALLS)}", *options]
    command = [*strace, sys.executable, "-c", _ONE_LINE, str(place)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
