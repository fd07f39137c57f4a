"""A TinyDB table whose ids never repeat and whose changes are part of a transaction."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from datetime import datetime
from typing import Any

from tinydb.storages import Storage
from tinydb.table import Document, Table

from growthtui.storage.codec import Doc
from growthtui.storage.file import JournalStorage
from growthtui.storage.ids import new_ulid, ulid_text


class _IntegerView(MutableMapping[int, Doc]):
    """The working table as TinyDB's updaters want it: integer keys, and records that may be edited in place.

    A record is copied when it is handed out, so the saved state is never touched.
    """

    def __init__(self, table: dict[str, Doc]) -> None:
        self._table = table

    def __getitem__(self, key: int) -> Doc:
        doc = deepcopy(self._table[str(key)])
        self._table[str(key)] = doc
        return doc

    def __setitem__(self, key: int, doc: Doc) -> None:
        self._table[str(key)] = doc

    def __delitem__(self, key: int) -> None:
        del self._table[str(key)]

    def __iter__(self) -> Iterator[int]:
        return map(int, tuple(self._table))

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, key: object) -> bool:
        return str(key) in self._table


class JournalTable(Table):
    """TinyDB's table on a `JournalStorage`. The query cache is off: other processes write, too."""

    default_query_cache_capacity = 0

    now: Callable[[], datetime]
    """The clock, set by the database that made this table."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0) -> None:
        super().__init__(storage, name, cache_size=cache_size)
        if not isinstance(storage, JournalStorage):
            message = "a JournalTable works on a JournalStorage only"
            raise TypeError(message)
        self._journal = storage

    def _get_next_id(self) -> int:
        last = next(reversed(self._journal.working_table(self.name)), "0")  # tables are sorted by document id
        return new_ulid(self.now(), after=int(last))

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        tables = self._storage.read() or {}
        return dict(tables.get(self.name, {}))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        view: Any = _IntegerView(self._journal.working_table(self.name))
        updater(view)

    def add(self, docs: list[Doc]) -> None:
        """Insert records in this order; one whose `id` is empty gets the ULID of its document id."""
        first = self._get_next_id()
        keys = range(first, first + len(docs))
        for doc, key in zip(docs, keys, strict=True):
            doc["id"] = doc.get("id") or ulid_text(key)
        self.insert_multiple(Document(doc, key) for doc, key in zip(docs, keys, strict=True))
