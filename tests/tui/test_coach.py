"""The coach in the app: questions on Home and on their sheet, put aside and brought back, quick answers, ideas."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import TextArea

from growthtui.clock import Clock
from growthtui.domain.plan import ActionStatus, GoalKind, Pace
from growthtui.journal.focus import NewFocus
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.settings import load
from growthtui.tui.screens.coach.ideas import IdeasScreen
from growthtui.tui.screens.coach.pace import PaceSheet
from growthtui.tui.screens.coach.screen import CoachScreen
from growthtui.tui.screens.pair.closing import DoneScreen
from tests.conftest import TODAY
from tests.tui.pairing import answer, begin
from tests.tui.screen import (
    SIZES,
    app_of,
    check_screen,
    opened,
    press,
    screen_text,
    settings_for,
    settled,
    toasts,
    wait_for,
)

PLANS = Path(__file__).parent.parent / "data/plans"


@pytest.fixture
def asked(tmp_path: Path) -> Journal:
    """A journal with the plan of the first seed's broken example."""
    journal = Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state")
    journal.imports.apply(journal.imports.read(PLANS / "bad-01-lead-lead.toml"))
    return journal


def open_rules(journal: Journal) -> list[tuple[str, str]]:
    return [(finding.rule, finding.where) for finding in journal.findings.review().open]


async def choose(pilot: Pilot[None], rule: str) -> CoachScreen:
    """Open the sheet with the cursor on the first question of a rule."""
    app_of(pilot).action_open("coach")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CoachScreen)
    screen.action_pick(next(at for at, one in enumerate(screen.questions) if one.finding.rule == rule))
    await settled(pilot)
    return screen


async def type_into(pilot: Pilot[None], field: str, text: str) -> None:
    pilot.app.screen.query_one(f"#field-{field}", TextArea).text = text
    await settled(pilot)


# Home


async def test_home_asks_one_question_at_a_time_errors_first(asked: Journal) -> None:
    async with opened(asked) as pilot:
        shown = screen_text(pilot.app)
        assert "The coach asks · 1 of 3" in shown
        assert "“I want to become a senior engineer”" in shown
        assert "Who decides about this goal" in shown
        assert "north star yet" not in shown
        await press(pilot, "right")
        assert "The coach asks · 2 of 3" in screen_text(pilot.app)
        assert "There is no north star yet." in screen_text(pilot.app)
        await press(pilot, "left", "left")
        assert "The coach asks · 3 of 3" in screen_text(pilot.app)


async def test_home_says_nothing_when_there_is_nothing_to_ask(journal: Journal) -> None:
    journal.log.add(NewLine(text="a line without any plan"))
    async with opened(journal) as pilot:
        assert "coach" not in screen_text(pilot.app).casefold()
        await press(pilot, "a", "d", "right")
        assert app_of(pilot).current_mode == "home"


async def test_home_paints_before_the_coach_looks(asked: Journal) -> None:
    app_seen: list[str] = []
    async with opened(asked) as pilot:
        desk = app_of(pilot).desk
        assert desk.coach.is_fresh(desk.coach_state)
        before = desk.coach.known
        asked.log.add(NewLine(text="something else"))
        await desk.look_again()
        assert not desk.coach.is_fresh(desk.coach_state)
        app_of(pilot)._redraw()
        await pilot.pause()
        app_seen.append(screen_text(pilot.app))
        await settled(pilot)
        assert desk.coach.is_fresh(desk.coach_state)
    assert "The coach asks" in app_seen[0]
    assert len(before) == 12


async def test_the_sheet_has_three_questions_at_a_time(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        app_of(pilot).action_open("coach")
        await settled(pilot)
        opening = [item.finding.message.split()[:3] for item in app_of(pilot).desk.coach.open]
        for first in range(0, len(opening), 3):
            lines = [line.split()[:3] for line in screen_text(pilot.app).splitlines()]
            shown = [words for words in lines if words in opening]
            assert shown == opening[first : first + 3]
            await press(pilot, "pagedown")


async def test_the_sheet_says_that_wording_is_left_out_in_another_language(journal: Journal) -> None:
    journal.imports.apply(journal.imports.read(PLANS / "good-05-german.toml"))
    async with opened(journal) as pilot:
        app_of(pilot).action_open("coach")
        await settled(pilot)
        assert screen_text(pilot.app).count("does not seem to be in English") == 1


async def test_a_question_is_put_aside_with_a_reason_and_comes_back_when_its_words_change(asked: Journal) -> None:
    action = asked.actions.find("a2")
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP301")
        await press(pilot, "d")
        await type_into(pilot, "reason", "my manager and I agreed on it")
        await press(pilot, "ctrl+s")
        assert ("GP301", "a2") not in open_rules(asked)
        assert "is somebody else's decision" not in screen_text(pilot.app)
        assert "1 question is put aside" in screen_text(pilot.app)
        await press(pilot, "v")
        assert "because: my manager and I agreed on it" in screen_text(pilot.app)
        asked.actions.edit(action, type(action)(id=action.id, focus=action.focus, text="Be tech lead of the move"))
        await app_of(pilot)._look()
        await settled(pilot)
        assert ("GP301", "a2") in open_rules(asked)


async def test_what_was_put_aside_is_brought_back_by_hand(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP206")
        await press(pilot, "d", "ctrl+s", "v", "b")
        assert ("GP206", "a1") in open_rules(asked)
        assert "It is asked again." in toasts(pilot)


async def test_leaving_the_form_keeps_the_reason(asked: Journal) -> None:
    async with opened(asked) as pilot:
        await press(pilot, "d")
        await type_into(pilot, "reason", "half a reas")
        await press(pilot, "escape")
        assert "Draft" in screen_text(pilot.app)
        await press(pilot, "c")
        assert pilot.app.screen.query_one(TextArea).text == "half a reas"


async def test_a_rule_is_switched_off_and_on_again(asked: Journal) -> None:
    settings = settings_for(asked)
    async with opened(asked, size=(120, 60), settings=settings) as pilot:
        screen = await choose(pilot, "GP602")
        await press(pilot, "x")
        assert 'rules_off = ["GP602"]' in settings.config.read_text("utf-8")
        assert not any(one.finding.rule == "GP602" for one in screen.questions)
        await press(pilot, "v")
        assert "Switched off" in screen_text(pilot.app)
        await press(pilot, "b")
        assert any(one.finding.rule == "GP602" and one.finding.state == "open" for one in screen.questions)
        assert load({"config": str(settings.config)}).rules_off == ()


# quick answers


async def test_an_outcome_becomes_a_sign_with_an_own_action_and_undo_takes_it_back(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP301")
        await press(pilot, "enter")
        await type_into(pilot, "action", "Lead the design of the export service and write it up by 31 March")
        await press(pilot, "ctrl+s")
        assert asked.goals.current().signs[0].text == "Be tech lead of a larger project"
        assert asked.actions.find("a2").status is ActionStatus.DROPPED
        assert not {rule for rule, _ in open_rules(asked)} & {"GP301", "GP401"}
        await press(pilot, "u")
        assert asked.goals.current().signs == ()
        assert asked.actions.find("a2").status is ActionStatus.OPEN


async def test_an_outcome_becomes_a_goal_when_that_is_chosen(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP301")
        await press(pilot, "enter", "tab", "right")
        await type_into(pilot, "action", "Lead the design of the export service and write it up by 31 March")
        await press(pilot, "ctrl+s")
        assert ("Be tech lead of a larger project", GoalKind.CAREER) in [
            (goal.text, goal.kind) for goal in asked.snapshot().goals
        ]
        assert asked.goals.current().signs == ()


async def test_who_will_notice_goes_to_the_end_of_the_words(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP206")
        await press(pilot, "enter")
        await type_into(pilot, "who", "Ana")
        await press(pilot, "ctrl+s")
        assert asked.actions.find("a1").text == "Be a leader in my team, seen by Ana"
        assert ("GP206", "a1") not in open_rules(asked)


ANSWERS = {
    "GP101": ({"words": "Be someone other engineers learn from"}, "north_star"),
    "GP401": ({"sign": "Two teams use it by June"}, "g1"),
    "GP206": ({"words": "Let my team see how I lead: run one review a month and ask for a note on it"}, "a1"),
    "GP404": ({"every": "2w"}, "a1"),
    "GP501": ({"words": "No work in the evenings"}, "principles"),
    "GP601": ({"who": "Priya Nair"}, "checkins"),
}
"""Rule to what is typed, and where it asked."""


@pytest.mark.parametrize("rule", ANSWERS)
async def test_a_quick_answer_is_one_step_that_can_be_undone(asked: Journal, rule: str) -> None:
    typed, where = ANSWERS[rule]
    steps = len(asked.undo.history())
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, rule)
        await press(pilot, "enter")
        for field, text in typed.items():
            await type_into(pilot, field, text)
        await press(pilot, "ctrl+s")
        assert (rule, where) not in open_rules(asked)
        assert len(asked.undo.history()) == steps + 1
        await press(pilot, "u")
        assert (rule, where) in open_rules(asked)


async def test_what_cannot_be_read_is_said_in_the_form(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await choose(pilot, "GP404")
        await press(pilot, "enter")
        await type_into(pilot, "due", "never ever")
        await press(pilot, "ctrl+s")
        assert "never ever" in screen_text(pilot.app)
        assert ("GP404", "a1") in open_rules(asked)


# ideas


async def test_an_idea_answers_the_gravest_question_and_becomes_an_action(asked: Journal) -> None:
    async with opened(asked, size=(120, 60)) as pilot:
        await press(pilot, "a")
        screen = pilot.app.screen
        assert isinstance(screen, IdeasScreen)
        shown = screen_text(pilot.app)
        assert "For inspiration" in shown
        assert "Mind: Tell your own manager first." in shown
        await press(pilot, "enter", "ctrl+s")
        new = asked.snapshot().actions[-1]
        assert new.direction == "manager"
        assert ("GP201", "g1") not in open_rules(asked)
        await press(pilot, "u")
        assert len(asked.snapshot().actions) == 2


async def test_the_shelf_is_open_without_a_plan_and_says_what_is_missing(journal: Journal) -> None:
    journal.log.add(NewLine(text="a line"))
    async with opened(journal) as pilot:
        app_of(pilot).action_open("ideas")
        await settled(pilot)
        await press(pilot, "tab", "enter")
        assert "there is none yet" in toasts(pilot)
        await press(pilot, "escape")
        assert app_of(pilot).current_mode == "home"


# how it looks


@pytest.mark.parametrize("size", SIZES)
async def test_goldens(asked: Journal, size: tuple[int, int]) -> None:
    async with opened(asked, size=size) as pilot:
        check_screen("coach-home", pilot)
        await press(pilot, "j", "j", "d")
        check_screen("coach-not-now", pilot)
        await press(pilot, "escape", "t")
        check_screen("coach-sheet", pilot)
        await choose_and_check(pilot)


async def choose_and_check(pilot: Pilot[None]) -> None:
    await press(pilot, "down", "down", "down", "down", "down")
    check_screen("coach-sheet-below", pilot)
    await press(pilot, "enter")
    check_screen("coach-own-action", pilot)
    await press(pilot, "escape", "i")
    check_screen("coach-ideas", pilot)
    await press(pilot, "enter")
    check_screen("coach-idea", pilot)


async def test_the_sheet_is_calm_when_there_is_nothing_to_ask(journal: Journal) -> None:
    journal.log.add(NewLine(text="a line"))
    async with opened(journal) as pilot:
        app_of(pilot).action_open("coach")
        await settled(pilot)
        assert "Nothing to ask just now." in screen_text(pilot.app)
        await press(pilot, "enter", "d", "b", "x", "p", "down")
        assert "Nothing to ask just now." in screen_text(pilot.app)


# beside the plan


async def test_a_question_stands_beside_the_row_it_is_about_and_is_answered_there(asked: Journal) -> None:
    async with opened(asked, size=SIZES[1]) as pilot:
        await press(pilot, "2", "down", "down")
        shown = screen_text(pilot.app)
        assert "What can you do yourself so that this becomes" in shown
        assert "'be tech lead' is somebody else's" in shown
        await press(pilot, "e")
        await type_into(pilot, "action", "Write the design of the export service by 31 March")
        await press(pilot, "ctrl+s")
        assert ("GP301", "a2") not in open_rules(asked)
        assert "What can you do yourself so that this becomes" not in screen_text(pilot.app)


async def test_a_row_without_a_question_says_so(asked: Journal) -> None:
    asked.actions.edit(asked.actions.find("a1"), replace(asked.actions.find("a1"), text="Ask my manager every 2 weeks"))
    async with opened(asked) as pilot:
        await press(pilot, "2", "down", "e")
        assert "no question about this row" in toasts(pilot)


async def test_the_coach_reads_along_while_an_action_is_typed(asked: Journal) -> None:
    async with opened(asked) as pilot:
        await press(pilot, "2", "down", "m")
        question = "Who should see you this way"
        await wait_for(lambda: question in screen_text(pilot.app), pilot)
        await type_into(pilot, "words", "Get the tech lead role")
        await wait_for(lambda: "somebody else's decision" in screen_text(pilot.app), pilot)
        await type_into(pilot, "words", "Ask my manager for one review every 2 weeks, and write down what came of it")
        await wait_for(lambda: "▌" not in screen_text(pilot.app).partition("Readers")[0], pilot)
        await press(pilot, "ctrl+s")
        assert "Ask my manager for one review" in asked.actions.find("a1").text


async def test_an_idea_goes_into_the_focus_point_under_the_cursor(asked: Journal) -> None:
    focus = asked.focus.add(NewFocus(title="Be known"))
    async with opened(asked) as pilot:
        await press(pilot, "2", "down", "down", "down", "i")
        assert isinstance(pilot.app.screen, IdeasScreen)
        await press(pilot, "enter", "ctrl+s")
        assert len(asked.snapshot().actions_by_focus[focus.id]) == 1


# price and time


async def test_the_price_in_time_is_worked_out_and_goes_into_the_plan(asked: Journal) -> None:
    async with opened(asked) as pilot:
        app_of(pilot).action_open("pace")
        await settled(pilot)
        await type_into(pilot, "total", "60")
        await type_into(pilot, "hours", "5")
        shown = screen_text(pilot.app)
        assert "12 weeks   until 16 Feb 2027" in shown
        assert "24 weeks" in shown
        check_screen("coach-pace", pilot)
        await type_into(pilot, "hours", "lots")
        assert "write a number of hours" in screen_text(pilot.app)
        await type_into(pilot, "hours", "2,5")
        await press(pilot, "ctrl+s")
        plan = asked.plans.active()
        assert (plan.hours_per_week, plan.pace) == (
            2.5,
            Pace(hours_in_all=60, hours_per_week=2.5, until=date(2027, 5, 11)),
        )
        await press(pilot, "2", "n")
        assert "2.5 hours a week until 11 May 2027" in screen_text(pilot.app)
        await press(pilot, "u")
        assert (asked.plans.active().hours_per_week, asked.plans.active().pace) == (None, None)


# sessions


async def test_a_session_opens_with_the_promise_of_the_last_one(asked: Journal) -> None:
    wizard = asked.sessions.begin("pairing", "Bo")
    wizard = wizard.go_to(wizard.questions["close"]).write("When lunch starts, I ask Jonas.").next()
    asked.sessions.finish(wizard)
    async with opened(asked, size=SIZES[1]) as pilot:
        await press(pilot, "4", "enter")
        shown = screen_text(pilot.app)
        assert "On today you promised" not in shown
        assert "Today you promised" in shown
        assert "When lunch starts, I ask Jonas." in shown


async def test_the_coach_looks_at_the_plan_after_a_session_and_not_during_it(asked: Journal) -> None:
    async with opened(asked, size=SIZES[1]) as pilot:
        await begin(pilot, "stuck", "")
        await answer(pilot, "I miss practice in moderating.")
        assert "Who decides about this goal" not in screen_text(pilot.app)
        await answer(pilot, "Only my team knows.", "Two hours a week.")
        while not isinstance(pilot.app.screen, DoneScreen):
            assert "Who decides about this goal" not in screen_text(pilot.app)
            await press(pilot, "ctrl+s")
        shown = screen_text(pilot.app)
        assert "The coach has looked at your plan" in shown
        assert "Who decides about this goal" in shown
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PaceSheet)


async def test_the_panel_says_what_to_listen_for(asked: Journal) -> None:
    async with opened(asked, size=(120, 50)) as pilot:
        await begin(pilot, "pairing", "Bo")
        await answer(pilot, "Between us.")
        shown = screen_text(pilot.app)
        assert "Listen for" in shown
        assert "words that could mean anything" in shown
