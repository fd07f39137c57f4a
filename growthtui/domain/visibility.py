"""Who may see what: the set stored with an entry, else the default of its kind (domain 5.2)."""

from collections.abc import Mapping

import msgspec

from growthtui.domain.base import Audience, Record, Visibility
from growthtui.domain.people import Event, Feedback, Person
from growthtui.domain.plan import Action, Checkin, Focus, Goal, Plan, Principle, PrincipleKind
from growthtui.domain.week import Evidence, Line

ONLY_SELF: Visibility = (Audience.SELF,)


class VisibilityPolicy(msgspec.Struct, frozen=True, eq=False):
    """The defaults per kind of content, and the setting that makes everything private. Each is equal to itself alone.

    `defaults` maps the keys of the packet data (`line_progress`, `goal`, `private_note` …) to audiences.
    """

    defaults: Mapping[str, Visibility]
    only_self: bool = False

    def of(self, key: str, stored: Visibility | None = None) -> Visibility:
        """Audiences of something of kind `key` whose stored set is `stored` (None: nothing stored)."""
        audiences = self.defaults.get(key, ONLY_SELF) if stored is None else stored
        if not self.only_self:
            return audiences
        return tuple(audience for audience in audiences if audience is Audience.SELF)

    def of_record(self, record: Record) -> Visibility:
        """Audiences of a whole record."""
        return self.of(visibility_key(record), getattr(record, "visibility", None))


_KEYS: dict[type[Record], str] = {
    Feedback: "feedback_received",
    Checkin: "people",
    Person: "people",
    Plan: "north_star",
    Goal: "goal",
    Focus: "focus",
    Action: "action",
    Evidence: "evidence",
}


def visibility_key(record: Record) -> str:
    """The key of the default that holds for a record; "" (only self) for kinds without one."""
    match record:
        case Line(kind=kind):
            return f"line_{kind}"
        case Principle(kind=PrincipleKind.NOT_WILLING):
            return "not_willing"
        case Principle():
            return "principle"
        case Event(direction=direction):
            return "goal" if direction > 0 else "event_setback"  # neither way is often a setback told kindly
        case _:
            return _KEYS.get(type(record), "")
