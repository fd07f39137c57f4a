"""Paths as people type, drop or paste them, and the names that would complete one."""

import os
from pathlib import Path

_QUOTES = "'\""
_MOST_NAMES = 200


def path_in(text: str) -> Path | None:
    """The path that `text` is, or None when it is a text of several lines or begins like JSON."""
    line = text.strip()
    if not line or "\n" in line or "\0" in line or line[0] in "{[":
        return None
    if len(line) > 1 and line[0] == line[-1] and line[0] in _QUOTES:
        return Path(line[1:-1])
    return Path(line.removeprefix("file://").replace("\\ ", " ")).expanduser()


def completions(typed: str) -> tuple[str, ...]:
    """What could follow a typed path, each for one file or folder ("/" behind a folder); none without a folder."""
    folder, _, start = typed.rpartition("/")
    try:
        with os.scandir(Path(f"{folder}/" if "/" in typed else ".").expanduser()) as entries:
            names = sorted(
                entry.name + ("/" if entry.is_dir() else "")
                for entry in entries
                if entry.name.startswith(start) and (start or not entry.name.startswith("."))
            )
    except (OSError, ValueError, RuntimeError):
        return ()
    return tuple(name[len(start) :] for name in names[:_MOST_NAMES])
