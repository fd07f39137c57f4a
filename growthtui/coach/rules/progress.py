"""GP701 to GP705: standing still, going round, and the gap of a five-step plan."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates import jaccard, starts_with
from growthtui.coach.rules.context import Context
from growthtui.coach.rules.finding import Check, Hit
from growthtui.domain.plan import GoalKind

_LONG = timedelta(days=365)
_EARLIER_CYCLES = 2
_QUIET_DAYS = 28
_CARRIES = 3
_SAME = 0.6


def one_kind_too_long(plan: Context) -> Iterator[Hit]:
    """GP701: this cycle and the last two or more are of one kind, the first of them a year old or older."""
    kind = plan.current.kind if plan.current else None
    latest_first = sorted(plan.tree.plan.history, key=lambda cycle: cycle.from_, reverse=True)
    run = tuple(takewhile(lambda cycle: cycle.kind == kind, latest_first))
    if len(run) < _EARLIER_CYCLES or plan.today - run[-1].from_ < _LONG:
        return
    months = 12 * (plan.today.year - run[-1].from_.year) + plan.today.month - run[-1].from_.month
    yield Hit("history", str(kind), {"months": months, "kind": kind})


def stuck(plan: Context) -> Iterator[Hit]:
    """GP702: a focus point without a line for 28 active days, or an open step carried three times."""
    for point in plan.points:
        days = plan.quiet_days(point.focus.id)
        if days is not None and days >= _QUIET_DAYS:
            yield Hit(point.focus.id, point.focus.title, {"weeks": days // 7})
    planned = (step for step in plan.tree.plan.next_steps if step.state == "open")
    for step in (*planned, *plan.log.steps):
        if step.carries >= _CARRIES:
            yield Hit(step.id, step.text, {"carries": step.carries})


def repetition(plan: Context) -> Iterator[Hit]:
    """GP703: under a personal goal, an open action continues what one can do already."""
    if not plan.current_of(GoalKind.PERSONAL):
        return
    for act in plan.open_acts:
        match = starts_with(act.text, load_words().repetition.starts)
        if match:
            yield Hit(act.id, match)


def gap_missing(plan: Context) -> Iterator[Hit]:
    """GP704: in a five-step plan, present or wanted behaviour is missing, or both are nearly the same."""
    if not plan.is_pgp:
        return
    for point in plan.points:
        now, wanted = point.focus.current, point.focus.desired
        if not now.strip() or not wanted.strip() or jaccard(now, wanted) >= _SAME:
            yield Hit(point.focus.id, point.focus.title)


def technical_only(plan: Context) -> Iterator[Hit]:
    """GP705: in a five-step plan, every focus point with a domain is technical."""
    domains = {point.focus.domain for point in plan.points if point.focus.domain}
    if plan.is_pgp and domains == {"technical"}:
        yield Hit("focus", "technical")


CHECKS = (
    Check("GP701", one_kind_too_long),
    Check("GP702", stuck),
    Check("GP703", repetition, wording=True),
    Check("GP704", gap_missing),
    Check("GP705", technical_only),
)
