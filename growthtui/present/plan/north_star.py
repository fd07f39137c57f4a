"""The north-star view: who the person wants to become, how those words changed, what they hold to, the plan itself."""

from datetime import date

from growthtui.domain.plan import Plan, PlanMode, PlanStatus, Principle
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.present.days import day_label, period
from growthtui.present.listing import plan_title
from growthtui.present.names import PRINCIPLE_WORDS
from growthtui.present.plan.changes import wording_changes
from growthtui.present.plan.parts import Group, Note, Part, PlanRow

_NORTH_STAR_HINT = "One or two sentences: who do you want to be for others, and at what price not?"
_PRINCIPLE_HINT = "What you hold to, what you keep to, and what you are not willing to do."
_PLAN_HINT = "No plan yet: your first north star, goal or focus point starts one for six months from today."


def north_star_groups(snapshot: Snapshot, tree: PlanTree | None, today: date) -> list[Group]:
    """North star, its earlier wordings, principles, the plan, earlier plans."""
    plan = tree.plan if tree else None
    groups = [Group(label="North star", rows=(_north_star(plan),))]
    if plan is not None and plan.versions:
        groups.append(Group(label="Earlier", rows=_wordings(plan, today)))
    principles = tuple(map(_principle, tree.principles)) if tree else ()
    groups.append(Group(label="Principles", rows=principles or (PlanRow(part=Part.PRINCIPLE, text=_PRINCIPLE_HINT),)))
    groups.append(Group(label="This plan", rows=(_plan(plan, today),)))
    earlier = [_earlier_plan(snapshot, other, today) for other in reversed(snapshot.plans) if other is not plan]
    if earlier:
        groups.append(Group(label="Earlier plans", rows=tuple(earlier)))
    return groups


def _north_star(plan: Plan | None) -> PlanRow:
    if plan is None or not plan.north_star:
        return PlanRow(part=Part.NORTH_STAR, text=_NORTH_STAR_HINT)
    return PlanRow(part=Part.NORTH_STAR, id=plan.id, text=plan.north_star)


def _wordings(plan: Plan, today: date) -> tuple[PlanRow, ...]:
    return tuple(
        PlanRow(
            part=Part.WORDING,
            id=plan.id,
            index=wording.index,
            text=wording.version.text,
            tag=period(wording.version.since, wording.version.until, today),
            runs=wording.runs,
            is_over=True,
        )
        for wording in wording_changes(plan.north_star, plan.versions)
    )


def _principle(principle: Principle) -> PlanRow:
    price = principle.accepted_consequence
    return PlanRow(
        part=Part.PRINCIPLE,
        id=principle.id,
        text=principle.text,
        tag=PRINCIPLE_WORDS[principle.kind],
        notes=(Note("accepted", price),) if price else (),
    )


def _plan(plan: Plan | None, today: date) -> PlanRow:
    if plan is None:
        return PlanRow(part=Part.PLAN, text=_PLAN_HINT)
    months = plan.horizon_months
    length = "1 month" if months == 1 else f"{months} months" if months else "no end yet"
    start = f"from {day_label(plan.start, today)}" if plan.start else "not begun yet"
    hours = f"{plan.hours_per_week:g} hours a week" if plan.hours_per_week else ""
    if plan.pace and plan.pace.hours_per_week == plan.hours_per_week:
        hours += f" until {day_label(plan.pace.until, today)}"
    return PlanRow(
        part=Part.PLAN,
        id=plan.id,
        text=" · ".join(filter(None, (length, start, hours))),
        notes=_plan_notes(plan, today),
    )


def _plan_notes(plan: Plan, today: date) -> tuple[Note, ...]:
    """What else is known about the plan: its shape, the talk it leads to, the cycles before it, the newest first."""
    cycles = (f"{cycle.kind or 'kind open'}, {period(cycle.from_, cycle.to, today)}" for cycle in plan.history[::-1])
    texts = (
        ("shape", "five-step growth plan" if plan.mode is PlanMode.PGP else ""),
        ("manager talk", day_label(plan.manager_review, today) if plan.manager_review else ""),
        ("cycles before", "\n".join(cycles)),
    )
    return tuple(Note(label, text) for label, text in texts if text)


def _earlier_plan(snapshot: Snapshot, plan: Plan, today: date) -> PlanRow:
    tree = snapshot.tree_of(plan)
    goal = tree.current_goal or next(iter(tree.goals), None)
    return PlanRow(
        part=Part.EARLIER_PLAN,
        id=plan.id,
        text=goal.text if goal else plan_title(plan, today),
        tag=period(plan.start, plan.closed_on, today) if plan.closed_on else plan.status.value,
        is_over=plan.status is PlanStatus.CLOSED,
    )
