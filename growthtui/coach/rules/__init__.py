"""The plan review: 36 questions a coach would ask about a plan (domain 6.2). Never verdicts, never in the way."""

from collections.abc import Collection
from datetime import date

from growthtui.coach.catalogue import load_rules
from growthtui.coach.rules import limits, others, progress, purpose, structure, wording
from growthtui.coach.rules.context import Context, LogFacts
from growthtui.coach.rules.finding import Check, Finding, State, dismissal, is_dismissed, worded
from growthtui.coach.shelves import Severity
from growthtui.domain.snapshot import PlanTree

__all__ = [
    "CHECKS",
    "Finding",
    "LogFacts",
    "State",
    "dismissal",
    "review",
    "review_all",
    "wording_note",
]

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *purpose.CHECKS,
    *wording.CHECKS,
    *limits.CHECKS,
    *others.CHECKS,
    *progress.CHECKS,
)
"""Every rule's code, in the order of the ids."""

_ORDER = tuple(Severity)


def review(
    tree: PlanTree, today: date, log: LogFacts | None = None, *, off: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The open findings about a plan: errors first, then by rule, then in the order of the plan.

    `log` is what the journal's log says; `off` are ids of rules that are switched off.
    """
    return tuple(finding for finding in review_all(tree, today, log, off=off) if finding.state is State.OPEN)


def review_all(
    tree: PlanTree, today: date, log: LogFacts | None = None, *, off: Collection[str] = ()
) -> tuple[Finding, ...]:
    """As `review`, with the dismissed findings and those of rules switched off, each marked by its state."""
    plan, book = Context(tree, today, log or LogFacts()), load_rules()
    found = [
        worded(book[check.rule], hit, _state(tree, check.rule, hit.where, off))
        for check in CHECKS
        if not check.wording or plan.is_english
        for hit in check.look(plan)
    ]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))


def wording_note(tree: PlanTree) -> str | None:
    """Why the rules about wording stay silent, for a plan that is not in English; else None."""
    if Context(tree, date.min).is_english:
        return None
    return "This plan does not seem to be in English, so the questions about its wording are left out."


def _state(tree: PlanTree, rule: str, where: str, off: Collection[str]) -> State:
    if rule in off:
        return State.OFF
    return State.DISMISSED if is_dismissed(tree, rule, where) else State.OPEN
