"""What the person is after: north star, goals, and the measures that tell how far it is."""

from collections.abc import Iterator

from growthtui.domain.plan import Goal, GoalStatus, Measure, Reading
from growthtui.insights.focus import progress
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.tree import Block, Item, Items, Paragraph, Quote, Rich, Span, Table, bullets, plain, strong

_HEAD = ("Measure", "Start", "Now", "Target", "By", "Evidence")


def goal(material: Material) -> tuple[Block, ...]:
    """North star, the current goal with its reason and horizon, and the other goals that are not ended."""
    tree = material.tree
    if tree is None:
        return ()
    blocks: list[Block] = [Quote(tree.plan.north_star)] if tree.plan.north_star else []
    current = tree.current_goal
    if current is not None and current.text:
        blocks += [Paragraph(strong(current.text)), *_about(current)]
        horizon = _horizon(material)
        blocks += [Paragraph(plain(f"{_kind(current)}{horizon}."))] if horizon else []
    others = [item for item in tree.goals if item is not current and item.text]
    kept = [item for item in others if item.status in (GoalStatus.ACTIVE, GoalStatus.PARKED)]
    if kept:
        blocks.append(Items(tuple(Item(plain(item.text), facts(_kind(item), _state(item), item.why)) for item in kept)))
    return tuple(blocks)


def measures(material: Material) -> tuple[Block, ...]:
    """The measures of the goals that are not ended: a list while they are words, a table with values."""
    goals = material.tree.goals if material.tree else ()
    signs = [sign for item in goals if item.status is GoalStatus.ACTIVE for sign in item.signs]
    if not signs:
        return ()
    if all(sign == Measure(text=sign.text) for sign in signs):
        return (bullets(*(plain(sign.text) for sign in signs)),)
    rows = [_row(material, sign) for sign in signs]
    filled = [at for at, _ in enumerate(_HEAD) if at == 0 or any(row[at] for row in rows)]
    return (Table(tuple(_HEAD[at] for at in filled), tuple(tuple(row[at] for at in filled) for row in rows)),)


def value_on(sign: Measure, readings: tuple[Reading, ...]) -> str:
    """The last of these readings with its unit; empty without one."""
    return _with_unit(max(readings, key=lambda reading: reading.on).value, sign.unit) if readings else ""


def _row(material: Material, sign: Measure) -> tuple[Rich, ...]:
    read = tuple(reading for reading in sign.readings if reading.on <= material.until)
    witness = material.names((sign.observer,)) if sign.observer else ""
    proof = "; ".join(part for part in (sign.evidence, witness) if part)
    cells = (
        sign.text,
        _with_unit(sign.start, sign.unit),
        value_on(sign, read),
        _with_unit(sign.target, sign.unit),
        words.day(sign.due) if sign.due else "",
        proof,
    )
    return tuple(plain(cell) if cell else () for cell in cells)


def _with_unit(value: float | str | None, unit: str) -> str:
    return "" if value is None else f"{value} {unit}".strip()


def _about(item: Goal) -> Iterator[Block]:
    for label, text in (("Why", item.why), ("Then", item.desired), ("May cost now", item.may_cost_now)):
        if text:
            yield Paragraph((Span(f"{label}: "), Span(text)))


def _kind(item: Goal) -> str:
    return f"{item.kind.title()} goal" if item.kind else "Goal"


def _state(item: Goal) -> str:
    return item.status if item.status is not GoalStatus.ACTIVE else ""


def _horizon(material: Material) -> str:
    """The horizon as it stands at the end of the period: ", 6 months from 2 March 2026, now in week 26 of 26"."""
    plan = material.tree.plan if material.tree else None
    if plan is None or plan.start is None or not plan.horizon_months:
        return ""
    text = f", {words.months(plan.horizon_months)} from {words.day(plan.start)}"
    where = progress(plan, material.until)
    return f"{text}, week {where.week} of {where.weeks}" if where and 0 < where.week <= where.weeks else text
