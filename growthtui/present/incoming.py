"""What an import brings, in words: how much of what, and its plan in short."""

from collections.abc import Mapping
from dataclasses import dataclass

from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.interchange.moves import Fate
from growthtui.present.names import goal_label

_NAMES = {
    "plans": ("plan", "plans"),
    "principles": ("principle", "principles"),
    "goals": ("goal", "goals"),
    "focus": ("focus point", "focus points"),
    "actions": ("action", "actions"),
    "checkins": ("check-in", "check-ins"),
    "weeks": ("week", "weeks"),
    "lines": ("line", "lines"),
    "people": ("person", "people"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "surveys": ("survey", "surveys"),
    "sessions": ("session", "sessions"),
    "assessments": ("rating", "ratings"),
    "events": ("event", "events"),
    "reviews": ("review", "reviews"),
}
_FATES = {
    Fate.ADDED: "New",
    Fate.REPLACED: "Replaced",
    Fate.REMOVED: "Removed",
    Fate.REVIVED: "Back from the trash",
    Fate.EQUAL: "Here already",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A focus point in short: its title, how it is now and should be (or ""), its actions."""

    title: str
    current: str
    desired: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A plan in short, in the order in which it is read."""

    north_star: str
    goal_label: str
    goal: str
    points: tuple[Point, ...]
    principles: tuple[str, ...]


def counted(counts: Mapping[str, Mapping[Fate, int]]) -> tuple[tuple[str, str], ...]:
    """What becomes of how much: ("New", "1 plan, 1 goal, 3 focus points")."""
    groups = ((words, ", ".join(_things(counts, fate))) for fate, words in _FATES.items())
    return tuple((words, things) for words, things in groups if things)


def _things(counts: Mapping[str, Mapping[Fate, int]], fate: Fate) -> list[str]:
    found = ((table, fates.get(fate, 0)) for table, fates in counts.items())
    return [f"{many} {_name(table, many)}" for table, many in found if many]


def _name(table: str, many: int) -> str:
    one, more = _NAMES.get(table, (f"record of {table}", f"records of {table}"))
    return one if many == 1 else more


def sketch(snapshot: Snapshot) -> Sketch | None:
    """The active plan of a journal or of a file, else its newest plan; None when there is none."""
    plan = snapshot.active_plan or next(reversed(snapshot.plans), None)
    return _sketch_of(snapshot.tree_of(plan)) if plan else None


def _sketch_of(tree: PlanTree) -> Sketch:
    goal = tree.current_goal or next(iter(tree.goals), None)
    points = (
        Point(item.focus.title, item.focus.current, item.focus.desired, tuple(action.text for action in item.actions))
        for item in tree.points
    )
    return Sketch(
        north_star=tree.plan.north_star,
        goal_label=goal_label(goal),
        goal=goal.text if goal else "",
        points=tuple(points),
        principles=tuple(item.text for item in tree.principles),
    )
