"""The samples: moved by whole weeks, the same every time, as long as one wants."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growthtui.clock import Clock
from growthtui.dates import Week
from growthtui.domain.plan import PlanStatus
from growthtui.domain.week import WeekState
from growthtui.errors import BadInputError
from growthtui.insights.weeks import week_states
from growthtui.journal.demo import MOST_WEEKS, demo_document, open_demo, write_demo
from growthtui.journal.journal import Journal
from tests.conftest import TODAY
from tests.interchange.shipped import DATA, sample

FILES = {"staff": DATA / "samples/sample-backend-staff.json", "expert": DATA / "samples/sample-actuary-pgp.json"}
LAST = {"staff": Week(2026, 35), "expert": Week(2021, 12)}


def opened(path: Path, today: date = TODAY) -> Journal:
    return Journal(path, Clock(today), path.with_suffix(".state"))


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_sample_is_the_sample(name: str) -> None:
    expected = {key: value for key, value in sample(FILES[name]).items() if key != "expected"}
    assert demo_document(name, LAST[name].shift(1).monday) == expected


@pytest.mark.parametrize("name", FILES)
@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
@settings(max_examples=20)
def test_it_ends_with_the_last_complete_week(name: str, today: date) -> None:
    weeks = [Week.parse(week["week"]) for week in demo_document(name, today)["weeks"]]
    assert weeks[-1].sunday < today <= weeks[-1].sunday + timedelta(days=7)
    assert weeks == [weeks[0].shift(offset) for offset in range(26)]


def strings(value: object) -> Counter[str]:
    """Every text in a document, the names of objects aside."""
    if isinstance(value, str):
        return Counter([value])
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(strings, inside), Counter())


def test_dates_weeks_and_week_named_ids_move_and_nothing_else_does() -> None:
    before, after = demo_document("staff", date(2026, 9, 1)), demo_document("staff", date(2027, 9, 8))
    week, moved = before["weeks"][3], after["weeks"][3]
    assert (week["week"], moved["week"]) == ("2026-W13", "2027-W13")
    assert (week["saved_at"], moved["saved_at"]) == ("2026-03-27T15:43:00+01:00", "2027-04-02T15:43:00+01:00")
    assert (week["lines"][0]["id"], moved["lines"][0]["id"]) == ("2026-w13-1", "2027-w13-1")
    assert before["plans"][0]["id"] == after["plans"][0]["id"]
    covers = [[week["covers"] for week in doc["weeks"] if "covers" in week] for doc in (before, after)]
    assert covers == [[["2026-W31", "2026-W32"]], [["2027-W31", "2027-W32"]]]
    changed = (strings(before) - strings(after)).keys()
    assert changed
    assert all(text.startswith("2026-") for text in changed), changed


@pytest.mark.parametrize("name", FILES)
def test_a_written_sample_is_a_healthy_journal_marked_as_demo(tmp_path: Path, name: str) -> None:
    write_demo(tmp_path / "demo.json", TODAY, name)
    journal = opened(tmp_path / "demo.json")
    assert (tmp_path / "demo.json").stat().st_mode & 0o777 == 0o600
    assert journal.snapshot().info.demo
    assert journal.health.report().problems == ()
    assert "expected" not in journal.documents.journal(with_private=True)
    made = [line.created for line in journal.snapshot().lines]
    assert all(moment is not None and moment.date() < TODAY for moment in made)


@pytest.mark.parametrize("name", FILES)
def test_the_same_order_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    for file in ("one", "two"):
        write_demo(tmp_path / file, TODAY, name, weeks=60, seed=7)
    write_demo(tmp_path / "three", TODAY, name, weeks=60, seed=8)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != (tmp_path / "three").read_bytes()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("weeks", [0, 26, 27, 52, 53, 130])
def test_earlier_weeks_fill_up_to_the_number(name: str, weeks: int) -> None:
    doc = demo_document(name, TODAY, weeks)
    names = [Week.parse(week["week"]) for week in doc["weeks"]]
    assert names == [names[-1].shift(offset) for offset in range(1 - max(weeks, 26), 1)]
    starts = [date.fromisoformat(plan["start"]) for plan in doc["plans"]]
    assert starts == sorted(starts)
    assert [plan["status"] for plan in doc["plans"][:-1]] == ["closed"] * (len(doc["plans"]) - 1)
    assert doc["plans"][-1].get("history", []) == [cycle for plan in doc["plans"][-2:-1] for cycle in plan["history"]]


@pytest.mark.parametrize("name", FILES)
def test_ten_years_look_like_ten_years(tmp_path: Path, name: str) -> None:
    write_demo(tmp_path / "demo.json", TODAY, name, weeks=520)
    journal = opened(tmp_path / "demo.json")
    snapshot = journal.snapshot()
    assert journal.health.report().problems == ()
    assert 5000 < len(snapshot.lines) < 5600
    assert len({line.kind for line in snapshot.lines}) == 9
    states = Counter(week_states(snapshot, TODAY).values())
    assert states[WeekState.LOGGED] > 400
    assert states[WeekState.MISSED] < 30
    assert [plan.status for plan in snapshot.plans].count(PlanStatus.ACTIVE) == 1
    places = {focus.id for focus in snapshot.focus}
    assert {line.focus for line in snapshot.lines} - {None} == places
    assert all(line.evidence[0] in snapshot.evidence_by_id for line in snapshot.lines if line.evidence)
    assert max(step.carries for week in snapshot.weeks for step in week.next) >= 3
    assert not any("{" in line.text for line in snapshot.lines)


def test_a_throw_away_copy_has_its_state_inside_and_goes() -> None:
    with open_demo(Clock(TODAY), "expert") as journal:
        assert journal.state.parent == journal.path.parent
        assert journal.snapshot().active_plan is not None
        folder = journal.path.parent
        journal.plans.close()
        assert journal.state.exists()
    assert not folder.exists()


@pytest.mark.parametrize(
    ("today", "name", "weeks"),
    [
        (TODAY, "nobody", 0),
        (TODAY, "staff", -1),
        (TODAY, "staff", MOST_WEEKS + 1),
        (date.min, "staff", 0),
        (date.max, "staff", 0),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, today: date, name: str, weeks: int) -> None:
    with pytest.raises(BadInputError):
        write_demo(tmp_path / "demo.json", today, name, weeks)
    assert not (tmp_path / "demo.json").exists()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("mine")
    with pytest.raises(BadInputError, match="there already"):
        write_demo(tmp_path / "mine.json", TODAY)
    assert (tmp_path / "mine.json").read_text() == "mine"
