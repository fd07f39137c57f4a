"""What a week says, and the year as a strip."""

from datetime import date

import pytest

from growthtui.dates import Week
from growthtui.domain.base import Audience, Record, Version
from growthtui.domain.people import Person
from growthtui.domain.plan import Focus, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.domain.week import Block, CarriedStep, Evidence, Line, LineKind, NextStep, WeekState
from growthtui.domain.week import Week as WeekRecord
from growthtui.packets.policy import default_visibilities
from growthtui.present.week import (
    WeekView,
    is_private,
    privacy_choices,
    proof_label,
    states_of,
    week_view,
    year_strip,
)
from tests.conftest import TODAY

WEEK = Week(2026, 47)
POLICY = VisibilityPolicy(default_visibilities())


def view_of(*records: Record, week: Week = WEEK) -> WeekView:
    return week_view(Snapshot.of(records), week, TODAY, POLICY)


def line(**fields: object) -> Line:
    return Line(**({"id": "l", "week": str(WEEK), "text": "x"} | fields))  # type: ignore[arg-type] # fields of a line


def test_groups_follow_the_plan_then_others_then_loose_lines() -> None:
    records = (
        Plan(id="p"),
        Focus(id="b", plan="p", title="second", position=1),
        Focus(id="a", plan="p", title="first", position=0),
        Focus(id="old", plan="gone", title="of an earlier plan"),
        *(line(id=f"l{number}", focus=focus) for number, focus in enumerate((None, "old", "b", "a", "lost"))),
    )
    groups = view_of(*records).groups
    assert [(group.number, group.title) for group in groups] == [
        (1, "first"),
        (2, "second"),
        (None, "of an earlier plan"),
        (None, "A focus point that was deleted"),
        (None, "Not tied to a focus point"),
    ]
    assert len(view_of(*records).lines) == 5


def test_a_past_week_shows_the_wording_of_its_sunday() -> None:
    focus = Focus(id="f", plan="p", title="new", versions=(Version(text="old", until=date(2026, 11, 23)),))
    assert view_of(Plan(id="p"), focus, line(focus="f")).groups[0].title == "old"
    now = line(focus="f", week="2026-W48")
    assert view_of(Plan(id="p"), focus, now, week=Week(2026, 48)).groups[0].title == "new"


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, ()),
        ({"kind": LineKind.MILESTONE}, ()),
        ({"kind": LineKind.REPEAT}, ("again",)),
        ({"kind": LineKind.REFLECTION}, ("private", "reflection")),
        ({"visibility": ("self",)}, ("private",)),
        ({"visibility": ()}, ("private",)),
        ({"known_by": ("ana", "Kofi")}, ("seen by Ana, Kofi",)),
        ({"with_": ("ana",)}, ("with Ana",)),
    ],
)
def test_what_stands_beside_a_line(fields: dict[str, object], notes: tuple[str, ...]) -> None:
    row = view_of(line(**fields), Person(id="ana", name="Ana")).groups[0].rows[0]
    assert row.notes == notes


@pytest.mark.parametrize(
    ("evidence", "label"),
    [
        (Evidence(id="e", url="https://www.example.org/rfc/118/"), "example.org/rfc/118"),
        (Evidence(id="e", url="https://example.org", text="RFC-118"), "RFC-118"),
        (Evidence(id="e", url="no address"), "no address"),
        (Evidence(id="e", url="https://[broken"), "https://[broken"),
    ],
)
def test_proof_in_short(evidence: Evidence, label: str) -> None:
    assert proof_label(evidence) == label
    assert view_of(line(evidence=("e", "lost")), evidence).groups[0].rows[0].links == (label,)


def test_facts_notes_and_carried_steps() -> None:
    before = WeekRecord(id="2026-W46", week="2026-W46", next=(NextStep(id="n", text="ask"),))
    record = WeekRecord(
        id=str(WEEK),
        week=str(WEEK),
        energy=4,
        confidence=7,
        known_by=("Bo",),
        covers=("2026-W45",),
        carried=(CarriedStep(id="n", state="smaller", note="only one"), CarriedStep(id="lost", state="done")),
        next=(NextStep(id="m", text="write", if_then="When it rains"),),
        block=Block(cause="no time", text="incident"),
        private="just me",
    )
    view = view_of(before, record)
    assert view.facts == ("energy 4", "confidence 7", "Bo knows of it", "also for W45")
    assert [(note.label, note.text) for note in view.carried] == [("made smaller", "ask: only one")]
    assert [(note.label, note.text) for note in view.notes] == [
        ("Next", "write · When it rains"),
        ("In the way", "no time · incident"),
        ("For you alone", "just me"),
    ]


def test_a_paused_week_says_why() -> None:
    record = WeekRecord(id=str(WEEK), week=str(WEEK), state=WeekState.PAUSED, reason="holiday")
    view = view_of(record)
    assert (view.state, view.facts) == (WeekState.PAUSED, ("holiday",))


@pytest.mark.parametrize(("year", "weeks"), [(2026, 53), (2025, 52), (2020, 53)])
def test_the_strip_has_every_week_of_its_year(year: int, weeks: int) -> None:
    strip = year_strip(Week(year, 10), Week(2026, 48), {})
    assert len(strip.weeks) == weeks
    assert "".join(letter for _, letter in strip.months) == "JFMAMJJASOND"
    assert [place for place, _ in strip.months] == sorted(place for place, _ in strip.months)


def test_states_reach_to_the_week_of_today() -> None:
    states = states_of(Snapshot.of([line()]), TODAY)
    assert list(states) == [WEEK, Week(2026, 48)]


def test_the_choices_for_privacy() -> None:
    words = [choice.words for choice in privacy_choices(LineKind.PROGRESS, None, POLICY)]
    assert words == ["no: mentor and manager may see it in a packet", "yes: only you"]
    words = [choice.words for choice in privacy_choices(LineKind.REFLECTION, (Audience.PANEL,), POLICY)]
    assert words == ["no, but a reflection line stays with you", "yes: only you", "as you set it: panel"]
    assert [choice.words for choice in privacy_choices(LineKind.PROGRESS, (), POLICY)][-1] == "as you set it: nobody"


def test_the_setting_makes_every_line_private() -> None:
    assert not is_private(line(), POLICY)
    assert is_private(line(), VisibilityPolicy(default_visibilities(), only_self=True))
