"""One step back, one step forward: for any process, across restarts."""

from growthtui.errors import BadInputError, NothingToDoError
from growthtui.journal.ledger import Ledger
from growthtui.storage.changes import Change
from growthtui.storage.database import Transaction
from growthtui.storage.steps import Step


class UndoRefusedError(BadInputError):
    """A record of the step is no longer as the step left it."""

    def __init__(self, verb: str, label: str, record: str) -> None:
        super().__init__(
            f"Cannot {verb} “{label}”: {record} was changed since, and that change would be lost. "
            "Change it by hand, or use `growthtui history` to see what happened."
        )


class Undo:
    """Takes steps back and does them again; `history` lists them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def history(self) -> tuple[Step, ...]:
        """Steps that can be undone, newest first."""
        return tuple(reversed(self._ledger.db.steps.stack().done))

    def undo(self) -> Step:
        """Take back the newest step of any front end. NothingToDoError, UndoRefusedError."""
        with self._ledger.db.transaction("undo") as transaction:
            transaction.is_step = False
            done = self._ledger.db.steps.stack().done
            if not done:
                raise NothingToDoError("There is nothing to undo.")
            step = done[-1]
            back = tuple(Change(c.table, c.key, c.after, c.before) for c in step.changes)
            _apply(transaction, back, "undo", step)
        self._ledger.db.steps.mark("undo", step)
        return step

    def redo(self) -> Step:
        """Do the step again that was undone last. NothingToDoError, UndoRefusedError."""
        with self._ledger.db.transaction("redo") as transaction:
            transaction.is_step = False
            undone = self._ledger.db.steps.stack().undone
            if not undone:
                raise NothingToDoError("There is nothing to redo.")
            step = undone[-1]
            _apply(transaction, step.changes, "redo", step)
        self._ledger.db.steps.mark("redo", step)
        return step


def _apply(transaction: Transaction, changes: tuple[Change, ...], verb: str, step: Step) -> None:
    for change in changes:
        current = transaction.table(change.table).get(change.key)
        if current not in (change.before, change.after):
            name = (change.before or current or {}).get("id", change.key)
            raise UndoRefusedError(verb, step.label, f"{change.table} {name}")
    transaction.apply(changes)
