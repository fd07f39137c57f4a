"""The app in a real terminal: a line from typing to the command line, a kill while typing, a second program."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal, needs_tmux, wait_until_gone

pytestmark = needs_tmux
TODAY = "2026-11-24"
PROGRAM = (sys.executable, "-m", "growthtui")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal of its own."""
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    """The staff sample as a file."""
    path = tmp_path / "journal.json"
    run("demo", "--write", str(path))
    return path


def run(*arguments: str) -> str:
    environment = os.environ | {"GROWTHTUI_TODAY": TODAY}
    return subprocess.run([*PROGRAM, *arguments], check=True, capture_output=True, text=True, env=environment).stdout


def start(terminal: Terminal, journal: Path) -> None:
    names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    own = {name: os.environ[name] for name in names}
    terminal.start(*PROGRAM, "--journal", str(journal), GROWTHTUI_TODAY=TODAY, COLORTERM="truecolor", **own)
    terminal.wait_for("North star")


def week_lines(journal: Path) -> list[str]:
    week = json.loads(run("--journal", str(journal), "week", "--json"))
    return [line["text"] for line in week["lines"]]


def test_a_line_from_typing_to_the_command_line(terminal: Terminal, journal_file: Path) -> None:
    start(terminal, journal_file)
    terminal.keys("l")
    terminal.wait_for("What moved?")
    terminal.type("typed in a real terminal, naïve café 漢字")
    terminal.keys("C-s")
    terminal.wait_for("✓ typed in a real terminal")
    assert week_lines(journal_file) == ["typed in a real terminal, naïve café 漢字"]
    terminal.keys("C-g")
    terminal.keys("q")
    terminal.wait_for_end()


def test_a_kill_while_typing_loses_nothing(terminal: Terminal, journal_file: Path, tmp_path: Path) -> None:
    start(terminal, journal_file)
    terminal.keys("l")
    terminal.wait_for("What moved?")
    terminal.type("half a thought")
    terminal.wait_for("half a thought")
    os.kill(terminal.process(), signal.SIGKILL)
    terminal.wait_for_end()
    again = Terminal(tmp_path)
    try:
        start(again, journal_file)
        again.wait_for("Draft")
        again.keys("c")
        again.wait_for("│ half a thought")
    finally:
        again.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["term", "hup"])
def test_the_end_of_the_terminal_keeps_what_was_typed(
    terminal: Terminal, journal_file: Path, number: signal.Signals
) -> None:
    start(terminal, journal_file)
    terminal.keys("l")
    terminal.wait_for("What moved?")
    terminal.type("kept")
    terminal.wait_for("kept")
    os.kill(terminal.process(), number)
    terminal.wait_for_end()
    assert "Traceback" not in terminal.text()
    drafts = [json.loads(path.read_text("utf-8")) for path in Path(os.environ["XDG_STATE_HOME"]).rglob("line.json")]
    assert [draft["text"] for draft in drafts] == ["kept"]


def test_a_closed_terminal_keeps_what_was_typed(terminal: Terminal, journal_file: Path, tmp_path: Path) -> None:
    start(terminal, journal_file)
    terminal.keys("3", "n")
    terminal.wait_for("the one step that matters most")
    terminal.type("ask Lena")
    terminal.wait_for("ask Lena")
    process = terminal.process()
    terminal.close()
    wait_until_gone(process)
    again = Terminal(tmp_path)
    try:
        start(again, journal_file)
        again.wait_for("Draft  ask Lena")
    finally:
        again.close()


def test_a_line_from_outside_appears_within_two_seconds(terminal: Terminal, journal_file: Path) -> None:
    start(terminal, journal_file)
    run("--journal", str(journal_file), "log", "from a second terminal")
    terminal.wait_for("from a second terminal", seconds=2)
    terminal.keys("l")
    terminal.wait_for("What moved?")
    terminal.type("from the first")
    terminal.keys("C-s")
    terminal.wait_for("✓ from the first")
    assert sorted(week_lines(journal_file)) == ["from a second terminal", "from the first"]


def test_the_editor_takes_over_and_gives_back(terminal: Terminal, journal_file: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nprintf "written elsewhere" > "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    config = tmp_path / "config" / "growthtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'editor = "{script}"\n', encoding="utf-8")
    start(terminal, journal_file)
    terminal.keys("3")
    terminal.wait_for("add the first line")
    terminal.keys("e")
    terminal.wait_for("● written elsewhere")
    assert week_lines(journal_file) == ["written elsewhere"]


def test_keys_that_come_faster_than_the_screens_keep_their_order(terminal: Terminal, journal_file: Path) -> None:
    start(terminal, journal_file)
    terminal.keys("l", *"quit123?", "C-s", *"/second", "Enter", *"third")
    terminal.wait_for("│ third")
    terminal.wait_for("✓ /second")
    assert week_lines(journal_file) == ["quit123?", "/second"]
    terminal.keys("C-g", "3", "a", *"more", "C-s", "C-g", "1", "q")
    terminal.wait_for_end()
    assert week_lines(journal_file) == ["quit123?", "/second", "thirdmore"]
