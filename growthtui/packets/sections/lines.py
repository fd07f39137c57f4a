"""Lines that have a section of their own: easy to overlook, learned, setbacks."""

from growthtui.domain.week import Line, LineKind
from growthtui.packets.material import Material, facts
from growthtui.packets.tree import Block, Item, Items, plain

_OWN_SECTION = (LineKind.MILESTONE, LineKind.LEARNING, LineKind.SETBACK, LineKind.FEEDBACK, LineKind.REFLECTION)


def beyond(material: Material) -> tuple[Block, ...]:
    """Work that nobody plans: what was done again for others, side quests, and lines tied to no focus point."""
    return _listed(material, _beyond_lines(material))


def learned(material: Material) -> tuple[Block, ...]:
    """Learning lines."""
    return _listed(material, material.of_kind(LineKind.LEARNING))


def setbacks(material: Material) -> tuple[Block, ...]:
    """Setbacks."""
    return _listed(material, material.of_kind(LineKind.SETBACK))


def told_elsewhere(material: Material) -> frozenset[str]:
    """Ids of the lines that another section of this packet shows in full, so that the log can be short about them."""
    groups = {
        "results": material.results,
        "beyond": _beyond_lines(material),
        "learned": material.of_kind(LineKind.LEARNING),
        "setbacks": material.of_kind(LineKind.SETBACK),
    }
    return frozenset(line.id for section, lines in groups.items() if section in material.open for line in lines)


def _beyond_lines(material: Material) -> tuple[Line, ...]:
    quests = {action.id for action in material.snapshot.actions if action.side_quest}
    shows_points = bool(material.snapshot.focus)  # where none is visible, a missing link says nothing
    return tuple(
        line
        for line in material.lines
        if line.kind not in _OWN_SECTION
        and (line.kind is LineKind.REPEAT or line.action in quests or (shows_points and line.focus is None))
    )


def _listed(material: Material, lines: tuple[Line, ...]) -> tuple[Block, ...]:
    items = tuple(
        Item(plain(line.text), (*material.proofs(line), *facts(material.days_of(line.week)))) for line in lines
    )
    return (Items(items),) if items else ()
