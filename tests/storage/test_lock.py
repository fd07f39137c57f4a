"""One writer at a time, a bounded wait, and a sentence that says who."""

import errno
import os
import time
from pathlib import Path

import pytest

from growthtui.errors import BusyError, ExitCode, NotWrittenError
from growthtui.storage import lock
from growthtui.storage.lock import FileLock


def test_the_second_waits_its_time_and_says_who_holds_it(place: Path) -> None:
    first, second = FileLock(place, 5), FileLock(place, 0.05)
    first.acquire()
    started = time.monotonic()
    with pytest.raises(BusyError, match=f"process {os.getpid()}") as caught:
        second.acquire()
    assert 0.05 <= time.monotonic() - started < 2
    assert caught.value.exit_code is ExitCode.BUSY
    first.release()
    second.acquire()
    second.release()


def test_the_lock_file_stays_and_is_private(place: Path) -> None:
    held = FileLock(place, 1)
    held.acquire()
    held.release()
    held.release()
    file = place.with_name(".journal.json.lock")
    assert file.stat().st_mode & 0o777 == 0o600
    again = FileLock(place, 1)
    again.acquire()
    again.release()


def test_the_number_of_a_holder_that_is_gone_is_not_told(place: Path) -> None:
    """A program that takes the lock without our signature, after one of ours."""
    first, second = FileLock(place, 1), FileLock(place, 0.01)
    first.acquire()
    place.with_name(".journal.json.lock").write_text(f"{999_999_999:<20}")
    with pytest.raises(BusyError, match="another program has held it"):
        second.acquire()
    first.release()


def test_a_link_in_the_place_of_the_lock_is_not_followed(place: Path, tmp_path: Path) -> None:
    """A foreign folder could point it at any file of the person."""
    victim = tmp_path / "precious"
    victim.write_text("keep me")
    place.with_name(".journal.json.lock").symlink_to(victim)
    with pytest.raises(NotWrittenError, match="lock file"):
        FileLock(place, 1).acquire()
    assert victim.read_text() == "keep me"


def test_a_file_system_without_locks_is_not_called_busy(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_try_lock", refuse)
    before = _open_files()
    with pytest.raises(NotWrittenError, match="No locks available"):
        FileLock(place, 1).acquire()
    assert _open_files() == before


def _open_files() -> int:
    """How many descriptors this process has, where the system tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0
