"""Kept copies: listed, made now, looked at before they come back, and back again."""

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from growthtui.errors import (
    AmbiguousError,
    DamagedError,
    NewerSchemaError,
    NotFoundError,
    NothingToDoError,
    NotKeptError,
)
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY
from tests.reopened import again, texts


def test_every_save_is_in_the_list_newest_first(three: Journal) -> None:
    found = three.backups.list()
    assert [(backup.records, backup.reason) for backup in found] == [(4, "save"), (3, "save"), (2, "save")]
    assert [backup.id for backup in found] == sorted((backup.id for backup in found), reverse=True)
    assert all(backup.made.tzinfo is UTC and backup.made.date() == TODAY for backup in found)


def test_a_copy_made_now_is_one_more_and_is_not_thinned_out(three: Journal) -> None:
    made = three.backups.now()
    assert three.backups.list()[0] == made
    assert (made.records, made.reason) == (4, "manual")
    for number in range(15):
        three.log.add(NewLine(text=str(number)))
    assert made in three.backups.list()
    three.backups.restore(made.id)
    assert texts(three) == ["a", "b", "c"]


def test_without_a_journal_there_is_nothing_to_keep(journal: Journal) -> None:
    assert journal.backups.list() == ()
    with pytest.raises(NothingToDoError, match="no journal"):
        journal.backups.now()
    with pytest.raises(NotFoundError):
        journal.backups.restore("1")


def test_a_copy_that_cannot_be_written_is_an_error_here(journal: Journal, tmp_path: Path) -> None:
    journal.state.write_text("a file where the folder should be")
    journal.log.add(NewLine(text="a"))
    with pytest.raises(NotKeptError, match="No copy of"):
        journal.backups.now()


def test_the_preview_tells_what_would_come_go_and_change(three: Journal) -> None:
    first, second, _ = three.snapshot().lines
    kept = three.backups.now()
    three.log.edit(first, msgspec.structs.replace(first, text="a, said better"))
    three.log.delete(second)
    new = three.log.add(NewLine(text="new"))
    preview = three.backups.preview(kept.id)
    assert [(item.record, item.now, item.then) for item in preview.changing] == [(first.id, "a, said better", "a")]
    assert [(item.table, item.record, item.then) for item in preview.returning] == [("lines", second.id, "b")]
    assert [(item.record, item.now, item.then) for item in preview.going] == [(new.id, "new", None)]
    assert not preview.is_empty
    assert not preview.is_damaged
    assert texts(three) == ["a, said better", "c", "new"], "a look changes nothing"


def test_restoring_backs_up_first_and_is_one_step(three: Journal) -> None:
    oldest = three.backups.list()[-1]
    restored = three.backups.restore(oldest.id)
    assert texts(again(three)) == ["a"]
    assert restored.kept_aside is None
    assert [item.now for item in restored.preview.going] == ["b", "c"]
    before = next(backup for backup in three.backups.list() if backup.reason == "before-restore")
    assert before.records == 4
    assert three.undo.history()[0].label.startswith("restore the copy of 2026-")
    three.undo.undo()
    assert texts(again(three)) == ["a", "b", "c"]
    three.undo.redo()
    assert texts(again(three)) == ["a"]


def test_a_restore_can_be_taken_back_by_restoring_the_copy_made_before(three: Journal) -> None:
    three.backups.restore(three.backups.list()[-1].id)
    before = next(backup for backup in three.backups.list() if backup.reason == "before-restore")
    three.backups.restore(before.id)
    assert texts(three) == ["a", "b", "c"]


def test_restoring_what_is_there_already_does_nothing(three: Journal) -> None:
    saved = three.path.stat()
    restored = three.backups.restore("1")
    assert restored.preview.is_empty
    assert three.path.stat() == saved
    assert len(three.undo.history()) == 3


@pytest.mark.parametrize("pick", ["id", "lower case", "number", "end"])
def test_a_copy_can_be_named_in_several_ways(three: Journal, pick: str) -> None:
    wanted = three.backups.list()[1]
    ref = {"id": wanted.id, "lower case": wanted.id.lower(), "number": "2", "end": wanted.id[-6:]}[pick]
    assert three.backups.preview(ref).backup == wanted


@pytest.mark.parametrize("ref", ["0", "9", "-1", "", "abc", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "../../x", "[/b]", "²"])
def test_a_copy_that_is_not_there_is_said_so(three: Journal, ref: str) -> None:
    with pytest.raises(NotFoundError, match="backup list"):
        three.backups.restore(ref)
    assert texts(three) == ["a", "b", "c"]


def test_a_name_that_fits_several_copies_lists_them(three: Journal) -> None:
    with pytest.raises(AmbiguousError) as caught:
        three.backups.preview(three.backups.list()[0].id[:4])
    assert all(backup.id in str(caught.value) for backup in three.backups.list())


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"{", b"[]"])
def test_over_a_damaged_journal_the_damaged_file_is_kept_aside(three: Journal, damage: bytes) -> None:
    three.path.write_bytes(damage)
    other = again(three)
    assert len(other.backups.list()) == 3
    assert other.backups.preview("1").is_damaged
    restored = other.backups.restore("1")
    assert restored.kept_aside is not None
    assert restored.kept_aside.name.startswith("journal.json.damaged-2026-11-24-")
    assert restored.kept_aside.read_bytes() == damage
    assert restored.kept_aside.stat().st_mode & 0o777 == 0o600
    assert texts(again(three)) == ["a", "b", "c"]
    assert [step.label for step in other.undo.history()] == 3 * ["log line in 2026-W48"], "no step to undo"
    other.undo.undo()
    assert texts(again(three)) == ["a", "b"], "earlier steps can still be undone"


def test_a_second_damage_on_the_same_second_is_kept_aside_too(three: Journal) -> None:
    moment = datetime(2026, 11, 24, 10, tzinfo=UTC)
    three.ledger.db.now = lambda: moment
    asides = []
    for content in (b"{1", b"{2", b"{3"):
        three.path.write_bytes(content)
        aside = three.backups.restore("1").kept_aside
        assert aside is not None
        asides.append(aside)
    assert [aside.read_bytes() for aside in asides] == [b"{1", b"{2", b"{3"]


def test_a_vanished_journal_comes_back(three: Journal) -> None:
    three.path.unlink()
    restored = again(three).backups.restore("1")
    assert restored.kept_aside is None
    assert texts(again(three)) == ["a", "b", "c"]


def test_a_copy_that_is_damaged_itself_is_refused(three: Journal) -> None:
    three.ledger.db.versions.list()[0].path.write_bytes(b"{")
    with pytest.raises(DamagedError, match=r"save\.json"):
        three.backups.restore("1")
    assert texts(three) == ["a", "b", "c"]


def test_a_journal_of_a_newer_program_is_not_overwritten(three: Journal) -> None:
    newer = three.path.read_bytes().replace(b'"schema":1', b'"schema":99')
    three.path.write_bytes(newer)
    with pytest.raises(NewerSchemaError):
        three.backups.restore("1")
    assert three.path.read_bytes() == newer


def test_what_is_unknown_comes_back_with_a_copy(three: Journal) -> None:
    content = json.loads(three.path.read_bytes())
    content["moods"] = {"7": {"id": "m", "score": 4}}
    three.path.write_text(json.dumps(content))
    kept = three.backups.now()
    del content["moods"]
    three.path.write_text(json.dumps(content))
    preview = three.backups.restore(kept.id).preview
    assert [(item.table, item.record) for item in preview.returning] == [("moods", "m")]
    assert json.loads(three.path.read_bytes())["moods"] == {"7": {"id": "m", "score": 4}}


def test_a_folder_of_the_person_gets_a_second_copy(journal: Journal, tmp_path: Path) -> None:
    journal.log.add(NewLine(text="keep me"))
    folder = tmp_path / "my" / "copies"
    journal.backups.now(also=folder)
    (copy,) = folder.iterdir()
    assert copy.name.startswith("journal-20261124-")
    assert copy.read_bytes() == journal.path.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
