"""An immutable picture of the whole journal, decoded table by table when it is looked at."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Generic, TypeVar

import msgspec

from growthtui.domain.base import Record
from growthtui.domain.people import (
    Assessment,
    Event,
    Feedback,
    JournalInfo,
    Person,
    Review,
    Session,
    Survey,
)
from growthtui.domain.plan import Action, Checkin, Focus, Goal, Plan, PlanStatus, Principle
from growthtui.domain.tables import TABLE_OF
from growthtui.domain.week import Evidence, Line, Week

R = TypeVar("R", bound=Record)


class FocusTree(msgspec.Struct, frozen=True):
    """A focus point with its actions in order."""

    focus: Focus
    actions: tuple[Action, ...]


class PlanTree(msgspec.Struct, frozen=True, dict=True):
    """One plan with all its parts, each in the order the person gave it."""

    plan: Plan
    principles: tuple[Principle, ...] = ()
    goals: tuple[Goal, ...] = ()
    points: tuple[FocusTree, ...] = ()
    checkins: tuple[Checkin, ...] = ()

    @cached_property
    def focus(self) -> tuple[Focus, ...]:
        """All focus points."""
        return tuple(point.focus for point in self.points)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """All actions, numbered through the plan in this order."""
        return tuple(action for point in self.points for action in point.actions)

    @cached_property
    def current_goal(self) -> Goal | None:
        """The goal the plan serves now, if one is marked."""
        return next((goal for goal in self.goals if goal.current and goal.status == "active"), None)


class Table(Generic[R]):
    """The records of one kind as an attribute of a snapshot, decoded when it is first looked at.

    They come oldest first, or by `order` where one is given (records of equal order stay oldest first).
    """

    def __init__(self, kind: type[R], order: Callable[[Record], int | str] | None = None) -> None:
        self._kind = kind
        self._order = order
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, snapshot: "Snapshot", owner: type) -> tuple[R, ...]:
        records = snapshot.records(self._kind)
        if self._order is not None:
            records = tuple(sorted(records, key=self._order))
        vars(snapshot)[self._name] = records
        return records


class Snapshot:
    """All live records. `load(table)` returns the decoded records of a table; each is asked for once."""

    def __init__(self, load: Callable[[str], tuple[Record, ...]]) -> None:
        self._load = load

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Snapshot":
        """A snapshot of loose records, for plan files and tests."""
        tables: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            tables[TABLE_OF[type(record)]].append(record)
        return cls(lambda table: tuple(tables.get(table, ())))

    info_records = Table(JournalInfo)
    people = Table(Person)
    plans = Table(Plan)
    principles = Table(Principle, order=attrgetter("position"))
    goals = Table(Goal, order=attrgetter("position"))
    focus = Table(Focus, order=attrgetter("position"))
    actions = Table(Action, order=attrgetter("position"))
    checkins = Table(Checkin, order=attrgetter("position"))
    weeks = Table(Week, order=attrgetter("week"))
    lines = Table(Line, order=attrgetter("week"))
    evidence = Table(Evidence)
    feedback = Table(Feedback)
    surveys = Table(Survey)
    sessions = Table(Session)
    assessments = Table(Assessment)
    events = Table(Event)
    reviews = Table(Review)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, oldest first."""
        return tuple(record for record in self._load(TABLE_OF[kind]) if isinstance(record, kind))

    @cached_property
    def info(self) -> JournalInfo:
        """The record about the journal as a whole."""
        return next(iter(self.info_records), JournalInfo(id=""))

    @cached_property
    def active_plan(self) -> Plan | None:
        """The one active plan."""
        return next((plan for plan in reversed(self.plans) if plan.status is PlanStatus.ACTIVE), None)

    @cached_property
    def tree(self) -> PlanTree | None:
        """The active plan with its parts."""
        return None if self.active_plan is None else self.tree_of(self.active_plan)

    def tree_of(self, plan: Plan) -> PlanTree:
        """Any plan with its parts."""
        return PlanTree(
            plan=plan,
            principles=tuple(item for item in self.principles if item.plan == plan.id),
            goals=tuple(item for item in self.goals if item.plan == plan.id),
            points=tuple(
                FocusTree(item, self.actions_by_focus.get(item.id, ())) for item in self.focus if item.plan == plan.id
            ),
            checkins=tuple(item for item in self.checkins if item.plan == plan.id),
        )

    @cached_property
    def actions_by_focus(self) -> dict[str, tuple[Action, ...]]:
        """Focus id to its actions."""
        return _grouped(self.actions, lambda action: action.focus)

    @cached_property
    def lines_by_week(self) -> dict[str, tuple[Line, ...]]:
        """Week text to its lines."""
        return _grouped(self.lines, lambda line: line.week)

    @cached_property
    def week_by_name(self) -> dict[str, Week]:
        """Week text to its record."""
        return {week.week: week for week in self.weeks}

    @cached_property
    def evidence_by_id(self) -> dict[str, Evidence]:
        """Evidence id to its record."""
        return {item.id: item for item in self.evidence}

    @cached_property
    def finished_sessions(self) -> tuple[Session, ...]:
        """The sessions that came to their end, newest first; of one day the later one first."""
        finished = [session for session in reversed(self.sessions) if session.finished]
        return tuple(sorted(finished, key=lambda session: session.on or date.min, reverse=True))

    def person_name(self, ref: str) -> str:
        """The name behind a person's id; a name stands for itself."""
        return next((person.name for person in self.people if person.id == ref), ref)


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, tuple[R, ...]]:
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return {name: tuple(group) for name, group in groups.items()}
