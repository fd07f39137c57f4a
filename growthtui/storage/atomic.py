"""Replacing a file so that a kill at any instruction leaves the old or the new one, never neither."""

import errno
import os
import secrets
import sys
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Create a folder and its missing parents; what is created is for the owner alone."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def temporary_names(path: Path) -> list[Path]:
    """Temporary files that a killed save left beside `path`."""
    return sorted(path.parent.glob(f".{path.name}.*.tmp"))


def write_temporary(path: Path, data: bytes, mode: int = PRIVATE_FILE) -> Path:
    """Write `data` durably to a new file beside `path` and return its name. On failure nothing is left."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        try:
            _write_all(descriptor, data)
            os.fchmod(descriptor, mode)
            _flush(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def put_in_place(temporary: Path, path: Path) -> bool:
    """Rename over `path`. On failure the old file stays and the new one goes.

    Returns whether the rename is known to be durable: once it has happened the save stands, so a folder that
    cannot be flushed is told, not raised.
    """
    try:
        os.replace(temporary, path)  # noqa: PTH105 - the call that fault injection and strace look for
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return _flush_folder(path.parent)


def write_quick(path: Path, data: bytes) -> None:
    """Replace `path` with `data` atomically, but without waiting for the disk (copies, drafts)."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        try:
            _write_all(descriptor, data)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(descriptor)
    except OSError as error:
        return error.errno in (errno.EINVAL, errno.ENOTSUP)  # some network file systems have no such call
    finally:
        os.close(descriptor)
    return True


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        written = os.write(descriptor, view)
        view = view[written:]


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        return
    os.fsync(descriptor)
