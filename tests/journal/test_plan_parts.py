"""Goals, focus points, actions, principles, check-ins and people: added, changed, ordered and ended by hand."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from growthtui.clock import Clock
from growthtui.domain.base import Version
from growthtui.domain.plan import (
    ActionStatus,
    Doing,
    FocusStatus,
    GoalKind,
    GoalStatus,
    Measure,
    PrincipleKind,
    Reading,
)
from growthtui.errors import AmbiguousError, BadInputError, ClashError, NotFoundError
from growthtui.journal.actions import FutureDoingError, NewAction
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.events import NewEvent
from growthtui.journal.feedback_log import NewFeedback
from growthtui.journal.focus import FocusHasLinesError, NewFocus
from growthtui.journal.goals import NewGoal, NoCurrentGoalError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.journal.people import NewPerson, PersonExistsError
from growthtui.journal.principles import NewPrinciple
from tests.conftest import TODAY

replace = msgspec.structs.replace


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """A plan with two goals, two focus points and three actions."""
    journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER, measures=("Two teams use it", "  ")))
    journal.goals.add(NewGoal(text="Prove a protocol", kind=GoalKind.PERSONAL))
    journal.focus.add(NewFocus(title="Visible"))
    journal.focus.add(NewFocus(title="Design", goal="2"))
    journal.actions.add(NewAction(text="Ask in the review", focus="1", cadence="2W"))
    journal.actions.add(NewAction(text="Write it up", focus="1", due=date(2026, 12, 24)))
    journal.actions.add(NewAction(text="Solve exercises", focus="f2", count=4))
    return journal


def texts(journal: Journal, part: str) -> list[str]:
    """The words of one part of the active plan, in order."""
    tree = journal.snapshot().tree
    assert tree is not None
    return [str(getattr(item, "title", "") or item.text) for item in getattr(tree, part)]


# goals


def test_the_first_goal_is_current_and_empty_measures_are_none(filled: Journal) -> None:
    first, second = filled.goals.find("1"), filled.goals.find("g2")
    assert (first.current, second.current) == (True, False)
    assert first.measures == ("Two teams use it",)
    assert filled.goals.current() == first


def test_another_goal_becomes_current(filled: Journal) -> None:
    filled.goals.make_current(filled.goals.find("2"))
    assert [goal.current for goal in filled.snapshot().goals] == [False, True]
    filled.goals.add(NewGoal(text="Third", current=True))
    assert [goal.current for goal in filled.snapshot().goals] == [False, False, True]


@pytest.mark.parametrize("status", [GoalStatus.PARKED, GoalStatus.REACHED, GoalStatus.CLOSED])
def test_an_ended_goal_is_not_current_and_can_come_back(filled: Journal, status: GoalStatus) -> None:
    ended = filled.goals.end(filled.goals.find("1"), status, "the round was moved")
    assert (ended.status, ended.current, ended.reason) == (status, False, "the round was moved")
    assert (ended.closed_on is None) == (status is GoalStatus.PARKED)
    with pytest.raises(NoCurrentGoalError):
        filled.goals.current()
    back = filled.goals.make_current(filled.goals.find("1"))
    assert (back.status, back.current, back.reason, back.closed_on) == (GoalStatus.ACTIVE, True, "", None)


def test_a_goal_cannot_be_ended_as_active(filled: Journal) -> None:
    with pytest.raises(BadInputError, match="parked, reached or closed"):
        filled.goals.end(filled.goals.find("1"), GoalStatus.ACTIVE)


def test_a_goal_added_when_none_is_active_becomes_current(journal: Journal) -> None:
    goal = journal.goals.add(NewGoal(text="Staff level", kind=GoalKind.CAREER))
    journal.goals.end(goal, GoalStatus.REACHED)
    assert journal.goals.add(NewGoal(text="Next", kind=GoalKind.PERSONAL)).current


def test_months_set_the_horizon_of_the_plan(filled: Journal) -> None:
    filled.goals.add(NewGoal(text="Third", months=9))
    assert filled.plans.active().horizon_months == 9


def test_a_kind_settles_the_word_of_an_import(filled: Journal) -> None:
    with filled.ledger.transaction("import") as changes:
        plan = filled.plans.active().id
        changes.raw.insert("goals", [{"id": "gx", "plan": plan, "text": "Grow", "kind_given": "both"}])
    goal = filled.goals.find("gx")
    assert filled.goals.edit(goal, replace(goal, text="Grow up")).kind_given == "both"
    goal = filled.goals.find("gx")
    assert filled.goals.edit(goal, replace(goal, kind=GoalKind.PERSONAL)).kind_given == ""


# wordings


def change_goal(journal: Journal) -> tuple[str, tuple[Version, ...]]:
    goal = journal.goals.find("1")
    new = journal.goals.edit(goal, replace(goal, text="Staff level by June"))
    return new.text, new.versions


def change_focus(journal: Journal) -> tuple[str, tuple[Version, ...]]:
    focus = journal.focus.find("1")
    new = journal.focus.edit(focus, replace(focus, title="Staff level by June"))
    return new.title, new.versions


def change_action(journal: Journal) -> tuple[str, tuple[Version, ...]]:
    action = journal.actions.find("1")
    new = journal.actions.edit(action, replace(action, text="Staff level by June"))
    return new.text, new.versions


@pytest.mark.parametrize(
    ("change", "old"),
    [(change_goal, "Staff level"), (change_focus, "Visible"), (change_action, "Ask in the review")],
)
def test_a_new_wording_keeps_the_old_one(
    filled: Journal, change: Callable[[Journal], tuple[str, tuple[Version, ...]]], old: str
) -> None:
    later = Journal(filled.path, Clock(date(2027, 1, 4)), filled.state)
    text, versions = change(later)
    assert text == "Staff level by June"
    assert versions == (Version(text=old, since=TODAY, until=date(2027, 1, 4)),)
    later.undo.undo()
    assert texts(later, "goals")[0] == "Staff level"
    assert texts(later, "focus")[0] == "Visible"
    assert texts(later, "actions")[0] == "Ask in the review"


def test_two_people_changing_one_field_clash(filled: Journal) -> None:
    mine = filled.goals.find("1")
    filled.goals.edit(mine, replace(mine, why="theirs"))
    with pytest.raises(ClashError, match="theirs"):
        filled.goals.edit(mine, replace(mine, why="mine"))


# focus points


def test_a_focus_point_serves_the_current_goal_unless_told(filled: Journal) -> None:
    goals = [goal.id for goal in filled.snapshot().goals]
    assert [focus.goal for focus in filled.snapshot().focus] == goals


@pytest.mark.parametrize(("ref", "place", "order"), [("1", 2, ["Design", "Visible"]), ("2", 1, ["Design", "Visible"])])
def test_focus_points_move_with_their_actions(filled: Journal, ref: str, place: int, order: list[str]) -> None:
    filled.focus.move(filled.focus.find(ref), place)
    assert texts(filled, "focus") == order
    assert texts(filled, "actions") == ["Solve exercises", "Ask in the review", "Write it up"]


@pytest.mark.parametrize("place", [0, 3, -1])
def test_a_place_off_the_list_is_refused(filled: Journal, place: int) -> None:
    before = filled.path.read_bytes()
    with pytest.raises(BadInputError, match="from 1 to 2"):
        filled.focus.move(filled.focus.find("1"), place)
    assert filled.path.read_bytes() == before


def test_focus_points_are_closed_parked_and_reopened(filled: Journal) -> None:
    closed = filled.focus.close(filled.focus.find("1"), "they know me now")
    assert (closed.status, closed.reason, closed.closed_on) == (FocusStatus.CLOSED, "they know me now", TODAY)
    parked = filled.focus.park(closed, "after the holiday")
    assert (parked.status, parked.closed_on) == (FocusStatus.PARKED, None)
    again = filled.focus.reopen(parked)
    assert (again.status, again.reason) == (FocusStatus.ACTIVE, "")


def test_a_dropped_focus_point_takes_its_actions_into_the_trash_in_one_step(filled: Journal) -> None:
    filled.focus.drop(filled.focus.find("1"), "not mine")
    assert texts(filled, "focus") == ["Design"]
    assert texts(filled, "actions") == ["Solve exercises"]
    assert {item.text for item in filled.trash.list()} == {"Visible", "Ask in the review", "Write it up"}
    filled.undo.undo()
    assert texts(filled, "actions") == ["Ask in the review", "Write it up", "Solve exercises"]


def test_a_focus_point_with_lines_is_not_dropped(filled: Journal) -> None:
    filled.log.add(NewLine(text="asked", focus="1"))
    before = filled.path.read_bytes()
    with pytest.raises(FocusHasLinesError, match=r"1 line.*focus close"):
        filled.focus.drop(filled.focus.find("1"))
    assert filled.path.read_bytes() == before


# actions


def test_an_action_is_stored_as_given(filled: Journal) -> None:
    first, _, third = filled.snapshot().actions_by_focus[filled.focus.find("1").id][0], None, filled.actions.find("3")
    assert (first.cadence, third.count) == ("2w", 4)


def test_a_rhythm_is_counted_and_stays_open(filled: Journal) -> None:
    filled.actions.done(filled.actions.find("1"), date(2026, 11, 10))
    action = filled.actions.done(filled.actions.find("1"), text="asked Lena", evidence=("notes", " "))
    assert action.status is ActionStatus.OPEN
    assert action.doings == (
        Doing(on=date(2026, 11, 10)),
        Doing(on=TODAY, text="asked Lena", evidence=("notes",)),
    )
    assert filled.actions.finish(action).status is ActionStatus.DONE


def test_an_action_without_rhythm_is_done(filled: Journal) -> None:
    action = filled.actions.done(filled.actions.find("2"), date(2026, 11, 20))
    assert (action.status, action.done_on, action.doings) == (ActionStatus.DONE, date(2026, 11, 20), ())
    again = filled.actions.reopen(action)
    assert (again.status, again.done_on) == (ActionStatus.OPEN, None)


def test_nothing_was_done_tomorrow(filled: Journal) -> None:
    with pytest.raises(FutureDoingError, match="2026-11-25"):
        filled.actions.done(filled.actions.find("2"), date(2026, 11, 25))


def test_a_dropped_action_keeps_its_reason(filled: Journal) -> None:
    action = filled.actions.drop(filled.actions.find("2"), "wrong step")
    assert (action.status, action.reason) == (ActionStatus.DROPPED, "wrong step")


def test_actions_move_inside_and_between_focus_points(filled: Journal) -> None:
    filled.actions.move(filled.actions.find("2"), 1)
    assert texts(filled, "actions") == ["Write it up", "Ask in the review", "Solve exercises"]
    moved = filled.actions.move(filled.actions.find("1"), 2, focus="2")
    assert texts(filled, "actions") == ["Ask in the review", "Solve exercises", "Write it up"]
    assert moved.focus == filled.focus.find("2").id


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NewAction(text=" ", focus="1"), "no text"),
        (NewAction(text="x", focus="1", cadence="often"), "cadence"),
        (NewAction(text="x", focus="1", count=0), "1 to 9999"),
        (NewAction(text="x", focus="1", count=10**30), "1 to 9999"),
        (NewAction(text="x", focus="1", hours_per_week=float("nan")), "168"),
        (NewAction(text="x", focus="1", hours_per_week=200), "168"),
        (NewAction(text="x", focus="9"), "no focus point '9'"),
    ],
)
def test_a_bad_action_is_refused_and_changes_nothing(filled: Journal, new: NewAction, message: str) -> None:
    before = filled.path.read_bytes()
    with pytest.raises(BadInputError, match=message):
        filled.actions.add(new)
    assert filled.path.read_bytes() == before


def test_a_rhythm_nobody_can_read_survives_an_edit(filled: Journal) -> None:
    with filled.ledger.transaction("import") as changes:
        focus = filled.focus.find("1").id
        changes.raw.insert("actions", [{"id": "ax", "focus": focus, "text": "old", "cadence": "now and then"}])
    action = filled.actions.find("ax")
    assert filled.actions.edit(action, replace(action, text="new")).cadence == "now and then"


# references


def test_references_by_number_letter_id_and_prefix(filled: Journal) -> None:
    goal = filled.snapshot().goals[1]
    assert filled.goals.find("2") == filled.goals.find("g2") == filled.goals.find("G2") == filled.goals.find(goal.id)
    assert filled.goals.find(goal.id.lower()[:25]) == goal
    with pytest.raises(AmbiguousError, match="Staff level"):
        filled.goals.find(goal.id[:4])
    for ref in ("0", "3", "f2", "abc", "", "²"):
        with pytest.raises(NotFoundError):
            filled.goals.find(ref)


# the rest


def test_principles(filled: Journal) -> None:
    filled.principles.add(NewPrinciple(text="Family first"))
    limit = filled.principles.add(
        NewPrinciple(text="No evenings", kind=PrincipleKind.LIMIT, accepted_consequence="slower")
    )
    filled.principles.move(limit, 1)
    assert texts(filled, "principles") == ["No evenings", "Family first"]
    edited = filled.principles.edit(filled.principles.find("p1"), replace(filled.principles.find("p1"), text="None"))
    filled.principles.remove(edited)
    assert texts(filled, "principles") == ["Family first"]
    assert [item.text for item in filled.trash.list()] == ["None"]


def test_checkins(filled: Journal) -> None:
    talk = filled.checkins.add(NewCheckin(with_="Priya", role="manager", every_weeks=2))
    assert filled.checkins.done(talk).next_date == date(2026, 12, 8)
    talk = filled.checkins.find("c1")
    assert filled.checkins.done(talk, on=date(2026, 11, 20)).next_date == date(2026, 12, 4)
    talk = filled.checkins.edit(filled.checkins.find("1"), replace(filled.checkins.find("1"), every_weeks=None))
    assert filled.checkins.done(talk).next_date is None
    filled.checkins.remove(filled.checkins.find("1"))
    assert filled.snapshot().checkins == ()
    with pytest.raises(BadInputError, match="1 to 52"):
        filled.checkins.add(NewCheckin(with_="Bo", every_weeks=0))


def test_people(journal: Journal) -> None:
    ada = journal.people.add(NewPerson(name=" Ada ", role="mentor"))
    assert journal.people.find("ada") == journal.people.find("1") == journal.people.find(ada.id) == ada
    with pytest.raises(PersonExistsError, match="Ada"):
        journal.people.add(NewPerson(name="ADA"))
    with pytest.raises(NotFoundError, match="person list"):
        journal.people.find("Bo")
    journal.people.edit(ada, replace(ada, role="manager"))
    assert journal.people.find("1").role == "manager"
    journal.people.remove(ada)
    assert journal.snapshot().people == ()


def test_measures_keep_their_readings(filled: Journal) -> None:
    first = filled.measures.find("m1")
    assert first.measure == Measure(text="Two teams use it")
    filled.measures.set(first, "1")
    filled.measures.set(filled.measures.find("Two"), "0", on=date(2026, 11, 2))
    filled.measures.set(filled.measures.find("1"), "7.5 of 10")
    assert filled.measures.find("1").measure.readings == (
        Reading(on=date(2026, 11, 2), value=0),
        Reading(on=TODAY, value="7.5 of 10"),
    )
    with pytest.raises(BadInputError, match="future"):
        filled.measures.set(filled.measures.find("1"), "3", on=date(2026, 11, 25))
    for ref in ("2", "m0", "", "three"):
        with pytest.raises(NotFoundError):
            filled.measures.find(ref)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("-1.5", -1.5),
        ("+3", 3),
        ("1e5", "1e5"),
        ("nan", "nan"),
        ("1_000", "1_000"),
        ("١٢", "١٢"),
        ("7,5", "7,5"),
        ("9" * 30, "9" * 30),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_only_what_people_write_as_numbers_is_one(filled: Journal, typed: str, value: object) -> None:
    filled.measures.set(filled.measures.find("1"), typed)
    assert filled.measures.find("1").measure.readings[0].value == value


def test_events_and_feedback(journal: Journal) -> None:
    event = journal.events.add(NewEvent(text="Review failed", direction=-1))
    assert (event.on, event.direction) == (TODAY, -1)
    with pytest.raises(BadInputError, match="-1"):
        journal.events.add(NewEvent(text="x", direction=2))
    kept = journal.feedback.add(NewFeedback(text="Good question", from_="Ada"))
    assert not kept.shareable
    journal.feedback.edit(kept, replace(kept, shareable=True))
    assert journal.snapshot().feedback[0].shareable


@pytest.mark.parametrize(
    ("index", "place", "order"),
    [(0, 3, "bca"), (2, 1, "cab"), (1, 2, "abc"), (0, 2, "bac")],
)
def test_what_stands_in_a_list_is_moved_and_taken_back(filled: Journal, index: int, place: int, order: str) -> None:
    goal = filled.goals.find("1")
    filled.goals.edit(goal, replace(goal, measures=("a", "b", Measure(text="c", target=5))))
    for name in "abc":
        filled.asks.add(filled.goals.find("1"), "Priya", name)
        filled.checkins.add(NewCheckin(with_=name))
    before = [_orders(filled)]
    filled.measures.move(filled.measures.list()[index], place)
    filled.asks.move(filled.asks.list()[index], place)
    filled.checkins.move(filled.checkins.find(str(index + 1)), place)
    assert _orders(filled) == [order] * 3
    assert filled.measures.find("c").measure.target == 5
    for _ in range(0 if order == "abc" else 3):
        filled.undo.undo()
    assert [_orders(filled)] == before


@pytest.mark.parametrize("place", [0, 3, -1])
def test_a_place_off_any_list_is_refused(filled: Journal, place: int) -> None:
    filled.asks.add(filled.goals.find("1"), "Priya", "an hour")
    filled.checkins.add(NewCheckin(with_="Bo"))
    for move in (
        lambda: filled.measures.move(filled.measures.find("1"), place),
        lambda: filled.asks.move(filled.asks.find("1"), place),
        lambda: filled.checkins.move(filled.checkins.find("1"), place),
    ):
        with pytest.raises(BadInputError, match="use a number from 1 to 1"):
            move()


def _orders(journal: Journal) -> list[str]:
    tree = journal.snapshot().tree
    assert tree is not None
    return [
        "".join(item.measure.text for item in journal.measures.list()),
        "".join(item.dependency.ask for item in journal.asks.list()),
        "".join(checkin.with_ for checkin in tree.checkins),
    ]


def test_asks(filled: Journal) -> None:
    filled.asks.add(filled.goals.find("1"), "Priya", "two hours a week", date(2026, 12, 1))
    ask = filled.asks.find("1")
    assert (ask.dependency.who, ask.dependency.status) == ("Priya", "to ask")
    filled.asks.answer(ask, "yes, from May")
    assert filled.asks.find("1").dependency.status == "yes, from May"
    filled.goals.end(filled.goals.find("1"), GoalStatus.PARKED)
    with pytest.raises(NotFoundError):
        filled.asks.find("1")
