"""The parts of a plan and of the log as lines of plain text, in words rather than signs: for pipes and screen readers.

Each function takes records and a width, and returns lines without a line break.
"""

from collections.abc import Sequence
from datetime import date

from growthtui.dates import Cadence, parse_cadence
from growthtui.domain.base import Version
from growthtui.domain.people import Person
from growthtui.domain.plan import (
    Action,
    ActionStatus,
    Checkin,
    FocusStatus,
    Goal,
    GoalStatus,
    Plan,
    PlanMode,
    PlanStatus,
    Principle,
)
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.errors import BadInputError
from growthtui.insights.focus import progress
from growthtui.present.days import day_and_year
from growthtui.present.names import PRINCIPLE_WORDS
from growthtui.present.text import one_line, table, wrap


def plan_lines(snapshot: Snapshot, tree: PlanTree, today: date, width: int) -> list[str]:
    """The whole plan as a document."""
    parts = [
        [plan_title(tree.plan, today)],
        _headed("North star", wrap(tree.plan.north_star, width, 2) if tree.plan.north_star else ["  not written yet"]),
        _headed("Goals", goal_lines(tree.goals, width, indent=2)),
        _headed("Focus points", focus_lines(tree, width, indent=2)),
        _headed("Principles", principle_lines(tree.principles, width, indent=2)),
        _headed("Check-ins", checkin_lines(snapshot, tree.checkins, width, indent=2)),
    ]
    return [line for part in parts if part for line in ("", *part)][1:]


def plan_title(plan: Plan, today: date) -> str:
    """What the plan is and where it stands in its time."""
    name = "Five-step growth plan" if plan.mode is PlanMode.PGP else "Plan"
    if plan.start is None:
        return name
    if plan.status is PlanStatus.CLOSED:
        end = day_and_year(plan.closed_on) if plan.closed_on else "its end"
        return f"{name}, {day_and_year(plan.start)} to {end}, closed"
    where = progress(plan, today)
    if where is None:
        return f"{name} since {day_and_year(plan.start)}"
    time = (
        "over"
        if today > where.end
        else f"week {min(where.week, where.weeks)} of {where.weeks}"
        if where.week
        else "not begun"
    )
    return f"{name}, {day_and_year(plan.start)} to {day_and_year(where.end)}, {time}"


def plan_rows(snapshot: Snapshot, plans: Sequence[Plan], today: date, width: int) -> list[str]:
    """All plans, one a line, with their goal."""
    rows = []
    for plan in plans:
        goal = snapshot.tree_of(plan).current_goal
        rows.append((plan.status.value, plan_title(plan, today), one_line(goal.text) if goal else ""))
    return table(rows, width)


def north_star_lines(plan: Plan, width: int) -> list[str]:
    """The north star, and the earlier ones with their dates; no line when there is none."""
    lines = wrap(plan.north_star, width) if plan.north_star else []
    return [*lines, *version_lines(plan.versions, width)]


def version_lines(versions: Sequence[Version], width: int) -> list[str]:
    """Earlier wordings, newest first."""
    if not versions:
        return []
    rows = [(_period(version), one_line(version.text)) for version in reversed(versions)]
    return ["", "Earlier", *table(rows, width, indent=2)]


def goal_lines(goals: Sequence[Goal], width: int, indent: int = 0) -> list[str]:
    """Goals with their number, kind, state and what belongs to them."""
    lines: list[str] = []
    for number, goal in enumerate(goals, start=1):
        lines += table([(str(number), goal_kind(goal), one_line(goal.text))], width, indent)
        inner = indent + len(str(number)) + 2
        lines += wrap(f"Why: {one_line(goal.why)}", width, inner) if goal.why else []
        for sign in goal.signs:
            value = f" (now {sign.readings[-1].value})" if sign.readings else ""
            lines += wrap(f"Measure: {one_line(sign.text)}{value}", width, inner)
        lines += wrap(f"Reason: {one_line(goal.reason)}", width, inner) if goal.reason else []
    return lines


def goal_kind(goal: Goal) -> str:
    """The kind of a goal and whether it is the current one, in words."""
    kind = goal.kind.value if goal.kind else "kind open"
    if goal.status is not GoalStatus.ACTIVE:
        return f"{kind}, {goal.status.value}"
    return f"{kind}, current" if goal.current else kind


def focus_lines(tree: PlanTree, width: int, indent: int = 0) -> list[str]:
    """Focus points with their actions; actions are numbered through the plan."""
    lines: list[str] = []
    numbers = {action.id: number for number, action in enumerate(tree.actions, start=1)}
    for number, point in enumerate(tree.points, start=1):
        focus = point.focus
        state = "" if focus.status is FocusStatus.ACTIVE else f" ({focus.status.value})"
        lines += table([(str(number), f"{one_line(focus.title)}{state}")], width, indent)
        inner = indent + 3
        for label, text in (
            ("Now", focus.current),
            ("Wanted", focus.desired),
            ("Note", focus.note),
            ("Reason", focus.reason),
        ):
            lines += wrap(f"{label}: {one_line(text)}", width, inner) if text else []
        rows = [(f"action {numbers[action.id]}", action_text(action)) for action in point.actions]
        lines += table(rows, width, inner)
    return lines


def action_lines(tree: PlanTree, width: int) -> list[str]:
    """All actions of a plan with their number and state."""
    actions = enumerate(tree.actions, start=1)
    return table([(str(number), action.status.value, action_text(action)) for number, action in actions], width)


def action_text(action: Action) -> str:
    """An action with its rhythm, date and how often it was done, in words."""
    notes = [
        cadence_label(action.cadence) if action.cadence else "",
        f"{action.count} times" if action.count and action.count > 1 else "",
        f"by {day_and_year(action.due)}" if action.due and action.status is ActionStatus.OPEN else "",
        f"done {len(action.doings)} times" if len(action.doings) > 1 else "done once" if action.doings else "",
        f"done on {day_and_year(action.done_on)}" if action.done_on else "",
        "dropped" if action.status is ActionStatus.DROPPED else "",
        f"if-then: {one_line(action.if_then)}" if action.if_then else "",
        one_line(action.reason),
    ]
    return "; ".join([one_line(action.text), *(note for note in notes if note)])


def cadence_label(text: str) -> str:
    """A rhythm in words; one that cannot be read is shown as it is."""
    try:
        cadence: Cadence = parse_cadence(text)
    except BadInputError:
        return one_line(text)
    return cadence.label


def principle_lines(principles: Sequence[Principle], width: int, indent: int = 0) -> list[str]:
    """Principles with their number and kind."""
    rows = []
    for number, principle in enumerate(principles, start=1):
        price = principle.accepted_consequence
        text = one_line(principle.text) + (f" (accepted: {one_line(price)})" if price else "")
        rows.append((str(number), PRINCIPLE_WORDS[principle.kind], text))
    return table(rows, width, indent)


def checkin_lines(snapshot: Snapshot, checkins: Sequence[Checkin], width: int, indent: int = 0) -> list[str]:
    """Check-ins with their number, rhythm and next date."""
    rows = []
    for number, checkin in enumerate(checkins, start=1):
        weeks = checkin.every_weeks
        notes = [
            one_line(checkin.role),
            "every week" if weeks == 1 else f"every {weeks} weeks" if weeks else "",
            f"next {day_and_year(checkin.next_date)}" if checkin.next_date else "",
            one_line(checkin.support),
        ]
        name = one_line(snapshot.person_name(checkin.with_))
        rows.append((str(number), ", ".join([name, *(note for note in notes if note)])))
    return table(rows, width, indent)


def person_lines(people: Sequence[Person], width: int) -> list[str]:
    """People with their number and role."""
    rows = [(str(number), one_line(person.name), one_line(person.role)) for number, person in enumerate(people, 1)]
    return table(rows, width)


def _period(version: Version) -> str:
    since = f"{day_and_year(version.since)} " if version.since else ""
    return f"{since}to {day_and_year(version.until)}"


def _headed(title: str, lines: list[str]) -> list[str]:
    return [title, *lines] if lines else []
