"""The words of a merge: what becomes of each record of a file, and the ground it happens on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from growthtui.domain.plan import PlanStatus
from growthtui.domain.tables import RECORD_TYPES
from growthtui.interchange.content import Difference
from growthtui.interchange.entries import Doc, Entry, Incoming
from growthtui.interchange.shape import follow

Tables = Callable[[str], Mapping[str, Doc]]
"""From the name of a table to its records by document id, deleted ones too."""

Ids = dict[tuple[str, str], str]
"""From table and id in the file to the id in the journal."""


class Fate(StrEnum):
    """What becomes of a record."""

    ADDED = "added"
    EQUAL = "equal"
    REPLACED = "replaced"
    REVIVED = "revived"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Move:
    """One record and its fate. `key` is the document id of the record whose place it takes, `doc` what it becomes."""

    table: str
    fate: Fate
    doc: Doc
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """What a person allows: `replace` takes the file's version in place, `new` puts what is different beside it."""

    replace: bool = False
    new: bool = False

    @property
    def sets_beside(self) -> bool:
        """Whether what is different comes in as a new record."""
        return self.new and not self.replace


@dataclass(slots=True)
class Outcome:
    """What has been found out so far."""

    ids: Ids
    moves: list[Move] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merge:
    """All moves; `differences` are those that only a `replace` settles."""

    moves: tuple[Move, ...]
    differences: tuple[Difference, ...]

    @property
    def active_plan(self) -> str:
        """The id of the plan that the file makes active, or nothing when it changes no plan."""
        fresh = [move.doc for move in self.moves if move.table == "plans" and move.fate is not Fate.EQUAL]
        return next((str(doc["id"]) for doc in fresh if is_active(doc)), "")


@dataclass(frozen=True, slots=True)
class Stored:
    """A record of the journal and its document id."""

    key: str
    doc: Doc

    @property
    def id(self) -> str:
        """Its own id."""
        return str(self.doc.get("id", ""))

    @property
    def is_live(self) -> bool:
        """Whether it is not in the trash."""
        return "deleted" not in self.doc


class Ground:
    """The journal a file is merged into, the file, and what the person allows."""

    def __init__(self, tables: Tables, incoming: Incoming, mode: Mode, new_id: Callable[[], str]) -> None:
        self._tables = tables
        self.incoming = incoming
        self.mode = mode
        self._new_id = new_id
        self._shelves: dict[str, Shelf] = {}

    def shelf(self, table: str) -> "Shelf":
        """The records of a table as they were before the import."""
        if table not in self._shelves:
            self._shelves[table] = Shelf(Stored(key, doc) for key, doc in self._tables(table).items())
        return self._shelves[table]

    def named(self, entry: Entry, doc: Doc) -> Doc:
        """A new record with its id: the one of the file, or a fresh one where that is taken or missing.

        In a table nobody here knows, a record without id stays one.
        """
        if entry.own_id and not self.shelf(entry.table).holds(entry.id):
            return doc
        if entry.own_id:
            return doc | {"id": self._new_id(), "imported_id": entry.id}
        if entry.table in RECORD_TYPES:
            return doc | {"id": self._new_id()}
        return {key: value for key, value in doc.items() if key != "id"}


class Shelf:
    """The records of one table, found by the names a file may have for them."""

    def __init__(self, records: Iterable[Stored]) -> None:
        self.records = tuple(records)
        self._by_id: dict[str, list[Stored]] = {}
        self._by_import: dict[str, list[Stored]] = {}
        for item in self.records:
            self._by_id.setdefault(item.id, []).append(item)
            before = item.doc.get("imported_id")
            if isinstance(before, str):
                self._by_import.setdefault(before, []).append(item)

    def holds(self, name: str) -> bool:
        """Whether a record has this id, also one in the trash."""
        return name in self._by_id

    def known_as(self, name: str) -> list[Stored]:
        """Records with this id, then those that had it in the file they came from."""
        return [*self._by_id.get(name, ()), *self._by_import.get(name, ())]


def is_active(plan: Doc) -> bool:
    """Whether a plan is the active one; without a status it is."""
    return bool(plan.get("status", PlanStatus.ACTIVE) == PlanStatus.ACTIVE)


def filled(entry: Entry, ids: Ids) -> Doc:
    """The record of an entry with its references leading to the ids of the journal."""

    def lookup(targets: tuple[str, ...], ref: str) -> str:
        return next((found for table in targets if (found := ids.get((table, ref)))), ref)

    return follow(entry.table, entry.doc, lookup)
