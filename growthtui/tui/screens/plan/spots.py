"""Which form is meant: its name, the record it is about, and the place of a sign or an ask in that record."""

from collections.abc import Callable
from dataclasses import dataclass

from growthtui.present.plan import Part
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.form import Field, Form, Saved, Values


@dataclass(frozen=True, slots=True)
class Spot:
    """What a form is about; a draft keeps it as its place.

    Attributes:
        name: the name of the form.
        id: the record it changes, or the one that gets something new; "" for neither.
        index: the place of a sign or an ask in its goal.
    """

    name: str
    id: str = ""
    index: int = 0

    @property
    def place(self) -> str:
        """The same as the place of a draft."""
        return f"{self.name}/{self.id}/{self.index}"

    @classmethod
    def of_place(cls, place: str) -> "Spot | None":
        """Back from the place of a draft; None when it is none of these."""
        name, _, rest = place.partition("/")
        about, _, index = rest.rpartition("/")
        return cls(name, about, int(index)) if index.isascii() and index.isdecimal() else None


Maker = Callable[[Desk, Spot], Form | None]
"""Makes the form of a spot; None when what it is about is gone."""


def form(
    spot: Spot,
    title: str,
    fields: tuple[Field, ...],
    save: Callable[[Values], Callable[[], Saved]],
    *remarks: str,
) -> Form:
    """A form of the plan whose draft is found again by its spot."""
    return Form(place=spot.place, title=title, fields=fields, save=save, remarks=remarks)


def saved(change: Callable[[], object], words: str, part: Part, record: str, index: int = 0) -> Callable[[], Saved]:
    """A change of something that is there: the cursor goes to it."""

    def call() -> Saved:
        change()
        return Saved(words, (part, record, index))

    return call
