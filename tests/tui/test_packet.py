"""The packet: looked at, narrowed, written; what is private never comes near it but by choice."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from growthtui.clock import Clock
from growthtui.domain.base import Audience
from growthtui.journal.demo import write_demo
from growthtui.journal.exports import Export, Format
from growthtui.journal.journal import Journal
from growthtui.tui.screens.packet.forms import WriteSheet
from growthtui.tui.screens.packet.screen import PacketScreen
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.screen import SIZES, check_screen, opened, press, screen_text, settled, toasts
from tests.tui.test_hostile import TEXTS, holds_no_orders, poison

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
FILE = "growth-packet-2026-11-24.md"


@BOTH
async def test_an_empty_journal_says_what_will_be_here(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "7")
        check_screen("packet-empty", pilot)
        await press(pilot, "w", "b", "enter", "m")
        assert len(pilot.app.screen_stack) == 1


@BOTH
async def test_a_packet_for_the_manager(
    demo_journal: Journal, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_journal, size) as pilot:
        await press(pilot, "7")
        check_screen("packet-self", pilot)
        await press(pilot, "right", "right")
        check_screen("packet-manager", pilot)
        await press(pilot, "v", "space")
        check_screen("packet-document", pilot)
        await press(pilot, "escape", "b")
        check_screen("packet-stays", pilot)
        await press(pilot, "escape", "w")
        check_screen("packet-write", pilot)


async def test_it_is_written_as_it_was_shown(
    demo_journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_journal, (120, 36)) as pilot:
        await press(pilot, "7", "right", "right", "w", "ctrl+s")
        assert toasts(pilot) == f"Written to ~/{FILE}"
        assert _screen(pilot).view is not None
        shown = _screen(pilot).view
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert shown is not None
    assert written == shown.text
    assert written.encode() == demo_journal.exports.write(Export(audience=Audience.MANAGER))
    assert "Written on 24 November 2026 for my manager, Priya" in written


async def test_a_file_that_is_there_is_asked_about_by_its_name(demo_journal: Journal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("my own words")
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "w")
        await _type(pilot, str(mine))
        await press(pilot, "ctrl+s")
        assert "mine.md is there already" in screen_text(pilot.app)
        assert mine.read_text() == "my own words"
        await _type(pilot, str(tmp_path / "other.md"))
        await press(pilot, "ctrl+s", "w")
        assert mine.read_text() == "my own words"
        await _type(pilot, str(mine))
        await press(pilot, "ctrl+s", "ctrl+s")
    assert mine.read_bytes() == (tmp_path / "other.md").read_bytes()


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Give the file a name."), ("nowhere/packet.md", "does not exist"), ("/", "is a folder")],
)
async def test_what_cannot_be_written_is_said_and_the_name_stays(
    demo_journal: Journal, name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "w")
        await _type(pilot, name)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, WriteSheet)
        assert said in " ".join(screen_text(pilot.app).replace("│", " ").split())
        assert pilot.app.screen.text == name


async def test_private_notes_leave_only_by_choice_and_only_for_oneself(demo_journal: Journal) -> None:
    note = next(week.private for week in demo_journal.snapshot().weeks if week.private)
    async with opened(demo_journal, (120, 36)) as pilot:
        await press(pilot, "7")
        assert note not in _text(pilot)
        await press(pilot, "j", "j", "j", "j", "j", "right")
        assert _screen(pilot).export.with_private
        assert note in _text(pilot)
        await press(pilot, "k", "k", "k", "k", "k", "right")
        assert _screen(pilot).export.audience is Audience.MENTOR
        assert not _screen(pilot).export.with_private
        assert note not in _text(pilot)
        assert "Private notes" not in screen_text(pilot.app)


async def test_a_section_is_opened_for_one_reader_and_not_for_the_next(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "right", "right")
        assert "What I do differently" not in _text(pilot)
        screen = _screen(pilot)
        screen.action_pick("section/setbacks")
        await press(pilot, "enter")
        assert screen.export.opted_in == {"setbacks"}
        await press(pilot, "enter")
        assert screen.export.opted_in == frozenset()
        await press(pilot, "enter")
        screen.action_pick("reader")
        await press(pilot, "left", "right")
        assert screen.export.opted_in == frozenset()


async def test_a_section_that_is_not_optional_stays_as_it_is(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7")
        before = _screen(pilot).export
        _screen(pilot).action_pick("section/goal")
        await press(pilot, "enter")
        assert _screen(pilot).export == before


async def test_the_period_is_typed_moved_and_taken_back(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "j", "enter")
        await _type(pilot, "when pigs fly")
        await press(pilot, "ctrl+s")
        assert "not a date" in " ".join(screen_text(pilot.app).split())
        await _type(pilot, "2026-10-01")
        await press(pilot, "ctrl+s")
        assert _screen(pilot).export.since == date(2026, 10, 1)
        assert "you chose it" in screen_text(pilot.app)
        await press(pilot, "left")
        assert _screen(pilot).export.since == date(2026, 9, 24)
        await press(pilot, "backspace")
        assert _screen(pilot).export.since is None
        assert "the plan's start" in screen_text(pilot.app)


async def test_a_period_the_wrong_way_round_is_said(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "j", "j", "enter")
        await _type(pilot, "2020-01-01")
        await press(pilot, "ctrl+s", "k", "enter")
        await _type(pilot, "2026-10-01")
        await press(pilot, "ctrl+s")
        assert "after it ends" in screen_text(pilot.app)
        await press(pilot, "w")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "backspace")
        assert "after it ends" not in screen_text(pilot.app)


async def test_the_owner_writes_the_first_three_lines(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "right", "right", "j", "j", "j", "j", "j", "enter")
        proposed = demo_journal.exports.proposed_summary(Export(audience=Audience.MANAGER))
        assert pilot.app.screen.query_one("#text", WordsArea).text.splitlines() == list(proposed)
        await _type(pilot, "Two teams build on it.\n\n  [/b] Nobody is woken at night. ")
        await press(pilot, "ctrl+s")
        assert "2 lines of yours" in screen_text(pilot.app)
        assert "Two teams build on it." in _text(pilot)


async def test_the_first_three_lines_are_there_the_next_time_and_are_no_draft(demo_journal: Journal) -> None:
    to_summary = ("7", "right", "right", "j", "j", "j", "j", "j")
    async with opened(demo_journal) as pilot:
        await press(pilot, *to_summary, "enter")
        await _type(pilot, "Two teams build on it.")
        await press(pilot, "escape")
        assert "1 line of yours" in screen_text(pilot.app)
        await press(pilot, "1")
        assert "Draft" not in screen_text(pilot.app)
    async with opened(demo_journal) as pilot:
        await press(pilot, *to_summary)
        assert "1 line of yours" in screen_text(pilot.app)
        await press(pilot, "enter")
        await _type(pilot, "")
        await press(pilot, "ctrl+s")
        assert "proposed" in screen_text(pilot.app)
    assert demo_journal.drafts.waiting() == ()


async def test_a_marked_review_is_where_the_next_packet_begins(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "right", "m")
        assert "24 Nov 2026   your last review" in screen_text(pilot.app)
        await press(pilot, "u")
        assert "the plan's start" in screen_text(pilot.app)
    assert not any(review.on == TODAY for review in demo_journal.snapshot().reviews)


async def test_a_line_logged_meanwhile_is_in_the_packet(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "l")
        await _type(pilot, "a line that was not there before")
        await press(pilot, "ctrl+s", "escape")
        assert "a line that was not there before" in _text(pilot)


@pytest.mark.parametrize("name", [Format.CSV, Format.JSON])
async def test_data_has_no_sections_and_is_shown_as_it_is(demo_journal: Journal, name: Format) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "j", "j", "j")
        while _screen(pilot).export.format is not name:
            await press(pilot, "right")
        assert "Sections" not in screen_text(pilot.app)
        shown, written = _text(pilot), demo_journal.exports.write(Export(format=name)).decode()
    assert _without_time(shown) == _without_time(written)


async def test_the_setting_that_keeps_all_private_empties_a_packet_at_once(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "right", "right")
        assert "Week by week" in _text(pilot)
        await press(pilot, "comma", "j", "j", "enter", "escape")
        assert "Week by week" not in _text(pilot)
        assert demo_journal.exports.write(Export(audience=Audience.MANAGER)).decode() == _text(pilot)


async def test_a_setting_that_keeps_all_private_is_the_reason_given(tmp_path: Path, demo_journal: Journal) -> None:
    demo_journal.keep_to_self(only_self=True)
    async with opened(demo_journal) as pilot:
        await press(pilot, "7", "right", "right", "b")
        assert "visibility = " in screen_text(pilot.app)
        assert demo_journal.policy.only_self


async def test_a_long_document_is_cut_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    write_demo(path, TODAY, weeks=200)
    async with opened(Journal(path, Clock(TODAY), tmp_path / "state")) as pilot:
        await press(pilot, "7", "j")
        await press(pilot, "enter")
        await _type(pilot, "2020-01-01")
        await press(pilot, "ctrl+s", "v")
        screen = _screen(pilot)
        shown = "\n".join(row.plain for row in screen.query_one("#document", Block).page(80).rows)
        assert "more lines; the file has them all" in shown


def _without_time(text: str) -> list[str]:
    return [line for line in text.splitlines() if "exported_at" not in line]


def _screen(pilot: Pilot[None]) -> PacketScreen:
    screen = next(one for one in reversed(pilot.app.screen_stack) if isinstance(one, PacketScreen))
    assert isinstance(screen, PacketScreen)
    return screen


def _text(pilot: Pilot[None]) -> str:
    view = _screen(pilot).view
    assert view is not None
    return view.text


async def _type(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one("#text", WordsArea).replace_all(text)
    await pilot.pause()
    await settled(pilot)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_whatever_was_written_is_only_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "journal.json"
    write_demo(path, TODAY)
    poison(path, text[:500])
    async with opened(Journal(path, Clock(TODAY), tmp_path / "state"), (120, 36)) as pilot:
        for keys in (("7",), ("right", "right"), ("b",), ("space", "escape"), ("w",), ("escape", "v"), ("space", "v")):
            await press(pilot, *keys)
            holds_no_orders(screen_text(pilot.app))
