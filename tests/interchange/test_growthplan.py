"""A plan file: every key comes in, wrong ones are named by their place."""

from pathlib import Path
from typing import Any

import pytest

from growthtui.domain.plan import FocusStatus, GoalKind, PlanMode, PrincipleKind
from growthtui.errors import ImportRefusedError
from growthtui.interchange.entries import Incoming
from growthtui.interchange.reader import read_file
from tests.conftest import TODAY
from tests.interchange.shipped import PLANS, encoded, plan_file


def read(data: object, name: str = "plan.toml") -> Incoming:
    raw = data if isinstance(data, bytes) else data.encode() if isinstance(data, str) else encoded(data)
    return read_file(name, raw, TODAY)


def plan_with(**keys: object) -> dict[str, object]:
    return {"schema": "growthplan/1", "id": "p"} | keys


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_part_of_a_plan_file_becomes_a_record(path: Path) -> None:
    doc = plan_file(path)
    tree = read(path.read_bytes()).snapshot().tree
    assert tree is not None
    assert (tree.plan.id, tree.plan.north_star) == (doc["id"], doc["north_star"])
    assert [goal.text for goal in tree.goals] == [goal["text"] for goal in doc["goals"]]
    assert [focus.title for focus in tree.focus] == [focus["title"] for focus in doc["focus"]]
    texts = [action["text"] for focus in doc["focus"] for action in focus.get("actions", [])]
    assert [action.text for action in tree.actions] == texts


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_toml_and_json_say_the_same(path: Path) -> None:
    from_toml = read(path.read_bytes())
    from_json = read(plan_file(path), "plan.json")
    assert [entry.doc for entry in from_toml.entries] == [entry.doc for entry in from_json.entries]


def test_today_and_expect_are_dropped_and_unknown_keys_are_kept() -> None:
    incoming = read(
        plan_with(today="2026-01-01", expect=[{"rule": "GP101"}], colour="red", goals=[{"text": "g", "x": 1}])
    )
    plan, goal = (entry.doc for entry in incoming.entries)
    assert "today" not in plan
    assert "expect" not in plan
    assert plan["colour"] == "red"
    assert goal["x"] == 1


def test_an_empty_plan_is_a_plan() -> None:
    assert read('schema = "growthplan/1"').snapshot().active_plan is not None


@pytest.mark.parametrize(
    ("written", "kind", "given"),
    [
        ("growth", None, "growth"),
        ("Career", GoalKind.CAREER, ""),
        (" personal ", GoalKind.PERSONAL, ""),
        (None, None, ""),
    ],
)
def test_a_goal_kind_that_is_no_kind_stays_open_with_its_word(written: str | None, kind: GoalKind, given: str) -> None:
    goal = {"text": "g"} | ({"kind": written} if written else {})
    tree = read(plan_with(goals=[goal])).snapshot().tree
    assert tree is not None
    assert (tree.goals[0].kind, tree.goals[0].kind_given) == (kind, given)


def test_other_words_of_a_person_are_kept_as_well() -> None:
    incoming = read(
        plan_with(mode="PGP", principles=[{"text": "t", "kind": "rule"}], focus=[{"title": "f", "status": "someday"}])
    )
    tree = incoming.snapshot().tree
    assert tree is not None
    assert tree.plan.mode is PlanMode.PGP
    assert tree.principles[0].kind is PrincipleKind.VALUE
    assert (tree.focus[0].status, tree.focus[0].status_given) == (FocusStatus.ACTIVE, "someday")
    assert incoming.of("principles")[0].doc["kind_given"] == "rule"


def test_a_finding_put_aside_is_tied_to_the_text_in_the_file() -> None:
    focus = [{"id": "f1", "title": "t", "actions": [{"id": "a2", "text": "write it down"}]}]
    first, edited = (
        read(plan_with(dismissed=["GP404 a2"], focus=[{**focus[0], "actions": [{"id": "a2", "text": text}]}]))
        for text in ("write it down", "write it up")
    )
    hashes = [incoming.of("plans")[0].doc["dismissed"][0]["hash"] for incoming in (first, edited)]
    assert hashes[0] != hashes[1]
    assert first.of("plans")[0].doc["dismissed"] == [{"rule": "GP404", "where": "a2", "hash": hashes[0]}]


@pytest.mark.parametrize(
    ("keys", "place", "reason"),
    [
        ({"north_star": 3}, "north_star", "expected a text, found a whole number"),
        ({"goals": {}}, "goals", "expected a list, found an object"),
        ({"goals": ["become better"]}, "goals[0]", "expected an object, found a text"),
        ({"goals": [{"text": "a"}, {"kind": "career"}]}, "goals[1]", "'text' is missing"),
        ({"goals": [{"text": "a", "measures": [3]}]}, "goals[0].measures[0]", "expected a text or an object"),
        ({"goals": [{"text": "a", "kind": 1}]}, "goals[0].kind", "found a whole number"),
        ({"focus": [{"title": "t", "actions": [{"text": "a", "due": "soon"}]}]}, "focus[0].actions[0].due", "no"),
        (
            {"focus": [{"title": "t", "actions": [{"text": "a", "count": "two"}]}]},
            "focus[0].actions[0].count",
            "whole number",
        ),
        ({"focus": [{"title": "t", "visibility": ["boss"]}]}, "focus[0].visibility[0]", "boss"),
        ({"focus": [{"id": "f", "title": "t"}, {"id": "f", "title": "u"}]}, "focus[1]", "used twice"),
        ({"horizon_months": 2.5}, "horizon_months", "expected a whole number, found a number"),
        ({"start": "2026-02-30"}, "start", "not a date"),
        ({"id": 7}, "id", "expected a text"),
    ],
)
def test_a_wrong_type_is_refused_with_its_place(keys: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(plan_with(**keys), "mine.json")
    message = str(refused.value)
    assert message.startswith(f"mine.json, {place}: ")
    assert reason in message
