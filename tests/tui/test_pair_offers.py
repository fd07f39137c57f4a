"""The end of a session in the app: what the offers of each set become, open questions, many offers."""

import pytest

from growthtui.domain.plan import GoalKind, PlanMode
from growthtui.journal.focus import NewFocus
from growthtui.journal.journal import Journal
from growthtui.tui.screens.pair.read_back import LookBackScreen
from tests.tui.pairing import ANSWERS, begin, fill, walk_of
from tests.tui.pairing import answer as say
from tests.tui.screen import opened, press, screen_text, toasts


async def test_alone_from_the_first_question_to_an_accepted_plan(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, name="")
        await say(pilot, *ANSWERS)
        assert "› Before we start" in screen_text(pilot.app)
        await press(pilot, *["down"] * 6)
        assert "No evenings" in screen_text(pilot.app), "alone nothing is masked"
        await press(pilot, "ctrl+s", "p", "f", "m", *"yyy", "n", "n", *"yyy", "ctrl+s", "ctrl+s")
        assert "Done." in screen_text(pilot.app)
        assert "Thank each other" not in screen_text(pilot.app)
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.current_goal is not None
    assert (tree.current_goal.kind, len(tree.points), tree.checkins) == (GoalKind.PERSONAL, 4, ())
    (session,) = journal.snapshot().sessions
    assert (session.finished, session.with_) == (True, "")


async def test_the_focus_point_of_an_ask_is_chosen_in_its_form(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, "", "", "", "", *ANSWERS[4:6], "", "")
        await press(pilot, "ctrl+s", "y", "y", "n", "n")
        assert "For      Hand over the two small services" in screen_text(pilot.app)
        await press(pilot, "e", *["tab"] * 4, "right")
        await fill(pilot, "#more-ask_by", "in 2 weeks")
        await press(pilot, "ctrl+s")
        assert "For      One write-up per month" in screen_text(pilot.app)
        await press(pilot, "ctrl+s", "ctrl+s")
    first, second = (point.actions for point in (journal.snapshot().tree or pytest.fail("no plan")).points)
    assert (len(first), [str(action.ask_by) for action in second]) == (0, ["2026-12-08"])


async def test_a_day_that_cannot_be_read_is_said_before_it_is_taken(journal: Journal) -> None:
    journal.focus.add(NewFocus(title="Be known"))
    async with opened(journal) as pilot:
        await begin(pilot)
        await say(pilot, "", "", "", "", "", ANSWERS[5], "", "")
        await press(pilot, "ctrl+s", "e")
        await fill(pilot, "#more-ask_by", "soonish")
        await press(pilot, "ctrl+s")
        assert "soonish" in screen_text(pilot.app)
        assert walk_of(pilot).decisions.taken == ()


async def test_an_unsure_gap_waits_as_an_open_question_until_it_is_put_away(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "Failure modes in large designs", "I do not know yet", "")
        await press(pilot, "ctrl+s", "s", "ctrl+s", "ctrl+s")
        assert "1 open question" in screen_text(pilot.app)
        await press(pilot, "escape", "enter")
        assert "Failure modes in large designs" in screen_text(pilot.app), "the next session opens with it"
        await press(pilot, "escape", *["down"] * 5)
        assert "ask others · since today" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LookBackScreen)
        await press(pilot, "escape", "down", "d")
        assert "The next session of its set asks it again." in toasts(pilot)
        await press(pilot, "up", "d")
        assert journal.snapshot().surveys == ()
        assert "Failure modes in large designs" not in screen_text(pilot.app)
        assert "Still open" in screen_text(pilot.app), "what is not known yet stays"
        await press(pilot, "u")
        assert [survey.question for survey in journal.snapshot().surveys] == ["Failure modes in large designs"]


async def test_the_five_steps_fill_their_plan(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "pgp", "")
        await say(pilot, "Talk to brokers", "I send mails", "I call them", "Call two a week", "Ana, every two weeks")
        await press(pilot, "ctrl+s", "y", "e")
        await fill(pilot, "#more-prevent", "being alone with it")
        await press(pilot, "ctrl+s", *"yyy", "ctrl+s")
        shown = screen_text(pilot.app)
        assert "1 focus point, 1 situation today, 1 situation wanted, 1 action, 1 check-in" in shown
        await press(pilot, "ctrl+s")
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.plan.mode is PlanMode.PGP
    assert [(one.current, one.desired, one.issues_to_prevent) for one in tree.focus] == [
        ("I send mails", "I call them", "being alone with it")
    ]
    assert [(one.with_, one.every_weeks) for one in tree.checkins] == [("Ana", 2)]


async def test_of_many_offers_the_chosen_one_and_its_place_are_both_in_sight(journal: Journal) -> None:
    async with opened(journal) as pilot:
        await begin(pilot, "stuck", "")
        await say(pilot, "\n".join(f"Failure mode number {number}" for number in range(40)), "", "")
        await press(pilot, "ctrl+s")
        for number in range(40):
            shown = screen_text(pilot.app)
            assert "Into the plan, as a gap?" in shown
            assert f"╭─ {number + 1} of 40" in shown
            assert f"› ○ gap              Failure mode number {number}" in shown
            await press(pilot, "down")
        await press(pilot, *["up"] * 19)
        assert "… " in screen_text(pilot.app)
