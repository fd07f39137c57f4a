"""One transaction is one save, or nothing."""

import json
from pathlib import Path
from threading import Thread

import pytest

from growthtui.errors import BusyError, NotFoundError, NotWrittenError
from growthtui.storage.codec import META
from growthtui.storage.database import JournalDB
from growthtui.storage.ids import is_ulid
from tests.storage.conftest import OpenDB, add_line, texts


class StoppedError(Exception):
    """What a transaction of these tests dies of."""


def _fail(db: JournalDB, record: str = "") -> None:
    """Begin a transaction, or join one, change things, and raise."""
    with db.transaction("fails") as transaction:
        transaction.insert("lines", [{"text": "lost"}])
        if record:
            transaction.update("lines", record, {"text": "lost"})
        raise StoppedError


def test_a_record_gets_an_id_and_a_time_and_stands_in_the_file(db: JournalDB, place: Path) -> None:
    record = add_line(db, "first")
    assert is_ulid(record)
    (doc,) = json.loads(place.read_bytes())["lines"].values()
    assert doc == {"id": record, "created": doc["created"], "week": "2026-W48", "text": "first"}
    assert doc["created"].endswith("+00:00")


def test_the_journal_names_its_schema_and_itself(db: JournalDB, place: Path) -> None:
    add_line(db, "first")
    (meta,) = json.loads(place.read_bytes())[META].values()
    assert meta["schema"] == 1
    assert is_ulid(meta["journal"])
    add_line(db, "second")
    assert json.loads(place.read_bytes())[META] == {"1": meta}


def test_several_operations_are_one_save(db: JournalDB, place: Path) -> None:
    first = add_line(db, "first")
    inode = place.stat().st_ino
    with db.transaction("many") as transaction:
        new = transaction.insert("lines", [{"text": "a"}, {"text": "b"}])
        transaction.update("lines", first, {"text": "changed"})
        transaction.update("lines", new[0], {"text": "a2"})
        assert place.stat().st_ino == inode, "nothing is written before the end"
    assert texts(db) == ["changed", "a2", "b"]
    assert [step.label for step in db.steps.done()] == ["many", "log line"]


def test_an_exception_leaves_nothing_behind(db: JournalDB, place: Path) -> None:
    first = add_line(db, "first")
    before = place.read_bytes()
    names = sorted(path.name for path in place.parent.iterdir())
    with pytest.raises(StoppedError):
        _fail(db, first)
    assert place.read_bytes() == before
    assert texts(db) == ["first"]
    assert sorted(path.name for path in place.parent.iterdir()) == names
    assert [step.label for step in db.steps.done()] == ["log line"]
    add_line(db, "second")
    assert texts(db) == ["first", "second"]


def test_the_first_transaction_that_fails_leaves_no_file(db: JournalDB, place: Path) -> None:
    with pytest.raises(StoppedError):
        _fail(db)
    assert not place.exists()


def test_no_change_is_no_save_and_no_step(db: JournalDB, place: Path) -> None:
    with db.transaction("nothing"):
        pass
    assert not place.exists()
    record = add_line(db, "first", kind="progress")
    stat = place.stat()
    with db.transaction("nothing") as transaction:
        transaction.apply(())
        assert transaction.find("lines", record)
    assert place.stat() == stat
    assert len(list(db.steps.done())) == 1


def test_a_nested_transaction_joins_the_outer_one(db: JournalDB) -> None:
    with db.transaction("outer") as outer:
        outer.insert("lines", [{"text": "a"}])
        with db.transaction("inner") as inner:
            assert inner is outer
            inner.insert("lines", [{"text": "b"}])
    assert texts(db) == ["a", "b"]
    assert [step.label for step in db.steps.done()] == ["outer"]


def test_a_nested_transaction_that_fails_leaves_nothing_of_its_own(db: JournalDB) -> None:
    first = add_line(db, "first")
    with db.transaction("outer") as outer:
        outer.insert("lines", [{"text": "a"}])
        with pytest.raises(StoppedError):
            _fail(db, first)
        outer.insert("lines", [{"text": "c"}])
    assert texts(db) == ["first", "a", "c"]


def test_another_thread_does_not_join_but_waits(open_db: OpenDB) -> None:
    db = open_db(lock_timeout=0.05)
    errors: list[Exception] = []

    def intrude() -> None:
        try:
            add_line(db, "intruder")
        except BusyError as error:
            errors.append(error)

    with db.transaction("outer") as outer:
        outer.insert("lines", [{"text": "mine"}])
        thread = Thread(target=intrude)
        thread.start()
        thread.join()
    assert len(errors) == 1
    assert texts(db) == ["mine"]


def test_an_id_stands_only_once_also_against_the_trash(db: JournalDB) -> None:
    add_line(db, "first", id="l1")
    with db.transaction("delete") as transaction:
        transaction.update("lines", "l1", {"deleted": "2026-11-24T10:00:00+00:00"})
    with pytest.raises(ValueError, match="l1"):
        add_line(db, "again", id="l1")
    with pytest.raises(ValueError, match="w1"), db.transaction("twins") as transaction:
        transaction.insert("weeks", [{"id": "w1"}, {"id": "w1"}])
    assert "weeks" not in db.committed().tables


def test_an_id_of_an_import_is_kept(db: JournalDB) -> None:
    assert add_line(db, "first", id="l1") == "l1"


def test_updating_keeps_what_is_not_named_and_drops_what_is_set_to_none(db: JournalDB) -> None:
    record = add_line(db, "first", mood="sunny", kind="setback", nothing=None)
    with db.transaction("edit") as transaction:
        transaction.update("lines", record, {"text": "second", "kind": None})
        found = transaction.find("lines", record)
    assert found is not None
    assert {key: found[key] for key in found if key not in ("id", "created", "changed", "week")} == {
        "text": "second",
        "mood": "sunny",
        "nothing": None,
    }
    assert found["changed"] > found["created"]


def test_what_is_not_there_cannot_be_updated(db: JournalDB) -> None:
    with pytest.raises(NotFoundError, match="nowhere"), db.transaction("edit") as transaction:
        transaction.update("lines", "nowhere", {"text": "x"})


def test_tables_are_changed_inside_a_transaction_only(db: JournalDB) -> None:
    with pytest.raises(RuntimeError, match="inside a transaction"):
        db.table("lines").insert({"text": "loose"})


def test_unknown_tables_and_keys_survive_a_rewrite(db: JournalDB, place: Path, open_db: OpenDB) -> None:
    add_line(db, "first")
    content = json.loads(place.read_bytes())
    content["moods"] = {"3": {"score": 2**80, "deep": {"a": [1, None, "é"]}}}
    content[META]["1"]["theme"] = "dark"
    place.write_text(json.dumps(content))
    other = open_db()
    add_line(other, "second")
    after = json.loads(place.read_bytes())
    assert after["moods"] == content["moods"]
    assert after[META] == content[META]


def test_document_ids_grow_and_are_never_used_again(db: JournalDB, open_db: OpenDB) -> None:
    add_line(db, "a")
    last = add_line(db, "b")
    keys = list(db.committed().tables["lines"])
    with db.transaction("remove") as transaction:
        transaction.remove("lines", keys[1:])
    fresh = open_db()
    assert add_line(fresh, "c") != last
    assert int(list(fresh.committed().tables["lines"])[-1]) > int(keys[1])


def test_a_record_that_comes_back_takes_its_old_place(db: JournalDB, open_db: OpenDB) -> None:
    """The order of a table is the order of its document ids, also in memory."""
    for text in "abc":
        add_line(db, text)
    tables = db.committed().tables
    first = next(iter(tables["lines"]))
    with db.transaction("remove") as transaction:
        transaction.remove("lines", [first])
    with db.transaction("undo") as transaction:
        transaction.replace_all(tables)
    assert texts(db) == texts(open_db()) == ["a", "b", "c"]


def test_the_count_of_live_records_is_right(db: JournalDB, open_db: OpenDB) -> None:
    first = add_line(db, "a")
    add_line(db, "b")
    with db.transaction("delete") as transaction:
        transaction.update("lines", first, {"deleted": "2026-11-24T10:00:00+00:00"})
        transaction.insert("weeks", [{"id": "w"}])
    assert db.committed().records == open_db().committed().records == 2
    assert [version.records for version in db.versions.list()] == [2, 2, 1]


def test_a_copy_that_cannot_be_kept_is_told_once_and_stops_nothing(db: JournalDB, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    add_line(db, "a")
    add_line(db, "b")
    assert texts(db) == ["a", "b"]
    assert len(db.warnings) == 2
    assert "no copy of it could be kept" in db.warnings[0]
    assert "cannot be undone" in db.warnings[1]
    db.warnings.clear()
    add_line(db, "c")
    assert db.warnings == []


def test_a_folder_that_cannot_be_made_is_a_failed_save(open_db: OpenDB, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(NotWrittenError, match="could not be saved"):
        add_line(open_db(tmp_path / "file" / "journal.json"), "a")
