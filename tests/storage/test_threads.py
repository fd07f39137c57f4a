"""A slow disk never stops a reader, and threads never see a half state."""

import os
from pathlib import Path
from threading import Event, Thread

import pytest

from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts


def test_reading_goes_on_while_another_thread_waits_for_the_disk(
    db: JournalDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.transaction("fill") as transaction:
        transaction.insert("lines", [{"week": "2026-W48", "text": f"line {n}"} for n in range(500)])
    real, waiting, looked = os.fsync, Event(), Event()

    def held_up(descriptor: int) -> None:
        waiting.set()
        looked.wait(5)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", held_up)
    thread = Thread(target=add_line, args=(db, "new"))
    thread.start()
    assert waiting.wait(5)
    seen = [len(db.committed().tables["lines"]) for _ in range(100)]
    looked.set()
    thread.join()
    assert set(seen) == {500}, "a reader who waits for the disk sees the new state only"
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
