"""Replacing a file so that a kill at any instruction leaves the old or the new one, never neither."""

import errno
import os
import re
import stat
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_TEMPORARY = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)\.[0-9a-f]{8}\.tmp", re.DOTALL)


def make_private_folder(folder: Path) -> None:
    """Create a folder and its missing parents; what is created is for the owner alone."""
    if folder.is_dir():
        return
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def write_temporary(path: Path, data: bytes, like: os.stat_result | None = None, *, durable: bool = True) -> Path:
    """Write `data` to a new file beside `path` and return its name. On failure nothing is left.

    Args:
        path: the file that the new one will replace.
        data: the whole content.
        like: the file whose mode and owner the new one gets; without it the owner alone may read.
        durable: wait until the disk has it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with ExitStack() as failed:
        failed.callback(temporary.unlink, missing_ok=True)
        try:
            _write_all(descriptor, data)
            if like is not None:
                _imitate(descriptor, like)
            if durable:
                _flush(descriptor)
        finally:
            os.close(descriptor)
        failed.pop_all()
    return temporary


def put_in_place(temporary: Path, path: Path) -> bool:
    """Rename over `path`. On failure the old file stays and the new one goes.

    Returns whether the rename is known to be durable: once it has happened the save stands, so a folder that
    cannot be flushed is told, not raised.
    """
    _rename(temporary, path)
    return _flush_folder(path.parent)


def write_quick(path: Path, data: bytes) -> None:
    """Replace `path` with `data` atomically, but without waiting for the disk (copies, steps, drafts)."""
    _rename(write_temporary(path, data, durable=False), path)


def leftovers(folder: Path, name: str = "") -> list[Path]:
    """Temporary files in `folder` that a killed save left behind, of the file `name` or of any."""
    return sorted(folder / match[0] for match in _temporary(folder) if name in ("", match["name"]))


def remove_leftovers(folder: Path, name: str) -> None:
    """Remove all `leftovers`; only for who holds the lock of that file. One that stays does no harm."""
    for path in leftovers(folder, name):
        with suppress(OSError):
            path.unlink()


def remove_leftovers_of_the_dead(folder: Path, name: str = "") -> None:
    """Remove the `leftovers` of processes that are gone: without the lock, a living one may be writing."""
    for match in _temporary(folder):
        if name in ("", match["name"]) and not is_alive(int(match["process"])):
            with suppress(OSError):
                (folder / match[0]).unlink()


def _temporary(folder: Path) -> list[re.Match[str]]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []
    return [match for name in names if (match := _TEMPORARY.fullmatch(name))]


def is_alive(process: int) -> bool:
    """Whether there is a process with this number, as far as it can be known."""
    if sys.platform == "win32":
        return True  # there os.kill ends the process instead of asking for it
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _rename(temporary: Path, path: Path) -> None:
    with ExitStack() as failed:
        failed.callback(temporary.unlink, missing_ok=True)
        os.replace(temporary, path)  # noqa: PTH105 - the call that fault injection looks for
        failed.pop_all()


def _flush_folder(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return error.errno in (errno.EINVAL, errno.ENOTSUP)  # some network file systems have no such call
    return True


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        written = os.write(descriptor, view)
        view = view[written:]


def _imitate(descriptor: int, like: os.stat_result) -> None:
    """Mode and owner of the file that goes: a save by root must not lock its owner out."""
    fresh = os.fstat(descriptor)
    if (fresh.st_uid, fresh.st_gid) != (like.st_uid, like.st_gid):
        with suppress(PermissionError):  # only root can give files away
            os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        return
    os.fsync(descriptor)
