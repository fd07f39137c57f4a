"""The state of each week, derived from what was saved and when (domain 4.4).

Only `paused` is stored. Everything else follows from the first save of a week's own entry and from later entries
that cover it, so an import, a changed clock or another program cannot leave a wrong state behind.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from growthtui.dates import Week, days_on, local_day
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Week as WeekRecord
from growthtui.domain.week import WeekState

LOGGED_DAYS = 3
"""An entry saved up to Wednesday 23:59 after the week's Sunday is its own entry."""

CAUGHT_UP_DAYS = 14
"""A later one saved up to so many days after the week's Sunday catches it up."""


def first_week(snapshot: Snapshot) -> Week | None:
    """The first week with a record, lines without a week's record included; None in an empty journal."""
    names = chain((week.week for week in snapshot.weeks), (line.week for line in snapshot.lines))
    return min((week for name in names if (week := Week.named(name))), default=None)


def week_states(snapshot: Snapshot, today: date) -> dict[Week, WeekState]:
    """The state of every week from the first with a record to the week of `today`, in order."""
    first, current = first_week(snapshot), Week.of(today)
    if first is None:
        return {}
    saves = _Saves(snapshot)
    return {week: saves.state_of(week, current) for week in _range(first, current)}


def state_of(snapshot: Snapshot, week: Week, today: date) -> WeekState:
    """The state of one week; a week that is not over and has no entry is open."""
    return _Saves(snapshot).state_of(week, Week.of(today))


class _Saves:
    """The days on which something was saved for each week: by its own entry, or by a later one that covers it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._records: Mapping[str, WeekRecord] = snapshot.week_by_name
        self._lines = snapshot.lines_by_week
        self._covered: dict[str, list[date]] = defaultdict(list)
        for record in snapshot.weeks:
            if record.covers and record.saved_at is not None:
                for name in record.covers:
                    self._covered[name].append(record.saved_at.date())

    def state_of(self, week: Week, current: Week) -> WeekState:
        name = str(week)
        record = self._records.get(name)
        if record is not None and record.is_paused:
            return WeekState.PAUSED
        sunday = week.sunday
        own = self._own_entry(name, record, sunday)
        if own is not None and own <= days_on(sunday, LOGGED_DAYS):
            return WeekState.LOGGED
        if week >= current:
            return WeekState.OPEN
        late = [*self._covered.get(name, ()), *([own] if own else [])]
        if any(day <= days_on(sunday, CAUGHT_UP_DAYS) for day in late):
            return WeekState.CAUGHT_UP
        return WeekState.MISSED

    def _own_entry(self, name: str, record: WeekRecord | None, sunday: date) -> date | None:
        """The day of the first save, where it was saved; lines without a time get the benefit of the doubt."""
        if record is not None and record.saved_at is not None:
            return record.saved_at.date()
        lines = self._lines.get(name, ())
        return min((local_day(line.created) if line.created else sunday for line in lines), default=None)


def _range(first: Week, last: Week) -> Iterator[Week]:
    for ordinal in range(first.monday.toordinal(), last.monday.toordinal() + 1, 7):
        yield Week.of(date.fromordinal(ordinal))
