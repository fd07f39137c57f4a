"""What can still be read of a damaged journal: every record that stands whole in it.

Works on our own layout (a record a line) and on any other JSON text of the same shape. Text that lost the head of a
table would put its records into the table before, so a record goes where a kept version has it, else where its fields
fit.
"""

import codecs
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from growthtui.domain.tables import RECORD_TYPES
from growthtui.storage.codec import META, Doc, Table, Tables

_HEAD = re.compile(r'"(?P<id>-?\d+)"\s*:\s*(?=\{)|"(?P<table>[^"\\\n]+)"\s*:\s*\{(?=\s*(?:"-?\d+"\s*:\s*\{|\}))')
_LOST = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as Python keeps them."""

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Salvage:
    """Records found whole, by table, and how many have no table they could belong to."""

    tables: Tables
    homeless: int

    @property
    def records(self) -> int:
        """How many records were found."""
        return sum(len(table) for name, table in self.tables.items() if name != META)


def salvage(data: bytes, known: Tables) -> Salvage:
    """All records that can be read in `data`; `known` is a good version that tells where they belong."""
    homes: dict[str, set[str]] = defaultdict(set)
    for name, table in known.items():
        for key in table:
            homes[key].add(name)
    found: Tables = defaultdict(dict)
    homeless = 0
    for head, key, doc in _records(_text(data)):
        home = _home(doc, head, homes.get(key, set()))
        if home is None:
            homeless += 1
        else:
            _add(found[home], key, doc)
    return Salvage(dict(found), homeless)


def merged(version: Tables, survivors: Tables) -> tuple[Tables, int]:
    """`version` with every survivor that is new or has the same or a newer `changed`, and how many that were."""
    tables = {name: dict(table) for name, table in version.items()}
    taken = 0
    for name, table in survivors.items():
        if name == META and META in tables:
            continue
        target = tables.setdefault(name, {})
        for key, doc in table.items():
            before = target.get(key)
            _add(target, key, doc)
            taken += target[key] != before
    return tables, taken


def _add(table: Table, key: str, doc: Doc) -> None:
    if key not in table or _moment(doc) >= _moment(table[key]):
        table[key] = doc


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "surrogateescape")


def _records(text: str) -> list[tuple[str | None, str, Doc]]:
    """Head of the table as far as it was seen, document id and record, in the order of the text."""
    decoder = json.JSONDecoder(parse_constant=_refuse)
    found: list[tuple[str | None, str, Doc]] = []
    table: str | None = None
    position = 0
    while head := _HEAD.search(text, position):
        position = head.end()
        if head["table"] is not None:
            table = head["table"]
            continue
        try:
            doc, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            continue
        if not _LOST.search(text, position, end):
            found.append((table, head["id"], doc))
        position = end
    return found


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _home(doc: Doc, head: str | None, homes: set[str]) -> str | None:
    if head in homes:
        return head
    if len(homes) == 1:
        return next(iter(homes))
    if head == META:
        head = META if "schema" in doc else None
    if head is not None and head not in RECORD_TYPES:
        return head
    fits = {name: _fit(doc, name) for name in RECORD_TYPES}
    best = max(fits, key=lambda name: fits[name])
    if fits[best] <= 0:
        return head
    return head if head is not None and fits[head] == fits[best] else best


def _fit(doc: Doc, table: str) -> int:
    """How many fields of a record this table knows; nothing when it could not stand there."""
    kind = RECORD_TYPES[table]
    try:
        msgspec.convert(doc, kind)
    except msgspec.ValidationError:
        return 0
    return len(doc.keys() & set(kind.__struct_encode_fields__))


def _moment(doc: Doc) -> datetime:
    try:
        moment = datetime.fromisoformat(doc.get("changed") or doc["created"])
    except (KeyError, TypeError, ValueError):
        return _EVER
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
