"""Principles: what a person holds to, keeps to, or is not willing to do. Private by default."""

import msgspec

from growthtui.domain.base import Visibility
from growthtui.domain.plan import Principle, PrincipleKind
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import move_to, next_position
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.refs import principle_by_ref
from growthtui.journal.wording import optional, required

_EXAMPLE = 'principle add "Family evenings stay free" --kind limit'


class NewPrinciple(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for a principle; `accepted_consequence` is the price they are ready to pay."""

    text: str
    kind: PrincipleKind = PrincipleKind.VALUE
    accepted_consequence: str = ""
    visibility: Visibility | None = None


class Principles:
    """Adds, changes and removes the principles of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Principle:
        """The principle that `ref` means. NotFoundError, AmbiguousError."""
        return principle_by_ref(self._ledger.snapshot(), ref)

    def add(self, new: NewPrinciple) -> Principle:
        """Add a principle to the active plan, started if need be. BadInputError."""
        text = required(new.text, "principle", _EXAMPLE)
        with self._ledger.transaction("add principle", text) as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today())
            siblings = changes.snapshot().tree_of(plan).principles
            return changes.create(
                Principle(
                    id="",
                    plan=plan.id,
                    kind=new.kind,
                    text=text,
                    accepted_consequence=optional(new.accepted_consequence),
                    visibility=new.visibility,
                    position=next_position(siblings),
                )
            )

    def edit(self, old: Principle, new: Principle) -> Principle:
        """Write the fields that differ. BadInputError, ClashError."""
        text = required(new.text, "principle", _EXAMPLE)
        with self._ledger.transaction("edit principle", text) as changes:
            return changes.save(old, msgspec.structs.replace(new, text=text))

    def move(self, principle: Principle, place: int) -> None:
        """Put a principle at a place of its plan's list, 1 is the first. BadInputError."""
        with self._ledger.transaction("move principle", principle.text) as changes:
            siblings = [other for other in changes.snapshot().principles if other.plan == principle.plan]
            move_to(changes, siblings, principle, place)

    def remove(self, principle: Principle) -> None:
        """Put a principle into the trash."""
        with self._ledger.transaction("remove principle", principle.text) as changes:
            changes.delete(principle)
