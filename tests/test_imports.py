"""What a start imports: heavy packages stay out of the way of those who do not use them."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "jinja2", "tomlkit", "typst", "docx", "icalendar", "asyncio", "platformdirs", "dateutil")
SHOW = "import sys; print(*sorted(sys.modules))"


def modules_after(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{SHOW}"], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    return set(done.stdout.splitlines()[-1].split())


def after_command(*arguments: str) -> set[str]:
    """The modules that are loaded after a command line."""
    return modules_after(f"from growthtui.cli.main import run\nrun({list(arguments)!r})")


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("log", "--help"), ("log", "asked a question"), ("week",), ("goal",), ("search", "x"), ("history",)],
    ids=" ".join,
)
def test_plain_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not after_command(*arguments) & set(HEAVY)


@pytest.mark.parametrize("arguments", [("plan",), ("check",), ("stats",), ("undo",), ("backup",)], ids=" ".join)
def test_other_commands_import_no_toolkit_of_the_screen(arguments: tuple[str, ...]) -> None:
    assert not after_command("log", "x") & {"textual", "rich", "jinja2"}
    assert not after_command(*arguments) & {"textual", "rich", "jinja2", "asyncio"}


def test_help_imports_no_command() -> None:
    loaded = {name for name in after_command("--help") if name.startswith("growthtui.cli.")}
    assert loaded == {f"growthtui.cli.{name}" for name in ("app", "commands", "lazy", "main")}


def test_a_logged_line_imports_only_the_concerns_it_needs() -> None:
    loaded = {name for name in after_command("log", "x") if name.startswith("growthtui.")}
    assert not {name for name in loaded if name.split(".")[1] in ("coach", "insights", "interchange", "packets", "tui")}
    assert "growthtui.journal.goals" not in loaded
    assert "growthtui.journal.search" not in loaded


def test_every_command_in_the_table_is_there() -> None:
    code = """
from growthtui.cli.commands import COMMANDS
from growthtui.cli.main import cli
import click
ctx = click.Context(cli)
for name in COMMANDS:
    command = cli.get_command(ctx, name)
    assert command is not None and command.name in (name, None), (name, command)
    assert command.get_short_help_str(500), name
"""
    modules_after(code)


def test_without_arguments_click_is_not_imported() -> None:
    """The app is asked for: in a terminal, with the app itself left out."""
    code = """
import sys, types
app = types.ModuleType("growthtui.tui.app")
def run_app(journal, settings, **options):
    print(journal.path.name, *sorted(sys.modules))
    return 7
app.run_app = run_app
sys.modules["growthtui.tui.app"] = app
from growthtui.__main__ import main
sys.exit(main())
"""
    code_text = run_in_terminal(["-c", code])
    assert code_text.code == 7
    loaded = code_text.text.split()
    assert loaded[0] == "journal.json"
    assert "growthtui.journal.journal" in loaded
    assert not set(loaded) & {"click", "textual", "platformdirs", "tomllib", "dateutil"}


@pytest.mark.parametrize(
    "options", [["--journal", "mine.json"], ["--journal=mine.json", "--today=2026-11-24"]], ids=["apart", "joined"]
)
def test_global_options_alone_open_the_app_without_click(options: list[str], tmp_path: Path) -> None:
    code = f"""
import sys, types
sys.argv = ["growthtui", *{options!r}]
app = types.ModuleType("growthtui.tui.app")
app.run_app = lambda journal, settings: print(journal.path.name, "click" in sys.modules) or 0
sys.modules["growthtui.tui.app"] = app
from growthtui.__main__ import main
sys.exit(main())
"""
    found = run_in_terminal(["-c", code])
    assert (found.code, found.text.split()) == (0, ["mine.json", "False"])


def test_without_a_terminal_the_app_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "growthtui"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("growthtui: The full-screen app needs a terminal.")


class Ended:
    """A process that ran in a terminal."""

    def __init__(self, code: int, text: str) -> None:
        self.code = code
        self.text = text


def run_in_terminal(arguments: list[str]) -> Ended:
    """Run Python in a terminal of its own and return its exit code and what it showed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, *arguments], stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(ours)
    return Ended(process.returncode, shown.decode())
