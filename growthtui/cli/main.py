"""The root of the command line: global options, and the one place where errors become a sentence and an exit code."""

import sys
from collections.abc import Sequence

import click

from growthtui import __version__
from growthtui.cli.app import App
from growthtui.cli.commands import COMMANDS
from growthtui.cli.lazy import LazyGroup
from growthtui.errors import DamagedError, ExitCode, GrowthError

_STOPPED = 130
"""What a shell expects from a program that its user stopped."""

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(
    cls=LazyGroup,
    places=COMMANDS,
    invoke_without_command=True,
    context_settings=_HELP,
    epilog="Without a command the full-screen app opens. A REF is an id, the number that a list shows, or the start "
    "of an id. DATE and WEEK can be typed as one says them: today, last friday, 2026-W48, 2 weeks ago.",
)
@click.option("--journal", metavar="FILE", help="The journal file (or GROWTHTUI_JOURNAL).")
@click.option("--today", metavar="DATE", help="The date to take for today (or GROWTHTUI_TODAY).")
@click.option("--config", metavar="FILE", help="The settings file (or GROWTHTUI_CONFIG).")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, journal: str | None, today: str | None, config: str | None) -> int | None:
    """A journal for your growth plan: one plan, five minutes a week, one honest document."""
    options = {"journal": journal, "today": today, "config": config}
    ctx.ensure_object(App).options = options
    if ctx.invoked_subcommand is not None:
        return None
    from growthtui.cli.full_screen import run_full_screen

    return run_full_screen(options)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing that a person can cause becomes a traceback."""
    app = App()
    app.arguments = tuple(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without these letters gets them spelled out
    try:
        code = cli.main(list(arguments), "growthtui", standalone_mode=False, obj=app)
        app.forget_edited()
    except GrowthError as error:
        code = _told(app, error)
    except click.ClickException as error:
        app.say(_sentence(error))
        code = ExitCode.USAGE
    except click.Abort:
        app.say("Stopped; nothing more was done.")
        code = _STOPPED
    except OSError as error:
        code = _refused_by_the_system(app, error)
    app.tell_warnings()
    return code if isinstance(code, int) else ExitCode.DONE


def _told(app: App, error: GrowthError) -> ExitCode:
    app.say(str(error))
    if isinstance(error, DamagedError) and error.path == app.journal.path:
        from growthtui.journal.damage import advice

        app.done(advice(app.journal.path, app.journal.state))
    if kept := app.where_text_is(error):
        app.say(kept)
    return error.exit_code


def _refused_by_the_system(app: App, error: OSError) -> ExitCode:
    reason = error.strerror or str(error)
    if error.filename is None:
        app.say(f"{reason}. Look at where the output leads, and whether the folder you are in is still there.")
        return ExitCode.NOT_WRITTEN
    app.say(f"{error.filename}: {reason}. Check the path and its permissions.")
    return ExitCode.USAGE


def _sentence(error: click.ClickException) -> str:
    message = error.format_message()
    if "unexpected extra argument" in message:
        message = f"{message.rstrip('.')}; put a text of several words in quotes."
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        return message
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} See `{ctx.command_path} --help`." if ctx else message
