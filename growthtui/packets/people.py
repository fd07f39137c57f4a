"""What people are called in a packet: by name for the owner and the mentor, by role or initials for the others."""

from growthtui.domain.base import Audience
from growthtui.domain.people import Person
from growthtui.domain.snapshot import Snapshot

_BY_NAME = (Audience.SELF, Audience.MENTOR)
_ROLE_STARTS = ("my", "our", "the", "a", "an", *Audience)


class Naming:
    """Names people for one audience (domain 5.2). The reader and the owner keep their names."""

    def __init__(self, snapshot: Snapshot, audience: Audience) -> None:
        self._audience = audience
        self._people = {person.id: person for person in snapshot.people}
        self._by_name = {person.name: person for person in snapshot.people}
        self._owner = snapshot.info.person.display_name
        self._readers = {person.id for person in readers(snapshot, audience)}

    def name(self, ref: str) -> str:
        """What the person behind an id or a name is called."""
        person = self._people.get(ref) or self._by_name.get(ref)
        full = person.name if person else ref
        if self._audience in _BY_NAME or full == self._owner or (person and person.id in self._readers):
            return full
        if person and person.role:
            return _as_role(person.role)
        return full if _is_role(full) else _initials(full)

    def names(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        """Several people, each once."""
        return tuple(dict.fromkeys(self.name(ref) for ref in refs))


def readers(snapshot: Snapshot, audience: Audience) -> tuple[Person, ...]:
    """The people an audience stands for: by the role of a check-in, else by their own role."""
    met = {checkin.with_ for checkin in snapshot.checkins if checkin.role == audience}
    by_checkin = tuple(person for person in snapshot.people if met & {person.id, person.name})
    return by_checkin or tuple(person for person in snapshot.people if _first_word(person.role) == audience)


def _first_word(role: str) -> str:
    return role.replace(",", " ").split(" ", 1)[0].casefold()


def _is_role(name: str) -> bool:
    """Whether somebody is called by what they are: "my manager", "the platform team"."""
    return _first_word(name) in _ROLE_STARTS


def _as_role(role: str) -> str:
    """The role as it reads inside a list of people: "peer, Payments" becomes "peer (Payments)"."""
    kind, comma, rest = role.partition(",")
    return f"{kind} ({rest.strip()})" if comma else role


def _initials(name: str) -> str:
    return " ".join(f"{part[0]}." for part in name.split())
