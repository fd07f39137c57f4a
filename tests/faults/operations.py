"""What a person does to a journal, and the journal it is done to."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from growthtui.clock import Clock
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY

LINES = 14


def opened(folder: Path) -> Journal:
    """The journal in `folder`, as a new process opens it."""
    journal = Journal(folder / "home" / "journal.json", Clock(TODAY), folder / "state")
    journal.ledger.db.sweep()
    return journal


def empty(folder: Path) -> None:
    """No journal yet, not even its folder."""


def used(folder: Path) -> None:
    """A journal with lines, kept versions to thin out, steps to undo and one to redo."""
    journal = opened(folder)
    for number in range(LINES):
        journal.log.add(NewLine(text=f"line {number}"))
    journal.undo.undo()


def with_trash(folder: Path) -> None:
    """The same with a deleted line and a draft about it."""
    used(folder)
    journal = opened(folder)
    line = journal.snapshot().lines[0]
    journal.log.delete(line)
    journal.drafts.keep(f"line/{line.id}", "more words")


def damaged(folder: Path) -> None:
    """The same, cut in the middle."""
    used(folder)
    path = opened(folder).path
    path.write_bytes(path.read_bytes()[:-60])


def _edit(journal: Journal) -> None:
    line = journal.snapshot().lines[0]
    journal.log.edit(line, msgspec.structs.replace(line, text="edited"))


def _import(journal: Journal) -> None:
    with journal.ledger.transaction("import") as changes:
        changes.raw.keep_as = "before-import"
        changes.raw.insert("lines", [{"week": "2026-W40", "text": f"imported {number}"} for number in range(300)])


OPERATIONS: dict[str, tuple[Callable[[Path], None], Callable[[Journal], object]]] = {
    "first line": (empty, lambda journal: journal.log.add(NewLine(text="new"))),
    "line": (used, lambda journal: journal.log.add(NewLine(text="new"))),
    "edit": (used, _edit),
    "delete": (used, lambda journal: journal.log.delete(journal.snapshot().lines[0])),
    "import": (used, _import),
    "undo": (used, lambda journal: journal.undo.undo()),
    "redo": (used, lambda journal: journal.undo.redo()),
    "empty the trash": (with_trash, lambda journal: journal.trash.empty()),
    "backup": (used, lambda journal: journal.backups.now()),
    "restore": (used, lambda journal: journal.backups.restore("4")),
    "restore over damage": (damaged, lambda journal: journal.backups.restore("1")),
    "repair": (damaged, lambda journal: journal.health.repair()),
}
"""By name: what is there before, and what is done."""
