"""What the rules look at: one plan on one day, with what the log knows about it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property

import msgspec

from growthtui.coach.predicates import direction, is_english
from growthtui.dates import Week
from growthtui.domain.plan import (
    Action,
    ActionStatus,
    Focus,
    FocusStatus,
    Goal,
    GoalKind,
    GoalStatus,
    PlanMode,
    PlannedStep,
)
from growthtui.domain.snapshot import FocusTree, PlanTree, Snapshot
from growthtui.domain.week import NextStep

_DAYS = 7


class LogFacts(msgspec.Struct, frozen=True):
    """What the journal's log says; empty for a plan file, which may carry the same facts itself.

    `last_lines` is focus id to the Monday of the last week with a line, `paused` holds Mondays, `steps` are
    the open ones.
    """

    last_lines: Mapping[str, date] = msgspec.field(default_factory=dict)
    paused: frozenset[date] = frozenset()
    steps: tuple[NextStep | PlannedStep, ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot, steps: Iterable[NextStep] = ()) -> "LogFacts":
        """The facts of a journal; `steps` are its open ones."""
        last_lines = {line.focus: monday for line in snapshot.lines if line.focus and (monday := _monday(line.week))}
        paused = frozenset(monday for week in snapshot.weeks if week.is_paused and (monday := _monday(week.week)))
        return cls(last_lines=last_lines, paused=paused, steps=tuple(steps))


@cache
def _monday(week: str) -> date | None:
    """None for a week that no calendar has."""
    named = Week.named(week)
    return named.monday if named else None


class Act(msgspec.Struct, frozen=True, dict=True):
    """An action in its focus point."""

    action: Action
    focus: Focus

    @property
    def id(self) -> str:
        """The id that a finding names."""
        return self.action.id

    @property
    def text(self) -> str:
        """The words that the rules read."""
        return self.action.text

    @cached_property
    def direction(self) -> str | None:
        """The direction it points in, by tag or by words."""
        tags = (self.action.direction, self.focus.direction)
        return direction(self.text, self.focus.title, tags=tags, side_quest=self.action.side_quest)


class Point(msgspec.Struct, frozen=True):
    """An active focus point with its actions, done ones too; what was dropped is gone."""

    focus: Focus
    acts: tuple[Act, ...]


class Context(msgspec.Struct, frozen=True, dict=True):
    """One plan on the day `today`."""

    tree: PlanTree
    today: date
    log: LogFacts = LogFacts()

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The active goals."""
        return tuple(goal for goal in self.tree.goals if goal.status is GoalStatus.ACTIVE)

    @cached_property
    def current(self) -> Goal | None:
        """The goal the plan serves; with several current ones the first, and GP103 asks."""
        return self.tree.current_goal

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The active focus points."""
        return tuple(
            Point(point.focus, _kept(point)) for point in self.tree.points if point.focus.status is FocusStatus.ACTIVE
        )

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The actions of active focus points, done ones too."""
        return tuple(act for point in self.points for act in point.acts)

    @cached_property
    def open_acts(self) -> tuple[Act, ...]:
        """The actions that wait to be done: neither dropped nor done."""
        return tuple(act for act in self.acts if act.action.status is ActionStatus.OPEN)

    @cached_property
    def directions(self) -> frozenset[str]:
        """The directions of the open actions."""
        return frozenset(act.direction for act in self.open_acts if act.direction)

    @property
    def is_pgp(self) -> bool:
        """Whether it is a five-step plan."""
        return self.tree.plan.mode is PlanMode.PGP

    def current_of(self, kind: GoalKind) -> Goal | None:
        """The current goal if it is of this kind."""
        return self.current if self.current and self.current.kind is kind else None

    @cached_property
    def is_english(self) -> bool:
        """Whether the rules about wording may speak: by the plan's language, else by its words."""
        language = self.tree.plan.language
        if language:
            return language.casefold().replace("_", "-").partition("-")[0] == "en"
        return is_english(self._texts())

    def quiet_days(self, focus: str) -> int | None:
        """Days without a line for this focus point, paused weeks left out; None where nothing is known of logging.

        A focus point without any line counts from the plan's start.
        """
        plan = self.tree.plan
        ours = {point.id for point in self.tree.focus}
        known = {**plan.logged_weeks, **{key: day for key, day in self.log.last_lines.items() if key in ours}}
        since = known.get(focus, plan.start)
        if not known or since is None:
            return None
        return (self.today - since).days - sum(self._overlap(monday, since) for monday in self.log.paused)

    def _overlap(self, monday: date, since: date) -> int:
        first = max(monday.toordinal(), since.toordinal())
        last = min(monday.toordinal() + _DAYS, self.today.toordinal())
        return max(0, last - first)

    def _texts(self) -> Iterable[str]:
        tree = self.tree
        yield tree.plan.north_star
        yield from (principle.text for principle in tree.principles)
        for goal in tree.goals:
            yield from (goal.text, goal.why, goal.desired, *(sign.text for sign in goal.signs))
        for point in tree.points:
            focus = point.focus
            yield from (focus.title, focus.note, focus.supports, focus.current, focus.desired)
            yield from (action.text for action in point.actions)


def _kept(point: FocusTree) -> tuple[Act, ...]:
    return tuple(Act(action, point.focus) for action in point.actions if action.status is not ActionStatus.DROPPED)
