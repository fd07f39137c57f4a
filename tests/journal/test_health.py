"""The doctor: what it sees, what it says to do, what a repair brings back."""

import json
import os
import shlex
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec
import pytest

from growthtui.clock import Clock
from growthtui.errors import DamagedError, NothingToDoError, NothingToRescueError, UnreadableError
from growthtui.journal.damage import advice
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY
from tests.reopened import again, texts

Docs = dict[str, Any]


def _change(journal: Journal, edit: Callable[[Docs], object]) -> None:
    """Change the file as another program does."""
    content = json.loads(journal.path.read_bytes())
    edit(content)
    journal.path.write_text(json.dumps(content))


def test_a_healthy_journal_is_described(three: Journal) -> None:
    three.log.delete(three.snapshot().lines[0])
    health = three.health.report()
    assert health.is_well
    assert (health.path, health.state, health.exists, health.damage, health.advice) == (
        three.path,
        three.state,
        True,
        "",
        "",
    )
    assert health.schema == 1
    assert health.size == three.path.stat().st_size
    assert health.counts == {"weeks": 1, "lines": 2}
    assert health.in_trash == 1
    assert health.last_save == three.backups.list()[0].made
    assert len(health.backups) == 4
    nothing = (health.problems, health.conflict_copies, health.leftovers, health.kept_aside, health.warnings)
    assert nothing == ((), (), (), (), ())
    assert health.foreign is None


def test_a_missing_journal_is_described_and_nothing_is_made(journal: Journal) -> None:
    health = journal.health.report()
    assert (health.exists, health.schema, health.size, health.last_save, health.counts) == (False, None, 0, None, {})
    assert health.is_well
    assert not journal.state.exists()


@pytest.mark.parametrize(
    ("edit", "field", "says"),
    [
        (lambda doc: doc.update(text=5), "text", "Expected `str`, got `int`"),
        (lambda doc: doc.update(kind="shouting"), "kind", "Invalid enum value"),
        (lambda doc: doc.pop("week"), "week", "missing required field"),
        (lambda doc: doc.update(known_by=["Anna", 7]), "known_by[1]", "Expected `str`, got `int`"),
        (lambda doc: doc.update(created="yesterday"), "created", "Invalid"),
        (lambda doc: doc.update(focus="f99"), "focus", "no focus record 'f99'"),
        (lambda doc: doc.update(evidence=["e1"]), "evidence", "no evidence record 'e1'"),
        (lambda doc: doc.pop("id"), "id", ""),
        (lambda doc: doc.update(id=["a"]), "id", "Expected `str`, got `array`"),
        (lambda doc: doc.update(deleted="yesterday"), "deleted", "Invalid"),
    ],
)
def test_a_wrong_field_is_named_with_its_record_and_never_dropped(
    three: Journal, edit: Callable[[Docs], object], field: str, says: str
) -> None:
    _change(three, lambda content: edit(list(content["lines"].values())[1]))
    wrong = list(json.loads(three.path.read_bytes())["lines"].items())[1]
    other = again(three)
    problem = other.health.report().problems[0]
    assert (problem.table, problem.field) == ("lines", field)
    assert problem.record in (str(wrong[1].get("id")), wrong[0])
    assert other.trash.list() == ()
    assert says in problem.reason
    assert not other.health.report().is_well
    other.log.add(NewLine(text="goes on"))
    assert texts(other)[-1] == "goes on"
    assert json.loads(three.path.read_bytes())["lines"][wrong[0]] == wrong[1]


def test_an_id_that_stands_twice_is_named(three: Journal) -> None:
    _change(three, lambda content: content["lines"].update({"5": dict(next(iter(content["lines"].values())))}))
    problem = again(three).health.report().problems[-1]
    assert (problem.table, problem.field, problem.reason) == ("lines", "id", "the id stands twice in this table")


def test_a_reference_into_the_trash_is_no_problem(three: Journal) -> None:
    line = three.log.add(NewLine(text="d", evidence=("https://example.org",)))
    with three.ledger.transaction("delete evidence") as changes:
        changes.delete(three.snapshot().evidence_by_id[line.evidence[0]])
    assert three.health.report().problems == ()


def test_a_change_from_outside_is_counted(three: Journal) -> None:
    def edit(content: Docs) -> None:
        lines = content["lines"]
        first, second, _ = lines
        lines[first]["text"] = "edited"
        del lines[second]
        lines["5"] = {"id": "f", "week": "2026-W47", "text": "pulled"}

    _change(three, edit)
    foreign = again(three).health.report().foreign
    assert foreign is not None
    assert (foreign.added, foreign.changed, foreign.removed) == (1, 1, 1)
    assert foreign.since == three.backups.list()[0].made


CONFLICT_NAMES = {
    "journal.sync-conflict-20261124-101500-ABCDEF7.json": "Syncthing",
    "journal (Anna's conflicted copy 2026-11-24).json": "Dropbox",
    "journal (Annas PC in Konflikt stehende Kopie 2026-11-24).json": "Dropbox",
    "journal_conflict-20261124-101500.json": "Nextcloud",
    "journal (SFConflict anna@example.org 2026-11-24-10-15-00).json": "Seafile",
    "journal (1).json": "Google Drive",
    "journal 2.json": "iCloud",
    "journal.Conflict.json": "Resilio Sync",
    "journal.conflict1.json": "rclone",
    "journal.json.orig": "git",
    "journal-LAPTOP.json": "unknown (it holds the same journal)",
}


@pytest.mark.parametrize(("name", "program"), CONFLICT_NAMES.items())
def test_a_conflict_copy_is_noticed_and_what_only_it_has_is_counted(three: Journal, name: str, program: str) -> None:
    content = json.loads(three.path.read_bytes())
    content["lines"]["5"] = {"id": "f", "week": "2026-W47", "text": "only here"}
    copy = three.path.with_name(name)
    copy.write_text(json.dumps(content))
    health = three.health.report()
    (found,) = health.conflict_copies
    assert (found.path, found.program, found.extra) == (copy, program, 1)
    assert not health.is_well


def test_a_conflict_copy_that_cannot_be_read_is_named_all_the_same(three: Journal) -> None:
    three.path.with_name("journal.sync-conflict-20261124-101500-ABCDEF7.json").write_bytes(b"{")
    assert [copy.extra for copy in three.health.report().conflict_copies] == [None]


@pytest.mark.parametrize(
    "name", ["journal-2024.json", "journal-notes.txt", "other.json", "journal2024.json", ".journal.json"]
)
def test_other_files_are_no_conflict_copies(three: Journal, name: str) -> None:
    three.path.with_name(name).write_text('{"_meta":{"1":{"schema":1,"journal":"another"}}}')
    assert three.health.report().conflict_copies == ()


def test_leftovers_of_a_crash_go_with_the_next_start_and_are_named_until_then(three: Journal) -> None:
    leftover = three.path.with_name(".journal.json.999999999.0123abcd.tmp")
    leftover.write_bytes(b"half")
    assert three.health.report().leftovers == (leftover,)
    before = three.path.read_bytes()
    again(three).ledger.db.sweep()
    assert not leftover.exists()
    assert three.path.read_bytes() == before


def test_leftovers_in_the_state_folder_go_when_their_process_is_gone(three: Journal) -> None:
    gone, alive = [], []
    for folder in ("versions", "undo", "drafts"):
        (three.state / folder).mkdir(exist_ok=True)
        gone.append(three.state / folder / ".x.json.999999999.0123abcd.tmp")
        alive.append(three.state / folder / f".x.json.{os.getpid()}.0123abcd.tmp")
    for path in (*gone, *alive):
        path.write_bytes(b"half")
    again(three).ledger.db.sweep()
    assert [path.exists() for path in gone] == [False] * 3
    assert [path.exists() for path in alive] == [True] * 3, "another process may be writing these"


def test_a_journal_that_others_can_read_is_a_warning(three: Journal) -> None:
    three.path.chmod(0o644)
    (warning,) = three.health.report().warnings
    assert "chmod 600" in warning


@pytest.mark.parametrize(("folder", "mark", "program"), [("Dropbox", ".", "Dropbox"), ("a", ".stfolder", "Syncthing")])
def test_copies_in_a_synced_folder_are_a_warning(tmp_path: Path, folder: str, mark: str, program: str) -> None:
    (tmp_path / folder / mark).mkdir(parents=True)
    journal = Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / folder / "deep" / "state")
    journal.log.add(NewLine(text="a"))
    (warning,) = journal.health.report().warnings
    assert f"a folder that {program} syncs" in warning


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "zero bytes": lambda data: b"\0" * len(data),
    "cut": lambda data: data[: len(data) * 2 // 3],
    "tail of an older file": lambda data: data + data[-40:],
    "overwritten": lambda data: data[:200] + b"\0" * 90 + data[290:],
    "latin-1": lambda data: data.replace("é".encode(), b"\xe9"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "conflict markers": lambda data: data.replace(b'},"lines":{', b'<<<<<<< HEAD\n},"lines":{\n=======\n>>>>>>> x'),
    "a list": lambda data: b"[]",
    "null": lambda data: b"null",
    "another program's file": lambda data: b'{"_default":{"1":{"a":1}}}',
    "a table that is a list": lambda data: data.replace(b'"lines":{', b'"lines":[],"x":{'),
    "a record that is a text": lambda data: data.replace(b'"lines":{', b'"lines":{"7":"x",'),
    "a document id that is a word": lambda data: data.replace(b'"lines":{', b'"lines":{"seven":{},'),
    "a record twice": lambda data: data.replace(b'"lines":{', b'"lines":{\n"7":{"id":"s"},\n"7":{"id":"s"},'),
}


@pytest.fixture
def full(journal: Journal) -> Journal:
    for number in range(12):
        journal.log.add(NewLine(text=f"line {number} é"))
    return journal


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_refused_left_alone_and_repaired_when_asked(full: Journal, damage: Callable[[bytes], bytes]) -> None:
    before = texts(full)
    bad = damage(full.path.read_bytes())
    full.path.write_bytes(bad)
    other = again(full)
    with pytest.raises(DamagedError):
        other.snapshot()
    with pytest.raises(DamagedError):
        other.log.add(NewLine(text="must not be saved"))
    assert full.path.read_bytes() == bad
    health = other.health.report()
    assert health.damage
    assert not health.is_well
    assert other.backups.list()[0].id in health.advice
    repair = other.health.repair()
    assert repair.kept_aside is not None
    assert repair.kept_aside.read_bytes() == bad
    assert repair.copy == full.backups.list()[1]
    assert texts(again(full)) == before
    assert other.health.report().kept_aside == (repair.kept_aside,)
    assert other.health.report().is_well


def test_a_newer_number_beside_a_copy_of_ours_is_part_of_the_damage(full: Journal) -> None:
    before = texts(full)
    data = full.path.read_bytes()
    assert b'"schema":1' in data
    full.path.write_bytes(data.replace(b'"schema":1', b'"schema":19')[:-3])
    again(full).health.repair()
    assert texts(again(full)) == before


def test_a_repair_takes_newer_lines_of_the_damaged_file(full: Journal) -> None:
    first = full.snapshot().lines[0]
    old = full.ledger.db.versions.list()[0].path.read_bytes()
    full.log.edit(first, msgspec.structs.replace(first, text="edited later"))
    full.log.add(NewLine(text="added later"))
    for version in full.ledger.db.versions.list()[:2]:
        version.path.write_bytes(old)
    full.path.write_bytes(full.path.read_bytes()[:-3])
    repair = again(full).health.repair()
    assert repair.newer == 2
    assert repair.survivors == 14
    assert texts(full)[0] == "edited later"
    assert texts(full)[-1] == "added later"
    assert repair.records == 14


def test_without_a_copy_every_whole_line_comes_back(full: Journal) -> None:
    for version in full.ledger.db.versions.list():
        version.path.unlink()
    data = full.path.read_bytes()
    at = data.index("line 5 é".encode())
    full.path.write_bytes(data[:at] + b"\0\0\0" + data[at + 3 :])
    other = again(full)
    said = other.health.report().advice
    assert "no kept copy" in said
    assert "12 records" in said
    assert "doctor --repair" in said
    repair = other.health.repair()
    assert repair.copy is None
    assert repair.records == 12
    assert texts(again(full)) == [f"line {number} é" for number in range(12) if number != 5]
    identity = json.loads(full.path.read_bytes())["_meta"]["1"]
    assert identity == json.loads(data)["_meta"]["1"]


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"hello", b"{"])
def test_where_there_is_nothing_a_repair_refuses_and_touches_nothing(journal: Journal, content: bytes) -> None:
    journal.path.write_bytes(content)
    with pytest.raises(NothingToRescueError, match="Nothing was changed"):
        journal.health.repair()
    assert journal.path.read_bytes() == content
    assert [path.name for path in journal.path.parent.glob("*damaged*")] == []
    assert "no kept copy" in journal.health.report().advice


def test_a_vanished_journal_is_repaired_from_its_copy(full: Journal) -> None:
    before = texts(full)
    full.path.unlink()
    other = again(full)
    health = other.health.report()
    assert (health.exists, health.damage) == (False, "the file has vanished")
    assert "begin a new journal" in health.advice
    repair = other.health.repair()
    assert (repair.kept_aside, repair.survivors, repair.records) == (None, 0, 13)
    assert texts(again(full)) == before


def test_a_readable_journal_needs_no_repair(three: Journal) -> None:
    with pytest.raises(NothingToDoError, match="can be read"):
        three.health.repair()


def test_a_repair_is_kept_as_a_version_and_is_no_step(full: Journal) -> None:
    full.path.write_bytes(b"")
    other = again(full)
    steps = other.undo.history()
    other.health.repair()
    assert other.undo.history() == steps
    assert other.backups.list()[0].records == 13


def test_the_advice_names_the_newest_good_copy_and_the_command(full: Journal) -> None:
    newest, good = full.ledger.db.versions.list()[:2]
    newest.path.write_bytes(b"{")
    full.path.write_bytes(b"")
    said = advice(full.path, full.state)
    local = good.made.astimezone()
    assert f"{local:%Y-%m-%d %H:%M}: 12 records, 11 of them lines of the log" in said
    assert f"growthtui --journal {shlex.quote(str(full.path))} backup restore {good.id}" in said
    assert "doctor --repair" in said


def test_what_cannot_be_opened_is_not_called_damage(three: Journal) -> None:
    three.path.unlink()
    three.path.mkdir()
    other = again(three)
    health = other.health.report()
    assert "no ordinary file" in health.damage
    assert health.advice == ""
    with pytest.raises(UnreadableError):
        other.health.repair()


def test_last_save_is_told_in_utc(three: Journal) -> None:
    last = three.health.report().last_save
    assert last is not None
    assert last.tzinfo is UTC


def test_a_linked_journal_is_examined_where_it_lies(three: Journal, tmp_path: Path) -> None:
    link = tmp_path / "link" / "journal.json"
    link.parent.mkdir()
    link.symlink_to(three.path)
    linked = Journal(link, Clock(TODAY), three.state)
    assert linked.health.report().path == three.path.resolve()
