"""What is first of all for the owner: rhythm, energy, confidence, and the limits."""

from collections import Counter
from collections.abc import Iterator

from growthtui.domain.base import Audience
from growthtui.domain.plan import PrincipleKind
from growthtui.insights.stats import rhythm
from growthtui.insights.weeks import week_states
from growthtui.packets.material import Material, facts
from growthtui.packets.tree import Block, Item, Items, bullets, plain

_KINDS = {PrincipleKind.VALUE: "", PrincipleKind.LIMIT: "limit", PrincipleKind.NOT_WILLING: "not willing"}


def pace(material: Material) -> tuple[Block, ...]:
    """Rhythm (for self alone), energy and confidence over the period, and what keeps coming back in the blocks."""
    lines = (*_rhythm(material), *_gauges(material), *_blocks(material))
    return (bullets(*map(plain, lines)),) if lines else ()


def limits(material: Material) -> tuple[Block, ...]:
    """Principles, limits and what the person is not willing to do."""
    tree = material.tree
    items = tuple(
        Item(plain(item.text), facts(_KINDS[item.kind], item.accepted_consequence))
        for item in (tree.principles if tree else ())
    )
    return (Items(items),) if items else ()


def _rhythm(material: Material) -> Iterator[str]:
    if material.audience is not Audience.SELF:
        return
    states = week_states(material.snapshot, material.until)
    figure = rhythm(tuple(states.values()))
    if figure.active:
        yield f"Rhythm: {figure.covered} of the last {figure.active} active weeks"


def _gauges(material: Material) -> Iterator[str]:
    for label, most, values in (
        ("Energy", 5, [week.energy for week in material.weeks if week.energy is not None]),
        ("Confidence", 10, [week.confidence for week in material.weeks if week.confidence is not None]),
    ):
        if values:
            yield f"{label}: {sum(values) / len(values):.1f} of {most} on average, {values[-1]} in the last week"


def _blocks(material: Material) -> Iterator[str]:
    causes = Counter(week.block.cause for week in material.weeks if week.block and week.block.cause)
    often = [f"{cause} ({count} weeks)" for cause, count in causes.most_common() if count > 1]
    if often:
        yield f"What keeps coming back: {', '.join(often)}"
