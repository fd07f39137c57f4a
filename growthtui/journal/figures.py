"""What the log shows, for the front ends: the figures, and what waits."""

from growthtui.insights.due import Due, due
from growthtui.insights.stats import Stats, stats
from growthtui.journal.ledger import Ledger


class Figures:
    """The figures of one journal as of today."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def stats(self) -> Stats:
        """All figures of Insights."""
        return stats(self._ledger.snapshot(), self._ledger.policy, self._ledger.clock.today())

    def due(self) -> Due:
        """What waits today; false when nothing does."""
        return due(self._ledger.snapshot(), self._ledger.clock.today())
