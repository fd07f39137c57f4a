"""A journal that cannot be read: calm words, choices, no traceback, and nothing is changed."""

import pytest

from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.tui.screen import SIZES, opened, press, screen_text, toasts, wait_for

BROKEN = b'{"_meta": {"1": {"sche'


async def test_a_damaged_journal_at_the_start(damaged_journal: Journal) -> None:
    before = damaged_journal.path.read_bytes()
    async with opened(damaged_journal) as pilot:
        assert "no record in it can be read" in screen_text(pilot.app)
        assert "growthtui doctor" in screen_text(pilot.app)
        await press(pilot, "l", "3", "u", "slash", "escape")
        assert "cannot be read" in screen_text(pilot.app)
        await press(pilot, "question_mark", "escape", "r")
        assert "cannot be read" in screen_text(pilot.app)
        await pilot.press("q")
        await wait_for(lambda: not pilot.app.is_running, pilot)
    assert damaged_journal.path.read_bytes() == before


async def test_it_goes_when_the_journal_can_be_read_again(demo_journal: Journal) -> None:
    good = demo_journal.path.read_bytes()
    demo_journal.path.write_bytes(BROKEN)
    async with opened(demo_journal) as pilot:
        assert "cannot be read" in screen_text(pilot.app)
        demo_journal.path.write_bytes(good)
        await press(pilot, "r")
        assert "North star" in screen_text(pilot.app)
        assert "cannot be read" not in screen_text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"[]", BROKEN])
async def test_the_newest_good_copy_comes_back_with_a_key(
    demo_journal: Journal, size: tuple[int, int], damage: bytes
) -> None:
    demo_journal.log.add(NewLine(text="kept"))
    copy = demo_journal.backups.list()[0]
    demo_journal.path.write_bytes(damage)
    async with opened(demo_journal, size) as pilot:
        shown = " ".join(screen_text(pilot.app).split())
        assert f"copy is of {copy.made.astimezone():%Y-%m-%d %H:%M}: {copy.records} records" in shown
        await press(pilot, "b")
        assert "North star" in screen_text(pilot.app)
        assert "The damaged file is kept as" in toasts(pilot)
    assert demo_journal.snapshot().lines[-1].text == "kept"
    (aside,) = demo_journal.health.report().kept_aside
    assert aside.read_bytes() == damage


async def test_what_is_newer_in_the_damaged_file_comes_back_with_a_key(demo_journal: Journal) -> None:
    demo_journal.log.add(NewLine(text="in the copy"))
    demo_journal.log.add(NewLine(text="in the file only"))
    demo_journal.ledger.db.versions.list()[0].path.unlink()
    demo_journal.path.write_bytes(demo_journal.path.read_bytes()[:-3])
    async with opened(demo_journal) as pilot:
        await press(pilot, "d")
        assert "can be read again" in toasts(pilot)
    assert [line.text for line in demo_journal.snapshot().lines][-2:] == ["in the copy", "in the file only"]


async def test_a_vanished_journal_offers_both_ways_out(demo_journal: Journal) -> None:
    demo_journal.log.add(NewLine(text="kept"))
    async with opened(demo_journal) as pilot:
        demo_journal.path.unlink()
        await wait_for(lambda: "has vanished" in " ".join(screen_text(pilot.app).split()), pilot)
        assert "begin a new journal" in screen_text(pilot.app)
        await press(pilot, "d", "b")
        assert "North star" in screen_text(pilot.app)
    assert demo_journal.snapshot().lines[-1].text == "kept"


async def test_damage_while_the_app_is_open_and_a_repair_from_outside(demo_journal: Journal) -> None:
    good = demo_journal.path.read_bytes()
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "x")
        demo_journal.path.write_bytes(BROKEN)
        await wait_for(lambda: "cannot be read" in screen_text(pilot.app), pilot)
        demo_journal.path.write_bytes(good)
        await wait_for(lambda: "cannot be read" not in screen_text(pilot.app), pilot)
        await press(pilot, "y")
        assert " xy" in screen_text(pilot.app)


async def test_a_journal_that_vanishes_is_trouble_too(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        demo_journal.path.unlink()
        await wait_for(lambda: "cannot be read" in screen_text(pilot.app), pilot)


async def test_no_journal_is_a_first_run_not_trouble(journal: Journal) -> None:
    async with opened(journal) as pilot:
        assert "cannot be read" not in screen_text(pilot.app)
        await press(pilot, "l", "h", "i", "ctrl+s")
    assert [line.text for line in journal.snapshot().lines] == ["hi"]


async def test_a_save_into_a_damaged_journal_keeps_the_text(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "x")
        demo_journal.path.write_bytes(BROKEN)
        await press(pilot, "ctrl+s")
        await wait_for(lambda: "cannot be read" in screen_text(pilot.app), pilot)
    assert demo_journal.path.read_bytes() == BROKEN
    assert [draft.text for draft in demo_journal.drafts.waiting()] == ["x"]
