"""One step back, one step forward: for any process, across restarts."""

from dataclasses import dataclass

from growthtui.errors import BadInputError, NothingToDoError
from growthtui.journal.ledger import Ledger
from growthtui.journal.text import words_of
from growthtui.storage.changes import Change
from growthtui.storage.codec import is_live
from growthtui.storage.database import Transaction
from growthtui.storage.steps import Step

_STAMPS = ("created", "changed", "deleted")


class UndoRefusedError(BadInputError):
    """A record of the step is no longer as the step left it."""

    def __init__(self, verb: str, label: str, record: str) -> None:
        super().__init__(
            f"Cannot {verb} “{label}”: {record} was changed since, and that change would be lost. "
            "Change it by hand, or use `growthtui history` to see what happened."
        )


@dataclass(frozen=True, slots=True)
class Touched:
    """One record of a step: what became of it ("new", "deleted" or "changed"), its words, the fields that differ."""

    table: str
    verb: str
    words: str
    fields: tuple[str, ...]


def touched(step: Step) -> tuple[Touched, ...]:
    """What a step did, record by record."""
    return tuple(_touched(change) for change in step.changes)


def _touched(change: Change) -> Touched:
    before, after = change.before or {}, change.after or {}
    fields = tuple(name for name in after if before.get(name) != after[name] and name not in _STAMPS)
    was_there, is_there = is_live(change.before), is_live(change.after)
    verb = "changed" if was_there and is_there else "new" if is_there else "deleted"
    return Touched(change.table, verb, words_of(after or before), fields)


class Undo:
    """Takes steps back and does them again; `history` lists them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._steps = ledger.db.steps

    def history(self) -> tuple[Step, ...]:
        """Steps that can be undone, newest first."""
        return tuple(self._steps.done())

    def undo(self) -> Step:
        """Take back the newest step of any front end. NothingToDoError, UndoRefusedError."""
        with self._ledger.db.transaction("undo") as transaction:
            step = next(self._steps.done(), None)
            if step is None:
                raise NothingToDoError("There is nothing to undo.")
            back = tuple(Change(change.table, change.key, change.after, change.before) for change in step.changes)
            _apply(transaction, back, "undo", step)
            transaction.note = lambda _: self._steps.take_back(step)
        return step

    def redo(self) -> Step:
        """Do the step again that was undone last. NothingToDoError, UndoRefusedError."""
        with self._ledger.db.transaction("redo") as transaction:
            step = next(self._steps.undone(), None)
            if step is None:
                raise NothingToDoError("There is nothing to redo.")
            _apply(transaction, step.changes, "redo", step)
            transaction.note = lambda _: self._steps.do_again(step)
        return step


def _apply(transaction: Transaction, changes: tuple[Change, ...], verb: str, step: Step) -> None:
    """Records that are already in the wanted state are fine: a kill came between the save and its note in the log."""
    for change in changes:
        current = transaction.table(change.table).get(change.key)
        if current not in (change.before, change.after):
            name = (change.before or change.after or {}).get("id", change.key)
            raise UndoRefusedError(verb, step.label, f"{change.table} {name}")
    transaction.apply(changes)
