"""What was deleted, with its last text, until the person empties the trash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from growthtui.errors import AmbiguousError, NotFoundError
from growthtui.journal.drafts import Drafts
from growthtui.journal.ledger import Ledger
from growthtui.journal.refs import SHORTEST_PREFIX
from growthtui.journal.text import words_of
from growthtui.storage.codec import META, Doc


@dataclass(frozen=True, slots=True)
class Discarded:
    """One deleted record; `table` is its kind, `text` its last words."""

    id: str
    table: str
    text: str
    deleted: datetime


class Trash:
    """Lists, restores and finally removes deleted records."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def list(self) -> tuple[Discarded, ...]:
        """Deleted records, newest first."""
        found = [
            Discarded(str(doc["id"]), table, words_of(doc), deleted)
            for table, docs in self._ledger.raw_tables().items()
            if table != META
            for doc in docs.values()
            if "id" in doc and (deleted := _deleted(doc)) is not None
        ]
        return tuple(sorted(found, key=lambda item: item.deleted, reverse=True))

    def restore(self, ref: str) -> Discarded:
        """Take a record out of the trash. NotFoundError, AmbiguousError."""
        item = self._find(ref)
        with self._ledger.transaction("restore", item.text or item.id) as changes:
            changes.restore(item.table, item.id)
        return item

    def empty(self) -> int:
        """Remove all deleted records for good and say how many: no step of the undo log and no draft holds them.

        Kept versions still do, the last one of them made now.
        """
        with self._ledger.transaction("empty the trash") as changes:
            gone = {
                (table, key): str(doc.get("id"))
                for table, docs in self._ledger.raw_tables().items()
                for key, doc in docs.items()
                if _deleted(doc) is not None
            }
            changes.raw.keep_as = "before-empty"
            changes.raw.note = lambda _: self._forget(gone)
            for table, key in gone:
                changes.raw.remove(table, [key])
        return len(gone)

    def _forget(self, gone: Mapping[tuple[str, str], str]) -> None:
        self._ledger.db.steps.forget(gone.keys())
        Drafts(self._ledger).forget(gone.values())

    def _find(self, ref: str) -> Discarded:
        items = self.list()
        exact = [item for item in items if item.id == ref]
        number = int(ref) if ref.isdecimal() and len(ref) < SHORTEST_PREFIX else 0
        if not exact and 0 < number <= len(items):
            return items[number - 1]
        close = exact or [
            item for item in items if len(ref) >= SHORTEST_PREFIX and item.id.casefold().startswith(ref.casefold())
        ]
        if not close:
            raise NotFoundError("deleted entry", ref, "See `growthtui trash list`.")
        if len(close) > 1:
            raise AmbiguousError("deleted entry", ref, [f"{item.id}  {item.text}" for item in close])
        return close[0]


def _deleted(doc: Doc) -> datetime | None:
    """When a record was deleted; None for a live one, and for a broken time, which only the doctor names."""
    try:
        moment = datetime.fromisoformat(doc["deleted"])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
