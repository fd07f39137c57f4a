"""GP601 to GP604: who hears of the plan, and who should have."""

import re
from collections.abc import Iterator
from datetime import timedelta

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates import has_date
from growthtui.coach.rules.context import Act, Context
from growthtui.coach.rules.finding import Check, Hit
from growthtui.coach.words import read
from growthtui.domain.plan import GoalKind

_EVERY = re.compile(r"\bevery \w+ (?:day|week|month)s?\b")
_REVIEW_AFTER = timedelta(days=14)


def nobody_to_answer_to(plan: Context) -> Iterator[Hit]:
    """GP601: no check-in, and no dated or rhythmic action with one's own manager."""
    if not plan.tree.checkins and not any(_meets_manager(act) for act in plan.open_acts):
        yield Hit("checkins")


def manager_has_not_seen_it(plan: Context) -> Iterator[Hit]:
    """GP602: started more than fourteen days ago, and not reviewed with the manager."""
    start = plan.tree.plan.start
    if plan.tree.plan.manager_review is None and start is not None and plan.today - start > _REVIEW_AFTER:
        yield Hit("manager_review")


def other_managers_unannounced(plan: Context) -> Iterator[Hit]:
    """GP603: an open action names other deciders, and nothing in it or its note says that one's own manager knows."""
    words = load_words().other_managers
    for act in plan.open_acts:
        who = words.who.find(read(act.text))
        if who and not words.told.is_in(read(f"{act.text}\n{act.action.note}")):
            yield Hit(act.id, who)


def secret_fix(plan: Context) -> Iterator[Hit]:
    """GP604: under a career goal, an open action repairs a process without the team."""
    if not plan.current_of(GoalKind.CAREER):
        return
    words = load_words().secret_fix
    for act in plan.open_acts:
        line = read(act.text)
        verb = words.verbs.find(line)
        if verb and words.objects.is_in(line) and not words.involve.is_in(line):
            yield Hit(act.id, verb)


def _meets_manager(act: Act) -> bool:
    if act.direction != "manager":
        return False
    kept = act.action.due is not None or bool(act.action.cadence)
    return kept or has_date(act.text) or _EVERY.search(read(act.text).string) is not None


CHECKS = (
    Check("GP601", nobody_to_answer_to),
    Check("GP602", manager_has_not_seen_it),
    Check("GP603", other_managers_unannounced, wording=True),
    Check("GP604", secret_fix, wording=True),
)
