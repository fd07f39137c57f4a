"""Pair as text, letter for letter, at both sizes: before the first question, every step, the panel, the end."""

import pytest

from growthtui.journal.journal import Journal
from growthtui.tui.widgets.block import Block
from growthtui.tui.wizard.stopwatch import Stopwatch
from tests.tui.pairing import ANSWERS, SET_ROWS, begin, fill, walk_of
from tests.tui.pairing import answer as say
from tests.tui.screen import SIZES, check_golden, check_screen, opened, press, settings_for, settled

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])


@BOTH
async def test_the_start(demo_journal: Journal, journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "4")
        check_screen("pair-start-empty", pilot)
    sessions = demo_journal.sessions
    sessions.keep(sessions.begin("pairing", "Bo").write("between us").next().next())
    demo_journal.drafts.keep("line", "a draft")
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "4", "down")
        check_screen("pair-start", pilot)


@BOTH
async def test_with_whom(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "4", "enter")
        check_screen("pair-begin-alone", pilot)
        await fill(pilot, "#name", "Bo")
        check_screen("pair-begin-two", pilot)


@BOTH
async def test_every_question_of_the_pairing_set_and_its_end(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot)
        for words in ANSWERS:
            step = walk_of(pilot).wizard.step
            if step.scale:
                await press(pilot, "tab", "6", "shift+tab")
            await fill(pilot, "#words", words)
            check_screen(f"pair-{step.id}", pilot)
            await press(pilot, "ctrl+s")
        await press(pilot, "down")
        check_screen("pair-read-back", pilot)
        await press(pilot, "ctrl+s")
        check_screen("pair-offer-goal", pilot)
        await press(pilot, "y")
        check_screen("pair-offer-refused", pilot)
        await press(pilot, "c")
        check_screen("pair-offer-gap", pilot)
        await press(pilot, "f", "n", "y")
        check_screen("pair-offer-focus", pilot)
        await press(pilot, "e")
        await fill(pilot, "#more-first_step", "send the list to Priya")
        check_screen("pair-offer-form", pilot)
        await press(pilot, "ctrl+s", "y", "y", "n", "y")
        check_screen("pair-offer-private", pilot)
        await press(pilot, "y", "y")
        check_screen("pair-offers-decided", pilot)
        await press(pilot, "ctrl+s")
        await fill(pilot, "#day", "in 3 weeks")
        check_screen("pair-closing", pilot)
        await press(pilot, "ctrl+s")
        check_screen("pair-done", pilot)


@BOTH
async def test_the_panel_with_a_used_and_a_suggested_probe(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s")
        await fill(pilot, "#words", walk_of(pilot).wizard.step.weak_example)
        await press(pilot, *(("ctrl+g", "a") if size[0] < 100 else ("tab", "tab")))
        check_screen("pair-panel-suggested", pilot)
        await press(pilot, "enter", "down", "enter")
        check_screen("pair-panel-used", pilot)
        await press(pilot, "ctrl+g", "a")
        check_screen("pair-panel-hidden", pilot)


@BOTH
async def test_parking(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot, "survey")
        await press(pilot, "ctrl+g", "p")
        await fill(pilot, "#text", "Write the promotion text now, in March, and see what is missing.")
        check_screen("pair-park", pilot)
        pilot.app.clear_notifications()
        await press(pilot, "ctrl+s")
        pilot.app.clear_notifications()
        await say(pilot, "", "", "")
        await press(pilot, "ctrl+s")
        check_screen("pair-advice", pilot)
        await press(pilot, "y")
        check_screen("pair-advice-shown", pilot)


@BOTH
@pytest.mark.parametrize("set_id", [name for name in SET_ROWS if name != "pairing"])
async def test_every_question_of_the_other_sets(journal: Journal, size: tuple[int, int], set_id: str) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot, set_id, "")
        await press(pilot, "ctrl+g", "a", "ctrl+g", "plus")
        for step in walk_of(pilot).wizard.questions.steps:
            pilot.app.clear_notifications()
            check_screen(f"pair-{step.id}", pilot)
            await press(pilot, "ctrl+s")


@BOTH
async def test_an_ask_a_question_that_stays_open_and_the_session_after(
    journal: Journal, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = "Priya takes over the two services; I ask her on Thursday. If she cannot, I ask for a rotation."
    async with opened(journal, size) as pilot:
        await begin(pilot)
        await say(pilot, "", "", ANSWERS[2], "I do not know yet", ANSWERS[4], ask, "", ANSWERS[7])
        await press(pilot, "ctrl+s", "f", "s", "y", "y", "n", "n")
        check_screen("pair-offer-ask", pilot)
        await press(pilot, "e")
        check_screen("pair-offer-ask-form", pilot)
        await press(pilot, "ctrl+s", "y", "ctrl+s", "ctrl+s", "escape", "down")
        check_screen("pair-start-open", pilot)
        await press(pilot, "up", "enter")
        await fill(pilot, "#name", "Bo")
        await settled(pilot)
        check_screen("pair-begin-promise", pilot)
        await press(pilot, "ctrl+s", "ctrl+s")
        monkeypatch.setattr(Stopwatch, "minutes_at", lambda *_: 3)
        pilot.app.screen.query_one("#time", Block).repaint()
        await settled(pilot)
        check_screen("pair-time", pilot)


@BOTH
async def test_the_offers_of_the_five_steps(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot, "pgp", "")
        await say(pilot, "Talk to brokers; write for laymen", "I send mails.\nI write for actuaries.", "", "", "Ana")
        await press(pilot, "ctrl+s", "y", "y")
        check_screen("pair-offer-situation", pilot)
        await press(pilot, "e")
        check_screen("pair-offer-situation-form", pilot)


async def test_ascii_signs(journal: Journal) -> None:
    async with opened(journal, settings=settings_for(journal, ascii=True)) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "tab", "7")
        check_screen("pair-ascii", pilot)
        await press(pilot, "ctrl+g", "a")
        check_screen("pair-ascii-panel", pilot)


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
async def test_colours(journal: Journal, theme: str) -> None:
    async with opened(journal, (104, 28), settings_for(journal, theme=theme)) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s", "tab", "7", "shift+tab")
        await fill(pilot, "#words", ANSWERS[3])
        check_golden(f"pair-{theme}.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))


async def test_without_colour(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "tab", "7")
        check_golden("pair-nocolor.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))
