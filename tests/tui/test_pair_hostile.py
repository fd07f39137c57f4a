"""Whatever two people type in a session: no screen takes it for markup, obeys it, or falls over it."""

import pytest

from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from tests.tui.pairing import answer as say
from tests.tui.pairing import begin, fill
from tests.tui.screen import SIZES, opened, press, screen_text
from tests.tui.test_hostile import TEXTS, holds_no_orders

CASES = [*((name, SIZES[0]) for name in TEXTS), ("signs", SIZES[1])]


@pytest.mark.parametrize(("name", "size"), CASES, ids=[f"{name}-{size[0]}" for name, size in CASES])
async def test_a_session_takes_any_words(journal: Journal, name: str, size: tuple[int, int]) -> None:
    text = TEXTS[name]
    journal.goals.add(NewGoal(text=text))
    async with opened(journal, size) as pilot:
        await begin(pilot, name=text[:200])
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "ctrl+g", "p")
        await fill(pilot, "#text", text)
        await press(pilot, "ctrl+s")
        for _ in range(8):
            await say(pilot, text)
            holds_no_orders(screen_text(pilot.app))
        await press(pilot, "v", *["down"] * 7)
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "ctrl+s", "c", "e")
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "escape", "v", *["down"] * 3)
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "ctrl+s", "y", "y")
        await fill(pilot, "#day", text)
        holds_no_orders(screen_text(pilot.app))
        await fill(pilot, "#day", "")
        await press(pilot, "ctrl+s")
        assert "Done" in screen_text(pilot.app)
        await press(pilot, "escape")
        holds_no_orders(screen_text(pilot.app))
    (session,) = journal.snapshot().sessions
    assert {answer.text for answer in session.answers} == {text}


async def test_a_question_of_a_survey_shows_any_goal(journal: Journal) -> None:
    journal.goals.add(NewGoal(text=TEXTS["orders"]))
    async with opened(journal) as pilot:
        await begin(pilot, "survey")
        holds_no_orders(screen_text(pilot.app))
        assert "[really]" in screen_text(pilot.app)
