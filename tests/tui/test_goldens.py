"""The screens as text, letter for letter, at both sizes; colour in a few SVGs.

A change here is a change that people see: look at the screen, then write the goldens anew (see `check_golden`).
"""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from growthtui.errors import DamagedError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.tui.messages import JournalChanged
from growthtui.tui.widgets.words_area import WordsArea
from tests.tui.screen import (
    SIZES,
    app_of,
    check_golden,
    check_screen,
    opened,
    press,
    screen_text,
    settings_for,
    settled,
)

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])


@BOTH
async def test_home(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        check_screen("home-staff", pilot)


@BOTH
async def test_home_of_the_expert(expert_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(expert_journal, size) as pilot:
        check_screen("home-expert", pilot)


@BOTH
async def test_home_with_a_draft_and_lines(demo_journal: Journal, size: tuple[int, int]) -> None:
    demo_journal.log.add(NewLine(text="asked why the ledger retries forever"))
    demo_journal.drafts.keep("line", "a thought that is not finished")
    async with opened(demo_journal, size) as pilot:
        check_screen("home-draft", pilot)


@BOTH
async def test_week(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "3", "left", "left")
        check_screen("week-staff", pilot)


@BOTH
async def test_an_empty_week(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "3")
        check_screen("week-empty", pilot)


@BOTH
async def test_the_log_form(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "l")
        check_screen("log-empty", pilot)
        await _type(pilot, "asked why the ledger retries forever")
        await press(pilot, "ctrl+s")
        await _type(pilot, "and then the design meeting went on without me for a while, which was the point of it")
        await press(pilot, "tab", "right")
        check_screen("log-second", pilot)


@BOTH
async def test_the_edit_form(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "3", "left", "left", "enter")
        check_screen("edit", pilot)


@BOTH
@pytest.mark.parametrize("place", ["5", "6"])
async def test_what_is_to_come(demo_journal: Journal, size: tuple[int, int], place: str) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, place)
        check_screen("growth" if place == "5" else "insights", pilot)


@BOTH
async def test_what_is_to_come_in_an_empty_journal(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "6")
        check_screen("insights-empty", pilot)


@BOTH
async def test_home_without_a_plan(journal: Journal, size: tuple[int, int]) -> None:
    journal.log.add(NewLine(text="asked why the ledger retries forever"))
    async with opened(journal, size) as pilot:
        check_screen("home-no-plan", pilot)


@BOTH
@pytest.mark.parametrize("name", ["palette", "help", "theme"])
async def test_the_lists(demo_journal: Journal, size: tuple[int, int], name: str) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "3", "left", "p")
        app_of(pilot).action_open(name)
        await settled(pilot)
        check_screen(name, pilot)


@BOTH
async def test_history(demo_journal: Journal, size: tuple[int, int]) -> None:
    demo_journal.log.add(NewLine(text="asked why the ledger retries forever"))
    async with opened(demo_journal, size) as pilot:
        app_of(pilot).action_open("history")
        await settled(pilot)
        shown = re.sub(r"\b\d\d:\d\d\b", "12:00", screen_text(pilot.app))
        check_golden(f"history-{size[0]}x{size[1]}.txt", shown)


@BOTH
async def test_empty_lists(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        for name in ("search", "history", "trash"):
            app_of(pilot).action_open(name)
            await settled(pilot)
            check_screen(f"{name}-empty", pilot)
            await press(pilot, "escape")


@BOTH
async def test_the_next_steps(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "3", "left", "n")
        check_screen("next", pilot)


@BOTH
@pytest.mark.parametrize(("name", "keys"), [("kind", "t"), ("focus", "f")])
async def test_the_pickers(demo_journal: Journal, size: tuple[int, int], name: str, keys: str) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "3", "left", keys)
        check_screen(f"pick-{name}", pilot)


@BOTH
async def test_search(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = "newsletter"
        await settled(pilot)
        check_screen("search", pilot)


@BOTH
async def test_trash(demo_journal: Journal, size: tuple[int, int]) -> None:
    demo_journal.log.delete(demo_journal.snapshot().lines[0])
    async with opened(demo_journal, size) as pilot:
        app_of(pilot).action_open("trash")
        await settled(pilot)
        check_screen("trash", pilot)


@BOTH
async def test_a_small_window(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, (size[0] // 2, size[1] // 2)) as pilot:
        check_screen("small", pilot)


@BOTH
async def test_trouble(damaged_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(damaged_journal, size) as pilot:
        app_of(pilot).desk.trouble = DamagedError(Path("/home/me/journal.json"), "it is not valid JSON")
        pilot.app.screen.post_message(JournalChanged())
        await settled(pilot)
        check_screen("trouble", pilot)


async def test_ascii_signs(demo_journal: Journal) -> None:
    async with opened(demo_journal, settings=settings_for(demo_journal, ascii=True)) as pilot:
        check_screen("home-ascii", pilot)
        await press(pilot, "3", "left")
        check_screen("week-ascii", pilot)
        await press(pilot, "a")
        check_screen("log-ascii", pilot)


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
async def test_colours(demo_journal: Journal, theme: str) -> None:
    async with opened(demo_journal, settings=settings_for(demo_journal, theme=theme)) as pilot:
        check_golden(f"home-{theme}.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))


async def test_without_colour(demo_journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left")
        check_golden("week-nocolor.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))


@BOTH
@pytest.mark.parametrize("look", ["dawn", "no colour"])
async def test_light_and_without_colour_every_letter_is_the_same(
    demo_journal: Journal, size: tuple[int, int], look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The goldens above hold for every look: nothing is said by colour alone, and nothing moves."""
    if look == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(demo_journal, size, settings_for(demo_journal, theme="dawn")) as pilot:
        check_screen("home-staff", pilot)
        for name, keys in _WALK:
            await press(pilot, *keys)
            check_screen(name, pilot)


_WALK = (
    ("growth", ("5",)),
    ("insights", ("6",)),
    ("packet-self", ("7",)),
    ("calendar", ("down", "enter", "down")),
    ("log-empty", ("escape", "escape", "1", "l")),
    ("week-staff", ("escape", "3", "left", "left")),
    ("edit", ("enter",)),
    ("pick-kind", ("escape", "right", "t")),
    ("pick-focus", ("escape", "f")),
    ("next", ("escape", "n")),
)
"""Screens and modals, each with the keys that lead to it from the one before."""


async def _type(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one("#text", WordsArea).replace_all(text)
    await settled(pilot)
