"""Check-ins: who hears of the plan, how often, and when next."""

from datetime import date

import msgspec

from growthtui.dates import days_on
from growthtui.domain.plan import Checkin
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import move_to, next_position
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.refs import checkin_by_ref
from growthtui.journal.wording import optional, required

_EXAMPLE = "checkin add Priya --role manager --every 2w"
_MOST_WEEKS = 52


class NewCheckin(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for a check-in; `with_` is a name or the id of a person."""

    with_: str
    role: str = ""
    every_weeks: int | None = None
    support: str = ""
    next_date: date | None = None


class Checkins:
    """Adds, changes, orders, keeps and removes the check-ins of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Checkin:
        """The check-in that `ref` means. NotFoundError, AmbiguousError."""
        return checkin_by_ref(self._ledger.snapshot(), ref)

    def add(self, new: NewCheckin) -> Checkin:
        """Add a check-in to the active plan, started if need be. BadInputError."""
        name = required(new.with_, "check-in", _EXAMPLE)
        with self._ledger.transaction("add check-in with", self._name(name)) as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today())
            siblings = changes.snapshot().tree_of(plan).checkins
            return changes.create(
                Checkin(
                    id="",
                    plan=plan.id,
                    with_=name,
                    role=optional(new.role),
                    every_weeks=_weeks(new.every_weeks),
                    support=optional(new.support),
                    next_date=new.next_date,
                    position=next_position(siblings),
                )
            )

    def edit(self, old: Checkin, new: Checkin) -> Checkin:
        """Write the fields that differ. BadInputError, ClashError."""
        name = required(new.with_, "check-in", _EXAMPLE)
        wanted = msgspec.structs.replace(new, with_=name, every_weeks=_weeks(new.every_weeks))
        with self._ledger.transaction("edit check-in with", self._name(name)) as changes:
            return changes.save(old, wanted)

    def move(self, checkin: Checkin, place: int) -> None:
        """Put a check-in at a place of its plan's list, 1 is the first. BadInputError."""
        with self._ledger.transaction("move check-in with", self._name(checkin.with_)) as changes:
            siblings = [other for other in changes.snapshot().checkins if other.plan == checkin.plan]
            move_to(changes, siblings, checkin, place)

    def done(self, checkin: Checkin, on: date | None = None, next_date: date | None = None) -> Checkin:
        """Say that the talk took place; the next one is `next_date`, else one rhythm after the talk, else open."""
        day = on or self._ledger.clock.today()
        weeks = checkin.every_weeks
        following = next_date or (days_on(day, 7 * weeks) if weeks else None)
        with self._ledger.transaction("had check-in with", self._name(checkin.with_)) as changes:
            return changes.save(checkin, msgspec.structs.replace(checkin, next_date=following))

    def remove(self, checkin: Checkin) -> None:
        """Put a check-in into the trash."""
        with self._ledger.transaction("remove check-in with", self._name(checkin.with_)) as changes:
            changes.delete(checkin)

    def _name(self, checkin_with: str) -> str:
        return self._ledger.snapshot().person_name(checkin_with)


def _weeks(weeks: int | None) -> int | None:
    if weeks is not None and not 1 <= weeks <= _MOST_WEEKS:
        raise BadInputError(
            f"A check-in every {weeks} weeks is not possible; use 1 to {_MOST_WEEKS} weeks, for example 2w."
        )
    return weeks
