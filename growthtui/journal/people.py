"""People the journal speaks of: their names and what they are to the owner."""

import msgspec

from growthtui.domain.people import Person
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.ledger import Ledger
from growthtui.journal.refs import find_record
from growthtui.journal.wording import optional, required

_EXAMPLE = "person add Priya --role manager"


class PersonExistsError(BadInputError):
    """Somebody of this name is known already."""

    def __init__(self, person: Person) -> None:
        super().__init__(f"{person.name} is known already ({person.id}); add a surname or initial to tell them apart.")


class NewPerson(msgspec.Struct, frozen=True, kw_only=True):
    """What is given for a person."""

    name: str
    role: str = ""


class People:
    """Adds, changes and removes the people of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Person:
        """The person with this id, name, number of the list or start of an id. NotFoundError, AmbiguousError."""
        people = self._ledger.snapshot().people
        named = [person for person in people if person.name.casefold() == ref.strip().casefold()]
        if len(named) == 1:
            return named[0]
        try:
            return find_record(ref, people, people, Person)
        except NotFoundError as error:
            raise NotFoundError("person", ref, "See `growthtui person list`, or add them.") from error

    def add(self, new: NewPerson) -> Person:
        """Add a person. BadInputError, PersonExistsError."""
        name = required(new.name, "person", _EXAMPLE)
        with self._ledger.transaction("add person", name) as changes:
            for person in changes.snapshot().people:
                if person.name.casefold() == name.casefold():
                    raise PersonExistsError(person)
            return changes.create(Person(id="", name=name, role=optional(new.role)))

    def edit(self, old: Person, new: Person) -> Person:
        """Write the fields that differ. BadInputError, ClashError."""
        name = required(new.name, "person", _EXAMPLE)
        with self._ledger.transaction("edit person", name) as changes:
            return changes.save(old, msgspec.structs.replace(new, name=name))

    def remove(self, person: Person) -> None:
        """Put a person into the trash."""
        with self._ledger.transaction("remove person", person.name) as changes:
            changes.delete(person)
