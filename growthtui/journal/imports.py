"""Taking in what others wrote: a plan file, a typed plan, a whole journal, jrnl's entries (interface 2.2).

An import is one step that can be undone, with a pinned copy of the journal before it.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from growthtui.domain.plan import GoalKind, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.tables import RECORD_TYPES
from growthtui.errors import BadInputError, ImportRefusedError
from growthtui.interchange.content import Difference
from growthtui.interchange.entries import Doc, Incoming
from growthtui.interchange.merge import merge
from growthtui.interchange.moves import Fate, Merge, Mode, Move, is_active
from growthtui.interchange.reader import read_file
from growthtui.journal.import_report import ImportReport, report_of
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.plans import closed_plan
from growthtui.journal.wording import kept_versions
from growthtui.storage.changes import Change
from growthtui.storage.database import stamp
from growthtui.storage.ids import new_ulid, ulid_text
from growthtui.storage.patch import decode_record

_SHOWN = 20
_COPY = "before-import"
_WORDING = {"plans": "north_star", "goals": "text", "focus": "title", "actions": "text"}


class ImportConflictError(BadInputError):
    """Records of the file are in the journal and say something else."""

    def __init__(self, source: str, differences: Sequence[Difference]) -> None:
        shown = [f"  {difference}" for difference in differences[:_SHOWN]]
        more = [f"  … and {len(differences) - _SHOWN} more"] if len(differences) > _SHOWN else []
        super().__init__(
            "\n".join((f"{source} differs from what the journal holds; nothing was imported.", *shown, *more))
            + "\nUse --replace to take the file's version in place, or --new to keep both."
        )


class SecondPlanError(BadInputError):
    """The file brings another plan while one is active; `by_words`: without an id, so it may be that one, edited."""

    def __init__(self, source: str, active: Plan, *, by_words: bool) -> None:
        since = f" since {active.start}" if active.start else ""
        in_place = ", or --replace if it is that one with other words" if by_words else ""
        super().__init__(
            f"{source} holds another plan, and one is active{since} ({active.id}); nothing was imported. "
            f"Use --new to close that one today and start the plan of the file{in_place}."
        )


class Imports:
    """Reads files and takes their records into one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def read(self, path: Path) -> Incoming:
        """The records in a file. ImportRefusedError names the line or the place, and the reason."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ImportRefusedError(str(path), "", f"it cannot be read: {error.strerror or error}") from error
        return self.read_bytes(path.name, data)

    def read_bytes(self, source: str, data: bytes) -> Incoming:
        """The records in the bytes of a file called `source`. ImportRefusedError."""
        return read_file(source, data, self._ledger.clock.today())

    def preview(self, incoming: Incoming, *, replace: bool = False, new: bool = False) -> ImportReport:
        """What `apply` would do; a reason for which it would refuse stands in the report. Nothing is written."""
        tables = self._ledger.raw_tables()
        mode = Mode(replace=replace, new=new)
        found = merge(lambda table: tables.get(table, {}), incoming, mode, self._id_maker())
        active = _other_active(self._ledger.snapshot(), found)
        return report_of(incoming, found, active, _refusal(incoming, found, active, mode))

    def apply(
        self, incoming: Incoming, *, replace: bool = False, new: bool = False, kind: GoalKind | None = None
    ) -> ImportReport:
        """Take the records in, in one step that can be undone.

        Args:
            incoming: what `read` gave.
            replace: take the file's version of records that are there and differ.
            new: close the active plan today and put what differs beside what is there.
            kind: the kind of added goals whose kind the file leaves open.

        Raises:
            ImportConflictError: records differ and neither option settles it.
            SecondPlanError: another plan is active and `new` is not given.
        """
        mode = Mode(replace=replace, new=new)
        with self._ledger.transaction(f"import {incoming.source}") as changes:
            changes.raw.keep_as = _COPY
            found = merge(changes.raw.table, incoming, mode, self._id_maker())
            active = _other_active(changes.snapshot(), found)
            refusal = _refusal(incoming, found, active, mode)
            if refusal is not None:
                raise refusal
            moves = [_with_kind(move, kind) for move in found.moves]
            if active is not None:
                cycles = self._close(changes, active)
                moves = [_with_cycles(move, found.active_plan, cycles) for move in moves]
            writer = _Writer(changes, self._ledger.clock.now(), is_export=incoming.is_export)
            changes.raw.apply(tuple(writer.changes(moves)))
        return report_of(incoming, found, active, None)

    def _close(self, changes: Changes, active: Plan) -> list[Doc]:
        """The cycles of the plan that was active, now that it is closed, with the keys that nobody here knows."""
        changes.save(active, closed_plan(changes.snapshot(), active, self._ledger.clock.today()))
        plans = changes.raw.table("plans").values()
        return next(doc["history"] for doc in plans if doc.get("id") == active.id)

    def _id_maker(self) -> Callable[[], str]:
        last = 0

        def make() -> str:
            nonlocal last
            last = new_ulid(self._ledger.clock.now(), after=last)
            return ulid_text(last)

        return make


class _Writer:
    """Turns moves into changes of raw records, with time stamps, document ids and earlier wordings."""

    def __init__(self, changes: Changes, now: datetime, *, is_export: bool) -> None:
        self._changes = changes
        self._is_export = is_export
        self._now = now
        self._last: dict[str, int] = {}

    def changes(self, moves: Sequence[Move]) -> Iterator[Change]:
        """The changes, in the order of the moves; what is equal makes none."""
        for move in moves:
            before = self._changes.raw.table(move.table).get(move.key)
            if move.fate is Fate.ADDED:
                yield Change(move.table, self._new_key(move.table), None, self._fresh(move))
            elif move.fate is not Fate.EQUAL:
                yield Change(move.table, move.key, before, self._later(move, before or {}))

    def _new_key(self, table: str) -> str:
        last = self._last.get(table)
        if last is None:
            last = max(map(int, self._changes.raw.table(table)), default=0)
        self._last[table] = new_ulid(self._now, after=last)
        return str(self._last[table])

    def _fresh(self, move: Move) -> Doc:
        """A new record. What an export of ours or an unknown table does not stamp is left as it is."""
        if self._is_export or move.table not in RECORD_TYPES:
            return move.doc
        return {"id": move.doc["id"], "created": stamp(self._now)} | move.doc

    def _later(self, move: Move, before: Doc) -> Doc:
        now = stamp(self._now)
        match move.fate:
            case Fate.REMOVED:
                return before | {"deleted": now}
            case Fate.REVIVED:
                stamps = {key: before[key] for key in ("created", "versions") if key in before}
                return stamps | move.doc | {"changed": now}
            case _:
                return move.doc | self._versions(move, before) | {"changed": now}

    def _versions(self, move: Move, before: Doc) -> Doc:
        """The earlier wording, kept when the words are others now."""
        field = _WORDING.get(move.table)
        if field is None:
            return {}
        try:
            old = decode_record(before, RECORD_TYPES[move.table])
        except msgspec.ValidationError:
            return {}  # a record that cannot be read has no words to keep
        versions = getattr(old, "versions", ())
        kept = kept_versions(old, versions, before.get(field, ""), move.doc.get(field, ""), self._now)
        added = [msgspec.to_builtins(version) for version in kept[len(versions) :]]
        return {"versions": [*before.get("versions", []), *added]} if added else {}


def _other_active(snapshot: Snapshot, found: Merge) -> Plan | None:
    """The active plan, when the file makes another one active and does not close this one itself."""
    active = snapshot.active_plan
    if active is None or found.active_plan in ("", active.id):
        return None
    own = (move.doc for move in found.moves if move.table == "plans" and move.doc.get("id") == active.id)
    return active if all(is_active(doc) for doc in own) else None


def _refusal(incoming: Incoming, found: Merge, active: Plan | None, mode: Mode) -> BadInputError | None:
    if found.differences and not mode.replace:
        return ImportConflictError(incoming.source, found.differences)
    if active is not None and not mode.new:
        return SecondPlanError(incoming.source, active, by_words=not all(one.own_id for one in incoming.of("plans")))
    return None


def _with_kind(move: Move, kind: GoalKind | None) -> Move:
    is_open = move.table == "goals" and move.fate is Fate.ADDED and "kind" not in move.doc
    if kind is None or not is_open:
        return move
    known = {key: value for key, value in move.doc.items() if key != "kind_given"}
    return dataclasses.replace(move, doc=known | {"kind": kind.value})


def _with_cycles(move: Move, plan: str, cycles: list[Doc]) -> Move:
    """The plan that follows a closed one takes its history over."""
    if move.table != "plans" or move.doc.get("id") != plan:
        return move
    own = move.doc.get("history", [])
    return dataclasses.replace(move, doc=move.doc | {"history": [*cycles, *(c for c in own if c not in cycles)]})
