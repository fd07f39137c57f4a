"""How each focus point is doing: its lines of the last weeks, how long it was quiet, and what comes next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from growthtui.dates import Cadence, Week, horizon_end, parse_cadence
from growthtui.domain.plan import Action, ActionStatus, Focus, FocusStatus, Plan
from growthtui.domain.snapshot import FocusTree, PlanTree, Snapshot
from growthtui.domain.week import WeekState
from growthtui.errors import BadInputError
from growthtui.insights.weeks import week_states

PULSE_WEEKS = 12
"""A focus point shows its lines of so many weeks, the week of today last."""

_DAYS = 7
_MIDDLE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in the horizon of its plan a day lies: week `week` of `weeks`; 0 before the start."""

    week: int
    weeks: int
    end: date


@dataclass(frozen=True, slots=True)
class NextAction:
    """An open action. `on` is its due date or the last day of the present turn of its cadence.

    `done` counts what was done in this turn, `wanted` how often it should be. Without a cadence the count runs from
    the beginning; an action that has neither is done when the person says so.
    """

    action: Action
    on: date | None
    done: int
    wanted: int
    cadence: Cadence | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do in this turn."""
        return self.done >= self.wanted


@dataclass(frozen=True, slots=True)
class Pulse:
    """One focus point: lines of the last weeks (oldest first), weeks without a line, and the next action."""

    focus: Focus
    lines: tuple[int, ...]
    quiet_weeks: int
    next: NextAction | None


def pulses(snapshot: Snapshot, today: date) -> tuple[Pulse, ...]:
    """The active focus points of the active plan, in its order."""
    tree = snapshot.tree
    if tree is None:
        return ()
    doings = done_days(snapshot)
    current = Week.of(today)
    paused = [week for week, state in week_states(snapshot, today).items() if state is WeekState.PAUSED]
    shown = [str(current.shift(back - PULSE_WEEKS + 1)) for back in range(PULSE_WEEKS)]
    counts = Counter((line.focus, line.week) for line in snapshot.lines)
    last = {line.focus: week for line in snapshot.lines if (week := Week.named(line.week)) and week <= current}
    begun = Week.of(tree.plan.start) if tree.plan.start else current
    return tuple(
        Pulse(
            focus=point.focus,
            lines=tuple(counts[point.focus.id, week] for week in shown),
            quiet_weeks=_quiet(last.get(point.focus.id, begun), current, paused),
            next=_next_of(point, tree.plan, doings, today),
        )
        for point in tree.points
        if point.focus.status is FocusStatus.ACTIVE
    )


def progress(plan: Plan, today: date) -> Progress | None:
    """Week n of N of the plan's horizon; None while it has no start or no horizon."""
    if plan.start is None or not plan.horizon_months:
        return None
    end = horizon_end(plan.start, plan.horizon_months)
    week = Week.of(today) - Week.of(plan.start) + 1
    return Progress(max(0, week), max(1, round((end - plan.start).days / _DAYS)), end)


def next_actions(snapshot: Snapshot, tree: PlanTree, today: date) -> tuple[NextAction, ...]:
    """All open actions of the plan's active focus points, with where they stand."""
    doings = done_days(snapshot)
    points = (point for point in tree.points if point.focus.status is FocusStatus.ACTIVE)
    return tuple(
        standing(action, tree.plan, doings.get(action.id, ()), today)
        for point in points
        for action in point.actions
        if action.status is ActionStatus.OPEN
    )


def done_days(snapshot: Snapshot) -> dict[str, tuple[date, ...]]:
    """Action id to the days on which it was done: its own doings, and the log (the middle day of a line's week)."""
    days: dict[str, list[date]] = {
        action.id: [doing.on for doing in action.doings] for action in snapshot.actions if action.doings
    }
    for line in snapshot.lines:
        week = Week.named(line.week)
        if line.action and week:
            days.setdefault(line.action, []).append(week.monday + _MIDDLE)
    return {action: tuple(found) for action, found in days.items()}


def standing(action: Action, plan: Plan, done: Sequence[date], today: date) -> NextAction:
    """Where one open action stands on `today`; turns of a cadence are counted from the plan's start."""
    wanted = action.count or 1
    cadence = cadence_of(action)
    if cadence is None or plan.start is None:
        return NextAction(action, action.due, len(done) if action.count else 0, wanted)
    first, last = turn_of(cadence, plan.start, today)
    return NextAction(action, last, sum(first <= day <= last for day in done), wanted, cadence)


def cadence_of(action: Action) -> Cadence | None:
    """The rhythm of an action, or None where it has none that can be read."""
    try:
        return parse_cadence(action.cadence) if action.cadence else None
    except BadInputError:
        return None


def turn_of(cadence: Cadence, start: date, today: date) -> tuple[date, date]:
    """First and last day of the turn that `today` lies in; before the start it is the first turn."""
    if cadence.nth(start, 1) == date.max:  # the calendar ends in the first turn
        return start, date.max
    step = (cadence.nth(start, 1) - start).days
    turn = max(0, (today - start).days // step)
    while turn and cadence.nth(start, turn) > today:
        turn -= 1
    while cadence.nth(start, turn + 1) <= today < date.max:
        turn += 1
    return cadence.nth(start, turn), cadence.nth(start, turn + 1) - timedelta(days=1)


def _next_of(point: FocusTree, plan: Plan, doings: dict[str, tuple[date, ...]], today: date) -> NextAction | None:
    """What is open and comes first; what is done for this turn comes last."""
    open_actions = [action for action in point.actions if action.status is ActionStatus.OPEN]
    found = [standing(action, plan, doings.get(action.id, ()), today) for action in open_actions]
    return min(found, key=lambda item: (item.is_done, item.on or date.max), default=None)


def _quiet(last: Week, current: Week, paused: list[Week]) -> int:
    """Weeks since the last line, the current one included; paused weeks do not count."""
    return max(0, current - last - sum(last < week <= current for week in paused))
