"""Choosing a day in the calendar of a date field."""

from datetime import date

import msgspec
import pytest

from growthtui.journal.journal import Journal
from growthtui.tui.screens.packet import rows
from growthtui.tui.screens.packet.screen import PacketScreen
from growthtui.tui.screens.plan import forms_focus
from growthtui.tui.screens.plan.form import PlanForm
from growthtui.tui.screens.plan.spots import Spot
from growthtui.tui.widgets.day_field import DayField
from tests.tui.screen import SIZES, app_of, check_screen, opened, press, screen_text, settings_for, settled

TO_SINCE = ("7", "down", "enter")


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
async def test_the_month_as_it_looks(demo_journal: Journal, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size) as pilot:
        await press(pilot, *TO_SINCE, "down")
        check_screen("calendar", pilot)


async def test_escape_leaves_the_field_as_it_was(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, *TO_SINCE)
        pilot.app.screen.query_one(DayField).text = "last friday"
        await press(pilot, "down", "right", "escape")
        assert pilot.app.screen.query_one(DayField).text == "last friday"


async def test_sunday_can_be_the_first_column(demo_journal: Journal) -> None:
    settings = msgspec.structs.replace(settings_for(demo_journal, ascii=True), week_start="sunday")
    async with opened(demo_journal, settings=settings) as pilot:
        await press(pilot, *TO_SINCE, "down", "home", "left")
        check_screen("calendar-sunday-ascii", pilot)


async def test_today_has_a_sign_of_its_own(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, *TO_SINCE, "down", "home")
        assert "[24]" in screen_text(pilot.app)
        await press(pilot, "up")
        assert " 24·" in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (("right",), date(2026, 6, 9)),
        (("left",), date(2026, 6, 7)),
        (("down",), date(2026, 6, 15)),
        (("up",), date(2026, 6, 1)),
        (("pagedown",), date(2026, 7, 8)),
        (("pageup", "pageup"), date(2026, 4, 8)),
        (("home",), date(2026, 11, 24)),
    ],
    ids=str,
)
async def test_the_keys_walk_and_enter_takes(demo_journal: Journal, keys: tuple[str, ...], day: date) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, *TO_SINCE)
        assert "↓ calendar" in screen_text(pilot.app)
        pilot.app.screen.query_one(DayField).text = "2026-06-08"
        await press(pilot, "down", *keys, "enter")
        assert pilot.app.screen.query_one(DayField).text == day.isoformat()
        await press(pilot, "ctrl+s")
        screen = pilot.app.screen
        assert isinstance(screen, PacketScreen)
        assert screen.export.since == day
        assert rows.SINCE in screen._rows()


async def test_what_is_typed_as_people_say_it_is_where_it_opens(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, *TO_SINCE)
        pilot.app.screen.query_one(DayField).text = "2 weeks ago"
        await press(pilot, "down", "enter")
        assert pilot.app.screen.query_one(DayField).text == "2026-11-10"
        pilot.app.screen.query_one(DayField).text = "what?"
        await press(pilot, "down", "enter")
        assert pilot.app.screen.query_one(DayField).text == "2026-11-24"


async def test_help_lists_the_key_of_the_field(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, *TO_SINCE, "ctrl+g", "question_mark")
        assert "Choose the day in a calendar" in screen_text(pilot.app)


async def test_days_of_the_plan_have_it_too(demo_journal: Journal) -> None:
    snapshot = demo_journal.snapshot()
    assert snapshot.tree is not None
    action = snapshot.tree.actions[0]
    async with opened(demo_journal) as pilot:
        desk = app_of(pilot).desk
        form = forms_focus.action(desk, Spot("action", action.id))
        assert form is not None
        pilot.app.push_screen(PlanForm(desk, form))
        await settled(pilot)
        pilot.app.screen.query_one("#field-due").focus()
        await press(pilot, "down", "home", "down", "enter", "ctrl+s")
    after = next(one for one in demo_journal.snapshot().actions if one.id == action.id)
    assert after.due == date(2026, 12, 1)
