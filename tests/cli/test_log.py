"""`log` and `week`: what goes in comes out, word for word, whatever it is."""

import io
import shlex
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growthtui.cli.main import run
from growthtui.clock import Clock
from growthtui.journal.drafts import Draft, Drafts
from growthtui.journal.journal import Journal
from growthtui.journal.ledger import state_folder
from growthtui.storage.lock import FileLock
from tests.cli.command import Shell
from tests.conftest import TODAY

HOSTILE = [
    "[/b] [bold red]not markup[/]",
    "\N{RIGHT-TO-LEFT OVERRIDE}evil \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}",
    "👩🏽‍🚀 tests 日本語 and שלום",
    "\x1b[31mred\x1b[0m \x07 \x00 end",
    "one\ntwo\n\n  three\tfour",
    "Zalgo: z\u0300\u0301\u0302\u0303\u0304a",
    '{"id": "1"} "quoted" \\back\\slash %s $HOME',
    "=HYPERLINK(1)",
    "x" * 20_000,
    "-- --focus 1",
]


def test_a_line_is_its_id_alone(planned: Shell, journal_file: Path) -> None:
    result = planned.ok("log", "asked why the ledger retries")
    (line_id,) = result.lines
    assert len(line_id) == 26
    assert result.err == ""
    (line,) = planned.ok("week", "--json").json["lines"]
    assert (line["id"], line["text"]) == (line_id, "asked why the ledger retries")
    assert journal_file.stat().st_mode & 0o777 == 0o600


def test_all_that_can_be_said_about_a_line(planned: Shell) -> None:
    line = planned.ok(
        *("log", "RFC accepted", "--action", "1", "--week", "last", "--kind", "Milestone"),
        *("--evidence", "https://example.org/rfc", "--evidence", "minutes of the meeting"),
        *("--known-by", "Ana", "--known-by", "Kofi", "--for", "manager", "--for", "mentor", "--json"),
    ).json
    first = planned.ok("focus", "list", "--json").json["focus"][0]["id"]
    assert line["schema"] == "growthtui/line/1"
    assert (line["week"], line["kind"], line["focus"]) == ("2026-W47", "milestone", first)
    assert line["known_by"] == ["Ana", "Kofi"]
    assert line["visibility"] == ["self", "manager", "mentor"]
    assert len(line["evidence"]) == 2
    shown = planned.ok("week", "last").out
    for words in ("milestone: RFC accepted", "https://example.org/rfc", "minutes of the meeting", "Ana, Kofi"):
        assert words in shown


def test_private_is_for_oneself(planned: Shell) -> None:
    assert planned.ok("log", "x", "--private", "--json").json["visibility"] == ["self"]
    assert planned.ok("log", "x", "--json").json["visibility"] is None


def test_a_week_before_the_plan_and_a_date_for_its_week(planned: Shell) -> None:
    assert planned.ok("log", "x", "--week", "2020-12-31", "--json").json["week"] == "2020-W53"


def test_without_a_plan_a_line_stands_alone(shell: Shell) -> None:
    assert shell.ok("log", "first", "--json").json["focus"] is None
    assert shell.ok("plan", "list", "--json").json["plans"] == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("way", ["argument", "stdin"])
def test_hostile_text_comes_back_word_for_word(shell: Shell, text: str, way: str) -> None:
    if way == "argument":
        shell.ok("log", "--", text)
    else:
        shell.ok("log", "-", stdin=text.encode())
    assert shell.ok("week", "--json").json["lines"][0]["text"] == text.strip()
    shown = shell.ok("week").out
    assert "\x1b" not in shown
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
    assert shell("search", '"' + text[:8].replace('"', "") + '"').code in (0, 1)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_through_stdin(shell: Shell, text: str) -> None:
    plain = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    result = shell("log", "-", "--json", stdin=text.encode("utf-8", "replace"))
    if plain.strip():
        assert result.code == 0
        assert result.json["text"] == plain.strip()
    else:
        assert result.code == 2


def test_bytes_that_are_no_text_are_kept_as_far_as_they_are(shell: Shell) -> None:
    shell.ok("log", "-", stdin=b"caf\xe9 and \xff\xfe")
    assert shell.ok("week", "--json").json["lines"][0]["text"] == "caf� and ��"


def test_half_characters_from_the_shell_do_no_harm(shell: Shell) -> None:
    shell.ok("log", "caf\udce9")
    assert shell.ok("week", "--json").json["lines"][0]["text"] == "caf�"


def test_an_output_without_these_letters_spells_them(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.ok("log", "日本語")
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="cp1252")
    monkeypatch.setattr("sys.stdout", out)
    assert run(["week"]) == 0
    out.flush()
    assert b"\\u65e5\\u672c\\u8a9e" in data.getvalue()


@pytest.mark.parametrize(
    ("damage", "code"), [(b"", 3), (b"not json", 3), (b'{"_meta":{"1":{"schema":99,"journal":"x"}}}', 3)]
)
def test_an_unreadable_journal_keeps_the_text_in_a_draft(
    planned: Shell, journal_file: Path, damage: bytes, code: int, tmp_path: Path
) -> None:
    journal_file.write_bytes(damage)
    result = planned("log", "a long thought")
    assert result.code == code
    assert result.out == ""
    assert journal_file.read_bytes() == damage
    place = next(word for word in result.err.split() if word.endswith(".json.") and "drafts" in word)
    assert "a long thought" in Path(place.removesuffix(".")).read_text()

    again = planned("log", "another thought", "--evidence", "the wiki page")
    assert again.code == code
    kept = drafts(tmp_path, journal_file)
    assert {draft.text for draft in kept} == {"a long thought", "another thought"}
    assert any("'the wiki page'" in draft.fields["command"] for draft in kept)


def test_every_word_of_a_command_that_was_not_saved_is_kept_as_the_command(planned: Shell, journal_file: Path) -> None:
    journal_file.write_bytes(b"")
    result = planned("goal", "close", "1", "--reason", "the team's plan changed")
    assert (result.code, result.out) == (3, "")
    place = next(word for word in result.err.split() if word.endswith(".txt.") and "drafts" in word)
    kept = Path(place.removesuffix("."))
    assert shlex.split(kept.read_text())[-4:] == ["close", "1", "--reason", "the team's plan changed"]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "is kept in" not in planned("focus", "list").err


def test_a_private_line_that_was_not_saved_stays_private(planned: Shell, tmp_path: Path, journal_file: Path) -> None:
    journal_file.write_text("", encoding="utf-8")
    planned("log", "for me alone", "--private", "--kind", "setback", "--week", "2026-W40")
    (draft,) = drafts(tmp_path, journal_file)
    said = {name: draft.fields[name] for name in ("week", "focus", "kind", "private")}
    assert said == {"week": "2026-W40", "focus": "", "kind": "setback", "private": "yes"}


def drafts(tmp_path: Path, journal_file: Path) -> tuple[Draft, ...]:
    """The drafts that wait beside the journal."""
    state = state_folder(tmp_path / "state" / "growthtui", journal_file)
    return Journal(journal_file, Clock(TODAY), state).drafts.waiting()


def test_a_damaged_journal_is_met_with_the_way_back(planned: Shell, journal_file: Path) -> None:
    good = planned.ok("backup", "list", "--json").json["backups"][0]["id"]
    journal_file.write_bytes(b"garbage")
    result = planned("plan")
    assert result.code == 3
    assert f"backup restore {good}" in result.err
    assert "Traceback" not in result.err
    planned.ok("backup", "list")
    planned.ok("doctor")
    planned.ok("backup", "restore", good)
    assert "Visible outside my team" in planned.ok("plan").out


def test_where_not_even_a_draft_can_be_kept_the_text_is_shown(
    planned: Shell, journal_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Drafts, "keep", full)
    journal_file.write_bytes(b"garbage")
    result = planned("log", "-", stdin=b"a long thought")
    assert result.code == 3
    assert "a long thought" in result.err


def test_a_busy_journal_is_left_alone_and_the_text_kept(
    planned: Shell, journal_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = FileLock.__init__
    monkeypatch.setattr(FileLock, "__init__", lambda self, journal, _timeout: begin(self, journal, 0.05))
    lock = FileLock(journal_file, 0.05)
    lock.acquire()
    before = journal_file.read_bytes()
    try:
        result = planned("log", "a long thought")
    finally:
        lock.release()
    assert (result.code, result.out) == (4, "")
    assert "busy" in result.err
    assert journal_file.read_bytes() == before
    assert [draft.text for draft in drafts(tmp_path, journal_file)] == ["a long thought"]
    planned.ok("log", "a long thought")


def test_a_full_disk_leaves_the_journal_as_it_was(
    planned: Shell, journal_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = journal_file.read_bytes()
    monkeypatch.setattr("growthtui.storage.atomic.put_in_place", full)
    result = planned("log", "-", stdin=b"a long thought")
    assert (result.code, result.out) == (5, "")
    assert "the disk is full" in result.err
    assert "kept in" in result.err
    assert journal_file.read_bytes() == before
