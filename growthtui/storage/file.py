"""The TinyDB storage: one file, read when it changed, replaced atomically under a lock."""

import errno
import os
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from growthtui.errors import DamagedError, NewerSchemaError, NotWrittenError
from growthtui.storage import atomic
from growthtui.storage.codec import SCHEMA, LineCache, ShapeError, Table, Tables, decode, schema_of
from growthtui.storage.lock import FileLock

_Signature = tuple[int, int, int, int]

_RACY_NS = 50_000_000
"""A file written less than 50 ms ago may change again without a new time stamp (git's "racy" rule)."""

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission to write here",
    errno.EPERM: "writing is not permitted here",
    errno.EBUSY: "the file is a mount of its own and cannot be replaced; mount its folder instead",
}


@dataclass(frozen=True, slots=True)
class Committed:
    """What stands in the file: its bytes, its tables (never changed in place), its stat signature."""

    data: bytes
    tables: Tables
    signature: _Signature | None


class JournalStorage(Storage):
    """TinyDB's view of the journal file. Changes happen between `begin` and `commit` or `roll_back`.

    Args:
        path: the journal; a symbolic link stays one, its target is replaced.
        lock_timeout: seconds to wait for another process.
    """

    def __init__(self, path: Path, lock_timeout: float = 5.0) -> None:
        self.path = Path(os.path.realpath(path))
        self._timeout = lock_timeout
        self._thread_lock = threading.RLock()
        self._lock: FileLock | None = None
        self._cache = LineCache()
        self._committed: Committed | None = None
        self._working: Tables | None = None
        self._owned: set[str] = set()
        self.is_durable = True
        """False after a save whose rename could not be flushed to the disk."""

    # what TinyDB asks for

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables to work with, or None while there is no file."""
        if self._working is not None:
            return self._working
        committed = self.committed()
        return committed.tables if committed.data else None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take over whole tables inside a transaction; TinyDB calls this only to drop tables."""
        self._require_working()
        self._working = {name: dict(table) for name, table in data.items()}
        self._owned = set(self._working)

    # reading

    def committed(self) -> Committed:
        """The last saved state. While another thread saves, the state before that save."""
        known = self._committed
        if self._working is not None and known is not None:
            return known
        signature = self._signature()
        if known is not None and known.signature == signature and not _is_racy(signature):
            return known
        return self._load(signature)

    def has_changed_on_disk(self) -> bool:
        """Whether the file is another one than the last state read; one stat, for a timer."""
        known = self._committed
        return known is None or known.signature != self._signature()

    def _load(self, signature: _Signature | None) -> Committed:
        known = self._committed
        data = self._read_bytes()
        if known is not None and known.data == data:
            fresh = Committed(data, known.tables, signature)
        elif data is None:
            if known is not None and known.data:
                raise DamagedError(self.path, "the file has vanished")
            fresh = Committed(b"", {}, None)
        else:
            fresh = Committed(data, self._decode(data), signature)
        self._committed = fresh
        return fresh

    def _read_bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedError(self.path, error.strerror or str(error)) from error

    def _decode(self, data: bytes) -> Tables:
        try:
            tables = decode(data)
            schema = schema_of(tables)
        except ShapeError as error:
            raise DamagedError(self.path, str(error)) from error
        if schema > SCHEMA:
            raise NewerSchemaError(self.path, schema, SCHEMA)
        return tables

    def _signature(self) -> _Signature | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    # writing

    def begin(self) -> Committed:
        """Take the lock and return the state to work on, read anew under the lock."""
        self._thread_lock.acquire()
        try:
            if not self.path.parent.exists():
                self._create_folder()
            lock = FileLock(self.path, self._timeout)
            lock.acquire()
            self._lock = lock
            for leftover in atomic.temporary_names(self.path):
                leftover.unlink(missing_ok=True)
            committed = self._load(self._signature())
            self._working = dict(committed.tables)
            self._owned = set()
        except BaseException:
            self._end()
            raise
        return committed

    def _create_folder(self) -> None:
        try:
            atomic.make_private_folder(self.path.parent)
        except OSError as error:
            raise self._not_written(error) from error

    def working_table(self, name: str) -> Table:
        """A table of the running transaction, to be changed in place; its records must be replaced, not edited."""
        working = self._require_working()
        if name not in self._owned:
            working[name] = dict(working.get(name, {}))
            self._owned.add(name)
        return working[name]

    def commit(self) -> Committed:
        """Save the running transaction and end it. NotWrittenError leaves the file as it was."""
        working = self._require_working()
        try:
            before = self._committed
            data = self._cache.encode(working)
            try:
                mode = stat.S_IMODE(self.path.stat().st_mode) if self.path.exists() else atomic.PRIVATE_FILE
                temporary = atomic.write_temporary(self.path, data, mode)
                self._refuse_foreign_change(before, temporary)
                self.is_durable = atomic.put_in_place(temporary, self.path)
            except OSError as error:
                raise self._not_written(error) from error
            fresh = Committed(data, working, self._signature())
            self._committed = fresh
            return fresh
        finally:
            self._end()

    def roll_back(self) -> None:
        """End the running transaction without a trace."""
        self._end()

    def _refuse_foreign_change(self, before: Committed | None, temporary: Path) -> None:
        """A program without our lock (a sync client, an editor) may have replaced the file meanwhile."""
        known = before.signature if before else None
        if self._signature() == known:
            return
        temporary.unlink(missing_ok=True)
        raise ForeignChangeError

    def _not_written(self, error: OSError) -> NotWrittenError:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        return NotWrittenError(self.path, reason)

    def _require_working(self) -> Tables:
        if self._working is None:
            message = "tables are changed inside a transaction only"
            raise RuntimeError(message)
        return self._working

    def _end(self) -> None:
        self._working = None
        self._owned = set()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._thread_lock.release()


class ForeignChangeError(Exception):
    """The file was replaced by a program without our lock between reading and saving; try again."""


def _is_racy(signature: _Signature | None) -> bool:
    import time

    return signature is not None and time.time_ns() - signature[3] < _RACY_NS
