"""Week by week: every line of the period in its week, under the months."""

from collections.abc import Iterator

from growthtui.dates import Week
from growthtui.domain.week import CarriedStep, Line, LineKind
from growthtui.domain.week import Week as WeekRecord
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.sections.lines import told_elsewhere
from growthtui.packets.tree import Block, Heading, Item, Items, Paragraph, Rich, Span, Style

_KINDS = {
    LineKind.PROGRESS: "",
    LineKind.LEARNING: "learned",
    LineKind.VISIBILITY: "seen by others",
    LineKind.REPEAT: "known ground",
}
"""Kinds whose name would not speak to a reader; the others go by their own."""


def log(material: Material) -> tuple[Block, ...]:
    """The weeks that have something to show. A line that another section tells in full is named by its first words."""
    elsewhere = told_elsewhere(material)
    names = sorted(
        {line.week for line in material.lines} | {week.week for week in material.weeks if _notes(material, week)}
    )
    blocks: list[Block] = []
    month = ""
    for name in names:
        week = Week.parse(name)
        if words.month(week.monday) != month:
            month = words.month(week.monday)
            blocks.append(Heading(month))
        blocks += _week(material, week, elsewhere)
    return tuple(blocks)


def _week(material: Material, week: Week, elsewhere: frozenset[str]) -> Iterator[Block]:
    record = material.snapshot.week_by_name.get(str(week), WeekRecord(id=str(week), week=str(week)))
    head: Rich = (Span(words.days_of(week), Style.STRONG),)
    known = material.names(record.known_by)
    gauge = " · ".join(part for part in (*_gauge(record), f"known to {known}" if known else "") if part)
    yield Paragraph((*head, Span(f" · {gauge}", Style.QUIET)) if gauge else head)
    lines = material.snapshot.lines_by_week.get(str(week), ())
    items = [*(_line(material, line, elsewhere) for line in lines), *_notes(material, record)]
    if items:
        yield Items(tuple(items))


def _line(material: Material, line: Line, elsewhere: frozenset[str]) -> Item:
    title = material.focus_title(line)
    kind = _KINDS.get(line.kind, str(line.kind))
    if line.id in elsewhere:
        return Item((Span(words.shortened(line.text)),), facts(kind, title))
    known = material.names(line.known_by)
    together = material.names(line.with_)
    about = facts(kind, title, f"with {together}" if together else "", f"known to {known}" if known else "")
    return Item((Span(line.text),), (*about, *material.proofs(line)))


def _gauge(record: WeekRecord) -> Iterator[str]:
    if record.energy is not None:
        yield f"energy {record.energy}"
    if record.confidence is not None:
        yield f"confidence {record.confidence}"


def _notes(material: Material, record: WeekRecord) -> tuple[Item, ...]:
    """What was noted about the week beside its lines, as far as the reader may see it."""
    found: list[Item] = []
    if record.is_paused:
        found.append(_note("Paused", record.reason))
    if record.block:
        found.append(_note("Held back", record.block.text, record.block.cause))
    found += [_carried(material, carried) for carried in record.carried if carried.note]
    found += [_note("Next", step.text, step.if_then) for step in record.next if not step.carries]
    if record.private:
        found.append(_note("Private", record.private))
    return tuple(found)


def _carried(material: Material, carried: CarriedStep) -> Item:
    texts = (step.text for week in material.snapshot.weeks for step in week.next if step.id == carried.id)
    return _note("Taken along", next(texts, ""), carried.state, carried.note)


def _note(label: str, text: str, *about: str) -> Item:
    return Item((Span(f"{label}: " if text else label, Style.QUIET), Span(text)), facts(*about))
