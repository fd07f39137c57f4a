"""What leans on private parts of Textual, and the limits it sets: a crash without private words, few style sources."""

import stat
from pathlib import Path

import pytest
from textual.color import Color
from textual.drivers.linux_driver import LinuxDriver
from textual.worker import WorkerFailed

from growthtui.journal.figures import Figures
from growthtui.journal.journal import Journal
from growthtui.journal.log import LogBook
from growthtui.present.top import TABS
from growthtui.tui.frame import GrowthApp
from growthtui.tui.screens.home import HomeScreen
from growthtui.tui.screens.to_come import InsightsScreen
from growthtui.tui.toolkit import note_crash
from tests.tui.screen import app_of, opened, press, settled

MOST_SOURCES = 50
SECRET = "the private words of a line"


def crash(*_: object) -> None:
    words = SECRET
    raise ValueError(words)


@pytest.mark.parametrize(
    ("place", "name", "key"),
    [
        (HomeScreen, "action_move", "j"),
        (HomeScreen, "paint", "j"),
        (InsightsScreen, "paint_so_far", "6"),
        (Figures, "stats", "6"),
        (LogBook, "delete", "d"),
    ],
    ids=["an action", "painting", "a first visit", "a worker", "a save"],
)
async def test_a_crash_tells_no_private_words(
    demo_journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    place: type,
    name: str,
    key: str,
) -> None:
    async def crashing() -> None:
        async with opened(demo_journal) as pilot:
            await press(pilot, "3", "left")
            if place is HomeScreen:
                await press(pilot, "1")
            monkeypatch.setattr(place, name, crash)
            await press(pilot, key)

    with pytest.raises((ValueError, WorkerFailed), match=SECRET):
        await crashing()
    shown = capfd.readouterr()
    note = demo_journal.state / "crash.txt"
    assert "growthtui had to stop" in shown.err
    assert "Traceback" not in shown.err
    assert SECRET not in shown.out + shown.err + note.read_text("utf-8")
    assert "test_toolkit.py" in note.read_text("utf-8")
    assert stat.S_IMODE(note.stat().st_mode) == 0o600


def test_a_crash_that_cannot_be_noted_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not note_crash(ValueError(), tmp_path / "file" / "crash.txt")


async def test_a_first_visit_parses_no_styles_again(demo_journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    refresh_css = GrowthApp.refresh_css

    def counted(app: GrowthApp, animate: bool = True) -> None:
        calls.append(app.current_mode)
        refresh_css(app, animate)

    monkeypatch.setattr(GrowthApp, "refresh_css", counted)
    async with opened(demo_journal) as pilot:
        calls.clear()
        for tab in TABS:
            await press(pilot, tab.digit)
        assert calls == []
        pilot.app.theme = "dawn"
        await press(pilot, "1")
        assert calls != []
        home = pilot.app.screen.styles.background
    assert home == Color.parse("#faf7f0")


async def test_the_style_sources_stay_few(demo_journal: Journal) -> None:
    """Past 64 of them each new class of widget costs 30 ms."""
    async with opened(demo_journal) as pilot:
        for tab in TABS:
            await press(pilot, tab.digit)
        await press(pilot, "3", "left", "enter", "escape", "slash", "escape", "question_mark", "escape")
        assert len(app_of(pilot).stylesheet.source) <= MOST_SOURCES


def test_the_driver_still_writes_through_what_is_taken_away_when_the_terminal_is_gone() -> None:
    for method in (LinuxDriver.write, LinuxDriver.close):
        assert "_writer_thread" in method.__code__.co_names


async def test_no_terminal_obeys_the_words_of_a_toast(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        pilot.app.screen.notify("[bold]kept[/] \x1b[31m", severity="warning")
        await settled(pilot)
        (toast,) = pilot.app._notifications
        assert "[bold]kept[/]" in toast.message
        assert "\x1b" not in toast.message
        assert not toast.markup
