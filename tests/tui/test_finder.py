"""Search, history and trash: typing finds, the arrows choose, enter takes."""

import msgspec
from textual.widgets import TextArea

from growthtui.dates import Week
from growthtui.domain.week import LineKind
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.tui.modals.finder import SHOWN
from growthtui.tui.screens.pair.stage import SessionScreen
from growthtui.tui.screens.week import WeekScreen
from tests.tui.screen import app_of, opened, press, screen_text, settled, toasts


async def test_search_shows_results_as_one_types_and_enter_opens_the_week(demo_journal: Journal) -> None:
    async with opened(demo_journal, size=(120, 36)) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = "MEETING architecture"
        await settled(pilot)
        hits = demo_journal.search.find("MEETING architecture")
        first = next(hit for hit in hits if hit.week)
        assert hits
        shown = screen_text(pilot.app)
        assert (first.week or "")[-3:] in shown
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, WeekScreen)
        assert str(screen.week) == hits[0].week
        assert screen.chosen_line is not None
        assert screen.chosen_line.id == hits[0].id


async def test_search_from_a_form_leaves_the_form_with_its_draft(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "x", "ctrl+g", "slash")
        pilot.app.screen.query_one(TextArea).text = "exercise"
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WeekScreen)
        assert [draft.text for draft in app_of(pilot).desk.drafts.waiting] == ["x"]


async def test_a_hit_in_the_plan_leads_to_the_plan(demo_journal: Journal) -> None:
    tree = demo_journal.snapshot().tree
    assert tree is not None
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = f'"{tree.plan.north_star[:30]}"'
        await settled(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).current_mode == "plan"


async def test_a_hit_in_a_session_opens_the_session(demo_journal: Journal) -> None:
    answer = demo_journal.snapshot().sessions[0].answers[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = f'"{answer.text[:40]}"'
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SessionScreen)
        assert answer.text[:30] in screen_text(pilot.app)
        await press(pilot, "escape")
        assert app_of(pilot).current_mode == "pair"


async def test_a_session_that_is_gone_meanwhile_opens_nothing(demo_journal: Journal) -> None:
    session = demo_journal.snapshot().sessions[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = f'"{session.answers[0].text[:40]}"'
        await settled(pilot)
        demo_journal.sessions.drop(session)
        await app_of(pilot).desk.look_again()
        await press(pilot, "enter")
        assert len(pilot.app.screen_stack) == 1


async def test_a_hit_that_has_no_row_is_read_where_one_is(demo_journal: Journal) -> None:
    event = demo_journal.snapshot().events[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "slash")
        pilot.app.screen.query_one(TextArea).text = f'"{event.text}"'
        await settled(pilot)
        await press(pilot, "enter")
        assert event.text[:30] in screen_text(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WeekScreen)


async def test_nothing_found_and_enter_on_nothing(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = "zzzzzz"
        await settled(pilot)
        await press(pilot, "enter")
        assert "Nothing to show." in screen_text(pilot.app)


async def test_many_hits_are_cut_and_counted(journal: Journal) -> None:
    for week in range(2):
        for number in range(SHOWN // 2 + 5):
            journal.log.add(NewLine(text=f"same words {number}", week=Week(2026, 40 + week)))
    async with opened(journal, size=(120, 36)) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(TextArea).text = "same"
        await settled(pilot)
        await press(pilot, *["pagedown"] * 21)
        assert "and 10 more" in screen_text(pilot.app)


async def test_history_says_what_each_step_did_and_undoes_the_newest(demo_journal: Journal) -> None:
    line = demo_journal.log.add(NewLine(text="a step"))
    demo_journal.log.edit(line, msgspec.structs.replace(line, text="a longer step", kind=LineKind.SETBACK))
    async with opened(demo_journal) as pilot:
        app_of(pilot).action_open("history")
        await settled(pilot)
        assert "changed line (text, kind): a longer step" in screen_text(pilot.app)
        await press(pilot, "down")
        assert "new line: a step" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert "u takes back one" in toasts(pilot)
        assert demo_journal.log.line(line.id).text == "a longer step"
        app_of(pilot).action_open("history")
        await settled(pilot)
        await press(pilot, "enter")
    assert demo_journal.log.line(line.id).text == "a step"


async def test_a_history_that_cannot_be_read_is_said(demo_journal: Journal) -> None:
    demo_journal.log.add(NewLine(text="a step"))
    step = next((demo_journal.state / "undo").glob("*.done.json"))
    step.unlink()
    step.mkdir()
    async with opened(demo_journal) as pilot:
        app_of(pilot).action_open("history")
        await settled(pilot)
        assert "cannot be read" in toasts(pilot)
        assert app_of(pilot).current_mode == "home"


async def test_an_empty_trash_says_so(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        app_of(pilot).action_open("trash")
        await settled(pilot)
        assert "The trash is empty." in screen_text(pilot.app)


async def test_one_list_opens_over_another_but_never_twice(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await pilot.app.run_action("app.open('history')")
        await press(pilot, "ctrl+g", "slash", "ctrl+p")
        titles = [screen.title for screen in pilot.app.screen_stack[1:]]
        assert len(set(titles)) == len(titles) == 3
        await press(pilot, "ctrl+p")
        assert len(pilot.app.screen_stack) == 4
