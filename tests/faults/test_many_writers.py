"""Eight programs write at once: no line is lost, no id clashes, nobody waits for ever."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from growthtui.errors import BusyError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY
from tests.faults.operations import opened

ROOT = Path(__file__).parents[2]

_WRITER = """
import sys
from pathlib import Path
from growthtui.journal.log import NewLine
from tests.faults.operations import opened
journal = opened(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    print(journal.log.add(NewLine(text=f"{sys.argv[2]}.{number}")).id, flush=True)
"""


def _write(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    writers = [_write(tmp_path, str(name), 10) for name in range(8)]
    said = [writer.communicate(timeout=60)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8
    journal = opened(tmp_path)
    lines = journal.snapshot().lines
    assert sorted(line.text for line in lines) == sorted(
        f"{name}.{number}" for name in range(8) for number in range(10)
    )
    assert sorted(line.id for line in lines) == sorted(record for ids in said for record in ids)
    assert len({line.id for line in lines}) == 80
    keys = list(json.loads(journal.path.read_bytes())["lines"])
    assert keys == sorted(keys, key=int)
    assert len(journal.snapshot().weeks) == 1
    assert len(journal.undo.history()) == 80
    assert len(journal.backups.list()) == 10, "all copies are of one day, so the last ten are kept"


def test_a_writer_killed_with_the_lock_does_not_keep_it(tmp_path: Path) -> None:
    opened(tmp_path).log.add(NewLine(text="first"))
    with _write(tmp_path, "w", 100_000) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline().strip() for _ in range(5)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.read().split("\n")[:-1]
    journal = opened(tmp_path)
    journal.log.add(NewLine(text="last"))
    assert set(acknowledged) <= {line.id for line in journal.snapshot().lines}


def test_a_held_lock_is_waited_for_and_then_named(tmp_path: Path) -> None:
    holder = opened(tmp_path)
    holder.log.add(NewLine(text="first"))
    before = holder.path.read_bytes()
    other = Journal(holder.path, holder.clock, holder.state, lock_timeout=0.05)
    with holder.ledger.db.exclusive(), pytest.raises(BusyError, match=f"process {os.getpid()}"):
        other.log.add(NewLine(text="second"))
    assert holder.path.read_bytes() == before
    assert [line.text for line in other.snapshot().lines] == ["first"], "reading needs no lock"
    assert other.clock.today() == TODAY
