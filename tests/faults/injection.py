"""Stands between the program and the system: counts its calls, and kills or fails one of them.

Only for a process of its own: the calls stay wrapped until the process ends.
"""

import fcntl
import io
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

CALLS: tuple[tuple[ModuleType, str], ...] = (
    *(
        (os, name)
        for name in (
            "close",
            "fchmod",
            "fchown",
            "fstat",
            "fsync",
            "kill",
            "listdir",
            "lseek",
            "mkdir",
            "open",
            "read",
            "rename",
            "replace",
            "rmdir",
            "scandir",
            "stat",
            "unlink",
            "write",
        )
    ),
    (io, "open"),
    (fcntl, "flock"),
)
"""Every call by which the program reaches a file; Python makes one system call of each."""

Kind = Literal["kill before", "kill after", "kill half", "raise"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at call number `at` (from 1). "kill half" kills a write after half its bytes."""

    at: int
    kind: Kind
    error: int = 0


class Injection:
    """The wrapped calls: how many there were, and the one fault on the way."""

    def __init__(self, fault: Fault | None = None) -> None:
        self.fault = fault
        self.names: list[str] = []
        self._kill = os.kill
        self._write = os.write
        self._process = os.getpid()

    def install(self) -> None:
        """Wrap the calls, for the rest of this process."""
        for module, name in CALLS:
            setattr(module, name, self._wrapped(name, getattr(module, name)))

    @property
    def has_struck(self) -> bool:
        """Whether the call with the fault was made."""
        return self.fault is not None and len(self.names) >= self.fault.at

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - it takes and gives what the wrapped call does
            self.names.append(name)
            fault = self.fault
            if fault is None or len(self.names) != fault.at:
                return real(*args, **kwargs)
            return self._strike(fault, name, lambda: real(*args, **kwargs), args)

        return call

    def _strike(self, fault: Fault, name: str, run: Callable[[], object], args: tuple[Any, ...]) -> object:
        match fault.kind:
            case "kill before":
                self._die()
            case "kill half":
                if name == "write":
                    self._write(args[0], bytes(args[1])[: len(args[1]) // 2])
                self._die()
            case "kill after":
                run()
                self._die()
            case "raise":
                if name == "close":
                    run()  # the system closes a file also when it reports an error
                raise OSError(fault.error, os.strerror(fault.error))
        return None

    def _die(self) -> None:
        self._kill(self._process, signal.SIGKILL)
