"""The two sample journals as loose records: nested parts laid flat, with list order as position."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from growthtui.domain.base import Record
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.tables import RECORD_TYPES

SAMPLES = Path(__file__).parent / "data" / "samples"
NAMES = ("backend-staff", "actuary-pgp")

Doc = dict[str, Any]


def sample_document(name: str) -> Doc:
    """The sample as it lies in the file."""
    document: Doc = json.loads((SAMPLES / f"sample-{name}.json").read_text(encoding="utf-8"))
    return document


def sample(name: str) -> Snapshot:
    """A snapshot of the sample."""
    return snapshot_of(sample_document(name))


def snapshot_of(document: Doc) -> Snapshot:
    """A snapshot of a journal document."""
    return Snapshot.of(records_of(document))


def records_of(document: Doc) -> tuple[Record, ...]:
    """The records of a journal document; one without an id is named after its table and place."""
    found = []
    for table, docs in _tables(document):
        for number, doc in enumerate(docs):
            found.append(msgspec.convert({"id": f"{table}-{number}", **doc}, RECORD_TYPES[table]))
    return tuple(found)


def _tables(document: Doc) -> Iterator[tuple[str, list[Doc]]]:
    yield "journal", [{"id": document["id"], "person": document["person"], "language": document["language"]}]
    yield "plans", [{"id": plan["id"], **plan} for plan in document["plans"]]
    for plan in document["plans"]:
        for table in ("principles", "goals", "focus", "checkins"):
            yield table, [doc | {"plan": plan["id"], "position": at} for at, doc in enumerate(plan[table])]
        for focus in plan["focus"]:
            yield "actions", [doc | {"focus": focus["id"], "position": at} for at, doc in enumerate(focus["actions"])]
    yield "weeks", [{"id": week["week"], **week} for week in document["weeks"]]
    for week in document["weeks"]:
        yield "lines", [doc | {"week": week["week"]} for doc in week.get("lines", ())]
    for table in ("people", "evidence", "feedback", "surveys", "sessions", "assessments", "events", "reviews"):
        yield table, document[table]
