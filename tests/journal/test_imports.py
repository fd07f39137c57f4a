"""Importing: twice adds nothing, what differs is refused, replaced or put beside; one step, or nothing at all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from growthtui.clock import Clock
from growthtui.domain.plan import GoalKind, PlanStatus
from growthtui.domain.week import LineKind
from growthtui.errors import ImportRefusedError
from growthtui.interchange.moves import Fate
from growthtui.journal.focus import NewFocus
from growthtui.journal.import_report import ImportReport
from growthtui.journal.imports import ImportConflictError, SecondPlanError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.journal.principles import NewPrinciple
from tests.conftest import TODAY
from tests.interchange.shipped import DATA, PLANS, SAMPLES, encoded, missing, plan_file, sample

STAFF, ACTUARY = DATA / "samples/sample-backend-staff.json", DATA / "samples/sample-actuary-pgp.json"
LEAD, VAGUE = DATA / "plans/bad-01-lead-lead.toml", DATA / "plans/bad-03-vague-everything.toml"

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def other(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "other.json", Clock(TODAY), tmp_path / "other-state")


def total(report: ImportReport, fate: Fate) -> int:
    return sum(item.fate is fate for item in report.items)


def put(
    journal: Journal, doc: object, *, replace: bool = False, new: bool = False, kind: GoalKind | None = None
) -> ImportReport:
    """Import a document, or text, and return the report."""
    data = doc.encode() if isinstance(doc, str) else encoded(doc)
    return journal.imports.apply(journal.imports.read_bytes("file", data), replace=replace, new=new, kind=kind)


def edited(path: Path, *edits: Edit) -> dict[str, Any]:
    doc = plan_file(path) if path.suffix == ".toml" else sample(path)
    for edit in edits:
        edit(doc)
    return doc


@pytest.mark.parametrize("path", [*PLANS, *SAMPLES], ids=lambda path: path.stem)
def test_importing_twice_adds_nothing(journal: Journal, path: Path) -> None:
    first = journal.imports.apply(journal.imports.read(path))
    assert total(first, Fate.ADDED) == len(first.items) > 0
    data = journal.path.read_bytes()
    for replace, new in ((False, False), (False, True), (True, False)):
        again = journal.imports.apply(journal.imports.read(path), replace=replace, new=new)
        assert again.is_empty, again.items
    assert journal.path.read_bytes() == data
    assert [step.label for step in journal.undo.history()] == [f"import {path.name}"]


@pytest.mark.parametrize("path", [*PLANS, *SAMPLES], ids=lambda path: path.stem)
def test_a_preview_tells_what_would_happen_and_writes_nothing(journal: Journal, path: Path) -> None:
    report = journal.imports.preview(journal.imports.read(path))
    assert not journal.path.exists()
    assert journal.imports.apply(journal.imports.read(path)).counts == report.counts
    assert report.as_json()["refused"] is None


def test_an_import_is_one_step_with_a_copy_before_it(journal: Journal) -> None:
    journal.log.add(NewLine(text="mine"))
    before = journal.path.read_bytes()
    journal.imports.apply(journal.imports.read(STAFF))
    copies = [version for version in journal.ledger.db.versions.list() if version.reason == "before-import"]
    assert [copy.path.read_bytes() for copy in copies] == [before]
    journal.undo.undo()
    assert [line.text for line in journal.snapshot().lines] == ["mine"]
    journal.undo.redo()
    assert len(journal.snapshot().lines) == 38


def test_records_without_an_id_get_one_and_all_get_a_time_stamp(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    snapshot = journal.snapshot()
    assert {len(record.id) for record in (*snapshot.events, *snapshot.checkins)} == {26}
    assert {record.created is None for record in (*snapshot.lines, *snapshot.goals, *snapshot.events)} == {False}
    assert journal.health.report().problems == ()


# a plan that is there and differs

DIFFERENCES: list[tuple[str, Edit, str]] = [
    ("a text", lambda doc: doc["goals"][0].update(text="Be known"), "goals g1, text"),
    ("a new key", lambda doc: doc["focus"][0].update(note="slowly"), "focus f1, note"),
    ("a missing key", lambda doc: doc.pop("language"), "plans bad-03, language"),
    ("an unknown key", lambda doc: doc.update(colour="red"), "plans bad-03, colour"),
    ("one more part", lambda doc: doc["focus"].append({"id": "f9", "title": "Ninth"}), "focus f9"),
    ("one part less", lambda doc: doc["focus"].pop(), "focus f6"),
    ("another order", lambda doc: doc["focus"].reverse(), "focus f1, place in the list"),
    ("another parent", lambda doc: doc["focus"][5].update(actions=doc["focus"][0].pop("actions")), "actions a1, focus"),
]


@pytest.mark.parametrize(("edit", "named"), [case[1:] for case in DIFFERENCES], ids=[case[0] for case in DIFFERENCES])
def test_a_plan_that_differs_is_refused_until_it_replaces(journal: Journal, edit: Edit, named: str) -> None:
    journal.imports.apply(journal.imports.read(VAGUE))
    data = journal.path.read_bytes()
    doc = edited(VAGUE, edit)
    with pytest.raises(ImportConflictError) as refused:
        put(journal, doc)
    assert named in str(refused.value)
    assert "--replace" in str(refused.value)
    assert journal.path.read_bytes() == data

    put(journal, doc, replace=True)
    assert missing(journal.documents.plan() | {"goals": []}, doc | {"goals": []}) == []
    assert len(journal.snapshot().plans) == 1
    assert put(journal, doc).is_empty
    journal.undo.undo()
    assert put(journal, edited(VAGUE)).is_empty


def test_replacing_keeps_the_earlier_wording_and_what_was_done(journal: Journal) -> None:
    put(journal, edited(LEAD, lambda doc: doc["focus"][0]["actions"][0].update(cadence="2w")))
    goal, action = journal.snapshot().goals[0], journal.snapshot().actions[0]
    journal.actions.done(action)
    doc = edited(
        LEAD,
        lambda doc: doc["goals"][0].update(text="Be a senior engineer whom others ask"),
        lambda doc: doc["focus"][0]["actions"][0].update(cadence="1w"),
    )
    put(journal, doc, replace=True)
    after = journal.snapshot()
    assert [(version.text, version.until) for version in after.goals[0].versions] == [(goal.text, TODAY)]
    assert (after.goals[0].text, after.goals[0].created) == ("Be a senior engineer whom others ask", goal.created)
    assert (after.actions[0].cadence, [doing.on for doing in after.actions[0].doings]) == ("1w", [TODAY])


def test_a_new_version_of_a_plan_can_stand_beside_the_old_one(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(LEAD))
    doc = edited(LEAD, lambda doc: doc.update(north_star="Somewhere else entirely, later"))
    report = put(journal, doc, new=True)
    old, new = journal.snapshot().plans
    assert (old.id, old.status, old.closed_on) == ("bad-01", PlanStatus.CLOSED, TODAY)
    assert report.closes == "bad-01"
    assert new.north_star == "Somewhere else entirely, later"
    tree = journal.snapshot().tree_of(new)
    assert {item.id for item in (*tree.goals, *tree.points[0].actions)}.isdisjoint({"g1", "a1", "a2"})
    assert [point.focus.goal for point in tree.points] == [tree.goals[0].id]
    assert {item.imported_id for item in report.items} == {"bad-01", "g1", "f1", "a1", "a2"}
    assert put(journal, doc).is_empty


def test_what_a_plan_says_of_its_parts_follows_their_new_ids(journal: Journal) -> None:
    cycle = {"kind": "career", "from": "2024-01-01", "to": "2025-01-01", "why": "a key of somebody else"}
    doc = edited(
        LEAD, lambda doc: doc.update(dismissed=["GP206 a1"], logged_weeks={"f1": "2026-03-02"}, history=[cycle])
    )
    put(journal, doc)
    put(journal, doc | {"id": "next"}, new=True)
    tree = journal.snapshot().tree
    assert tree is not None
    point, (action, _) = tree.points[0].focus, tree.actions
    assert point.id != "f1"
    plan = journal.documents.plan()
    assert plan["dismissed"] == [f"GP206 {action.id}"]
    assert plan["logged_weeks"] == {point.id: "2026-03-02"}
    assert [one for one in plan["history"] if one["to"] == "2025-01-01"] == [cycle]


# another plan


def test_another_plan_beside_an_active_one_needs_new(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(LEAD))
    data = journal.path.read_bytes()
    with pytest.raises(SecondPlanError, match="--new"):
        journal.imports.apply(journal.imports.read(VAGUE))
    with pytest.raises(SecondPlanError):
        journal.imports.apply(journal.imports.read(VAGUE), replace=True)
    assert journal.path.read_bytes() == data
    preview = journal.imports.preview(journal.imports.read(VAGUE))
    assert isinstance(preview.refusal, SecondPlanError)

    journal.imports.apply(journal.imports.read(VAGUE), new=True)
    snapshot = journal.snapshot()
    assert snapshot.active_plan is not None
    assert snapshot.active_plan.id == "bad-03"
    assert [plan.status for plan in snapshot.plans] == [PlanStatus.CLOSED, PlanStatus.ACTIVE]
    cycles = [[(cycle.kind, f"{cycle.from_}", cycle.to) for cycle in plan.history] for plan in snapshot.plans]
    assert cycles == [[("career", "2026-03-02", TODAY)]] * 2
    assert journal.imports.apply(journal.imports.read(VAGUE)).is_empty
    journal.undo.undo()
    assert [plan.id for plan in journal.snapshot().plans] == ["bad-01"]
    assert journal.snapshot().active_plan is not None


def test_taken_ids_become_new_ones_and_references_follow(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    journal.imports.apply(journal.imports.read(ACTUARY), new=True)
    snapshot = journal.snapshot()
    tree = snapshot.tree
    assert tree is not None
    assert tree.plan.id == "pgp-2020"
    raw = journal.ledger.raw_tables()
    known = {table: {doc["id"] for doc in raw[table].values()} for table in ("focus", "actions", "evidence")}
    theirs = [line for line in snapshot.lines if line.week < "2022"]
    mine = [line for line in snapshot.lines if line.week > "2022"]
    assert {line.focus for line in theirs if line.focus} == {focus.id for focus in tree.focus}
    assert {line.focus for line in mine if line.focus} == {"f1", "f2", "f3"}
    for line in snapshot.lines:
        assert {line.focus} - {None} <= known["focus"]
        assert {line.action} - {None} <= known["actions"]
        assert set(line.evidence) <= known["evidence"]
    imported = {doc["imported_id"] for doc in raw["evidence"].values() if "imported_id" in doc}
    assert imported == {"e1", "e2", "e3", "e4", "e5", "e6"}
    assert journal.imports.apply(journal.imports.read(ACTUARY)).is_empty


def test_a_changed_journal_set_beside_repeats_nothing_that_says_the_same(journal: Journal) -> None:
    """The plan comes in anew, so what a line refers to has two ids; only the edited line stands there twice."""
    journal.imports.apply(journal.imports.read(STAFF))
    doc = edited(
        STAFF,
        lambda doc: doc["people"][0].update(role="director"),
        lambda doc: doc["plans"][0]["focus"][0].update(title="Another title"),
        lambda doc: doc["weeks"][0]["lines"][0].update(text="Another text"),
    )
    report = put(journal, doc, new=True)
    assert report.counts["lines"] == {Fate.ADDED: 1, Fate.EQUAL: 36}
    assert report.counts["weeks"] == {Fate.EQUAL: 26}
    again, tree = (
        next(line for line in journal.snapshot().lines if line.text == "Another text"),
        journal.snapshot().tree,
    )
    assert tree is not None
    assert again.focus in {focus.id for focus in tree.focus}
    assert put(journal, doc).is_empty


def test_without_an_active_plan_taken_ids_are_no_reason_to_ask(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(LEAD))
    journal.plans.close()
    report = journal.imports.apply(journal.imports.read(VAGUE))
    assert {item.imported_id for item in report.items if item.table == "goals"} == {"g1"}
    assert [focus.goal for focus in journal.snapshot().focus if focus.title == "English"] == [
        goal.id for goal in journal.snapshot().goals if goal.text == "Become a better engineer"
    ]


# single records of a journal file


def test_a_record_that_differs_is_refused_until_it_replaces(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    doc = edited(STAFF, lambda doc: doc["weeks"][0]["lines"][0].update(text="other words"))
    with pytest.raises(ImportConflictError, match="2026-w10-1, text"):
        put(journal, doc)
    assert total(put(journal, doc, replace=True), Fate.REPLACED) == 1
    assert journal.log.line("2026-w10-1").text == "other words"


def test_what_only_the_journal_has_stays(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    journal.log.add(NewLine(text="mine", focus="f1"))
    journal.focus.add(NewFocus(title="Also mine"))
    assert journal.imports.apply(journal.imports.read(STAFF)).is_empty
    assert journal.imports.apply(journal.imports.read(STAFF), replace=True).is_empty


def test_new_parts_of_a_plan_that_is_there_come_in(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    doc = edited(STAFF, lambda doc: doc["plans"][0]["focus"][0]["actions"].append({"id": "a99", "text": "more"}))
    assert [(item.table, item.id) for item in put(journal, doc).items] == [("actions", "a99")]


def test_records_without_id_are_equal_when_their_content_is(journal: Journal) -> None:
    event = {"on": "2026-05-12", "text": "moved teams", "direction": 1}
    doc = {"schema": "growthjournal/1", "events": [event, event]}
    assert total(put(journal, doc), Fate.ADDED) == 2
    assert put(journal, doc).is_empty
    assert total(put(journal, {"schema": "growthjournal/1", "events": [event] * 3}), Fate.ADDED) == 1
    assert (
        total(put(journal, {"schema": "growthjournal/1", "events": [event | {"text": "moved back"}]}), Fate.ADDED) == 1
    )


def test_a_record_in_the_trash_is_revived(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(STAFF))
    line = journal.log.line("2026-w10-1")
    journal.log.delete(line)
    report = journal.imports.apply(journal.imports.read(STAFF))
    assert [(item.fate, item.id) for item in report.items] == [(Fate.REVIVED, "2026-w10-1")]
    assert journal.log.line("2026-w10-1").created == line.created


def test_a_journal_of_two_plans_brings_both(journal: Journal, other: Journal) -> None:
    other.imports.apply(other.imports.read(LEAD))
    other.imports.apply(other.imports.read(VAGUE), new=True)
    put(journal, other.documents.journal(with_private=True))
    assert [(plan.id, plan.status.value) for plan in journal.snapshot().plans] == [
        ("bad-01", "closed"),
        ("bad-03", "active"),
    ]


def test_a_file_that_closes_the_active_plan_itself_needs_no_new(journal: Journal, other: Journal) -> None:
    for each in (journal, other):
        each.imports.apply(each.imports.read(LEAD))
    other.imports.apply(other.imports.read(VAGUE), new=True)
    put(journal, other.documents.journal(with_private=True), replace=True)
    active = journal.snapshot().active_plan
    assert active is not None
    assert active.id == "bad-03"


# typed plans

TYPED = """North Star:
Be somebody to ask.

Current Goal:
Own the billing service.

Focus Points:
1. Know it
   - read one module every week
   - draw the data flow by March
2. Be known
   Slowly.
   - one talk per month
"""


def test_a_typed_plan_is_known_by_its_words(journal: Journal) -> None:
    report = put(journal, TYPED)
    assert report.open_goals == ("Own the billing service.",)
    later = Journal(journal.path, Clock(date(2027, 6, 1)), journal.state)
    assert put(later, TYPED).is_empty
    assert put(later, TYPED.replace("   - ", " * ").replace("Focus Points:", "**Focus Points**")).is_empty
    with pytest.raises(SecondPlanError):
        put(later, TYPED.replace("one talk", "two talks"))


def test_the_way_to_replace_is_told_where_it_leads_anywhere(journal: Journal) -> None:
    put(journal, "Current Goal:\nRun\n")
    with pytest.raises(SecondPlanError, match="or --replace"):
        put(journal, "Current Goal:\nRun far\n")
    with pytest.raises(SecondPlanError) as refused:
        journal.imports.apply(journal.imports.read(LEAD), replace=True)
    assert "--replace" not in str(refused.value)


def test_the_kind_of_a_goal_can_be_given(journal: Journal) -> None:
    put(journal, TYPED, kind=GoalKind.PERSONAL)
    assert journal.snapshot().goals[0].kind is GoalKind.PERSONAL
    assert put(journal, TYPED).is_empty


def test_an_open_kind_in_the_file_is_no_difference(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(VAGUE), kind=GoalKind.CAREER)
    goal = journal.snapshot().goals[0]
    assert (goal.kind, goal.kind_given) == (GoalKind.CAREER, "")
    assert journal.imports.apply(journal.imports.read(VAGUE)).is_empty


def test_an_edited_text_replaces_the_active_plan_in_place(journal: Journal) -> None:
    put(journal, TYPED, kind=GoalKind.CAREER)
    journal.principles.add(NewPrinciple(text="No evenings"))
    line = journal.log.add(NewLine(text="began", focus="f2"))
    text = (
        journal.documents.plan_text().replace("Be known", "Be known outside").replace("   - one talk per month\n", "")
    )
    put(journal, text, replace=True)
    tree = journal.snapshot().tree
    assert tree is not None
    assert [focus.title for focus in tree.focus] == ["Know it", "Be known outside"]
    assert [version.text for version in tree.focus[1].versions] == ["Be known"]
    assert line.focus == tree.focus[1].id
    assert [len(point.actions) for point in tree.points] == [2, 0]
    assert (tree.goals[0].kind, len(tree.principles), tree.plan.start) == (GoalKind.CAREER, 1, TODAY)
    assert put(journal, text).is_empty


def test_a_plan_file_without_ids_is_known_by_its_words(journal: Journal) -> None:
    doc = {"schema": "growthplan/1", "goals": [{"text": "g"}], "focus": [{"title": "f", "actions": [{"text": "a"}]}]}
    put(journal, doc)
    assert put(journal, doc).is_empty
    doc["goals"] = [{"text": "g", "why": "because"}]
    with pytest.raises(ImportConflictError, match="why"):
        put(journal, doc)
    put(journal, doc, replace=True)
    assert journal.snapshot().goals[0].why == "because"
    assert put(journal, doc).is_empty


# jrnl, broken files, hostile words, size


def test_jrnl_entries_join_weeks_that_are_there(journal: Journal) -> None:
    journal.log.add(NewLine(text="mine"))
    week = journal.snapshot().weeks[0]
    entry = {"title": "Theirs", "body": "", "date": "2026-11-24", "time": "09:00"}
    doc = {"entries": [entry, entry | {"date": "2026-11-10"}]}
    put(journal, doc)
    assert put(journal, doc).is_empty
    assert journal.log.week(journal.log.this_week()) == week
    assert [(line.week, line.kind) for line in journal.snapshot().lines] == [
        ("2026-W46", LineKind.REFLECTION),
        ("2026-W48", LineKind.PROGRESS),
        ("2026-W48", LineKind.REFLECTION),
    ]


@pytest.mark.parametrize("content", [b"", b"\xff", b"{", b'{"schema": "growthjournal/1", "weeks": [{"week": 3}]}'])
def test_a_broken_file_leaves_the_journal_as_it_was(journal: Journal, tmp_path: Path, content: bytes) -> None:
    journal.log.add(NewLine(text="mine"))
    data = journal.path.read_bytes()
    file = tmp_path / "broken.json"
    file.write_bytes(content)
    with pytest.raises(ImportRefusedError, match=r"^broken\.json"):
        journal.imports.apply(journal.imports.read(file))
    assert journal.path.read_bytes() == data


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_cannot_be_opened_is_named(journal: Journal, tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read"):
        journal.imports.read(tmp_path / name)


HOSTILE = (
    "[/b]",
    "=1+1",
    "\u202eright to left",
    "👩🏽‍🚀" * 50,
    "x" * 20_000,
    "a\x00\x1b[31m\u2028b",
    "{thing} {0}",
    "\ufeff",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_is_changed_or_breaks_anything(journal: Journal, other: Journal, text: str) -> None:
    week = {"week": "2026-W40", "lines": [{"id": text, "text": text, "known_by": [text], text: text}]}
    plan = {
        "id": text,
        "north_star": text,
        "goals": [{"text": text, "kind": text}],
        "focus": [{"id": text, "title": text}],
    }
    doc = {"schema": "growthjournal/1", "plans": [plan], "weeks": [week], text: text}
    put(journal, doc)
    assert put(journal, doc).is_empty
    out = journal.documents.journal(with_private=True)
    kept = [{"text": text, "kind_given": text}]
    assert missing(out, doc | {"plans": [plan | {"goals": kept}]}) == []
    put(other, out)
    assert other.documents.journal(with_private=True)["weeks"] == out["weeks"]
    with pytest.raises(ImportConflictError):
        put(journal, doc | {"weeks": [week | {"block": {"text": text}}]})


def test_thousands_of_records_are_compared_without_looking_each_up(journal: Journal) -> None:
    numbers = range(3000)
    lines: list[dict[str, Any]] = [{"id": f"l{n}", "text": f"line {n}", "evidence": [f"e{n}"]} for n in numbers]
    proof = [{"id": f"e{n}", "url": "https://example.org"} for n in numbers]
    doc = {"schema": "growthjournal/1", "weeks": [{"week": "2026-W40", "lines": lines}], "evidence": proof}
    assert total(put(journal, doc), Fate.ADDED) == 6001
    assert put(journal, doc).is_empty
    for line in lines:
        line["text"] = "another text"
    assert total(put(journal, doc, replace=True), Fate.REPLACED) == 3000
