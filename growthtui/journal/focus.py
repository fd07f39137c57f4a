"""Focus points: what to change in this plan, each with its actions."""

from datetime import date

import msgspec

from growthtui.domain.base import Visibility
from growthtui.domain.plan import Focus, FocusStatus
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import move_to, next_position
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.refs import focus_by_ref, goal_by_ref
from growthtui.journal.wording import kept_versions, optional, required

_EXAMPLE = 'focus add "Be visible outside my own team"'


class FocusHasLinesError(BadInputError):
    """A focus point with logged lines is not thrown away."""

    def __init__(self, focus: Focus, lines: int) -> None:
        count = "1 line" if lines == 1 else f"{lines} lines"
        super().__init__(
            f"{count} of the log belong to “{focus.title}”, so it cannot be dropped. "
            "Close it instead, with a reason: growthtui focus close REF --reason TEXT."
        )


class NewFocus(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for a focus point; `goal` None is the current goal. From `domain` on: five-step plan."""

    title: str
    goal: str | None = None
    note: str = ""
    supports: str = ""
    direction: str = ""
    domain: str = ""
    capability: str = ""
    current: str = ""
    desired: str = ""
    current_impact: str = ""
    desired_impact: str = ""
    issues_to_prevent: str = ""
    visibility: Visibility | None = None


class FocusPoints:
    """Adds, changes, orders and ends the focus points of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Focus:
        """The focus point that `ref` means. NotFoundError, AmbiguousError."""
        return focus_by_ref(self._ledger.snapshot(), ref)

    def add(self, new: NewFocus) -> Focus:
        """Add a focus point to the active plan, started if need be. BadInputError, NotFoundError (goal)."""
        title = required(new.title, "focus point", _EXAMPLE)
        with self._ledger.transaction("add focus point", title) as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today())
            snapshot = changes.snapshot()
            tree = snapshot.tree_of(plan)
            current = tree.current_goal.id if tree.current_goal else None
            return changes.create(
                Focus(
                    id="",
                    plan=plan.id,
                    title=title,
                    goal=goal_by_ref(snapshot, new.goal).id if new.goal else current,
                    note=optional(new.note),
                    supports=optional(new.supports),
                    direction=optional(new.direction),
                    domain=optional(new.domain),
                    capability=optional(new.capability),
                    current=optional(new.current),
                    desired=optional(new.desired),
                    current_impact=optional(new.current_impact),
                    desired_impact=optional(new.desired_impact),
                    issues_to_prevent=optional(new.issues_to_prevent),
                    visibility=new.visibility,
                    position=next_position(tree.focus),
                )
            )

    def edit(self, old: Focus, new: Focus) -> Focus:
        """Write the fields that differ; an earlier title is kept with its dates. BadInputError, ClashError."""
        title = required(new.title, "focus point", _EXAMPLE)
        versions = kept_versions(old, old.versions, old.title, title, self._ledger.clock.now())
        with self._ledger.transaction("edit focus point", title) as changes:
            return changes.save(old, msgspec.structs.replace(new, title=title, versions=versions))

    def move(self, focus: Focus, place: int) -> None:
        """Put a focus point at a place of its plan's list, 1 is the first. BadInputError."""
        with self._ledger.transaction("move focus point", focus.title) as changes:
            siblings = [other for other in changes.snapshot().focus if other.plan == focus.plan]
            move_to(changes, siblings, focus, place)

    def close(self, focus: Focus, reason: str = "") -> Focus:
        """Close a focus point: it is done with, its lines stay."""
        closed_on = self._ledger.clock.today()
        return self._set_status("close", focus, FocusStatus.CLOSED, reason, closed_on=closed_on)

    def park(self, focus: Focus, reason: str = "") -> Focus:
        """Set a focus point aside for now."""
        return self._set_status("park", focus, FocusStatus.PARKED, reason, closed_on=None)

    def reopen(self, focus: Focus) -> Focus:
        """Make a parked or closed focus point active again."""
        return self._set_status("reopen", focus, FocusStatus.ACTIVE, "", closed_on=None)

    def drop(self, focus: Focus, reason: str = "") -> None:
        """Put a focus point and its actions into the trash. FocusHasLinesError when something was logged to it."""
        with self._ledger.transaction("drop focus point", focus.title) as changes:
            snapshot = changes.snapshot()
            lines = sum(line.focus == focus.id for line in snapshot.lines)
            if lines:
                raise FocusHasLinesError(focus, lines)
            for action in snapshot.actions_by_focus.get(focus.id, ()):
                changes.delete(action)
            changes.delete(changes.save(focus, msgspec.structs.replace(focus, reason=optional(reason))))

    def _set_status(
        self, verb: str, focus: Focus, status: FocusStatus, reason: str, *, closed_on: date | None
    ) -> Focus:
        wanted = msgspec.structs.replace(
            focus, status=status, reason=optional(reason), closed_on=closed_on, status_given=""
        )
        with self._ledger.transaction(f"{verb} focus point", focus.title) as changes:
            return changes.save(focus, wanted)
