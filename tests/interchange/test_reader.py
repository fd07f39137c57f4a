"""What a file is, by what it holds; and what is none."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growthtui.errors import ImportRefusedError
from growthtui.interchange.reader import read_file
from tests.conftest import TODAY

PLAN_TEXT = "North Star:\nBe calm\n\nCurrent Goal:\nShip it\n\nFocus Points:\n1. Tests\n   - write one by Friday\n"


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ('schema = "growthplan/1"\nnorth_star = "x"\n', "growthplan/1"),
        ('# a comment\n\nnorth_star = "x"\n', "growthplan/1"),
        ('[[goals]]\ntext = "x"\n', "growthplan/1"),
        ('{"schema": "growthplan/1"}', "growthplan/1"),
        ('\n {"goals": []}', "growthplan/1"),
        ('{"schema": "growthjournal/1"}', "growthjournal/1"),
        ('{"tags": {}, "entries": []}', "jrnl"),
        (PLAN_TEXT, "text"),
        ("## North Star\nhope = the thing with feathers\n", "text"),
        ("goal = none yet\n## Current Goal\nShip it\n", "text"),
    ],
)
@pytest.mark.parametrize("dress", ["plain", "bom", "crlf"])
def test_a_file_is_known_by_what_it_holds(text: str, schema: str, dress: str) -> None:
    data = text.encode("utf-8-sig" if dress == "bom" else "utf-8")
    data = data.replace(b"\n", b"\r\n") if dress == "crlf" else data
    assert read_file("whatever.bin", data, TODAY).schema == schema


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"", "", "empty"),
        (b"\xef\xbb\xbf \r\n", "", "empty"),
        ("north_star = 'ok'\n# G\u00fcte".encode("latin-1"), "line 2", "not UTF-8"),
        ("North Star".encode("utf-16"), "", "UTF-16"),
        (b'{\n "schema": "growthplan/1",\n "goals": [\n}', "line 4, column 1", "not valid JSON"),
        (b'schema = "growthplan/1"\ngoals = [', "line 2", "not valid TOML"),
        (b'schema = "growthplan/1"\nid = "a"\nid = "b"\n', "line 3", "not valid TOML"),
        (b'{"schema": "growthplan/9"}', "schema", "growthplan/9"),
        (b'{"schema": 1}', "schema", "expected a text"),
        (b'{"schema": "growthplan/1", "hours_per_week": NaN}', "", "NaN"),
        (b'schema = "growthplan/1"\nhours_per_week = inf\n', "hours_per_week", "inf"),
        (b'{"schema": "growthplan/1", "x": 99999999999999999999}', "x", "too large"),
        (b'{"schema": "growthplan/1", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}", "", ""),
        (b'{"schema": "growthplan/1", "x": ' + b"[" * 100 + b"]" * 100 + b"}", "", "deep"),
        (b"{}", "", "schema"),
        (b'{"_meta": {"1": {"schema": 1}}, "goals": {}}', "", "--journal"),
        (b"[1, 2]", "", "expected an object"),
        (b"just a letter to a friend", "line 1", "nothing that can be imported"),
        (b"%PDF-1.7\n\x00\x01", "line 1", "nothing that can be imported"),
    ],
)
def test_what_cannot_be_read_is_refused_with_place_and_reason(data: bytes, place: str, reason: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read_file("file.x", data, TODAY)
    message = str(refused.value)
    assert message.startswith(f"file.x, {place}" if place else "file.x: ")
    assert reason in message


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@example(b"[[")
@example(b'{"entries": [{"date": "2026-02-30"}]}')
@example(b'{"schema": "growthjournal/1", "weeks": [{"week": "2026-W54"}]}')
def test_no_bytes_do_worse_than_a_refusal(data: bytes) -> None:
    with suppress(ImportRefusedError):
        read_file("any", data, TODAY)


def test_half_characters_become_the_sign_for_them() -> None:
    plan = read_file("plan", b'{"schema": "growthplan/1", "north_star": "a\\ud800b"}', TODAY).snapshot().active_plan
    assert plan is not None
    assert plan.north_star == "a\ufffdb"


def test_a_typed_plan_says_what_was_read_otherwise() -> None:
    incoming = read_file("plan.md", f"# My plan\n{PLAN_TEXT}".encode(), TODAY)
    assert [note for note in incoming.notes if note.startswith("line 1: ")]
    tree = incoming.snapshot().tree
    assert tree is not None
    assert tree.plan.start == TODAY
    assert tree.actions[0].due == date(2026, 11, 27)
