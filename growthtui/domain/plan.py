"""The plan and its parts, as `growthplan/1` names them (domain 6.0)."""

from datetime import date
from enum import StrEnum

import msgspec

from growthtui.domain.base import Record, Value, Version, Visibility

USUAL_MONTHS = 6
LONGEST_MONTHS = 12
"""How long a plan lasts."""

TO_ASK = "to ask"
"""The status of a dependency nobody was asked about yet."""


class PlanStatus(StrEnum):
    """One plan is active at a time."""

    ACTIVE = "active"
    CLOSED = "closed"


class PlanMode(StrEnum):
    """The ordinary plan, or the five-step growth plan of an expert."""

    PLAN = "plan"
    PGP = "pgp"


class GoalKind(StrEnum):
    """Personal growth never goes back; a career can."""

    PERSONAL = "personal"
    CAREER = "career"


class GoalStatus(StrEnum):
    """At most one active goal is current."""

    ACTIVE = "active"
    PARKED = "parked"
    REACHED = "reached"
    CLOSED = "closed"


class FocusStatus(StrEnum):
    """State of a focus point."""

    ACTIVE = "active"
    PARKED = "parked"
    CLOSED = "closed"


class ActionStatus(StrEnum):
    """State of an action; one with a cadence stays open and is counted against the log."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class PrincipleKind(StrEnum):
    """What a person holds to, keeps to, or refuses."""

    VALUE = "value"
    LIMIT = "limit"
    NOT_WILLING = "not_willing"


class Cycle(Value, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One earlier plan: the kind of its goal and its first and last day."""

    kind: str
    from_: date
    to: date


class Dismissal(Value, frozen=True, kw_only=True):
    """A finding put aside: it comes back when the hash of the text no longer fits."""

    rule: str
    where: str
    hash: str = ""
    reason: str = ""


class Pace(Value, frozen=True, kw_only=True):
    """What somebody decided to give: so many hours a week of so many in all, so it ends then (domain A26)."""

    hours_in_all: float
    hours_per_week: float
    until: date


class PlannedStep(Value, frozen=True, kw_only=True):
    """A step kept in a plan file that has no weeks of its own."""

    id: str
    text: str
    carries: int = 0
    state: str = "open"


class Plan(Record, frozen=True, kw_only=True):
    """One plan; its goals, focus points, actions, principles and check-ins are records of their own.

    `versions` are earlier north stars. `horizon_months` counts from `start`.
    """

    status: PlanStatus = PlanStatus.ACTIVE
    mode: PlanMode = PlanMode.PLAN
    language: str | None = None
    start: date | None = None
    horizon_months: int | None = None
    hours_per_week: float | None = None
    pace: Pace | None = None
    north_star: str = ""
    versions: tuple[Version, ...] = ()
    manager_review: date | None = None
    history: tuple[Cycle, ...] = ()
    dismissed: tuple[str | Dismissal, ...] = ()
    logged_weeks: dict[str, date] = msgspec.field(default_factory=dict)
    next_steps: tuple[PlannedStep, ...] = ()
    closed_on: date | None = None
    reason: str = ""


class Principle(Record, frozen=True, kw_only=True):
    """A value, a limit or a refusal, with the consequence accepted for it."""

    plan: str
    kind: PrincipleKind = PrincipleKind.VALUE
    text: str
    accepted_consequence: str = ""
    visibility: Visibility | None = None
    position: int = 0


class Reading(Value, frozen=True, kw_only=True):
    """A measured value on a day."""

    on: date
    value: int | float | str


class Measure(Value, frozen=True, kw_only=True):
    """A sign of success. With a text alone it is written as the plain string."""

    text: str
    unit: str = ""
    start: int | float | str | None = None
    target: int | float | str | None = None
    due: date | None = None
    evidence: str = ""
    observer: str = ""
    readings: tuple[Reading, ...] = ()


class Dependency(Value, frozen=True, kw_only=True):
    """What hangs on somebody else: the ask has a name, a date and a plan B."""

    who: str = ""
    ask: str = ""
    ask_by: date | None = None
    status: str = TO_ASK
    plan_b: str = ""


class Goal(Record, frozen=True, kw_only=True):
    """A goal. `kind` is None while it is open; `kind_given` keeps an unknown word of an import."""

    plan: str
    text: str
    kind: GoalKind | None = None
    kind_given: str = ""
    current: bool = False
    status: GoalStatus = GoalStatus.ACTIVE
    status_given: str = ""
    why: str = ""
    desired: str = ""
    measures: tuple[str | Measure, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    enables: str | None = None
    may_cost_now: str = ""
    versions: tuple[Version, ...] = ()
    reason: str = ""
    closed_on: date | None = None
    visibility: Visibility | None = None
    position: int = 0

    @property
    def signs(self) -> tuple[Measure, ...]:
        """The measures, each as a `Measure`, also those written as a plain string."""
        return tuple(Measure(text=sign) if isinstance(sign, str) else sign for sign in self.measures)


class Focus(Record, frozen=True, kw_only=True):
    """A focus point; the fields from `domain` on belong to the five-step plan."""

    plan: str
    title: str
    goal: str | None = None
    note: str = ""
    supports: str = ""
    direction: str = ""
    status: FocusStatus = FocusStatus.ACTIVE
    status_given: str = ""
    domain: str = ""
    capability: str = ""
    current: str = ""
    desired: str = ""
    current_impact: str = ""
    desired_impact: str = ""
    issues_to_prevent: str = ""
    versions: tuple[Version, ...] = ()
    reason: str = ""
    closed_on: date | None = None
    visibility: Visibility | None = None
    position: int = 0


class Doing(Value, frozen=True, kw_only=True):
    """One time an action was done."""

    on: date
    text: str = ""
    evidence: tuple[str, ...] = ()


class Action(Record, frozen=True, kw_only=True):
    """What will be done for a focus point."""

    focus: str
    text: str
    due: date | None = None
    cadence: str | None = None
    count: int | None = None
    if_then: str = ""
    needs: tuple[str, ...] = ()
    ask_by: date | None = None
    hours_per_week: float | None = None
    side_quest: bool = False
    direction: str = ""
    note: str = ""
    status: ActionStatus = ActionStatus.OPEN
    status_given: str = ""
    done_on: date | None = None
    doings: tuple[Doing, ...] = ()
    versions: tuple[Version, ...] = ()
    reason: str = ""
    visibility: Visibility | None = None
    position: int = 0


class Checkin(Record, frozen=True, kw_only=True, rename={"with_": "with"}):
    """Who hears of the plan, and how often. `with_` is a name or the id of a person."""

    plan: str
    with_: str
    role: str = ""
    every_weeks: int | None = None
    support: str = ""
    next_date: date | None = None
    position: int = 0
