"""The draft of a session: all of it, as it is typed, so that a kill loses nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from growthtui.domain.people import Session
from growthtui.journal.decisions import Decision, Decisions
from growthtui.journal.drafts import Draft

PLACE = "wizard"
_FIELD = "session"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class _Packed(msgspec.Struct, frozen=True):
    session: Session
    decisions: tuple[Decision, ...] = ()
    parking: str = ""
    meet: str = ""


@dataclass(frozen=True, slots=True)
class LeftSession:
    """A session before its end, as it was left.

    `decisions` is what was decided about its offers, `parking` a suggestion that is half typed, `meet` the day to meet
    again as it was typed.
    """

    session: Session
    at: datetime
    decisions: Decisions = Decisions()  # noqa: RUF009 - it is frozen
    parking: str = ""
    meet: str = ""


def place_of(session: Session) -> str:
    """The place of a session's draft."""
    return f"{PLACE}/{session.id}"


def pack(session: Session, decisions: Decisions | None = None, *, parking: str = "", meet: str = "") -> dict[str, str]:
    """The fields of a session's draft."""
    packed = _Packed(session, decisions.items if decisions else (), parking, meet)
    return {_FIELD: msgspec.json.encode(packed).decode()}


def left_sessions(stored: Iterable[Session], drafts: Iterable[Draft]) -> tuple[LeftSession, ...]:
    """Sessions before their end, the one left last first: the stored ones, and drafts that are newer or alone."""
    by_id = {one.id: one for one in stored}
    found = {one.id: LeftSession(one, _saved(one)) for one in by_id.values() if not one.finished}
    for draft in _unpacked(drafts):
        known = by_id.get(draft.session.id)
        if known is None or (not known.finished and _saved(known) <= draft.at):
            found[draft.session.id] = draft
    newest_first = reversed(found.values())  # of two saved in the same moment the later one goes first
    return tuple(sorted(newest_first, key=lambda one: one.at, reverse=True))


def _unpacked(drafts: Iterable[Draft]) -> Iterator[LeftSession]:
    for draft in drafts:
        if draft.place.startswith(f"{PLACE}/") and _FIELD in draft.fields:
            try:
                packed = msgspec.json.decode(draft.fields[_FIELD], type=_Packed)
            except msgspec.DecodeError:
                continue  # written by another version: its text still is on the list of drafts
            yield LeftSession(packed.session, draft.at, Decisions(packed.decisions), packed.parking, packed.meet)


def _saved(session: Session) -> datetime:
    moment = session.changed or session.created or _LONG_AGO
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
