"""Career events: something happened to the career, forward, backward or neither."""

from datetime import date

import msgspec

from growthtui.domain.base import Visibility
from growthtui.domain.people import Event
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Ledger
from growthtui.journal.wording import required

_EXAMPLE = 'event add "Design review failed, decision postponed" --direction 0'


class NewEvent(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for an event; `on` None is today."""

    text: str
    direction: int
    on: date | None = None
    visibility: Visibility | None = None


class Events:
    """Adds, changes and removes career events."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, new: NewEvent) -> Event:
        """Add an event. BadInputError (text, a direction other than -1, 0, 1)."""
        text = required(new.text, "event", _EXAMPLE)
        on = new.on or self._ledger.clock.today()
        with self._ledger.transaction("add event", text) as changes:
            return changes.create(
                Event(id="", text=text, direction=_direction(new.direction), on=on, visibility=new.visibility)
            )

    def edit(self, old: Event, new: Event) -> Event:
        """Write the fields that differ. BadInputError, ClashError."""
        text = required(new.text, "event", _EXAMPLE)
        _direction(new.direction)
        with self._ledger.transaction("edit event", text) as changes:
            return changes.save(old, msgspec.structs.replace(new, text=text))

    def remove(self, event: Event) -> None:
        """Put an event into the trash."""
        with self._ledger.transaction("remove event", event.text) as changes:
            changes.delete(event)


def _direction(direction: int) -> int:
    if direction not in (-1, 0, 1):
        raise BadInputError(f"{direction} is no direction; use -1 (back), 0 (neither) or 1 (forward).")
    return direction
