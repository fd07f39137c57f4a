"""`config`, `completion`, the editor, and what runs as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from growthtui.editor import EditorError, edit_file, editor_command
from growthtui.settings import TEMPLATE
from tests.cli.command import Shell


def editor(tmp_path: Path, body: str) -> str:
    """A command line for an editor in a folder with blanks that does `body` with `path`."""
    script = tmp_path / "my editor.py"
    script.write_text(f"import sys, pathlib\nargument, path = sys.argv[1], pathlib.Path(sys.argv[2])\n{body}\n")
    return f'"{sys.executable}" "{script}" --wait'


WRITES = 'path.write_text(path.read_text() + " and " + argument)'


def test_config_shows_values_with_their_source(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "dawn"\nrules_off = ["GP602", "GP601"]\n')
    monkeypatch.setenv("GROWTHTUI_ASCII", "1")
    found = shell.ok("--config", str(config), "config", "show", "--json").json
    assert (found["schema"], found["file"]) == ("growthtui/config/1", str(config))
    values = {item["name"]: (item["value"], item["source"]) for item in found["settings"]}
    assert values["theme"] == ("dawn", str(config))
    assert values["ascii"] == ("true", "GROWTHTUI_ASCII")
    assert values["rules_off"] == ("GP602 GP601", str(config))
    assert values["week_start"] == ("monday", "default")
    assert "dawn" in shell.ok("--config", str(config), "config").out


def test_config_edit_begins_with_every_setting_explained(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "new" / "config.toml"
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'path.write_text(path.read_text() + "ascii = true\\n")'))
    shell.ok("--config", str(config), "config", "edit", is_there=True)
    assert config.read_text() == TEMPLATE + "ascii = true\n"
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'path.write_text("ascii = 7")'))
    result = shell("--config", str(config), "config", "edit", is_there=True)
    assert result.code == 2
    assert "ascii" in result.err


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: Shell, name: str) -> None:
    assert "_GROWTHTUI_COMPLETE" in shell.ok("completion", name).out


def test_the_shell_is_told_commands_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def completed(words: str, place: int) -> set[str]:
        variables = {"_GROWTHTUI_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)}
        done = subprocess.run(
            [sys.executable, "-m", "growthtui"], capture_output=True, text=True, check=False, env=os.environ | variables
        )
        return {line.partition(",")[2] for line in done.stdout.splitlines()}

    assert {"goal"} <= completed("growthtui go", 1)
    assert {"add", "list", "close"} <= completed("growthtui goal ", 2)
    assert completed("growthtui log x --kind mile", 4) == {"milestone"}


def test_the_editor_gets_its_arguments_and_changes_the_text(
    planned: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, WRITES))
    planned.ok("goal", "edit", "1", is_there=True)
    assert planned.ok("goal", "--json").json["goals"][0]["text"] == "Work at staff level and --wait"
    planned.ok("north-star", "--edit", is_there=True)
    assert planned.ok("north-star", "--json").json["north_star"] == "and --wait"


def test_a_failing_editor_loses_nothing(planned: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, WRITES + "\nsys.exit(3)"))
    result = planned("goal", "edit", "1", is_there=True)
    assert result.code == 2
    assert "exit code 3" in result.err
    place = next(word for word in result.err.split() if word.endswith(".md."))
    assert Path(place.removesuffix(".")).read_text() == "Work at staff level and --wait"
    assert planned.ok("goal", "--json").json["goals"][0]["text"] == "Work at staff level"

    monkeypatch.setenv("EDITOR", editor(tmp_path, "path.write_text(path.read_text() + ', again')"))
    again = planned.ok("goal", "edit", "1", is_there=True)
    assert "Going on with the text kept in" in again.err
    assert planned.ok("goal", "--json").json["goals"][0]["text"] == "Work at staff level and --wait, again"
    assert not Path(place.removesuffix(".")).exists()


def test_a_refused_text_from_the_editor_is_kept(
    planned: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "path.write_text('  ')"))
    result = planned("goal", "edit", "1", is_there=True)
    assert result.code == 2
    assert "no text" in result.err
    assert "Your text is kept in" in result.err


@pytest.mark.parametrize(
    ("command", "reason"), [("no-such-editor-anywhere", "cannot be started"), ('"open quote', "cannot be understood")]
)
def test_an_editor_that_is_not_there(tmp_path: Path, command: str, reason: str) -> None:
    file = tmp_path / "text.md"
    file.write_text("words")
    with pytest.raises(EditorError, match=reason):
        edit_file(file, command)
    assert file.read_text() == "words"


def test_which_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    assert editor_command() == "ed"
    monkeypatch.setenv("VISUAL", "visual --wait")
    assert editor_command() == "visual --wait"
    assert editor_command("code --wait") == "code --wait"
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR")
    monkeypatch.setenv("PATH", "")
    assert editor_command() == "vi"


def test_everything_private_by_one_setting(planned: Shell, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('visibility = "self"\n')
    planned.ok("log", "a line for my manager", "--for", "manager")
    assert "a line for my manager" in planned.ok("export", "--for", "manager").out
    assert "a line for my manager" not in planned.ok("--config", str(config), "export", "--for", "manager").out


def test_as_a_process(tmp_path: Path) -> None:
    def growthtui(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "growthtui", *arguments], input=stdin, capture_output=True, text=True, check=False
        )

    assert growthtui("--version").stdout.startswith("growthtui ")
    assert "Commands:" in growthtui("--help").stdout
    line = growthtui("log", "-", stdin="through a pipe\n")
    assert (line.returncode, line.stderr) == (0, "")
    assert line.stdout.strip().isalnum()
    assert growthtui("undo").returncode == 0
    assert growthtui("undo").returncode == 1
    assert growthtui("redo").returncode == 0
    assert "through a pipe" in growthtui("week").stdout
    assert growthtui("lgo").returncode == 2


def test_a_closed_pipe_is_no_traceback(planned: Shell) -> None:
    """`growthtui … | head -1`: the reader leaves early."""
    for number in range(40):
        planned.ok("log", f"{number} " + "x" * 5000)
    command = f'"{sys.executable}" -m growthtui week | head -c 10'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout
    assert done.stderr == ""
