"""What a newcomer sees: whether the journal is a first run, and a plan in short before it is taken in."""

from dataclasses import dataclass

from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.present.home import goal_label


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


def is_first_run(snapshot: Snapshot) -> bool:
    """Whether nothing was planned, written or asked yet."""
    return not (snapshot.plans or snapshot.lines or snapshot.weeks or snapshot.sessions)


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
