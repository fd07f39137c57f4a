"""What waits on a day: check-ins, actions and asks whose day has come, weeks that can still be written."""

from dataclasses import dataclass
from datetime import date

from growthtui.dates import Week, days_on
from growthtui.domain.plan import TO_ASK, Checkin, Dependency, Goal, GoalStatus
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.week import WeekState
from growthtui.insights.focus import NextAction, next_actions
from growthtui.insights.weeks import CAUGHT_UP_DAYS, week_states

_FRIDAY = 5


@dataclass(frozen=True, slots=True)
class WaitingCheckin:
    """A talk whose day has come. `name` is the person's name."""

    checkin: Checkin
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class WaitingAsk:
    """Something to ask of somebody, by a day that has come."""

    goal: Goal
    dependency: Dependency
    on: date


@dataclass(frozen=True, slots=True)
class WaitingWeek:
    """A week without an entry that can still be written; `until` is the last day on which it counts."""

    week: Week
    state: WeekState
    until: date


@dataclass(frozen=True, slots=True)
class Due:
    """Everything that waits; empty when nothing does."""

    checkins: tuple[WaitingCheckin, ...] = ()
    actions: tuple[NextAction, ...] = ()
    asks: tuple[WaitingAsk, ...] = ()
    weeks: tuple[WaitingWeek, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.checkins or self.actions or self.asks or self.weeks)


def due(snapshot: Snapshot, today: date) -> Due:
    """What waits on `today`.

    An action with a date waits from that date on; one with a cadence in the last week of a turn that is not done.
    The current week waits from Friday on, an earlier one as long as it can be caught up.
    """
    tree = snapshot.tree
    if tree is None:
        return Due(weeks=_weeks(snapshot, today))
    waiting = (item for item in next_actions(snapshot, tree, today) if _waits(item, today))
    return Due(
        checkins=tuple(talk for talk in talks(snapshot, tree) if talk.on <= today),
        actions=tuple(sorted(waiting, key=lambda item: item.on or today)),
        asks=_asks(tree, today),
        weeks=_weeks(snapshot, today),
    )


def talks(snapshot: Snapshot, tree: PlanTree) -> tuple[WaitingCheckin, ...]:
    """The next talk with each person of the plan's check-ins, also one that lies ahead; without a rhythm or date, none.

    A date given for the next talk holds. Else it is one rhythm after the last contact that the journal knows of:
    a session with that person, or a week whose notes say that they know; at first it is the plan's start.
    """
    found = []
    for checkin in tree.checkins:
        on = checkin.next_date or _by_rhythm(snapshot, checkin, tree.plan.start)
        if on is not None:
            found.append(WaitingCheckin(checkin, snapshot.person_name(checkin.with_), on))
    return tuple(sorted(found, key=lambda talk: talk.on))


def _by_rhythm(snapshot: Snapshot, checkin: Checkin, start: date | None) -> date | None:
    if checkin.every_weeks is None or start is None:
        return None
    names = {checkin.with_, snapshot.person_name(checkin.with_)}
    sessions = [session.on for session in snapshot.sessions if session.on and session.with_ in names]
    told = [
        *(line.week for line in snapshot.lines if names.intersection((*line.with_, *line.known_by))),
        *(week.week for week in snapshot.weeks if names.intersection(week.known_by)),
    ]
    mondays = [week.monday for name in told if (week := Week.named(name))]
    return days_on(max([start, *sessions, *mondays]), 7 * checkin.every_weeks)


def _waits(item: NextAction, today: date) -> bool:
    if item.on is None or item.is_done:
        return False
    return item.on <= (today if item.cadence is None else Week.of(today).sunday)


def _asks(tree: PlanTree, today: date) -> tuple[WaitingAsk, ...]:
    return tuple(
        WaitingAsk(goal, item, item.ask_by)
        for goal in tree.goals
        if goal.status is GoalStatus.ACTIVE
        for item in goal.dependencies
        if item.status == TO_ASK and item.ask_by is not None and item.ask_by <= today
    )


def _weeks(snapshot: Snapshot, today: date) -> tuple[WaitingWeek, ...]:
    current = Week.of(today)
    states = week_states(snapshot, today)
    if today.isoweekday() < _FRIDAY:
        states.pop(current, None)
    waiting = (WeekState.MISSED, WeekState.OPEN)
    found = [(week, state, days_on(week.sunday, CAUGHT_UP_DAYS)) for week, state in states.items()]
    return tuple(WaitingWeek(*place) for place in found if place[1] in waiting and place[2] >= today)
