"""Kept versions: a copy after every save, thinned to the last ten, one a day for a month, one a month.

They lie in the state folder, outside a synced one, and are copies, not hard links: editors and stock TinyDB write
in place and would change a linked copy with the journal.
"""

import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from growthtui.storage import atomic, codec, migrations
from growthtui.storage.codec import ShapeError, Tables, live_beyond
from growthtui.storage.ids import new_ulid, ulid_number, ulid_text, ulid_time

SAVE = "save"
MANUAL = "manual"
BEFORE_LOSS = "before-loss"

_LAST = 10
_DAYS = 30
_PINNED = 50

_NAME = re.compile(r"([0-7][0-9A-HJKMNP-TV-Z]{25})\.(\d+)\.([a-z-]+)\.json")


class KeptVersion(msgspec.Struct, frozen=True, order=True):
    """One copy. `reason` is `save`, `manual` or what it was made before ("before-import")."""

    id: str
    records: int
    reason: str
    path: Path

    @property
    def made(self) -> datetime:
        """When it was made (UTC)."""
        return ulid_time(ulid_number(self.id))

    def tables(self) -> Tables:
        """What it holds, in the present schema. ShapeError or OSError when the copy itself is broken."""
        return migrations.upgrade(codec.decode(self.path.read_bytes()))

    def missing_from(self, tables: Tables) -> int:
        """How many live records of this version are not in `tables`; 0 when the copy itself is broken."""
        try:
            return live_beyond(self.tables(), tables)
        except ShapeError:
            return 0


class VersionShelf:
    """The kept versions of one journal, in `folder`. Whoever keeps one holds the lock of the journal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self) -> tuple[KeptVersion, ...]:
        """All kept versions, newest first. Other files in the folder are left alone. OSError when it cannot be read."""
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - a third of the time of iterdir, at every save
        except (FileNotFoundError, NotADirectoryError):
            return ()
        matches = [match for name in names if (match := _NAME.fullmatch(name))]
        found = [KeptVersion(match[1], int(match[2]), match[3], self.folder / match[0]) for match in matches]
        return tuple(sorted(found, reverse=True))

    def good(self) -> Iterator[tuple[KeptVersion, Tables]]:
        """The versions that can be read, with what they hold, newest first. OSError as for `list`."""
        for version in self.list():
            try:
                tables = version.tables()
            except (ShapeError, OSError):
                continue
            yield version, tables

    def keep(self, data: bytes, records: int, now: datetime, reason: str = SAVE) -> KeptVersion:
        """Add a copy of the journal's bytes and thin out the older ones. OSError when that fails."""
        atomic.make_private_folder(self.folder)
        versions = self.list()
        last = ulid_number(versions[0].id) if versions else 0
        name = ulid_text(new_ulid(now, after=last))
        kept = KeptVersion(name, records, reason, self.folder / f"{name}.{records}.{reason}.json")
        atomic.write_quick(kept.path, data)
        for version in _superfluous((kept, *versions), now):
            version.path.unlink(missing_ok=True)
        return kept

    def pin(self, version: KeptVersion, reason: str) -> KeptVersion:
        """Keep a version from being thinned out, for a reason. OSError when that fails."""
        path = version.path.with_name(f"{version.id}.{version.records}.{reason}.json")
        version.path.rename(path)
        return KeptVersion(version.id, version.records, reason, path)


def _superfluous(versions: tuple[KeptVersion, ...], now: datetime) -> tuple[KeptVersion, ...]:
    """Those to throw away; `versions` are newest first."""
    saves = [version for version in versions if version.reason == SAVE]
    pinned = [version for version in versions if version.reason != SAVE]
    horizon = now - timedelta(days=_DAYS)
    periods: set[tuple[int, ...]] = set()
    gone = []
    for position, version in enumerate(saves):
        made = version.made
        day, month = (made.year, made.month, made.day), (made.year, made.month)
        is_newest_of_period = month not in periods or (made >= horizon and day not in periods)
        periods |= {day, month}
        if position >= _LAST and not is_newest_of_period:
            gone.append(version)
    return (*gone, *pinned[_PINNED:])
