"""When a record of a file says the same as one of the journal, and what it becomes when it takes that one's place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from growthtui.domain.tables import RECORD_TYPES
from growthtui.interchange.entries import Doc
from growthtui.interchange.shape import STAMPS

_BOOKKEEPING = frozenset((*STAMPS, "id", "imported_id", "position", "versions"))
"""What says who and when, not what; the order of a list is compared on its own."""

_GROWING = frozenset(("history", "dismissed", "doings"))
"""Lists that the program goes on with: a file that knows the beginning is no other one."""

_TYPED_ONCE = frozenset(("start", "horizon_months"))
"""What a typed plan does not say and gets only when it is new."""

_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the journal and the file tell differently; texts as JSON, empty where a side has nothing."""

    table: str
    id: str
    field: str
    here: str
    there: str

    def __str__(self) -> str:
        name = f"{self.table} {self.id}, {self.field}"
        return f"{name}: here {self.here or 'nothing'}, in the file {self.there or 'nothing'}"


def says(table: str, doc: Doc) -> Doc:
    """What a record tells: without bookkeeping, and without what is as if it were not there."""
    defaults = _defaults(table)
    return {
        key: value for key, value in doc.items() if key not in _BOOKKEEPING and value != defaults.get(key, _NOTHING)
    }


def fingerprint(table: str, doc: Doc) -> bytes:
    """Equal for records that tell the same."""
    return msgspec.json.encode(says(table, doc), order="deterministic")


def differences(table: str, here: Doc, there: Doc, *, typed: bool = False) -> tuple[Difference, ...]:
    """The fields in which the journal's record `here` and the file's record `there` differ.

    A typed plan says nothing about the fields it does not name.
    """
    mine, theirs = says(table, here), says(table, there)
    skip = _unsaid(table, there) | (_TYPED_ONCE if typed else frozenset())
    names = theirs if typed else dict.fromkeys((*mine, *theirs))
    found = []
    for field in names:
        old, new = mine.get(field), theirs.get(field)
        if field in skip or old == new or (field in _GROWING and _contains(old, new)):
            continue
        found.append(Difference(table, str(here.get("id", "")), field, _short(old), _short(new)))
    return tuple(found)


def replaced(table: str, here: Doc, there: Doc, *, typed: bool = False) -> Doc:
    """The record `here` with what `there` tells in place of what it told; identity and history stay."""
    unsaid = _unsaid(table, there)

    def stays(field: str) -> bool:
        return field in _BOOKKEEPING or field in unsaid or (typed and (field not in there or field in _TYPED_ONCE))

    new = {field: value for field, value in here.items() if stays(field)}
    new |= {field: value for field, value in there.items() if field not in _BOOKKEEPING and field not in new}
    for field in _GROWING & here.keys():
        added = [item for item in there.get(field, []) if item not in here[field]]
        new[field] = [*here[field], *added]
    if "position" in there:
        new["position"] = there["position"]
    return new


def _unsaid(table: str, there: Doc) -> frozenset[str]:
    """Fields about which the file says nothing: those where it gave a word that is none, and an open kind of goal."""
    given = {key for key in there if key.endswith("_given")}
    unsaid = given | {key.removesuffix("_given") for key in given}
    if table == "goals" and "kind" not in there:
        unsaid |= {"kind", "kind_given"}
    return frozenset(unsaid)


def _contains(old: object, new: object) -> bool:
    mine, theirs = old or [], new or []
    return isinstance(mine, list) and isinstance(theirs, list) and all(item in mine for item in theirs)


def _short(value: object) -> str:
    return "" if value is None else msgspec.json.encode(value).decode()


@cache
def _defaults(table: str) -> Mapping[str, object]:
    kind = RECORD_TYPES.get(table)
    if kind is None:
        return {}
    defaults: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        if field.default is not msgspec.NODEFAULT:
            defaults[field.encode_name] = msgspec.json.decode(msgspec.json.encode(field.default))
        elif field.default_factory is not msgspec.NODEFAULT:
            defaults[field.encode_name] = msgspec.json.decode(msgspec.json.encode(field.default_factory()))
    return defaults
