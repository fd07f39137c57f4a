"""Bad input: exit 2, one sentence on stderr, nothing on stdout, the journal byte for byte as before."""

from pathlib import Path

import pytest

from tests.cli.command import Shell

BAD = [
    (["lgo", "x"], "Did you mean 'log'"),
    (["log"], "TEXT"),
    (["log", "a", "b"], "quotes"),
    (["log", " "], "no text"),
    (["log", "x", "--fcus", "1"], "'--focus'"),
    (["log", "x", "--week", "2025-W53"], "W01 to W52"),
    (["log", "x", "--week", "2026-W60"], "W01 to W53"),
    (["log", "x", "--week", "2026-W49"], "has not begun"),
    (["log", "x", "--week", "next"], "has not begun"),
    (["log", "x", "--week", "some day"], "2026-W48"),
    (["log", "x", "--focus", "9"], "focus point '9'"),
    (["log", "x", "--focus", "g1"], "focus point 'g1'"),
    (["log", "x", "--action", "nothing"], "action 'nothing'"),
    (["log", "x", "--action", "2", "--focus", "1"], "Leave --focus out"),
    (["log", "x", "--kind", "progess"], "Did you mean progress"),
    (["log", "x", "--for", "boss"], "manager"),
    (["log", "x", "--private", "--for", "manager"], "exclude each other"),
    (["log", "x", "--evidence", ""], "no text"),
    (["--today", "2026-13-01", "log", "x"], "2026-11-23"),
    (["--today", "", "log", "x"], "2026-11-23"),
    (["goal", "add", "x"], "--kind"),
    (["goal", "add", "x", "--kind", "both"], "personal"),
    (["goal", "add", "x", "--kind", "career", "--months", "36"], "1 to 12"),
    (["goal", "add", "", "--kind", "career"], "no text"),
    (["goal", "edit", "7", "x"], "goal '7'"),
    (["goal", "edit", "1"], "terminal"),
    (["goal", "close", "1", "--as", "active"], "reached"),
    (["focus", "add", "x", "--goal", "4"], "goal '4'"),
    (["focus", "move", "1", "9"], "from 1 to 2"),
    (["action", "add", "x"], "--focus"),
    (["action", "add", "x", "--focus", "1", "--every", "often"], "2w"),
    (["action", "add", "x", "--focus", "1", "--due", "lunch"], "2026-11-23"),
    (["action", "done", "1", "--on", "tomorrow"], "future"),
    (["checkin", "add", "Bo", "--every", "1m"], "2w"),
    (["measure", "set", "9", "1"], "measure '9'"),
    (["event", "add", "x", "--direction", "2"], "-1"),
    (["feedback", "add", "x"], "--from"),
    (["plan", "new"], "plan close"),
    (["plan", "new", "--mode", "okr"], "pgp"),
    (["week", "2025-W53"], "W52"),
    (["search", "x", "--kind", "progess"], "progress"),
    (["search", "x", "--focus", "12"], "focus point '12'"),
    (["search", "x", "--since", "2026-11-20", "--until", "2026-11-10"], "--since"),
    (["check", "nowhere.toml"], "nowhere.toml"),
    (["check", "--fail-on", "fatal"], "error"),
    (["import", "nowhere.toml"], "nowhere.toml"),
    (["export", "--format", "xls"], "docx"),
    (["export", "--with-private", "--for", "manager"], "--with-private"),
    (["export", "--since", "2026-11-20", "--until", "2026-11-10"], "--since"),
    (["trash", "empty"], "--yes"),
    (["trash", "empty", "--force"], "--force"),
    (["trash", "restore", "1"], "trash list"),
    (["backup", "restore", "nothing"], "nothing"),
    (["completion", "tcsh"], "bash"),
    (["config", "edit"], "terminal"),
    (["assess", "list", "--json"], "not part of this version"),
    (["survey"], "not part of this version"),
    (["encrypt"], "not part of this version"),
    (["demo", "plumber"], "staff"),
    (["demo"], "terminal"),
    ([], "terminal"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD, ids=[" ".join(arguments) or "nothing" for arguments, _ in BAD])
def test_bad_input_is_refused(planned: Shell, journal_file: Path, arguments: list[str], words: str) -> None:
    before = journal_file.read_bytes()
    result = planned(*arguments)
    assert result.code == 2
    assert words in result.err
    assert result.err.startswith("growthtui: ")
    assert len(result.err.splitlines()) == 1
    assert "Traceback" not in result.err
    assert result.out == ""
    assert journal_file.read_bytes() == before


def test_several_matches_are_listed(planned: Shell, journal_file: Path) -> None:
    before = journal_file.read_bytes()
    start = planned.ok("focus", "list", "--json").json["focus"][0]["id"][:6]
    result = planned("log", "x", "--focus", start)
    assert result.code == 2
    assert "Visible outside my team" in result.err
    assert "Distributed systems design" in result.err
    assert journal_file.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"{}", b'{"schema": "growthplan/9"}', b"goals = 3", b"[1]"])
def test_a_file_that_is_no_plan_is_refused(planned: Shell, journal_file: Path, tmp_path: Path, data: bytes) -> None:
    before = journal_file.read_bytes()
    file = tmp_path / "plan.toml"
    file.write_bytes(data)
    for command in ("import", "check"):
        result = planned(command, str(file))
        assert result.code == 2, result
        assert "plan.toml" in result.err
        assert result.out == ""
    assert journal_file.read_bytes() == before


@pytest.mark.parametrize("arguments", [["trash", "empty"], ["trash", "empty", "--yes"]])
def test_only_yes_empties_the_trash_without_a_terminal(planned: Shell, arguments: list[str]) -> None:
    planned.ok("focus", "drop", "2")
    result = planned(*arguments)
    left = planned.ok("trash", "list", "--json").json["trash"]
    if "--yes" in arguments:
        assert (result.code, left) == (0, [])
    else:
        assert result.code == 2
        assert "--yes" in result.err
        assert len(left) == 2


def test_a_wrong_setting_stops_every_command_but_those_that_mend_it(planned: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('visibility = "sefl"\n')
    result = planned("--config", str(config), "log", "x")
    assert result.code == 2
    assert "visibility" in result.err
    assert planned.ok("--config", str(config), "config", "path").lines == [str(config)]


def test_an_unknown_setting_is_only_told(planned: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("visibilty = 1\n")
    result = planned.ok("--config", str(config), "plan", "list")
    assert "Did you mean 'visibility'?" in result.err
