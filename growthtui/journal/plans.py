"""The plan as a whole: one is active; closing it writes its cycle into the history that the next one takes over."""

from collections.abc import Iterable
from datetime import date

import msgspec

from growthtui.domain.plan import (
    LONGEST_MONTHS,
    USUAL_MONTHS,
    Cycle,
    Goal,
    GoalStatus,
    Plan,
    PlanMode,
    PlanStatus,
)
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.wording import kept_versions, optional, required


class NoActivePlanError(BadInputError):
    """What was asked for needs an active plan."""

    def __init__(self) -> None:
        super().__init__("There is no active plan. Start one with `growthtui plan new`, or read one in with `import`.")


class PlanIsActiveError(BadInputError):
    """A second plan cannot be active."""

    def __init__(self, plan: Plan) -> None:
        since = f" since {plan.start}" if plan.start else ""
        super().__init__(
            f"A plan is active{since}. Close it with `growthtui plan close`, or close it and start the next one "
            "in one step with `growthtui plan new --close`."
        )


class NewPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for a new plan; `start` None is today.

    `close_active` closes the plan that is active now, with `reason`. `keep_goal` and `keep_north_star` take the
    current goal and the north star of the plan before along.
    """

    mode: PlanMode = PlanMode.PLAN
    start: date | None = None
    months: int = USUAL_MONTHS
    close_active: bool = False
    reason: str = ""
    keep_goal: bool = False
    keep_north_star: bool = False


class Plans:
    """Starts, changes and closes the plan of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def active(self) -> Plan:
        """The active plan. NoActivePlanError."""
        plan = self._ledger.snapshot().active_plan
        if plan is None:
            raise NoActivePlanError
        return plan

    def new(self, new: NewPlan) -> Plan:
        """Start a plan and return it. PlanIsActiveError, BadInputError (months)."""
        _check_months(new.months)
        with self._ledger.transaction(f"new plan from {new.start or self._ledger.clock.today()}") as changes:
            active = changes.snapshot().active_plan
            if active is not None and not new.close_active:
                raise PlanIsActiveError(active)
            if active is not None:
                _close(changes, active, self._ledger.clock.today(), new.reason)
            before = changes.snapshot()
            last = last_closed(before.plans)
            plan = changes.create(self._fresh(new, last))
            if last is not None and new.keep_goal:
                _take_goal_along(changes, before.tree_of(last), plan)
        return plan

    def edit(self, old: Plan, new: Plan) -> Plan:
        """Write the fields that differ; an earlier north star is kept. BadInputError, ClashError."""
        if new.horizon_months not in (None, old.horizon_months):
            _check_months(new.horizon_months)
        now = self._ledger.clock.now()
        versions = kept_versions(old, old.versions, old.north_star, new.north_star, now)
        with self._ledger.transaction("edit plan", old.north_star) as changes:
            return changes.save(old, msgspec.structs.replace(new, versions=versions))

    def set_north_star(self, text: str) -> Plan:
        """Set the north star of the active plan (one is started if there is none); the earlier one is kept."""
        words = required(text, "north star", 'north-star "who I want to be for others, and at what price"')
        with self._ledger.transaction("set north star", words) as changes:
            plan = plan_to_fill(changes, self._ledger.clock.today())
            versions = kept_versions(plan, plan.versions, plan.north_star, words, self._ledger.clock.now())
            return changes.save(plan, msgspec.structs.replace(plan, north_star=words, versions=versions))

    def close(self, reason: str = "") -> Plan:
        """Close the active plan today and return it, with its cycle added to its history. NoActivePlanError."""
        with self._ledger.transaction("close plan", self.active().north_star) as changes:
            plan = changes.snapshot().active_plan
            if plan is None:
                raise NoActivePlanError
            return _close(changes, plan, self._ledger.clock.today(), reason)

    def _fresh(self, new: NewPlan, last: Plan | None) -> Plan:
        kept = last if last is not None and new.keep_north_star else None
        return Plan(
            id="",
            mode=new.mode,
            start=new.start or self._ledger.clock.today(),
            horizon_months=new.months,
            hours_per_week=last.hours_per_week if last else None,
            language=last.language if last else None,
            north_star=kept.north_star if kept else "",
            versions=kept.versions if kept else (),
            history=last.history if last else (),
        )


def plan_to_fill(changes: Changes, today: date, months: int | None = None) -> Plan:
    """The active plan, started today if there is none; `months` sets its horizon. BadInputError (months)."""
    _check_months(months)
    snapshot = changes.snapshot()
    plan = snapshot.active_plan
    if plan is None:
        last = last_closed(snapshot.plans)
        history = last.history if last else ()
        return changes.create(Plan(id="", start=today, horizon_months=months or USUAL_MONTHS, history=history))
    if months is None:
        return plan
    return changes.save(plan, msgspec.structs.replace(plan, horizon_months=months))


def last_closed(plans: Iterable[Plan]) -> Plan | None:
    """The plan that was closed last."""
    closed = [plan for plan in plans if plan.status is PlanStatus.CLOSED]
    return max(closed, key=lambda plan: plan.closed_on or date.min, default=None)


def closed_plan(snapshot: Snapshot, plan: Plan, today: date, reason: str = "") -> Plan:
    """`plan` as it is once it is closed today."""
    start = plan.start or today
    cycle = Cycle(kind=_kind_of(snapshot.tree_of(plan)), from_=min(start, today), to=today)
    return msgspec.structs.replace(
        plan, status=PlanStatus.CLOSED, closed_on=today, reason=optional(reason), history=(*plan.history, cycle)
    )


def _close(changes: Changes, plan: Plan, today: date, reason: str) -> Plan:
    return changes.save(plan, closed_plan(changes.snapshot(), plan, today, reason))


def _kind_of(tree: PlanTree) -> str:
    """The kind of the goal the plan served: the current one, else the one that was ended last."""
    ended = sorted(tree.goals, key=lambda goal: goal.closed_on or date.min, reverse=True)
    goals = (tree.current_goal, *ended)
    return next((goal.kind.value for goal in goals if goal is not None and goal.kind is not None), "")


def _take_goal_along(changes: Changes, tree: PlanTree, plan: Plan) -> None:
    goal = tree.current_goal
    if goal is None:
        return
    copy: Goal = msgspec.structs.replace(
        goal, id="", created=None, changed=None, plan=plan.id, status=GoalStatus.ACTIVE, enables=None, position=0
    )
    changes.create(copy)


def _check_months(months: int | None) -> None:
    if months is not None and not 1 <= months <= LONGEST_MONTHS:
        raise BadInputError(
            f"A plan of {months} months is not possible; use 1 to {LONGEST_MONTHS}, {USUAL_MONTHS} is usual."
        )
