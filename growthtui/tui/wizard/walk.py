"""A session under way, as its screens share it: every change goes to the draft at once."""

from collections.abc import Callable
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

from growthtui.journal.decisions import Decisions
from growthtui.journal.session_drafts import LeftSession, pack, place_of
from growthtui.present.pair import position, session_title
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.wizard.stopwatch import Stopwatch

if TYPE_CHECKING:
    from growthtui.coach.wizard import Wizard


class Walk:
    """The wizard, what was decided about its offers, and what is typed beside the answers.

    Args:
        desk: the desk.
        wizard: the session as it stands.
        left: how it was left before, None for a new one.
    """

    def __init__(self, desk: Desk, wizard: "Wizard", left: LeftSession | None = None) -> None:
        self.desk = desk
        self.wizard = wizard
        self.decisions = left.decisions if left else Decisions()
        self.parking = left.parking if left else ""
        """A suggestion that is half typed."""
        self.meet = left.meet if left else ""
        """The day to meet again, as it is typed."""
        self.watch = Stopwatch(monotonic)
        """How long this sitting has taken, and its questions."""
        self.watch.turn_to(wizard.session.step)
        self._minutes_before = wizard.session.minutes or 0

    @property
    def name(self) -> str:
        """Who sits beside; "" alone."""
        return self.desk.snapshot.person_name(self.wizard.session.with_)

    @property
    def title(self) -> str:
        """The name of the session."""
        return session_title(self.wizard.questions, self.name)

    @property
    def minutes(self) -> int:
        """How long the session has taken, in all sittings."""
        return self._minutes_before + int(self.watch.minutes)

    @property
    def suggested_probe(self) -> str:
        """The probe that a weak answer asks for, or ""."""
        return self.desk.journal.sessions.suggested_probe(self.wizard)

    def step(self, wizard: "Wizard") -> None:
        """Take the next state of the wizard."""
        if wizard.session.step != self.wizard.session.step:
            self.watch.turn_to(wizard.session.step)
        self.wizard = wizard.spend(self.minutes)
        self.keep_draft()

    def decide(self, decisions: Decisions) -> None:
        """Take the next state of what is decided."""
        self.decisions = decisions
        self.keep_draft()

    def look_for_offers(self) -> None:
        """Work out what the answers offer for the plan; decisions about offers that are as before stay."""
        self.decisions = self.desk.journal.sessions.decisions(self.wizard, self.decisions)

    def keep_draft(self) -> None:
        """Keep all of it as a draft; while nothing was said there is nothing to keep."""
        if self.wizard.is_empty and not self.parking.strip():
            self.desk.drafts.drop(self._place)
            return
        fields = pack(self.wizard.session, self.decisions, parking=self.parking, meet=self.meet)
        self.desk.drafts.keep(self.desk.draft(self._place, f"{self.title}, {position(self.wizard)}", **fields))

    def leave(self) -> Change | None:
        """Save the session, to go on with later; None when nothing was said. What no record can hold stays a draft."""
        self.wizard = self.wizard.spend(self.minutes)
        self.keep_draft()
        if self.wizard.is_empty:
            return None
        wizard, sessions, kept = self.wizard, self.desk.journal.sessions, self.desk.drafts.of(self._place)
        is_in_record = self.decisions.is_untouched and not self.parking.strip() and not self.meet.strip()

        def call() -> str:
            sessions.keep(wizard)
            return "Kept. Go on with it any time from Pair."

        def done() -> None:
            if self.desk.drafts.of(self._place) is not kept:
                return
            if is_in_record:
                self.desk.drafts.drop(self._place)
            else:
                self.keep_draft()

        return Change(call, done)

    def finish(self, next_date: date | None, done: Callable[[], None], failed: Callable[[str], None]) -> Change:
        """Close the session and take what was accepted into the plan, in one step."""
        wizard, taken = self.wizard.spend(self.minutes).park(self.parking), self.decisions.taken
        sessions = self.desk.journal.sessions

        def call() -> str:
            sessions.finish(wizard, taken, next_date)
            return ""

        def finished() -> None:
            self.desk.drafts.drop(self._place)
            done()

        return Change(call, finished, failed)

    @property
    def _place(self) -> str:
        return place_of(self.wizard.session)
