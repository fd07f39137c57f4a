"""What the plan says: rows in their groups, where each stands, and how words have changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.domain.base import Audience, Record, Version
from growthtui.domain.people import Answer, Person, Session
from growthtui.domain.plan import (
    Action,
    ActionStatus,
    Checkin,
    Cycle,
    Dependency,
    Doing,
    Focus,
    FocusStatus,
    Goal,
    GoalKind,
    GoalStatus,
    Measure,
    Plan,
    PlanMode,
    PlanStatus,
    Principle,
    PrincipleKind,
    Reading,
)
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.packets.policy import default_visibilities
from growthtui.present.days import period
from growthtui.present.plan import Note, Part, PlanRow, PlanView, Sign, View, plan_view
from growthtui.present.plan.changes import word_changes, wording_changes
from growthtui.present.plan.details import Details, details_of
from growthtui.present.plan.readers import reader_choices, reader_words
from tests.conftest import TODAY

POLICY = VisibilityPolicy(default_visibilities())
PLAN = Plan(id="p", start=date(2026, 9, 1), horizon_months=6, north_star="braver engineers")


def view_of(view: View, *records: Record) -> PlanView:
    return plan_view(Snapshot.of((PLAN, *records)), view, TODAY)


def row_of(part: Part, *records: Record, index: int = 0) -> PlanRow:
    rows = [row for view in View for row in view_of(view, *records).rows]
    return next(row for row in rows if row.part is part and row.index == index)


def details(row: PlanRow, *records: Record) -> Details:
    found = details_of(Snapshot.of((PLAN, *records)), row, POLICY, TODAY)
    assert found is not None
    return found


def action(**fields: object) -> Action:
    return Action(**({"id": "a", "focus": "f", "text": "Ask one question"} | fields))  # type: ignore[arg-type] # fields of an action


FOCUS = Focus(id="f", plan="p", title="Be visible")
GOAL = Goal(id="g", plan="p", text="Staff level", kind=GoalKind.CAREER, current=True)


# the views


@pytest.mark.parametrize("view", View)
def test_an_empty_journal_has_hints_only_and_a_cursor_has_somewhere_to_stand(view: View) -> None:
    found = plan_view(Snapshot.of(()), view, TODAY)
    assert found.rows
    assert all(row.is_hint and row.text for row in found.rows)
    assert (found.status, found.over) == ("", "")


@pytest.mark.parametrize(
    ("start", "months", "status", "over"),
    [
        (date(2026, 9, 1), 6, "week 13 of 26 · ends 1 Mar 2027", ""),
        (date(2026, 12, 1), 6, "not begun yet · ends 1 Jun 2027", ""),
        (date(2026, 1, 5), 6, "", "The 26 weeks of this plan ended on 5 Jul."),
        (None, 6, "", ""),
        (date(2026, 9, 1), None, "", ""),
    ],
)
def test_the_time_of_the_plan(start: date | None, months: int | None, status: str, over: str) -> None:
    plan = Plan(id="p", start=start, horizon_months=months)
    found = plan_view(Snapshot.of((plan,)), View.FOCUS, TODAY)
    assert (found.status, found.over) == (status, over)


def test_north_star_earlier_words_principles_and_plans_stand_in_this_order() -> None:
    plan = Plan(
        id="p",
        start=date(2026, 9, 1),
        horizon_months=1,
        hours_per_week=2.5,
        north_star="a braver talk",
        versions=(Version(text="a talk", since=date(2026, 9, 1), until=date(2026, 10, 1)),),
    )
    old = Plan(id="o", status=PlanStatus.CLOSED, start=date(2026, 1, 1), closed_on=date(2026, 6, 30))
    limit = Principle(
        id="r", plan="p", kind=PrincipleKind.NOT_WILLING, text="No evenings", accepted_consequence="slower"
    )
    groups = plan_view(Snapshot.of((old, plan, limit)), View.NORTH_STAR, TODAY).groups
    assert [group.label for group in groups] == ["North star", "Earlier", "Principles", "This plan", "Earlier plans"]
    _, wording, principle, this, earlier = (group.rows[0] for group in groups)
    assert (wording.tag, wording.is_over) == ("1 Sep – 1 Oct", True)
    assert [(run.change, run.text) for run in wording.runs] == [("", "a "), ("+", "braver "), ("", "talk")]
    assert (principle.tag, principle.notes) == ("not willing", (Note("accepted", "slower"),))
    assert this.text == "1 month · from 1 Sep · 2.5 hours a week"
    assert (earlier.part, earlier.tag) == (Part.EARLIER_PLAN, "1 Jan – 30 Jun")


def test_the_plan_tells_its_shape_its_talk_and_the_cycles_before_it() -> None:
    cycles = (
        Cycle(kind="career", from_=date(2025, 1, 1), to=date(2025, 6, 30)),
        Cycle(kind="", from_=date(2026, 1, 1), to=date(2026, 6, 30)),
    )
    plan = Plan(id="p", mode=PlanMode.PGP, manager_review=date(2026, 12, 3), history=cycles)
    row = plan_view(Snapshot.of((plan,)), View.NORTH_STAR, TODAY).groups[-1].rows[0]
    assert row.text == "no end yet · not begun yet"
    assert row.notes == (
        Note("shape", "five-step growth plan"),
        Note("manager talk", "3 Dec"),
        Note("cycles before", "kind open, 1 Jan – 30 Jun\ncareer, 1 Jan 2025 – 30 Jun 2025"),
    )


def test_goals_stand_by_their_state_the_current_one_in_a_frame() -> None:
    records = (
        Goal(id="1", plan="p", text="reached", status=GoalStatus.REACHED, closed_on=date(2026, 10, 1), position=0),
        Goal(id="2", plan="p", text="parked", status=GoalStatus.PARKED, reason="later", position=1),
        Goal(id="3", plan="p", text="waits", kind_given="hobby", position=2),
        Goal(id="4", plan="p", text="current", current=True, kind=GoalKind.PERSONAL, position=3),
        Goal(id="5", plan="gone", text="of another plan"),
    )
    groups = view_of(View.GOALS, *records).groups
    assert [(group.label, group.is_framed) for group in groups] == [
        ("Personal goal", True),
        ("Waiting", False),
        ("Parked", False),
        ("Reached", False),
    ]
    rows = [group.rows[0] for group in groups]
    assert [(row.text, row.tag, row.side) for row in rows] == [
        ("current", "", ""),
        ("waits", "hobby", ""),
        ("parked", "kind open", ""),
        ("reached", "kind open", "1 Oct"),
    ]
    assert rows[2].notes == (Note("reason", "later"),)
    assert [row.is_over for row in rows] == [False, False, False, True]


@pytest.mark.parametrize(
    ("measure", "side"),
    [
        (Measure(text="m"), ""),
        (Measure(text="m", target=5), "target 5"),
        (Measure(text="m", target=5, unit="teams", readings=(Reading(on=TODAY, value=3),)), "now 3 of 5 teams"),
        (Measure(text="m", readings=(Reading(on=TODAY, value="good"),)), "now good"),
    ],
)
def test_where_a_sign_stands(measure: Measure, side: str) -> None:
    goal = Goal(id="g", plan="p", text="x", current=True, measures=("plain", measure))
    assert row_of(Part.MEASURE, goal, index=1).side == side
    assert row_of(Part.MEASURE, goal).text == "plain"


@pytest.mark.parametrize(
    ("item", "side", "notes"),
    [
        (Dependency(who="pr", ask="an hour", ask_by=date(2026, 12, 1)), "Priya · ask by 1 Dec", ()),
        (Dependency(who="Bo", ask="an hour", plan_b="Lena"), "Bo", (Note("plan B", "Lena"),)),
        (
            Dependency(who="Bo", ask="an hour", ask_by=date(2026, 12, 1), status="yes"),
            "Bo",
            (Note("they said", "yes"),),
        ),
        (Dependency(ask="an hour"), "", ()),
    ],
)
def test_an_ask_has_its_own_words_and_beside_them_whom_and_by_when(
    item: Dependency, side: str, notes: tuple[Note, ...]
) -> None:
    records = (Person(id="pr", name="Priya"), Goal(id="g", plan="p", text="x", current=True, dependencies=(item,)))
    row = row_of(Part.ASK, *records)
    assert (row.text, row.side, row.notes) == ("an hour", side, notes)


def test_focus_points_keep_their_numbers_and_those_put_aside_come_last() -> None:
    records = (
        Focus(id="1", plan="p", title="closed", status=FocusStatus.CLOSED, closed_on=date(2026, 10, 1), position=0),
        Focus(id="2", plan="p", title="active", current="now so", note="then so", position=1),
        Focus(id="3", plan="p", title="parked", status=FocusStatus.PARKED, position=2),
        Action(id="a", focus="2", text="later", position=1),
        Action(id="b", focus="2", text="first", position=0),
    )
    groups = view_of(View.FOCUS, *records).groups[:-1]
    heads = [group.head for group in groups if group.head]
    assert [(head.number, head.text) for head in heads] == [(2, "active"), (1, "closed"), (3, "parked")]
    assert [group.foot for group in groups] == ["", "closed 1 Oct", "parked"]
    assert heads[0].notes == (Note("now", "now so"), Note("note", "then so"))
    assert [row.text for row in groups[0].rows] == ["first", "later"]
    assert groups[1].rows == ()


def test_an_active_focus_point_without_actions_asks_for_one() -> None:
    row = view_of(View.FOCUS, FOCUS).groups[0].rows[0]
    assert (row.is_hint, row.owner, row.key) == (True, "f", (Part.ACTION, "f", 0))


@pytest.mark.parametrize(
    ("fields", "sign", "side"),
    [
        ({}, Sign.OPEN, ""),
        ({"due": date(2026, 12, 1)}, Sign.OPEN, "by 1 Dec"),
        ({"due": date(2026, 11, 1)}, Sign.OPEN, "due since 1 Nov"),
        ({"count": 4, "doings": (Doing(on=TODAY),)}, Sign.OPEN, "1 of 4"),
        ({"status": ActionStatus.DONE, "done_on": date(2026, 11, 2)}, Sign.DONE, "done 2 Nov"),
        ({"status": ActionStatus.DROPPED, "reason": "no"}, Sign.DROPPED, "dropped"),
    ],
)
def test_where_an_action_stands(fields: dict[str, object], sign: Sign, side: str) -> None:
    row = row_of(Part.ACTION, FOCUS, action(**fields))
    assert (row.sign, row.side) == (sign, side)
    assert row.is_over == (sign is not Sign.OPEN)


def test_what_was_written_beside_an_action_stands_below_it() -> None:
    written = action(
        if_then="when it opens", needs=("pr", "Bo"), ask_by=date(2026, 12, 1), note="with Lena", reason="no time"
    )
    assert row_of(Part.ACTION, Person(id="pr", name="Priya"), FOCUS, written).notes == (
        Note("if-then", "when it opens"),
        Note("needs", "Priya, Bo · ask by 1 Dec"),
        Note("note", "with Lena"),
        Note("reason", "no time"),
    )


@pytest.mark.parametrize(
    ("fields", "side"),
    [
        ({}, ""),
        ({"every_weeks": 2, "next_date": date(2026, 12, 1)}, "every 2 weeks · next 1 Dec"),
        ({"next_date": date(2026, 11, 2)}, "waits since 2 Nov"),
    ],
)
def test_check_ins(fields: dict[str, object], side: str) -> None:
    talk = Checkin(**({"id": "c", "plan": "p", "with_": "pr", "role": "manager"} | fields))  # type: ignore[arg-type] # fields of a check-in
    row = row_of(Part.CHECKIN, Person(id="pr", name="Priya"), talk)
    assert (row.text, row.side) == ("Priya, manager", side)


# everything about a row


def test_the_details_of_each_row_hold_its_words_and_what_the_row_leaves_out() -> None:
    goal = Goal(
        id="g",
        plan="p",
        text="Staff level",
        kind=GoalKind.CAREER,
        current=True,
        desired="trusted",
        measures=(Measure(text="two teams", start=0, target=2, due=date(2027, 1, 31), evidence="the wiki"),),
        dependencies=(Dependency(who="pr", ask="an hour", plan_b="Lena"),),
        versions=(Version(text="Staff", since=date(2026, 9, 1), until=date(2026, 10, 1)),),
    )
    records = (Person(id="pr", name="Priya"), goal, FOCUS, action(cadence="2w", side_quest=True))
    wanted = {
        Part.GOAL: ("Staff level", {"kind": "career", "status": "current", "wanted": "trusted"}),
        Part.MEASURE: ("two teams", {"at the start": "0", "target": "2", "due": "31 Jan 2027", "seen in": "the wiki"}),
        Part.ASK: ("an hour", {"of": "Priya", "plan B": "Lena", "of the goal": "Staff level"}),
        Part.FOCUS: ("Be visible", {"status": "active", "in the log": "0 lines"}),
        Part.ACTION: ("Ask one question", {"side quest": "yes", "readers": "you, your mentor and manager"}),
    }
    for part, (text, notes) in wanted.items():
        found = details(row_of(part, *records), *records)
        assert found.text == text
        assert notes.items() <= {note.label: note.text for note in found.notes}.items(), part
    assert [wording.version.text for wording in details(row_of(Part.GOAL, *records), *records).wordings] == ["Staff"]


def test_what_a_session_brought_shows_the_answer_it_came_from() -> None:
    sign = "Two teams use it"
    goal = Goal(id="g", plan="p", text="Staff level", kind=GoalKind.CAREER, current=True, measures=(sign, "a talk"))
    answers = (
        Answer(step="q1", text="Staff, I guess.", accepted=("g",)),
        Answer(step="q3", text="Two teams\nuse it. That is it.", accepted=("g",)),
        Answer(step="q4", text="Be seen by more teams.", accepted=("f",)),
    )
    records = (goal, FOCUS, Session(id="s", kind="pairing", with_="Bo", on=date(2026, 9, 1), answers=answers))
    wanted = {
        (Part.GOAL, 0): "Staff, I guess.\nwith Bo, 1 Sep",
        (Part.MEASURE, 0): "Two teams\nuse it. That is it.\nwith Bo, 1 Sep",
        (Part.MEASURE, 1): None,
        (Part.FOCUS, 0): "Be seen by more teams.\nwith Bo, 1 Sep",
        (Part.NORTH_STAR, 0): None,
    }
    for (part, index), said in wanted.items():
        notes = {note.label: note.text for note in details(row_of(part, *records, index=index), *records).notes}
        assert notes.get("you said") == said


def test_a_hint_and_a_row_whose_record_is_gone_have_no_details() -> None:
    snapshot = Snapshot.of((PLAN,))
    assert details_of(snapshot, PlanRow(part=Part.GOAL, text="hint"), POLICY, TODAY) is None
    for part in (Part.GOAL, Part.MEASURE, Part.ASK, Part.FOCUS, Part.ACTION, Part.PRINCIPLE, Part.CHECKIN):
        assert details_of(snapshot, PlanRow(part=part, id="gone", text="x"), POLICY, TODAY) is None


# wordings and their difference


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        ("a b c", "a b c", " a b c"),
        ("a b c", "a c", " a |-b | c"),
        ("a c", "a b c", " a |+b | c"),
        ("a b c", "a x c", " a |-b |+x | c"),
        ("", "a", "+a"),
        ("a  b", "a b", " a b"),
        ("a b", "", "-a b"),
    ],
)
def test_the_difference_between_two_wordings(earlier: str, later: str, shown: str) -> None:
    runs = word_changes(earlier, later)
    assert "|".join(f"{run.change or ' '}{run.text}" for run in runs) == shown


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_a_difference_loses_no_word_of_either(earlier: list[str], later: list[str]) -> None:
    runs = word_changes(" ".join(earlier), " ".join(later))
    kept = {change: "".join(run.text + " " for run in runs if run.change in ("", change)).split() for change in "-+"}
    assert kept == {"-": earlier, "+": later}


def test_very_long_wordings_stand_one_after_the_other() -> None:
    long = " ".join(map(str, range(2_000)))
    assert [run.change for run in word_changes(long, f"{long} more")] == ["-", "+"]


def test_each_wording_is_compared_with_the_one_after_it_newest_first() -> None:
    versions = tuple(
        Version(text=text, since=date(2026, month, 1), until=date(2026, month + 1, 1))
        for month, text in ((9, "one"), (10, "one two"))
    )
    found = wording_changes("one two three", versions)
    assert [(wording.index, wording.version.text) for wording in found] == [(1, "one two"), (0, "one")]
    assert [[run.change for run in wording.runs] for wording in found] == [["", "+"], ["", "+"]]


@pytest.mark.parametrize(
    ("since", "shown"), [(date(2026, 9, 1), "1 Sep – today"), (None, "until today"), (TODAY, "today – today")]
)
def test_a_period(since: date | None, shown: str) -> None:
    assert period(since, TODAY, TODAY) == shown


# readers


@pytest.mark.parametrize(
    ("audiences", "words"),
    [
        ((), "nobody, not even a packet for yourself"),
        ((Audience.SELF,), "only you"),
        ((Audience.SELF, Audience.MENTOR), "you and your mentor"),
        ((Audience.MANAGER, Audience.MENTOR, Audience.SELF), "you, your mentor and manager"),
    ],
)
def test_readers_in_words(audiences: tuple[Audience, ...], words: str) -> None:
    assert reader_words(audiences) == words


def test_the_readers_that_are_stored_can_always_be_kept() -> None:
    odd = (Audience.SELF, Audience.PANEL)
    for key in ("goal", "focus", "action", "principle.value"):
        usual, *others = reader_choices(key, odd, POLICY)
        assert usual.visibility is None
        assert usual.words.startswith("as usual: ")
        assert others[-1].visibility == odd
        assert len({one.words for one in (usual, *others)}) == len(others) + 1
