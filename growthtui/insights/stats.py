"""The figures of Insights: rhythm, streaks, lines, proof and steps, from the first week with a record to today."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.domain.week import Line, WeekState
from growthtui.domain.week import Week as WeekRecord
from growthtui.insights.reach import Reach
from growthtui.insights.steps import most_carried, open_steps
from growthtui.insights.weeks import week_states

RHYTHM_WEEKS = 12
"""The main figure looks at so many weeks."""

LONG_CARRIED = 3
"""A step taken along so often is asked about (GP702)."""

_COVERED = (WeekState.LOGGED, WeekState.CAUGHT_UP)
_STATES = (*_COVERED, WeekState.PAUSED, WeekState.MISSED)


class Rhythm(msgspec.Struct, frozen=True):
    """Weeks with an entry, out of those that were not paused."""

    covered: int
    active: int


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """All figures; the names are those of the JSON (interface, `stats`)."""

    weeks: int
    states: dict[str, int]
    rhythm_last_12: Rhythm
    longest_streak: int
    current_streak: int
    lines: int
    lines_per_focus: dict[str, int]
    last_line_monday: dict[str, date | None]
    lines_by_kind: dict[str, int]
    lines_visible_to: dict[str, int]
    months_without_evidence: tuple[str, ...]
    steps_carried_3_or_more: tuple[str, ...]
    open_steps_at_end: tuple[str, ...]
    longest_text_chars: int
    private_notes: int
    iso_weeks: tuple[str, ...]


def stats(snapshot: Snapshot, policy: VisibilityPolicy, today: date) -> Stats:
    """The figures as of `today`. The week of today counts only once it is logged."""
    states = _counted(week_states(snapshot, today), Week.of(today))
    until = str(Week.of(today))
    lines = tuple(line for line in snapshot.lines if line.week <= until)
    records = tuple(week for week in snapshot.weeks if week.week <= until)
    reach = Reach(snapshot, policy)
    longest, current = streaks(states.values())
    return Stats(
        weeks=len(states),
        states=_count_states(states.values()),
        rhythm_last_12=rhythm(tuple(states.values())),
        longest_streak=longest,
        current_streak=current,
        lines=len(lines),
        lines_per_focus=_per_focus(snapshot, lines),
        last_line_monday=_last_mondays(snapshot, lines),
        lines_by_kind=dict(sorted(Counter(str(line.kind) for line in lines).items())),
        lines_visible_to={audience: sum(reach.sees(audience, line) for line in lines) for audience in Audience},
        months_without_evidence=_months_without_evidence(states, lines),
        steps_carried_3_or_more=_long_carried(records),
        open_steps_at_end=tuple(sorted(step.id for step in open_steps(records))),
        longest_text_chars=max((len(line.text) for line in lines), default=0),
        private_notes=sum(bool(week.private) for week in records),
        iso_weeks=_first_and_last(states),
    )


def rhythm(states: tuple[WeekState, ...]) -> Rhythm:
    """The rhythm of the last 12 of these weeks: covered, out of the active ones."""
    last = states[-RHYTHM_WEEKS:]
    paused = last.count(WeekState.PAUSED)
    return Rhythm(covered=sum(state in _COVERED for state in last), active=len(last) - paused)


def streaks(states: Iterable[WeekState]) -> tuple[int, int]:
    """The longest and the current streak: logged weeks, ended by two missed ones in a row (domain 4.4).

    Paused weeks do not separate missed ones; a logged or caught-up week does.
    """
    longest = current = missed = 0
    for state in states:
        if state is WeekState.LOGGED:
            current += 1
        if state in _COVERED:
            missed = 0
        if state is WeekState.MISSED:
            missed += 1
            current = current if missed == 1 else 0
        longest = max(longest, current)
    return longest, current


def _counted(states: dict[Week, WeekState], current: Week) -> dict[Week, WeekState]:
    """The weeks that count: all that are over, and the week of today once it is logged."""
    return {week: state for week, state in states.items() if week != current or state is WeekState.LOGGED}


def _first_and_last(states: dict[Week, WeekState]) -> tuple[str, ...]:
    weeks = list(states)
    return (str(weeks[0]), str(weeks[-1])) if weeks else ()


def _count_states(states: Iterable[WeekState]) -> dict[str, int]:
    counts = Counter(states)
    return {state.value: counts[state] for state in _STATES}


def _per_focus(snapshot: Snapshot, lines: tuple[Line, ...]) -> dict[str, int]:
    counts = Counter(line.focus for line in lines)
    return {focus.id: counts[focus.id] for focus in snapshot.focus}


def _last_mondays(snapshot: Snapshot, lines: tuple[Line, ...]) -> dict[str, date | None]:
    last = {line.focus: week.monday for line in lines if (week := Week.named(line.week))}  # in the order of their weeks
    return {focus.id: last.get(focus.id) for focus in snapshot.focus}


def _months_without_evidence(states: dict[Week, WeekState], lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Months that hold a Monday of the range, and no Monday of a week in which a line has proof."""
    proven = {line.week for line in lines if line.evidence}
    months = {f"{week.monday:%Y-%m}" for week in states}
    return tuple(sorted(months - {f"{week.monday:%Y-%m}" for week in states if str(week) in proven}))


def _long_carried(records: tuple[WeekRecord, ...]) -> tuple[str, ...]:
    return tuple(sorted(step for step, carries in most_carried(records).items() if carries >= LONG_CARRIED))
