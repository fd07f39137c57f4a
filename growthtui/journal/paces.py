"""What a goal costs in time, from today on, and what somebody decided to give."""

import msgspec

from growthtui.coach.pace import Pace, pace, paces
from growthtui.domain.plan import Pace as Chosen
from growthtui.journal.ledger import Ledger
from growthtui.journal.plans import plan_to_fill

__all__ = ["Pace", "Paces"]


class Paces:
    """Works out how long something takes, and keeps what is chosen."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def choices(self, total: float, hours: float) -> tuple[Pace, ...]:
        """So many hours in all at half, at just and at double so many a week, the slowest first. BadInputError."""
        return paces(total, hours, self._ledger.clock.today())

    def choose(self, total: float, hours: float) -> Pace:
        """Keep the hours a week in the plan, with the day to which they lead. BadInputError."""
        found = pace(total, hours, self._ledger.clock.today())
        with self._ledger.transaction(f"{hours:g} hours a week until {found.end}") as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today())
            chosen = Chosen(hours_in_all=total, hours_per_week=hours, until=found.end)
            changes.save(plan, msgspec.structs.replace(plan, hours_per_week=hours, pace=chosen))
        return found
