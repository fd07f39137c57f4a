"""What a goal costs in time, from today on."""

from growthtui.coach.pace import Pace, paces
from growthtui.journal.ledger import Ledger

__all__ = ["Pace", "Paces"]


class Paces:
    """Works out how long something takes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def choices(self, total: float, hours: float) -> tuple[Pace, ...]:
        """So many hours in all at half, at just and at double so many a week, the slowest first. BadInputError."""
        return paces(total, hours, self._ledger.clock.today())
