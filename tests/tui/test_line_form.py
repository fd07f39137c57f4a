"""Logging a line with `l`: save and next, drafts as typed, failures that lose nothing."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from growthtui.clock import Clock
from growthtui.domain.plan import ActionStatus
from growthtui.domain.week import LineKind
from growthtui.errors import NotWrittenError
from growthtui.journal.journal import Journal
from growthtui.journal.log import LogBook, NewLine
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.screen import app_of, opened, press, screen_text, settled, toasts, wait_for

PLACE = "line"


def field_of(pilot: Pilot[None]) -> WordsArea:
    return pilot.app.screen.query_one("#text", WordsArea)


def texts(journal: Journal) -> list[str]:
    return [line.text for line in journal.snapshot().lines_by_week.get("2026-W48", ())]


async def test_a_line_is_saved_and_a_second_follows(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        field_of(pilot).text = "asked for a review"
        await press(pilot, "ctrl+s")
        assert field_of(pilot).text == ""
        assert "✓ asked for a review" in screen_text(pilot.app)
        field_of(pilot).text = "and a second one"
        await press(pilot, "enter")
        await press(pilot, "escape")
        assert texts(demo_journal) == ["asked for a review", "and a second one"]
        assert "and a second one" in screen_text(pilot.app)
        assert demo_journal.drafts.waiting() == ()


async def test_focus_action_kind_and_private_go_with_the_line(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        field_of(pilot).text = "a hard week"
        await press(pilot, "tab", "right", "right", "tab", "right", "tab", "right", "right", "tab", "right", "ctrl+s")
        line = demo_journal.snapshot().lines_by_week["2026-W48"][0]
        tree = demo_journal.snapshot().tree
        assert tree is not None
        action = tree.points[1].actions[0].id
        expected = (tree.focus[1].id, action, LineKind.SETBACK, ("self",))
        assert (line.focus, line.action, line.kind, line.visibility) == expected


async def test_the_focus_and_privacy_stay_for_the_next_line_the_kind_does_not(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        for name, place in (("focus", 1), ("kind", 2), ("private", 1)):
            pilot.app.screen.query_one(f"#{name}", Choice).choose(place)
        field_of(pilot).text = "one"
        await press(pilot, "ctrl+s")
        chosen = [pilot.app.screen.query_one(f"#{name}", Choice).chosen for name in ("focus", "kind", "private")]
        assert chosen == [1, 0, 1]


async def test_the_actions_are_those_of_the_focus_point_and_the_next_line_begins_with_none(
    demo_journal: Journal,
) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        assert "Action" not in screen_text(pilot.app)
        await press(pilot, "tab", "right", "tab", "right")
        assert "Action   ‹ Go through my priorities with Priya" in screen_text(pilot.app)
        field_of(pilot).text = "one"
        await press(pilot, "ctrl+s")
        assert "‹ none of its actions ›" in screen_text(pilot.app)
        await press(pilot, "tab", "left")
        assert "Action" not in screen_text(pilot.app)


async def test_a_line_keeps_an_action_that_is_done_and_one_that_is_gone(demo_journal: Journal) -> None:
    tree = demo_journal.snapshot().tree
    assert tree is not None
    done = next(action for action in tree.actions if action.status is ActionStatus.DONE)
    line = demo_journal.log.add(NewLine(text="one", action=done.id))
    lost = demo_journal.log.edit(line, msgspec.structs.replace(line, text="two", action="gone"))
    for old, shown in ((line, done.text[:20]), (lost, "none of its actions")):
        demo_journal.log.edit(demo_journal.log.line(line.id), old)
        async with opened(demo_journal) as pilot:
            await press(pilot, "3", "enter")
            assert f"‹ {shown}" in screen_text(pilot.app)
            await press(pilot, "escape")
            assert demo_journal.drafts.waiting() == ()
            await press(pilot, "enter")
            field_of(pilot).text = "three"
            await press(pilot, "ctrl+s")
        assert demo_journal.log.line(line.id).action == old.action


async def test_escape_leaves_and_keeps(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        field_of(pilot).text = "half a thought"
        for name, place in (("focus", 1), ("kind", 1), ("private", 1)):
            pilot.app.screen.query_one(f"#{name}", Choice).choose(place)
        await press(pilot, "escape")
        assert "Draft" in screen_text(pilot.app)
        await press(pilot, "c")
        assert field_of(pilot).text == "half a thought"
        chosen = [pilot.app.screen.query_one(f"#{name}", Choice).chosen for name in ("focus", "kind", "private")]
        assert chosen == [1, 1, 1]


async def test_a_draft_is_on_the_disk_as_it_is_typed_and_offered_by_the_next_start(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "h", "i")
        await wait_for(lambda: (found := demo_journal.drafts.of(PLACE)) is not None and found.text == "hi", pilot)
    again = Journal(demo_journal.path, Clock(TODAY), demo_journal.state)
    async with opened(again) as pilot:
        assert "Draft" in screen_text(pilot.app)
        await press(pilot, "l")
        assert field_of(pilot).text == "hi"


async def test_an_emptied_field_leaves_no_draft(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "h", "backspace", "escape")
        assert "Draft" not in screen_text(pilot.app)
    assert demo_journal.drafts.waiting() == ()


async def test_nothing_typed_is_not_saved(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "space", "ctrl+s")
        assert "Nothing is typed yet." in toasts(pilot)
        assert texts(demo_journal) == []


async def test_a_line_begun_last_week_stays_in_last_week(demo_journal: Journal) -> None:
    demo_journal.drafts.keep(PLACE, "from friday", week="2026-W47")
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        assert "Week 47" in screen_text(pilot.app)
        await press(pilot, "ctrl+s")
    assert any(line.text == "from friday" for line in demo_journal.snapshot().lines_by_week["2026-W47"])


async def test_pasted_lines_are_kept_as_they_are(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l")
        pilot.app.post_message(events.Paste("first\nsecond"))
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert texts(demo_journal) == ["first\nsecond"]


@dataclass
class Gate:
    """A log whose saves wait until they are let through, or fail."""

    journal: Journal
    is_failing: bool = False
    event: asyncio.Event = field(default_factory=asyncio.Event)

    def install(self, monkeypatch: pytest.MonkeyPatch, loop: asyncio.AbstractEventLoop) -> None:
        """Put the gate in the way of `log.add`."""
        add = LogBook.add

        def slow(log: LogBook, new: object) -> object:
            asyncio.run_coroutine_threadsafe(self.event.wait(), loop).result(20)
            if self.is_failing:
                raise NotWrittenError(self.journal.path, "the disk is full")
            return add(log, new)  # type: ignore[arg-type] # passed through

        monkeypatch.setattr(LogBook, "add", slow)


async def test_no_key_waits_for_the_disk(demo_journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(demo_journal) as pilot:
        gate = Gate(demo_journal)
        gate.install(monkeypatch, asyncio.get_running_loop())
        await press(pilot, "l", "a")
        await pilot.press("ctrl+s")
        await pilot.press("b", "c")
        assert field_of(pilot).text == "bc"
        gate.event.set()
        await settled(pilot)
        assert texts(demo_journal) == ["a"]
        assert field_of(pilot).text == "bc"
        draft = app_of(pilot).desk.drafts.of(PLACE)
        assert draft is not None
        assert draft.text == "bc"


async def test_a_failed_save_gives_the_text_back(demo_journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(demo_journal) as pilot:
        gate = Gate(demo_journal, is_failing=True)
        gate.install(monkeypatch, asyncio.get_running_loop())
        await press(pilot, "l")
        field_of(pilot).text = "not lost"
        await pilot.press("ctrl+s")
        gate.event.set()
        await settled(pilot)
        assert field_of(pilot).text == "not lost"
        assert "the disk is full" in toasts(pilot)


async def test_a_failed_save_keeps_both_texts_when_the_form_is_gone(
    demo_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo_journal) as pilot:
        gate = Gate(demo_journal, is_failing=True)
        gate.install(monkeypatch, asyncio.get_running_loop())
        await press(pilot, "l")
        field_of(pilot).text = "first"
        await pilot.press("ctrl+s", "b", "escape")
        gate.event.set()
        await settled(pilot)
        draft = app_of(pilot).desk.drafts.of(PLACE)
        assert draft is not None
        assert draft.text == "first\nb"


async def test_a_busy_journal_says_so_and_keeps_the_text(demo_journal: Journal, tmp_path: Path) -> None:
    impatient = Journal(demo_journal.path, Clock(TODAY), demo_journal.state, lock_timeout=0.05)
    async with opened(impatient) as pilot:
        await press(pilot, "l")
        field_of(pilot).text = "while busy"
        with demo_journal.ledger.transaction("hold the lock"):
            await press(pilot, "ctrl+s")
        assert "busy" in toasts(pilot)
        assert field_of(pilot).text == "while busy"


async def test_a_draft_that_cannot_be_written_is_said(demo_journal: Journal) -> None:
    demo_journal.drafts.folder.parent.mkdir(exist_ok=True)
    demo_journal.drafts.folder.write_text("a file where the folder should be", encoding="utf-8")
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "x")
        await wait_for(lambda: "cannot be kept as a draft" in toasts(pilot), pilot)


async def test_ctrl_o_goes_back_a_field_and_tab_on(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "l", "tab")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "focus"
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.focused, TextArea)
