"""What the coach asks, beside the words it asks about: for the screens, and as plain text for `check`."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from growthtui.coach.shelves import Severity
from growthtui.domain.base import by_id
from growthtui.domain.plan import Dismissal, Measure
from growthtui.domain.snapshot import PlanTree
from growthtui.journal.findings import Finding, Review, State
from growthtui.present.names import goal_label
from growthtui.present.text import one_line, wrap

_SIGN: Final = ".measures["
_ABOUT_GOALS: Final = ("GP104", "GP201", "GP202", "GP204", "GP207", "GP302", "GP401")
_GRAVITY: Final = tuple(Severity)


class PlaceKind(StrEnum):
    """What part of the plan a question is about."""

    GOAL = "goal"
    SIGN = "sign"
    FOCUS = "focus"
    ACTION = "action"
    STEP = "step"
    NORTH_STAR = "north_star"
    GOALS = "goals"
    POINTS = "points"
    PLAN = "plan"
    PRINCIPLES = "principles"
    CHECKINS = "checkins"


class Place(msgspec.Struct, frozen=True):
    """A place in the plan: its name, the person's words there ("" for a place without words), and its record."""

    kind: PlaceKind
    label: str
    words: str = ""
    record: str = ""
    index: int = 0


class Asked(msgspec.Struct, frozen=True):
    """A finding, the place it is about, and why it was put aside ("" when it was not, or nobody said)."""

    finding: Finding
    place: Place
    reason: str = ""

    @property
    def words(self) -> str:
        """The words it is about; "" when its message quotes them all anyway, or there are none."""
        words = one_line(self.place.words)
        return "" if words.casefold() in self.finding.message.casefold() else words


_WHOLE: Final = {
    "north_star": (PlaceKind.NORTH_STAR, "North star"),
    "goals": (PlaceKind.GOALS, "Goals"),
    "focus": (PlaceKind.POINTS, "Focus points"),
    "horizon_months": (PlaceKind.PLAN, "The time of the plan"),
    "principles": (PlaceKind.PRINCIPLES, "Principles"),
    "checkins": (PlaceKind.CHECKINS, "Check-ins"),
    "manager_review": (PlaceKind.PLAN, "The plan and your manager"),
    "history": (PlaceKind.PLAN, "Earlier plans"),
}
"""Places that are no record (domain 6.1)."""


def asked(review: Review) -> tuple[Asked, ...]:
    """All findings of a review with their places, in its order."""
    tree = review.tree
    if tree is None:
        return ()
    steps = {step.id: step.text for step in review.steps}
    reasons = {(one.rule, one.where): one.reason for one in tree.plan.dismissed if isinstance(one, Dismissal)}
    return tuple(_asked(tree, finding, steps, reasons) for finding in review.findings)


def _asked(tree: PlanTree, finding: Finding, steps: dict[str, str], reasons: dict[tuple[str, str], str]) -> Asked:
    is_aside = finding.state is State.DISMISSED
    reason = reasons.get((finding.rule, finding.where), "") if is_aside else ""
    return Asked(finding, place_of(tree, finding, steps), reason)


def open_asked(review: Review) -> tuple[Asked, ...]:
    """Those that wait for an answer, errors first."""
    return tuple(item for item in asked(review) if item.finding.state is State.OPEN)


def place_of(tree: PlanTree, finding: Finding, steps: dict[str, str]) -> Place:
    """The place of a finding; `steps` are the texts of next steps by id."""
    where = finding.where
    if where in _WHOLE:
        kind, label = _WHOLE[where]
        return Place(kind, label, tree.plan.north_star if kind is PlaceKind.NORTH_STAR else "", tree.plan.id)
    if finding.rule in _ABOUT_GOALS:
        return _goal_place(tree, where) or _unknown(where)
    found = _sign_place(tree, where) or _action_place(tree, where) or _focus_place(tree, where)
    found = found or _goal_place(tree, where)
    return found or (Place(PlaceKind.STEP, "Next step", steps[where], where) if where in steps else _unknown(where))


def _unknown(where: str) -> Place:
    return Place(PlaceKind.PLAN, f"The plan, {one_line(where)}")


def _goal_place(tree: PlanTree, where: str) -> Place | None:
    goal = by_id(tree.goals, where)
    return Place(PlaceKind.GOAL, goal_label(goal), goal.text, goal.id) if goal else None


def _sign_place(tree: PlanTree, where: str) -> Place | None:
    goal_id, _, rest = where.rpartition(_SIGN)
    number = rest.removesuffix("]")
    goal = by_id(tree.goals, goal_id)
    if goal is None or not number.isdecimal():
        return None
    index = int(number)
    signs: Sequence[Measure] = goal.signs
    text = signs[index].text if index < len(signs) else ""
    return Place(PlaceKind.SIGN, f"Sign of success {index + 1}", text, goal.id, index)


def _focus_place(tree: PlanTree, where: str) -> Place | None:
    for number, focus in enumerate(tree.focus, start=1):
        if focus.id == where:
            return Place(PlaceKind.FOCUS, f"Focus point {number}", focus.title, focus.id)
    return None


def _action_place(tree: PlanTree, where: str) -> Place | None:
    for number, action in enumerate(tree.actions, start=1):
        if action.id == where:
            return Place(PlaceKind.ACTION, f"Action {number}", action.text, action.id)
    return None


def by_place(items: Iterable[Asked]) -> tuple[tuple[Place, tuple[Asked, ...]], ...]:
    """Questions about the same words together; the place with the gravest question first."""
    groups: dict[Place, list[Asked]] = {}
    for item in items:
        groups.setdefault(item.place, []).append(item)
    gravest = sorted(groups.items(), key=lambda pair: min(_GRAVITY.index(one.finding.severity) for one in pair[1]))
    return tuple((place, tuple(group)) for place, group in gravest)


def check_lines(items: Iterable[Asked], width: int) -> list[str]:
    """Findings as text: for each place its words, then what is asked about them."""
    lines: list[str] = []
    for place, group in by_place(items):
        words = one_line(place.words)
        head = wrap(f"{place.label}: {words}" if words else place.label, width)
        lines += [*([""] if lines else []), *head]
        for item in group:
            finding = item.finding
            reason = f": {one_line(item.reason)}" if item.reason else ""
            mark = "" if finding.state is State.OPEN else f" ({finding.state}{reason})"
            lines.append(f"  {finding.severity} {finding.rule} at {one_line(finding.where)}{mark}")
            lines += [*wrap(one_line(finding.message), width, 4), *wrap(one_line(finding.question), width, 4)]
    return lines
