"""The focus points: what is done, what is open, and what comes next."""

from collections.abc import Iterator

from growthtui.domain.plan import Action, ActionStatus, Focus, FocusStatus
from growthtui.domain.snapshot import FocusTree
from growthtui.insights.focus import next_actions
from growthtui.insights.steps import open_steps
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.tree import Block, Heading, Item, Items, Mark, Paragraph, Span, plain

_MOST_NEXT = 5


def focus(material: Material) -> tuple[Block, ...]:
    """Each active focus point with its actions: done in the period, and open."""
    tree = material.tree
    points = [point for point in tree.points if point.focus.status is FocusStatus.ACTIVE] if tree else []
    return tuple(block for number, point in enumerate(points, start=1) for block in _point(material, number, point))


def following(material: Material) -> tuple[Block, ...]:
    """Up to five points for the next period: open steps, then open actions by date."""
    steps = [Item(plain(step.text), facts(step.if_then)) for step in open_steps(material.snapshot.weeks)]
    tree = material.tree
    waiting = next_actions(material.snapshot, tree, material.today) if tree else ()
    dated = sorted((item for item in waiting if item.action.due), key=lambda item: item.on or material.until)
    others = [item for item in waiting if not item.action.due]
    actions = [
        Item(plain(item.action.text), facts(words.rhythm_of(item.action, material.today))) for item in (*dated, *others)
    ]
    points = (*steps, *actions)[:_MOST_NEXT]
    return (Items(points, ordered=True),) if points else ()


def _point(material: Material, number: int, point: FocusTree) -> Iterator[Block]:
    yield Heading(f"{number}. {point.focus.title}")
    for label, text in _about(point.focus):
        yield Paragraph((Span(f"{label}: " if label else ""), Span(text)))
    actions = [item for action in point.actions if (item := _action(material, action))]
    if actions:
        yield Items(tuple(actions))


def _about(point: Focus) -> Iterator[tuple[str, str]]:
    for label, text in (
        ("", point.note),
        ("Why", point.supports),
        ("Today", point.current),
        ("What it causes", point.current_impact),
        ("Wanted", point.desired),
        ("What it will bring", point.desired_impact),
        ("To watch", point.issues_to_prevent),
    ):
        if text:
            yield label, text


def _action(material: Material, action: Action) -> Item | None:
    match action.status:
        case ActionStatus.DONE if not material.holds(action.done_on):
            return None
        case ActionStatus.DONE:
            late = words.lateness(action.due, action.done_on)
            return Item(plain(action.text), facts(material.day(action.done_on), late), Mark.DONE)
        case ActionStatus.DROPPED:
            return Item(plain(action.text), facts("dropped", action.reason), Mark.DROPPED)
    needs = material.names(action.needs)
    about = (words.rhythm_of(action, material.today), action.if_then, f"needs {needs}" if needs else "", action.note)
    return Item(plain(action.text), facts(*about), Mark.OPEN)
