"""Stock TinyDB opens the file, and TinyDB's own calls work on ours."""

import json
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.operations import increment

from growthtui.storage.codec import META
from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts


def test_stock_tinydb_reads_and_writes_the_file(db: JournalDB, place: Path, open_db: OpenDB) -> None:
    add_line(db, "ours é")
    with TinyDB(place) as stock:
        table = stock.table("lines")
        assert [doc["text"] for doc in table] == ["ours é"]
        assert stock.tables() == {META, "lines"}
        table.insert({"text": "theirs"})
        table.update({"text": "edited"}, where("text") == "ours é")
    assert texts(db) == ["edited", "theirs"], "the open journal notices"
    add_line(db, "ours again")
    assert texts(open_db()) == ["edited", "theirs", "ours again"]
    with TinyDB(place) as stock:
        assert len(stock.table("lines")) == 3


def test_tinydbs_calls_work_inside_a_transaction(db: JournalDB) -> None:
    with db.transaction("stock calls"):
        table = db.journal_table("counters")
        first = table.insert({"name": "a", "n": 1})
        table.insert_multiple([{"name": "b", "n": 1}, {"name": "c", "n": 1}])
        assert table.update(increment("n"), where("name") == "a") == [first]
        table.upsert({"name": "b", "n": 7}, where("name") == "b")
        table.remove(where("name") == "c")
        assert table.contains(doc_id=first)
        assert len(table) == 2
    found = db.journal_table("counters").search(where("n") > 1)
    assert [(doc["name"], doc["n"]) for doc in found] == [("a", 2), ("b", 7)]
    with db.transaction("empty"):
        db.journal_table("counters").truncate()
    assert db.committed().tables["counters"] == {}


def test_an_updater_that_fails_halfway_changes_nothing(db: JournalDB) -> None:
    def fail(doc: MutableMapping[str, Any]) -> None:
        doc["text"] = "half"
        _ = doc["missing"]

    add_line(db, "whole")
    try:
        with db.transaction("fails"):
            db.journal_table("lines").update(fail)
    except KeyError:
        pass
    assert texts(db) == ["whole"]


def test_dropping_all_tables_still_leaves_a_journal(db: JournalDB, place: Path, open_db: OpenDB) -> None:
    add_line(db, "a")
    with db.transaction("drop"):
        db.drop_tables()
    assert list(json.loads(place.read_bytes())) == [META]
    assert open_db().committed().records == 0


def test_a_search_shows_what_another_process_wrote(db: JournalDB, open_db: OpenDB) -> None:
    add_line(db, "old")
    assert db.table("lines").count(where("text") == "new") == 0
    add_line(open_db(), "new")
    assert db.table("lines").count(where("text") == "new") == 1
