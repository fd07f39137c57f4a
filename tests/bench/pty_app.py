"""A full-screen program in a pseudo terminal, and the CPU time it has used: all its threads, none of its children."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

SIZE = (100, 30)
QUIET = 0.08
"""So long without output, and the program has drawn what there was to draw."""

_PATIENCE = 30.0


class PtyApp:
    """One run of a command; used as a context manager, it is gone afterwards."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self._master = master
        self._pid = os.fork()
        if self._pid == 0:
            self._become(command, environment, master, slave)
        os.close(slave)
        self.output = b""

    @staticmethod
    def _become(command: Sequence[str], environment: Mapping[str, str], master: int, slave: int) -> None:
        try:
            os.close(master)
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in (0, 1, 2):
                os.dup2(slave, number)
            os.execvpe(command[0], list(command), dict(environment))
        finally:
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def cpu_until(self, text: bytes) -> float:
        """Milliseconds of CPU from the start until `text` (in one colour) was drawn."""
        deadline = time.monotonic() + _PATIENCE
        while text not in self.output:
            assert self._read(deadline - time.monotonic()), f"no {text!r} in\n{self.output!r}"
        return self.cpu()

    def cpu_of(self, keys: bytes) -> float:
        """Milliseconds of CPU from keys until nothing more is drawn."""
        before = self.cpu()
        os.write(self._master, keys)
        self.settle()
        return self.cpu() - before

    def settle(self) -> None:
        """Wait until nothing more is drawn."""
        while self._read(QUIET):
            pass

    def cpu(self) -> float:
        """Milliseconds of CPU so far."""
        return time.clock_gettime((~self._pid << 3) | 2) * 1000

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # the other side is closed
            return False
        self.output += data
        return bool(data)
