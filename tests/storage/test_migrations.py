"""Older schemas: a copy first, nothing lost, the file untouched until a save; newer ones are refused."""

import json
from pathlib import Path

import pytest

from growthtui.errors import DamagedError, NewerSchemaError, NotWrittenError
from growthtui.storage import codec, migrations
from growthtui.storage.codec import META, ShapeError, Tables
from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts

SHELF = Path(__file__).parents[1] / "data" / "journals"


def _rename_text(tables: Tables) -> Tables:
    """A made-up schema 2: lines say `words` for `text`."""
    for doc in tables["lines"].values():
        doc["words"] = doc.pop("text")
    return tables


def _drop_one(tables: Tables) -> Tables:
    tables["lines"].popitem()
    return tables


@pytest.fixture
def schema_2(db: JournalDB, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal of schema 1, opened by a program of schema 2."""
    for text in "abc":
        add_line(db, text, mood="unknown key")
    for module in (codec, migrations):
        monkeypatch.setattr(module, "SCHEMA", 2)
    monkeypatch.setattr(migrations.upgrade, "__defaults__", ({1: _rename_text}, 2))


@pytest.mark.usefixtures("schema_2")
def test_reading_an_older_journal_migrates_in_memory_only(open_db: OpenDB, place: Path) -> None:
    before = place.read_bytes()
    tables = open_db().committed().tables
    assert [doc["words"] for doc in tables["lines"].values()] == list("abc")
    assert codec.schema_of(tables) == 2
    assert place.read_bytes() == before


@pytest.mark.usefixtures("schema_2")
def test_the_first_save_keeps_the_old_file_and_swaps(open_db: OpenDB, place: Path) -> None:
    before = place.read_bytes()
    db = open_db()
    with db.transaction("log line") as transaction:
        transaction.insert("lines", [{"words": "d"}])
    after = json.loads(place.read_bytes())
    assert [doc["words"] for doc in after["lines"].values()] == list("abcd")
    assert [doc.get("mood") for doc in after["lines"].values()] == ["unknown key"] * 3 + [None]
    assert after[META]["1"]["schema"] == 2
    kept = next(version for version in db.versions.list() if version.reason == "before-migration")
    assert kept.path.read_bytes() == before
    assert kept.records == 3
    with db.transaction("log line") as transaction:
        transaction.insert("lines", [{"words": "e"}])
    assert [version.reason for version in db.versions.list()].count("before-migration") == 1


@pytest.mark.usefixtures("schema_2")
def test_without_a_copy_there_is_no_migration(open_db: OpenDB, place: Path, tmp_path: Path) -> None:
    before = place.read_bytes()
    db = open_db()
    db.versions.folder = tmp_path / "home" / "journal.json" / "no folder"
    with pytest.raises(NotWrittenError), db.transaction("log line") as transaction:
        transaction.insert("lines", [{"words": "d"}])
    assert place.read_bytes() == before


@pytest.mark.usefixtures("schema_2")
def test_a_migration_that_would_lose_a_record_is_refused(
    open_db: OpenDB, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations.upgrade, "__defaults__", ({1: _drop_one}, 2))
    before = place.read_bytes()
    with pytest.raises(DamagedError, match="would lose 1 record"):
        open_db().committed()
    assert place.read_bytes() == before


def test_a_newer_journal_is_refused_untouched(db: JournalDB, open_db: OpenDB, place: Path) -> None:
    add_line(db, "a")
    newer = place.read_bytes().replace(b'"schema":1', b'"schema":2')
    place.write_bytes(newer)
    with pytest.raises(NewerSchemaError, match="schema 2"):
        open_db().committed()
    with pytest.raises(NewerSchemaError, match="Update growthtui"):
        add_line(open_db(), "b")
    assert place.read_bytes() == newer


@pytest.mark.parametrize("schema", [0, -1])
def test_a_schema_that_never_was_is_damage(schema: int) -> None:
    with pytest.raises(ShapeError, match="no growthtui ever wrote"):
        migrations.upgrade({META: {"1": {"schema": schema}}})


@pytest.mark.parametrize("path", sorted(SHELF.glob("schema-*.json")), ids=lambda path: path.stem)
def test_a_file_of_every_schema_opens_and_takes_a_line(path: Path, open_db: OpenDB, place: Path) -> None:
    """One real file of each schema is kept; a released schema's file never changes."""
    place.write_bytes(path.read_bytes())
    db = open_db()
    before = texts(db)
    assert before == ["Asked Anna for a review", "Wrote the first page ✎"]
    add_line(db, "new")
    assert texts(open_db()) == [*before, "new"]
    assert db.committed().tables["moods"] == {"7": {"id": "m1", "score": 4}}


def test_every_schema_up_to_the_present_one_has_its_file() -> None:
    names = {path.name for path in SHELF.glob("schema-*.json")}
    assert names == {f"schema-{number}.json" for number in range(1, codec.SCHEMA + 1)}
