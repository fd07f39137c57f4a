"""Answers to the coach: outcomes that become signs, ideas that become actions; each one step that can be undone."""

import pytest

from growthtui.domain.plan import ActionStatus, GoalKind
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.actions import NewAction
from growthtui.journal.focus import NewFocus
from growthtui.journal.goals import NewGoal, NoCurrentGoalError
from growthtui.journal.journal import Journal


@pytest.fixture
def planned(journal: Journal) -> Journal:
    journal.goals.add(NewGoal(text="Work at staff level", kind=GoalKind.CAREER))
    journal.focus.add(NewFocus(title="Be promoted"))
    journal.actions.add(NewAction(text="Get the tech lead role", focus="1"))
    return journal


def rules(journal: Journal, where: str) -> set[str]:
    return {finding.rule for finding in journal.findings.review().open if finding.where == where}


def test_an_outcome_becomes_a_sign_and_an_own_action(planned: Journal) -> None:
    old = planned.actions.find("a1")
    assert "GP301" in rules(planned, old.id)
    steps = len(planned.undo.history())
    new = planned.fixes.own_action(
        old.id, "The tech lead role is mine by June", "Lead the design reviews every 2 weeks"
    )
    assert "GP301" not in rules(planned, new.id) | rules(planned, old.id)
    assert planned.goals.current().signs[0].text == "The tech lead role is mine by June"
    dropped = planned.actions.find(old.id)
    assert (dropped.status, dropped.text) == (ActionStatus.DROPPED, old.text)
    assert len(planned.undo.history()) == steps + 1


def test_an_outcome_becomes_a_goal_beside_the_current_one(planned: Journal) -> None:
    old, current = planned.actions.find("a1"), planned.goals.current()
    for words in ("Ask every week", "Ask every month"):
        planned.fixes.own_action(old.id, "Tech lead of the search project", words, GoalKind.CAREER)
    (goal,) = [goal for goal in planned.snapshot().goals if goal.id != current.id]
    assert (goal.text, goal.kind, goal.current) == ("Tech lead of the search project", GoalKind.CAREER, False)
    assert planned.goals.current() == current
    assert planned.actions.find(old.id).reason == "Now a goal: others decide it."


def test_one_undo_takes_all_of_it_back(planned: Journal) -> None:
    before = planned.snapshot().tree
    planned.fixes.own_action(planned.actions.find("a1").id, "It is mine", "Ask for it every month")
    planned.undo.undo()
    after = planned.snapshot().tree
    assert before is not None
    assert after is not None
    assert [(one.id, one.text, one.status) for one in after.actions] == [
        (one.id, one.text, one.status) for one in before.actions
    ]
    assert planned.goals.current().measures == ()


def test_a_focus_point_that_others_decide_keeps_its_title(planned: Journal) -> None:
    focus = planned.focus.find("f1")
    planned.fixes.own_action(focus.id, "I am promoted", "Write down what I did every week")
    assert planned.focus.find("f1").title == "Be promoted"
    assert len(planned.snapshot().actions) == 2


def test_a_sign_that_is_there_is_not_added_twice(planned: Journal) -> None:
    for words in ("Ask every week", "Ask every month"):
        planned.fixes.own_action(planned.focus.find("f1").id, "I am promoted", words)
    assert len(planned.goals.current().measures) == 1


@pytest.mark.parametrize(("sign", "action"), [("", "Ask"), ("It is mine", "  ")])
def test_both_need_words(planned: Journal, sign: str, action: str) -> None:
    with pytest.raises(BadInputError):
        planned.fixes.own_action(planned.actions.find("a1").id, sign, action)
    assert planned.goals.current().measures == ()


def test_without_a_goal_there_is_nowhere_to_put_the_sign(journal: Journal) -> None:
    focus = journal.focus.add(NewFocus(title="Be promoted"))
    with pytest.raises(NoCurrentGoalError):
        journal.fixes.own_action(focus.id, "I am promoted", "Ask every month")


def test_a_place_that_is_gone_is_refused(planned: Journal) -> None:
    with pytest.raises(BadInputError, match="not in the plan"):
        planned.fixes.own_action("nowhere", "I am promoted", "Ask every month")


def test_the_shelf_has_two_lists(journal: Journal) -> None:
    personal, career = (journal.ideas.shelf(kind) for kind in GoalKind)
    assert {idea.kind for idea in personal} == {"personal", "both"}
    assert {idea.kind for idea in career} == {"career", "both"}
    assert any(idea.warning for idea in career)


def test_an_idea_becomes_an_action_with_its_direction_and_warning(planned: Journal) -> None:
    idea = next(idea for idea in planned.ideas.shelf(GoalKind.CAREER) if idea.warning)
    action = planned.ideas.take(idea, planned.focus.find("f1").id)
    assert (action.text, action.direction, action.note) == (idea.text, idea.direction, idea.warning)
    own = planned.ideas.take(idea, "1", "  In my own words ")
    assert own.text == "In my own words"
    with pytest.raises(NotFoundError):
        planned.ideas.take(idea, "9")
