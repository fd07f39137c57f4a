"""The way in: the full-screen app when only global options are given, else the command line."""

import gc
import io
import os
import sys
from collections.abc import Sequence

from growthtui.errors import GrowthError


def main() -> int:
    """Run the program with the arguments of the process and return its exit code.

    A command is over before there is any garbage to collect, so it neither looks for it on the way nor at the end
    (a tenth of its time); the app turns the collector on again.
    """
    gc.disable()
    _open_streams()
    try:
        return _run(sys.argv[1:])
    finally:
        gc.freeze()


def _open_streams() -> None:
    """Put an empty stream where the shell closed one (`<&-`, `>&-`), so that nobody has to ask whether it is there."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))


def _run(arguments: Sequence[str]) -> int:
    from growthtui.cli.full_screen import COMPLETE, only_global_options, run_full_screen

    options = only_global_options(arguments)
    if options is None or COMPLETE in os.environ:
        from growthtui.cli.main import run

        return run(arguments)
    try:
        return run_full_screen(options)
    except GrowthError as error:
        sys.stderr.write(f"growthtui: {error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
