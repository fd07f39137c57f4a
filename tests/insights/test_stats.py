"""The figures of Insights, against the samples' own expectations and the rules one by one."""

from datetime import date, datetime

import msgspec
import pytest

from growthtui.domain.base import Audience
from growthtui.domain.plan import Focus, Goal
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.domain.week import CarriedStep, Line, LineKind, NextStep, Week, WeekState
from growthtui.insights.stats import Rhythm, rhythm, stats, streaks
from growthtui.insights.steps import open_steps
from growthtui.packets.policy import default_visibilities
from tests.sample_records import NAMES, sample, sample_document

POLICY = VisibilityPolicy(default_visibilities())
LAST_SUNDAY = {"backend-staff": date(2026, 8, 30), "actuary-pgp": date(2021, 3, 28)}
LETTERS = {"L": WeekState.LOGGED, "c": WeekState.CAUGHT_UP, "p": WeekState.PAUSED, "m": WeekState.MISSED}


@pytest.mark.parametrize("name", NAMES)
def test_samples_come_out_as_they_say(name: str) -> None:
    expected = sample_document(name)["expected"]
    expected.pop("assessments", None)
    expected["iso_weeks"] = list(expected["iso_weeks"])
    figures = msgspec.to_builtins(stats(sample(name), POLICY, LAST_SUNDAY[name]))
    assert msgspec.json.decode(msgspec.json.encode(figures)) == expected


@pytest.mark.parametrize(
    ("weeks", "longest", "current"),
    [
        ("", 0, 0),
        ("LLL", 3, 3),
        ("LLmLL", 4, 4),
        ("LLmmL", 2, 1),
        ("LLmpmL", 2, 1),
        ("LLmcmL", 3, 3),
        ("LLmLmL", 4, 4),
        ("LppcL", 2, 2),
        ("LLLm", 3, 3),
        ("LLLmm", 3, 0),
        ("LmmmL", 1, 1),
        ("mmL", 1, 1),
        ("ccpp", 0, 0),
    ],
)
def test_streaks(weeks: str, longest: int, current: int) -> None:
    assert streaks(LETTERS[letter] for letter in weeks) == (longest, current)


@pytest.mark.parametrize(
    ("weeks", "covered", "active"),
    [("", 0, 0), ("Lmp", 1, 2), ("mmm" + "LLLLLcpppmLm", 7, 9), ("p" * 13, 0, 0)],
)
def test_rhythm_looks_at_the_last_twelve(weeks: str, covered: int, active: int) -> None:
    assert rhythm(tuple(LETTERS[letter] for letter in weeks)) == Rhythm(covered, active)


def test_week_of_today_counts_only_once_it_is_logged() -> None:
    saved = datetime.fromisoformat("2026-03-06T10:00:00+01:00")
    last = Week(id="2026-W10", week="2026-W10", saved_at=saved)
    this = Week(id="2026-W11", week="2026-W11", saved_at=datetime.fromisoformat("2026-03-10T10:00:00+01:00"))
    paused = Week(id="2026-W11", week="2026-W11", state=WeekState.PAUSED)
    today = date(2026, 3, 10)
    assert stats(Snapshot.of([last]), POLICY, today).weeks == 1
    assert stats(Snapshot.of([last, this]), POLICY, today).weeks == 2
    assert stats(Snapshot.of([last, paused]), POLICY, today).states["paused"] == 0


def test_later_weeks_and_lines_do_not_count_yet() -> None:
    snapshot = sample("backend-staff")
    figures = stats(snapshot, POLICY, date(2026, 4, 5))
    assert figures.iso_weeks == ("2026-W10", "2026-W13")
    assert figures.lines == 10
    assert figures.open_steps_at_end == ("n4",)
    assert figures.private_notes == 1


def test_focus_point_without_a_line_is_listed() -> None:
    figures = stats(Snapshot.of([Focus(id="f1", plan="p", title="x")]), POLICY, date(2026, 3, 10))
    assert figures.lines_per_focus == {"f1": 0}
    assert figures.last_line_monday == {"f1": None}


def test_lines_of_a_private_focus_point_are_visible_to_nobody_else() -> None:
    private = Focus(id="f1", plan="p", title="x", visibility=(Audience.SELF,))
    below = Focus(id="f2", plan="p", goal="g1", title="x")
    goal = Goal(id="g1", plan="p", text="x", visibility=(Audience.SELF, Audience.MENTOR))
    lines = [Line(id="l1", week="2026-W10", text="x", focus="f1"), Line(id="l2", week="2026-W10", text="x", focus="f2")]
    figures = stats(Snapshot.of([private, below, goal, *lines]), POLICY, date(2026, 3, 10))
    assert figures.lines_visible_to == {"self": 2, "mentor": 1, "manager": 0, "panel": 0}


def test_setting_that_keeps_everything_private_narrows_explicit_sets() -> None:
    policy = VisibilityPolicy(default_visibilities(), only_self=True)
    line = Line(id="l", week="2026-W10", text="x", kind=LineKind.MILESTONE, visibility=(Audience.SELF, Audience.PANEL))
    assert stats(Snapshot.of([line]), policy, date(2026, 3, 10)).lines_visible_to == {
        "self": 1, "mentor": 0, "manager": 0, "panel": 0,
    }  # fmt: skip


@pytest.mark.parametrize("state", ["done", "drop", "ask for help"])
def test_step_that_ended_is_open_no_more(state: str) -> None:
    weeks = (
        Week(id="1", week="2026-W10", next=(NextStep(id="n1", text="x"), NextStep(id="n2", text="y"))),
        Week(id="2", week="2026-W11", carried=(CarriedStep(id="n1", state=state),)),
    )
    assert [step.id for step in open_steps(weeks)] == ["n2"]


def test_step_taken_along_shows_its_last_wording() -> None:
    weeks = (
        Week(id="1", week="2026-W10", next=(NextStep(id="n1", text="large"),)),
        Week(
            id="2",
            week="2026-W11",
            carried=(CarriedStep(id="n1", state="smaller"),),
            next=(NextStep(id="n1", text="small", carries=1),),
        ),
    )
    assert [step.text for step in open_steps(weeks)] == ["small"]
