"""What the log shows, for the front ends: states of weeks, figures, focus points, what waits."""

from datetime import date

from growthtui.dates import Week
from growthtui.domain.plan import Plan
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.week import NextStep, WeekState
from growthtui.insights.due import Due, WaitingCheckin, due, talks
from growthtui.insights.focus import Progress, Pulse, progress, pulses
from growthtui.insights.stats import Stats, stats
from growthtui.insights.steps import open_steps
from growthtui.insights.weeks import state_of, week_states
from growthtui.journal.ledger import Ledger


class Figures:
    """The figures of one journal as of today."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def week_states(self) -> dict[Week, WeekState]:
        """The state of every week from the first with a record to the week of today, in order."""
        return week_states(self._snapshot, self._today)

    def state_of(self, week: Week) -> WeekState:
        """The state of one week."""
        return state_of(self._snapshot, week, self._today)

    def stats(self) -> Stats:
        """All figures of Insights."""
        return stats(self._snapshot, self._ledger.policy, self._today)

    def due(self) -> Due:
        """What waits today; false when nothing does."""
        return due(self._snapshot, self._today)

    def pulses(self) -> tuple[Pulse, ...]:
        """How the focus points of the active plan are doing."""
        return pulses(self._snapshot, self._today)

    def progress(self, plan: Plan | None = None) -> Progress | None:
        """Where in its horizon a plan is, the active one if none is given."""
        chosen = plan or self._snapshot.active_plan
        return progress(chosen, self._today) if chosen else None

    def open_steps(self) -> tuple[NextStep, ...]:
        """The steps of earlier weeks that wait, oldest first."""
        current = str(Week.of(self._today))
        return open_steps(week for week in self._snapshot.weeks if week.week <= current)

    def talks(self, tree: PlanTree | None = None) -> tuple[WaitingCheckin, ...]:
        """The next talk of each check-in, of the active plan if none is given."""
        chosen = tree or self._snapshot.tree
        return talks(self._snapshot, chosen) if chosen else ()

    @property
    def _snapshot(self) -> Snapshot:
        return self._ledger.snapshot()

    @property
    def _today(self) -> date:
        return self._ledger.clock.today()
