"""Records as the objects that `--json` prints: every key is always there, dates are ISO text."""

from collections.abc import Sequence
from datetime import date

import msgspec

from growthtui.domain.people import Person
from growthtui.domain.plan import Action, Checkin, Focus, Goal, Plan, Principle
from growthtui.domain.snapshot import PlanTree, Snapshot

Json = dict[str, object]


def plan_json(snapshot: Snapshot, plan: Plan) -> Json:
    """One plan in a list of plans."""
    goal = snapshot.tree_of(plan).current_goal
    return {
        "id": plan.id,
        "status": plan.status,
        "mode": plan.mode,
        "start": iso(plan.start),
        "horizon_months": plan.horizon_months,
        "closed_on": iso(plan.closed_on),
        "reason": plan.reason,
        "north_star": plan.north_star,
        "goal": goal.text if goal else None,
    }


def north_star_json(plan: Plan | None) -> Json:
    """The north star with its earlier versions."""
    versions = plan.versions if plan else ()
    return {
        "north_star": plan.north_star if plan else "",
        "versions": [
            {"text": version.text, "since": iso(version.since), "until": iso(version.until)} for version in versions
        ],
    }


def goals_json(goals: Sequence[Goal]) -> list[Json]:
    """Goals with their numbers."""
    return [
        {
            "id": goal.id,
            "number": number,
            "kind": goal.kind,
            "current": goal.current,
            "status": goal.status,
            "text": goal.text,
            "why": goal.why,
            "measures": builtin(goal.measures),
            "dependencies": builtin(goal.dependencies),
            "reason": goal.reason,
            "closed_on": iso(goal.closed_on),
        }
        for number, goal in enumerate(goals, start=1)
    ]


def focus_json(focus: Sequence[Focus]) -> list[Json]:
    """Focus points with their numbers."""
    return [
        {
            "id": point.id,
            "number": number,
            "title": point.title,
            "goal": point.goal,
            "status": point.status,
            "note": point.note,
            "supports": point.supports,
            "direction": point.direction,
            "reason": point.reason,
            "closed_on": iso(point.closed_on),
        }
        for number, point in enumerate(focus, start=1)
    ]


def actions_json(tree: PlanTree | None) -> list[Json]:
    """Actions of a plan with their numbers, which run through the plan."""
    return [action_json(action, number) for number, action in enumerate(tree.actions if tree else (), start=1)]


def action_json(action: Action, number: int) -> Json:
    """One action."""
    return {
        "id": action.id,
        "number": number,
        "focus": action.focus,
        "text": action.text,
        "status": action.status,
        "due": iso(action.due),
        "cadence": action.cadence,
        "count": action.count,
        "if_then": action.if_then,
        "needs": list(action.needs),
        "ask_by": iso(action.ask_by),
        "hours_per_week": action.hours_per_week,
        "side_quest": action.side_quest,
        "direction": action.direction,
        "note": action.note,
        "done_on": iso(action.done_on),
        "doings": builtin(action.doings),
        "reason": action.reason,
    }


def principles_json(principles: Sequence[Principle]) -> list[Json]:
    """Principles with their numbers."""
    return [
        {
            "id": principle.id,
            "number": number,
            "kind": principle.kind,
            "text": principle.text,
            "accepted_consequence": principle.accepted_consequence,
            "visibility": builtin(principle.visibility),
        }
        for number, principle in enumerate(principles, start=1)
    ]


def checkins_json(snapshot: Snapshot, checkins: Sequence[Checkin]) -> list[Json]:
    """Check-ins with their numbers; `name` is the person's name."""
    return [
        {
            "id": checkin.id,
            "number": number,
            "with": checkin.with_,
            "name": snapshot.person_name(checkin.with_),
            "role": checkin.role,
            "every_weeks": checkin.every_weeks,
            "support": checkin.support,
            "next_date": iso(checkin.next_date),
        }
        for number, checkin in enumerate(checkins, start=1)
    ]


def people_json(people: Sequence[Person]) -> list[Json]:
    """People with their numbers."""
    return [
        {"id": person.id, "number": number, "name": person.name, "role": person.role}
        for number, person in enumerate(people, start=1)
    ]


def iso(day: date | None) -> str | None:
    """A date as ISO text."""
    return day.isoformat() if day else None


def builtin(value: object) -> object:
    """Any value of a record in the types of JSON."""
    plain: object = msgspec.json.decode(msgspec.json.encode(value))
    return plain
