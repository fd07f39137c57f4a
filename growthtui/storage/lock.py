"""A lock between processes: flock on a file beside the journal.

The lock file is never deleted: two processes could then lock two different inodes. An own class of thirty lines,
because a library costs a third of a cold `growthtui log` (measured: 37 ms).
"""

import os
import sys
import time
from pathlib import Path

from growthtui.errors import BusyError, NotWrittenError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_POLL_SECONDS = 0.005


class FileLock:
    """Held between `acquire` and `release`; the holder's process number stands in the file."""

    def __init__(self, journal: Path, timeout: float) -> None:
        self._journal = journal
        self._path = journal.with_name(f".{journal.name}.lock")
        self._timeout = timeout
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Wait for the lock; BusyError after the timeout, NotWrittenError where no lock file can be made."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise NotWrittenError(self._journal, f"{error.strerror} ({self._path.parent})") from error
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                _try_lock(descriptor)
            except OSError:
                if time.monotonic() < deadline:
                    time.sleep(_POLL_SECONDS)
                    continue
                holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip("\0\n ")
                os.close(descriptor)
                name = f"another program (process {holder})" if holder else "another program"
                raise BusyError(self._journal, name, self._timeout) from None
            break
        self._descriptor = descriptor
        self._sign(descriptor)

    @staticmethod
    def _sign(descriptor: int) -> None:
        """Leave the process number for whoever waits. A full disk must not stop the save that may free it."""
        try:
            os.pwrite(descriptor, f"{os.getpid():<20}".encode(), 0)
        except OSError:
            return

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
