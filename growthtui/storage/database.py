"""The journal's database: TinyDB with transactions, kept versions and an undo log."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident
from typing import cast

from tinydb import TinyDB

from growthtui.errors import NotFoundError, NotWrittenError
from growthtui.storage import atomic
from growthtui.storage.changes import Change, differences, rebase
from growthtui.storage.codec import META, SCHEMA, Doc, Table, Tables
from growthtui.storage.file import Committed, ForeignChangeError, JournalStorage
from growthtui.storage.ids import new_ulid, ulid_text
from growthtui.storage.steps import StepLog
from growthtui.storage.table import JournalTable
from growthtui.storage.versions import BEFORE_LOSS, SAVE, VersionShelf

_TRIES = 3


class Transaction:
    """Operations on the tables that become one save, or nothing.

    Attributes:
        label: how the step is named in the history.
        now: the moment of all time stamps in it.
        keep_as: set to a reason ("before-import") to pin a copy of the state before this transaction.
        note: what to write into the undo log after the save; undo and redo put their own in.
    """

    def __init__(self, database: "JournalDB", label: str, now: datetime) -> None:
        self.label = label
        self.now = now
        self.keep_as: str | None = None
        self.note: Callable[[tuple[Change, ...]], object] = self._note_step
        self.thread = get_ident()
        self._database = database
        self._storage = database.journal_storage

    def table(self, name: str) -> Table:
        """The records of a table as they stand in this transaction; not to be changed."""
        return (self._storage.read() or {}).get(name, {})

    def find(self, name: str, record_id: str) -> Doc | None:
        """The record with this id, also a deleted one."""
        key = self._key(name, record_id)
        return None if key is None else self.table(name)[key]

    def insert(self, name: str, docs: list[Doc]) -> list[str]:
        """Add records and return their ids. One without `id` gets the ULID of its document id.

        Raises:
            ValueError: an id is taken already, also by a deleted record.
        """
        fresh = [{"id": "", "created": stamp(self.now)} | doc for doc in docs]
        given = [doc["id"] for doc in fresh if doc["id"]]
        if given:
            taken = {str(doc.get("id")) for doc in self.table(name).values()}.intersection(given)
            if taken or len(set(given)) < len(given):
                message = f"{name}: an id may stand only once ({', '.join(map(str, taken or given))})"
                raise ValueError(message)
        self._database.journal_table(name).add(fresh)
        return [str(doc["id"]) for doc in fresh]

    def update(self, name: str, record_id: str, fields: Doc) -> None:
        """Set fields of one record; a field set to None goes. Unknown fields of the record stay.

        Raises:
            NotFoundError: another program took the record out.
        """
        key = self._key(name, record_id)
        if key is None:
            raise NotFoundError(f"record in {name}", record_id, "Another program may have taken it out; look again.")
        doc = self.table(name)[key] | fields | {"changed": stamp(self.now)}
        slim = {field: value for field, value in doc.items() if value is not None or field not in fields}
        self._storage.working_table(name)[key] = slim

    def remove(self, name: str, keys: list[str]) -> None:
        """Take records out for good, by document id."""
        self._database.journal_table(name).remove(doc_ids=[int(key) for key in keys])

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Put records into the state `after` of each change (undo, redo, rebase)."""
        for change in changes:
            table = self._storage.working_table(change.table)
            if change.after is None:
                table.pop(change.key, None)
            else:
                table[change.key] = change.after

    def replace_all(self, tables: Tables) -> None:
        """Put the whole journal into another state (restore)."""
        self._storage.write(dict(tables))

    def _key(self, name: str, record_id: str) -> str | None:
        table = self.table(name)
        # from the newest on: most look-ups are for what was just written
        return next((key for key in reversed(table) if table[key].get("id") == record_id), None)

    def _note_step(self, changes: tuple[Change, ...]) -> None:
        if changes:
            self._database.steps.record(self.now, self.label, changes)


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
        self.versions = VersionShelf(state / "versions")
        self.steps = StepLog(state / "undo")
        self._state = state
        super().__init__(path, lock_timeout=lock_timeout, was_there=self._has_copies)
        self.journal_storage = cast("JournalStorage", self.storage)
        self.now = now
        self.warnings: list[str] = []
        self._told: set[str] = set()
        self._running: Transaction | None = None
        self._own_data = b""

    def journal_table(self, name: str) -> JournalTable:
        """A table by name."""
        table = cast("JournalTable", self.table(name))
        table.now = self.now
        return table

    def committed(self) -> Committed:
        """The last saved state."""
        return self.journal_storage.committed()

    def sweep(self) -> None:
        """Remove what killed processes left; one that stays does no harm."""
        journal = self.journal_storage.path
        atomic.remove_leftovers_of_the_dead(journal.parent, journal.name)
        for name in ("versions", "undo", "drafts"):
            atomic.remove_leftovers_of_the_dead(self._state / name)

    def exclusive(self) -> AbstractContextManager[None]:
        """Hold the lock of the journal (to keep a copy of it). BusyError, NotWrittenError."""
        return self.journal_storage.exclusive()

    @contextmanager
    def transaction(self, label: str, *, anew: bool = False) -> Iterator[Transaction]:
        """All operations of the block, or none. Inside another transaction of this thread it joins that one.

        Args:
            label: the name of the step in the history.
            anew: begin with an empty journal, whatever stands in the file (restore over a damaged one).

        Raises:
            BusyError: the lock was not free in time.
            NotWrittenError: the save failed; the file is as before.
            DamagedError: the file cannot be read; it is left alone.
            ClashError: another program changed the same field meanwhile.
        """
        outer = self._running
        if outer is not None and outer.thread == get_ident():
            with self._joined():
                yield outer
            return
        storage = self.journal_storage
        with storage.exclusive():
            before = storage.begin_anew() if anew else storage.begin()
            transaction = self._running = Transaction(self, label, self.now())
            try:
                self._ensure_meta()
                yield transaction
                self._commit(transaction, before)
            finally:
                self._running = None

    @contextmanager
    def _joined(self) -> Iterator[None]:
        with ExitStack() as failed:
            failed.callback(self.journal_storage.back_to, self.journal_storage.savepoint())
            yield
            failed.pop_all()

    def _commit(self, transaction: Transaction, before: Committed) -> None:
        self._ensure_meta()
        changes = self._changes_since(before)
        if not _without_meta(changes):
            self._beside("the undo log could not be written", lambda: transaction.note(()))
            return
        for _ in range(_TRIES):
            self._secure_before_migration(before)
            try:
                after = self.journal_storage.save(changes)
            except ForeignChangeError:
                before = self.journal_storage.begin()
                transaction.keep_as = transaction.keep_as or "before-merge"
                transaction.apply(rebase(_without_meta(changes), before.tables))
                self._ensure_meta()
                changes = self._changes_since(before)
            else:
                self._keep(transaction, before, after, _without_meta(changes))
                return
        raise NotWrittenError(self.journal_storage.path, "another program keeps changing it")

    def _changes_since(self, before: Committed) -> tuple[Change, ...]:
        return differences(before.tables, self.journal_storage.read() or {})

    def _ensure_meta(self) -> None:
        meta = self.journal_storage.working_table(META)
        if not meta:
            meta["1"] = {"schema": SCHEMA, "journal": ulid_text(new_ulid(self.now()))}

    def _secure_before_migration(self, before: Committed) -> None:
        """Without a copy of the old file there is no migration."""
        if before.outdated:
            try:
                self.versions.keep(before.data, before.records, self.now(), "before-migration")
            except OSError as error:
                raise NotWrittenError.because(self.journal_storage.path, error) from error

    def _keep(self, transaction: Transaction, before: Committed, after: Committed, changes: tuple[Change, ...]) -> None:
        """Copies and the undo step: they must never stop a save, and say so once when they fail."""
        failed = "no copy of it could be kept"
        if before.data and before.data is not self._own_data:
            self._beside(failed, lambda: self._tell_of_loss(before))
        self._own_data = after.data
        now = self.now()
        if transaction.keep_as and before.data:
            reason = transaction.keep_as
            self._beside(failed, lambda: self.versions.keep(before.data, before.records, now, reason))
        self._beside(failed, lambda: self.versions.keep(after.data, after.records, now, SAVE))
        self._beside("the undo log could not be written, so this cannot be undone", lambda: transaction.note(changes))
        if not self.journal_storage.is_durable:
            self.warn("The save is done, but the disk did not confirm it.")

    def _beside(self, failure: str, action: Callable[[], object]) -> None:
        try:
            action()
        except OSError as error:
            self.warn(f"The save is done, but {failure}: {error.strerror or error}.")

    def _tell_of_loss(self, before: Committed) -> None:
        """Records that we saved and another program took out: keep the version that has them, and say so."""
        newest = next(iter(self.versions.list()), None)
        if newest is None or newest.path.stat().st_size == len(before.data):
            return
        gone = newest.missing_from(before.tables)
        if gone:
            self.versions.pin(newest, BEFORE_LOSS)
            self.warn(
                f"Records ({gone}) that were in the journal on {newest.made.astimezone():%Y-%m-%d %H:%M} are not in "
                f"the file any more, and growthtui did not take them out. The copy that has them is kept: "
                f"`growthtui backup restore {newest.id} --preview` shows what it would bring back."
            )

    def _has_copies(self) -> bool:
        try:
            return any(version.records for version in self.versions.list())
        except OSError:
            return False

    def warn(self, sentence: str) -> None:
        """Have something told that stops nothing; each sentence once."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.warnings.append(sentence)


def _without_meta(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.table != META)


def stamp(moment: datetime) -> str:
    """A time stamp as the journal stores it: UTC with offset."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
