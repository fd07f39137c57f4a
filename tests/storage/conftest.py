"""A database on a file of its own, with a clock that ticks a second at each look."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from growthtui.storage.database import JournalDB

OpenDB = Callable[..., JournalDB]


class Ticker:
    """A clock for tests: each look is a second after the one before."""

    def __init__(self, start: datetime = datetime(2026, 11, 24, 10, tzinfo=UTC)) -> None:
        self.time = start

    def __call__(self) -> datetime:
        """The next second."""
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def now() -> Ticker:
    return Ticker()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the journal lies; its folder is there."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder / "journal.json"


@pytest.fixture
def open_db(place: Path, tmp_path: Path, now: Ticker) -> OpenDB:
    """Opens the journal, each time as another program would."""

    def opened(path: Path = place, lock_timeout: float = 5.0) -> JournalDB:
        return JournalDB(path, tmp_path / "state", now, lock_timeout)

    return opened


@pytest.fixture
def db(open_db: OpenDB) -> JournalDB:
    return open_db()


def add_line(db: JournalDB, text: str, **fields: object) -> str:
    """Save one line and return its id."""
    with db.transaction("log line") as transaction:
        return transaction.insert("lines", [{"week": "2026-W48", "text": text, **fields}])[0]


def texts(db: JournalDB) -> list[str]:
    """The texts of the live lines, in order."""
    return [doc["text"] for doc in db.committed().tables.get("lines", {}).values() if "deleted" not in doc]
