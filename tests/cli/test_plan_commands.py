"""The parts of a plan from the command line: the JSON that scripts read, and the text that people read."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.command import Shell


def test_the_plan_as_growthplan(planned: Shell) -> None:
    plan = planned.ok("plan", "--json").json
    assert plan["schema"] == "growthplan/1"
    assert (plan["start"], plan["horizon_months"]) == ("2026-11-24", 6)
    (goal,) = plan["goals"]
    assert (goal["kind"], goal["current"], goal["measures"]) == ("career", True, ["Two teams use the contract"])
    assert [point["title"] for point in plan["focus"]] == ["Visible outside my team", "Distributed systems design"]
    assert plan["focus"][0]["actions"][0]["cadence"] == "2w"
    assert plan["focus"][1]["actions"][0]["due"] == "2026-12-24"
    assert {point["goal"] for point in plan["focus"]} == {goal["id"]}
    assert planned.ok("plan", "show", "--json").json == plan


def test_the_plan_as_text(planned: Shell) -> None:
    planned.ok("principle", "add", "No evenings", "--kind", "not-willing", "--consequence", "slower")
    planned.ok("checkin", "add", "Priya", "--role", "manager", "--every", "2w", "--next", "in 2 weeks")
    planned.ok("north-star", "Be someone others learn from")
    text = planned.ok("plan").out
    assert text.startswith("Plan, 24 Nov 2026 to 24 May 2027, week 1 of 26\n")
    for words in (
        "  Be someone others learn from",
        "1  career, current  Work at staff level",
        "Measure: Two teams use the contract",
        "action 1  Ask one question in each review; every 2 weeks",
        "action 2  Solve four exercises; by 24 Dec 2026",
        "1  not willing  No evenings (accepted: slower)",
        "1  Priya, manager, every 2 weeks, next 8 Dec 2026",
    ):
        assert words in text
    assert max(map(len, text.splitlines())) <= 80


def test_every_add_prints_an_id_alone(shell: Shell) -> None:
    for arguments in (
        ("plan", "new", "--months", "3"),
        ("goal", "add", "Staff level", "--kind", "career"),
        ("focus", "add", "Visible"),
        ("action", "add", "Ask", "--focus", "1"),
        ("principle", "add", "No evenings"),
        ("checkin", "add", "Priya"),
        ("person", "add", "Priya"),
        ("event", "add", "Talk given", "--direction", "1"),
        ("event", "add", "Talk refused", "--direction", "-1"),
        ("feedback", "add", "Good talk", "--from", "Ana"),
        ("review", "mark", "--for", "manager"),
        ("log", "x"),
        ("backup", "now"),
    ):
        (line,) = shell.ok(*arguments).lines
        assert len(line) == 26
        assert line.isalnum()


def test_goals(planned: Shell) -> None:
    planned.ok("goal", "add", "Prove a protocol", "--kind", "Personal", "--months", "9")
    planned.ok("goal", "current", "2")
    first, second = planned.ok("goal", "list", "--json").json["goals"]
    assert (first["current"], second["current"], second["number"]) == (False, True, 2)
    assert planned.ok("plan", "--json").json["horizon_months"] == 9
    result = planned.ok("goal", "close", "2", "--as", "reached", "--reason", "it holds")
    assert "goal current" in result.err
    assert planned.ok("goal", "list", "--json").json["goals"][1]["status"] == "reached"
    planned.ok("goal", "edit", "1", "Work at staff level by June", "--why", "four teams", "--measure", "RFC")
    goal = planned.ok("goal", "list", "--json").json["goals"][0]
    assert (goal["text"], goal["why"]) == ("Work at staff level by June", "four teams")
    assert goal["measures"] == ["Two teams use the contract", "RFC"]
    versions = planned.ok("plan", "--json").json["goals"][0]["versions"]
    assert [version["text"] for version in versions] == ["Work at staff level"]


def test_focus_points(planned: Shell) -> None:
    planned.ok("focus", "move", "2", "1")
    planned.ok("focus", "edit", "1", "--note", "with Bo")
    planned.ok("focus", "close", "2", "--reason", "they know me")
    first, second = planned.ok("focus", "list", "--json").json["focus"]
    assert (first["title"], first["note"]) == ("Distributed systems design", "with Bo")
    assert (second["status"], second["reason"]) == ("closed", "they know me")
    planned.ok("focus", "reopen", "2")
    planned.ok("focus", "park", "f2")
    assert "(parked)" in planned.ok("focus").out


def test_actions(planned: Shell) -> None:
    assert "Done once" in planned.ok("action", "done", "1").err
    planned.ok("action", "done", "a2", "--on", "yesterday")
    planned.ok("action", "edit", "1", "--no", "every", "--due", "2027-01-31", "--if-then", "when it opens, I ask")
    first, second = planned.ok("action", "list", "--json").json["actions"]
    assert (first["cadence"], first["due"], first["if_then"]) == (None, "2027-01-31", "when it opens, I ask")
    assert first["doings"] == [{"on": "2026-11-24"}]
    assert (second["status"], second["done_on"]) == ("done", "2026-11-23")
    planned.ok("action", "reopen", "2")
    planned.ok("action", "drop", "2", "--reason", "not wanted")
    planned.ok("action", "move", "1", "1", "--focus", "2")
    moved = planned.ok("action", "list", "--json").json["actions"]
    assert [item["text"] for item in moved] == ["Ask one question in each review", "Solve four exercises"]
    assert len({item["focus"] for item in moved}) == 1


def test_the_north_star_keeps_its_versions(shell: Shell) -> None:
    shell.ok("--today", "2026-09-01", "north-star", "first")
    shell.ok("north-star", "-", stdin=b"second\n\nwith a second paragraph\n")
    found = shell.ok("north-star", "--json").json
    assert found["north_star"] == "second\n\nwith a second paragraph"
    assert found["versions"] == [{"text": "first", "since": "2026-09-01", "until": "2026-11-24"}]
    assert "1 Sep 2026 to 24 Nov 2026  first" in shell.ok("north-star").out


@pytest.mark.parametrize(
    "command", ["north-star", "principle list", "checkin list", "person list", "ask list", "review list", "trash list"]
)
def test_that_there_is_nothing_is_told_beside_the_data(planned: Shell, command: str) -> None:
    result = planned.ok(*command.split())
    assert result.out == ""
    assert result.err.startswith("growthtui: ")


def test_one_plan_after_the_other(planned: Shell) -> None:
    planned.ok("plan", "close", "--reason", "done")
    assert "no active plan" in planned.ok("plan").err
    assert planned.ok("plan", "--json").json["goals"] == []
    planned.ok("plan", "new", "--mode", "pgp", "--months", "12", "--keep-goal", "--start", "2026-12-01")
    plan = planned.ok("plan", "--json").json
    assert (plan["mode"], plan["start"]) == ("pgp", "2026-12-01")
    assert plan["history"] == [{"kind": "career", "from": "2026-11-24", "to": "2026-11-24"}]
    assert [goal["text"] for goal in plan["goals"]] == ["Work at staff level"]
    statuses = [item["status"] for item in planned.ok("plan", "list", "--json").json["plans"]]
    assert statuses == ["active", "closed"]
    assert "not begun" in planned.ok("plan").out


def test_measures_asks_and_reviews(planned: Shell) -> None:
    planned.ok("measure", "set", "1", "2")
    assert planned.ok("measure", "--json").json["measures"][0]["readings"] == [{"on": "2026-11-24", "value": 2}]
    planned.ok("ask", "add", "two hours a week", "--of", "Priya", "--by", "2026-12-01")
    planned.ok("ask", "answer", "1", "yes")
    assert planned.ok("ask", "--json").json["asks"][0]["status"] == "yes"
    planned.ok("review", "mark", "--for", "manager", "--kind", "half year")
    planned.ok("review", "mark", "--for", "manager", "--on", "2027-05-01")
    planned_one, done = planned.ok("review", "list", "--json").json["reviews"]
    assert (planned_one["planned"], planned_one["since"]) == (True, "2026-11-24")
    assert (done["planned"], done["since"], done["on"]) == (False, "2026-11-24", date(2026, 11, 24).isoformat())
    planned.ok("review", "mark")
    assert {one["for"] for one in planned.ok("review", "list", "--json").json["reviews"]} == {"manager", "self"}


def test_people_and_checkins(planned: Shell) -> None:
    planned.ok("person", "add", "Priya", "--role", "manager")
    assert planned("person", "add", "priya").code == 2
    planned.ok("person", "edit", "Priya", "--role", "head")
    assert planned.ok("person", "--json").json["people"][0]["role"] == "head"
    planned.ok("checkin", "add", "Priya", "--every", "4")
    assert "22 Dec 2026" in planned.ok("checkin", "done", "1").err
    planned.ok("checkin", "edit", "1", "--role", "manager")
    assert planned.ok("checkin", "--json").json["checkins"][0]["next_date"] == "2026-12-22"
    planned.ok("checkin", "remove", "1")
    planned.ok("person", "remove", "Priya")
    assert len(planned.ok("trash", "list", "--json").json["trash"]) == 2


@pytest.mark.parametrize(
    ("group", "adds", "listed", "field"),
    [
        ("principle", (("add", "one"), ("add", "two")), "principles", "text"),
        ("checkin", (("add", "one"), ("add", "two")), "checkins", "with"),
        ("measure", (), "measures", "text"),
        ("ask", (("add", "one", "--of", "Bo"), ("add", "two", "--of", "Bo")), "asks", "ask"),
    ],
)
def test_the_last_becomes_the_first_and_back(
    planned: Shell, group: str, adds: tuple[tuple[str, ...], ...], listed: str, field: str
) -> None:
    planned.ok("goal", "edit", "1", "--measure", "two")
    for words in adds:
        planned.ok(group, *words)
    before = [item[field] for item in planned.ok(group, "--json").json[listed]]
    planned.ok(group, "move", "2", "1")
    assert [item[field] for item in planned.ok(group, "--json").json[listed]] == before[::-1]
    planned.ok("undo")
    assert [item[field] for item in planned.ok(group, "--json").json[listed]] == before
    assert planned(group, "move", "1", "3").code == 2


def test_undo_and_redo_go_through_all_of_it(planned: Shell, journal_file: Path) -> None:
    steps = planned.ok("history", "--json").json["steps"]
    assert [step["label"] for step in steps][-1] == 'add goal "Work at staff level"'
    full = planned.ok("plan", "--json").json
    for _ in steps:
        planned.ok("undo")
    assert planned("undo").code == 1
    assert planned.ok("plan", "--json").json["goals"] == []
    for _ in steps:
        planned.ok("redo")
    assert planned("redo").code == 1
    assert planned.ok("plan", "--json").json == full


def test_a_refused_undo_says_why(planned: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step whose record was changed by a step of another state folder (another machine) is refused."""
    planned.ok("goal", "edit", "1", "changed here")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other state"))
    planned.ok("goal", "edit", "1", "changed elsewhere")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    result = planned("undo")
    assert result.code == 2
    assert "changed since" in result.err
    assert planned.ok("goal", "--json").json["goals"][0]["text"] == "changed elsewhere"


@pytest.mark.parametrize("columns", ["20", "40", "300"])
def test_any_width(planned: Shell, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in ("plan", "goal", "focus", "action", "week", "check", "stats", "history", "doctor"):
        planned.ok(command)
    assert max(len(line) for line in planned.ok("plan").lines) <= 100
