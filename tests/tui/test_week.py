"""The week: walking the year, lines, kinds, focus points, private, proof, the editor, the trash."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.week import Line, LineKind
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.tui.frame import GrowthApp
from growthtui.tui.screens.week import WeekScreen
from growthtui.tui.widgets.words_area import WordsArea
from tests.tui.screen import app_of, opened, press, screen_text, settings_for, toasts

LAST = "2026-W47"


def screen_of(pilot: Pilot[None]) -> WeekScreen:
    screen = pilot.app.screen
    assert isinstance(screen, WeekScreen)
    return screen


def lines(journal: Journal, week: str = LAST) -> tuple[Line, ...]:
    return journal.snapshot().lines_by_week.get(week, ())


async def test_left_and_right_walk_the_weeks_and_the_current_one_is_the_last(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "left")
        assert screen_of(pilot).week == Week(2026, 46)
        await press(pilot, "right", "right", "right", "right")
        assert screen_of(pilot).week == Week(2026, 48)
        await press(pilot, "left_square_bracket", "left")
        assert screen_of(pilot).week == Week(2026, 43)
        await press(pilot, "home")
        assert screen_of(pilot).week == Week(2026, 48)


async def test_the_year_before_is_a_strip_of_its_own(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3")
        screen_of(pilot).show_week("2025-W02")
        await pilot.pause()
        assert "2025" in screen_text(pilot.app)


async def test_a_line_added_to_a_past_week_belongs_to_it(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "left", "a")
        assert "Week 46" in screen_text(pilot.app)
        pilot.app.screen.query_one("#text", WordsArea).text = "remembered later"
        await press(pilot, "ctrl+s", "escape")
        assert "remembered later" in [line.text for line in lines(demo_journal, "2026-W46")]
        assert "remembered later" in screen_text(pilot.app)


async def test_the_cursor_moves_and_enter_edits(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "j")
        line = screen_of(pilot).chosen_line
        assert line is not None
        await press(pilot, "enter")
        area = pilot.app.screen.query_one("#text", WordsArea)
        assert area.text == line.text
        area.text = "said better"
        pilot.app.screen.query_one("#proof", WordsArea).text = "https://example.org/a\na note\n"
        pilot.app.screen.query_one("#known", WordsArea).text = "Priya, Somebody new"
        await press(pilot, "ctrl+s")
        after = next(one for one in lines(demo_journal) if one.id == line.id)
        proof = [demo_journal.snapshot().evidence_by_id[ref] for ref in after.evidence]
        assert after.text == "said better"
        assert after.known_by == ("priya", "Somebody new")
        assert [(one.kind, one.url or one.text) for one in proof][-2:] == [
            ("link", "https://example.org/a"),
            ("note", "a note"),
        ]
        assert screen_of(pilot).chosen_line == after
        await press(pilot, "u")
        assert next(one for one in lines(demo_journal) if one.id == line.id) == line


async def test_leaving_the_edit_form_keeps_what_was_changed(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "enter")
        pilot.app.screen.query_one("#text", WordsArea).text = "half said"
        await press(pilot, "escape", "1")
        assert "half said" in screen_text(pilot.app)
        await press(pilot, "c")
        assert pilot.app.screen.query_one("#text", WordsArea).text == "half said"
        await press(pilot, "ctrl+s")
        assert "half said" in [line.text for line in lines(demo_journal)]
        assert "Draft" not in screen_text(pilot.app)


async def test_a_form_that_was_only_looked_at_leaves_no_draft(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "enter", "escape")
    assert demo_journal.drafts.waiting() == ()


async def test_a_clash_with_another_program_keeps_both_texts(demo_journal: Journal) -> None:
    async with opened(demo_journal, size=(120, 36)) as pilot:
        await press(pilot, "3", "left", "enter")
        other = Journal(demo_journal.path, demo_journal.clock, demo_journal.state)
        chosen = next(one for one in lines(other) if one.text == pilot.app.screen.query_one("#text", WordsArea).text)
        other.log.edit(chosen, msgspec.structs.replace(chosen, text="theirs"))
        pilot.app.screen.query_one("#text", WordsArea).text = "mine"
        await press(pilot, "ctrl+s")
        assert "changed elsewhere" in toasts(pilot)
        assert "theirs" in [one.text for one in lines(demo_journal)]
        assert [draft.text for draft in app_of(pilot).desk.drafts.waiting] == ["mine"]


async def test_t_picks_another_kind(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "t")
        pilot.app.screen.query_one(TextArea).text = "miles"
        await press(pilot, "enter")
        chosen = screen_of(pilot).chosen_line
        assert chosen is not None
        assert chosen.kind is LineKind.MILESTONE


async def test_f_picks_another_focus_point_and_the_cursor_follows(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left")
        before = screen_of(pilot).chosen_line
        await press(pilot, "f")
        pilot.app.screen.query_one(TextArea).text = "not tied"
        await press(pilot, "enter")
        chosen = screen_of(pilot).chosen_line
        assert before is not None
        assert chosen is not None
        assert (chosen.id, chosen.focus, chosen.action) == (before.id, None, None)
        assert "Not tied to a focus point" in screen_text(pilot.app)


@pytest.mark.parametrize("readers", [None, (Audience.SELF, Audience.MENTOR)], ids=["usual", "by hand"])
async def test_p_makes_a_line_private_and_back(demo_journal: Journal, readers: tuple[Audience, ...] | None) -> None:
    line = demo_journal.log.add(NewLine(text="for two", visibility=readers))
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "p")
        assert demo_journal.log.line(line.id).visibility == ("self",)
        assert "private" in screen_text(pilot.app)
        await press(pilot, "p")
    assert demo_journal.log.line(line.id).visibility == readers


async def test_n_writes_the_next_steps_of_the_week_that_is_shown(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "n")
        for name, text in (("step-0", "send two questions"), ("when-0", "when the draft is out, I send them")):
            pilot.app.screen.query_one(f"#field-{name}", TextArea).text = text
        pilot.app.screen.query_one("#field-when-2", TextArea).text = "when it rains, I read"
        await press(pilot, "ctrl+s")
        assert "send two questions · when the draft is out, I send them" in screen_text(pilot.app)
    steps = demo_journal.log.week(Week(2026, 48)).next
    assert [(step.text, step.if_then) for step in steps] == [
        ("send two questions", "when the draft is out, I send them"),
        ("when it rains, I read", ""),
    ]
    assert all(step.id for step in steps)


async def test_a_step_keeps_its_id_and_count_when_its_words_change(demo_journal: Journal) -> None:
    old = next(week for week in reversed(demo_journal.snapshot().weeks) if week.next)
    async with opened(demo_journal) as pilot:
        await press(pilot, "3")
        screen_of(pilot).show_week(old.week)
        await press(pilot, "n")
        pilot.app.screen.query_one("#field-step-0", TextArea).text = "other words"
        await press(pilot, "escape")
        assert "Draft" not in screen_text(pilot.app)
        await press(pilot, "1", "c")
        assert pilot.app.screen.query_one("#field-step-0", TextArea).text == "other words"
        await press(pilot, "ctrl+s")
    new = demo_journal.snapshot().week_by_name[old.week].next[0]
    assert new == msgspec.structs.replace(old.next[0], text="other words")
    assert demo_journal.drafts.waiting() == ()


async def test_a_deleted_line_goes_to_the_trash_and_comes_back(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left")
        line = screen_of(pilot).chosen_line
        assert line is not None
        await press(pilot, "d")
        assert line.id not in [one.id for one in lines(demo_journal)]
        app_of(pilot).action_open("trash")
        await pilot.pause()
        await press(pilot, "enter")
        assert line.id in [one.id for one in lines(demo_journal)]


async def test_an_empty_week_says_how_to_fill_it(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "3", "j", "enter", "d", "t", "f", "p")
        assert "add the first line" in screen_text(pilot.app)


@pytest.fixture
def suspending(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app hand over its terminal, which there is none of in a test."""

    @contextmanager
    def suspend(app: GrowthApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(GrowthApp, "suspend", suspend)


def editor(tmp_path: Path, script: str) -> str:
    path = tmp_path / "my editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return f"'{path}'"


@pytest.mark.usefixtures("suspending")
async def test_e_writes_the_line_in_the_editor(demo_journal: Journal, tmp_path: Path) -> None:
    script = f'stat -c %a "$1" > {tmp_path}/mode; printf "a long text\\nof two lines\\n" > "$1"'
    settings = settings_for(demo_journal, editor=editor(tmp_path, script))
    async with opened(demo_journal, settings=settings) as pilot:
        await press(pilot, "3", "left", "e")
        chosen = screen_of(pilot).chosen_line
        assert chosen is not None
        assert chosen.text == "a long text\nof two lines"
    assert (tmp_path / "mode").read_text().strip() == "600"
    assert list(demo_journal.drafts.folder.iterdir()) == []


@pytest.mark.usefixtures("suspending")
async def test_an_unchanged_text_changes_nothing(demo_journal: Journal, tmp_path: Path) -> None:
    before = demo_journal.path.read_bytes()
    async with opened(demo_journal, settings=settings_for(demo_journal, editor=editor(tmp_path, "true"))) as pilot:
        await press(pilot, "3", "left", "e")
    assert demo_journal.path.read_bytes() == before
    assert list(demo_journal.drafts.folder.iterdir()) == []


@pytest.mark.usefixtures("suspending")
async def test_a_failing_editor_loses_nothing(demo_journal: Journal, tmp_path: Path) -> None:
    command = editor(tmp_path, 'printf "half written" > "$1"; exit 3')
    async with opened(demo_journal, settings=settings_for(demo_journal, editor=command)) as pilot:
        await press(pilot, "3", "left", "e")
        assert "exit code 3" in toasts(pilot)
        assert [draft.text for draft in app_of(pilot).desk.drafts.waiting] == ["half written"]
    kept = [path for path in demo_journal.drafts.folder.iterdir() if path.suffix == ".md"]
    assert [path.read_text() for path in kept] == ["half written"]
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600


@pytest.mark.usefixtures("suspending")
async def test_a_missing_editor_is_said(demo_journal: Journal) -> None:
    async with opened(demo_journal, settings=settings_for(demo_journal, editor="/no/such/editor")) as pilot:
        await press(pilot, "3", "left", "e")
        assert "cannot be started" in toasts(pilot)
    assert demo_journal.drafts.waiting() == ()


async def test_where_no_editor_can_take_over_it_is_said(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "3", "left", "e")
        assert "no editor to hand over to" in toasts(pilot)


@pytest.mark.usefixtures("suspending")
async def test_the_prefix_takes_a_form_to_the_editor(demo_journal: Journal, tmp_path: Path) -> None:
    command = editor(tmp_path, 'printf " and more" >> "$1"')
    async with opened(demo_journal, settings=settings_for(demo_journal, editor=command)) as pilot:
        await press(pilot, "l")
        pilot.app.screen.query_one("#text", WordsArea).text = "some"
        await press(pilot, "ctrl+g", "e")
        assert pilot.app.screen.query_one("#text", WordsArea).text == "some and more"


async def test_a_line_that_vanished_under_its_draft_becomes_a_new_one(demo_journal: Journal) -> None:
    line = lines(demo_journal)[0]
    demo_journal.drafts.keep(f"edit/{line.id}", "still here", week=LAST)
    demo_journal.log.delete(line)
    async with opened(demo_journal) as pilot:
        await press(pilot, "c", "ctrl+s")
        assert "still here" in [one.text for one in lines(demo_journal)]


@pytest.mark.usefixtures("suspending")
async def test_a_new_line_from_the_editor(journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf "fresh" > "$1"'))
    journal.log.add(NewLine(text="first", week=Week(2026, 46)))
    async with opened(journal) as pilot:
        await press(pilot, "3", "e")
    assert [one.text for one in lines(journal, "2026-W48")] == ["fresh"]
