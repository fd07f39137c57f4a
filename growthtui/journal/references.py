"""Whether records say what can be understood: ids, the records they name, weeks and rhythms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from growthtui.dates import Week, parse_cadence
from growthtui.errors import BadInputError
from growthtui.storage.codec import META, Doc, Tables

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


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """One thing that is wrong with one record. The record stays in the file as it is."""

    table: str
    record: str
    field: str
    reason: str


def broken_references(tables: Tables) -> tuple[RecordProblem, ...]:
    """Ids in live records that name nothing; a record in the trash is still there."""
    ids = {name: {str(doc.get("id")) for doc in table.values()} for name, table in tables.items()}
    return tuple(
        RecordProblem(table, str(doc.get("id", key)), field, f"there is no {target} record {ref!r}")
        for table, fields in _REFERENCES.items()
        for key, doc in tables.get(table, {}).items()
        if "deleted" not in doc
        for field, target in fields.items()
        for ref in _refs(doc, field)
        if ref not in ids.get(target, set())
    )


def unreadable_texts(tables: Tables) -> Iterator[RecordProblem]:
    """Texts of live records that are no week or no rhythm."""
    for table, fields in _READ_BY.items():
        for key, doc in tables.get(table, {}).items():
            for field, read in fields.items():
                text = doc.get(field)
                if "deleted" in doc or not isinstance(text, str):
                    continue
                try:
                    read(text)
                except BadInputError as error:
                    yield RecordProblem(table, str(doc.get("id", key)), field, str(error))


def broken_ids(tables: Tables) -> tuple[RecordProblem, ...]:
    """Records without an id of their own, and ids that stand twice in a table."""
    return tuple(problem for name, table in tables.items() if name != META for problem in _broken_ids(name, table))


def _broken_ids(name: str, table: dict[str, Doc]) -> Iterator[RecordProblem]:
    seen: set[Any] = set()
    for key, doc in table.items():
        record = doc.get("id")
        if not isinstance(record, str) or not record:
            yield RecordProblem(name, key, "id", "the record has no id (named here by its document id)")
        elif record in seen:
            yield RecordProblem(name, record, "id", "the id stands twice in this table")
        else:
            seen.add(record)


def _refs(doc: Doc, field: str) -> Iterator[str]:
    value = doc.get(field)
    for ref in value if isinstance(value, list) else (value,):
        if isinstance(ref, str) and ref:
            yield ref
