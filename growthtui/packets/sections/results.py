"""What came out of it: the milestones with their proof, and the short version."""

from growthtui.domain.week import Line
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.tree import Block, Item, Items, bullets, plain

SUMMARY_LINES = 3


def summary(material: Material) -> tuple[Block, ...]:
    """The owner's three lines; until they are written, the first sentences of the newest milestones."""
    lines = material.summary or proposed_summary(material)
    return (bullets(*map(plain, lines)),) if lines else ()


def proposed_summary(material: Material) -> tuple[str, ...]:
    """What the program proposes for the owner's three lines."""
    return tuple(words.first_sentence(line.text) for line in material.results[:SUMMARY_LINES])


def results(material: Material) -> tuple[Block, ...]:
    """Milestones, newest first, each with what changed, its proof and who knows it."""
    if not material.results:
        return ()
    return (Items(tuple(_result(material, line) for line in material.results), ordered=True),)


def _result(material: Material, line: Line) -> Item:
    known = material.witnesses(line)
    together = material.names(line.with_)
    return Item(
        plain(line.text),
        (
            *material.proofs(line),
            *facts(
                material.days_of(line.week),
                f"with {together}" if together else "",
                f"known to {known}" if known else "",
            ),
        ),
    )
