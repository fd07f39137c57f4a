"""The plan: walked, added to, ordered, ended and taken back with the keys."""

from datetime import timedelta
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.domain.plan import ActionStatus, FocusStatus, GoalKind, GoalStatus
from growthtui.journal.actions import NewAction
from growthtui.journal.demo import write_demo
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.journal.plans import NewPlan
from growthtui.present.plan import Note, Part, View
from growthtui.present.top import TABS
from growthtui.tui.commands import EVERYWHERE
from growthtui.tui.screens.plan.keys import KEYS, WRITING
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.planning import FOCUS, GOALS, NORTH_STAR, fill, late_journal, plan_of, stand_on, tree_of
from tests.tui.screen import (
    SIZES,
    app_of,
    opened,
    press,
    screen_text,
    settled,
    toasts,
    wait_for,
)
from tests.tui.terminal import Terminal, needs_tmux
from tests.tui.test_hostile import TEXTS, holds_no_orders, poison
from tests.tui.test_terminal import start

# from nothing to a plan


async def test_a_north_star_a_goal_a_focus_point_and_an_action_from_nothing(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "2", "a")
        await fill(pilot, words="people leave a talk with me braver")
        await press(pilot, "ctrl+s", GOALS, "a")
        await fill(pilot, words="Speak at a conference", why="to be heard", signs="accepted talk\nthree questions")
        pilot.app.screen.query_one("#field-kind", Choice).choose(2)
        await press(pilot, "ctrl+s", FOCUS, "enter")
        await fill(pilot, title="Practise in public")
        await press(pilot, "ctrl+s")
        assert plan_of(pilot).row.text == "Practise in public"
        await press(pilot, "j", "a")
        await fill(pilot, words="One short talk at work", every="2w", needs="Bo, Ana")
        await press(pilot, "ctrl+s")
        assert plan_of(pilot).row.text == "One short talk at work"
    tree = tree_of(journal)
    goal = tree.goals[0]
    assert tree.plan.north_star == "people leave a talk with me braver"
    assert (goal.text, goal.kind, goal.current, goal.why) == (
        "Speak at a conference",
        GoalKind.CAREER,
        True,
        "to be heard",
    )
    assert goal.measures == ("accepted talk", "three questions")
    assert tree.focus[0].goal == goal.id
    assert (tree.actions[0].cadence, tree.actions[0].needs) == ("2w", ("Bo", "Ana"))


async def test_a_principle_a_check_in_and_the_time_of_the_plan(demo_journal: Journal) -> None:
    before = tree_of(demo_journal)
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", NORTH_STAR, "a")
        await fill(pilot, words="Sundays are free", price="a later date")
        pilot.app.screen.query_one("#field-kind", Choice).choose(1)
        await press(pilot, "ctrl+s")
        plan_of(pilot).action_write("checkin")
        await settled(pilot)
        await fill(pilot, **{"with": "Mira", "role": "friend", "weeks": "3"})
        await press(pilot, "ctrl+s")
        plan_of(pilot).action_write("plan")
        await settled(pilot)
        await fill(pilot, months="8", hours="2,5")
        await press(pilot, "ctrl+s")
    after = tree_of(demo_journal)
    principle = next(one for one in after.principles if one not in before.principles)
    checkin = next(one for one in after.checkins if one not in before.checkins)
    assert (principle.text, principle.kind.value, principle.accepted_consequence) == (
        "Sundays are free",
        "limit",
        "a later date",
    )
    assert (checkin.with_, checkin.role, checkin.every_weeks) == ("Mira", "friend", 3)
    assert (after.plan.horizon_months, after.plan.hours_per_week) == (8, 2.5)


# changing


async def test_a_goal_is_edited_and_its_earlier_words_are_kept_and_shown(demo_journal: Journal) -> None:
    old = tree_of(demo_journal).goals[0]
    async with opened(demo_journal, SIZES[1]) as pilot:
        await press(pilot, "2", GOALS, "m")
        await fill(pilot, words=old.text.replace("September", "March"))
        await press(pilot, "ctrl+s", "v")
        shown = screen_text(pilot.app)
        assert "[-September]" in shown
        assert "[+March]" in shown
        await press(pilot, "escape", "u")
    assert tree_of(demo_journal).goals[0] == old


async def test_signs_and_asks_are_added_answered_and_removed_by_name(demo_journal: Journal) -> None:
    goal = tree_of(demo_journal).goals[0]
    signs = len(goal.measures)
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", GOALS, "a", "enter")
        await fill(pilot, words="a fifth team asks", target="5", unit="teams")
        await press(pilot, "ctrl+s", "d")
        await fill(pilot, value="3")
        await press(pilot, "ctrl+s")
        assert "now 3 of 5 teams" in screen_text(pilot.app)
        plan_of(pilot).action_add_to("ask")
        await settled(pilot)
        await fill(pilot, ask="two hours a week", who="Priya", by="31 Jan")
        await press(pilot, "ctrl+s", "d")
        await fill(pilot, answer="yes, from May")
        await press(pilot, "ctrl+s")
        assert Note("they said", "yes, from May") in plan_of(pilot).row.notes
        await stand_on(pilot, Part.MEASURE, goal.id, signs)
        await press(pilot, "x", "y")
    after = tree_of(demo_journal).goals[0]
    assert after.measures == goal.measures
    assert (after.dependencies[-1].who, after.dependencies[-1].status) == ("Priya", "yes, from May")


async def test_an_action_is_done_and_opened_again(demo_journal: Journal) -> None:
    action = next(one for one in tree_of(demo_journal).actions if one.status is ActionStatus.OPEN and not one.cadence)
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        await stand_on(pilot, Part.ACTION, action.id)
        await press(pilot, "d")
        assert demo_journal.actions.find(action.id).done_on == TODAY
        await press(pilot, "o")
        assert demo_journal.actions.find(action.id).status is ActionStatus.OPEN
        await press(pilot, "D")
        await fill(pilot, on="yesterday", words="went well")
        await press(pilot, "ctrl+s")
    done = demo_journal.actions.find(action.id)
    assert done.done_on == TODAY - timedelta(days=1)
    assert done.doings[-1].text == "went well"


async def test_an_action_goes_to_another_focus_point(demo_journal: Journal) -> None:
    tree = tree_of(demo_journal)
    action = tree.points[0].actions[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "m")
        pilot.app.screen.query_one("#field-focus", Choice).choose(1)
        await press(pilot, "ctrl+s")
    assert tree_of(demo_journal).points[1].actions[-1].id == action.id


@pytest.mark.parametrize(("down", "up"), [("J", "K"), ("shift+down", "shift+up")])
async def test_focus_points_and_actions_change_places(demo_journal: Journal, down: str, up: str) -> None:
    before = [point.id for point in tree_of(demo_journal).focus]
    actions = [action.id for action in tree_of(demo_journal).points[0].actions]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", down)
        assert [point.id for point in tree_of(demo_journal).focus][:2] == before[1::-1]
        assert plan_of(pilot).row.id == before[0]
        await press(pilot, up, up)
        assert [point.id for point in tree_of(demo_journal).focus] == before
        await press(pilot, "j", down)
    assert [action.id for action in tree_of(demo_journal).points[0].actions][:2] == actions[1::-1]


@pytest.mark.parametrize("part", [Part.PRINCIPLE, Part.MEASURE, Part.ASK, Part.CHECKIN])
async def test_what_stands_in_a_list_changes_places_and_is_taken_back(demo_journal: Journal, part: Part) -> None:
    for name in ("Priya", "Lena"):
        demo_journal.asks.add(demo_journal.goals.current(), name, f"an hour of {name}")
    before = tree_of(demo_journal)
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        record = {Part.PRINCIPLE: before.principles[0].id, Part.CHECKIN: before.checkins[0].id}
        await stand_on(pilot, part, record.get(part, before.goals[0].id))
        words = plan_of(pilot).row.text
        await press(pilot, "K")
        assert tree_of(demo_journal) == before
        await press(pilot, "J")
        rows = [row.text for row in plan_of(pilot).plan.rows if row.part is part]
        assert plan_of(pilot).row.text == words == rows[1]
        await press(pilot, "J", "u")
    assert tree_of(demo_journal) == before


async def test_the_goal_that_waits_becomes_current(demo_journal: Journal) -> None:
    first = tree_of(demo_journal).goals[0]
    second = demo_journal.goals.add(NewGoal(text="Learn to sing"))
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        await stand_on(pilot, Part.GOAL, second.id)
        await press(pilot, "c")
        assert demo_journal.goals.find(second.id).current
        await press(pilot, "u")
    assert demo_journal.goals.find(first.id).current


# asked


async def test_three_rows_at_most_have_their_question_beside_them(demo_journal: Journal) -> None:
    for where in ("design", "talks", "reviews", "planning", "hiring"):
        demo_journal.actions.add(NewAction(text=f"Be more proactive in {where}", focus="1"))
    async with opened(demo_journal, (100, 60)) as pilot:
        await press(pilot, "2")
        await wait_for(lambda: "The coach asks about" in screen_text(pilot.app), pilot)
        asked = plan_of(pilot).asked
        assert len(plan_of(pilot).questions) == 3
        assert f"about {len(asked) - 3} more row" in screen_text(pilot.app)
        hidden = list(asked)[-1]
        await stand_on(pilot, *hidden)
        assert "e answer" in screen_text(pilot.app)


# ending


async def test_a_goal_is_closed_with_a_reason_and_taken_back(demo_journal: Journal) -> None:
    goal = tree_of(demo_journal).goals[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", GOALS, "x")
        assert goal.text[:20] in screen_text(pilot.app)
        await fill(pilot, reason="confirmed in September")
        await press(pilot, "ctrl+s")
        ended = demo_journal.goals.find(goal.id)
        assert (ended.status, ended.reason, ended.closed_on) == (GoalStatus.REACHED, "confirmed in September", TODAY)
        await press(pilot, "u")
    assert demo_journal.goals.find(goal.id) == goal


async def test_a_focus_point_is_parked_opened_again_and_closed(demo_journal: Journal) -> None:
    point = tree_of(demo_journal).focus[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "p")
        await fill(pilot, reason="after the release")
        await press(pilot, "ctrl+s")
        parked = demo_journal.focus.find(point.id)
        assert (parked.status, parked.reason) == (FocusStatus.PARKED, "after the release")
        assert plan_of(pilot).row.id == point.id
        await press(pilot, "o", "x", "ctrl+s")
    assert demo_journal.focus.find(point.id).status is FocusStatus.CLOSED


async def test_an_action_is_dropped_with_a_reason(demo_journal: Journal) -> None:
    action = tree_of(demo_journal).points[0].actions[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "x")
        await fill(pilot, reason="Priya left")
        await press(pilot, "ctrl+s")
        assert "The action is dropped" in toasts(pilot)
    dropped = demo_journal.actions.find(action.id)
    assert (dropped.status, dropped.reason) == (ActionStatus.DROPPED, "Priya left")


async def test_a_principle_goes_only_after_a_yes(demo_journal: Journal) -> None:
    principle = tree_of(demo_journal).principles[0]
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        await stand_on(pilot, Part.PRINCIPLE, principle.id)
        await press(pilot, "x")
        assert principle.text[:30] in screen_text(pilot.app)
        await press(pilot, "n")
        assert principle in tree_of(demo_journal).principles
        await press(pilot, "x", "enter")
    assert principle not in tree_of(demo_journal).principles


async def test_the_next_plan_is_offered_when_the_time_is_over_and_takes_the_north_star_along(tmp_path: Path) -> None:
    journal = late_journal(tmp_path)
    old = tree_of(journal)
    async with opened(journal) as pilot:
        await press(pilot, "2")
        shown = screen_text(pilot.app)
        assert "of this plan ended on" in shown
        assert "w begin the next one" in shown
        await press(pilot, "w")
        await fill(pilot, months="9", reason="half a year is over")
        await press(pilot, "ctrl+s")
    tree = tree_of(journal)
    assert tree.plan.id != old.plan.id
    assert (tree.plan.horizon_months, tree.plan.north_star) == (9, old.plan.north_star)
    closed = next(plan for plan in journal.snapshot().plans if plan.id == old.plan.id)
    assert closed.reason == "half a year is over"


async def test_a_plan_is_closed_and_can_be_read(demo_journal: Journal) -> None:
    plan = tree_of(demo_journal).plan
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        plan_of(pilot).action_write("close-plan")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert plan_of(pilot).row.key == (Part.EARLIER_PLAN, plan.id, 0)
        await press(pilot, "enter")
        assert plan.north_star[:30] in screen_text(pilot.app)
    assert demo_journal.snapshot().tree is None


# forms


async def test_what_cannot_be_read_is_said_and_nothing_is_lost(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "j", "m")
        await fill(pilot, due="the day after never")
        await press(pilot, "ctrl+s")
        assert "By:" in screen_text(pilot.app)
        assert pilot.app.screen.query_one("#field-due", WordsArea).text == "the day after never"


async def test_escape_keeps_the_draft_and_enter_opens_it_again(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "m")
        await fill(pilot, note="half a thought")
        await press(pilot, "escape")
        app_of(pilot).action_continue_draft()
        await settled(pilot)
        assert pilot.app.screen.query_one("#field-note", WordsArea).text == "half a thought"
        await press(pilot, "ctrl+s")
    assert tree_of(demo_journal).focus[0].note == "half a thought"
    assert demo_journal.drafts.waiting() == ()


async def test_a_form_that_is_left_untouched_leaves_no_draft(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "m", "escape", "enter", "escape")
    assert demo_journal.drafts.waiting() == ()


# walking


async def test_every_row_of_every_view_can_be_walked_and_read(expert_journal: Journal) -> None:
    async with opened(expert_journal) as pilot:
        await press(pilot, "2")
        for view in View:
            plan_of(pilot).action_view(view.value)
            seen = []
            for place in range(len(plan_of(pilot).plan.rows)):
                plan_of(pilot).action_pick(place)
                seen.append(plan_of(pilot).row.key)
                assert plan_of(pilot).row.is_hint or plan_of(pilot).details is not None
            assert len(set(seen)) == len(seen)


async def test_words_are_marked_with_the_mouse_where_they_stand(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", NORTH_STAR)
        rows = screen_text(pilot.app).splitlines()
        at = next(number for number, row in enumerate(rows) if "Dinner to bedtime" in row)
        start = rows[at].index("bedtime")
        await pilot.mouse_down(offset=(start, at))
        await pilot.hover(offset=(start + 3, at))
        await pilot.mouse_up(offset=(start + 6, at))
        assert pilot.app.screen.get_selected_text() == "bedtime"
        assert "Dinner to bedtime" in screen_text(pilot.app)


async def test_moves_stop_at_both_ends(demo_journal: Journal) -> None:
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", "k", "pageup")
        assert plan_of(pilot).row is plan_of(pilot).plan.rows[0]
        await press(pilot, "pagedown", "pagedown", "pagedown", "j")
        assert plan_of(pilot).row is plan_of(pilot).plan.rows[-1]


async def test_keys_that_do_not_fit_the_row_do_nothing(demo_journal: Journal) -> None:
    before = demo_journal.snapshot()
    async with opened(demo_journal) as pilot:
        await press(pilot, "2", NORTH_STAR, "d", "c", "p", "o", "x", "J", "D")
        assert plan_of(pilot).row.part is Part.NORTH_STAR
    assert demo_journal.snapshot() == before


def test_no_key_of_the_plan_hides_one_of_everywhere() -> None:
    everywhere = {key for command in EVERYWHERE for key in command.names}
    own = [key for command in KEYS if command not in WRITING for key in command.names]
    assert everywhere.isdisjoint(own)
    assert len(set(own)) == len(own)
    assert "plan" in [tab.name for tab in TABS]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_whatever_somebody_wrote(tmp_path: Path, text: str) -> None:
    write_demo(tmp_path / "journal.json", TODAY)
    poison(tmp_path / "journal.json", text)
    async with opened(Journal(tmp_path / "journal.json", Clock(TODAY), tmp_path / "state"), SIZES[1]) as pilot:
        for view in (NORTH_STAR, GOALS, FOCUS):
            await press(pilot, "2", view, "j")
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "v")
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "escape", "enter")
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "escape", "x")
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "escape")


@needs_tmux
def test_a_real_terminal_of_a_hundred_columns_shows_one_column(demo_journal: Journal, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 100, 30)
    try:
        start(terminal, demo_journal.path)
        terminal.keys("2")
        terminal.wait_for("Focus points")
        terminal.keys("j")
        shown = terminal.wait_for("d done")
    finally:
        terminal.close()
    assert "readers" not in shown
    assert "Go through my priorities with Priya every two" in shown


# found from elsewhere


async def test_a_search_lands_on_the_row_that_was_found(demo_journal: Journal) -> None:
    tree = tree_of(demo_journal)
    wanted = {
        tree.plan.north_star[:30]: (Part.NORTH_STAR, tree.plan.id, 0),
        tree.principles[1].text[:30]: (Part.PRINCIPLE, tree.principles[1].id, 0),
        tree.goals[1].text[:30]: (Part.GOAL, tree.goals[1].id, 0),
        tree.focus[2].title: (Part.FOCUS, tree.focus[2].id, 0),
        tree.actions[5].text[:30]: (Part.ACTION, tree.actions[5].id, 0),
    }
    async with opened(demo_journal) as pilot:
        for text, key in wanted.items():
            await press(pilot, "slash")
            pilot.app.screen.query_one(WordsArea).replace_all(f'"{text}"')
            await settled(pilot)
            await press(pilot, "enter")
            assert plan_of(pilot).row.key == key
            assert text[:20] in screen_text(pilot.app)


async def test_a_search_opens_the_earlier_plan_it_has_found(demo_journal: Journal) -> None:
    goal = tree_of(demo_journal).goals[0].text
    demo_journal.plans.new(NewPlan(close_active=True))
    async with opened(demo_journal) as pilot:
        await press(pilot, "slash")
        pilot.app.screen.query_one(WordsArea).replace_all(f'"{goal[:30]}"')
        await settled(pilot)
        await press(pilot, "enter")
        assert "An earlier plan" in screen_text(pilot.app)
        assert goal[:30] in screen_text(pilot.app)
