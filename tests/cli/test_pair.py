"""`pair` on the command line: a script to an accepted plan, drafts, going on, exit codes."""

import json
import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from growthtui.domain.plan import GoalKind
from growthtui.errors import NotWrittenError
from growthtui.journal.decisions import Verdict
from growthtui.journal.journal import Journal
from growthtui.journal.opening import open_journal
from growthtui.journal.session_drafts import pack, place_of
from growthtui.journal.sessions import Sessions
from growthtui.settings import load
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


@pytest.fixture
def shared(journal: Journal) -> Journal:
    """The same journal, with drafts where the program has them: as the app has it open."""
    return open_journal(load(), journal.clock)


def test_what_the_app_left_is_gone_on_with_over_lines(shell: Shell, shared: Journal) -> None:
    wizard = shared.sessions.begin("pairing", "Bo")
    for words in ANSWERS:
        wizard = wizard.write(words).next()
    decisions = shared.sessions.decisions(wizard)
    decisions = decisions.put(0, decisions[0].with_(goal_kind=GoalKind.CAREER)).settle(0, Verdict.TAKEN)
    decisions = decisions.settle(1, Verdict.LEFT).settle(2, Verdict.LEFT)
    fields = pack(wizard.session, decisions, parking="half a suggestion", meet="in 3 weeks")
    shared.drafts.keep(place_of(wizard.session), "words", **fields)
    resumed = shell.ok("pair", "--plain", "--resume", stdin=typed(*["n"] * (OFFERS - 3), "", "y", "y"))
    assert resumed.out.count("Into the plan, as") == OFFERS - 3
    assert "empty for in 3 weeks" in resumed.out
    assert "half a suggestion" in resumed.out
    (session,) = shared.snapshot().sessions
    assert (session.finished, session.next) == (True, date(2026, 12, 15))
    assert tuple(answer.text for answer in session.answers) == ANSWERS
    assert [goal.kind for goal in shared.snapshot().goals] == [GoalKind.CAREER]
    assert [advice.taken for advice in session.parked_advice] == [True]
    assert shared.drafts.waiting() == ()


@pytest.mark.parametrize("ending", ["q", "kill"])
def test_decisions_over_lines_are_gone_on_with_in_the_app(shared: Journal, ending: str) -> None:
    running = process("pair", "--plain", "--with", "Bo")
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(typed(*all_answers(), "y", "n").decode())
    running.stdin.flush()
    heard = ""
    while heard.count("Into the plan, as") < 3:  # the two before it are kept
        heard += running.stdout.readline()
    if ending == "kill":
        running.send_signal(signal.SIGKILL)
        running.communicate()
    else:
        running.communicate("q\n")
    (left,) = shared.sessions.unfinished(shared.drafts.waiting())
    assert [item.verdict for item in left.decisions][:3] == [Verdict.TAKEN, Verdict.LEFT, Verdict.OPEN]
    assert left.decisions[0].goal_kind is GoalKind.CAREER
    assert shared.sessions.go_on(left).is_at_read_back


def test_a_new_session_tells_what_was_promised_and_what_is_open(shell: Shell, journal: Journal) -> None:
    answers = [">", ">", "failure modes", "", "I do not know yet", "", ">", ">", ">", "When lunch starts, I ask Jo", ""]
    shell.ok("pair", "--plain", stdin=typed(*answers, "y", "s", "y", ""))
    assert [survey.question for survey in journal.snapshot().surveys] == ["failure modes"]
    told = shell.ok("pair", "--plain", "--set", "stuck").err
    assert "Today you promised: When lunch starts, I ask Jo. It is still open." in told
    assert "Still open: failure modes (ask others · since today)" in told
    assert "Still open: How will you know you are making progress?" in told


def test_an_answer_of_paragraphs_from_the_app_is_kept_by_an_empty_line(shell: Shell, journal: Journal) -> None:
    words = "one\n\ntwo\n"
    journal.sessions.keep(journal.sessions.begin("stuck").write(words))
    shell.ok("pair", "--plain", "--resume", stdin=typed("", "q"))
    assert journal.snapshot().sessions[0].answers[0].text == words
