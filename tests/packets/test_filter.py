"""The wall, field by field: links to hidden things, consequences, derailers, names of people."""

from datetime import date

import pytest

from growthtui.domain.base import Audience, Record, Version
from growthtui.domain.people import Assessment, Derailer, JournalInfo, Owner, Person, Rating, Response, Survey
from growthtui.domain.plan import Action, Checkin, Dependency, Focus, Goal, Measure, Plan, Principle
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Evidence, Line, Week
from growthtui.packets.filter import audience_view
from growthtui.packets.people import Naming, readers
from tests.packets.made import POLICY

SELF, MENTOR, MANAGER, PANEL = Audience
ALL = tuple(Audience)
PEOPLE = (
    Person(id="priya", name="Priya Rao", role="manager"),
    Person(id="bo", name="Bo", role="mentor"),
    Person(id="kim", name="Kim Lee", role="peer, Payments"),
    Person(id="ana", name="Ana María"),
)
PLAN = Plan(id="p", start=date(2026, 3, 2), horizon_months=6, north_star="star")


def view(audience: Audience, *records: Record, with_private: bool = False) -> Snapshot:
    return audience_view(Snapshot.of([*PEOPLE, PLAN, *records]), POLICY, audience, with_private=with_private)


def test_links_to_what_is_hidden_are_dropped() -> None:
    point = Focus(id="f", plan="p", title="point")
    action = Action(id="a", focus="f", text="act")
    proof = Evidence(id="e", text="proof", visibility=(SELF,))
    linked = Line(id="l", week="2026-W10", text="x", focus="f", action="a", evidence=("e",), visibility=ALL)
    seen = view(PANEL, point, action, proof, linked).lines[0]
    assert (seen.focus, seen.action, seen.evidence) == (None, None, ())
    kept = view(SELF, point, action, proof, linked).lines[0]
    assert (kept.focus, kept.action, kept.evidence) == ("f", "a", ("e",))


def test_link_of_a_focus_point_to_a_goal_of_another_plan_that_is_hidden_is_dropped() -> None:
    goal = Goal(id="g", plan="p", text="goal", enables="g2")
    hidden = Goal(id="g2", plan="p", text="other", visibility=(SELF,))
    assert view(MANAGER, goal, hidden).goals[0].enables is None
    assert view(MANAGER, goal, Goal(id="g2", plan="p", text="other")).goals[0].enables == "g2"


def test_words_that_were_given_up_leave_their_dates_alone() -> None:
    versions = (Version(text="old", since=date(2026, 3, 2), until=date(2026, 4, 1)),)
    shown = view(
        MANAGER,
        Goal(id="g", plan="p", text="new goal", versions=versions),
        Focus(id="f", plan="p", title="new point", versions=versions),
        Action(id="a", focus="f", text="new act", versions=versions),
    )
    found = (shown.goals[0].versions, shown.focus[0].versions, shown.actions[0].versions)
    assert [part[0].text for part in found] == ["new goal", "new point", "new act"]
    assert {part[0].until for part in found} == {date(2026, 4, 1)}


def test_price_of_a_principle_stays_private() -> None:
    principle = Principle(id="pr", plan="p", text="no evenings", accepted_consequence="slower", visibility=ALL)
    assert view(MANAGER, principle).principles[0].accepted_consequence == ""
    assert view(SELF, principle).principles[0].accepted_consequence == "slower"


def test_mentor_sees_levels_without_derailers_and_without_notes_beside_them() -> None:
    ratings = {
        "plain": Rating(level=2, note="fine"),
        "hard": Rating(level=2, note="two derailers", derailers=(Derailer(text="late", how_often="often"),)),
    }
    assessment = Assessment(id="as", framework="expert", ratings=ratings)
    seen = view(MENTOR, assessment).assessments[0]
    assert seen.ratings == {"plain": Rating(level=2, note="fine"), "hard": Rating(level=2)}
    assert view(MANAGER, assessment).assessments == ()
    assert view(SELF, assessment).assessments == (assessment,)


def test_measures_reach_the_panel_without_their_goal_unless_the_goal_was_closed() -> None:
    goal = Goal(id="g", plan="p", text="goal", why="why", measures=("two teams", Measure(text="nps", observer="kim")))
    seen = view(PANEL, goal).goals[0]
    assert (seen.text, seen.why) == ("", "")
    assert [sign.text for sign in seen.signs] == ["two teams", "nps"]
    assert seen.signs[1].observer == "peer (Payments)"
    closed = Goal(id="g", plan="p", text="goal", measures=("two teams",), visibility=(SELF, MENTOR))
    assert view(PANEL, closed).goals == ()


def test_plan_b_and_price_of_a_goal_stay() -> None:
    ask = Dependency(who="kim", ask="a review", plan_b="ask Ana")
    goal = Goal(id="g", plan="p", text="goal", may_cost_now="a bonus", dependencies=(ask,))
    seen = view(MANAGER, goal).goals[0]
    assert seen.may_cost_now == ""
    assert seen.dependencies == (Dependency(who="peer (Payments)", ask="a review"),)


def test_week_of_somebody_else_has_no_rhythm() -> None:
    week = Week(id="2026-W10", week="2026-W10", minutes=9, energy=4, confidence=6, private="note", covers=("2026-W09",))
    assert view(MANAGER, week).weeks == ()
    assert view(MENTOR, week).weeks == (Week(id="2026-W10", week="2026-W10", confidence=6),)
    assert view(SELF, week).weeks[0].private == ""
    assert view(SELF, week, with_private=True).weeks == (week,)


def test_entry_for_nobody_leaves_only_when_private_notes_are_asked_for() -> None:
    secret = Line(id="l", week="2026-W10", text="x", visibility=())
    assert view(SELF, secret).lines == ()
    assert view(SELF, secret, with_private=True).lines == (secret,)


def test_survey_shows_answers_with_consent_and_nothing_the_owner_thought() -> None:
    agreed = Response(text="yes", from_="priya", verdict="really missing", why_not_known="?", shareable=True)
    survey = Survey(id="s", question="What do I miss?", responses=(agreed, Response(text="no", from_="kim")))
    seen = view(MANAGER, survey).surveys[0]
    assert seen == Survey(id="s", question="", responses=(Response(text="yes", from_="Priya Rao", shareable=True),))
    assert view(PANEL, Survey(id="s", question="?", responses=(Response(text="no"),))).surveys == ()


def test_quote_needs_consent() -> None:
    assert view(MANAGER, Evidence(id="e", kind="quote", text="x")).evidence == ()
    assert view(MANAGER, Evidence(id="e", kind="quote", text="x", shareable=True)).evidence
    assert view(MANAGER, Evidence(id="e", kind="link", text="x", shareable=False)).evidence == ()
    assert view(MANAGER, Evidence(id="e", kind="link", text="x")).evidence


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        (SELF, ("Priya Rao", "Bo", "Kim Lee", "Ana María", "Dr. Who")),
        (MENTOR, ("Priya Rao", "Bo", "Kim Lee", "Ana María", "Dr. Who")),
        (MANAGER, ("Priya Rao", "mentor", "peer (Payments)", "A. M.", "D. W.")),
        (PANEL, ("manager", "mentor", "peer (Payments)", "A. M.", "D. W.")),
    ],
)
def test_names_of_people(audience: Audience, names: tuple[str, ...]) -> None:
    naming = Naming(Snapshot.of(PEOPLE), audience)
    assert naming.names(("priya", "bo", "kim", "ana", "Dr. Who", "priya")) == names


def test_owner_keeps_the_name_and_a_name_is_known_like_an_id() -> None:
    info = JournalInfo(id="j", person=Owner(display_name="Noor Ø"))
    naming = Naming(Snapshot.of([info, *PEOPLE]), PANEL)
    assert naming.names(("Noor Ø", "Kim Lee")) == ("Noor Ø", "peer (Payments)")


@pytest.mark.parametrize("name", ["my manager", "the platform team", "mentor"])
def test_role_that_is_said_in_words_stays(name: str) -> None:
    assert Naming(Snapshot.of(PEOPLE), PANEL).name(name) == name


def test_reader_is_known_by_the_check_in_before_the_role() -> None:
    talk = Checkin(id="c", plan="p", with_="kim", role="manager", support="asks hard questions")
    assert [person.id for person in readers(Snapshot.of(PEOPLE), MANAGER)] == ["priya"]
    assert [person.id for person in readers(Snapshot.of([*PEOPLE, talk]), MANAGER)] == ["kim"]
    assert [person.id for person in readers(view(MANAGER, talk), MANAGER)] == ["kim"]
    assert view(MANAGER, talk).checkins[0].support == ""
    assert readers(Snapshot.of(PEOPLE), PANEL) == ()


def test_people_of_a_line_are_named_for_the_reader() -> None:
    told = Line(id="l", week="2026-W10", text="x", with_=("kim", "bo"), known_by=("priya",), visibility=ALL)
    assert (view(MANAGER, told).lines[0].with_, view(MANAGER, told).lines[0].known_by) == (
        ("peer (Payments)", "mentor"),
        ("Priya Rao",),
    )
    assert view(PANEL, told).lines[0].known_by == ()
