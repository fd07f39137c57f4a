"""The wizard in a real terminal: `pair --set --with` opens it, a kill while typing loses nothing, the plan is there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal, needs_tmux

pytestmark = needs_tmux
TODAY = "2026-11-24"
PROGRAM = (sys.executable, "-m", "growthtui")
SKILLS = "Failure modes in large designs"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal of its own, of the smallest size that everything is made for."""
    terminal = Terminal(tmp_path, 80, 24)
    yield terminal
    terminal.close()


def start(terminal: Terminal, journal: Path, *options: str) -> None:
    names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    own = {name: os.environ[name] for name in names}
    command = (*PROGRAM, "--journal", str(journal), "pair", *options)
    terminal.start(*command, GROWTHTUI_TODAY=TODAY, COLORTERM="truecolor", **own)


def plan_of(journal: Path) -> dict[str, object]:
    command = [*PROGRAM, "--journal", str(journal), "plan", "--json"]
    environment = os.environ | {"GROWTHTUI_TODAY": TODAY}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    plan: dict[str, object] = json.loads(done.stdout)
    return plan


def test_a_session_from_the_command_line_to_the_plan(terminal: Terminal, tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    start(terminal, journal, "--set", "stuck", "--with", "Bo")
    terminal.wait_for("Bo asks")
    terminal.keys("C-s")
    terminal.wait_for("Am I missing critical skills")
    terminal.type(SKILLS)
    terminal.keys("C-g", "a")
    terminal.wait_for("Ask, do not guide.")
    terminal.keys("Enter")
    terminal.wait_for("✓ What would your manager answer?")
    terminal.keys("C-g", "a", "C-s")
    terminal.wait_for("do people know that I have the skills")
    terminal.keys("C-o")
    terminal.wait_for(SKILLS)
    terminal.keys("C-s", "C-s", "C-s")
    terminal.wait_for("As it stands now")
    terminal.keys("C-s")
    terminal.wait_for("Into the plan, as a gap?")
    terminal.keys("m")
    terminal.wait_for("Everything is decided")
    terminal.keys("C-s")
    terminal.wait_for("again?")
    terminal.type("in 3 weeks")
    terminal.wait_for("Tuesday, 15 December 2026")
    terminal.keys("C-s")
    terminal.wait_for("Done. Thank each other.")
    terminal.keys("q")
    terminal.wait_for_end()
    plan = plan_of(journal)
    assert isinstance(plan["focus"], list)
    assert [focus["title"] for focus in plan["focus"]] == [SKILLS]


def test_a_kill_while_answering_loses_nothing(terminal: Terminal, tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    start(terminal, journal, "--set", "stuck", "--with", "Bo")
    terminal.wait_for("Bo asks")
    terminal.keys("C-s")
    terminal.wait_for("Am I missing critical skills")
    terminal.type(SKILLS)
    terminal.keys("C-s")
    terminal.wait_for("do people know that I have the skills")
    terminal.type("half an ans")
    terminal.wait_for("half an ans")
    os.kill(terminal.process(), signal.SIGKILL)
    terminal.wait_for_end()
    again = Terminal(tmp_path, 80, 24)
    try:
        start(again, journal, "--resume")
        again.wait_for("half an ans")
        again.keys("C-o")
        again.wait_for(SKILLS)
    finally:
        again.close()
