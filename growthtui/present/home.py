"""What Home says: from a snapshot and a day to labels and rows, without any drawing."""

from dataclasses import dataclass
from datetime import date

from growthtui.dates import Week
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.week import Line, WeekState
from growthtui.insights.focus import NextAction, Progress, Pulse, progress, pulses
from growthtui.insights.steps import open_steps
from growthtui.insights.weeks import state_of
from growthtui.present.days import date_label, day_label
from growthtui.present.names import goal_label

QUIET_WEEKS = 4
"""A focus point without a line for so long is called quiet."""


@dataclass(frozen=True, slots=True)
class FocusRow:
    """One focus point. `when` stands beside the next action; a quiet one says so instead."""

    number: int
    title: str
    lines: tuple[int, ...]
    next: str = ""
    when: str = ""
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class GoalCard:
    """The current goal with its horizon and its focus points. `text` is "" while no goal is current."""

    label: str
    text: str
    horizon: Progress | None
    is_over: bool
    span: str
    rows: tuple[FocusRow, ...]


@dataclass(frozen=True, slots=True)
class WeekCard:
    """The week of today: what was wanted, how it stands, what was logged."""

    week: Week
    state: WeekState
    wanted: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """All of Home. `is_empty` while there is neither a plan nor a line."""

    north_star: str
    goal: GoalCard | None
    week: WeekCard
    is_empty: bool


def home_view(snapshot: Snapshot, today: date) -> HomeView:
    """Home as of `today`."""
    tree = snapshot.tree
    return HomeView(
        north_star=tree.plan.north_star if tree else "",
        goal=_goal_card(snapshot, tree, today) if tree else None,
        week=_week_card(snapshot, today),
        is_empty=tree is None and not snapshot.lines,
    )


def _goal_card(snapshot: Snapshot, tree: PlanTree, today: date) -> GoalCard:
    goal = tree.current_goal
    horizon = progress(tree.plan, today)
    rows = tuple(_focus_row(number, pulse, today) for number, pulse in _numbered(snapshot, tree, today))
    return GoalCard(
        label=goal_label(goal),
        text=goal.text if goal else "",
        horizon=horizon,
        is_over=horizon is not None and horizon.end < today,
        span=_span(horizon, today),
        rows=rows,
    )


def _numbered(snapshot: Snapshot, tree: PlanTree, today: date) -> list[tuple[int, Pulse]]:
    """Pulses with the number that the focus point has in every list of the plan."""
    numbers = {focus.id: number for number, focus in enumerate(tree.focus, start=1)}
    return [(numbers[pulse.focus.id], pulse) for pulse in pulses(snapshot, today)]


def _span(horizon: Progress | None, today: date) -> str:
    if horizon is None:
        return ""
    verb = "ends" if horizon.end >= today else "ended"
    return f"{horizon.weeks} weeks · {verb} {date_label(horizon.end, today)}"


def _focus_row(number: int, pulse: Pulse, today: date) -> FocusRow:
    if pulse.quiet_weeks >= QUIET_WEEKS:
        return FocusRow(number, pulse.focus.title, pulse.lines, quiet=f"quiet for {pulse.quiet_weeks} weeks")
    if pulse.next is None:
        return FocusRow(number, pulse.focus.title, pulse.lines)
    return FocusRow(number, pulse.focus.title, pulse.lines, pulse.next.action.text, _when(pulse.next, today))


def _when(item: NextAction, today: date) -> str:
    """Where an action stands: how far its count is, the rhythm it keeps, or its day."""
    if item.cadence is not None:
        return "✓" if item.is_done else day_label(item.on, today) if item.on else ""
    if item.wanted > 1:
        return f"{item.done} of {item.wanted}"
    if item.on is None:
        return ""
    return f"since {day_label(item.on, today)}" if item.on < today else day_label(item.on, today)


def _week_card(snapshot: Snapshot, today: date) -> WeekCard:
    week = Week.of(today)
    name = str(week)
    before = [record for record in snapshot.weeks if record.week < name]
    wanted = tuple(step.if_then or step.text for step in open_steps(before))
    return WeekCard(week, state_of(snapshot, week, today), wanted, snapshot.lines_by_week.get(name, ()))
