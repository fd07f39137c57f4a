"""Kept versions: a copy after every save, thinned to the last ten, one a day for a month, one a month.

They lie in the state folder, outside a synced one, and are copies, not hard links: editors and stock TinyDB write
in place and would change a linked copy with the journal.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from growthtui.storage import atomic
from growthtui.storage.ids import new_ulid, ulid_number, ulid_text, ulid_time

SAVE = "save"
MANUAL = "manual"

_LAST = 10
_DAYS = 30
_PINNED = 50


@dataclass(frozen=True, slots=True, order=True)
class KeptVersion:
    """One copy. `reason` is `save`, `manual` or what it was made before ("before-import")."""

    id: str
    records: int
    reason: str
    path: Path

    @property
    def made(self) -> datetime:
        """When it was made (UTC)."""
        return ulid_time(ulid_number(self.id))


class VersionShelf:
    """The kept versions of one journal, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self) -> tuple[KeptVersion, ...]:
        """All kept versions, newest first. Files with other names are left alone."""
        found = [version for path in self.folder.glob("*.json") if (version := _parse(path)) is not None]
        return tuple(sorted(found, reverse=True))

    def keep(self, data: bytes, records: int, now: datetime, reason: str = SAVE) -> KeptVersion:
        """Add a copy of the journal's bytes and thin out the older ones. OSError when that fails."""
        atomic.make_private_folder(self.folder)
        versions = self.list()
        last = ulid_number(versions[0].id) if versions else 0
        name = ulid_text(new_ulid(now, after=last))
        path = self.folder / f"{name}.{records}.{reason}.json"
        atomic.write_quick(path, data)
        kept = KeptVersion(name, records, reason, path)
        for version in _superfluous((kept, *versions), now):
            version.path.unlink(missing_ok=True)
        return kept


def _parse(path: Path) -> KeptVersion | None:
    match path.name.split("."):
        case [name, records, reason, "json"] if records.isdecimal():
            try:
                ulid_number(name)
            except ValueError:
                return None
            return KeptVersion(name, int(records), reason, path)
        case _:
            return None


def _superfluous(versions: tuple[KeptVersion, ...], now: datetime) -> tuple[KeptVersion, ...]:
    """Those to throw away; `versions` are newest first."""
    saves = [version for version in versions if version.reason == SAVE]
    keep = set(saves[:_LAST])
    days: set[str] = set()
    months: set[str] = set()
    horizon = now - timedelta(days=_DAYS)
    for version in saves:
        made = version.made
        if made >= horizon and f"{made:%F}" not in days:
            days.add(f"{made:%F}")
            keep.add(version)
        if f"{made:%Y-%m}" not in months:
            months.add(f"{made:%Y-%m}")
            keep.add(version)
    pinned = [version for version in versions if version.reason != SAVE]
    return tuple(version for version in saves if version not in keep) + tuple(pinned[_PINNED:])
