"""Without a journal: reading says so and succeeds with empty lists; nothing is written by looking."""

from pathlib import Path

import pytest

from tests.cli.command import Shell

READING = {
    ("plan",): ("growthplan/1", "goals"),
    ("plan", "show"): ("growthplan/1", "focus"),
    ("plan", "list"): ("growthtui/plans/1", "plans"),
    ("north-star",): ("growthtui/north-star/1", "versions"),
    ("principle", "list"): ("growthtui/principles/1", "principles"),
    ("goal", "list"): ("growthtui/goals/1", "goals"),
    ("goal",): ("growthtui/goals/1", "goals"),
    ("focus", "list"): ("growthtui/focus/1", "focus"),
    ("action", "list"): ("growthtui/actions/1", "actions"),
    ("checkin", "list"): ("growthtui/checkins/1", "checkins"),
    ("person", "list"): ("growthtui/people/1", "people"),
    ("week",): ("growthtui/week/1", "lines"),
    ("search", "x"): ("growthtui/search/1", "results"),
    ("due",): ("growthtui/due/1", "actions"),
    ("stats",): ("growthtui/stats/1", "months_without_evidence"),
    ("check",): ("growthtui/findings/1", "findings"),
    ("history",): ("growthtui/history/1", "steps"),
    ("backup", "list"): ("growthtui/backups/1", "backups"),
    ("trash", "list"): ("growthtui/trash/1", "trash"),
    ("review", "list"): ("growthtui/reviews/1", "reviews"),
    ("measure", "list"): ("growthtui/measures/1", "measures"),
    ("event", "list"): ("growthtui/events/1", "events"),
    ("feedback", "list"): ("growthtui/feedback/1", "feedback"),
    ("ask", "list"): ("growthtui/asks/1", "asks"),
    ("doctor",): ("growthtui/doctor/1", "problems"),
}


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_says_so_and_succeeds(shell: Shell, journal_file: Path, arguments: tuple[str, ...]) -> None:
    result = shell.ok(*arguments)
    assert "There is no journal yet" in result.err + result.out or arguments[0] == "backup"
    assert "Traceback" not in result.err
    assert not journal_file.exists()


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_json_is_one_object_with_its_schema_and_empty_lists(shell: Shell, arguments: tuple[str, ...]) -> None:
    schema, key = READING[arguments]
    found = shell.ok(*arguments, "--json").json
    assert found["schema"] == schema
    assert found[key] == []


def test_due_prints_nothing_when_nothing_waits(shell: Shell) -> None:
    assert shell.ok("due").out == ""


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_there_is_nothing_to_undo(shell: Shell, command: str) -> None:
    result = shell(command)
    assert (result.code, result.out) == (1, "")


def test_a_folder_for_a_journal_is_no_traceback(shell: Shell, tmp_path: Path) -> None:
    result = shell("--journal", str(tmp_path), "log", "x")
    assert result.code in (2, 3, 5)
    assert str(tmp_path) in result.err
    assert "Traceback" not in result.err


def test_a_journal_in_a_folder_that_is_not_there_is_made(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "journal.json"
    shell.ok("--journal", str(target), "log", "x")
    assert target.exists()


def test_a_journal_where_nothing_can_be_written(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = shell("--journal", str(tmp_path / "file" / "journal.json"), "log", "a thought")
    assert result.code in (3, 5)
    assert "Traceback" not in result.err
