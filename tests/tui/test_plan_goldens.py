"""How the plan looks: every view and sheet, full and empty, written on, in both themes and without colour."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from growthtui.domain.plan import Cycle, GoalKind, Measure
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from tests.tui.planning import FOCUS, GOALS, NORTH_STAR, late_journal
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
    wait_for,
)

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])


@BOTH
@pytest.mark.parametrize(("name", "key"), [("north-star", NORTH_STAR), ("goals", GOALS), ("focus", FOCUS)])
async def test_the_views(demo_journal: Journal, size: tuple[int, int], name: str, key: str) -> None:
    demo_journal.plans.set_north_star("I want other engineers to leave a talk with me braver. Home is not the tank.")
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "2", key, "j")
        check_screen(f"plan-{name}", pilot)


@BOTH
@pytest.mark.parametrize(("name", "key"), [("north-star", NORTH_STAR), ("goals", GOALS), ("focus", FOCUS)])
async def test_the_empty_views(journal: Journal, size: tuple[int, int], name: str, key: str) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "2", key)
        check_screen(f"plan-empty-{name}", pilot)


@BOTH
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("add", "f a"),
        ("action", "f j m"),
        ("focus-form", "f m"),
        ("goal-form", "g m"),
        ("close-goal", "g x"),
        ("read-north-star", "n v"),
        ("remove", "n j j x"),
        ("next-plan", "w"),
    ],
)
async def test_the_sheets(demo_journal: Journal, size: tuple[int, int], name: str, keys: str) -> None:
    demo_journal.plans.set_north_star("I want other engineers to leave a talk with me braver. Home is not the tank.")
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "2", *keys.split())
        check_screen(f"plan-{name}", pilot)


@BOTH
async def test_the_time_is_over(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(late_journal(tmp_path), size) as pilot:
        await press(pilot, "2")
        check_screen("plan-over", pilot)


@pytest.fixture
def rich_journal(demo_journal: Journal) -> Journal:
    """The staff sample with earlier words, a value, asks, a goal that waits, and words the coach asks about."""
    demo_journal.plans.set_north_star("I want other engineers to leave a talk with me braver. Home is not the tank.")
    goal = demo_journal.goals.current()
    sign = Measure(text="Teams that build on it", unit="teams", target=5, observer="Lena")
    words = goal.text.replace("September", "March")
    goal = demo_journal.goals.edit(goal, replace(goal, text=words, measures=(*goal.measures, sign)))
    demo_journal.measures.set(demo_journal.measures.find("Teams"), "3")
    demo_journal.asks.add(demo_journal.goals.current(), "Priya", "two hours a week", date(2026, 12, 1), "Jonas first")
    demo_journal.goals.add(NewGoal(text="Sing in a choir", kind=GoalKind.PERSONAL, why="an hour without a screen"))
    action = demo_journal.actions.find("1")
    demo_journal.actions.edit(action, replace(action, text="Be more proactive", note="Bo: ask for the agenda first"))
    demo_journal.focus.park(demo_journal.focus.find("3"), "after the release")
    plan = demo_journal.plans.active()
    cycles = (
        Cycle(kind="career", from_=date(2025, 5, 26), to=date(2025, 11, 23)),
        Cycle(kind="personal", from_=date(2025, 11, 24), to=date(2026, 5, 24)),
    )
    demo_journal.plans.edit(plan, replace(plan, history=cycles, manager_review=date(2026, 12, 3)))
    return demo_journal


_RICH = [
    ("goals", "g"),
    ("focus", "f"),
    ("north-star", "n"),
    ("write-words", "f j enter"),
    ("write-title", "f enter"),
    ("write-note", "g j j j j r"),
    ("read-action", "f j v"),
    ("ask-form", "g j j j j m"),
]


@BOTH
@pytest.mark.parametrize(("name", "keys"), _RICH)
async def test_a_plan_with_all_there_is(rich_journal: Journal, size: tuple[int, int], name: str, keys: str) -> None:
    async with opened(rich_journal, size) as pilot:
        await press(pilot, "2", *keys.split())
        await wait_for(lambda: app_of(pilot).desk.coach.is_fresh(app_of(pilot).desk.coach_state), pilot)
        await settled(pilot)
        check_screen(f"plan-rich-{name}", pilot)


@pytest.mark.parametrize("theme", ["dusk", "dawn"])
async def test_themes(rich_journal: Journal, theme: str) -> None:
    async with opened(rich_journal, SIZES[1], settings_for(rich_journal, theme=theme)) as pilot:
        await press(pilot, "2", NORTH_STAR)
        check_golden(f"plan-{theme}.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))


async def test_no_colour(rich_journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(rich_journal) as pilot:
        await press(pilot, "2", FOCUS, "j", "enter")
        check_golden("plan-nocolor.svg", pilot.app.export_screenshot(title="growthtui", simplify=True))


@BOTH
@pytest.mark.parametrize(("name", "keys"), [("focus", "f j enter"), ("goals", "g"), ("north-star", "n"), ("form", "m")])
async def test_plain_letters(rich_journal: Journal, size: tuple[int, int], name: str, keys: str) -> None:
    async with opened(rich_journal, size, settings_for(rich_journal, ascii=True)) as pilot:
        await press(pilot, "2", *keys.split())
        shown = screen_text(pilot.app)
        check_screen(f"plan-ascii-{name}", pilot)
    assert shown.translate(dict.fromkeys(map(ord, _SCROLLBAR))).isascii()


_SCROLLBAR = "▁▂▃▄▅▆▇█"
"""Textual draws its scroll bar with these."""
