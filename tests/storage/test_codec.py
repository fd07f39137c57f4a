"""Bytes and tables: what is read, what is refused, what survives."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growthtui.storage import codec
from growthtui.storage.codec import ShapeError

META = {"1": {"schema": 1, "journal": "01J0000000000000000000000A"}}

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=8,
)
_docs = st.dictionaries(_texts, _values, max_size=5)
_tables = st.dictionaries(
    _texts.filter(lambda name: name != codec.META),
    st.dictionaries(st.integers(0, 2**128).map(str), _docs, max_size=6),
    max_size=4,
)


@settings(max_examples=40)
@given(_tables)
def test_what_is_written_is_read_again(tables: dict[str, Any]) -> None:
    full = {codec.META: META, **tables}
    data = codec.encode(full)
    assert codec.decode(data) == full
    assert json.loads(data) == full, "any JSON program reads the same"


@settings(max_examples=40)
@given(_tables)
def test_tables_are_sorted_by_number_on_both_sides(tables: dict[str, Any]) -> None:
    read = codec.decode(codec.encode({codec.META: META, **tables}))
    for name, table in read.items():
        numbers = [int(key) for key in table]
        assert numbers == sorted(numbers), name
    assert codec.encode(read) == codec.encode(codec.decode(codec.encode(read)))


def test_one_record_is_one_line() -> None:
    data = codec.encode({codec.META: META, "lines": {"2": {"text": "a\nb"}, "10": {"text": "c"}}, "weeks": {}})
    assert data.decode().splitlines() == [
        '{"_meta":{',
        '"1":{"schema":1,"journal":"01J0000000000000000000000A"}',
        '},"lines":{',
        '"2":{"text":"a\\nb"},',
        '"10":{"text":"c"}',
        '},"weeks":{}}',
    ]


GOOD = codec.encode({codec.META: META, "lines": {"1": {"id": "a", "text": "é"}, "2": {"id": "b", "text": "x"}}})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\0" * 4096, "zero bytes"),
        (b" \n\t ", "blanks"),
        (GOOD[:-20], "valid JSON"),
        (GOOD + b"}", "valid JSON"),
        (GOOD.replace("é".encode(), b"\xe9"), "valid JSON"),
        (GOOD.replace(b'"lines"', b'"lin\x80es"'), "valid JSON"),
        (GOOD.replace(b'"text":"x"', b'"te\xff":"x"'), "valid JSON"),
        (b"\xef\xbb\xbf" + GOOD, "valid JSON"),
        (GOOD.decode().encode("utf-16"), "valid JSON"),
        (GOOD.replace(b'"2":', b'<<<<<<< HEAD\n"2":'), "valid JSON"),
        (b"null", "shape"),
        (b"[]", "shape"),
        (b'"text"', "shape"),
        (b'{"_meta":[]}', "shape"),
        (b'{"_meta":{"1":5}}', "shape"),
        (b'{"_meta":{"1":{"schema":1}},"lines":{"x":{}}}', "'x'"),
        (b'{"_meta":{"1":{"schema":1}},"lines":{"1.5":{}}}', "'1.5'"),
        ('{"_meta":{"1":{"schema":1}},"lines":{"²":{}}}'.encode(), "no number"),
        (b"{}", "_meta"),
        (b'{"_meta":{}}', "_meta"),
        (b'{"lines":{}}', "_meta"),
        (b'{"_default":{"1":{"a":1}}}', "_meta"),
        (b'{"_meta":{"1":{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}}}", "valid JSON"),
    ],
)
def test_what_is_no_journal_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(ShapeError, match=says):
        codec.decode(data)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b'"2":', b'"1":'),
        GOOD.replace(b'"lines":{', b'"lines":{\n"7":{"id":"c","text":"y"}\n},"lines":{'),
        GOOD.replace(b'"text":"x"', b'"text":"x",\n"text":"y"'),
    ],
    ids=["document twice", "table twice", "field twice"],
)
def test_a_name_that_stands_twice_is_damage(data: bytes) -> None:
    """JSON takes the last one, and a rewrite would lose the other: what a union merge of git leaves."""
    with pytest.raises(ShapeError, match="twice"):
        codec.decode(data)


def test_other_layouts_of_the_same_json_are_read() -> None:
    tables = codec.decode(GOOD)
    assert codec.decode(json.dumps(tables).encode()) == tables
    assert codec.decode(json.dumps(tables, indent=4).encode()) == tables
    assert codec.decode(GOOD.replace(b"\n", b"\r\n")) == tables


@pytest.mark.parametrize("key", ["1", "0", "-3", "007", str(2**128)])
def test_every_integer_is_a_document_id(key: str) -> None:
    assert codec.is_document_id(key)


@pytest.mark.parametrize("value", [None, "1", True, 1.0])
def test_a_schema_must_be_a_number(value: object) -> None:
    with pytest.raises(ShapeError, match="schema"):
        codec.schema_of({codec.META: {"1": {"schema": value}}})
