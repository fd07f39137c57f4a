"""Sections one by one: what each says, for whom, and that it is left out when there is nothing to say."""

from datetime import date

import msgspec
import pytest

from growthtui.domain.base import Audience, Version
from growthtui.domain.people import Event, Feedback, JournalInfo, Owner, Person
from growthtui.domain.plan import (
    Action,
    ActionStatus,
    Checkin,
    Dependency,
    Focus,
    FocusStatus,
    Goal,
    GoalKind,
    GoalStatus,
    Measure,
    Plan,
    Principle,
    PrincipleKind,
    Reading,
)
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Block, CarriedStep, Evidence, Line, LineKind, NextStep, Week, WeekState
from growthtui.packets.material import choose_results
from growthtui.packets.policy import sections
from growthtui.packets.sections import MAKERS
from growthtui.packets.tree import Items, Mark, Table
from tests.packets.made import OPTIONAL, made, packet, section_of, words_of
from tests.sample_records import sample

SELF, MENTOR, MANAGER, PANEL = Audience
ALL = tuple(Audience)
PLAN = Plan(id="p", start=date(2026, 3, 2), horizon_months=6, north_star="star")
GOAL = Goal(id="g", plan="p", text="the goal", kind=GoalKind.CAREER, current=True, why="the reason")
POINT = Focus(id="f", plan="p", title="the point", supports="the use")
PRIYA = Person(id="priya", name="Priya", role="manager")


def milestone(number: int, week: str, text: str = "", *, proven: bool = False) -> Line:
    proof = ("e",) if proven else ()
    return Line(id=str(number), week=week, text=text or f"result {number}", kind=LineKind.MILESTONE, evidence=proof)


def line(kind: str, text: str = "said", week: str = "2026-W10", **fields: object) -> Line:
    made_line = Line(id=f"{kind}-{text}", week=week, text=text, kind=LineKind(kind), focus="f", visibility=ALL)
    return msgspec.structs.replace(made_line, **fields)


def test_sections_of_each_reader_are_those_of_the_packet_data_in_its_order() -> None:
    known = {spec.id: spec for spec in sections()}
    for audience in Audience:
        found = [part.id for part in packet(sample("backend-staff"), audience).sections]
        assert set(found) <= {name for name, spec in known.items() if audience in spec.for_}
        assert audience is MENTOR or found == [name for name in known if name in found]


def test_mentor_reads_questions_before_results() -> None:
    found = [part.id for part in packet(sample("backend-staff"), MENTOR).sections]
    assert found.index("stuck") < found.index("changed") < found.index("results")


def test_section_that_the_owner_opens() -> None:
    limit = Principle(id="pr", plan="p", text="no evenings", visibility=ALL)
    assert words_of(made(MANAGER, PLAN, limit), "limits") == ""
    assert "no evenings" in words_of(made(MANAGER, PLAN, limit, opted_in=OPTIONAL), "limits")
    assert words_of(made(PANEL, PLAN, limit, opted_in=OPTIONAL), "limits") == ""


def test_empty_journal_makes_a_document_without_sections() -> None:
    for audience in Audience:
        document = made(audience)
        assert document.sections == ()
        assert document.title == "Growth packet"


def test_every_section_maker_has_a_place_in_the_packet_data() -> None:
    assert set(MAKERS) < {spec.id for spec in sections()}


def test_head_says_who_when_and_for_whom() -> None:
    owner = JournalInfo(id="j", person=Owner(display_name="Noor", role="engineer", team="Settlement"))
    document = made(MANAGER, owner, PRIYA)
    assert document.title == "Noor: growth packet"
    assert document.meta == (
        "engineer, Settlement",
        "2 March to 30 August 2026",
        "Written on 30 August 2026 for my manager, Priya",
    )


def test_goal() -> None:
    parked = Goal(id="g2", plan="p", text="the other", kind=GoalKind.PERSONAL, status=GoalStatus.PARKED)
    ended = Goal(id="g3", plan="p", text="the old one", status=GoalStatus.CLOSED)
    found = words_of(made(MANAGER, PLAN, GOAL, parked, ended), "goal")
    assert found.splitlines() == [
        "star", "the goal", "Why: ", "the reason", "Career goal, 6 months from 2 March 2026, week 26 of 26.",
        "the other", "Personal goal", "parked",
    ]  # fmt: skip


def test_measures_are_a_list_of_words_or_a_table_of_values() -> None:
    wordy = msgspec.structs.replace(GOAL, measures=("two teams",))
    part = section_of(made(PANEL, PLAN, wordy), "measures")
    assert part is not None
    assert isinstance(part.blocks[0], Items)
    readings = (Reading(on=date(2026, 4, 1), value=6), Reading(on=date(2026, 9, 1), value=9))
    valued = Measure(text="survey", unit="of 10", start=5.5, target=8, due=date(2026, 6, 1), readings=readings)
    part = section_of(made(PANEL, PLAN, msgspec.structs.replace(GOAL, measures=("two teams", valued))), "measures")
    assert part is not None
    table = part.blocks[0]
    assert isinstance(table, Table)
    assert table.head == ("Measure", "Start", "Now", "Target", "By")
    assert [cell[0].text for cell in table.rows[1]] == ["survey", "5.5 of 10", "6 of 10", "8 of 10", "1 June 2026"]
    assert [len(cell) for cell in table.rows[0]] == [1, 0, 0, 0, 0]


def test_results_put_proof_first_then_months_then_the_newest() -> None:
    march = [milestone(at, f"2026-W{9 + at:02}", proven=True) for at in (1, 2, 3)]
    april = [milestone(4, "2026-W16", proven=True)]
    may = [milestone(5, "2026-W20"), milestone(6, "2026-W21")]
    every = [*march, *april, *may]
    assert [found.id for found in choose_results(every, None)] == ["6", "5", "4", "3", "2", "1"]
    assert [found.id for found in choose_results(every, 2)] == ["4", "3"]
    assert [found.id for found in choose_results(every, 4)] == ["4", "3", "2", "1"]
    assert [found.id for found in choose_results(every, 5)] == ["6", "4", "3", "2", "1"]
    assert [found.id for found in choose_results(may, 1)] == ["6"]


@pytest.mark.parametrize(("audience", "most"), [(SELF, 9), (MENTOR, 9), (MANAGER, 7), (PANEL, 5)])
def test_results_have_a_limit(audience: Audience, most: int) -> None:
    lines = [msgspec.structs.replace(milestone(at, f"2026-W{10 + at}"), visibility=ALL) for at in range(9)]
    part = section_of(made(audience, PLAN, *lines), "results")
    assert part is not None
    assert isinstance(part.blocks[0], Items)
    assert len(part.blocks[0].items) == most


def test_result_shows_what_changed_its_proof_and_who_knows() -> None:
    proof = Evidence(id="e", text="pages at night", before=9, after=1, unit="per month")
    told = msgspec.structs.replace(milestone(1, "2026-W10", proven=True), with_=("Bo",), known_by=("priya",))
    found = words_of(made(MENTOR, PLAN, PRIYA, proof, told), "results")
    assert found.splitlines() == [
        "result 1", "pages at night", ": 9 → 1 per month", "2–8 March", "with Bo", "known to Priya",
    ]  # fmt: skip


def test_numbers_that_the_words_say_already_are_not_said_twice() -> None:
    proof = Evidence(id="e", text="p95 41 min -> 12 min", before=41, after=12, unit="min")
    found = words_of(made(MENTOR, PLAN, proof, milestone(1, "2026-W10", proven=True)), "results")
    assert "→" not in found


def test_summary_is_the_owners_or_the_first_sentences_of_the_newest_milestones() -> None:
    lines = [milestone(at, f"2026-W{10 + at}", f"Result {at}! And more.") for at in range(5)]
    assert words_of(made(MANAGER, PLAN, *lines), "summary").splitlines() == ["Result 4!", "Result 3!", "Result 2!"]
    assert words_of(made(MENTOR, PLAN, *lines), "summary") == ""


def test_changed_since_the_period_began() -> None:
    versions = (Version(text="old", since=date(2026, 1, 1), until=date(2026, 4, 1)),)
    before = (Version(text="old", until=date(2026, 2, 1)),)
    reading = Measure(text="survey", start=5, readings=(Reading(on=date(2026, 4, 2), value=7),))
    goal = msgspec.structs.replace(GOAL, versions=versions, measures=(reading,))
    reached = Goal(id="g2", plan="p", text="first", status=GoalStatus.REACHED, closed_on=date(2026, 5, 1))
    closed = Focus(
        id="f2", plan="p", title="second", status=FocusStatus.CLOSED, closed_on=date(2026, 5, 2), reason="too much"
    )
    done = Action(
        id="a", focus="f", text="act", status=ActionStatus.DONE, due=date(2026, 5, 1), done_on=date(2026, 5, 3)
    )
    early = Action(id="b", focus="f", text="early", status=ActionStatus.DONE, done_on=date(2026, 2, 1))
    dropped = Action(id="c", focus="f", text="gone", status=ActionStatus.DROPPED, reason="not wanted")
    event = Event(id="ev", text="promoted", direction=1, on=date(2026, 6, 1))
    plan = msgspec.structs.replace(PLAN, versions=before)
    found = words_of(made(MANAGER, plan, goal, reached, POINT, closed, done, early, dropped, event), "changed")
    assert found.splitlines() == [
        "Measure: ", "survey", "5 → 7",
        "Goal reached: ", "first", "1 May",
        "Done: ", "act", "3 May", "2 days late",
        "Goal reworded: ", "the goal", "1 April",
        "Focus point closed: ", "second", "2 May", "too much",
        "Dropped: ", "gone", "not wanted",
        "promoted", "1 June", "a step forward",
    ]  # fmt: skip


def test_focus_points_show_what_is_open_and_done() -> None:
    open_one = Action(id="a", focus="f", text="ask", cadence="2w", needs=("priya",), if_then="when …")
    due = Action(id="b", focus="f", text="write", due=date(2026, 5, 1))
    done = Action(id="c", focus="f", text="move", status=ActionStatus.DONE, done_on=date(2026, 5, 3))
    old = Action(id="d", focus="f", text="old", status=ActionStatus.DONE, done_on=date(2026, 1, 3))
    parked = Focus(id="f2", plan="p", title="parked", status=FocusStatus.PARKED)
    document = made(MANAGER, PLAN, POINT, PRIYA, parked, open_one, due, done, old)
    part = section_of(document, "focus")
    assert part is not None
    items = part.blocks[-1]
    assert isinstance(items, Items)
    assert [(item.text[0].text, item.mark) for item in items.items] == [
        ("ask", Mark.OPEN), ("write", Mark.OPEN), ("move", Mark.DONE),
    ]  # fmt: skip
    found = words_of(document, "focus").splitlines()
    assert found[:3] == ["1. the point", "Why: ", "the use"]
    assert {"every 2 weeks", "needs Priya", "was due 1 May 2026", "3 May"} < set(found)


def test_log_is_short_about_what_another_section_tells() -> None:
    lines = (
        line("progress", "Moved. More."),
        line("milestone", "Reached it. More."),
        line("learning", "Learned it. More."),
        line("setback", "Fell. More."),
        line("repeat", "Again. More."),
    )
    found = words_of(made(MANAGER, PLAN, POINT, *lines), "log").splitlines()
    assert {"Moved. More.", "Reached it. …", "Learned it. …", "Fell. More.", "Again. …"} < set(found)
    assert {"milestone", "learned", "setback", "known ground"} < set(found)


def test_log_tells_the_owner_about_the_week_itself() -> None:
    weeks = (
        Week(
            id="2026-W10", week="2026-W10", energy=4, confidence=6,
            next=(NextStep(id="n", text="ask Bo", if_then="at lunch"),),
        ),
        Week(
            id="2026-W11", week="2026-W11", block=Block(cause="no time", text="release"),
            carried=(CarriedStep(id="n", state="smaller", note="only one question"),),
            next=(NextStep(id="n", text="ask Bo", carries=1),),
        ),
        Week(id="2026-W12", week="2026-W12", state=WeekState.PAUSED, reason="holiday"),
        Week(id="2026-W13", week="2026-W13", minutes=5),
    )  # fmt: skip
    found = words_of(made(SELF, PLAN, *weeks), "log").splitlines()
    assert found == [
        "March 2026", "2–8 March", " · energy 4 · confidence 6", "Next: ", "ask Bo", "at lunch",
        "9–15 March", "Held back: ", "release", "no time", "Taken along: ", "ask Bo", "smaller", "only one question",
        "16–22 March", "Paused: ", "holiday",
    ]  # fmt: skip


def test_work_that_is_easy_to_overlook() -> None:
    quest = Action(id="q", focus="f", text="mentor", side_quest=True)
    lines = (
        line("repeat", "again"),
        line("progress", "loose", focus=None),
        line("progress", "side", action="q"),
        line("progress", "planned"),
        line("reflection", "thought", focus=None),
    )
    assert words_of(made(MANAGER, PLAN, POINT, quest, *lines), "beyond").splitlines()[::2] == ["again", "loose", "side"]
    assert words_of(made(PANEL, PLAN, POINT, quest, *lines), "beyond").splitlines()[::2] == ["again"]


@pytest.mark.parametrize(
    ("audience", "opted_in", "shown"),
    [(SELF, False, True), (MENTOR, False, True), (MANAGER, False, False), (MANAGER, True, True), (PANEL, True, False)],
)
def test_setbacks_go_to_the_manager_only_when_the_owner_says_so(
    audience: Audience, opted_in: bool, shown: bool
) -> None:
    document = made(audience, PLAN, line("setback", "fell"), opted_in=OPTIONAL if opted_in else frozenset())
    assert ("fell" in words_of(document, "setbacks")) is shown


def test_feedback_is_word_for_word_newest_first_and_once() -> None:
    said = [
        Feedback(id="1", text="good", from_="priya", on=date(2026, 4, 1), shareable=True),
        Feedback(id="2", text="better", from_="priya", on=date(2026, 5, 1), shareable=True),
        Feedback(id="3", text="good", from_="priya", on=date(2026, 3, 9), shareable=True),
        Feedback(id="4", text="before", on=date(2026, 1, 1), shareable=True),
        Feedback(id="5", text="secret", on=date(2026, 5, 1)),
    ]
    assert words_of(made(MANAGER, PRIYA, *said), "feedback").splitlines() == [
        "better", "Priya, 1 May", "good", "Priya, 1 April",
    ]  # fmt: skip
    assert "secret\n1 May, not to be quoted" in words_of(made(SELF, PRIYA, *said), "feedback")


def test_pace_is_for_self_and_shows_a_mentor_confidence_alone() -> None:
    weeks = [
        Week(id=name, week=name, energy=energy, confidence=confidence, block=Block(cause="no time"))
        for name, energy, confidence in (("2026-W33", 2, 5), ("2026-W34", 3, 6))
    ]
    assert words_of(made(SELF, PLAN, *weeks), "pace").splitlines() == [
        "Rhythm: 0 of the last 3 active weeks",
        "Energy: 2.5 of 5 on average, 3 in the last week",
        "Confidence: 5.5 of 10 on average, 6 in the last week",
        "What keeps coming back: no time (2 weeks)",
    ]
    assert words_of(made(MENTOR, PLAN, *weeks, opted_in=OPTIONAL), "pace").splitlines() == [
        "Confidence: 5.5 of 10 on average, 6 in the last week",
        "What keeps coming back: no time (2 weeks)",
    ]
    assert words_of(made(MANAGER, PLAN, *weeks, opted_in=OPTIONAL), "pace") == ""


def test_limits_say_their_kind_and_for_self_their_price() -> None:
    limit = Principle(
        id="pr", plan="p", text="no evenings", kind=PrincipleKind.LIMIT, accepted_consequence="it takes longer"
    )
    assert words_of(made(SELF, PLAN, limit), "limits").splitlines() == ["no evenings", "limit", "it takes longer"]


def test_stuck_names_what_is_taken_along_again_and_again() -> None:
    weeks = [
        Week(id=name, week=name, next=(NextStep(id="n", text="ask Bo", carries=carries),))
        for carries, name in enumerate(("2026-W10", "2026-W11", "2026-W12", "2026-W13"))
    ]
    blocked = Week(id="2026-W14", week="2026-W14", block=Block(cause="waiting", text="for the budget"))
    found = words_of(made(MENTOR, PLAN, *weeks, blocked), "stuck").splitlines()
    assert found == ["ask Bo", "taken along 3 times", "Waiting: ", "for the budget", "30 March – 5 April"]
    assert words_of(made(MENTOR, PLAN, *weeks[:3]), "stuck") == ""


def test_asks_are_those_of_the_reader() -> None:
    asks = (
        Dependency(who="priya", ask="two hours a week", ask_by=date(2026, 9, 1)),
        Dependency(who="my manager", ask="a seat", status="yes, from May"),
        Dependency(who="Kim", ask="not yours"),
        Dependency(who="", ask="whoever can"),
    )
    document = made(MANAGER, PLAN, PRIYA, msgspec.structs.replace(GOAL, dependencies=asks))
    assert words_of(document, "asks").splitlines() == [
        "two hours a week", "by 1 September 2026", "a seat", "answer: yes, from May", "whoever can",
    ]  # fmt: skip


def test_five_questions_are_for_a_manager_who_sees_a_plan() -> None:
    part = section_of(made(MANAGER, PLAN, GOAL), "questions")
    assert part is not None
    assert len(part.blocks) == 10
    assert section_of(made(MANAGER, PLAN), "questions") is None
    assert section_of(made(MENTOR, PLAN, GOAL), "questions") is None


def test_next_period_has_up_to_five_points_open_steps_first() -> None:
    week = Week(id="2026-W10", week="2026-W10", next=(NextStep(id="n", text="ask Bo"),))
    actions = [
        Action(id="a", focus="f", text="rhythm", cadence="1w"),
        Action(id="b", focus="f", text="late", due=date(2026, 10, 1)),
        Action(id="c", focus="f", text="soon", due=date(2026, 9, 1)),
        *(Action(id=f"x{at}", focus="f", text=f"open {at}") for at in range(5)),
    ]
    part = section_of(made(SELF, PLAN, POINT, week, *actions), "next")
    assert part is not None
    assert isinstance(part.blocks[0], Items)
    assert [item.text[0].text for item in part.blocks[0].items] == ["ask Bo", "soon", "late", "rhythm", "open 0"]


def test_period_of_two_years_shows_the_year_of_each_day() -> None:
    found = packet(sample("actuary-pgp"), MANAGER, (date(2020, 9, 28), date(2021, 3, 28)))
    assert "8 January 2021" in words_of(found, "changed")


def test_week_is_in_the_period_when_any_of_its_days_is() -> None:
    lines = [Line(id=name, week=name, text=name) for name in ("2026-W09", "2026-W10", "2026-W11")]
    found = packet(Snapshot.of([PLAN, *lines]), MANAGER, (date(2026, 3, 8), date(2026, 3, 9)))
    assert {"2026-W10", "2026-W11"} == {text for text in words_of(found, "log").splitlines() if text[:2] == "20"}


def test_checkin_talks_are_not_told_to_others() -> None:
    talk = Checkin(id="c", plan="p", with_="priya", role="manager", every_weeks=2, support="be strict")
    assert "be strict" not in str(made(MANAGER, PLAN, PRIYA, talk))
