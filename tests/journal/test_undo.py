"""Undo and redo: across restarts and processes, a hundred steps, never over somebody's newer words."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from growthtui.clock import Clock
from growthtui.domain.base import Audience
from growthtui.domain.plan import GoalStatus
from growthtui.errors import ClashError, DamagedError, NothingToDoError
from growthtui.journal.actions import NewAction
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.focus import NewFocus
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.journal.people import NewPerson
from growthtui.journal.undo import UndoRefusedError
from growthtui.storage.steps import StepLog
from tests.conftest import TODAY
from tests.reopened import again, texts


def test_each_step_has_the_name_of_what_was_done(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="a"))
    line = journal.log.edit(line, msgspec.structs.replace(line, text="b"))
    journal.log.delete(line)
    labels = [step.label for step in journal.undo.history()]
    assert labels == ["delete line in 2026-W48", "edit line in 2026-W48", "log line in 2026-W48"]


def test_each_step_names_what_it_was_done_to(journal: Journal) -> None:
    goal = journal.goals.add(NewGoal(text="Work at staff level"))
    focus = journal.focus.add(NewFocus(title="Design"))
    action = journal.actions.add(NewAction(text="Write the RFC\nand  " + "more " * 30, focus=focus.id))
    journal.actions.done(action)
    priya = journal.people.add(NewPerson(name="Priya"))
    checkin = journal.checkins.add(NewCheckin(with_=priya.id, every_weeks=2))
    journal.checkins.remove(checkin)
    journal.trash.restore(checkin.id)
    journal.plans.set_north_star("Somebody others ask")
    journal.goals.end(goal, GoalStatus.REACHED)
    journal.reviews.mark(Audience.MANAGER)
    assert [step.label for step in journal.undo.history()][::-1] == [
        'add goal "Work at staff level"',
        'add focus point "Design"',
        'add action "Write the RFC and more more more more more more more more m…"',
        'do action "Write the RFC and more more more more more more more more m…"',
        'add person "Priya"',
        'add check-in with "Priya"',
        'remove check-in with "Priya"',
        f'restore "{priya.id}"',
        'set north star "Somebody others ask"',
        'reach goal "Work at staff level"',
        "mark review for manager on 2026-11-24",
    ]


def test_back_and_forth_is_exact(journal: Journal) -> None:
    states = []
    line = journal.log.add(NewLine(text="a", evidence=("https://example.org",)))
    states.append(journal.path.read_bytes())
    line = journal.log.edit(line, msgspec.structs.replace(line, text="b"))
    states.append(journal.path.read_bytes())
    journal.log.delete(line)
    states.append(journal.path.read_bytes())
    for wanted in (states[1], states[0]):
        journal.undo.undo()
        assert json.loads(journal.path.read_bytes()) == json.loads(wanted)
    for wanted in (states[1], states[2]):
        journal.undo.redo()
        assert json.loads(journal.path.read_bytes()) == json.loads(wanted)


def test_the_first_save_can_be_undone_and_the_journal_stays_one(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    assert journal.undo.undo().label == "log line in 2026-W48"
    assert texts(again(journal)) == []
    assert again(journal).exists
    with pytest.raises(NothingToDoError, match="nothing to undo"):
        journal.undo.undo()
    journal.undo.redo()
    assert texts(again(journal)) == ["a"]


def test_without_a_journal_there_is_nothing_to_undo(journal: Journal) -> None:
    for action in (journal.undo.undo, journal.undo.redo):
        with pytest.raises(NothingToDoError):
            action()
    assert not journal.path.exists()


def test_a_hundred_steps_go_back_over_restarts(journal: Journal) -> None:
    for number in range(105):
        journal.log.add(NewLine(text=f"{number}"))
    for _ in range(50):
        journal.undo.undo()
    other = again(journal)
    for _ in range(50):
        other.undo.undo()
    assert texts(journal) == [f"{number}" for number in range(5)]
    for _ in range(100):
        journal.undo.redo()
    assert texts(other) == [f"{number}" for number in range(105)]
    with pytest.raises(NothingToDoError, match="redo"):
        other.undo.redo()


def test_another_process_undoes_what_this_one_did(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    journal.log.add(NewLine(text="b"))
    program = (
        "import sys; from datetime import date; from pathlib import Path; from growthtui.clock import Clock;"
        "from growthtui.journal.journal import Journal;"
        "print(Journal(Path(sys.argv[1]), Clock(date(2026, 11, 24)), Path(sys.argv[2])).undo.undo().label)"
    )
    arguments = [sys.executable, "-c", program, str(journal.path), str(journal.state)]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "log line in 2026-W48"
    assert texts(journal) == ["a"]
    journal.undo.redo()
    assert texts(journal) == ["a", "b"]


def test_many_records_in_one_transaction_are_one_step(journal: Journal) -> None:
    journal.log.add(NewLine(text="mine"))
    with journal.ledger.transaction("import journal.json") as changes:
        changes.raw.keep_as = "before-import"
        docs = [{"id": f"l{number}", "week": "2026-W40", "text": f"{number}"} for number in range(300)]
        changes.raw.insert("lines", docs)
    assert len(texts(journal)) == 301
    assert journal.undo.undo().label == "import journal.json"
    assert texts(journal) == ["mine"]
    journal.undo.redo()
    assert len(texts(again(journal))) == 301


def test_an_undo_over_a_newer_change_is_refused_with_the_reason(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="a"))
    content = json.loads(journal.path.read_bytes())
    next(iter(content["lines"].values()))["text"] = "edited by another program"
    journal.path.write_text(json.dumps(content))
    with pytest.raises(UndoRefusedError, match="was changed since") as caught:
        journal.undo.undo()
    assert line.id in str(caught.value)
    assert "log line in 2026-W48" in str(caught.value)
    assert texts(journal) == ["edited by another program"]
    assert len(journal.undo.history()) == 1, "the step stays"


def test_a_redo_over_a_newer_change_is_refused_with_the_reason(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="a"))
    journal.log.edit(line, msgspec.structs.replace(line, text="b"))
    journal.undo.undo()
    content = json.loads(journal.path.read_bytes())
    next(iter(content["lines"].values()))["text"] = "edited by another program"
    journal.path.write_text(json.dumps(content))
    with pytest.raises(UndoRefusedError, match="Cannot redo"):
        journal.undo.redo()
    assert texts(journal) == ["edited by another program"]


def test_a_change_of_another_record_does_not_stand_in_the_way(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    content = json.loads(journal.path.read_bytes())
    content["lines"]["5"] = {"id": "f", "week": "2026-W47", "text": "pulled"}
    journal.path.write_text(json.dumps(content))
    journal.undo.undo()
    assert texts(journal) == ["pulled"]


def test_a_new_step_ends_what_could_be_redone(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    journal.undo.undo()
    again(journal).log.add(NewLine(text="b"))
    with pytest.raises(NothingToDoError):
        journal.undo.redo()
    assert texts(journal) == ["b"]


def _die(*args: object) -> None:
    raise OSError(5, "killed before the note")


def test_a_kill_between_the_save_and_its_step_costs_that_step_only(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.log.add(NewLine(text="a"))
    with monkeypatch.context() as patch:
        patch.setattr(StepLog, "record", _die)
        journal.log.add(NewLine(text="b"))
    assert texts(again(journal)) == ["a", "b"]
    assert any("cannot be undone" in warning for warning in journal.take_warnings())
    other = again(journal)
    assert [step.label for step in other.undo.history()] == ["log line in 2026-W48"]
    other.undo.undo()
    assert texts(journal) == ["b"]


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_a_kill_between_an_undo_and_its_note_lets_it_be_repeated(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    journal.log.add(NewLine(text="a"))
    journal.log.add(NewLine(text="b"))
    if verb == "redo":
        journal.undo.undo()
    with monkeypatch.context() as patch:
        patch.setattr(StepLog, "take_back" if verb == "undo" else "do_again", _die)
        getattr(journal.undo, verb)()
    wanted = ["a"] if verb == "undo" else ["a", "b"]
    assert texts(journal) == wanted
    other = again(journal)
    getattr(other.undo, verb)()
    assert texts(other) == wanted
    with pytest.raises(NothingToDoError):
        other.undo.redo() if verb == "redo" else _undo_twice(other)


def _undo_twice(journal: Journal) -> None:
    journal.undo.undo()
    journal.undo.undo()


def test_an_undone_line_cannot_be_edited_behind_its_back(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="a"))
    again(journal).undo.undo()
    with pytest.raises(ClashError, match="removed for good"):
        journal.log.edit(line, msgspec.structs.replace(line, text="b"))


def test_a_damaged_journal_is_not_touched_by_undo(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    journal.path.write_bytes(b"{")
    with pytest.raises(DamagedError):
        journal.undo.undo()
    assert journal.path.read_bytes() == b"{"


def test_what_undo_keeps_is_private(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    found = [path for path in (journal.state / "undo").iterdir() if path.is_file()]
    assert [path.stat().st_mode & 0o777 for path in found] == [0o600]


def test_undo_works_after_the_state_folder_was_lost(journal: Journal, tmp_path: Path) -> None:
    journal.log.add(NewLine(text="a"))
    other = Journal(journal.path, Clock(TODAY), tmp_path / "new state")
    with pytest.raises(NothingToDoError):
        other.undo.undo()
    other.log.add(NewLine(text="b"))
    other.undo.undo()
    assert texts(other) == ["a"]
