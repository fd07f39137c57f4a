"""The goals view: the current goal with its signs of success and its asks, then those that wait or are ended."""

from datetime import date

from growthtui.domain.plan import TO_ASK, Dependency, Goal, GoalStatus, Measure
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.present.days import day_label
from growthtui.present.names import goal_label
from growthtui.present.plan.parts import Group, Note, Part, PlanRow

_GOAL_HINT = "One sentence: what do you want to reach in the next months? Career or personal, not both at once."
_LABELS = {
    GoalStatus.ACTIVE: "Waiting",
    GoalStatus.PARKED: "Parked",
    GoalStatus.REACHED: "Reached",
    GoalStatus.CLOSED: "Closed",
}
_ENDED = (GoalStatus.REACHED, GoalStatus.CLOSED)


def goal_groups(snapshot: Snapshot, tree: PlanTree | None, today: date) -> list[Group]:
    """The current goal in a frame, and the others by their status."""
    current = tree.current_goal if tree else None
    others = [goal for goal in (tree.goals if tree else ()) if goal is not current]
    if current is None:
        hint = PlanRow(part=Part.GOAL, text=_GOAL_HINT)
        groups = [Group(label="Current goal", rows=(hint,), is_framed=True)]
    else:
        groups = [
            Group(label=goal_label(current), rows=_goal_rows(snapshot, current, today), foot="current", is_framed=True)
        ]
    for status, label in _LABELS.items():
        rows = tuple(row for goal in others if goal.status is status for row in _goal_rows(snapshot, goal, today))
        if rows:
            groups.append(Group(label=label, rows=rows))
    return groups


def goal_notes(goal: Goal) -> tuple[Note, ...]:
    """What a person wrote about a goal beside its text."""
    texts = (("why", goal.why), ("may cost now", goal.may_cost_now), ("reason", goal.reason))
    return tuple(Note(label, text) for label, text in texts if text)


def kind_word(goal: Goal) -> str:
    """The kind of a goal; the word of an import that is none, or that it is open."""
    return goal.kind.value if goal.kind else goal.kind_given or "kind open"


def measure_status(measure: Measure) -> str:
    """Where a measure stands: "now 3 of 5 teams"."""
    target = "" if measure.target is None else str(measure.target)
    unit = f" {measure.unit}" if measure.unit else ""
    if measure.readings:
        aim = f" of {target}" if target else ""
        return f"now {measure.readings[-1].value}{aim}{unit}"
    return f"target {target}{unit}" if target else ""


def _goal_rows(snapshot: Snapshot, goal: Goal, today: date) -> tuple[PlanRow, ...]:
    head = PlanRow(
        part=Part.GOAL,
        id=goal.id,
        text=goal.text,
        tag="" if goal.current else kind_word(goal),
        side=day_label(goal.closed_on, today) if goal.closed_on else "",
        notes=goal_notes(goal),
        state=goal.status,
        is_current=goal.current,
        is_over=goal.status in _ENDED,
    )
    signs = [_measure(goal, index, sign) for index, sign in enumerate(goal.signs)]
    asks = [_ask(snapshot, goal, index, item, today) for index, item in enumerate(goal.dependencies)]
    return (head, *signs, *asks)


def _measure(goal: Goal, index: int, measure: Measure) -> PlanRow:
    return PlanRow(
        part=Part.MEASURE,
        id=goal.id,
        index=index,
        text=measure.text,
        tag="sign",
        side=measure_status(measure),
        notes=(Note("seen by", measure.observer),) if measure.observer else (),
        depth=1,
        is_over=goal.status in _ENDED,
    )


def _ask(snapshot: Snapshot, goal: Goal, index: int, item: Dependency, today: date) -> PlanRow:
    is_open = item.status == TO_ASK
    when = f"ask by {day_label(item.ask_by, today)}" if item.ask_by and is_open else ""
    texts = (("they said", "" if is_open else item.status), ("plan B", item.plan_b))
    return PlanRow(
        part=Part.ASK,
        id=goal.id,
        index=index,
        text=item.ask,
        tag="ask",
        side=" · ".join(filter(None, (snapshot.person_name(item.who), when))),
        notes=tuple(Note(label, text) for label, text in texts if text),
        depth=1,
        is_over=goal.status in _ENDED,
    )
