"""A whole journal: nested in the file, flat in the tables, and back without a loss."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.errors import ImportRefusedError
from growthtui.interchange.entries import Doc, Incoming
from growthtui.interchange.growthjournal import read_growthjournal, write_growthjournal
from growthtui.interchange.reader import read_file
from tests.interchange.shipped import SAMPLES, encoded, missing, sample


def read(doc: object) -> Incoming:
    return read_file("journal.json", encoded(doc), date(2026, 11, 24))


def journal_with(**keys: object) -> dict[str, object]:
    return {"schema": "growthjournal/1"} | keys


def tables_of(incoming: Incoming) -> dict[str, list[Doc]]:
    tables: dict[str, list[Doc]] = defaultdict(list)
    for entry in incoming.entries:
        tables[entry.table].append(entry.doc)
    return tables


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back_with_every_key_and_value(path: Path) -> None:
    doc = sample(path)
    states = {week["week"]: week["state"] for week in doc["weeks"]}
    written = write_growthjournal(tables_of(read(doc)), states, "2026-11-24T17:00:00+01:00")
    assert missing(written, doc) == []


def test_parents_order_and_weeks_are_filled_in() -> None:
    tables = tables_of(read(sample(SAMPLES[1])))
    assert {doc["plan"] for doc in tables["focus"]} == {"plan-2026a"}
    assert [(doc["id"], doc["focus"], doc["position"]) for doc in tables["actions"][:3]] == [
        ("a1", "f1", 0),
        ("a2", "f1", 1),
        ("a3", "f2", 0),
    ]
    assert tables["lines"][0]["week"] == tables["weeks"][0]["id"] == "2026-W10"
    assert "position" not in tables["lines"][0]


def test_only_a_paused_week_states_its_state() -> None:
    weeks = [{"week": "2026-w10", "state": "missed"}, {"week": "2026-W11", "state": "paused"}]
    docs = tables_of(read(journal_with(weeks=weeks)))["weeks"]
    assert docs == [{"week": "2026-W10", "id": "2026-W10"}, {"week": "2026-W11", "state": "paused", "id": "2026-W11"}]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"weeks": [{"week": "2026-W54"}]}, "weeks[0].week"),
        ({"weeks": [{"monday": "2026-03-02"}]}, "weeks[0].week"),
        ({"weeks": [{"week": "2026-W10"}, {"week": "2026-w10"}]}, "weeks[1]"),
        ({"weeks": [{"week": "2026-W10", "energy": "high"}]}, "weeks[0].energy"),
        ({"weeks": [{"week": "2026-W10", "lines": [{"text": "a", "kind": ["x"]}]}]}, "weeks[0].lines[0].kind"),
        ({"weeks": [{"week": "2026-W10", "saved_at": "noon"}]}, "weeks[0].saved_at"),
        ({"plans": [{"id": "a"}, {"id": "b"}]}, "plans[1].status"),
        ({"plans": [{"focus": [{"title": "t", "actions": {}}]}]}, "plans[0].focus[0].actions"),
        ({"people": {"bo": "Bo"}}, "people"),
        ({"evidence": [{"id": "e", "on": 3}]}, "evidence[0].on"),
        ({"surveys": [{"question": "q", "responses": [{"from": "bo"}]}]}, "surveys[0].responses[0]"),
        ({"tables": []}, "tables"),
        ({"tables": {"lines": [{"id": "l", "week": "2026-W10"}]}}, "tables.lines[0]"),
        ({"person": "me"}, "person"),
    ],
)
def test_a_broken_part_is_refused_with_its_place(keys: dict[str, Any], place: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(journal_with(**keys))
    assert str(refused.value).startswith(f"journal.json, {place}: ")


TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
NAME = st.text("abcdef-é", min_size=1, max_size=4)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz_", max_size=4), inner, max_size=3),
    max_leaves=6,
)
UNKNOWN = st.dictionaries(st.sampled_from(["x-new", "später", "[/b]"]), ANYTHING, max_size=2)


def records(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Records with an id of their own and keys that nobody knows."""
    made = st.builds(lambda known, more: more | known, st.fixed_dictionaries(fields), UNKNOWN)
    return st.lists(made, max_size=3, unique_by=lambda doc: doc.get("id") or doc["week"])


def _own(docs: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    """The records with ids that no other list of the same table has."""
    return [doc | {"id": f"{prefix}{doc['id']}"} for doc in docs]


ACTIONS = records(id=NAME, text=TEXT, versions=st.just([]))
FOCUS = records(id=NAME, title=TEXT, note=TEXT, actions=ACTIONS)
LINES = records(id=NAME, text=TEXT, visibility=st.none() | st.just(["self"]), evidence=st.lists(NAME, max_size=2))


@st.composite
def journals(draw: st.DrawFn) -> dict[str, Any]:
    plans = draw(
        records(id=NAME, status=st.just("closed"), north_star=TEXT, focus=FOCUS, goals=records(id=NAME, text=TEXT))
    )
    for plan in plans:
        plan["goals"] = _own(plan["goals"], plan["id"] + "/")
        plan["focus"] = _own(plan["focus"], plan["id"] + "/")
        for focus in plan["focus"]:
            focus["actions"] = _own(focus["actions"], focus["id"] + "/")
    weeks = draw(records(week=st.integers(1, 52).map(lambda number: f"2026-W{number:02}"), private=TEXT, lines=LINES))
    for week in weeks:
        week["lines"] = _own(week["lines"], week["week"] + "/")
    tables = draw(
        st.dictionaries(st.sampled_from(["future", "x"]), st.lists(UNKNOWN, min_size=1, max_size=2), max_size=2)
    )
    loose = {"tables": tables} if tables else {}
    people = draw(records(id=NAME, name=TEXT))
    info = draw(UNKNOWN)
    return (
        info
        | journal_with(id="me", plans=plans, weeks=sorted(weeks, key=lambda week: week["week"]), people=people)
        | loose
    )


@given(journals())
def test_reading_and_writing_loses_nothing(doc: dict[str, Any]) -> None:
    incoming = read_growthjournal(doc, "journal.json")
    own = {table: [_without_stand_in(item) for item in docs] for table, docs in tables_of(incoming).items()}
    written = write_growthjournal(own, {}, "now")
    assert missing(written, doc) == []
    assert written.get("tables") == doc.get("tables")


def _without_stand_in(doc: Doc) -> Doc:
    return {key: value for key, value in doc.items() if key != "id" or not str(value).startswith("tables.")}
