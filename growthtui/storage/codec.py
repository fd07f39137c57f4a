"""The journal's bytes: a JSON object of tables that stock TinyDB reads, one record per line.

One line per record keeps diffs small and lets undamaged records be saved from a damaged file.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

Doc = dict[str, Any]
Table = dict[str, Doc]
Tables = dict[str, Table]

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
        tables = _decoder.decode(data)
    except msgspec.ValidationError as error:
        raise ShapeError(f"it has not the shape of a journal ({error})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ShapeError(f"it is not valid JSON ({error})") from error
    for name, table in tables.items():
        bad = next((key for key in table if not (key.isascii() and key.isdecimal())), None)
        if bad is not None:
            raise ShapeError(f"table {name!r} has the document id {bad!r}, which is no number")
    if not tables.get(META):
        raise ShapeError("it has no _meta table, so it is not a growthtui journal")
    return tables


def schema_of(tables: Tables) -> int:
    """The schema number of a journal; ShapeError when there is none."""
    number = next(iter(tables[META].values())).get("schema")
    if not isinstance(number, int) or isinstance(number, bool):
        raise ShapeError("its _meta table names no schema number")
    return number


class LineCache:
    """Encodes tables and keeps the line of each record, so that a save encodes only what changed."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, tuple[Doc, bytes]]] = {}

    def encode(self, tables: Mapping[str, Table]) -> bytes:
        """The bytes of the whole journal, records sorted by document id."""
        parts = [_encoder.encode(name) + b":" + self._encode_table(name, table) for name, table in tables.items()]
        return b"{" + b",".join(parts) + b"}\n"

    def _encode_table(self, name: str, table: Table) -> bytes:
        old = self._lines.get(name, {})
        lines: dict[str, tuple[Doc, bytes]] = {}
        for key, doc in table.items():
            known = old.get(key)
            lines[key] = known if known is not None and known[0] is doc else (doc, _line(key, doc))
        self._lines[name] = lines
        if not lines:
            return b"{}"
        keys = sorted(lines, key=_numeric)
        return b"{\n" + b",\n".join([lines[key][1] for key in keys]) + b"\n}"


def encode(tables: Mapping[str, Table]) -> bytes:
    """The bytes of the whole journal, without a cache."""
    return LineCache().encode(tables)


def _line(key: str, doc: Doc) -> bytes:
    return b'"' + key.encode() + b'":' + _encoder.encode(doc)


def _numeric(key: str) -> tuple[int, str]:
    return len(key), key
