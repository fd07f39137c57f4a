"""A finding: what a rule saw, where, and what the coach asks about it; and how it is put aside."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

import msgspec

from growthtui.coach.rules.context import Context
from growthtui.coach.shelves import Rule, Severity
from growthtui.coach.words import norm
from growthtui.domain.plan import Dismissal
from growthtui.domain.snapshot import PlanTree

_HASH_LENGTH = 16
_ABOUT_ALL_ACTIONS = ("GP203", "GP504")
_PARTS = re.compile(r"(?= / |, )")
_PLACEHOLDER = re.compile(r"{(\w+)}")
_ONE_OF_MANY = re.compile(r"(?<![\d.])1 ((?:\w+ )?\w+)s\b")


class State(StrEnum):
    """Whether a finding is shown."""

    OPEN = "open"
    DISMISSED = "dismissed"
    """Put aside by the person, and the text is still the same."""
    OFF = "off"
    """The rule is switched off."""


class Hit(msgspec.Struct, frozen=True):
    """What a rule saw: `where` in the plan, the words that match, and values for the message."""

    where: str
    match: str = ""
    values: Mapping[str, object] = msgspec.field(default_factory=dict)


class Finding(msgspec.Struct, frozen=True):
    """A hit with the coach's words. `where` is an id or a part of the plan (domain 6.1)."""

    rule: str
    severity: Severity
    where: str
    match: str
    message: str
    question: str
    state: State = State.OPEN


class Check(msgspec.Struct, frozen=True):
    """A rule's code beside its id. A `wording` check reads English only."""

    rule: str
    look: Callable[[Context], Iterator[Hit]]
    wording: bool = False


def worded(rule: Rule, hit: Hit, state: State) -> Finding:
    """The finding for a hit.

    A part of a message behind " / " or ", " is left out when its placeholders have no value, and so is the first.
    What is counted reads as English for one, too ("1 focus point").
    """
    values = {"match": hit.match, **hit.values}
    parts = (part for part in _PARTS.split(rule.message.rstrip(".")) if _placeholders(part) <= values.keys())
    text = "".join(part.format_map(values) for part in parts).removeprefix(" / ")
    if "n" in values:
        text = _ONE_OF_MANY.sub(r"1 \1", text)
    message = text[:1].upper() + text[1:] + ("." if rule.message.endswith(".") else "")
    return Finding(rule.id, rule.severity, hit.where, hit.match, message, rule.question, state)


def dismissal(tree: PlanTree, rule: str, where: str, reason: str = "") -> Dismissal:
    """The record that puts a finding aside for as long as the text it is about stays the same."""
    return Dismissal(rule=rule, where=where, hash=text_hash(tree, rule, where), reason=reason)


def is_dismissed(tree: PlanTree, rule: str, where: str) -> bool:
    """Whether a finding was put aside and its text has not been edited since.

    A plan file names rule and place only ("GP404 a2") and means the text beside it.
    """
    for given in tree.plan.dismissed:
        if isinstance(given, str):
            if given.strip().split(maxsplit=1) == [rule, where]:
                return True
        elif (given.rule, given.where) == (rule, where) and given.hash in ("", text_hash(tree, rule, where)):
            return True
    return False


def text_hash(tree: PlanTree, rule: str, where: str) -> str:
    """A hash of the normalised text that a finding at `where` is about."""
    import hashlib  # loads OpenSSL, and few reviews have anything put aside

    text = norm(_text_at(tree, rule, where))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def _text_at(tree: PlanTree, rule: str, where: str) -> str:
    plan = tree.plan
    titles = [focus.title for focus in tree.focus]
    if rule in _ABOUT_ALL_ACTIONS:
        titles += [action.text for action in tree.actions]
    parts: dict[str, object] = {
        "north_star": plan.north_star,
        "goals": "\n".join(goal.text for goal in tree.goals),
        "focus": "\n".join(titles),
        "horizon_months": plan.horizon_months,
        "principles": "\n".join(principle.text for principle in tree.principles),
        "checkins": "\n".join(checkin.with_ for checkin in tree.checkins),
        "manager_review": plan.start,
        "history": "\n".join(f"{cycle.kind} {cycle.from_}" for cycle in plan.history),
    }
    for goal in tree.goals:
        parts[goal.id] = goal.text
        parts |= {f"{goal.id}.measures[{index}]": sign.text for index, sign in enumerate(goal.signs)}
    parts |= {focus.id: f"{focus.title}\n{focus.note}\n{focus.current}\n{focus.desired}" for focus in tree.focus}
    parts |= {action.id: action.text for action in tree.actions}
    parts |= {step.id: step.text for step in plan.next_steps}
    return str(parts.get(where, ""))


def _placeholders(template: str) -> set[str]:
    return set(_PLACEHOLDER.findall(template))
