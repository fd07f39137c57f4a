"""Places, the prefix, help and palette from the same declarations, undo, small windows, a changed day."""

from datetime import timedelta
from threading import Event

import pytest
from textual.widgets import TextArea

from growthtui.clock import Clock
from growthtui.domain.week import Line
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.present.top import TABS, Tab
from growthtui.tui.commands import EVERYWHERE, shown_key
from growthtui.tui.frame import GrowthApp
from growthtui.tui.messages import Change
from growthtui.tui.screens.base import Commanded, GrowthScreen
from tests.conftest import TODAY
from tests.tui.screen import app_of, opened, press, screen_text, settled, toasts, wait_for


@pytest.mark.parametrize("tab", TABS, ids=[tab.name for tab in TABS])
async def test_a_digit_goes_to_its_place(demo_journal: Journal, tab: Tab) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7" if tab.digit != "7" else "1", tab.digit)
        screen = app_of(pilot).screen
        assert isinstance(screen, GrowthScreen)
        assert screen.place == tab.name


async def test_escape_goes_home_from_a_place(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "escape")
        assert app_of(pilot).current_mode == "home"
        await press(pilot, "escape")
        assert app_of(pilot).current_mode == "home"


async def test_a_digit_belongs_to_the_field_and_the_prefix_goes_past_it(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "3")
        assert pilot.app.screen.query_one(TextArea).text == "3"
        await press(pilot, "ctrl+g")
        assert "places" in screen_text(pilot.app)
        await press(pilot, "3")
        assert app_of(pilot).current_mode == "week"
        assert not isinstance(app_of(pilot).focused, TextArea)
        await press(pilot, "1")
        assert "Draft" in screen_text(pilot.app)


async def test_the_prefix_can_be_left(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "ctrl+g", "escape", "x")
        assert pilot.app.screen.query_one(TextArea).text == "x"


async def test_the_prefix_shows_the_help_over_a_form(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "a", "ctrl+g", "question_mark")
        assert "Save" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(TextArea).text == "a"


@pytest.mark.parametrize("place", [tab.digit for tab in TABS])
async def test_help_lists_every_key_of_the_screen(demo_journal: Journal, place: str) -> None:
    async with opened(demo_journal, size=(120, 60)) as pilot:
        await press(pilot, place)
        screen = pilot.app.screen
        assert isinstance(screen, Commanded)
        commands = screen.commands
        await press(pilot, "question_mark")
        shown = screen_text(pilot.app)
        for command in commands:
            if command.keys:
                assert command.title[:60] in shown
                assert shown_key(command.names[0]) in shown


async def test_the_palette_offers_every_action_and_runs_one(demo_journal: Journal) -> None:
    async with opened(demo_journal, size=(120, 70)) as pilot:
        await press(pilot, "3")
        screen = pilot.app.screen
        assert isinstance(screen, Commanded)
        titles = [command.title for command in screen.commands if command.in_palette]
        await press(pilot, "ctrl+p")
        shown = screen_text(pilot.app)
        assert [title for title in titles if title not in shown] == []
        pilot.app.screen.query_one(TextArea).text = "go home"
        await settled(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).current_mode == "home"


@pytest.mark.parametrize(
    ("typed", "place", "shown"),
    [
        ("goals:", "plan", "Work at staff level"),
        ("week: add a line", "week", "What moved? One line is enough."),
        ("week: next", "week", "the one step that matters most"),
        ("packet: write", "packet", "Write the packet for myself"),
    ],
)
async def test_the_palette_does_what_another_place_can_do(
    demo_journal: Journal, typed: str, place: str, shown: str
) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "ctrl+p")
        pilot.app.screen.query_one(TextArea).text = typed
        await settled(pilot)
        await press(pilot, "enter")
        await wait_for(lambda: shown in screen_text(pilot.app), pilot)
        assert app_of(pilot).current_mode == place


def test_every_command_of_everywhere_has_a_key_or_stands_in_the_palette() -> None:
    assert [command.title for command in EVERYWHERE if not command.keys and not command.in_palette] == []
    keys = [key for command in EVERYWHERE for key in command.names]
    assert len(keys) == len(set(keys))


async def test_undo_and_redo_name_the_step(demo_journal: Journal) -> None:
    demo_journal.log.add(NewLine(text="to be taken back"))
    async with opened(demo_journal) as pilot:
        await press(pilot, "u")
        assert "Undone: log line in 2026-W48" in toasts(pilot)
        assert "to be taken back" not in screen_text(pilot.app)
        await press(pilot, "U")
        assert toasts(pilot) == "Done again: log line in 2026-W48"
        assert demo_journal.snapshot().lines_by_week["2026-W48"][0].text == "to be taken back"


async def test_nothing_to_undo_is_said_calmly(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "u")
        assert "There is nothing to undo." in toasts(pilot)


async def test_a_small_window_asks_for_room_and_gives_the_screen_back(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "a", "x")
        await pilot.resize_terminal(50, 15)
        await wait_for(lambda: "Please enlarge" in screen_text(pilot.app), pilot)
        await pilot.resize_terminal(80, 24)
        await wait_for(lambda: "Please enlarge" not in screen_text(pilot.app), pilot)
        assert pilot.app.screen.query_one(TextArea).text == "x"


async def test_a_small_window_at_the_start(demo_journal: Journal) -> None:
    async with opened(demo_journal, size=(59, 24)) as pilot:
        await wait_for(lambda: "Please enlarge" in screen_text(pilot.app), pilot)


async def test_a_line_from_another_program_appears(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        other = Journal(demo_journal.path, demo_journal.clock, demo_journal.state)
        other.log.add(NewLine(text="written elsewhere"))
        await wait_for(lambda: "written elsewhere" in screen_text(pilot.app), pilot)


async def test_the_demo_mark_is_shown_in_a_sample_only(demo_journal: Journal, journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        assert "demo · W48" in screen_text(pilot.app)


async def test_no_demo_mark_in_an_own_journal(journal: Journal) -> None:
    async with opened(journal) as pilot:
        assert "demo" not in screen_text(pilot.app).splitlines()[1]


async def test_q_leaves(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await pilot.press("q")
        await wait_for(lambda: not pilot.app.is_running, pilot)


async def test_a_click_on_a_tab_goes_there(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        place = screen_text(pilot.app).splitlines()[1].index("Week")
        await pilot.click(offset=(place, 1))
        await settled(pilot)
        assert app_of(pilot).current_mode == "week"


async def test_the_theme_is_chosen_from_the_palette_and_kept(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        app_of(pilot).action_open("theme")
        await settled(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.theme == "dawn"
        assert 'theme = "dawn"' in (demo_journal.path.parent / "config.toml").read_text("utf-8")


async def test_midnight_is_noticed(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        app_of(pilot).desk.journal.clock = Clock(TODAY + timedelta(days=7))
        await wait_for(lambda: "demo · W49" in screen_text(pilot.app), pilot)


async def test_a_click_in_the_strip_shows_that_week(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3")
        row = next(number for number, text in enumerate(screen_text(pilot.app).splitlines()) if "■" in text)
        await pilot.click(offset=(2 + 40 - 1, row))
        await settled(pilot)
        assert "Week 40 " in screen_text(pilot.app)


async def test_a_change_that_was_begun_is_saved_although_the_app_is_left_at_once(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, go_on = journal.log.add, Event()

    def slowly(new: NewLine) -> Line:
        go_on.wait(0.5)
        return saved(new)

    monkeypatch.setattr(journal.log, "add", slowly)
    async with opened(journal) as pilot:
        app = pilot.app
        assert isinstance(app, GrowthApp)
        app.post_message(Change(lambda: journal.log.add(NewLine(text="busy")).id))
        app.post_message(Change(lambda: journal.log.add(NewLine(text="behind it")).id))
        await pilot.pause()
        app.exit()
    go_on.set()
    app.desk.close()
    assert [line.text for line in journal.snapshot().lines] == ["busy", "behind it"]


async def test_y_copies_the_marked_text(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "y")
        assert pilot.app.clipboard == ""
        pilot.app.screen.text_select_all()
        await press(pilot, "y")
        assert "North star" in pilot.app.clipboard
        assert toasts(pilot) == "Copied."
