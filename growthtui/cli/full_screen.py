"""The way into the full-screen app. It knows nothing of click, so that starting the app does not import it."""

import sys
from collections.abc import Mapping, Sequence

from growthtui.errors import BadInputError

COMPLETE = "_GROWTHTUI_COMPLETE"
"""The variable by which a shell asks what could come next; then there is no app to open."""

_OPTIONS = ("journal", "today", "config")


class NoTerminalError(BadInputError):
    """The app was asked for where it cannot be drawn."""

    def __init__(self) -> None:
        super().__init__(
            "The full-screen app needs a terminal. Use a command instead, for example `growthtui plan`, or see "
            "`growthtui --help`."
        )


def only_global_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """The global options when there is nothing else on the command line, else None: then click reads it."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name.removeprefix("--") not in _OPTIONS or not name.startswith("--"):
            return None
        if not equals:
            if not rest:
                return None
            value = rest.pop(0)
        found[name.removeprefix("--")] = value
    return found


def require_terminal() -> None:
    """NoTerminalError unless stdin and stdout are one."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminalError


def run_full_screen(options: Mapping[str, str | None]) -> int:
    """Open the journal in the app and return its exit code. BadInputError without a terminal or by a bad option."""
    require_terminal()
    from growthtui.journal.opening import open_journal
    from growthtui.settings import clock_for, load
    from growthtui.tui.app import run_app

    settings = load({name: options.get(name) for name in ("journal", "config")})
    return run_app(open_journal(settings, clock_for(options.get("today"))), settings)
