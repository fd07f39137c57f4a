"""The way in: the full-screen app when only global options are given, else the command line."""

import gc
import os
import sys

from growthtui.errors import GrowthError


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    gc.disable()  # a command is over before there is anything to collect; the app turns it on again
    from growthtui.cli.full_screen import COMPLETE, only_global_options, run_full_screen

    options = only_global_options(sys.argv[1:])
    if options is None or COMPLETE in os.environ:
        from growthtui.cli.main import run

        return run(sys.argv[1:])
    try:
        return run_full_screen(options)
    except GrowthError as error:
        sys.stderr.write(f"growthtui: {error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
