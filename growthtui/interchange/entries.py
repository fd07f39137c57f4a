"""What a file brings: flat records per table, each checked and with its place in the file.

Records stay raw documents, so that keys nobody here knows survive.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from growthtui.dates import Week
from growthtui.domain.plan import ActionStatus, FocusStatus, GoalKind, GoalStatus, PlanMode, PlanStatus, PrincipleKind
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.tables import RECORD_TYPES
from growthtui.domain.week import LineKind, WeekState
from growthtui.errors import BadInputError, ImportRefusedError

Doc = dict[str, Any]

_WORDS: Mapping[str, Mapping[str, type[StrEnum]]] = {
    "plans": {"status": PlanStatus, "mode": PlanMode},
    "principles": {"kind": PrincipleKind},
    "goals": {"kind": GoalKind, "status": GoalStatus},
    "focus": {"status": FocusStatus},
    "actions": {"status": ActionStatus},
    "lines": {"kind": LineKind},
}
"""Fields in which a person may have written a word of their own: it is kept as `<field>_given` (interface 2.2)."""

_TYPES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
    "date": "a date",
    "datetime": "a time stamp",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a file.

    `doc` is as its table wants it. Without `own_id` the file named none, and the id in `doc` is a stand-in that only
    other entries of the file refer to. `only_if_missing` marks what is needed but says nothing itself.
    """

    table: str
    doc: Doc
    place: str
    own_id: bool = True
    only_if_missing: bool = False

    @property
    def id(self) -> str:
        """The id of the file, or the stand-in."""
        return str(self.doc["id"])


@dataclass(frozen=True, slots=True)
class Incoming:
    """All records of one file.

    `schema` says what the file is ("growthplan/1", "growthjournal/1", "text", "jrnl"); `notes` tell what was read
    otherwise than it stands there. `is_export` means that we wrote it: time stamps that it lacks were never there.
    """

    source: str
    schema: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    is_export: bool = False

    @property
    def is_typed(self) -> bool:
        """A plan as a person typed it: it is known by its words."""
        return self.schema == "text"

    @property
    def is_plan(self) -> bool:
        """One whole plan and nothing else."""
        return self.is_typed or self.schema == "growthplan/1"

    def of(self, table: str) -> tuple[Entry, ...]:
        """The entries of one table, in order."""
        return tuple(entry for entry in self.entries if entry.table == table)

    def snapshot(self) -> Snapshot:
        """What the file holds, as records: for a look at it before it is imported."""
        known = [(entry.doc, RECORD_TYPES[entry.table]) for entry in self.entries if entry.table in RECORD_TYPES]
        return Snapshot.of(msgspec.convert(doc, kind) for doc, kind in known)


class Intake:
    """Collects the entries of one file and checks each."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._entries: dict[tuple[str, str], Entry] = {}

    def entries(self) -> tuple[Entry, ...]:
        """All that was added, in order."""
        return tuple(self._entries.values())

    def refuse(self, place: str, reason: str) -> ImportRefusedError:
        """The error for something at `place`."""
        return ImportRefusedError(self.source, place, reason)

    def mapping(self, value: object, place: str) -> Doc:
        """`value` as a JSON object. ImportRefusedError."""
        if not isinstance(value, dict):
            raise self.refuse(place, f"expected an object, found {kind_of(value)}")
        return value

    def items(self, doc: Doc, key: str, place: str) -> list[tuple[str, Any]]:
        """The items of the list `key`, each with its place; a missing list is an empty one. ImportRefusedError."""
        value = doc.get(key, [])
        at = f"{place}.{key}" if place else key
        if not isinstance(value, list):
            raise self.refuse(at, f"expected a list, found {kind_of(value)}")
        return [(f"{at}[{index}]", item) for index, item in enumerate(value)]

    def add(self, table: str, doc: Doc, place: str, *, only_if_missing: bool = False) -> str:
        """Take in one record and return its id or stand-in. ImportRefusedError names what is wrong with it."""
        fresh = {key: value for key, value in doc.items() if key != "deleted"}
        _take_words(table, fresh)
        if table == "weeks":
            self._take_week(fresh, place)
        own_id = fresh.get("id") not in (None, "")
        if not own_id:
            fresh["id"] = place or table
        self._check(table, fresh, place)
        entry = Entry(table, fresh, place, own_id, only_if_missing)
        twin = self._entries.setdefault((table, entry.id), entry)
        if twin is not entry:
            raise self.refuse(place, f"the id {entry.id!r} is used twice, also at {twin.place}")
        return entry.id

    def week(self, value: object, place: str) -> str:
        """The name of a week in its usual form. ImportRefusedError."""
        if not isinstance(value, str):
            raise self.refuse(place, f"expected a week such as 2026-W48, found {kind_of(value)}")
        try:
            return str(Week.parse(value))
        except BadInputError as error:
            raise self.refuse(place, str(error)) from error

    def _take_week(self, doc: Doc, place: str) -> None:
        """A state is derived, only "paused" is a statement (domain 4.4); the Monday follows from the week."""
        doc["week"] = self.week(doc.get("week"), f"{place}.week")
        doc["id"] = doc.get("id") or doc["week"]
        if doc.get("state") != WeekState.PAUSED and isinstance(doc.get("state", ""), str):
            doc.pop("state", None)
        doc.pop("monday", None)

    def _check(self, table: str, doc: Doc, place: str) -> None:
        kind = RECORD_TYPES.get(table)
        if kind is None:
            return
        try:
            msgspec.convert(doc, kind, strict=True)
        except msgspec.ValidationError as error:
            inner, reason = _explain(str(error))
            raise self.refuse(".".join(part for part in (place, inner) if part), reason) from error


def kind_of(value: object) -> str:
    """What a JSON value is, in words."""
    names: dict[type, str] = {dict: "object", list: "array", type(None): "null"}
    return _TYPES[names.get(type(value), type(value).__name__)]


def each_text(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON value
    """`value` with every text in it, keys included, put through `change`."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [each_text(item, change) for item in value]
    if isinstance(value, dict):
        return {change(key): each_text(item, change) for key, item in value.items()}
    return value


def _take_words(table: str, doc: Doc) -> None:
    for field, known in _WORDS.get(table, {}).items():
        word = doc.get(field, "")
        if word is None:
            del doc[field]
        if not isinstance(word, str) or word in set(known):
            continue
        doc.pop(field, None)
        plain = word.strip().casefold()
        if plain in set(known):
            doc[field] = plain
        elif plain:
            doc[f"{field}_given"] = word


def _explain(message: str) -> tuple[str, str]:
    """Place inside the record, and reason, from what the decoder said."""
    said, _, path = message.partition(" - at `$")
    inner = path.rstrip("`").lstrip(".")
    quoted = said.split("`")
    match quoted:
        case ["Expected ", wanted, ", got ", found, *_]:
            names = " or ".join(_TYPES.get(name, name) for name in wanted.split(" | ") if name != "null")
            return inner, f"expected {names}, found {_TYPES.get(found, found)}"
        case ["Object missing required field ", field, *_]:
            return inner, f"{field!r} is missing"
        case ["Invalid RFC3339 encoded date"]:
            return inner, "this is not a date of the calendar; write it as 2026-11-23"
        case ["Invalid RFC3339 encoded datetime"]:
            return inner, "this is not a time stamp; write it as 2026-11-23T17:05:00+01:00"
        case _:
            return inner, said
