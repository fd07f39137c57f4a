"""Other programs without our lock: sync clients, editors, git, stock TinyDB."""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from growthtui.errors import ClashError, DamagedError, NotWrittenError
from growthtui.storage import atomic, file
from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts


def rewrite(place: Path, edit: Callable[[dict[str, Any]], object], *, in_place: bool = False) -> None:
    """Change the file as another program does: replace it, or write over it."""
    content = json.loads(place.read_bytes())
    edit(content)
    data = json.dumps(content).encode()
    if in_place:
        place.write_bytes(data)
        return
    other = place.with_name("from-sync")
    other.write_bytes(data)
    other.replace(place)


def _add(text: str) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["lines"].update({"9": {"id": f"f-{text}", "week": "2026-W48", "text": text}})


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Lets something happen once between our reading and our rename."""

    def arrange(action: Callable[[], object]) -> None:
        real = atomic.write_temporary
        waiting = [action]

        def write(path: Path, data: bytes, like: os.stat_result | None = None, *, durable: bool = True) -> Path:
            temporary = real(path, data, like, durable=durable)
            if path.name == "journal.json" and waiting:
                waiting.pop()()
            return temporary

        monkeypatch.setattr(atomic, "write_temporary", write)

    return arrange


@pytest.mark.parametrize("in_place", [False, True], ids=["replaced", "in place"])
def test_a_change_between_two_saves_is_kept(db: JournalDB, place: Path, in_place: bool) -> None:
    add_line(db, "ours")
    rewrite(place, _add("theirs"), in_place=in_place)
    assert db.journal_storage.has_changed_on_disk()
    add_line(db, "ours again")
    assert texts(db) == ["theirs", "ours", "ours again"]


@pytest.mark.parametrize("in_place", [False, True], ids=["replaced", "in place"])
def test_a_change_between_our_reading_and_our_rename_is_merged(
    db: JournalDB, place: Path, between: Callable[[Callable[[], object]], None], in_place: bool
) -> None:
    first = add_line(db, "first", energy=3)

    def meanwhile(content: dict[str, Any]) -> None:
        _add("theirs")(content)
        next(doc for doc in content["lines"].values() if doc["id"] == first)["energy"] = 5

    between(lambda: rewrite(place, meanwhile, in_place=in_place))
    with db.transaction("edit") as transaction:
        transaction.update("lines", first, {"text": "edited"})
        transaction.insert("lines", [{"text": "new"}])
    assert texts(db) == ["theirs", "edited", "new"]
    found = db.committed().tables["lines"]
    assert [doc["energy"] for doc in found.values() if doc["id"] == first] == [5]
    assert [version.reason for version in db.versions.list()][:2] == ["save", "before-merge"]
    assert not atomic.leftovers(place.parent)


def test_a_clash_in_one_field_is_refused_and_nothing_is_overwritten(
    db: JournalDB, place: Path, between: Callable[[Callable[[], object]], None]
) -> None:
    first = add_line(db, "first")
    between(lambda: rewrite(place, lambda content: next(iter(content["lines"].values())).update(text="theirs")))
    with pytest.raises(ClashError) as caught, db.transaction("edit") as transaction:
        transaction.update("lines", first, {"text": "mine"})
    assert (caught.value.mine, caught.value.theirs) == ("mine", "theirs")
    assert texts(db) == ["theirs"]
    assert not atomic.leftovers(place.parent)
    add_line(db, "goes on")
    assert texts(db) == ["theirs", "goes on"]


def test_a_program_that_never_stops_changing_the_file_is_told(
    db: JournalDB, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_line(db, "first")
    real = atomic.write_temporary

    def write(path: Path, data: bytes, like: os.stat_result | None = None, *, durable: bool = True) -> Path:
        temporary = real(path, data, like, durable=durable)
        if path == place:
            os.utime(place, ns=(0, place.stat().st_mtime_ns + 1))
        return temporary

    monkeypatch.setattr(atomic, "write_temporary", write)
    with pytest.raises(NotWrittenError, match="keeps changing"):
        add_line(db, "second")
    monkeypatch.undo()
    assert texts(db) == ["first"]
    assert not atomic.leftovers(place.parent)


def test_two_programs_that_create_the_journal_at_once_are_merged(
    db: JournalDB, place: Path, tmp_path: Path, between: Callable[[Callable[[], object]], None]
) -> None:
    other = tmp_path / "other.json"
    add_line(JournalDB(other, tmp_path / "other state", db.now), "theirs")
    between(lambda: shutil.copy(other, place))
    add_line(db, "ours")
    assert texts(db) == ["theirs", "ours"]


def test_an_edit_in_place_within_the_same_time_stamp_is_seen(db: JournalDB, place: Path) -> None:
    """The file is so young that its stamp proves nothing: git calls it racy."""
    add_line(db, "aaaa")
    stat = place.stat()
    place.write_bytes(place.read_bytes().replace(b"aaaa", b"bbbb"))
    os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert texts(db) == ["bbbb"]


def test_a_racy_reading_is_repeated_when_it_no_longer_is_racy(
    db: JournalDB, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_line(db, "aaaa")
    assert texts(db) == ["aaaa"]
    signature = db.journal_storage._signature()
    place.write_bytes(place.read_bytes().replace(b"aaaa", b"bbbb"))
    monkeypatch.setattr(db.journal_storage, "_signature", lambda: signature)
    monkeypatch.setattr(file, "_RACY_NS", 0)
    assert texts(db) == ["bbbb"], "the first reading was too early to be trusted later"


def test_a_settled_file_is_read_once(db: JournalDB, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_line(db, "a")
    monkeypatch.setattr(file, "_RACY_NS", 0)
    first = db.committed()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("the file was read again"))
    assert db.committed() is first


def test_a_file_that_vanished_is_no_first_run(db: JournalDB, open_db: OpenDB, place: Path) -> None:
    add_line(db, "a")
    place.unlink()
    for each in (db, open_db()):
        with pytest.raises(DamagedError, match="vanished"):
            each.committed()
        with pytest.raises(DamagedError, match="vanished"):
            add_line(each, "b")
    assert not place.exists()


def test_a_writer_in_place_who_is_halfway_is_waited_for(
    db: JournalDB, place: Path, open_db: OpenDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_line(db, "a")
    whole = place.read_bytes()
    place.write_bytes(whole[:50])
    pieces = iter([whole[:70], whole])
    monkeypatch.setattr(time, "sleep", lambda seconds: place.write_bytes(next(pieces)))
    assert texts(open_db()) == ["a"]


def test_damage_that_stays_is_not_waited_for_long(db: JournalDB, place: Path, open_db: OpenDB) -> None:
    add_line(db, "a")
    cut = place.read_bytes()[:50]
    place.write_bytes(cut)
    for action in (lambda: open_db().committed(), lambda: add_line(open_db(), "b")):
        with pytest.raises(DamagedError, match="valid JSON"):
            action()
    assert place.read_bytes() == cut


def test_records_that_another_program_took_out_are_told_and_their_copy_is_pinned(
    db: JournalDB, place: Path, open_db: OpenDB
) -> None:
    add_line(db, "a")
    old = place.read_bytes()
    for text in "bcd":
        add_line(db, text)
    place.write_bytes(old)
    other = open_db()
    add_line(other, "e")
    assert texts(other) == ["a", "e"]
    (warning,) = other.warnings
    pinned = next(version for version in other.versions.list() if version.reason == "before-loss")
    assert warning.startswith("Records (3) ")
    assert pinned.id in warning
    assert pinned.records == 4
    add_line(other, "f")
    add_line(open_db(), "g")
    assert len(other.warnings) == 1


def test_records_that_came_with_a_pull_are_no_alarm(db: JournalDB, place: Path, open_db: OpenDB) -> None:
    add_line(db, "a")
    rewrite(place, _add("pulled"))
    other = open_db()
    add_line(other, "b")
    assert other.warnings == []
    assert texts(other) == ["pulled", "a", "b"]
