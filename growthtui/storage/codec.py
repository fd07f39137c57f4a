"""The journal's bytes: a JSON object of tables that stock TinyDB reads, one record per line.

One line per record keeps diffs small and lets undamaged records be saved from a damaged file. Tables are sorted by
document id, in the file and in memory: the order of a table is the order in which its records were made.
"""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

Doc = dict[str, Any]
Table = dict[str, Doc]
Tables = dict[str, Table]
Lines = dict[str, dict[str, bytes]]
"""The encoded line of each record, by table and document id."""

META = "_meta"
SCHEMA = 1

_decoder = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any]]])
_encoder = msgspec.json.Encoder()


class ShapeError(ValueError):
    """The bytes are no journal; the text says where and why."""


def decode(data: bytes) -> Tables:
    """The tables in `data`. ShapeError when it is not the JSON of a journal (interface 2.1, "damaged")."""
    if not data.strip(b"\0 \t\r\n"):
        raise ShapeError("the file is empty" if not data else "the file holds nothing but blanks or zero bytes")
    try:
        if not data.isascii():
            data.decode()  # the decoder looks into values only, not into names
        tables = _decoder.decode(data)
    except msgspec.ValidationError as error:
        raise ShapeError(f"it has not the shape of a journal ({error})") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ShapeError(f"it is not valid JSON ({error})") from error
    for name, table in tables.items():
        bad = next((key for key in table if not is_document_id(key)), None)
        if bad is not None:
            raise ShapeError(f"table {name!r} has the document id {bad!r}, which is no number")
    if not tables.get(META):
        raise ShapeError("it has no _meta table, so it is not a growthtui journal")
    _refuse_twins(data, tables)
    return {name: in_order(table) for name, table in tables.items()}


def is_document_id(key: str) -> bool:
    """Whether stock TinyDB can take this key for a document id."""
    return key.isascii() and key.removeprefix("-").isdecimal()


def schema_of(tables: Tables) -> int:
    """The schema number of a journal; ShapeError when there is none."""
    number = next(iter(tables[META].values())).get("schema")
    if not isinstance(number, int) or isinstance(number, bool):
        raise ShapeError("its _meta table names no schema number")
    return number


def in_order(table: Table) -> Table:
    """The table sorted by document id; the same object when it is already."""
    keys = list(table)
    by_number = sorted(sorted(keys), key=len)  # of two numbers without leading zeros the longer one is greater
    return table if keys == by_number else {key: table[key] for key in by_number}


def is_live(doc: Doc | None) -> bool:
    """Whether a record is there and not in the trash."""
    return doc is not None and "deleted" not in doc


def live_counts(tables: Mapping[str, Table]) -> dict[str, int]:
    """How many records of each table are live."""
    return {name: sum(map(is_live, table.values())) for name, table in tables.items() if name != META}


def live_records(tables: Mapping[str, Table]) -> int:
    """How many records are live."""
    return sum(live_counts(tables).values())


def live_beyond(tables: Mapping[str, Table], others: Mapping[str, Table]) -> int:
    """How many live records of `tables` are not in `others`."""
    return live_records(
        {
            name: {key: doc for key, doc in table.items() if key not in others.get(name, {})}
            for name, table in tables.items()
        }
    )


def line(key: str, doc: Doc) -> bytes:
    """One record as it stands in the file, with the comma and line break that part it from the one before."""
    return b',\n"' + key.encode() + b'":' + _encoder.encode(doc)


def lines_of(tables: Mapping[str, Table]) -> Lines:
    """The lines of all records."""
    return {name: {key: line(key, doc) for key, doc in table.items()} for name, table in tables.items()}


def join(tables: Mapping[str, Table], lines: Lines) -> bytes:
    """The bytes of the journal, from the lines of its records."""
    pieces = [b"{"]
    for name, table in tables.items():
        pieces += (b"," if len(pieces) > 1 else b"", _encoder.encode(name), b":{")
        first = len(pieces)
        pieces.extend(map(lines[name].__getitem__, table))
        if table:
            pieces[first] = pieces[first].removeprefix(b",")
            pieces.append(b"\n")
        pieces.append(b"}")
    return b"".join((*pieces, b"}\n"))


def encode(tables: Mapping[str, Table]) -> bytes:
    """The bytes of the journal."""
    return join(tables, lines_of(tables))


def _refuse_twins(data: bytes, tables: Tables) -> None:
    """A JSON object that names a key twice (after a careless merge) would lose one of the two on a rewrite.

    The file as we write it has one line break for each record, one for each filled table and one at the end. Only a
    file with more of them (twins, or another program's layout) is worth the slow look.
    """
    expected = sum(len(table) + 1 for table in tables.values() if table) + 1
    if data.count(b"\n") > expected:
        json.loads(data, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in found if names.count(name) > 1)
        raise ShapeError(f"the name {twin!r} stands twice in one place, and one of the two would be lost")
    return found
