"""What can still be read of a damaged file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.storage import codec
from growthtui.storage.codec import META, Doc, Tables
from growthtui.storage.salvage import merged, salvage


def _line(number: int, text: str = "", changed: str = "") -> Doc:
    doc: Doc = {
        "id": f"l{number}",
        "created": "2026-01-01T00:00:00+00:00",
        "week": "2026-W01",
        "text": text or f"t{number}",
    }
    return doc | ({"changed": changed} if changed else {})


TABLES: Tables = {
    META: {"1": {"schema": 1, "journal": "01J0000000000000000000000A"}},
    "weeks": {str(n): {"id": f"2026-W{n}", "week": f"2026-W{n}"} for n in range(10, 14)},
    "lines": {str(n): _line(n) for n in range(100, 120)},
    "evidence": {"500": {"id": "e1", "kind": "link", "url": "https://example.org"}},
    "moods": {"900": {"id": "m", "score": 3}},
}
DATA = codec.encode(TABLES)


def test_an_undamaged_file_is_read_whole() -> None:
    for data in (
        DATA,
        json.dumps(TABLES).encode(),
        json.dumps(TABLES, indent=2).encode(),
        DATA.decode().encode("utf-16"),
    ):
        found = salvage(data, {})
        assert found.tables == TABLES
        assert found.records == 26
        assert found.homeless == 0


@given(st.integers(0, len(DATA)))
def test_a_cut_file_gives_back_every_whole_line_before_the_cut(length: int) -> None:
    found = salvage(DATA[:length], {})
    whole = {
        name: {key: doc for key, doc in table.items() if _ends(name, key) <= length} for name, table in TABLES.items()
    }
    assert found.tables == {name: table for name, table in whole.items() if table}


def _ends(name: str, key: str) -> int:
    line = f'"{key}":'.encode() + codec.line(key, TABLES[name][key]).partition(b":")[2]
    return DATA.index(line) + len(line)


@given(st.integers(0, len(DATA) - 60), st.binary(min_size=1, max_size=60))
def test_what_stands_whole_in_an_overwritten_file_comes_back_and_nothing_else_is_lost(start: int, junk: bytes) -> None:
    data = DATA[:start] + junk + DATA[start + len(junk) :]
    tables, _ = merged(TABLES, salvage(data, TABLES).tables)
    for name, table in TABLES.items():
        assert table.keys() <= tables[name].keys()


def test_records_whose_table_head_is_gone_go_where_the_copy_has_them() -> None:
    data = DATA.replace(b'},"lines":{', b"XXXXXXXX")
    assert salvage(data, TABLES).tables == TABLES


def test_records_without_head_and_copy_go_where_their_fields_fit() -> None:
    found = salvage(DATA.replace(b'},"lines":{', b"XXXXXXXX").replace(b'"weeks":{', b"XXXX"), {})
    assert found.tables["lines"] == TABLES["lines"]
    assert found.tables["weeks"] == TABLES["weeks"]


def test_a_record_that_fits_nowhere_is_counted() -> None:
    found = salvage(b'xx "5":{"colour":"red"} "6":{"id":"l6","week":"w","text":"t"}', {})
    assert found.homeless == 1
    assert found.tables == {"lines": {"6": {"id": "l6", "week": "w", "text": "t"}}}


@pytest.mark.parametrize(
    "bad", [b'"text":"t\xe9"', b'"text":"t\0"', b'"text":NaN', b'"text":"t', b'"text":' + b"[" * 3000]
)
def test_a_broken_record_is_left_out(bad: bytes) -> None:
    data = DATA.replace(b'"text":"t105"', bad)
    found = salvage(data, {})
    assert "105" not in found.tables["lines"]
    assert len(found.tables["lines"]) >= 18


def test_of_both_sides_of_a_conflict_the_newer_one_comes_back() -> None:
    older, newer = _line(105, "older", "2026-02-01T00:00:00+00:00"), _line(105, "newer", "2026-02-01T03:00:00+01:00")
    for first, second in ((older, newer), (newer, older)):
        sides = f'<<<<<<< HEAD\n"105":{json.dumps(first)},\n=======\n"105":{json.dumps(second)},\n>>>>>>> theirs\n'
        data = DATA.replace(
            codec.line("105", TABLES["lines"]["105"]).lstrip(b","), b"\n" + sides.encode().rstrip(b",\n")
        )
        assert salvage(data, {}).tables["lines"]["105"]["text"] == "newer"


def test_a_survivor_counts_when_it_is_new_or_not_older() -> None:
    version = {"lines": {"1": _line(1, "kept", "2026-02-02T00:00:00Z"), "2": _line(2, "old"), "3": _line(3, "same")}}
    survivors = {
        "lines": {
            "1": _line(1, "older", "2026-02-01T00:00:00Z"),
            "2": _line(2, "newer", "2026-02-01T00:00:00Z"),
            "3": _line(3, "edited by hand"),
            "4": _line(4, "new"),
        },
        META: {"1": {"schema": 1, "journal": "x"}},
    }
    tables, taken = merged({META: TABLES[META], **version}, survivors)
    assert [doc["text"] for doc in tables["lines"].values()] == ["kept", "newer", "edited by hand", "new"]
    assert taken == 3
    assert tables[META] == TABLES[META]
    assert version["lines"]["2"]["text"] == "old", "the version itself is not changed"


@pytest.mark.parametrize("stamp", ["", "yesterday", 5, None])
def test_a_strange_time_stamp_is_the_oldest(stamp: object) -> None:
    version = {"lines": {"1": {"id": "a", "changed": "2026-01-01T00:00:00+00:00", "text": "kept"}}}
    tables, taken = merged(version, {"lines": {"1": {"id": "a", "changed": stamp, "text": "strange"}}})
    assert (tables["lines"]["1"]["text"], taken) == ("kept", 0)
