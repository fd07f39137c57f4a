"""A slow disk never stops a reader, and threads never see a half state."""

import os
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts

SLOW = 0.2


def test_reading_goes_on_while_another_thread_waits_for_the_disk(
    db: JournalDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.transaction("fill") as transaction:
        transaction.insert("lines", [{"week": "2026-W48", "text": f"line {n}"} for n in range(500)])
    db.committed()
    real, waiting = os.fsync, Event()

    def slow(descriptor: int) -> None:
        waiting.set()
        time.sleep(SLOW)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    thread = Thread(target=add_line, args=(db, "new"))
    thread.start()
    assert waiting.wait(5)
    slowest, looks = 0.0, 0
    while thread.is_alive():
        started = time.perf_counter()
        state = db.committed()
        if thread.is_alive() and len(state.tables["lines"]) == 500:
            slowest, looks = max(slowest, time.perf_counter() - started), looks + 1
    thread.join()
    assert looks > 10
    assert slowest < SLOW / 4, f"a reader waited {slowest * 1000:.0f} ms"
    assert len(texts(db)) == 501


def test_four_threads_lose_nothing_and_see_no_half_transaction(open_db: OpenDB) -> None:
    db = open_db(lock_timeout=60)
    stop = Event()
    halves: list[int] = []

    def watch() -> None:
        while not stop.is_set():
            count = len(db.committed().tables.get("lines", {}))
            if count % 2:
                halves.append(count)

    def write(name: int) -> None:
        for number in range(8):
            with db.transaction("pair") as transaction:
                transaction.insert("lines", [{"text": f"{name}.{number}"}])
                transaction.insert("lines", [{"text": f"{name}.{number}"}])

    watcher = Thread(target=watch)
    watcher.start()
    writers = [Thread(target=write, args=(name,)) for name in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    stop.set()
    watcher.join()
    assert halves == []
    assert sorted(texts(open_db())) == sorted(2 * [f"{name}.{number}" for name in range(4) for number in range(8)])


def test_two_databases_in_one_process_keep_out_of_each_others_way(open_db: OpenDB, place: Path) -> None:
    first, second = open_db(), open_db()
    for number in range(6):
        add_line(first if number % 2 else second, str(number))
    assert texts(first) == texts(second) == list("012345")
