"""What changed in the period: what was reached, where the direction changed, what happened (domain 5.3)."""

from collections.abc import Iterable, Iterator
from datetime import date

from growthtui.domain.base import Version
from growthtui.domain.plan import ActionStatus, FocusStatus, Goal, GoalStatus
from growthtui.domain.snapshot import PlanTree
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.sections.goal import value_on
from growthtui.packets.tree import Block, Item, Items, Span

_DIRECTIONS = {-1: "a step back", 1: "a step forward"}


def changed(material: Material) -> tuple[Block, ...]:
    """Results first, then changes of direction with their reason, then events."""
    tree = material.tree
    parts = (*_results(material, tree), *_directions(material, tree)) if tree else ()
    items = (*parts, *_events(material))
    return (Items(items),) if items else ()


def _results(material: Material, tree: PlanTree) -> Iterator[Item]:
    for goal in tree.goals:
        if goal.status is GoalStatus.REACHED and goal.text and material.holds(goal.closed_on):
            yield _item("Goal reached", goal.text, material.day(goal.closed_on))
        yield from _moved_measures(material, goal)
    for action in tree.actions:
        if action.status is ActionStatus.DONE and material.holds(action.done_on):
            yield _item("Done", action.text, material.day(action.done_on), words.lateness(action.due, action.done_on))


def _moved_measures(material: Material, goal: Goal) -> Iterator[Item]:
    for sign in goal.signs:
        before = tuple(reading for reading in sign.readings if reading.on < material.since)
        now = tuple(reading for reading in sign.readings if reading.on <= material.until)
        old = value_on(sign, before) or ("" if sign.start is None else str(sign.start))
        new = value_on(sign, now)
        if new and now != before and new != old:
            yield _item("Measure", sign.text, f"{old} → {new}" if old else new)


def _directions(material: Material, tree: PlanTree) -> Iterator[Item]:
    if when := _reworded(material, tree.plan.versions):
        yield _item("North star reworded", "", when)
    yield from _goals(material, (goal for goal in tree.goals if goal.text))
    for point in tree.focus:
        if when := _reworded(material, point.versions):
            yield _item("Focus point reworded", point.title, when)
        if point.status is not FocusStatus.ACTIVE and material.holds(point.closed_on):
            yield _item(f"Focus point {point.status}", point.title, material.day(point.closed_on), point.reason)
    for action in tree.actions:
        if action.status is ActionStatus.DROPPED:
            yield _item("Dropped", action.text, action.reason)


def _goals(material: Material, goals: Iterable[Goal]) -> Iterator[Item]:
    for goal in goals:
        if when := _reworded(material, goal.versions):
            yield _item("Goal reworded", goal.text, when)
        if goal.status is GoalStatus.CLOSED and material.holds(goal.closed_on):
            yield _item("Goal closed", goal.text, material.day(goal.closed_on), goal.reason)


def _events(material: Material) -> Iterator[Item]:
    for event in sorted(material.snapshot.events, key=lambda event: event.on or date.min):
        if material.holds(event.on):
            yield Item((Span(event.text),), facts(material.day(event.on), _DIRECTIONS.get(event.direction, "")))


def _item(label: str, text: str, *about: str) -> Item:
    head = Span(f"{label}: " if text else label)
    return Item((head, Span(text)) if text else (head,), facts(*about))


def _reworded(material: Material, versions: Iterable[Version]) -> str:
    """The day of the last change of a wording in the period."""
    days = [version.until for version in versions if material.holds(version.until)]
    return material.day(max(days, default=None))
