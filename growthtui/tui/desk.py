"""The open journal as the screens use it: read at once, saved in a thread, so that no key waits for the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TypeVar

from growthtui.dates import Week
from growthtui.domain.snapshot import Snapshot
from growthtui.errors import GrowthError
from growthtui.journal.drafts import Draft
from growthtui.journal.journal import Journal
from growthtui.present.glyphs import glyphs
from growthtui.settings import Settings
from growthtui.tui.coach_desk import CoachDesk, CoachState
from growthtui.tui.drafts import DraftDesk

T = TypeVar("T")


class Desk:
    """What every screen is given.

    Args:
        journal: the open journal.
        settings: what the person has set.
        draft_failed: told when a draft could not be written.
    """

    def __init__(self, journal: Journal, settings: Settings, draft_failed: Callable[[OSError], None]) -> None:
        self.journal = journal
        self.settings = settings
        self.glyphs = glyphs(is_ascii=settings.ascii)
        self.today: date = journal.clock.today()
        self.drafts = DraftDesk(journal.drafts, draft_failed)
        self.coach = CoachDesk()
        self.trouble: GrowthError | None = None
        """Why the journal cannot be read, or None."""
        self._snapshot = Snapshot.of(())
        self._saving = ThreadPoolExecutor(1, thread_name_prefix="saving")

        self._take_over(self._read())

    @property
    def snapshot(self) -> Snapshot:
        """The state that the screens show; the last good one while the journal cannot be read."""
        return self._snapshot

    @property
    def is_readable(self) -> bool:
        """Whether the last look at the journal succeeded."""
        return self.trouble is None

    @property
    def is_demo(self) -> bool:
        """Whether the journal is a sample."""
        return self.snapshot.info.demo

    @property
    def week(self) -> Week:
        """The ISO week of today."""
        return Week.of(self.today)

    @property
    def coach_state(self) -> CoachState:
        """What the coach would look at now."""
        return CoachState(self._snapshot, self.today, self.settings.rules_off)

    def draft(self, place: str, text: str, /, **fields: str) -> Draft:
        """A draft of now."""
        return Draft(place=place, text=text, at=self.journal.clock.now(), fields=fields)

    def begin(self, change: Callable[[], T]) -> Future[T]:
        """Hand a change to the saving thread: from now on it happens, even if the app is left at once."""
        return self._saving.submit(change)

    async def finish(self, running: Future[T]) -> T:
        """Wait for a change that was begun and take over the new state. GrowthError."""
        try:
            return await asyncio.shield(asyncio.wrap_future(running))
        finally:
            await self.look_again()

    async def carry_out(self, change: Callable[[], T]) -> T:
        """Run a change in the saving thread and take over the new state. GrowthError."""
        return await self.finish(self.begin(change))

    async def look_again(self) -> bool:
        """Read the file again; True when what the screens show is no longer the same."""
        return self._take_over(await self._in_thread(self._read))

    def has_new_day(self) -> bool:
        """Whether midnight has passed since the last look; takes over the new day."""
        today = self.journal.clock.today()
        is_new, self.today = today != self.today, today
        return is_new

    def close(self) -> None:
        """Finish what is being saved and write the drafts."""
        self._saving.shutdown(wait=True)
        self.drafts.close()

    def _read(self) -> Snapshot | GrowthError:
        try:
            return self.journal.snapshot()
        except GrowthError as error:
            return error

    def _take_over(self, found: Snapshot | GrowthError) -> bool:
        before = (self._snapshot, self.is_readable)
        if isinstance(found, Snapshot):
            self._snapshot, self.trouble = found, None
        else:
            self.trouble = found
        return before != (self._snapshot, self.is_readable)

    async def _in_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._saving, call)
