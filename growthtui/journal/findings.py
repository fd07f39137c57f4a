"""What a coach would ask about a plan: the one in the journal, or one in a file that is not imported."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import msgspec

from growthtui.coach.rules import Finding, LogFacts, State, dismissal, review_all, wording_note
from growthtui.domain.base import Record
from growthtui.domain.plan import Dismissal, Plan, PlannedStep
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.tables import RECORD_TYPES, TABLE_OF
from growthtui.domain.week import NextStep
from growthtui.errors import BadInputError
from growthtui.insights.steps import open_steps
from growthtui.journal.ledger import Ledger
from growthtui.journal.plans import NoActivePlanError
from growthtui.journal.wording import optional

__all__ = ["Finding", "Findings", "Review", "State", "imagined", "review_of"]


class NoPlanInFileError(BadInputError):
    """A file to be reviewed holds no plan."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no plan, so there is nothing to review. Give the file of a plan.")


class Review(msgspec.Struct, frozen=True):
    """All findings about one plan, errors first, each marked open, dismissed or off; `note` is told beside them.

    `tree` is the plan itself, None when there was none to review; `steps` are the next steps that were looked at.
    """

    findings: tuple[Finding, ...] = ()
    note: str | None = None
    tree: PlanTree | None = None
    steps: tuple[NextStep | PlannedStep, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that wait for an answer."""
        return tuple(finding for finding in self.findings if finding.state is State.OPEN)


class Findings:
    """Reviews plans, and puts findings aside. `off` are ids of rules that the settings switch off."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def review(self, off: Collection[str] = ()) -> Review:
        """The review of the active plan with what the log knows; empty without a plan."""
        return review_of(self._ledger.snapshot(), self._ledger.clock.today(), off)

    def review_file(self, path: Path, off: Collection[str] = ()) -> Review:
        """The review of the plan in a file, which stays where it is. ImportRefusedError, NoPlanInFileError."""
        from growthtui.journal.imports import Imports

        snapshot = Imports(self._ledger).read(path).snapshot()
        plan = snapshot.active_plan or next(reversed(snapshot.plans), None)
        if plan is None:
            raise NoPlanInFileError(path)
        facts = LogFacts.of(snapshot, open_steps(snapshot.weeks)) if snapshot.weeks else LogFacts()
        return _reviewed(snapshot.tree_of(plan), facts, self._ledger.clock.today(), off)

    def dismiss(self, finding: Finding, reason: str = "") -> Plan:
        """Put a finding aside until the text it is about changes. NoActivePlanError, ClashError."""
        with self._ledger.transaction(f"dismiss finding {finding.rule} of {finding.where}") as changes:
            tree = changes.snapshot().tree
            if tree is None:
                raise NoActivePlanError
            aside = dismissal(tree, finding.rule, finding.where, optional(reason))
            others = (item for item in tree.plan.dismissed if not _is_about(item, finding))
            return changes.save(tree.plan, msgspec.structs.replace(tree.plan, dismissed=(*others, aside)))

    def reopen(self, finding: Finding) -> Plan:
        """Ask again what was put aside. NoActivePlanError, ClashError."""
        with self._ledger.transaction(f"reopen finding {finding.rule} of {finding.where}") as changes:
            plan = changes.snapshot().active_plan
            if plan is None:
                raise NoActivePlanError
            others = tuple(item for item in plan.dismissed if not _is_about(item, finding))
            return changes.save(plan, msgspec.structs.replace(plan, dismissed=others))


def imagined(snapshot: Snapshot, record: Record) -> Snapshot:
    """The journal as it would be with `record` in place of the one with its id, or added: nothing is saved."""

    def load(table: str) -> tuple[Record, ...]:
        records: tuple[Record, ...] = snapshot.records(RECORD_TYPES[table])
        if table != TABLE_OF[type(record)]:
            return records
        others = tuple(record if one.id == record.id else one for one in records)
        return others if record in others else (*others, record)

    return Snapshot(load)


def review_of(snapshot: Snapshot, today: date, off: Collection[str] = ()) -> Review:
    """The review of the active plan of a snapshot, saved or only thought of: it reads no file, so any thread may."""
    tree = snapshot.tree
    if tree is None:
        return Review()
    return _reviewed(tree, LogFacts.of(snapshot, open_steps(snapshot.weeks)), today, off)


def _reviewed(tree: PlanTree, facts: LogFacts, today: date, off: Collection[str]) -> Review:
    steps = (*facts.steps, *tree.plan.next_steps)
    return Review(review_all(tree, today, facts, off=off), wording_note(tree), tree, steps)


def _is_about(item: str | Dismissal, finding: Finding) -> bool:
    if isinstance(item, str):
        return item.strip().split(maxsplit=1) == [finding.rule, finding.where]
    return (item.rule, item.where) == (finding.rule, finding.where)
