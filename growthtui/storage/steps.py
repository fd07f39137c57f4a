"""The undo log: what each step changed, beside the kept versions, never in the journal itself.

One JSON line an event, only ever appended, so a step of any process is seen by the next. `undo` and `redo` are
events, too; the stack is what a replay leaves.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from growthtui.storage import atomic
from growthtui.storage.changes import Change

_KEEP = 100
"""Steps that survive a trim of the log."""

_TRIM_BYTES = 32_000_000


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One change as the person sees it."""

    id: str
    at: datetime
    label: str
    changes: tuple[Change, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the log: a new step, or one taken back or done again."""

    what: Literal["do", "undo", "redo"]
    step: Step | None = None
    id: str = ""


class Stack(msgspec.Struct, frozen=True, kw_only=True):
    """Steps that can be undone (newest last) and done again (next one last)."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Event)


class StepLog:
    """The undo log of one journal."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def record(self, step: Step) -> None:
        """Append a new step; whatever was undone before can no longer be done again."""
        self._append(Event(what="do", step=step))

    def mark(self, what: Literal["undo", "redo"], step: Step) -> None:
        """Note that a step was taken back or done again."""
        self._append(Event(what=what, id=step.id))

    def stack(self) -> Stack:
        """What can be undone and redone now."""
        return _replay(self._events())

    def _events(self) -> list[Event]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        return [event for line in lines if (event := _parse(line)) is not None]

    def _append(self, event: Event) -> None:
        atomic.make_private_folder(self._path.parent)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, atomic.PRIVATE_FILE)
        with os.fdopen(descriptor, "ab") as log:
            log.write(b"\n" + _encoder.encode(event))  # the line break first: it ends a line that a kill cut short
        if self._path.stat().st_size > _TRIM_BYTES:
            self._trim()

    def _trim(self) -> None:
        stack = self.stack()
        events = [Event(what="do", step=step) for step in (*stack.done[-_KEEP:], *reversed(stack.undone))]
        events += [Event(what="undo", id=step.id) for step in stack.undone]
        atomic.write_quick(self._path, b"\n".join(_encoder.encode(event) for event in events))


def _parse(line: bytes) -> Event | None:
    """A line cut by a kill is passed over: the step stands in the journal, it only cannot be undone."""
    try:
        return _decoder.decode(line)
    except msgspec.DecodeError:
        return None


def _replay(events: Sequence[Event]) -> Stack:
    done: list[Step] = []
    undone: list[Step] = []
    for event in events:
        match event:
            case Event(what="do", step=Step() as step):
                done.append(step)
                undone.clear()
            case Event(what="undo") if done and done[-1].id == event.id:
                undone.append(done.pop())
            case Event(what="redo") if undone and undone[-1].id == event.id:
                done.append(undone.pop())
            case _:
                continue
    return Stack(done=tuple(done), undone=tuple(undone))
