"""Long texts in the person's own editor: it works on a file of ours, so no failure loses a word."""

import os
from pathlib import Path

from growthtui.errors import GrowthError

_FALLBACKS = ("nano", "vim", "vi")


class EditorError(GrowthError):
    """The editor could not be run, or ended with an error; the text is still in `path`."""

    def __init__(self, command: str, reason: str, path: Path) -> None:
        super().__init__(
            f"The editor {command!r} {reason}. The text is kept in {path}. "
            "Set VISUAL or EDITOR, or `editor` in the settings, to another one."
        )
        self.path = path


def editor_command(setting: str = "") -> str:
    """The command line of the editor: the setting, else $VISUAL, else $EDITOR, else one that is usually there."""
    import shutil

    named = setting or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return named or next((name for name in _FALLBACKS if shutil.which(name)), _FALLBACKS[-1])


def edit_file(path: Path, command: str) -> None:
    """Open `path` in the editor and wait for it to end.

    Args:
        path: an existing file.
        command: the editor with its arguments, quoted as in a shell (`"/opt/my editor/bin" --wait`).

    Raises:
        EditorError: it is not there, or it ended with an error.
    """
    import shlex
    import subprocess

    try:
        words = shlex.split(command)
        done = subprocess.run([*words, str(path)], check=False)  # noqa: S603 - the person's own editor
    except ValueError as error:
        raise EditorError(command, f"cannot be understood ({error})", path) from error
    except OSError as error:
        raise EditorError(command, f"cannot be started ({error.strerror or error})", path) from error
    if done.returncode != 0:
        raise EditorError(command, f"ended with the exit code {done.returncode}", path)
