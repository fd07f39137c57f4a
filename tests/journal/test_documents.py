"""The journal as documents: nothing is lost with private notes, nothing private leaves without."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from growthtui.clock import Clock
from growthtui.dates import Week
from growthtui.domain.week import Line
from growthtui.journal.demo import write_demo
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.storage.changes import Change
from tests.conftest import TODAY
from tests.interchange.shipped import DATA, PLANS, SAMPLES, encoded, missing, plan_file, sample

STAFF = DATA / "samples/sample-backend-staff.json"


@pytest.fixture
def staff(journal: Journal) -> Journal:
    journal.imports.apply(journal.imports.read(STAFF))
    return journal


def everything(journal: Journal) -> dict[str, Any]:
    return {key: value for key, value in journal.documents.journal(with_private=True).items() if key != "exported_at"}


def copied(journal: Journal, folder: Path) -> Journal:
    """A second journal that took in the whole of the first."""
    other = Journal(folder / "copy.json", Clock(TODAY), folder / "copy-state")
    other.imports.apply(other.imports.read_bytes("export", encoded(journal.documents.journal(with_private=True))))
    return other


def plant(journal: Journal, table: str, doc: dict[str, Any]) -> None:
    """Put a raw record into the file, as another program may."""
    with journal.ledger.transaction("plant") as changes:
        changes.raw.apply((Change(table, f"{len(changes.raw.table(table)) + 1}", None, doc),))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_leaves_as_it_came(journal: Journal, tmp_path: Path, path: Path) -> None:
    journal.imports.apply(journal.imports.read(path))
    assert missing(everything(journal), sample(path)) == []
    assert everything(copied(journal, tmp_path)) == everything(journal)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_file_leaves_as_it_came(journal: Journal, path: Path) -> None:
    journal.imports.apply(journal.imports.read(path))
    plan = journal.documents.plan()
    expected = plan_file(path)
    for goal in expected["goals"]:
        if goal.get("kind") not in ("career", "personal"):
            goal["kind_given"] = goal.pop("kind")
    assert missing(plan, expected) == []
    text = msgspec.json.encode(plan)
    assert not any(word in text for word in (b'"created"', b'"changed"', b'"position"', b'"plan"'))


def test_what_a_person_did_since_survives_the_way_out_and_in(staff: Journal, tmp_path: Path) -> None:
    line = staff.log.add(NewLine(text="proof", evidence=("https://example.org/x",), focus="f1"))
    staff.log.edit(line, msgspec.structs.replace(line, text="better proof"))
    staff.log.delete(staff.log.add(NewLine(text="qzx thrown away")))
    staff.plans.set_north_star("Somewhere else, with the family")
    other = copied(staff, tmp_path)
    assert everything(other) == everything(staff)
    assert other.snapshot().active_plan == staff.snapshot().active_plan
    assert "qzx thrown away" not in msgspec.json.encode(everything(staff)).decode()


def test_unknown_tables_and_records_without_a_parent_are_kept(staff: Journal, tmp_path: Path) -> None:
    plant(staff, "future", {"shape": "unknown", "n": 1})
    plant(staff, "future", {"id": "with-id", "deep": {"visibility": ["self"]}})
    plant(staff, "actions", {"id": "lost", "focus": "gone", "text": "whose?"})
    plant(staff, "lines", {"id": "early", "week": "2020-W01", "text": "no week of its own"})
    plant(staff, "journal", {"id": "second", "language": "de"})
    whole = everything(staff)
    assert set(whole["tables"]) == {"future", "actions", "lines", "journal"}
    assert everything(copied(staff, tmp_path)) == whole


def test_a_plan_without_dismissals_in_words_that_still_fit(journal: Journal) -> None:
    path = DATA / "plans/bad-09-no-current-goal.toml"
    journal.imports.apply(journal.imports.read(path))
    assert journal.documents.plan()["dismissed"] == ["GP404 a2"]
    action = next(action for action in journal.snapshot().actions if action.id == "a2")
    journal.actions.edit(action, msgspec.structs.replace(action, text="Write each request down"))
    assert journal.documents.plan()["dismissed"][0]["where"] == "a2"


def test_without_a_plan_the_lists_are_empty(journal: Journal) -> None:
    plan = journal.documents.plan()
    assert plan["schema"] == "growthplan/1"
    assert [plan[key] for key in ("principles", "goals", "focus", "checkins")] == [[]] * 4
    journal.imports.apply(journal.imports.read(PLANS[0]))
    journal.plans.close()
    assert journal.documents.plan() == plan


def test_a_week_is_shown_as_in_a_file(staff: Journal) -> None:
    shown = staff.documents.week(Week.parse("2026-W13"))
    expected = next(week for week in sample(STAFF)["weeks"] if week["week"] == "2026-W13")
    assert shown["schema"] == "growthtui/week/1"
    assert missing(shown, expected) == []
    assert not any("week" in line for line in shown["lines"])


@pytest.mark.parametrize(
    ("week", "state"),
    [
        ("2026-W14", "paused"),
        ("2026-W19", "missed"),
        ("2026-W31", "caught_up"),
        ("2026-W48", "open"),
        ("2026-W40", "missed"),
    ],
)
def test_the_state_of_a_week_is_derived(staff: Journal, week: str, state: str) -> None:
    shown = staff.documents.week(Week.parse(week))
    assert (shown["week"], shown["state"], shown["lines"]) == (week, state, [])


def test_without_private_what_is_hidden_from_self_stays(staff: Journal) -> None:
    staff.log.add(NewLine(text="only for Bo", visibility=()))
    plant(staff, "evidence", {"id": "hid", "text": "hidden proof", "visibility": ["mentor"]})
    plant(staff, "lines", {"id": "l1", "week": "2026-W10", "text": "with proof", "evidence": ["hid", "e1"]})
    plant(staff, "focus", {"id": "f9", "plan": "plan-2026a", "title": "hidden focus", "visibility": []})
    plant(staff, "actions", {"id": "a98", "focus": "f9", "text": "hidden action"})
    plant(staff, "lines", {"id": "l2", "week": "2026-W10", "text": "about it", "focus": "f9", "action": "a98"})
    shown = staff.documents.journal()
    text = msgspec.json.encode(shown).decode()
    for word in ("only for Bo", "hidden", '"hid"', '"f9"', "a98", '"private"', "short with the kids"):
        assert word not in text, word
    lines = {line["id"]: line for week in shown["weeks"] for line in week["lines"]}
    assert lines["l1"]["evidence"] == ["e1"]
    assert lines["l2"]["focus"] is None
    assert "tables" not in shown
    whole = msgspec.json.encode(everything(staff)).decode()
    assert all(word in whole for word in ("only for Bo", "hidden proof", "hidden action", "short with the kids"))


def test_the_plan_as_text_comes_back_word_for_word(journal: Journal, tmp_path: Path) -> None:
    journal.imports.apply(journal.imports.read(DATA / "plans/good-01-staff-six-months.toml"))
    text = journal.documents.plan_text()
    other = Journal(tmp_path / "copy.json", Clock(TODAY), tmp_path / "copy-state")
    other.imports.apply(other.imports.read_bytes("plan.md", text.encode()))
    assert other.documents.plan_text() == text
    mine, theirs = journal.snapshot().tree, other.snapshot().tree
    assert mine is not None
    assert theirs is not None
    assert [action.text for action in theirs.actions] == [action.text for action in mine.actions]


def test_ten_years_leave_and_come_back(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo.json", TODAY, weeks=520)
    journal = Journal(tmp_path / "demo.json", Clock(TODAY), tmp_path / "state")
    other = copied(journal, tmp_path)
    assert everything(other) == everything(journal)
    assert all(isinstance(line, Line) for line in other.snapshot().lines)
