"""The one exception tree. A message says what is wrong, where, and what to do next.

The exit codes are the contract of the command line; both front ends catch `GrowthError` at one boundary each.
"""

import errno
from enum import IntEnum
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission to write here",
    errno.EPERM: "writing is not permitted here",
    errno.EBUSY: "the file is a mount of its own and cannot be replaced; mount its folder instead",
}


class ExitCode(IntEnum):
    """What a finished command tells the shell."""

    DONE = 0
    NO = 1
    """Done, and the answer is "no": nothing found, nothing to undo, an open finding."""
    USAGE = 2
    """Wrong usage or bad input; nothing was changed."""
    UNREADABLE = 3
    """The journal cannot be read; nothing was changed."""
    BUSY = 4
    """The lock was not free in time; nothing was changed."""
    NOT_WRITTEN = 5
    """The write failed; the journal is as before."""


class GrowthError(Exception):
    """Base of all errors a person can meet. `str()` is the sentence to show."""

    exit_code = ExitCode.USAGE


class BadInputError(GrowthError):
    """Something typed cannot be understood or is not allowed."""


class NotFoundError(BadInputError):
    """A reference names nothing. `kind` is the word for what was looked for."""

    def __init__(self, kind: str, ref: str, hint: str) -> None:
        super().__init__(f"There is no {kind} {ref!r}. {hint}")


class AmbiguousError(BadInputError):
    """A reference names several things. `matches` are lines "id  text"."""

    def __init__(self, kind: str, ref: str, matches: list[str]) -> None:
        listed = "\n".join(f"  {match}" for match in matches)
        super().__init__(f"{ref!r} fits several entries ({kind}); use the number or the whole id:\n{listed}")


class ImportRefusedError(BadInputError):
    """A file cannot be imported as it stands; the message names the place and the reason."""

    def __init__(self, source: str, where: str, reason: str) -> None:
        place = f"{source}, {where}" if where else source
        super().__init__(f"{place}: {reason}")


class BadCatalogueError(BadInputError):
    """A data file of the coach is not as it must be. `where` names the key, or is empty."""

    def __init__(self, source: str, where: str, reason: str) -> None:
        place = f"{source}, {where}" if where else source
        super().__init__(f"{place}: {reason}. Correct the file, or remove it to go without.")


class NothingToDoError(GrowthError):
    """The command is done and the answer is no (nothing to undo, nothing found)."""

    exit_code = ExitCode.NO


class StorageError(GrowthError):
    """Base of what can go wrong with the journal file. `path` is the file."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class DamagedError(StorageError):
    """The file is no journal: empty, cut, overwritten or of the wrong shape. `reason` says where."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"The journal {path} cannot be read: {reason}. Nothing was changed.")
        self.reason = reason


class UnreadableError(StorageError):
    """The file is there but cannot be opened: no permission, no ordinary file, a failing disk."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"The journal {path} cannot be opened: {reason}. Nothing was changed. "
            "Correct its permissions, or name another file with --journal.",
        )


class StateUnreadableError(StorageError):
    """What lies beside the journal (kept copies, undo log) is there but cannot be read. `path` is that place."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"{path} cannot be read: {reason}. Nothing was changed. Correct its permissions.")


class NothingToRescueError(StorageError):
    """There is no kept version, and nothing in the damaged file can be read."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Nothing of {path} can be brought back: there is no kept copy of it, and no record in it can be read. "
            "Nothing was changed. Look for a copy of your own, or name another file with --journal.",
        )


class NewerSchemaError(StorageError):
    """The file was written by a newer growthtui."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path,
            f"The journal {path} has schema {found}; this growthtui reads up to {known}. "
            "Update growthtui to open it. Nothing was changed.",
        )


class BusyError(StorageError):
    """Another process holds the lock. `holder` names it as far as it is known."""

    exit_code = ExitCode.BUSY

    def __init__(self, path: Path, holder: str, seconds: float) -> None:
        super().__init__(
            path,
            f"The journal {path} is busy: {holder} has held it for more than {seconds:g} s. "
            "Nothing was changed; try again in a moment.",
        )


class NotWrittenError(StorageError):
    """Saving failed; the file is as before."""

    exit_code = ExitCode.NOT_WRITTEN

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"The journal {path} could not be saved: {reason}. It is as it was before; put that right and do it again.",
        )

    @classmethod
    def because(cls, path: Path, error: OSError) -> "NotWrittenError":
        """The error for a failed system call."""
        return cls(path, _REASONS.get(error.errno or 0, error.strerror or str(error)))


class NotKeptError(StorageError):
    """A copy of the journal could not be written; the journal itself is as it was."""

    exit_code = ExitCode.NOT_WRITTEN

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"No copy of {path} could be kept: {reason}. The journal itself is as it was.")


class ClashError(GrowthError):
    """A record was changed elsewhere in the same field. `mine` and `theirs` are both texts."""

    def __init__(self, what: str, mine: str, theirs: str) -> None:
        super().__init__(
            f"{what} was changed elsewhere in the meantime; nothing was overwritten.\n"
            f"  yours:  {mine}\n  theirs: {theirs}"
        )
        self.mine = mine
        self.theirs = theirs


class ExportNotWrittenError(GrowthError):
    """A file that leaves the journal could not be written; a file of that name is as before."""

    exit_code = ExitCode.NOT_WRITTEN

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}. Give another place; the journal is as it was.")
