"""What the coach asks about the journal on the screen: worked out once for each state, never before it is shown."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from growthtui.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from growthtui.present.coach import Asked

AT_ONCE = 3
"""So many questions are asked at a time on a screen (domain 6.1)."""


@dataclass(frozen=True, slots=True)
class CoachState:
    """What a review is about."""

    snapshot: Snapshot
    today: date
    off: tuple[str, ...]


class CoachDesk:
    """The questions of the coach, as far as they are known."""

    def __init__(self) -> None:
        self._state: CoachState | None = None
        self._all: tuple[Asked, ...] = ()
        self.note = ""
        """What the last look has to say beside the questions."""

    @property
    def known(self) -> "tuple[Asked, ...]":
        """All questions as of the last look, those put aside and switched off, too; none before the first look."""
        return self._all

    @property
    def open(self) -> "tuple[Asked, ...]":
        """Those that wait for an answer, errors first."""
        return tuple(item for item in self._all if item.finding.state == "open")

    def is_fresh(self, state: CoachState) -> bool:
        """Whether the last look was at this state."""
        return self._state == state

    def look(self, state: CoachState) -> "tuple[Asked, ...]":
        """Review the plan of a state, unless that is done already; a few milliseconds."""
        if self._state != state:
            (self._all, self.note), self._state = _reviewed(state), state
        return self._all

    async def look_aside(self, state: CoachState) -> bool:
        """The same in a thread, because the first look has to read the coach's texts. True when the answer is new."""
        before = self._all
        if not self.is_fresh(state):
            found = await asyncio.to_thread(_reviewed, state)
            (self._all, self.note), self._state = found, state
        return before != self._all


def _reviewed(state: CoachState) -> "tuple[tuple[Asked, ...], str]":
    from growthtui.journal.findings import review_of
    from growthtui.present.coach import asked

    review = review_of(state.snapshot, state.today, state.off)
    return asked(review), review.note or ""
