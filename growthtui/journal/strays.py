"""Files beside a journal: conflict copies of sync programs, what a crash left, what was kept aside."""

import re
from dataclasses import dataclass
from pathlib import Path

from growthtui.storage import atomic, codec
from growthtui.storage.codec import META, ShapeError, Tables, live_beyond

_PATTERNS = (
    ("Syncthing", r"{stem}\.sync-conflict-\d{{8}}-\d{{6}}.*{suffix}"),
    ("Dropbox", r"{stem} \(.*(conflicted copy|in Konflikt stehende Kopie|Case Conflict).*\).*{suffix}"),
    ("Nextcloud", r"{stem}(_conflict-| \(conflicted copy).*{suffix}"),
    ("Seafile", r"{stem} \(SFConflict .*\){suffix}"),
    ("Google Drive", r"{stem} ?\(\d+\){suffix}"),
    ("iCloud", r"{stem} \d+{suffix}"),
    ("Resilio Sync", r"({stem}\.Conflict{suffix}|{stem}{suffix}\.Conflict)"),
    ("rclone", r"({stem}\.conflict\d+{suffix}|{stem}{suffix}\.conflict\d+)"),
    ("git", r"({stem}{suffix}\.orig|{stem}_(BASE|LOCAL|REMOTE|BACKUP)_\d+{suffix})"),
)
"""Program, and how it names the losing copy of `stem + suffix`. Others (OneDrive) are known by what they hold."""

_MARKS = {".stfolder": "Syncthing", ".dropbox.cache": "Dropbox", ".owncloudsync.log": "Nextcloud"}
_NAMES = ("Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "iCloud Drive", "pCloud Drive")


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """Another state of the same journal. `extra`: live records that only it has; None when it cannot be read."""

    path: Path
    program: str
    extra: int | None


def conflict_copies(journal: Path, tables: Tables) -> tuple[ConflictCopy, ...]:
    """Files beside `journal` that look like the losing side of a sync, by name or because they hold this journal."""
    found = []
    for path in _neighbours(journal):
        program = _program(journal, path.name)
        other = _tables(path)
        is_same = bool(other) and bool(tables) and _identity(other) == _identity(tables)
        if program is None and not is_same:
            continue
        extra = live_beyond(other, tables) if other else None
        found.append(ConflictCopy(path, program or "unknown (it holds the same journal)", extra))
    return tuple(found)


def leftovers(journal: Path) -> tuple[Path, ...]:
    """Temporary files that a killed save left and the start of the program could not remove."""
    return tuple(atomic.leftovers(journal.parent, journal.name))


def kept_aside(journal: Path) -> tuple[Path, ...]:
    """Damaged files that a restore or a repair put aside."""
    return tuple(sorted(path for path in _siblings(journal) if path.name.startswith(f"{journal.name}.damaged-")))


def synced_by(folder: Path) -> str:
    """The program that keeps this folder the same on several machines, as far as its marks tell; "" for none."""
    for place in (folder, *folder.parents):
        program = next((name for mark, name in _MARKS.items() if (place / mark).exists()), "")
        if program or place.name in _NAMES:
            return program or place.name
    return ""


def _neighbours(journal: Path) -> list[Path]:
    """Files that could be a copy: their name begins as the journal's does."""
    return sorted(
        path
        for path in _siblings(journal)
        if path.name != journal.name
        and path.name.startswith(journal.stem)
        and not path.name.startswith(f"{journal.name}.damaged-")
        and (path.suffix == journal.suffix or _program(journal, path.name))
    )


def _siblings(journal: Path) -> list[Path]:
    try:
        return [path for path in journal.parent.iterdir() if path.is_file()]
    except OSError:
        return []


def _program(journal: Path, name: str) -> str | None:
    parts = {"stem": re.escape(journal.stem), "suffix": re.escape(journal.suffix)}
    return next(
        (program for program, pattern in _PATTERNS if re.fullmatch(pattern.format(**parts), name, re.IGNORECASE)), None
    )


def _tables(path: Path) -> Tables:
    try:
        return codec.decode(path.read_bytes())
    except (ShapeError, OSError):
        return {}


def _identity(tables: Tables) -> object:
    return next(iter(tables[META].values())).get("journal")
