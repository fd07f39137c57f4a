"""Goals: at most one active goal is current, the others wait, are parked, reached or closed."""

import msgspec

from growthtui.domain.base import Visibility
from growthtui.domain.plan import Dependency, Goal, GoalKind, GoalStatus, Measure
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.ordering import move_to, next_position
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.refs import goal_by_ref
from growthtui.journal.wording import kept_versions, optional, required

_VERBS = {GoalStatus.PARKED: "park", GoalStatus.REACHED: "reach", GoalStatus.CLOSED: "close"}
_EXAMPLE = 'goal add "Work at staff level by September" --kind career'


class NoCurrentGoalError(BadInputError):
    """What was asked for needs a current goal."""

    def __init__(self) -> None:
        super().__init__("No goal is current. Choose one with `growthtui goal current REF`, or name it.")


class NewGoal(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for a goal; `kind` None leaves it open, `months` sets the plan's horizon."""

    text: str
    kind: GoalKind | None = None
    why: str = ""
    measures: tuple[str | Measure, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    may_cost_now: str = ""
    months: int | None = None
    current: bool = False
    visibility: Visibility | None = None


class Goals:
    """Adds, changes and ends the goals of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, ref: str) -> Goal:
        """The goal that `ref` means. NotFoundError, AmbiguousError."""
        return goal_by_ref(self._ledger.snapshot(), ref)

    def current(self) -> Goal:
        """The current goal of the active plan. NoCurrentGoalError."""
        tree = self._ledger.snapshot().tree
        if tree is None or tree.current_goal is None:
            raise NoCurrentGoalError
        return tree.current_goal

    def add(self, new: NewGoal) -> Goal:
        """Add a goal to the active plan, started if need be; the only active goal becomes current. BadInputError."""
        text = required(new.text, "goal", _EXAMPLE)
        with self._ledger.transaction("add goal", text) as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today(), new.months)
            siblings = changes.snapshot().tree_of(plan).goals
            is_first = not any(goal.status is GoalStatus.ACTIVE for goal in siblings)
            goal = changes.create(
                Goal(
                    id="",
                    plan=plan.id,
                    text=text,
                    kind=new.kind,
                    current=is_first,
                    why=optional(new.why),
                    measures=_signs(new.measures),
                    dependencies=new.dependencies,
                    may_cost_now=optional(new.may_cost_now),
                    visibility=new.visibility,
                    position=next_position(siblings),
                )
            )
            return _make_current(changes, goal) if new.current and not is_first else goal

    def edit(self, old: Goal, new: Goal) -> Goal:
        """Write the fields that differ; an earlier text is kept with its dates. BadInputError, ClashError."""
        text = required(new.text, "goal", _EXAMPLE)
        versions = kept_versions(old, old.versions, old.text, text, self._ledger.clock.now())
        kind_given = old.kind_given if new.kind is None else ""
        wanted = msgspec.structs.replace(
            new, text=text, versions=versions, kind_given=kind_given, measures=_signs(new.measures)
        )
        with self._ledger.transaction("edit goal", text) as changes:
            return changes.save(old, wanted)

    def make_current(self, goal: Goal) -> Goal:
        """Make `goal` the one current goal of its plan; a parked or ended one becomes active again."""
        with self._ledger.transaction("make current goal", goal.text) as changes:
            return _make_current(changes, goal)

    def end(self, goal: Goal, status: GoalStatus, reason: str = "") -> Goal:
        """Park, reach or close a goal; it is no longer current. BadInputError for any other status."""
        if status not in _VERBS:
            raise BadInputError(f"A goal cannot be ended as {status.value!r}; use parked, reached or closed.")
        closed_on = None if status is GoalStatus.PARKED else self._ledger.clock.today()
        ended = msgspec.structs.replace(
            goal, status=status, current=False, reason=optional(reason), closed_on=closed_on, status_given=""
        )
        with self._ledger.transaction(f"{_VERBS[status]} goal", goal.text) as changes:
            return changes.save(goal, ended)

    def move(self, goal: Goal, place: int) -> None:
        """Put a goal at a place of its plan's list, 1 is the first. BadInputError."""
        with self._ledger.transaction("move goal", goal.text) as changes:
            siblings = [other for other in changes.snapshot().goals if other.plan == goal.plan]
            move_to(changes, siblings, goal, place)


def _make_current(changes: Changes, goal: Goal) -> Goal:
    for other in changes.snapshot().goals:
        if other.plan == goal.plan and other.current and other.id != goal.id:
            changes.save(other, msgspec.structs.replace(other, current=False))
    wanted = msgspec.structs.replace(
        goal, current=True, status=GoalStatus.ACTIVE, reason="", closed_on=None, status_given=""
    )
    return changes.save(goal, wanted)


def _signs(measures: tuple[str | Measure, ...]) -> tuple[str | Measure, ...]:
    """Measures without empty ones; one that is only a text is kept as the plain string."""
    plain = (sign.text if isinstance(sign, Measure) and sign == Measure(text=sign.text) else sign for sign in measures)
    clean = (optional(sign) if isinstance(sign, str) else sign for sign in plain)
    return tuple(sign for sign in clean if sign)
