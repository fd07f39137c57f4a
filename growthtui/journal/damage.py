"""A journal that cannot be read: what to say about it, and how to put it right when the person asks."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from growthtui.errors import NotWrittenError, StateUnreadableError
from growthtui.storage import atomic
from growthtui.storage.codec import Tables, live_counts
from growthtui.storage.database import JournalDB, Transaction
from growthtui.storage.salvage import salvage
from growthtui.storage.versions import KeptVersion, VersionShelf


@dataclass(slots=True)
class Rescue:
    """A running rescue: a transaction on an empty journal, the bytes of the damaged file, and where they were put.

    `damaged` is None when the file has vanished.
    """

    transaction: Transaction
    damaged: bytes | None
    kept_aside: Path | None = None


@contextmanager
def rescue(database: JournalDB, label: str) -> Iterator[Rescue]:
    """A transaction over a file that cannot be read. It is no step to undo: there is nothing to go back to.

    The damaged file is kept aside just before the save; a block that raises leaves no trace.

    Raises:
        UnreadableError: the damaged file cannot even be opened.
        NotWrittenError: it could not be kept aside; nothing was changed.
    """
    storage = database.journal_storage
    with database.transaction(label, anew=True) as transaction:
        transaction.note = _nothing
        running = Rescue(transaction, storage.raw())
        yield running
        if running.damaged is not None:
            running.kept_aside = _put_aside(storage.path, running.damaged, transaction.now)


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What can be done about a damaged journal.

    Attributes:
        says: what there is to go back to, in words.
        copy: the id of the newest good copy, "" when there is none.
        can_repair: whether something may be read in the damaged file itself.
        begin_anew: the shell command after which a vanished journal is a first run again, "" for another damage.
    """

    says: str
    copy: str = ""
    can_repair: bool = False
    begin_anew: str = ""


def ways_out(path: Path, state: Path) -> WaysOut:
    """What can be done about the journal `path` with its state folder."""
    try:
        version, tables = newest_good(VersionShelf(state / "versions"))
    except StateUnreadableError as error:
        return WaysOut(f"Its kept copies cannot be reached: {error}")
    if version is not None:
        says = f"The newest good copy is of {version.made.astimezone():%Y-%m-%d %H:%M}: {counted(tables)}."
        if path.exists():
            return WaysOut(says, version.id, can_repair=True)
        copies = shlex.quote(str(version.path.parent))
        return WaysOut(says, version.id, begin_anew=f"mv {copies} {copies}-old")
    if whole := _whole_records(path):
        return WaysOut(f"There is no kept copy of it, but {whole:,} records in it can still be read.", can_repair=True)
    return WaysOut("There is no kept copy of it, and no record in it can be read. Look for a copy of your own.")


def advice(path: Path, state: Path) -> str:
    """The ways out of a damaged journal `path` with its state folder, each with the one command that takes it."""
    ways = ways_out(path, state)
    command = f"growthtui --journal {shlex.quote(str(path))}"
    lines = [ways.says]
    if ways.copy:
        lines += ["Bring it back with", f"  {command} backup restore {ways.copy}"]
    if ways.can_repair:
        also = "or bring back that copy and whatever newer can" if ways.copy else "Bring back what can"
        lines += [f"{also} still be read in the damaged file:", f"  {command} doctor --repair"]
        lines += ["The damaged file is kept aside."]
    if ways.begin_anew:
        lines += ["To begin a new journal in its place instead, move the copies away:", f"  {ways.begin_anew}"]
    return "\n".join(lines)


def counted(tables: Tables) -> str:
    """How much there is, as "5,212 records, 5,200 of them lines of the log"."""
    live = live_counts(tables)
    total, log = sum(live.values()), live.get("lines", 0)
    return f"{total:,} record{'' if total == 1 else 's'}, {log:,} of them lines of the log"


def newest_good(versions: VersionShelf) -> tuple[KeptVersion | None, Tables]:
    """The newest version that can be read and what it holds; None and nothing when there is none.

    Raises:
        StateUnreadableError: their folder cannot be read, so nobody knows.
    """
    try:
        return next(versions.good(), (None, {}))
    except OSError as error:
        raise StateUnreadableError(versions.folder, error.strerror or str(error)) from error


def _whole_records(path: Path) -> int:
    try:
        return salvage(path.read_bytes(), {}).records
    except OSError:
        return 0


def _put_aside(path: Path, data: bytes, now: datetime) -> Path:
    """Copy the damaged bytes durably to `<name>.damaged-DATE` beside the journal."""
    try:
        aside = _free(lambda tail: path.with_name(f"{path.name}.damaged-{now:%Y-%m-%d-%H%M%S}{tail}"))
        atomic.put_in_place(atomic.write_temporary(path, data, path.stat()), aside)
    except OSError as error:
        raise NotWrittenError.because(path, error) from error
    return aside


def _free(name: Callable[[str], Path]) -> Path:
    number, path = 1, name("")
    while path.exists():
        number += 1
        path = name(f"-{number}")
    return path


def _nothing(changes: object) -> None:
    """No step for the undo log."""
