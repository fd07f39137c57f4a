"""Writes docs/commands.md and docs/keys.md from the code: `python docs/make_reference.py`.

A test holds both pages to the code.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

import growthtui.tui
from growthtui.cli.main import cli
from growthtui.tui.commands import EVERYWHERE, MOVES, Command
from growthtui.tui.screens.base import Commanded

_HERE = Path(__file__).parent
_COMMANDS_INTRO = (
    "Made from the code; `growthtui COMMAND --help` says the same. Data goes to stdout, everything else to stderr. "
    "Exit codes: 0 done, 1 done and the answer is no, 2 wrong usage or input, 3 unreadable journal, 4 busy, "
    "5 not written."
)
_KEYS_INTRO = (
    "Made from the code; `?` shows those of the screen you are on. While a text field has the focus, letters belong to "
    "it: `ctrl+g` and then a key does what that key does elsewhere. In a field for a day `↓` opens a calendar; where "
    "there are answers to choose from, the arrows turn them. `ctrl+p` finds everything by name."
)


def commands_page() -> str:
    """All commands with their arguments and options."""
    context = click.Context(cli, info_name="growthtui", **cli.context_settings)
    parts = [
        "# Commands",
        _COMMANDS_INTRO,
        "## Everywhere",
        _options(cli, context),
    ]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts += _command(command, click.Context(command, context, name), f"growthtui {name}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _command(command: click.Command, context: click.Context, name: str) -> Iterator[str]:
    yield f"{'##' if name.count(' ') == 1 else '###'} {name}"
    yield " ".join((command.help or "").split())
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"`{name} {usage}`".replace(" `", "`")
    yield _options(command, context)
    if isinstance(command, click.Group):
        for child_name in command.list_commands(context):
            child = command.get_command(context, child_name)
            if child is not None:
                full = f"{name} {child_name}"
                yield from _command(child, click.Context(child, context, child_name), full)


def _options(command: click.Command, context: click.Context) -> str:
    rows = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            flags, text = record
            rows.append(f"| `{_cell(flags)}` | {_cell(text)} |")
    return "\n".join(("| option | meaning |", "|---|---|", *rows)) if rows else ""


def keys_page() -> str:
    """All keys: those of everywhere, then those of each screen and sheet."""
    parts = [
        "# Keys",
        _KEYS_INTRO,
        "## Everywhere",
        _table((*EVERYWHERE, *MOVES)),
    ]
    for screen in _screens():
        parts += [f"## {' '.join((screen.__doc__ or '').splitlines()[0].split()).rstrip('.')}", _table(screen.KEYS)]
    return "\n\n".join(parts) + "\n"


def _screens() -> list[type[Commanded]]:
    for module in pkgutil.walk_packages(growthtui.tui.__path__, "growthtui.tui."):
        importlib.import_module(module.name)
    found = {screen for screen in _descendants(Commanded) if screen.KEYS and screen.__module__.startswith("growthtui.")}
    return sorted(found, key=lambda screen: (screen.__module__, screen.__qualname__))


def _descendants(kind: type[Commanded]) -> Iterator[type[Commanded]]:
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)


def _table(commands: Sequence[Command]) -> str:
    rows = [f"| {_keys(command)} | {_cell(command.title)} |" for command in commands]
    return "\n".join(("| key | does |", "|---|---|", *dict.fromkeys(rows)))


def _keys(command: Command) -> str:
    keys = [f"`{_cell(key)}`" for key in command.shown_keys.split()]
    return " ".join(keys) or "`ctrl+p`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Write both pages."""
    (_HERE / "commands.md").write_text(commands_page(), "utf-8")
    (_HERE / "keys.md").write_text(keys_page(), "utf-8")


if __name__ == "__main__":
    main()
