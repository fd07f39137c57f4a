"""Writing on the rows of the plan: in their place, kept when left, asked about while it is written."""

import os
import threading
from datetime import date
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from growthtui.clock import Clock
from growthtui.domain.snapshot import PlanTree
from growthtui.journal.journal import Journal
from growthtui.present.plan import Note, Part
from growthtui.tui.screens.plan.writing import NOTES, WORDS
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.planning import NORTH_STAR, plan_of, stand_on, tree_of
from tests.tui.screen import app_of, opened, press, screen_text, settled, toasts, wait_for


def field_of(pilot: Pilot[None]) -> WordsArea:
    """The field on the row, which has the keys."""
    field = plan_of(pilot).field
    assert pilot.app.focused is field
    return field


async def write(pilot: Pilot[None], text: str) -> None:
    field_of(pilot).replace_all(text)
    await settled(pilot)


def words_at(tree: PlanTree, part: Part) -> str:
    """The words of the first row of a part."""
    goal = tree.goals[0]
    return {
        Part.NORTH_STAR: tree.plan.north_star,
        Part.PRINCIPLE: tree.principles[0].text,
        Part.GOAL: goal.text,
        Part.MEASURE: goal.signs[0].text,
        Part.ASK: goal.dependencies[0].ask,
        Part.FOCUS: tree.focus[0].title,
        Part.ACTION: tree.actions[0].text,
    }[part]


def note_at(tree: PlanTree, part: Part) -> str:
    """What stands below the first row of a part."""
    goal = tree.goals[0]
    return {
        Part.PRINCIPLE: tree.principles[0].accepted_consequence,
        Part.GOAL: goal.why,
        Part.MEASURE: goal.signs[0].observer,
        Part.ASK: goal.dependencies[0].plan_b,
        Part.FOCUS: tree.focus[0].note,
        Part.ACTION: tree.actions[0].note,
        Part.CHECKIN: tree.checkins[0].support,
    }[part]


async def stand_on_first(pilot: Pilot[None], part: Part, tree: PlanTree) -> None:
    first = {
        Part.NORTH_STAR: tree.plan.id,
        Part.PRINCIPLE: tree.principles[0].id,
        Part.FOCUS: tree.focus[0].id,
        Part.ACTION: tree.actions[0].id,
        Part.CHECKIN: tree.checkins[0].id,
    }
    await stand_on(pilot, part, first.get(part, tree.goals[0].id))


@pytest.fixture
def asking_journal(demo_journal: Journal) -> Journal:
    """The staff sample with an ask."""
    goal = demo_journal.goals.current()
    demo_journal.asks.add(goal, "Priya", "two hours a week for the contract")
    return demo_journal


@pytest.mark.parametrize("part", [part for part in Part if part in WORDS])
async def test_the_words_of_a_row_are_written_in_their_place(asking_journal: Journal, part: Part) -> None:
    before = tree_of(asking_journal)
    old = words_at(before, part)
    async with opened(asking_journal) as pilot:
        await press(pilot, "2")
        await stand_on_first(pilot, part, before)
        shown = screen_text(pilot.app)
        await press(pilot, "enter")
        assert field_of(pilot).text == old
        now = screen_text(pilot.app).splitlines()[:-1]
        differ = [before for before, after in zip(shown.splitlines(), now, strict=False) if before != after]
        assert all(part is Part.FOCUS and old in line for line in differ)  # the field hides the frame beside the title
        await press(pilot, "!", "enter")
        assert words_at(tree_of(asking_journal), part) == f"{old}!"
        assert pilot.app.focused is None
        assert f"{old}!"[:40] in screen_text(pilot.app)
        await press(pilot, "u")
    assert words_at(tree_of(asking_journal), part) == old
    assert asking_journal.drafts.waiting() == ()


@pytest.mark.parametrize("part", [part for part in Part if part in NOTES])
async def test_what_stands_below_a_row_is_written_in_its_place(asking_journal: Journal, part: Part) -> None:
    before = tree_of(asking_journal)
    async with opened(asking_journal) as pilot:
        await press(pilot, "2")
        await stand_on_first(pilot, part, before)
        await press(pilot, "r")
        assert field_of(pilot).text == note_at(before, part)
        await write(pilot, "as Bo says")
        await press(pilot, "ctrl+s")
        assert note_at(tree_of(asking_journal), part) == "as Bo says"
        assert Note(NOTES[part][1], "as Bo says") in plan_of(pilot).row.notes
        await press(pilot, "u")
    assert note_at(tree_of(asking_journal), part) == note_at(before, part)


async def test_escape_keeps_what_was_written_and_enter_shows_it_again(demo_journal: Journal) -> None:
    old = tree_of(demo_journal).actions[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "enter", "!", "escape")
        assert pilot.app.focused is None
        assert app_of(pilot).current_mode == "plan"
        assert old.text[:40] in screen_text(pilot.app)
        assert f"{old.text}!" not in screen_text(pilot.app)
        assert [draft.text for draft in app_of(pilot).desk.drafts.waiting] == [f"{old.text}!"]
        await press(pilot, "enter")
        assert field_of(pilot).text == f"{old.text}!"
        await press(pilot, "tab")
        assert pilot.app.screen.query_one("#field-words", WordsArea).text == f"{old.text}!"
        pilot.app.screen.query_one("#field-due", WordsArea).replace_all("31 Jan")
        await press(pilot, "escape", "enter")
        assert pilot.app.screen.query_one("#field-due", WordsArea).text == "31 Jan"
        await press(pilot, "ctrl+s")
    new = tree_of(demo_journal).actions[0]
    assert (new.text, new.due, new.cadence) == (f"{old.text}!", date(2027, 1, 31), old.cadence)
    assert demo_journal.drafts.waiting() == ()


async def test_keys_typed_at_once_go_where_they_belong(demo_journal: Journal) -> None:
    old = tree_of(demo_journal).actions[0].text
    async with opened(demo_journal) as pilot:
        await pilot.press("2", "j", "enter", "2", "q", "?", "enter", "j")
        await settled(pilot)
        assert plan_of(pilot).row.id == tree_of(demo_journal).actions[1].id
    assert tree_of(demo_journal).actions[0].text == f"{old}2q?"


async def test_words_on_their_way_to_a_slow_disk_stay_in_sight_and_keys_go_on(
    demo_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_save = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _: may_save.wait(5))
    first, second = tree_of(demo_journal).actions[:2]
    async with opened(demo_journal) as pilot:
        await pilot.press("2", "j", "enter", "!", "enter")
        assert f"{first.text}!"[-6:] in screen_text(pilot.app)
        await pilot.press("enter")
        assert pilot.app.focused is None
        await pilot.press("j")
        assert plan_of(pilot).row.id == second.id
        await pilot.press("enter")
        assert field_of(pilot).text == second.text
        may_save.set()
        await settled(pilot)
        assert plan_of(pilot).row.id == second.id
        assert field_of(pilot).text == second.text
    assert tree_of(demo_journal).actions[0].text == f"{first.text}!"


async def test_entered_twice_is_saved_once(demo_journal: Journal) -> None:
    steps = len(demo_journal.undo.history())
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "enter", "!")
        for _ in range(2):
            field_of(pilot).post_message(WordsArea.Entered("!"))
        await settled(pilot)
        assert plan_of(pilot).bottom()[0].label == "edit"
    assert len(demo_journal.undo.history()) == steps + 1


async def test_nothing_written_is_refused_and_the_field_stays(demo_journal: Journal) -> None:
    old = tree_of(demo_journal)
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "enter")
        await write(pilot, "  ")
        await press(pilot, "enter")
        assert "write a few words" in toasts(pilot)
        assert field_of(pilot).text == "  "
        await press(pilot, "escape")
    assert tree_of(demo_journal).focus == old.focus


async def test_a_row_grows_with_its_words_and_a_new_line_stays(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", NORTH_STAR, "enter", "ctrl+j", "x")
        await write(pilot, field_of(pilot).text + " and more of it" * 40)
        shown = screen_text(pilot.app).splitlines()
        assert plan_of(pilot).field.size.height == 8
        assert any(line.startswith("  Principles") for line in shown)
        await press(pilot, "enter")
    assert "\nx and more" in tree_of(demo_journal).plan.north_star


async def test_what_another_program_did_meanwhile_is_not_overwritten(demo_journal: Journal, tmp_path: Path) -> None:
    action = tree_of(demo_journal).actions[0]
    other = Journal(demo_journal.path, Clock(TODAY), tmp_path / "state")
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "enter", "!")
        other.actions.edit(action, msgspec.structs.replace(action, text="Mine first"))
        await press(pilot, "enter")
        assert "Mine first" in screen_text(pilot.app)
        assert [draft.text for draft in app_of(pilot).desk.drafts.waiting] == [f"{action.text}!"]
    assert demo_journal.actions.find(action.id).text == "Mine first"


async def test_the_coach_reads_what_is_written_on_a_row(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "enter")
        await write(pilot, "Be more proactive")
        await wait_for(lambda: "▌" in screen_text(pilot.app).partition("proactive")[2][:200], pilot)
        await write(pilot, "Go through my priorities with Priya every two weeks")
        await wait_for(lambda: "▌" not in screen_text(pilot.app).partition("Priya")[2][:200], pilot)
