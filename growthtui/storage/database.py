"""The journal's database: TinyDB with transactions, kept versions and an undo log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from tinydb import TinyDB

from growthtui.storage.changes import Change, differences, rebase
from growthtui.storage.codec import META, SCHEMA, Doc, Table, Tables
from growthtui.storage.file import Committed, ForeignChangeError, JournalStorage
from growthtui.storage.ids import new_ulid, ulid_text
from growthtui.storage.steps import Step, StepLog
from growthtui.storage.table import JournalTable
from growthtui.storage.versions import SAVE, VersionShelf

_TRIES = 3


class Transaction:
    """Operations on the tables that become one save, or nothing."""

    def __init__(self, database: "JournalDB", label: str, now: datetime) -> None:
        self.label = label
        self.now = now
        self.keep_as: str | None = None
        """Set to a reason ("before-import") to pin a copy of the state before this transaction."""
        self.is_step = True
        """False for what a person cannot undo (undo itself)."""
        self._database = database

    def table(self, name: str) -> Table:
        """The records of a table as they stand in this transaction; not to be changed."""
        tables = self._database.journal_storage.read() or {}
        return tables.get(name, {})

    def find(self, name: str, record_id: str) -> Doc | None:
        """The record with this id, also a deleted one."""
        return next((doc for doc in self.table(name).values() if doc.get("id") == record_id), None)

    def insert(self, name: str, docs: list[Doc]) -> list[str]:
        """Add records and return their ids. One without `id` gets the ULID of its document id."""
        created = stamp(self.now)
        fresh = [{"id": "", "created": created} | doc for doc in docs]
        self._database.journal_table(name).add(fresh)
        return [str(doc["id"]) for doc in fresh]

    def update(self, name: str, record_id: str, fields: Doc) -> None:
        """Set fields of one record; a field set to None goes. Unknown fields of the record stay."""
        key = self._key(name, record_id)
        doc = dict(self.table(name)[key]) | fields | {"changed": stamp(self.now)}
        slim = {field: value for field, value in doc.items() if value is not None or field not in fields}
        self._database.journal_storage.working_table(name)[key] = slim

    def _key(self, name: str, record_id: str) -> str:
        for key, doc in self.table(name).items():
            if doc.get("id") == record_id:
                return key
        message = f"{name} has no record {record_id!r}"
        raise KeyError(message)

    def remove(self, name: str, keys: list[str]) -> None:
        """Take records out for good, by document id."""
        self._database.journal_table(name).remove(doc_ids=[int(key) for key in keys])

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Put records into the state `after` of each change (undo, redo, rebase)."""
        for change in changes:
            table = self._database.journal_storage.working_table(change.table)
            if change.after is None:
                table.pop(change.key, None)
            else:
                table[change.key] = change.after

    def replace_all(self, tables: Tables) -> None:
        """Put the whole journal into another state (restore)."""
        self._database.journal_storage.write(tables)


class JournalDB(TinyDB):
    """One journal file.

    Args:
        path: the journal.
        state: the folder for kept versions and the undo log.
        now: the clock.
        lock_timeout: seconds to wait for another process.
    """

    table_class = JournalTable  # type: ignore[assignment] # TinyDB infers its class variables too narrowly
    default_storage_class = JournalStorage  # type: ignore[assignment] # likewise

    def __init__(self, path: Path, state: Path, now: Callable[[], datetime], lock_timeout: float = 5.0) -> None:
        super().__init__(path, lock_timeout=lock_timeout)
        self.journal_storage = cast("JournalStorage", self.storage)
        self.now = now
        self.versions = VersionShelf(state / "versions")
        self.steps = StepLog(state / "undo.jsonl")
        self.warnings: list[str] = []
        self._running: Transaction | None = None

    def journal_table(self, name: str) -> JournalTable:
        """A table by name."""
        table = cast("JournalTable", self.table(name))
        table.now = self.now
        return table

    def committed(self) -> Committed:
        """The last saved state."""
        return self.journal_storage.committed()

    @contextmanager
    def transaction(self, label: str) -> Iterator[Transaction]:
        """All operations of the block, or none. Inside another transaction it joins that one.

        Raises:
            BusyError: the lock was not free in time.
            NotWrittenError: the save failed; the file is as before.
            DamagedError: the file cannot be read; it is left alone.
            ClashError: another program changed the same field meanwhile.
        """
        if self._running is not None:
            yield self._running
            return
        before = self.journal_storage.begin()
        transaction = Transaction(self, label, self.now())
        self._running = transaction
        try:
            self._ensure_meta()
            yield transaction
        except BaseException:
            self.journal_storage.roll_back()
            raise
        finally:
            self._running = None
        self._commit(transaction, before)

    def _ensure_meta(self) -> None:
        meta = self.journal_storage.working_table(META)
        if not meta:
            meta["1"] = {"schema": SCHEMA, "journal": ulid_text(new_ulid(self.now()))}

    def _commit(self, transaction: Transaction, before: Committed) -> None:
        changes = differences(before.tables, self.journal_storage.read() or {})
        if not [change for change in changes if change.table != META] and before.data:
            self.journal_storage.roll_back()
            return
        for attempt in range(_TRIES):
            try:
                after = self.journal_storage.commit()
                break
            except ForeignChangeError:
                if attempt == _TRIES - 1:
                    raise
                before = self.journal_storage.begin()
                try:
                    changes = rebase(changes, before.tables)
                    transaction.apply(changes)
                except BaseException:
                    self.journal_storage.roll_back()
                    raise
        self._keep(transaction, before, after, changes)

    def _keep(self, transaction: Transaction, before: Committed, after: Committed, changes: tuple[Change, ...]) -> None:
        """Copies and the undo step: they must never stop a save, and say so once when they fail."""
        try:
            if transaction.keep_as and before.data:
                self.versions.keep(before.data, live_records(before.tables), self.now(), transaction.keep_as)
            self.versions.keep(after.data, live_records(after.tables), self.now(), SAVE)
            if transaction.is_step:
                real = tuple(change for change in changes if change.table != META)
                step = Step(id=ulid_text(new_ulid(self.now())), at=self.now(), label=transaction.label, changes=real)
                self.steps.record(step)
        except OSError as error:
            self._warn(f"The save is done, but no copy of it could be kept: {error.strerror or error}.")
        if not self.journal_storage.is_durable:
            self._warn("The save is done, but the disk did not confirm it.")

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)


def live_records(tables: Tables) -> int:
    """How many records are not deleted."""
    return sum("deleted" not in doc for name, table in tables.items() if name != META for doc in table.values())


def stamp(moment: datetime) -> str:
    """A time stamp as the journal stores it: UTC with offset."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
