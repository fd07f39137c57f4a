"""The TinyDB storage: one file, read when it changed, replaced atomically under a lock."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from growthtui.errors import BusyError, DamagedError, NewerSchemaError, NotWrittenError, UnreadableError
from growthtui.storage import atomic, codec, migrations
from growthtui.storage.changes import Change, with_changes
from growthtui.storage.codec import META, Lines, ShapeError, Table, Tables, is_live, live_records
from growthtui.storage.lock import FileLock

_Signature = tuple[int, int, int, int, int]

_RACY_NS = 50_000_000
"""A file changed less than 50 ms ago may change again without a new time stamp (git's "racy" rule)."""

_PATIENCE_SECONDS = 1.0
_PAUSE_SECONDS = 0.05


class Committed(msgspec.Struct, frozen=True, eq=False):
    """What stands in the file.

    `tables` and `lines` are never changed in place; `lines` fills at the first save. `records` counts the live ones.
    `settled` is false when the file was so fresh that its signature proves nothing. `outdated` marks a file of an older
    schema.
    """

    data: bytes = b""
    tables: Tables = msgspec.field(default_factory=dict)
    records: int = 0
    signature: _Signature | None = None
    settled: bool = True
    outdated: bool = False
    lines: Lines | None = None


class ForeignChangeError(Exception):
    """The file was replaced by a program without our lock between reading and saving; try again."""


class JournalStorage(Storage):
    """TinyDB's view of the journal file. Changes happen inside `exclusive`, between `begin` and `save`.

    Args:
        path: the journal; a symbolic link stays one, its target is replaced.
        lock_timeout: seconds to wait for another thread or process.
        was_there: tells, for a missing file, whether there was a journal before.
    """

    def __init__(self, path: Path, lock_timeout: float = 5.0, was_there: Callable[[], bool] = lambda: False) -> None:
        self.path = Path(os.path.realpath(path))
        self._timeout = lock_timeout
        self._was_there = was_there
        self._thread_lock = threading.Lock()
        self._committed: Committed | None = None
        self._before = Committed()
        self._working: Tables | None = None
        self._owned: set[str] = set()
        self._is_swept = False
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
        """Take over whole tables inside a transaction (TinyDB drops tables this way)."""
        self._require_working()
        self._working = dict(data)
        self._owned = set()

    # reading

    def committed(self) -> Committed:
        """The last saved state. While another thread saves, the state before that save.

        Raises:
            DamagedError: the file is no journal.
            UnreadableError: the file cannot be opened.
            NewerSchemaError: a newer growthtui wrote it.
        """
        if self._working is not None:
            return self._before
        known = self._committed
        signature = self._signature()
        if known is not None and known.settled and known.signature == signature:
            return known
        return self._load(signature)

    def has_changed_on_disk(self) -> bool:
        """Whether the file is another one than the last state read; one stat, for a timer."""
        known = self._committed
        return known is None or known.signature != self._signature()

    def _load(self, signature: _Signature | None) -> Committed:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        data = self._read_bytes(signature)
        while True:
            try:
                fresh = self._accept(data, signature)
            except DamagedError:
                if not _is_young(signature) or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)  # another program may be half-way through writing in place
                seen, signature = data, self._signature()
                data = self._read_bytes(signature)
                if data == seen:
                    raise
            else:
                self._committed = fresh
                return fresh

    def _accept(self, data: bytes | None, signature: _Signature | None) -> Committed:
        known = self._committed
        settled = signature is None or time.time_ns() - signature[4] > _RACY_NS
        if data is None:
            if (known is not None and known.data) or self._was_there():
                raise DamagedError(self.path, "the file has vanished")
            return Committed(signature=signature)
        if known is not None and known.data == data:
            return msgspec.structs.replace(known, signature=signature, settled=settled)
        try:
            tables = codec.decode(data)
            schema = codec.schema_of(tables)
            if schema > codec.SCHEMA:
                raise NewerSchemaError(self.path, schema, codec.SCHEMA)
            current = migrations.upgrade(tables)
        except ShapeError as error:
            raise DamagedError(self.path, str(error)) from error
        return Committed(data, current, live_records(current), signature, settled, outdated=current is not tables)

    def raw(self) -> bytes | None:
        """The bytes of the file, whatever they are; None when there is none. UnreadableError."""
        return self._read_bytes(self._signature())

    def _read_bytes(self, signature: _Signature | None) -> bytes | None:
        try:
            if signature is not None and not self.path.is_file():
                raise UnreadableError(self.path, "it is no ordinary file")
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnreadableError(self.path, error.strerror or str(error)) from error

    def _signature(self) -> _Signature | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    # writing

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep other threads and processes from saving. BusyError, NotWrittenError."""
        if not self._thread_lock.acquire(timeout=self._timeout):
            raise BusyError(self.path, "another part of this program", self._timeout)
        lock = FileLock(self.path, self._timeout)
        try:
            self._prepare_folder()
            lock.acquire()
            self._sweep()
            yield
        finally:
            self._forget()
            lock.release()
            self._thread_lock.release()

    def _prepare_folder(self) -> None:
        try:
            atomic.make_private_folder(self.path.parent)
        except OSError as error:
            raise NotWrittenError.because(self.path, error) from error

    def _sweep(self) -> None:
        """Once, at the first save: what a killed process left."""
        if not self._is_swept:
            atomic.remove_leftovers(self.path.parent, self.path.name)
            self._is_swept = True

    def begin(self) -> Committed:
        """The state to work on, read anew under the lock."""
        return self._work_on(self._load(self._signature()))

    def begin_anew(self) -> Committed:
        """Work on an empty journal, whatever stands in the file."""
        return self._work_on(Committed(signature=self._signature()))

    def _work_on(self, committed: Committed) -> Committed:
        self._before = committed
        self._working = dict(committed.tables)
        self._owned = set()
        return committed

    def working_table(self, name: str) -> Table:
        """A table of the running transaction, to be changed in place; its records must be replaced, not edited."""
        working = self._require_working()
        if name not in self._owned:
            working[name] = dict(working.get(name, {}))
            self._owned.add(name)
        return working[name]

    def savepoint(self) -> Tables:
        """The tables as they stand, to be given to `back_to` if what follows goes wrong."""
        self._owned = set()
        return dict(self._require_working())

    def back_to(self, savepoint: Tables) -> None:
        """Forget what happened since `savepoint`."""
        self.write(savepoint)

    def save(self, changes: tuple[Change, ...]) -> Committed:
        """Write the working tables, which differ from what was begun by `changes`.

        Raises:
            NotWrittenError: the file is as it was.
            ForeignChangeError: the file is not the one that was begun with.
        """
        before = self._before
        tables = self._require_working()
        for name in {change.table for change in changes if change.table in tables}:
            tables[name] = codec.in_order(tables[name])
        lines = with_changes(before.lines or codec.lines_of(before.tables), changes, tables)
        data = codec.join(tables, lines)
        try:
            like = self.path.stat() if before.signature else None
            temporary = atomic.write_temporary(self.path, data, like)
            self._refuse_foreign_change(before, temporary)
            self.is_durable = atomic.put_in_place(temporary, self.path)
        except OSError as error:
            raise NotWrittenError.because(self.path, error) from error
        records = before.records + sum(is_live(one.after) - is_live(one.before) for one in changes if one.table != META)
        fresh = Committed(data, tables, records, self._signature(), settled=False, lines=lines)
        self._committed = fresh
        self._forget()
        return fresh

    def _refuse_foreign_change(self, before: Committed, temporary: Path) -> None:
        """A program without our lock (a sync client, an editor) may have written the file meanwhile."""
        if self._signature() != before.signature:
            temporary.unlink(missing_ok=True)
            raise ForeignChangeError

    def _require_working(self) -> Tables:
        if self._working is None:
            message = "tables are changed inside a transaction only"
            raise RuntimeError(message)
        return self._working

    def _forget(self) -> None:
        self._working = None
        self._owned = set()


def _is_young(signature: _Signature | None) -> bool:
    return signature is not None and time.time_ns() - signature[3] < _PATIENCE_SECONDS * 1e9
