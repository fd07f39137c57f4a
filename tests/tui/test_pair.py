"""Sessions from the first question to the plan: by two, left and gone on with, alone, the set for being stuck."""

import re
from datetime import date
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.domain.base import Audience
from growthtui.domain.plan import GoalKind
from growthtui.errors import NotWrittenError
from growthtui.journal.journal import Journal
from growthtui.journal.sessions import Sessions
from growthtui.tui.wizard.answer import AnswerArea
from growthtui.tui.wizard.panel import AskerPanel
from growthtui.tui.wizard.scale import Scale
from tests.conftest import TODAY
from tests.tui.pairing import ANSWERS, begin, fill, walk_of
from tests.tui.pairing import answer as say
from tests.tui.screen import app_of, opened, press, screen_text, settled, toasts, wait_for

WIDE = (120, 36)


async def test_two_at_one_screen_end_with_an_accepted_plan(journal: Journal) -> None:
    async with opened(journal, WIDE) as pilot:
        await begin(pilot)
        await say(pilot, ANSWERS[0])
        await press(pilot, "tab", "8")
        await say(pilot, *ANSWERS[1:])
        assert "No evenings" not in screen_text(pilot.app)  # private, and Bo looks on
        await press(pilot, "ctrl+s", "c", "f", "m")
        await press(pilot, "y", "e")
        await fill(pilot, "#more-first_step", "send the list to Priya")
        await press(pilot, "ctrl+s", "y", "y", "n", "y", "y", "y")
        assert "Everything is decided" in screen_text(pilot.app)
        await press(pilot, "ctrl+s")
        await fill(pilot, "#day", "in 3 weeks")
        await press(pilot, "ctrl+s")
        assert "1 goal, 2 measures, 4 focus points, 1 ask, 1 limit, 1 next step" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert pilot.app.current_mode == "plan"
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.current_goal is not None
    assert tree.current_goal.kind is GoalKind.CAREER
    assert [focus.direction for focus in tree.focus] == ["visibility", "learning", "", ""]
    assert [(point.focus.title, [action.text for action in point.actions]) for point in tree.points[2:]] == [
        (
            "Hand over the two small services",
            ["send the list to Priya", "Ask Priya: Priya takes over the two services by Thursday"],
        ),
        ("One write-up per month", []),
    ]
    assert [one.next_date for one in tree.checkins] == [date(2026, 12, 15)]
    (session,) = journal.snapshot().sessions
    assert session.finished
    assert tuple(answer.text for answer in session.answers) == ANSWERS
    assert session.answers[1].scale == 8
    assert journal.drafts.waiting() == ()
    journal.undo.undo()
    assert journal.snapshot().tree is None


async def test_a_session_is_left_with_escape_and_gone_on_with(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, ANSWERS[0])
        await fill(pilot, "#words", "half a goal")
        await press(pilot, "escape")
        assert "left today at 2 of 8" in screen_text(pilot.app)
        assert journal.drafts.waiting() == ()
    async with opened(journal) as pilot:
        await press(pilot, "4", "enter")
        assert pilot.app.screen.query_one(AnswerArea).text == "half a goal"
        await press(pilot, "ctrl+o")
        assert pilot.app.screen.query_one(AnswerArea).text == ANSWERS[0]
    assert [session.finished for session in journal.snapshot().sessions] == [False]


async def test_a_kill_loses_nothing(journal: Journal, tmp_path: Path) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, *ANSWERS)
        await press(pilot, "ctrl+s", "c", "n", "e")
        await fill(pilot, "#text", "moderate reviews")
        app_of(pilot).desk.drafts.close()  # all that a killed process leaves behind
        again = Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")
        async with opened(again) as second:
            assert "Pairing with Bo, the read-back" in screen_text(second.app)
            await press(second, "c")
            shown = screen_text(second.app)
            assert "✓ goal" in shown
            assert "– gap" in shown
            assert re.search(r"○ gap +moderate reviews", shown)


async def test_going_elsewhere_keeps_the_session(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, *"abc", "ctrl+g", "1")
        assert "Pairing with Bo, 1 of 8" in screen_text(pilot.app)
        await press(pilot, "4", "enter")
        assert pilot.app.screen.query_one(AnswerArea).text == "abc"


async def test_nothing_said_is_nothing_kept(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "ctrl+s", "escape")
        assert "Go on" not in screen_text(pilot.app)
    assert not journal.exists
    assert journal.drafts.waiting() == ()


async def test_alone_the_program_asks_one_probe_after_the_other(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, name="")
        await press(pilot, "ctrl+s")
        step = walk_of(pilot).wizard.step
        assert "ordinary Tuesday" not in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "plus")
        assert "ordinary Tuesday" in screen_text(pilot.app)
        assert "about where you are" not in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "plus", "ctrl+g", "plus")
        assert walk_of(pilot).wizard.answer.probes == step.probes[:2]
        assert "That is enough for one question." in toasts(pilot)
        assert "Gives the direction" not in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "a")
        assert "Gives the direction" in screen_text(pilot.app)


async def test_stuck_leads_to_a_gap_and_a_focus_point(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "Failure modes in large designs", "Nobody outside my team knows", "3 hours a week")
        await press(pilot, "ctrl+s", "m", "y", "y", "ctrl+s", "ctrl+s")
        assert "2 focus points, hours a week" in screen_text(pilot.app)
    tree = journal.snapshot().tree
    assert tree is not None
    assert [(focus.title, focus.direction) for focus in tree.focus] == [
        ("Failure modes in large designs", "learning"),
        ("Nobody outside my team knows", "visibility"),
    ]
    assert tree.plan.hours_per_week == 3


@pytest.mark.parametrize("set_id", ["survey", "manager_review", "pgp"])
async def test_every_other_set_runs_to_its_end(journal: Journal, set_id: str) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, set_id)
        count = len(walk_of(pilot).wizard.questions.steps)
        await say(pilot, *["an answer"] * count)
        for _ in range(3):
            if "Done" not in screen_text(pilot.app):
                await press(pilot, "ctrl+s")
        assert "Done" in screen_text(pilot.app)
    (session,) = journal.snapshot().sessions
    assert [answer.text for answer in session.answers] == ["an answer"] * count


async def test_the_asker_marks_the_probes_that_were_used(journal: Journal) -> None:
    async with opened(journal, WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "tab", "tab")
        assert isinstance(pilot.app.focused, AskerPanel)
        await press(pilot, "down", "enter")
        step = walk_of(pilot).wizard.step
        assert walk_of(pilot).wizard.answer.probes == (step.probes[1],)
        assert "✓ Is that about what you can do" in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "plus", "enter")
        assert len(walk_of(pilot).wizard.answer.probes) == 2


async def test_a_weak_answer_suggests_one_probe_to_the_asker(journal: Journal) -> None:
    async with opened(journal, WIDE) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s")
        assert "worth asking now" not in screen_text(pilot.app)
        await fill(pilot, "#words", walk_of(pilot).wizard.step.weak_example)
        assert "worth asking now" in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "plus")
        assert walk_of(pilot).wizard.answer.probes == walk_of(pilot).wizard.step.probes[:1]
        assert "worth asking now" not in screen_text(pilot.app)


@pytest.mark.parametrize(("size", "is_shown"), [((80, 24), False), (WIDE, True)])
async def test_one_key_shows_or_hides_the_panel(journal: Journal, size: tuple[int, int], is_shown: bool) -> None:
    async with opened(journal, size) as pilot:
        await begin(pilot)
        assert ("For Bo" in screen_text(pilot.app)) is is_shown
        await press(pilot, "ctrl+g", "a")
        assert ("For Bo" in screen_text(pilot.app)) is not is_shown
        await press(pilot, "ctrl+g", "a")
        assert ("For Bo" in screen_text(pilot.app)) is is_shown
        assert isinstance(pilot.app.focused, AnswerArea)


async def test_parked_suggestions_are_shown_only_on_a_yes(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck")
        for words in ("write it in March", "ask Lena"):
            await press(pilot, "ctrl+g", "p")
            await fill(pilot, "#text", words)
            await press(pilot, "ctrl+s")
        await say(pilot, "", "", "an answer that offers nothing")
        await press(pilot, "ctrl+s")
        assert "2 suggestions are parked" in screen_text(pilot.app)
        assert "in March" not in screen_text(pilot.app)
        await press(pilot, "y")
        assert "write it in March" in screen_text(pilot.app)
        assert "ask Lena" not in screen_text(pilot.app)
        await press(pilot, "y", "n", "ctrl+s")
    (session,) = journal.snapshot().sessions
    assert [(advice.shown, advice.taken) for advice in session.parked_advice] == [(True, True), (True, False)]


async def test_a_no_leaves_suggestions_hidden(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck")
        await press(pilot, "ctrl+g", "p")
        await fill(pilot, "#text", "write it in March")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "n", "ctrl+s")
        assert "Done" in screen_text(pilot.app)
    assert [advice.shown for advice in journal.snapshot().sessions[0].parked_advice] == [False]


async def test_a_private_answer_is_masked_until_it_is_shown(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        for _ in range(6):
            await press(pilot, "ctrl+s")
        await press(pilot, *"secret")
        assert "secret" not in screen_text(pilot.app)
        assert "••••••" in screen_text(pilot.app)
        await press(pilot, "ctrl+g", "v")
        assert "secret" in screen_text(pilot.app)
        await press(pilot, "ctrl+s", "ctrl+s", *["down"] * 6)
        assert "private · v shows it" in screen_text(pilot.app)
        assert "secret" not in screen_text(pilot.app)
        await press(pilot, "v")
        assert "secret" in screen_text(pilot.app)


async def test_alone_nothing_is_masked(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "", "", "secret")
        assert "secret" in screen_text(pilot.app)


async def test_who_may_read_is_asked_where_the_set_asks_it(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, "tab", "right")
        await say(pilot, "between us", "the goal")
        await press(pilot, "escape")
    (session,) = journal.snapshot().sessions
    assert [answer.visibility for answer in session.answers] == [(Audience.SELF,), (Audience.SELF,)]


async def test_letters_and_digits_belong_to_the_scale(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "tab")
        scale = pilot.app.focused
        assert isinstance(scale, Scale)
        await press(pilot, "q", "l", "7")
        assert scale.value == 7
        await press(pilot, "right", "0")
        assert scale.value == 10
        await press(pilot, "right", "left")
        assert walk_of(pilot).wizard.answer.scale == 9
        await press(pilot, "backspace")
        assert walk_of(pilot).wizard.answer.scale is None


async def test_a_measure_without_a_goal_is_refused_before_it_is_taken(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, "", "", "", "Two teams use it by June", "", "", "", "")
        await press(pilot, "ctrl+s", "y")
        assert "no goal is current" in screen_text(pilot.app)
        assert not walk_of(pilot).decisions.taken


async def test_a_goal_is_not_taken_without_its_kind(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, "", "Run the design by June. It is a career goal.", *[""] * 6)
        await press(pilot, "ctrl+s", "e", "ctrl+s")
        assert not walk_of(pilot).decisions.taken
        await press(pilot, "p")
        assert [item.goal_kind for item in walk_of(pilot).decisions.taken] == [GoalKind.PERSONAL]


async def test_an_answer_can_be_changed_at_the_read_back(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck")
        await say(pilot, "one", "two", "three")
        await press(pilot, "down", "enter")
        assert pilot.app.screen.query_one(AnswerArea).text == "two"
        await press(pilot, "ctrl+g", "b")
        assert "three" in screen_text(pilot.app)
        await press(pilot, "ctrl+s")
        assert pilot.app.screen.query_one(AnswerArea).text == "two"


async def test_a_day_that_is_over_or_no_day_is_said_at_once(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck")
        await say(pilot, "", "", "an answer")
        await press(pilot, "ctrl+s")
        for typed, said in (("yesterday", "is over"), ("xyz", "xyz"), ("15 Dec", "Tuesday, 15 December 2026")):
            await fill(pilot, "#day", typed)
            assert said in " ".join(screen_text(pilot.app).split())
        await fill(pilot, "#day", "yesterday")
        await press(pilot, "ctrl+s")
        assert "Done" not in screen_text(pilot.app)
    assert not journal.exists


async def test_undo_right_after_takes_the_whole_session_back(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "Failure modes", "", "")
        await press(pilot, "ctrl+s", "m", "ctrl+s", "ctrl+s", "u")
        assert "taken back" in screen_text(pilot.app)
        assert journal.snapshot().focus == ()
        await press(pilot, "U")
        assert "Done." in screen_text(pilot.app)
        assert len(journal.snapshot().focus) == 1


async def test_a_finished_session_can_be_read_and_put_away(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "Failure modes", "", "")
        await press(pilot, "ctrl+s", "n", "ctrl+s", "ctrl+s", "escape")
        assert "Earlier" in screen_text(pilot.app)
        await press(pilot, "end", *["down"] * 5, "enter")
        assert "Failure modes" in screen_text(pilot.app)
        await press(pilot, "escape", "d")
        await settled(pilot)
        assert "Earlier" not in screen_text(pilot.app)
    assert len(journal.trash.list()) == 1


async def test_keys_that_come_at_once_keep_their_order(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await pilot.press(*"one", "ctrl+s", *"two", "ctrl+s", *"3 hours", "ctrl+s", "ctrl+s")
        await settled(pilot)
        assert [answer.text for answer in walk_of(pilot).wizard.session.answers] == ["one", "two", "3 hours"]


async def test_what_is_typed_right_before_a_key_belongs_to_its_question(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await pilot.press(*"ab", "ctrl+s", *"cd", "tab", "7", "ctrl+s", *"ef", "tab", "3", "escape")
        await settled(pilot)
    (session,) = journal.snapshot().sessions
    assert [(answer.text, answer.scale) for answer in session.answers] == [("ab", None), ("cd", 7), ("ef", 3)]


async def test_finishing_twice_takes_the_items_once(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "", "Nobody knows", "")
        await press(pilot, "ctrl+s", "y", "ctrl+s")
        await pilot.press("ctrl+s", "ctrl+s", "ctrl+s")
        await settled(pilot)
    assert len(journal.snapshot().focus) == 1
    assert len(journal.snapshot().sessions) == 1


async def test_a_failed_save_keeps_everything_and_can_be_tried_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotWrittenError(journal.path, "the disk is full")

    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "", "Nobody knows", "")
        await press(pilot, "ctrl+s", "y", "ctrl+s")
        with monkeypatch.context() as disk:
            disk.setattr(Sessions, "finish", full)
            await press(pilot, "ctrl+s")
        assert "the disk is full" in toasts(pilot)
        assert "Into the plan" in screen_text(pilot.app)
        assert len(journal.drafts.waiting()) == 1
        await press(pilot, "ctrl+s")
        assert "Done." in screen_text(pilot.app)
    assert len(journal.snapshot().focus) == 1


async def test_a_suggestion_is_parked_once_and_half_of_one_is_kept(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await pilot.press("ctrl+g", "p", *"one", "ctrl+s", "ctrl+g", "p", *"two", "escape")
        await settled(pilot)
        assert [advice.text for advice in walk_of(pilot).wizard.session.parked_advice] == ["one"]
        assert walk_of(pilot).parking == "two"
        await press(pilot, "escape", "enter", "ctrl+g", "p")
        assert "two" in screen_text(pilot.app)


async def test_the_marked_probe_and_what_stands_below_it_can_be_read(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+s", "ctrl+g", "a")
        assert "park a suggestion" not in screen_text(pilot.app)
        await press(pilot, "down", "down", "down")
        assert "other way round?" in screen_text(pilot.app)
        await press(pilot, *["down"] * 20)
        assert "park a suggestion" in screen_text(pilot.app)
        await press(pilot, "up", "up", "up")
        assert "› What would be different" in screen_text(pilot.app)


async def test_a_journal_that_goes_bad_meanwhile_loses_no_answer(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, *ANSWERS[:3])
        await press(pilot, "escape")
        await press(pilot, "enter", *"typed")
        good = journal.path.read_bytes()
        journal.path.write_bytes(b"{")
        await wait_for(lambda: "cannot be read" in screen_text(pilot.app), pilot)
        journal.path.write_bytes(good)
        await press(pilot, "r")
        await wait_for(lambda: "│ typed" in screen_text(pilot.app), pilot)
        assert [answer.text for answer in walk_of(pilot).wizard.session.answers] == [*ANSWERS[:3], "typed"]
