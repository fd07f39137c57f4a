"""The doctor: how the journal and all that lies beside it are, and putting a damaged file right."""

import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from growthtui.errors import (
    DamagedError,
    NewerSchemaError,
    NothingToDoError,
    NothingToRescueError,
    StateUnreadableError,
    UnreadableError,
)
from growthtui.journal.backups import Backup, Backups
from growthtui.journal.damage import WaysOut, advice, newest_good, rescue, ways_out
from growthtui.journal.ledger import Ledger
from growthtui.journal.record_problems import RecordProblem, record_problems
from growthtui.journal.strays import ConflictCopy, conflict_copies, kept_aside, leftovers, synced_by
from growthtui.storage.changes import differences
from growthtui.storage.codec import META, SCHEMA, ShapeError, Tables, live_counts, live_records, schema_of
from growthtui.storage.migrations import upgrade
from growthtui.storage.salvage import merged, salvage


@dataclass(frozen=True, slots=True)
class ForeignChange:
    """How the file differs from what growthtui saved last: another program, a sync or a pull changed it."""

    since: datetime
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What the doctor found. `damage` and `advice` are empty while the journal can be read."""

    path: Path
    state: Path
    exists: bool
    damage: str
    advice: str
    schema: int | None
    size: int
    counts: dict[str, int]
    """Live records by table."""
    in_trash: int
    last_save: datetime | None
    """When growthtui saved last (UTC), as far as a kept copy tells."""
    backups: tuple[Backup, ...]
    problems: tuple[RecordProblem, ...]
    foreign: ForeignChange | None
    conflict_copies: tuple[ConflictCopy, ...]
    leftovers: tuple[Path, ...]
    kept_aside: tuple[Path, ...]
    warnings: tuple[str, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing asks for the person's attention."""
        return not (self.damage or self.problems or self.conflict_copies or self.warnings)


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair did.

    `kept_aside`: the damaged file (None when it had vanished). `copy`: the kept copy it began with. `survivors`:
    records that stood whole in the damaged file; `newer` of them were new or newer than in the copy; `homeless` could
    not be given a table and are in the damaged file only. `records`: live records now.
    """

    kept_aside: Path | None
    copy: Backup | None
    survivors: int
    newer: int
    homeless: int
    records: int


class HealthCheck:
    """Examines one journal, also one that cannot be read; changes nothing but in `repair`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._backups = Backups(ledger)

    def report(self) -> Health:
        """Everything the doctor can see."""
        path = self._ledger.path
        backups, unreachable = self._copies()
        tables, damage, remedy = self._read()
        saves = [backup for backup in backups if backup.reason == "save"]
        return Health(
            path=path,
            state=self._ledger.state,
            exists=path.exists(),
            damage=damage,
            advice=remedy,
            schema=SCHEMA if tables else None,
            size=path.stat().st_size if path.exists() else 0,
            counts={name: count for name, count in live_counts(tables).items() if count},
            in_trash=sum("deleted" in doc for name, docs in tables.items() if name != META for doc in docs.values()),
            last_save=saves[0].made if saves else None,
            backups=backups,
            problems=record_problems(tables),
            foreign=None if damage else self._foreign_change(tables),
            conflict_copies=conflict_copies(path, tables),
            leftovers=leftovers(path),
            kept_aside=kept_aside(path),
            warnings=(*unreachable, *_warnings(path, self._ledger.state)),
        )

    def ways_out(self) -> WaysOut:
        """What can be done about a damaged journal."""
        return ways_out(self._ledger.path, self._ledger.state)

    def repair(self) -> Repair:
        """Newest good copy plus every surviving record of the damaged file that is new or not older.

        Raises:
            NothingToDoError: the journal can be read, or there is none and never was.
            NothingToRescueError: there is neither a good copy nor a record that can be read.
            NewerSchemaError, UnreadableError: there is nothing broken that we could mend.
            StateUnreadableError: there may be copies, but they cannot be read.
        """
        try:
            self._ledger.raw_tables()
        except DamagedError:
            return self._rescue()
        raise NothingToDoError(f"The journal {self._ledger.path} can be read; there is nothing to repair.")

    def _copies(self) -> tuple[tuple[Backup, ...], tuple[str, ...]]:
        try:
            return self._backups.list(), ()
        except StateUnreadableError as error:
            return (), (str(error),)

    def _read(self) -> tuple[Tables, str, str]:
        """The tables, or why there are none and what to do about it."""
        try:
            return self._ledger.raw_tables(), "", ""
        except DamagedError as error:
            return {}, error.reason, advice(self._ledger.path, self._ledger.state)
        except (UnreadableError, NewerSchemaError) as error:
            return {}, str(error), ""

    def _foreign_change(self, tables: Tables) -> ForeignChange | None:
        if not tables:
            return None
        try:
            version = next(iter(self._ledger.db.versions.list()), None)
            changes = () if version is None else differences(version.tables(), tables)
        except (ShapeError, OSError):
            return None
        real = [change for change in changes if change.table != META]
        if version is None or not real:
            return None
        added = sum(change.before is None for change in real)
        removed = sum(change.after is None for change in real)
        return ForeignChange(version.made, added, len(real) - added - removed, removed)

    def _rescue(self) -> Repair:
        path, database = self._ledger.path, self._ledger.db
        with rescue(database, "repair") as running:
            version, base = newest_good(database.versions)
            found = salvage(running.damaged or b"", base)
            if version is None and not found.records:
                raise NothingToRescueError(path)
            has_ours = version is not None and schema_of(base) <= SCHEMA
            tables, newer = merged(base, _in_present_schema(path, found.tables, has_our_copy=has_ours))
            running.transaction.replace_all(tables)
        copy = None if version is None else Backup.of(version)
        return Repair(running.kept_aside, copy, found.records, newer, found.homeless, live_records(tables))


def _in_present_schema(path: Path, survivors: Tables, *, has_our_copy: bool) -> Tables:
    """The survivors as this program keeps them.

    A newer program would have kept newer copies: beside one of ours, a newer number is part of the damage.
    """
    if META not in survivors:
        return survivors
    without = {name: table for name, table in survivors.items() if name != META}
    try:
        schema = schema_of(survivors)
    except ShapeError:
        return without
    if schema <= SCHEMA:
        return upgrade(survivors)
    if not has_our_copy:
        raise NewerSchemaError(path, schema, SCHEMA)
    return without


def _warnings(path: Path, state: Path) -> tuple[str, ...]:
    found = []
    for place in (path, state):
        if place.exists() and stat.S_IMODE(place.stat().st_mode) & 0o077:
            rights = "600" if place == path else "700"
            found.append(f"Other users of this machine may read {place}: chmod {rights} would keep them out.")
    if program := synced_by(state):
        found.append(
            f"Kept copies and the undo log lie in a folder that {program} syncs, where one accident reaches them, too: "
            f"{state}. Set XDG_STATE_HOME to a folder of this machine alone."
        )
    return tuple(found)
