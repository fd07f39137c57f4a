"""A lock between processes: flock on a file beside the journal.

The lock file is never deleted: two processes could then lock two different inodes. An own class of few lines,
because a library costs a third of a cold `growthtui log` (measured: 37 ms).
"""

import os
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from growthtui.errors import BusyError, NotWrittenError
from growthtui.storage.atomic import is_alive

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_POLL_SECONDS = 0.005
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
"""A lock file that is a link could make us write into any file of the person."""


class FileLock:
    """Held between `acquire` and `release`; the holder's process number stands in the file."""

    def __init__(self, journal: Path, timeout: float) -> None:
        self._journal = journal
        self._path = journal.with_name(f".{journal.name}.lock")
        self._timeout = timeout
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Wait for the lock; BusyError after the timeout, NotWrittenError where there can be none."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
        except OSError as error:
            raise self._impossible(error) from error
        with ExitStack() as failed:
            failed.callback(os.close, descriptor)
            self._wait(descriptor)
            failed.pop_all()
        self._descriptor = descriptor
        _sign(descriptor)

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            with suppress(OSError):  # the system has let go of it all the same
                os.close(self._descriptor)
            self._descriptor = None

    def _wait(self, descriptor: int) -> None:
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                _try_lock(descriptor)
            except (BlockingIOError, PermissionError):  # the second is how Windows says it
                if time.monotonic() >= deadline:
                    raise BusyError(self._journal, _holder(descriptor), self._timeout) from None
                time.sleep(_POLL_SECONDS)
            except OSError as error:
                raise self._impossible(error) from error
            else:
                return

    def _impossible(self, error: OSError) -> NotWrittenError:
        return NotWrittenError(self._journal, f"no lock file can be kept beside it ({error.strerror})")


def _sign(descriptor: int) -> None:
    """Leave the process number for whoever waits. A full disk must not stop the save that may free it."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid():<20}".encode())
    except OSError:
        return


def _holder(descriptor: int) -> str:
    try:
        signature = os.read(descriptor, 20).decode(errors="replace").strip("\0\n ")
    except OSError:
        signature = ""
    is_known = signature.isdecimal() and is_alive(int(signature))  # else it is of an earlier holder
    return f"another program (process {signature})" if is_known else "another program"
