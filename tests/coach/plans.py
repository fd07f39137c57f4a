"""Builds plans for tests from the plan files' own keys."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from growthtui.coach.rules import LogFacts, review
from growthtui.domain.base import Record
from growthtui.domain.plan import Action, Checkin, Focus, Goal, GoalKind, Plan, Principle
from growthtui.domain.snapshot import FocusTree, PlanTree

R = TypeVar("R", bound=Record)
PLANS = Path(__file__).parents[1] / "data/plans"
TODAY = date(2026, 3, 9)
CAREER = {"id": "g1", "kind": "career", "current": True, "text": "Lead the platform", "measures": ["Two teams use it"]}
PERSONAL = {**CAREER, "kind": "personal"}
_PARTS = ("principles", "goals", "focus", "checkins", "schema", "today", "expect")


def read_plan(name: str) -> dict[str, Any]:
    """The data of a plan file under `tests/data/plans`."""
    return tomllib.loads((PLANS / name).read_text("utf-8"))


def tree_of(data: Mapping[str, Any]) -> PlanTree:
    """A plan with the keys of a `growthplan/1` file; `id` may be missing everywhere but in referenced parts."""
    head = {"id": "plan", **{key: value for key, value in data.items() if key not in _PARTS}}
    plan = msgspec.convert(head, Plan)
    return PlanTree(
        plan=plan,
        principles=tuple(_record(Principle, item, "p", at, plan=plan.id) for at, item in _each(data, "principles")),
        goals=tuple(_goal(item, at, plan) for at, item in _each(data, "goals")),
        points=tuple(_point(item, at, plan) for at, item in _each(data, "focus")),
        checkins=tuple(_record(Checkin, item, "c", at, plan=plan.id) for at, item in _each(data, "checkins")),
    )


def plan(*actions: str | Mapping[str, Any], goal: Mapping[str, Any] = CAREER, **keys: object) -> dict[str, Any]:
    """A plan with one focus point that holds these actions."""
    acts = [{"text": act} if isinstance(act, str) else dict(act) for act in actions]
    for number, act in enumerate(acts, start=1):
        act.setdefault("id", f"a{number}")
    focus = [{"id": "f1", "title": "Something", "actions": acts}]
    return {"language": "en", "goals": [goal], "focus": focus, **keys}


def found(data: Mapping[str, Any], rule: str, log: LogFacts | None = None) -> list[str]:
    """Where a rule asks."""
    return [finding.where for finding in review(tree_of(data), TODAY, log) if finding.rule == rule]


def matches(data: Mapping[str, Any], rule: str) -> list[str]:
    """The words that a rule asks about."""
    return [finding.match for finding in review(tree_of(data), TODAY) if finding.rule == rule]


def messages(data: Mapping[str, Any], rule: str) -> list[str]:
    """What a rule says."""
    return [finding.message for finding in review(tree_of(data), TODAY) if finding.rule == rule]


def points(*titles: str, **keys: object) -> list[dict[str, Any]]:
    """Focus points with these titles."""
    return [{"title": title, **keys} for title in titles]


def _each(data: Mapping[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(data.get(key, ()), start=1))


def _record(kind: type[R], item: Mapping[str, Any], letter: str, at: int, **links: str) -> R:
    return msgspec.convert({"id": f"{letter}{at}", **links, **item}, kind)


def _goal(item: Mapping[str, Any], at: int, plan: Plan) -> Goal:
    kind = item.get("kind", "")
    known = kind in tuple(GoalKind)
    given: dict[str, Any] = {"kind": kind} if known else {"kind": None, "kind_given": kind}
    return _record(Goal, {**item, **given}, "g", at, plan=plan.id)


def _point(item: Mapping[str, Any], at: int, plan: Plan) -> FocusTree:
    head = {key: value for key, value in item.items() if key != "actions"}
    focus = _record(Focus, head, "f", at, plan=plan.id)
    actions = (_record(Action, act, f"{focus.id}a", number, focus=focus.id) for number, act in _each(item, "actions"))
    return FocusTree(focus, tuple(actions))
