"""Drafts are written as they are typed: in a thread, the newest text of a place overtaking one that still waits."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from growthtui.journal.drafts import Draft, Drafts

IN_SHORT = "packet"
"""The first part of the place of the lines "In short": they are kept as drafts are, but nothing waits in them."""


class DraftDesk:
    """The drafts of the journal as the screens see them: at once in memory, a moment later on the disk.

    Args:
        drafts: where they are kept.
        failed: told (from the writing thread) when one could not be written.
    """

    def __init__(self, drafts: Drafts, failed: Callable[[OSError], None]) -> None:
        self._drafts = drafts
        self._failed = failed
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._lock = threading.Lock()
        self._pending: dict[str, Draft | None] = {}
        self._known: dict[str, Draft] = {draft.place: draft for draft in reversed(drafts.waiting())}

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """What was begun and not saved, newest first."""
        begun = (draft for draft in self._known.values() if draft.place.partition("/")[0] != IN_SHORT)
        return tuple(sorted(begun, key=lambda draft: draft.at, reverse=True))

    def of(self, place: str) -> Draft | None:
        """The draft of one place."""
        return self._known.get(place)

    def keep(self, draft: Draft) -> None:
        """Keep a text; an empty one is no draft."""
        if not draft.text.strip():
            self.drop(draft.place)
        elif self._known.get(draft.place) != draft:
            self._known[draft.place] = draft
            self._write(draft.place, draft)

    def drop(self, place: str) -> None:
        """Forget the draft of a place."""
        if self._known.pop(place, None) is not None:
            self._write(place, None)

    def drop_if(self, place: str, text: str) -> None:
        """Forget the draft of a place if it still is this text, which was saved."""
        known = self._known.get(place)
        if known is not None and known.text == text:
            self.drop(place)

    def close(self) -> None:
        """Write what waits and end the thread."""
        self._thread.shutdown(wait=True)

    def _write(self, place: str, draft: Draft | None) -> None:
        with self._lock:
            is_queued = place in self._pending
            self._pending[place] = draft
        if not is_queued:
            self._thread.submit(self._write_next, place)

    def _write_next(self, place: str) -> None:
        with self._lock:
            draft = self._pending.pop(place)
        try:
            if draft is None:
                self._drafts.drop(place)
            else:
                self._drafts.keep(place, draft.text, **draft.fields)
        except OSError as error:
            self._failed(error)
