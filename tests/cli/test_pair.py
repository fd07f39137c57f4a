"""`pair` on the command line: a script to an accepted plan, drafts, going on, exit codes."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from growthtui.errors import NotWrittenError
from growthtui.journal.journal import Journal
from growthtui.journal.sessions import Sessions
from tests.cli.command import Shell
from tests.conftest import TODAY
from tests.tui.pairing import ANSWERS

OFFERS = 11
"""So many things the answers offer for the plan."""

PROGRAM = (sys.executable, "-m", "growthtui")


def typed(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def all_answers() -> list[str]:
    return [line for words in ANSWERS for line in (words, "")]


def process(*arguments: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"GROWTHTUI_TODAY": TODAY.isoformat()}
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_a_pipe_leads_to_an_accepted_plan(journal: Journal) -> None:
    running = process("pair", "--plain", "--with", "Bo")
    out, err = running.communicate(typed(*all_answers(), *["y"] * OFFERS, "2026-12-15").decode())
    assert running.returncode == 0, err
    assert "8/8  Read the plan aloud" in out
    (session,) = journal.snapshot().sessions
    assert f"Finished: session {session.id}" in err
    assert session.id not in out
    assert tuple(answer.text for answer in session.answers) == ANSWERS
    plan = json.loads(process("plan", "--json").communicate()[0])
    assert plan["goals"][0]["kind"] == "career"
    assert plan["goals"][0]["current"]
    assert [focus["title"] for focus in plan["focus"]][-2:] == [
        "Hand over the two small services",
        "One write-up per month",
    ]
    assert plan["checkins"][0]["next_date"] == "2026-12-15"
    process("undo").communicate()
    assert journal.snapshot().plans == ()


def test_a_kill_in_the_middle_of_an_answer_loses_no_line(shell: Shell) -> None:
    running = process("pair", "--plain", "--set", "stuck")
    assert running.stdin is not None
    assert running.stdout is not None
    assert running.stdout.readline().startswith("1/3")
    running.stdin.write("first line\nsecond line\n?\n")
    running.stdin.flush()
    assert running.stdout.readline().startswith("Better asked")  # the two lines before it were taken
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert "So far: first line\nsecond line" in shell.ok("pair", "--plain", "--resume").out


def test_the_end_of_input_keeps_the_session_and_resume_goes_on_with_it(shell: Shell, journal: Journal) -> None:
    first = shell.ok("pair", "--plain", "--set", "stuck", stdin=typed("one", "", "half of two"))
    (session,) = journal.snapshot().sessions
    assert f"Left and kept: session {session.id}." in first.err
    second = shell.ok("pair", "--plain", "--resume", stdin=typed(">", "3 hours", "", "n", "n", "n", "n"))
    assert second.lines[0].startswith("2/3")
    assert "So far: half of two" in second.out
    (session,) = journal.snapshot().sessions
    assert [answer.text for answer in session.answers] == ["one", "half of two", "3 hours"]
    assert session.finished


def test_a_script_starts_anew_and_a_person_is_asked(shell: Shell, journal: Journal) -> None:
    shell.ok("pair", "--plain", "--set", "stuck", stdin=typed("one", "", "q"))
    anew = shell.ok("pair", "--plain", "--set", "stuck", stdin=typed("another", "q"))
    assert anew.lines[0].startswith("1/3")
    assert len(journal.snapshot().sessions) == 2
    for reply, place in (("y", "1/3"), ("n", "1/8")):
        asked = shell.ok("pair", "--plain", stdin=typed(reply), is_there=True)
        assert "When you feel stuck, alone was left today at 1 of 3. Go on with it?" in asked.err
        assert asked.lines[0].startswith(place)


def test_resume_takes_the_newest_of_the_wanted_set_and_person(shell: Shell) -> None:
    shell.ok("pair", "--plain", "--set", "stuck", "--with", "Bo", stdin=typed("one", "", "q"))
    shell.ok("pair", "--plain", "--with", "Ana", stdin=typed("between us", "", "q"))
    assert "2/8" in shell.ok("pair", "--plain", "--resume").out
    assert "2/3" in shell.ok("pair", "--plain", "--resume", "--set", "stuck").out
    assert "2/3" in shell.ok("pair", "--plain", "--resume", "--with", "bo").out
    assert shell("pair", "--plain", "--resume", "--with", "Zoe").code == 2


def test_bad_usage_is_one_sentence_and_changes_nothing(shell: Shell, journal_file: Path) -> None:
    for arguments, said in (
        (("pair",), "needs a terminal"),
        (("pair", "--set", "stuck"), "needs a terminal"),
        (("pair", "--plain", "--set", "nope"), "There are: pairing, stuck"),
        (("pair", "--plain", "--resume"), "no unfinished session"),
    ):
        result = shell(*arguments)
        assert (result.code, result.out) == (2, "")
        assert said in result.err
        assert len(result.err.splitlines()) == 1
    assert not journal_file.exists()


def test_a_session_that_cannot_be_saved_is_kept_in_a_draft_that_is_named(
    shell: Shell, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotWrittenError(journal.path, "the disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(Sessions, "keep", full)
        result = shell("pair", "--plain", "--set", "stuck", stdin=typed("one", "", "q"))
    assert result.code == 5
    kept = re.search(r"Your session is kept in (\S+\.json)\.", result.err)
    assert kept is not None
    assert Path(kept[1]).is_file()
    assert "2/3" in shell.ok("pair", "--plain", "--resume").out


def test_a_measure_without_a_goal_is_left_and_said(shell: Shell, journal: Journal) -> None:
    answers = [">", ">", ">", "Two teams use it by June", "", ">", ">", ">", ">"]
    result = shell.ok("pair", "--plain", stdin=typed(*answers, "y", ""))
    assert "Left: It measures a goal, and no goal is current." in result.out
    assert journal.snapshot().sessions[0].finished


def test_bytes_that_are_no_text_are_taken_as_far_as_they_go(shell: Shell, journal: Journal) -> None:
    shell.ok("pair", "--plain", "--set", "stuck", stdin=b"\xef\xbb\xbfna\xc3\xafve \xff\r\n\r\nq\n")
    assert journal.snapshot().sessions[0].answers[0].text == "naïve \N{REPLACEMENT CHARACTER}"
