"""The undo log: what each step changed, beside the kept versions, never in the journal itself.

One file for each step, named by its ULID and by whether it stands or was taken back, so the log has no state of its
own that a kill could tear: taking back is a rename. Whoever writes holds the lock of the journal.
"""

import os
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from growthtui.errors import StateUnreadableError
from growthtui.storage import atomic
from growthtui.storage.changes import Change
from growthtui.storage.ids import is_ulid, new_ulid, ulid_number, ulid_text

_KEEP = 128
"""Steps that can be taken back; promised are 100."""

_DONE = ".done.json"
_UNDONE = ".undone.json"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One change as the person sees it."""

    id: str
    at: datetime
    label: str
    changes: tuple[Change, ...]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Step)


class StepLog:
    """The undo log of one journal, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def record(self, now: datetime, label: str, changes: tuple[Change, ...]) -> Step:
        """Add a step; whatever was undone before can no longer be done again. OSError when that fails."""
        atomic.make_private_folder(self._folder)
        done, undone = self._names(_DONE), self._names(_UNDONE)
        last = max(map(ulid_number, (*done[-1:], *undone[-1:])), default=0)
        step = Step(id=ulid_text(new_ulid(now, after=last)), at=now, label=label, changes=changes)
        atomic.write_quick(self._path(step.id, _DONE), _encoder.encode(step))
        superfluous = [self._path(name, _DONE) for name in done[: -_KEEP + 1]]
        for path in (*superfluous, *(self._path(name, _UNDONE) for name in undone)):
            path.unlink(missing_ok=True)
        return step

    def take_back(self, step: Step) -> None:
        """Note that a step was undone. OSError when that fails."""
        self._path(step.id, _DONE).rename(self._path(step.id, _UNDONE))

    def do_again(self, step: Step) -> None:
        """Note that a step was redone. OSError when that fails."""
        self._path(step.id, _UNDONE).rename(self._path(step.id, _DONE))

    def done(self) -> Iterator[Step]:
        """Steps that can be undone, newest first. StateUnreadableError."""
        return self._read(_DONE, newest_first=True)

    def undone(self) -> Iterator[Step]:
        """Steps that can be done again, the next one first. StateUnreadableError."""
        return self._read(_UNDONE, newest_first=False)

    def forget(self, records: Collection[tuple[str, str]]) -> None:
        """Take records (table, document id) out of all steps. OSError when some may still hold them."""
        for ending in (_DONE, _UNDONE):
            for path in (self._path(name, ending) for name in self._names(ending)):
                step = _parse(path.read_bytes())
                left = tuple(one for one in step.changes if (one.table, one.key) not in records) if step else ()
                if step is None or not left:
                    path.unlink()
                elif len(left) < len(step.changes):
                    label = step.label.partition(' "')[0]  # the words may be those of the record
                    slim = msgspec.structs.replace(step, label=label, changes=left)
                    atomic.write_quick(path, _encoder.encode(slim))

    def _names(self, ending: str) -> list[str]:
        try:
            found = os.listdir(self._folder)  # noqa: PTH208 - a third of the time of iterdir, at every save
        except (FileNotFoundError, NotADirectoryError):
            return []
        names = [name.removesuffix(ending) for name in found if name.endswith(ending)]
        return sorted(filter(is_ulid, names))

    def _path(self, name: str, ending: str) -> Path:
        return self._folder / (name + ending)

    def _read(self, ending: str, *, newest_first: bool) -> Iterator[Step]:
        try:
            for name in sorted(self._names(ending), reverse=newest_first):
                step = _parse(self._path(name, ending).read_bytes())
                if step is not None:
                    yield step
        except OSError as error:  # to pass over a step that is whole would take back the one before it
            raise StateUnreadableError(self._folder, error.strerror or str(error)) from error


def _parse(data: bytes) -> Step | None:
    """None for a step torn by a power cut: it stands in the journal, it only cannot be taken back."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
