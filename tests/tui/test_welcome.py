"""The first run: what an empty journal shows, and the ways from there to a first logged week."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from growthtui.dates import Week
from growthtui.domain.plan import GoalKind, PlanMode
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.tui.screens.welcome.files import completions, path_in
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.screen import SIZES, app_of, check_screen, opened, press, screen_text, settings_for, settled, toasts
from tests.tui.test_hostile import TEXTS, holds_no_orders

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
PLAN = """\
North Star:
Be someone other engineers learn from.

Current Goal:
Work at staff level

Focus Points:
1. Larger outcome
   - Go through my priorities with my manager every two weeks
   - [/b] Hand over two services
2. Be visible
"""


@BOTH
async def test_an_empty_journal_says_what_it_is_for(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        check_screen("welcome", pilot)


@BOTH
async def test_the_sheets_of_the_first_run(journal: Journal, size: tuple[int, int]) -> None:
    async with opened(journal, size) as pilot:
        await press(pilot, "i")
        check_screen("welcome-import", pilot)
        await _type(pilot, PLAN)
        check_screen("welcome-import-plan", pilot)
        await _type(pilot, "")
        await press(pilot, "escape", "n")
        check_screen("welcome-template", pilot)
        await press(pilot, "j")
        check_screen("welcome-template-expert", pilot)
        await press(pilot, "j")
        check_screen("welcome-template-own", pilot)
        await press(pilot, "escape", "s")
        check_screen("welcome-sample", pilot)


async def test_home_and_draft_are_named_on_the_first_run(journal: Journal) -> None:
    journal.drafts.keep("line", "half a [/b] thought")
    async with opened(journal) as pilot:
        shown = screen_text(pilot.app)
        assert "North star" in shown
        assert "Draft  half a [/b] thought" in shown
        await press(pilot, "c")
        assert pilot.app.screen.query_one("#text", WordsArea).text == "half a [/b] thought"


async def test_a_filled_journal_opens_on_home_alone(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        assert "Begin with" not in screen_text(pilot.app)
        await press(pilot, "i", "n", "p", "s")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "question_mark")
        assert "template" not in screen_text(pilot.app)


async def test_from_a_plan_in_a_file_to_a_first_logged_week(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "my plan.txt").write_text(PLAN, encoding="utf-8")
    async with opened(journal) as pilot:
        await press(pilot, "i")
        await _type(pilot, f"'{tmp_path / 'my plan.txt'}'")
        assert "New  1 plan, 1 goal, 2 focus points, 2 actions" in screen_text(pilot.app)
        assert not journal.exists
        await press(pilot, "ctrl+s")
        assert "career or about yourself" in toasts(pilot)
        assert not journal.exists
        await press(pilot, "right", "ctrl+s")
        assert "Be someone other engineers learn from." in screen_text(pilot.app)
        assert "l logs your first line" in toasts(pilot)

        await press(pilot, "l")
        await _type(pilot, "asked one question in the design meeting")
        await press(pilot, "ctrl+s", "escape")
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.current_goal is not None
    assert tree.current_goal.kind is GoalKind.CAREER
    assert tree.actions[1].text == "[/b] Hand over two services"
    logged = [(line.week, line.text) for line in journal.snapshot().lines]
    assert logged == [(str(Week.of(TODAY)), "asked one question in the design meeting")]


async def test_a_pasted_plan_can_leave_its_kind_open(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "i")
        await _type(pilot, PLAN)
        await press(pilot, "ctrl+s", "ctrl+s")
    goal = journal.snapshot().goals[0]
    assert goal.kind is None
    assert journal.drafts.waiting() == ()


async def test_what_was_pasted_waits_as_a_draft(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "i")
        await _type(pilot, PLAN)
        await press(pilot, "escape")
        assert "Draft" in screen_text(pilot.app)
        await press(pilot, "c")
        assert pilot.app.screen.query_one("#text", WordsArea).text == PLAN


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("no such file.txt", "There is no file of this name yet."),
        ('{"schema": "growthplan/9"}', "growthplan/9"),
        ("a thought\nand another [/b]", "nothing that can be imported"),
    ],
)
async def test_what_cannot_be_imported_is_said_and_changes_nothing(journal: Journal, typed: str, said: str) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "i")
        await _type(pilot, typed)
        assert said in " ".join(screen_text(pilot.app).replace("│", " ").split())
        await press(pilot, "ctrl+s")
        assert said in toasts(pilot)
    assert not journal.exists


async def test_a_second_plan_is_refused_with_the_reason(demo_journal: Journal) -> None:
    before = demo_journal.path.read_bytes()
    async with opened(demo_journal) as pilot:
        app_of(pilot).action_open("import")
        await settled(pilot)
        await _type(pilot, PLAN)
        await press(pilot, "ctrl+s")
        assert "another plan" in toasts(pilot)
    assert demo_journal.path.read_bytes() == before


async def test_a_path_is_completed(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "growth.md").write_text(PLAN, encoding="utf-8")
    async with opened(journal) as pilot:
        await press(pilot, "i")
        await _type(pilot, f"{tmp_path}/pl")
        await press(pilot, "right")
        assert pilot.app.screen.query_one("#text", WordsArea).text == f"{tmp_path}/plans/"
        await press(pilot, "right")
        assert "2 focus points" in screen_text(pilot.app)


async def test_from_a_template_to_a_first_line_and_back(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "n", "j", "enter")
        plan = journal.snapshot().active_plan
        assert plan is not None
        assert (plan.mode, plan.start) == (PlanMode.PGP, TODAY)
        assert "Be the expert people bring" in screen_text(pilot.app)
        await press(pilot, "u")
        assert "Begin with" in screen_text(pilot.app)
        await press(pilot, "j", "enter")
        assert "Start from a template" in screen_text(pilot.app)


async def test_a_plan_in_own_words_is_written_on_the_plan(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "n", "j", "j", "enter")
        assert pilot.app.current_mode == "plan"
        assert "North star" in screen_text(pilot.app)


async def test_the_arrows_and_the_mouse_choose_a_way(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "j", "j", "enter")
        assert pilot.app.current_mode == "pair"
        await press(pilot, "1")
        await pilot.click("#page", offset=(12, 9))
        await settled(pilot)
        await press(pilot, "enter")
        assert "Look at a sample" in screen_text(pilot.app)


async def test_one_line_is_enough_to_begin(journal: Journal) -> None:
    journal.log.add(NewLine(text="a line of the command line"))
    async with opened(journal) as pilot:
        assert "Begin with" not in screen_text(pilot.app)


async def test_a_sample_without_a_terminal_says_the_command(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "s", "j", "enter")
        assert "growthtui demo expert" in toasts(pilot)


async def test_a_sample_runs_in_this_terminal_and_leads_back(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    @contextmanager
    def suspended(_: object) -> Iterator[None]:
        yield

    monkeypatch.setattr("growthtui.tui.frame.GrowthApp.suspend", suspended)
    monkeypatch.setattr("growthtui.tui.screens.welcome.pick.run", lambda command, check: started.append(command))
    async with opened(journal) as pilot:
        await press(pilot, "s", "enter")
        assert "Begin with" in screen_text(pilot.app)
        assert len(pilot.app.screen_stack) == 1
    assert started == [[sys.executable, "-m", "growthtui", "--today", "2026-11-24", "demo", "staff"]]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("plan.txt", "plan.txt"),
        ("  /a/b c.txt \n", "/a/b c.txt"),
        ("'/a/b c.txt'", "/a/b c.txt"),
        ('"x"', "x"),
        (r"/a/b\ c.txt", "/a/b c.txt"),
        ("file:///a/b", "/a/b"),
        ("", None),
        ("two\nlines", None),
        ('{"schema": 1}', None),
        ("nul\0", None),
    ],
)
def test_what_counts_as_a_path(typed: str, path: str | None) -> None:
    assert path_in(typed) == (None if path is None else Path(path))


def test_completions_are_what_is_missing(tmp_path: Path) -> None:
    for name in ("alpha.txt", "alto", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "album").mkdir()
    assert completions(f"{tmp_path}/al") == ("bum/", "pha.txt", "to")
    assert completions(f"{tmp_path}/") == ("album/", "alpha.txt", "alto")
    assert completions(f"{tmp_path}/.h") == ("idden",)
    assert completions(f"{tmp_path}/nowhere/x") == ()


async def _type(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one("#text", WordsArea).replace_all(text)
    await pilot.pause()
    await settled(pilot)


async def test_without_signs_every_letter_is_plain(journal: Journal) -> None:
    async with opened(journal, settings=settings_for(journal, ascii=True)) as pilot:
        for keys in ((), ("i",), ("escape", "n"), ("j",), ("escape", "s"), ("escape", "7"), ("comma",)):
            await press(pilot, *keys)
            assert screen_text(pilot.app).isascii(), screen_text(pilot.app)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_any_pasted_text_is_only_text(journal: Journal, text: str) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "i")
        for pasted in (
            text,
            f"North Star:\n{text}\n\nCurrent Goal:\n{text}\n\nFocus Points:\n1. {text}\n   - {text}\n",
        ):
            await _type(pilot, pasted)
            holds_no_orders(screen_text(pilot.app))
        await press(pilot, "ctrl+s", "ctrl+s")
        holds_no_orders(screen_text(pilot.app))
