"""What is wrong with single records: fields, ids, the records they name, weeks and rhythms."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from growthtui.dates import Week, parse_cadence
from growthtui.domain.tables import RECORD_TYPES
from growthtui.errors import BadInputError
from growthtui.storage.codec import META, Doc, Tables, is_live
from growthtui.storage.patch import wrong_field

T = TypeVar("T")

_REFERENCES = {
    "principles": {"plan": "plans"},
    "goals": {"plan": "plans", "enables": "goals"},
    "focus": {"plan": "plans", "goal": "goals"},
    "actions": {"focus": "focus"},
    "checkins": {"plan": "plans"},
    "weeks": {"covered_by": "weeks", "covers": "weeks"},
    "lines": {"focus": "focus", "action": "actions", "evidence": "evidence"},
    "evidence": {"focus": "focus"},
}
"""Table, field and the table it points into; a field holds one id or several."""

_READ_BY: dict[str, dict[str, Callable[[str], object]]] = {
    "weeks": {"week": Week.parse},
    "lines": {"week": Week.parse},
    "actions": {"cadence": parse_cadence},
}
"""Table, field and what reads its text."""

_FIELD = re.compile(r"field `(?P<name>[^`]*)`$| - at `\$\.?(?P<path>[^`]*)`$")


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """One thing that is wrong with one record. The record stays in the file as it is."""

    table: str
    record: str
    field: str
    reason: str


def record_problems(tables: Tables) -> tuple[RecordProblem, ...]:
    """Everything that is wrong, by what is wrong. A record in the trash is still there for those that name it."""
    return (*_wrong_fields(tables), *_broken_ids(tables), *_broken_references(tables), *_unreadable_texts(tables))


def _wrong_fields(tables: Tables) -> Iterator[RecordProblem]:
    """A field that is missing or of another kind than it must be: the record is shown nowhere."""
    for table, docs in tables.items():
        kind = RECORD_TYPES.get(table)
        for key, doc in docs.items():
            if kind and (reason := wrong_field(doc, kind)):
                yield RecordProblem(table, str(doc.get("id", key)), _field(reason), reason)


def _field(reason: str) -> str:
    """The field that a validation error speaks of ("next[...].text")."""
    match = _FIELD.search(reason)
    return "" if match is None else match["path"] or match["name"] or ""


def _broken_ids(tables: Tables) -> Iterator[RecordProblem]:
    """No id of its own, or one that stands twice in its table."""
    for table, docs in tables.items():
        if table == META:
            continue
        seen: set[str] = set()
        for key, doc in docs.items():
            record = doc.get("id")
            if not isinstance(record, str) or not record:
                yield RecordProblem(table, key, "id", "the record has no id (named here by its document id)")
            elif record in seen:
                yield RecordProblem(table, record, "id", "the id stands twice in this table")
            else:
                seen.add(record)


def _broken_references(tables: Tables) -> Iterator[RecordProblem]:
    """An id that names nothing."""
    ids = {name: {str(doc.get("id")) for doc in table.values()} for name, table in tables.items()}
    for table, key, doc, field, target in _live_fields(tables, _REFERENCES):
        for ref in _refs(doc, field):
            if ref not in ids.get(target, ()):
                yield RecordProblem(table, str(doc.get("id", key)), field, f"there is no {target} record {ref!r}")


def _unreadable_texts(tables: Tables) -> Iterator[RecordProblem]:
    """A text that is no week or no rhythm."""
    for table, key, doc, field, read in _live_fields(tables, _READ_BY):
        text = doc.get(field)
        if not isinstance(text, str):
            continue
        try:
            read(text)
        except BadInputError as error:
            yield RecordProblem(table, str(doc.get("id", key)), field, str(error))


def _live_fields(tables: Tables, wanted: Mapping[str, Mapping[str, T]]) -> Iterator[tuple[str, str, Doc, str, T]]:
    """Table, document id, live record, field and what `wanted` says of the field."""
    for table, fields in wanted.items():
        for key, doc in tables.get(table, {}).items():
            if is_live(doc):
                yield from ((table, key, doc, field, said) for field, said in fields.items())


def _refs(doc: Doc, field: str) -> Iterator[str]:
    value = doc.get(field)
    for ref in value if isinstance(value, list) else (value,):
        if isinstance(ref, str) and ref:
            yield ref
