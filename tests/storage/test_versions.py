"""Kept versions: what stays, what goes, what is never touched."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from growthtui.storage import codec
from growthtui.storage.versions import MANUAL, SAVE, VersionShelf

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
GOOD = codec.encode({codec.META: {"1": {"schema": 1, "journal": "x"}}, "lines": {"1": {"id": "a", "text": "t"}}})


@pytest.fixture
def shelf(tmp_path: Path) -> VersionShelf:
    return VersionShelf(tmp_path / "state" / "versions")


def test_thinning_keeps_ten_saves_thirty_days_and_every_month(shelf: VersionShelf) -> None:
    last = START + timedelta(days=400)
    for day in range(401):
        for hour in range(3):
            shelf.keep(b"x", 1, START + timedelta(days=day, hours=hour))
    kept = [version.made for version in shelf.list()]
    assert kept == sorted(kept, reverse=True)
    every = [START + timedelta(days=day, hours=hour) for day in range(401) for hour in range(3)]
    assert kept[:10] == sorted(every, reverse=True)[:10]
    end = last + timedelta(hours=2)
    recent = [made for made in kept if made >= end - timedelta(days=30)]
    assert {made.date() for made in recent} == {made.date() for made in every if made >= end - timedelta(days=30)}
    per_month = Counter(f"{made:%Y-%m}" for made in kept if made < end - timedelta(days=62))
    assert set(per_month.values()) == {1}, "older months keep one"
    assert len(per_month) == 11 or len(per_month) == 12
    assert len(kept) < 60


def test_the_newest_of_a_day_and_of_a_month_is_the_one_that_stays(shelf: VersionShelf) -> None:
    for hour in range(20):
        shelf.keep(b"x", hour, START + timedelta(hours=hour / 10))
    for day in range(1, 12):
        shelf.keep(b"x", 100, START + timedelta(days=day))
    assert [version.records for version in shelf.list() if version.made.day == 1] == [19]


def test_what_was_made_for_a_reason_is_not_thinned_with_the_saves(shelf: VersionShelf) -> None:
    for number in range(55):
        shelf.keep(b"x", number, START + timedelta(days=number), "before-import")
    shelf.keep(b"x", 99, START + timedelta(days=60), MANUAL)
    for number in range(12):
        shelf.keep(b"x", 1, START + timedelta(days=100, seconds=number))
    reasons = Counter(version.reason for version in shelf.list())
    assert reasons == {"before-import": 49, MANUAL: 1, SAVE: 10}


def test_a_clock_that_goes_back_does_not_disturb_the_order(shelf: VersionShelf) -> None:
    first = shelf.keep(b"1", 1, START)
    second = shelf.keep(b"2", 2, START - timedelta(days=3))
    assert [version.id for version in shelf.list()] == [second.id, first.id]


def test_other_files_in_the_folder_are_left_alone(shelf: VersionShelf) -> None:
    shelf.keep(GOOD, 1, START)
    strange = [shelf.folder / name for name in ("notes.txt", "x.json", "a.b.c.json", "0" * 26 + ".-1.save.json")]
    for path in strange:
        path.write_text("mine")
    for number in range(15):
        shelf.keep(GOOD, 1, START + timedelta(seconds=number + 1))
    assert all(path.read_text() == "mine" for path in strange)
    assert len(shelf.list()) == 10


def test_a_broken_copy_is_passed_over_when_a_good_one_is_wanted(shelf: VersionShelf) -> None:
    good = shelf.keep(GOOD, 1, START)
    shelf.keep(b"", 1, START + timedelta(hours=1))
    shelf.keep(GOOD[:-9], 1, START + timedelta(hours=2))
    assert [version for version, _ in shelf.good()] == [good]


def test_folder_and_copies_are_private(shelf: VersionShelf) -> None:
    kept = shelf.keep(GOOD, 1, START)
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert shelf.folder.stat().st_mode & 0o777 == 0o700
    assert shelf.folder.parent.stat().st_mode & 0o777 == 0o700


def test_no_folder_is_an_empty_list(shelf: VersionShelf) -> None:
    assert shelf.list() == ()
