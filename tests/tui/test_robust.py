"""What a terminal and a disk may do to a person who types: slow saves, a resize, a huge paste, a window too small."""

import os
import threading
import time
from asyncio import to_thread

import pytest
from textual import events
from textual.pilot import Pilot

from growthtui.journal.journal import Journal
from growthtui.tui.widgets.words_area import WordsArea
from tests.tui.screen import SIZES, app_of, opened, press, screen_text, settled, toasts, wait_for

SLOW = 0.2


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A disk that takes its time; the names of the threads that wait for it."""
    waiting: list[str] = []

    def slow(_: int) -> None:
        waiting.append(threading.current_thread().name)
        time.sleep(SLOW)

    monkeypatch.setattr(os, "fsync", slow)
    monkeypatch.setattr(os, "fdatasync", slow)
    return waiting


def typed(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(WordsArea).text


async def test_the_keys_never_wait_for_a_slow_disk(demo_journal: Journal, syncs: list[str]) -> None:
    async with opened(demo_journal) as pilot:
        await pilot.press("l", *"one", "ctrl+s", *"two")
        assert typed(pilot) == "two"
        await press(pilot, "escape", "3", "p", "d", "u", "u", "n", "x", "ctrl+s")
        await press(pilot, "7", "right", "m", "comma", "right", "escape")
        await press(pilot, "2", "f", "j", "j", "x", "escape", "u")
        app_of(pilot).action_open("trash")
        await settled(pilot)
        await press(pilot, "escape")
    assert "saving_0" in syncs
    assert threading.main_thread().name not in syncs


async def test_a_huge_paste_with_control_codes_is_kept_letter_for_letter(demo_journal: Journal) -> None:
    text = "".join(f"{number} \x1b[31mred\x1b[0m \x07\x9b2J [/b] 漢字\n" for number in range(400)).strip()
    assert len(text) > 10_000
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        pilot.app.post_message(events.Paste(text))
        await settled(pilot)
        assert "\x1b" not in screen_text(pilot.app)
        await press(pilot, "ctrl+s")
        assert "\x1b" not in screen_text(pilot.app)
    assert demo_journal.snapshot().lines_by_week["2026-W48"][0].text == text


async def test_insights_of_a_journal_that_goes_bad_meanwhile_are_no_crash(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await to_thread(demo_journal.path.write_text, "{", encoding="utf-8")
        await press(pilot, "6")
        await wait_for(lambda: app_of(pilot).desk.trouble is not None, pilot)


async def test_a_resize_while_typing_keeps_text_cursor_and_draft(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", *"half")
        for size in ((120, 36), (60, 20), (58, 18), (300, 90), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        await wait_for(lambda: "Please enlarge" not in screen_text(pilot.app), pilot)
        await press(pilot, *" way")
        assert typed(pilot) == "half way"
        draft = app_of(pilot).desk.drafts.of("line")
        assert draft is not None
        assert draft.text == "half way"


async def test_letters_typed_into_a_window_that_is_too_small_do_nothing(demo_journal: Journal) -> None:
    before = demo_journal.snapshot()
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "x", "ctrl+j", "ctrl+z", "ctrl+j", "y")
        await pilot.resize_terminal(58, 18)
        await wait_for(lambda: "Please enlarge" in screen_text(pilot.app), pilot)
        await press(pilot, "u", "7", "l", "q", "escape", "slash", "ctrl+p", "enter", "j", "up", "space")
        assert "Please enlarge" in screen_text(pilot.app)
        assert toasts(pilot) == ""
        await pilot.resize_terminal(80, 24)
        await wait_for(lambda: "Please enlarge" not in screen_text(pilot.app), pilot)
        assert typed(pilot) == "x\ny"
        assert demo_journal.snapshot() == before


async def test_a_wide_plan_in_a_window_that_shrinks_is_no_crash(demo_journal: Journal) -> None:
    async with opened(demo_journal, SIZES[1]) as pilot:
        await press(pilot, "2", "g")
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert "TLA+" in screen_text(pilot.app)


async def test_pasted_lines_are_taken_back_where_one_row_is_shown(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.post_message(events.Paste("one\ntwo"))
        await settled(pilot)
        assert typed(pilot) == "one\ntwo"
        await press(pilot, "ctrl+z")
        assert typed(pilot) == ""
