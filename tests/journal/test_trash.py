"""The trash: the last words of what was deleted, back again, gone for good."""

import pytest

from growthtui.errors import NotFoundError
from growthtui.journal.actions import NewAction
from growthtui.journal.focus import NewFocus
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine


def test_a_deleted_line_lies_in_the_trash_with_its_words(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="keep me"))
    journal.log.delete(line)
    assert journal.snapshot().lines == ()
    assert [(item.id, item.table, item.text) for item in journal.trash.list()] == [(line.id, "lines", "keep me")]


@pytest.mark.parametrize("pick", ["id", "number", "prefix"])
def test_it_comes_back_as_it_was(journal: Journal, pick: str) -> None:
    line = journal.log.add(NewLine(text="keep me"))
    journal.log.delete(line)
    journal.trash.restore({"id": line.id, "number": "1", "prefix": line.id[:12].lower()}[pick])
    assert [kept.text for kept in journal.snapshot().lines] == ["keep me"]
    assert journal.trash.list() == ()


def test_deleting_can_be_undone(journal: Journal) -> None:
    journal.log.delete(journal.log.add(NewLine(text="keep me")))
    journal.undo.undo()
    assert [kept.text for kept in journal.snapshot().lines] == ["keep me"]


def test_emptying_removes_for_good_and_keeps_a_version(journal: Journal) -> None:
    journal.log.add(NewLine(text="stays"))
    journal.log.delete(journal.log.add(NewLine(text="goes")))
    assert journal.trash.empty() == 1
    assert journal.trash.list() == ()
    assert b"goes" not in journal.path.read_bytes()
    assert [kept.text for kept in journal.snapshot().lines] == ["stays"]
    assert "before-empty" in {version.reason for version in journal.ledger.db.versions.list()}


def test_what_was_emptied_is_in_no_step_and_no_draft(journal: Journal) -> None:
    focus = journal.focus.add(NewFocus(title="secret focus"))
    journal.actions.add(NewAction(text="secret action", focus=focus.id))
    journal.log.add(NewLine(text="stays"))
    line = journal.log.add(NewLine(text="secret line"))
    journal.drafts.keep(f"line/{line.id}", "secret line, longer")
    journal.drafts.file_for_editor(f"line/{line.id}").write_text("secret line in the editor")
    journal.drafts.keep("line", "a new line")
    journal.log.delete(line)
    journal.focus.drop(focus)
    journal.trash.empty()
    kept = [path.read_text() for name in ("undo", "drafts") for path in (journal.state / name).iterdir()]
    assert [text for text in kept if "secret" in text] == []
    assert [draft.text for draft in journal.drafts.waiting()] == ["a new line"]
    labels = [step.label for step in journal.undo.history()]
    assert labels == ["log line in 2026-W48", "add focus point"], "what else these steps did can still be undone"
    journal.undo.undo()
    journal.undo.undo()
    assert (journal.snapshot().lines, journal.snapshot().plans) == ((), ())
    journal.undo.redo()
    journal.undo.redo()
    assert [kept.text for kept in journal.snapshot().lines] == ["stays"]


def test_an_unknown_entry_is_refused(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="trash list"):
        journal.trash.restore("nothing")
