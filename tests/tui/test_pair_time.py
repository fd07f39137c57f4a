"""The thin line of the time of a question: it fills, it stays, and nothing comes of it."""

import pytest
from textual.pilot import Pilot

from growthtui.journal.journal import Journal
from growthtui.tui.wizard.time_line import TimeLine
from tests.tui.pairing import answer as say
from tests.tui.pairing import begin, walk_of
from tests.tui.screen import opened, press


class _Time:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def pass_(self, minutes: float) -> None:
        self.seconds += 60 * minutes


def time_line(pilot: Pilot[None]) -> str:
    """The line of the time, as it is painted now."""
    line = pilot.app.screen.query_one("#time", TimeLine)
    line.repaint()
    return line.render().plain if line.display else ""


async def test_a_thin_line_fills_over_the_minutes_of_a_question_and_then_stays(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = _Time()
    monkeypatch.setattr("growthtui.tui.wizard.walk.monotonic", time)
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, "between us")  # q1: 8 minutes
        assert time_line(pilot).startswith("──")
        assert time_line(pilot).endswith("  8 min")
        cells = time_line(pilot).count("─")
        time.pass_(4)
        assert abs(time_line(pilot).count("━") - cells / 2) <= 1
        await say(pilot, "a goal")
        assert "━" not in time_line(pilot)
        time.pass_(2)
        await press(pilot, "ctrl+o")
        assert abs(time_line(pilot).count("━") - cells / 2) <= 1, "the time elsewhere is not counted"
        time.pass_(60)
        assert time_line(pilot) == "━" * cells + "  8 min"
        assert walk_of(pilot).wizard.answer.text == "a goal"
        await press(pilot, "escape")
        time.pass_(600)
        await press(pilot, "4", "enter")
        assert walk_of(pilot).minutes == 66, "the time away is not counted"
        assert "━" not in time_line(pilot)
        await pilot.resize_terminal(80, 20)
        assert time_line(pilot) == ""


async def test_a_question_without_minutes_has_no_line(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        assert time_line(pilot) == ""
