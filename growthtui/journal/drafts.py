"""Words typed but not saved: written as they are typed, offered again after a kill."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

import msgspec

from growthtui.journal.ledger import Ledger
from growthtui.journal.text import clean
from growthtui.storage import atomic


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An unsaved text. `place` says what it was typed into ("line", "line/<id>", "wizard/<id>" …)."""

    place: str
    text: str
    at: datetime
    fields: dict[str, str] = msgspec.field(default_factory=dict)


class Drafts:
    """The drafts of one journal, one private file each in its state folder."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.folder = ledger.state / "drafts"

    def keep(self, place: str, text: str, /, **fields: str) -> Path:
        """Write a draft (replacing the one of the same place) and return its file. OSError when that fails."""
        whole = {name: clean(value) for name, value in fields.items()}
        draft = Draft(place=place, text=clean(text), at=self._ledger.clock.now(), fields=whole)
        path = self._path(place)
        atomic.make_private_folder(self.folder)
        atomic.write_quick(path, msgspec.json.format(msgspec.json.encode(draft)))
        return path

    def keep_command(self, line: str) -> Path:
        """Write down a command line that was not carried out, to be given again; return its file. OSError."""
        path = self.folder / f"command-{self._ledger.clock.now():%Y%m%dT%H%M%S%f}.txt"
        atomic.make_private_folder(self.folder)
        atomic.write_quick(path, f"{line}\n".encode(errors="surrogateescape"))
        return path

    def waiting(self) -> tuple[Draft, ...]:
        """All drafts, newest first; a file that cannot be read is passed over, not removed."""
        drafts = [draft for path in self.folder.glob("*.json") if (draft := _read(path)) is not None]
        return tuple(sorted(drafts, key=lambda draft: draft.at, reverse=True))

    def of(self, place: str) -> Draft | None:
        """The draft of one place, if there is one."""
        return _read(self._path(place))

    def drop(self, place: str) -> None:
        """Forget a draft: its text was saved, or the person said so."""
        self._path(place).unlink(missing_ok=True)

    def forget(self, records: Collection[str]) -> None:
        """Drop every draft that was about a record with one of these ids, the files of an editor included."""
        for path in self.folder.glob("*.*"):
            _, *about = unquote(path.stem).split("/")
            if not set(about).isdisjoint(records):
                path.unlink(missing_ok=True)

    def file_for_editor(self, place: str) -> Path:
        """Where an external editor works on the text of a place: an own private file that no failure removes."""
        atomic.make_private_folder(self.folder)
        return self._path(place).with_suffix(".md")

    def _path(self, place: str) -> Path:
        return self.folder / f"{quote(place, safe='')}.json"


def _read(path: Path) -> Draft | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
