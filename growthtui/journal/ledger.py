"""An open journal seen as typed records: snapshots out, transactions in. The concerns stand on this."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import msgspec

from growthtui.clock import Clock
from growthtui.domain.base import Record
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.tables import RECORD_TYPES, TABLE_OF
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.storage.codec import Doc, Table, Tables, is_live
from growthtui.storage.database import JournalDB, Transaction, stamp
from growthtui.storage.patch import changed_fields, decode_record, raw_of, wrong_field

R = TypeVar("R", bound=Record)

_WORDS_OF_A_STEP = 60


class Changes:
    """The typed side of a running transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self.raw = transaction

    def snapshot(self) -> Snapshot:
        """All live records as they stand in this transaction, with what it has changed so far."""
        return Snapshot(lambda table: _decoded(_live(self.raw.table(table)), RECORD_TYPES[table]))

    def create(self, record: R) -> R:
        """Add a record; without an id it gets a ULID. Returns it as it was stored."""
        table = TABLE_OF[type(record)]
        new_id = self.raw.insert(table, [raw_of(record)])[0]
        return decode_record(self.raw.find(table, new_id) or {}, type(record))

    def save(self, old: R, new: R) -> R:
        """Write what differs between the record as it was opened and as it is wanted.

        Raises:
            ClashError: somebody else changed one of these fields meanwhile.
        """
        table = TABLE_OF[type(old)]
        fields = changed_fields(old, new, self.raw.find(table, old.id))
        if fields:
            self.raw.update(table, old.id, fields)
        doc = self.raw.find(table, old.id)
        return new if doc is None else decode_record(doc, type(old))

    def delete(self, record: Record) -> None:
        """Put a record into the trash."""
        self.raw.update(TABLE_OF[type(record)], record.id, {"deleted": stamp(self.raw.now)})

    def restore(self, table: str, record_id: str) -> None:
        """Take a record out of the trash."""
        self.raw.update(table, record_id, {"deleted": None})


class Ledger:
    """A journal file with its clock and its state folder.

    Args:
        path: the journal file; it need not exist yet.
        clock: the only source of time.
        state: the folder for kept versions, undo log and drafts.
        only_self: the setting that keeps everything private.
        lock_timeout: seconds to wait for another process.
    """

    def __init__(
        self, path: Path, clock: Clock, state: Path, *, only_self: bool = False, lock_timeout: float = 5.0
    ) -> None:
        self.db = JournalDB(path, state, clock.now, lock_timeout)
        self.path = self.db.journal_storage.path
        self.clock = clock
        self.state = state
        self.only_self = only_self
        self._snapshot: tuple[Tables, Snapshot] | None = None
        self._decoded: dict[str, tuple[Table, tuple[Record, ...]]] = {}

    @cached_property
    def policy(self) -> VisibilityPolicy:
        """Who may see what by default; read when it is first asked for."""
        from growthtui.packets.policy import default_visibilities

        return VisibilityPolicy(default_visibilities(), only_self=self.only_self)

    def keep_to_self(self, *, only_self: bool) -> None:
        """Take over the setting that keeps everything private."""
        self.only_self = only_self
        vars(self).pop("policy", None)

    @property
    def exists(self) -> bool:
        """Whether there is a journal file; without one every list is empty."""
        return bool(self.db.committed().data)

    def snapshot(self) -> Snapshot:
        """The last saved state; the same object until the file changes. DamagedError when it is unreadable."""
        tables = self.db.committed().tables
        if self._snapshot is None or self._snapshot[0] is not tables:
            self._snapshot = (tables, Snapshot(self._loader(tables)))
        return self._snapshot[1]

    def raw_tables(self) -> Tables:
        """The raw documents of the last saved state, deleted ones too; not to be changed."""
        return self.db.committed().tables

    @contextmanager
    def transaction(self, label: str, words: str = "") -> Iterator[Changes]:
        """All changes of the block in one save and one undo step, or nothing.

        The step is named by what is done (`label`) and the words of what it is done to: `edit goal "Work at …"`.
        """
        with self.db.transaction(f'{label} "{_start_of(words)}"' if words else label) as transaction:
            yield Changes(transaction)

    def _loader(self, tables: Tables) -> Callable[[str], tuple[Record, ...]]:
        def load(table: str) -> tuple[Record, ...]:
            docs = tables.get(table, {})
            known = self._decoded.get(table)
            if known is None or known[0] is not docs:
                live = _live(docs)
                known = (docs, _decoded(live, RECORD_TYPES[table]))
                self._decoded[table] = known
                if hidden := len(live) - len(known[1]):
                    self.db.warn(
                        f"{hidden} of {len(live)} {table} cannot be shown, because a field is wrong. They stay in the "
                        "file; `growthtui doctor` names them."
                    )
            return known[1]

        return load


def _start_of(words: str) -> str:
    """The first words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_OF_A_STEP else f"{line[: _WORDS_OF_A_STEP - 1]}…"


def state_folder(root: Path, journal: Path) -> Path:
    """Where kept versions, undo and drafts of a journal lie (interface 2.1)."""
    return root / _sha256(os.fsencode(os.path.realpath(journal)))[:12]


def _sha256(data: bytes) -> str:
    """As hashlib does it, which would load OpenSSL first: a fifteenth of the time of a logged line."""
    for module in ("_sha2", "_sha256"):  # the interpreter's own, from Python 3.12 on and before
        with suppress(ImportError):
            return str(import_module(module).sha256(data).hexdigest())
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _live(docs: Table) -> list[Doc]:
    return list(filter(is_live, docs.values()))


def _decoded(docs: list[Doc], kind: type[Record]) -> tuple[Record, ...]:
    """The records in one go; with a wrong one among them, one by one, so that the rest stays usable."""
    with suppress(msgspec.ValidationError):
        return tuple(msgspec.convert(docs, list[kind], strict=True))  # type: ignore[valid-type] # built at run time
    return tuple(decode_record(doc, kind) for doc in docs if not wrong_field(doc, kind))
