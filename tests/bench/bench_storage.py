"""What a save, a start and memory cost, as ratios to the least any program could pay, in one run.

    pytest -m bench -n 0 tests/bench/bench_storage.py -s

The yardsticks: for a save, a temp file of the same bytes with fsync, rename and fsync of the folder; for a start,
`json.loads` of the file; for memory, the size of the file. The budgets hold for ten years; one and fifty are reported.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import pytest

from growthtui.clock import Clock
from growthtui.domain.tables import RECORD_TYPES
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.storage.patch import decode_record
from tests.faults.filled import filled

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
YEARS = (1, 10, 50)
BUDGET_YEARS = 10
SAVE_BUDGET = 2.5
READ_BUDGET = 4.0
MEMORY_BUDGET = 12.0
_ROUNDS = 40
_WARM_UP = 12
"""Saves until the shelf of kept versions is full and each save thins it out."""

_MEMORY = """
import sys, json
from pathlib import Path
import growthtui.domain.tables, growthtui.journal.log, growthtui.journal.drafts, growthtui.journal.undo
from growthtui.clock import Clock
from growthtui.domain.tables import RECORD_TYPES
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

folder = Path(sys.argv[1])
warm = Journal(folder / "warm" / "journal.json", Clock(), folder / "warm state")
warm.log.add(NewLine(text="warm"))
before = resident()
journal = Journal(folder / "home" / "journal.json", Clock(), folder / "state")
snapshot = journal.snapshot()
lines, weeks = snapshot.lines, snapshot.weeks
journal.log.add(NewLine(text="new"))
lines = journal.snapshot().lines
print(resident() - before)
"""


@dataclass(frozen=True)
class Figures:
    """One size of journal: milliseconds of the yardstick and of ours."""

    years: int
    megabytes: float
    plain_save: float
    save: float
    plain_read: float
    read: float
    memory: float

    @property
    def save_ratio(self) -> float:
        """A durable line against the bare replacement of the file."""
        return self.save / self.plain_save

    @property
    def read_ratio(self) -> float:
        """Reading and typing every record against `json.loads`."""
        return self.read / self.plain_read

    def row(self) -> str:
        """One line of the report."""
        return (
            f"{self.years:3} years {self.megabytes:6.2f} MB | save {self.save:7.2f} ms = {self.save_ratio:4.2f} x "
            f"{self.plain_save:6.2f} | read {self.read:7.2f} ms = {self.read_ratio:4.2f} x {self.plain_read:6.2f} | "
            f"memory {self.memory:5.1f} x the file"
        )


def _milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _plain_save(folder: Path, data: bytes) -> None:
    """The least that a durable replacement of a file costs."""
    descriptor = os.open(folder / "plain.tmp", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    (folder / "plain.tmp").replace(folder / "plain")
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _saves(journal: Journal) -> tuple[float, float]:
    """Medians of the yardstick and of a logged line, taken in turn so that both meet the same machine."""
    pairs = [_pair(journal, f"one more line, number {number}") for number in range(_WARM_UP + _ROUNDS)][_WARM_UP:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _pair(journal: Journal, text: str) -> tuple[float, float]:
    data = journal.path.read_bytes()
    plain = _milliseconds(lambda: _plain_save(journal.path.parent, data))
    return plain, _milliseconds(lambda: journal.log.add(NewLine(text=text)))


def _reads(journal: Journal) -> tuple[float, float]:
    def plain() -> object:
        return json.loads(journal.path.read_bytes())

    def ours() -> object:
        tables = Journal(journal.path, Clock(), journal.state).ledger.raw_tables()
        return [
            [decode_record(doc, RECORD_TYPES[name]) for doc in table.values()]
            for name, table in tables.items()
            if name in RECORD_TYPES
        ]

    pairs = []
    for _ in range(7):
        gc.collect()
        pairs.append((_milliseconds(plain), _milliseconds(ours)))
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _memory(folder: Path, size: int) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / size


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Figures]:
    found = {}
    for years in YEARS:
        folder = tmp_path_factory.mktemp(f"years{years}")
        journal = filled(folder, years)
        journal.snapshot()
        size = journal.path.stat().st_size
        plain_read, read = _reads(journal)
        memory = _memory(folder, size) if Path("/proc/self/statm").exists() else 0.0
        plain_save, save = _saves(journal)
        found[years] = Figures(years, size / 1e6, plain_save, save, plain_read, read, memory)
    print()
    for one in found.values():
        print(one.row())
    return found


def test_a_durable_line_costs_little_more_than_the_file(figures: dict[int, Figures]) -> None:
    assert figures[BUDGET_YEARS].save_ratio <= SAVE_BUDGET


def test_reading_and_typing_costs_little_more_than_json(figures: dict[int, Figures]) -> None:
    assert figures[BUDGET_YEARS].read_ratio <= READ_BUDGET


def test_memory_is_a_few_times_the_file(figures: dict[int, Figures]) -> None:
    assert figures[BUDGET_YEARS].memory <= MEMORY_BUDGET


def test_the_cost_grows_no_faster_than_the_file(figures: dict[int, Figures]) -> None:
    small, large = figures[YEARS[0]], figures[YEARS[-1]]
    assert large.save / small.save <= 1.5 * large.megabytes / small.megabytes


def test_reading_waits_for_no_slow_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With fsync slowed to 200 ms, what a key needs is there at once."""
    journal = filled(tmp_path, BUDGET_YEARS)
    journal.snapshot().lines_by_week  # noqa: B018 - looked at, as a screen does
    real, begun = os.fsync, Event()

    def slow(descriptor: int) -> None:
        begun.set()
        time.sleep(0.2)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    saving = Thread(target=lambda: journal.log.add(NewLine(text="slow")))
    saving.start()
    begun.wait()
    waits = []
    while saving.is_alive():
        waits.append(_milliseconds(lambda: journal.snapshot().lines_by_week))
        time.sleep(0.001)
    saving.join()
    worst = sorted(waits)[-3]
    print(f"\nslowest reading during a save of 400 ms: {worst:.2f} ms, of {len(waits)}")
    assert len(waits) > 50
    assert worst < 50
