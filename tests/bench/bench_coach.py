"""What the coach costs: the review of a large plan, and of the words of one action while they are typed.

    pytest -m bench -n 0 tests/bench/bench_coach.py -s

CPU time of this process; minima. `check` as a whole command stands in bench_cli.py, as a ratio to `log`.
"""

import statistics
from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from msgspec.structs import replace

from growthtui.domain.plan import Action, Focus, Goal, GoalKind, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.findings import imagined, review_of
from tests.conftest import TODAY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

ACTIONS = 200
BUDGET_MS = 20.0
ROUNDS = 60
_TEXTS = (
    "Be tech lead of project {n}",
    "Improve how I communicate about topic {n}",
    "Write one design note a month for team {n}, and ask two people what they would change in it",
    "Maybe give a talk about service {n} by 31 March",
    "Ask my manager every 2 weeks which of the {n} priorities matters most",
)


def large_plan() -> Snapshot:
    """Five focus points with forty actions each, no two alike."""
    goal = Goal(
        id="g1", plan="p1", text="Work at staff level", kind=GoalKind.CAREER, current=True, measures=("Better",)
    )
    points = [Focus(id=f"f{number}", plan="p1", title=f"Point {number}", goal="g1") for number in range(5)]
    texts = (_TEXTS[number % len(_TEXTS)].format(n=number) for number in range(ACTIONS))
    actions = [Action(id=f"a{number}", focus=f"f{number % 5}", text=text) for number, text in enumerate(texts)]
    return Snapshot.of((Plan(id="p1", language="en", start=date(2026, 9, 1)), goal, *points, *actions))


def milliseconds(work: Callable[[], object]) -> list[float]:
    """CPU milliseconds of each round after a first one that reads the coach's texts."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append((process_time() - start) * 1000)
    return times


def test_the_review_of_a_large_plan_keeps_its_budget() -> None:
    snapshot = large_plan()
    assert len(review_of(snapshot, TODAY).open) > ACTIONS
    known = milliseconds(lambda: review_of(snapshot, TODAY))
    number = iter(range(10_000))

    def fresh() -> object:
        """No word of it was read before, so nothing that is kept helps."""
        word = f"word{next(number)}"
        actions = [replace(action, text=f"{action.text} {word}") for action in snapshot.actions]
        others = (*snapshot.plans, *snapshot.goals, *snapshot.focus)
        return review_of(Snapshot.of((*others, *actions)), TODAY)

    unread = milliseconds(fresh)
    print(
        f"\nreview of {ACTIONS} actions: {min(known):.1f} ms CPU (median {statistics.median(known):.1f}); "
        f"none read before: {min(unread):.1f} ms (median {statistics.median(unread):.1f})"
    )
    assert max(min(known), min(unread)) <= BUDGET_MS


def test_reading_along_keeps_the_same_budget() -> None:
    snapshot = large_plan()
    action, number = snapshot.actions[0], iter(range(10_000))
    times = milliseconds(
        lambda: review_of(imagined(snapshot, replace(action, text=f"Be a leader of team {next(number)}")), TODAY)
    )
    print(f"\nreading along in a plan of {ACTIONS} actions: {min(times):.1f} ms CPU for each pause")
    assert min(times) <= BUDGET_MS
