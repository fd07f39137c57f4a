"""A disk without room, and one that cannot be written: exit 5, the journal byte for byte, the words in a draft.

On a real small disk where one can be mounted; where not, on an injected one that is full after so many bytes.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.errors import ExitCode, NotWrittenError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY
from tests.reopened import again

SIZE = 512 * 1024


class Disk:
    """A folder on a disk of its own, with ways to fill it and to make it read-only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def leave(self, room: int) -> None:
        """Fill the disk up to `room` bytes."""
        state = os.statvfs(self.folder)
        self._filler.write_bytes(b"x" * max(0, state.f_bavail * state.f_frsize - room))

    def free(self) -> None:
        """Make room again."""
        self._filler.unlink(missing_ok=True)

    def set_read_only(self, *, on: bool) -> None:
        """Mount it anew."""
        _mount("-o", f"remount,{'ro' if on else 'rw'}", str(self.folder))


class InjectedDisk(Disk):
    """The same without a mount: writes inside the folder fail once the room is used up."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self._room = SIZE
        self._is_read_only = False
        self._write, self._open = os.write, os.open
        self._here: set[int] = set()
        monkeypatch.setattr(os, "write", self._limited_write)
        monkeypatch.setattr(os, "open", self._limited_open)

    def leave(self, room: int) -> None:
        """Let so many bytes be written from now on."""
        self._room = room

    def free(self) -> None:
        """Make room again."""
        self._room = SIZE

    def set_read_only(self, *, on: bool) -> None:
        """Refuse to open anything for writing."""
        self._is_read_only = on

    def _limited_write(self, descriptor: int, data: bytes) -> int:
        if descriptor not in self._here:
            return self._write(descriptor, data)
        if self._room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = self._write(descriptor, bytes(data)[: self._room])
        self._room -= written
        return written

    def _limited_open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        is_here = Path(path).is_relative_to(self.folder)
        if is_here and self._is_read_only and flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        descriptor = self._open(path, flags, mode)
        (self._here.add if is_here else self._here.discard)(descriptor)
        return descriptor


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture(params=["mounted", "injected"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "injected":
        yield InjectedDisk(folder, monkeypatch)
        return
    if not _mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)):
        pytest.skip("this machine lets us mount nothing; the injected disk takes its place")
    yield Disk(folder)
    subprocess.run(["umount", str(folder)], check=True)


def _journal(disk: Disk, tmp_path: Path) -> Journal:
    journal = Journal(disk.folder / "journal.json", Clock(TODAY), tmp_path / "state")
    for number in range(20):
        journal.log.add(NewLine(text=f"line {number} " + "x" * 1000))
    return journal


@pytest.mark.parametrize("room", [0, 1, 4096, 8192, 16384, 20480])
def test_a_full_disk_changes_nothing_and_room_makes_it_go_on(disk: Disk, tmp_path: Path, room: int) -> None:
    journal = _journal(disk, tmp_path)
    before = journal.path.read_bytes()
    assert len(before) > room
    disk.leave(room)
    with pytest.raises(NotWrittenError, match="the disk is full") as caught:
        journal.log.add(NewLine(text="lost?"))
    assert caught.value.exit_code is ExitCode.NOT_WRITTEN
    assert journal.path.read_bytes() == before
    assert [path.name for path in disk.folder.glob("*.tmp")] == []
    assert len(journal.snapshot().lines) == 20
    disk.free()
    journal.log.add(NewLine(text="saved"))
    assert [line.text for line in again(journal).snapshot().lines][20:] == ["saved"]


@pytest.mark.parametrize("room", [0, 4096, 30_000, 60_000])
def test_a_full_disk_under_the_copies_stops_no_save(disk: Disk, tmp_path: Path, room: int) -> None:
    journal = Journal(tmp_path / "home" / "journal.json", Clock(TODAY), disk.folder / "state")
    for number in range(20):
        journal.log.add(NewLine(text=f"line {number} " + "x" * 1000))
    disk.leave(room)
    journal.log.add(NewLine(text="saved"))
    journal.log.add(NewLine(text="saved again"))
    assert len(again(journal).snapshot().lines) == 22
    told = journal.take_warnings()
    assert len(told) == len(set(told))
    disk.free()
    journal.log.add(NewLine(text="with a copy"))
    assert journal.backups.list()[0].records == 24


def test_a_read_only_disk_can_be_read(disk: Disk, tmp_path: Path) -> None:
    journal = _journal(disk, tmp_path)
    before = journal.path.read_bytes()
    disk.set_read_only(on=True)
    other = again(journal)
    assert len(other.snapshot().lines) == 20
    with pytest.raises(NotWrittenError, match=r"[Rr]ead-only"):
        other.log.add(NewLine(text="lost?"))
    disk.set_read_only(on=False)
    assert journal.path.read_bytes() == before
    other.log.add(NewLine(text="saved"))


def test_the_command_line_keeps_the_words_in_a_draft(tmp_path: Path) -> None:
    """The whole way: exit 5, one sentence, and a file that holds what was typed."""
    folder = tmp_path / "disk"
    folder.mkdir()
    is_mounted = _mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    try:
        path = folder / "journal.json" if is_mounted else Path("/dev/full/journal.json")
        if is_mounted:
            assert _command(path, "first").returncode == ExitCode.DONE
            Disk(folder).leave(0)
        done = _command(path, "half a page of thoughts")
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)
    assert done.returncode == ExitCode.NOT_WRITTEN
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    drafts = [draft for draft in (tmp_path / "state").rglob("drafts/*") if draft.is_file()]
    assert ["half a page of thoughts" in draft.read_text() for draft in drafts] == [True]
    assert str(drafts[0]) in "".join(done.stderr.split("\n"))


def _command(path: Path, text: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "growthtui", "--journal", str(path), "log", text]
    return subprocess.run(command, capture_output=True, text=True, check=False)
