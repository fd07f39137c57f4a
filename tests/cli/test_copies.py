"""`backup`, `doctor`, `trash` and a journal that is damaged or gone, as a person and as a script meet them."""

import json
import shutil
from pathlib import Path

import pytest

from growthtui import __version__
from tests.cli.command import Shell


@pytest.fixture
def changed(planned: Shell) -> tuple[Shell, str]:
    """A journal, and the id of a copy that lacks its last line and has another goal."""
    copy = planned.ok("backup", "now").out.strip()
    planned.ok("log", "written since")
    planned.ok("goal", "edit", "1", "Work at principal level")
    return planned, copy


def test_a_person_sees_what_a_restore_would_change_and_is_asked(changed: tuple[Shell, str], journal_file: Path) -> None:
    shell, copy = changed
    saved = journal_file.read_bytes()
    refused = shell.ok("backup", "restore", copy, stdin=b"n\n", is_there=True)
    assert "0 come back, 2 go, 1 change" in " ".join(refused.out.split())
    assert "written since" in refused.out
    assert "Work at principal level → Work at staff level" in refused.out
    assert "Nothing was changed" in refused.err
    assert journal_file.read_bytes() == saved
    shell.ok("backup", "restore", copy, stdin=b"y\n", is_there=True)
    assert "Work at staff level" in shell.ok("goal").out
    assert shell.ok("undo").err.startswith("Undone: restore the copy of")
    assert json.loads(journal_file.read_bytes()) == json.loads(saved)


@pytest.mark.parametrize(("options", "is_there"), [(("--yes",), True), ((), False)])
def test_a_script_is_not_asked(changed: tuple[Shell, str], options: tuple[str, ...], is_there: bool) -> None:
    shell, copy = changed
    shell.ok("backup", "restore", copy, *options, is_there=is_there)
    assert "Work at staff level" in shell.ok("goal").out


def test_what_a_restore_changes_is_told_as_json(changed: tuple[Shell, str]) -> None:
    shell, copy = changed
    preview = shell.ok("backup", "restore", copy, "--preview", "--json").json
    assert shell.ok("backup", "restore", copy, "--json").json == preview
    assert preview["schema"] == "growthtui/restore/1"
    assert [(one["now"], one["then"]) for one in preview["changing"]] == [
        ("Work at principal level", "Work at staff level")
    ]
    assert {one["table"] for one in preview["going"]} == {"weeks", "lines"}


def test_a_long_preview_is_cut_where_a_person_is_asked(planned: Shell) -> None:
    copy = planned.ok("backup", "now").out.strip()
    for number in range(12):
        planned.ok("log", f"line {number}")
    asked = planned.ok("backup", "restore", copy, stdin=b"n\n", is_there=True)
    assert "… and 3 more" in asked.out
    assert "line 11" in planned.ok("backup", "restore", copy, "--preview").out


def test_emptying_the_trash_says_what_still_holds_the_words(planned: Shell) -> None:
    planned.ok("principle", "add", "No evenings")
    planned.ok("principle", "remove", "1")
    assert planned("trash", "empty").code == 2
    asked = planned.ok("trash", "empty", stdin=b"y\n", is_there=True)
    assert "copies" in asked.err
    assert "No evenings" not in planned.ok("history").out


def test_the_doctor_tells_all_of_it(planned: Shell, journal_file: Path) -> None:
    report = planned.ok("doctor", "--json").json
    assert report["well"] is True
    assert (report["version"], report["journal_schema"]) == (__version__, 1)
    assert (report["path"], report["size"]) == (str(journal_file), journal_file.stat().st_size)
    assert report["records"] == {"plans": 1, "goals": 1, "focus": 2, "actions": 2}
    copies = planned.ok("backup", "list", "--json").json["backups"]
    assert (report["backups"], report["newest_backup"]) == (len(copies), copies[0]["id"])
    assert report["last_save"] == copies[0]["made"]
    nothing = ("foreign", "conflict_copies", "leftovers", "kept_aside", "problems", "warnings", "damage", "advice")
    assert [name for name in nothing if report[name]] == []
    assert {one["name"]: one["source"] for one in report["settings"]}["journal"] == "GROWTHTUI_JOURNAL"
    assert __version__ in planned.ok("doctor").out


def test_what_only_a_conflict_copy_has_can_be_brought_over(planned: Shell, journal_file: Path) -> None:
    copy = journal_file.with_name("journal (Anna's conflicted copy 2026-11-24).json")
    shutil.copy(journal_file, copy)
    planned.ok("--journal", str(copy), "log", "only in the copy")
    planned.ok("log", "only here")
    said = " ".join(planned.ok("doctor").out.split())
    assert "records that only it has: 2" in said
    more = str(journal_file.with_name("more.json"))
    assert "growthtui --journal COPY export --format json --with-private -o more.json" in said
    planned.ok("--journal", str(copy), "export", "--format", "json", "--with-private", "-o", more)
    planned.ok("import", more)
    lines = planned.ok("week", "--json").json["lines"]
    assert [line["text"] for line in lines] == ["only here", "only in the copy"]


def test_the_doctor_has_done_its_work_also_when_the_journal_is_damaged(planned: Shell, journal_file: Path) -> None:
    journal_file.write_bytes(b"")
    report = planned.ok("doctor", "--json").json
    assert (report["well"], report["damage"]) == (False, "the file is empty")
    assert "backup restore" in report["advice"]
    assert planned("plan").code == 3


def test_a_vanished_journal_offers_both_ways_out(planned: Shell, journal_file: Path) -> None:
    journal_file.unlink()
    refused = planned("log", "kept as a draft")
    assert refused.code == 3
    restore, anew = (line.strip() for line in refused.err.splitlines() if line.startswith("  "))
    assert "backup restore" in restore
    assert not journal_file.exists()
    _, copies, aside = anew.split()
    shutil.move(copies, aside)
    planned.ok("log", "a new journal")
    assert [line["text"] for line in planned.ok("week", "--json").json["lines"]] == ["a new journal"]


def test_a_journal_that_never_was_is_a_first_run(planned: Shell, tmp_path: Path) -> None:
    other = str(tmp_path / "elsewhere" / "other.json")
    assert planned.ok("--journal", other, "plan", "--json").json["goals"] == []
    assert "There is no journal yet" in planned.ok("--journal", other, "doctor").out
    planned.ok("--journal", other, "log", "first")
    assert Path(other).exists()


def test_what_a_killed_save_left_is_gone_after_the_next_start(planned: Shell, journal_file: Path) -> None:
    left = journal_file.with_name(f".{journal_file.name}.999999999.0123abcd.tmp")
    left.write_bytes(b"half")
    planned.ok("plan")
    assert not left.exists()
