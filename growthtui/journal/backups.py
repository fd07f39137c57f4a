"""Kept copies of the journal: list them, keep one now, bring one back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from growthtui.errors import (
    AmbiguousError,
    DamagedError,
    NotFoundError,
    NothingToDoError,
    NotKeptError,
    StateUnreadableError,
)
from growthtui.journal.damage import rescue
from growthtui.journal.ledger import Ledger
from growthtui.journal.refs import SHORTEST_PREFIX
from growthtui.journal.text import words_of
from growthtui.storage import atomic
from growthtui.storage.changes import Change, differences
from growthtui.storage.codec import META, ShapeError, Tables, is_live
from growthtui.storage.versions import MANUAL, KeptVersion


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy. `reason`: "save", "manual", or what it was made before ("before-import"). `made` is UTC."""

    id: str
    made: datetime
    records: int
    reason: str

    @classmethod
    def of(cls, version: KeptVersion) -> "Backup":
        """The copy that this version is."""
        return cls(version.id, version.made, version.records, version.reason)


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that a restore would touch, with its words now and then; None where it is not there."""

    table: str
    record: str
    now: str | None
    then: str | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing back a copy would do. `is_damaged`: the journal cannot be read, so everything comes back."""

    backup: Backup
    returning: tuple[Difference, ...]
    going: tuple[Difference, ...]
    changing: tuple[Difference, ...]
    is_damaged: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the journal is already as the copy."""
        return not (self.returning or self.going or self.changing)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. `kept_aside` is the damaged file, if the journal was damaged (then it is no step to undo)."""

    preview: Preview
    kept_aside: Path | None = None


class Backups:
    """The kept copies of one journal. They work on a journal that cannot be read, too."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._shelf = ledger.db.versions

    def list(self) -> tuple[Backup, ...]:
        """All copies, newest first. StateUnreadableError when their folder cannot be read."""
        return tuple(Backup.of(version) for version in self._versions())

    def now(self, also: Path | None = None) -> Backup:
        """Keep a copy of the journal as it is; it is not thinned out with the copies of saves.

        Args:
            also: a folder of the person's that gets a second copy, named after the journal and the moment.

        Raises:
            NothingToDoError: there is no journal yet.
            NotKeptError: the copy could not be written.
        """
        with self._ledger.db.exclusive():
            state = self._ledger.db.committed()
            if not state.data:
                raise NothingToDoError(f"There is no journal at {self._ledger.path} yet, so there is nothing to keep.")
            try:
                kept = self._shelf.keep(state.data, state.records, self._ledger.clock.now(), MANUAL)
                if also is not None:
                    self._copy(state.data, also)
            except OSError as error:
                raise NotKeptError(self._ledger.path, error.strerror or str(error)) from error
        return Backup.of(kept)

    def _copy(self, data: bytes, folder: Path) -> None:
        """Write the second copy beside the earlier ones; a copy of the same second is the same moment."""
        folder = folder.expanduser()
        atomic.make_private_folder(folder)
        moment = self._ledger.clock.now()
        path = folder / f"{self._ledger.path.stem}-{moment:%Y%m%d-%H%M%S}.json"
        atomic.put_in_place(atomic.write_temporary(path, data), path)

    def preview(self, ref: str) -> Preview:
        """What `restore` would do. NotFoundError, AmbiguousError, DamagedError (of the copy)."""
        version = self._find(ref)
        tables = _tables_of(version)
        try:
            return _preview(version, self._ledger.raw_tables(), tables, is_damaged=False)
        except DamagedError:
            return _preview(version, {}, tables, is_damaged=True)

    def restore(self, ref: str) -> Restored:
        """Bring back a copy: the state before is kept first, and it is one step that can be undone.

        Over a journal that cannot be read, the damaged file is kept aside instead.

        Raises:
            NotFoundError, AmbiguousError: `ref` names no copy or several.
            DamagedError: the copy itself cannot be read.
        """
        version = self._find(ref)
        tables = _tables_of(version)
        label = f"restore the copy of {version.made.astimezone():%Y-%m-%d %H:%M}"
        try:
            with self._ledger.db.transaction(label) as transaction:
                transaction.keep_as = "before-restore"
                preview = _preview(version, self._ledger.raw_tables(), tables, is_damaged=False)
                transaction.replace_all(tables)
            return Restored(preview)
        except DamagedError:
            with rescue(self._ledger.db, label) as running:
                running.transaction.replace_all(tables)
            return Restored(_preview(version, {}, tables, is_damaged=True), running.kept_aside)

    def _versions(self) -> tuple[KeptVersion, ...]:
        try:
            return self._shelf.list()
        except OSError as error:
            raise StateUnreadableError(self._shelf.folder, error.strerror or str(error)) from error

    def _find(self, ref: str) -> KeptVersion:
        """The copy with this id, this number in the list (1 is the newest) or this start or end of its id."""
        versions = self._versions()
        if ref.isdecimal() and len(ref) < SHORTEST_PREFIX and 0 < int(ref) <= len(versions):
            return versions[int(ref) - 1]
        text = ref.upper()
        close = [
            version
            for version in versions
            if len(text) >= SHORTEST_PREFIX and (version.id.startswith(text) or version.id.endswith(text))
        ]
        if not close:
            raise NotFoundError("kept copy", ref, "See `growthtui backup list`.")
        if len(close) > 1:
            raise AmbiguousError("kept copy", ref, [f"{one.id}  {one.made.astimezone():%F %H:%M}" for one in close])
        return close[0]


def _tables_of(version: KeptVersion) -> Tables:
    try:
        return version.tables()
    except ShapeError as error:
        raise DamagedError(version.path, str(error)) from error
    except OSError as error:
        raise DamagedError(version.path, error.strerror or str(error)) from error


def _preview(version: KeptVersion, now: Tables, then: Tables, *, is_damaged: bool) -> Preview:
    pairs = [
        (is_live(change.before), is_live(change.after), _difference(change))
        for change in differences(now, then)
        if change.table != META
    ]
    return Preview(
        Backup.of(version),
        returning=tuple(item for live_now, live_then, item in pairs if live_then and not live_now),
        going=tuple(item for live_now, live_then, item in pairs if live_now and not live_then),
        changing=tuple(item for live_now, live_then, item in pairs if live_now and live_then),
        is_damaged=is_damaged,
    )


def _difference(change: Change) -> Difference:
    doc = change.after or change.before or {}
    now, then = (None if one is None else words_of(one) for one in (change.before, change.after))
    return Difference(change.table, str(doc.get("id", change.key)), now, then)
