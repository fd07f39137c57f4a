"""How the packet looks: what was chosen, what each section holds, how much stays, and the document itself."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from textual.content import Content

from growthtui.dates import MONTHS
from growthtui.journal.exports import Export
from growthtui.present.packet import FORMATS, READERS, PacketView, SectionRow
from growthtui.tui.page import Page
from growthtui.tui.paint import (
    ACCENT,
    ACCENT_STRONG,
    DATA,
    FAINT,
    MUTED,
    OWN,
    STRONG,
    WARN,
    columns,
    cut,
    key_hint,
    words,
    wrap,
)
from growthtui.tui.screens.packet import rows
from growthtui.tui.widgets.block import runs

_LABELS = {
    rows.READER: "For",
    rows.SINCE: "Since",
    rows.UNTIL: "Until",
    rows.FORMAT: "Format",
    rows.PLAN_ONLY: "Holds",
    rows.PRIVATE: "Private notes",
    rows.SUMMARY: "In short",
}
_LABEL_CELLS = 14
_PART = 2
"""The level of the heading of a section."""

_MARKED = re.compile(r"( *(?:[-*>] |\d+\. )?)")
_EMPHASIS = re.compile(r"(\*\*?)([^*].*)\1")
_LONGEST = 400
"""So many lines of the document are shown; the file has them all."""


class Chosen(NamedTuple):
    """What the painter needs: the wish, the packet (None while it is made first), the marked row, today."""

    export: Export
    view: PacketView | None
    row: str
    today: date


def choices(page: Page, chosen: Chosen) -> None:
    """The frame with what can be chosen."""
    names = rows.rows_of(chosen.export, None)
    with page.framed("Packet", is_focused=chosen.row in names) as inner:
        for name in names:
            is_marked = name == chosen.row
            if is_marked:
                inner.mark()
            label = Content.styled(f"{_LABELS[name]:<{_LABEL_CELLS}}", ACCENT if is_marked else MUTED)
            inner.add(runs(label + _value(inner, chosen, name, is_marked=is_marked), f"pick('{name}')"))


def _value(page: Page, chosen: Chosen, name: str, *, is_marked: bool) -> Content:
    value, note = _words_of(chosen, name)
    if is_marked and name != rows.SUMMARY:
        value = f"{page.glyphs.before} {value} {page.glyphs.after}"
    return Content.assemble((page.glyphs.say(value), OWN), "   ", (page.glyphs.say(note), MUTED))


def _words_of(chosen: Chosen, name: str) -> tuple[str, str]:
    """The value of a row, and a word about it."""
    export, view = chosen.export, chosen.view
    lines = len(export.summary)
    found = {
        rows.READER: (READERS[export.audience], ""),
        rows.FORMAT: (FORMATS[export.format], ""),
        rows.PLAN_ONLY: ("the plan alone" if export.plan_only else "plan and log", ""),
        rows.PRIVATE: ("leave with it", "for your eyes only") if export.with_private else ("stay", ""),
        rows.SUMMARY: (f"{lines} {'line' if lines == 1 else 'lines'} of yours", "")
        if lines
        else ("proposed", "enter writes yours"),
    }
    if view is not None:
        found[rows.SINCE] = (_day(view.since), view.since_note)
        found[rows.UNTIL] = (_day(view.until), "today" if view.until == chosen.today else "")
    return found.get(name, ("", ""))


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3].title()} {day.year}"


def sections(page: Page, chosen: Chosen, view: PacketView) -> None:
    """The frame with the sections."""
    if not view.sections:
        return
    page.gap()
    is_focused = chosen.row.startswith(rows.section_row(""))
    with page.framed("Sections", is_focused=is_focused) as inner:
        for section in view.sections:
            name = rows.section_row(section.id)
            if name == chosen.row:
                inner.mark()
            inner.add(runs(_section(inner, section, is_marked=name == chosen.row), f"pick('{name}')"))


def _section(page: Page, section: SectionRow, *, is_marked: bool) -> Content:
    if not section.is_open:
        sign, style, holds = page.glyphs.open, MUTED, "closed"
    elif section.holds:
        sign, style, holds = page.glyphs.done, DATA, str(section.holds)
    else:
        sign, style, holds = page.glyphs.dot, FAINT, "nothing"
    if section.is_optional and is_marked:
        holds = f"{holds} · enter {'closes' if section.is_open else 'opens'}"
    title = Content.styled(section.title, MUTED if style != DATA else STRONG if is_marked else OWN)
    number = Content.styled(page.glyphs.say(holds), DATA if style == DATA else MUTED)
    room = page.width - number.cell_length - 4
    return columns([(Content.styled(sign, style), 1), (title, room), (number, number.cell_length)], 1, page.glyphs.more)


def balance(page: Page, view: PacketView) -> None:
    """How much leaves and stays, and where the reasons are."""
    page.gap()
    leaves = f"{_many(view.leaves, 'entry leaves', 'entries leave')}, {_many(view.stays, 'stays', 'stay')}.   "
    page.add(Content.styled(leaves, MUTED) + key_hint("b", "what stays, and why"))
    if view.cautions:
        texts = _many(len(view.cautions), "text holds", "texts hold")
        page.add(Content.styled(f"{texts} names or words to look at once more.", WARN))


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def nothing(page: Page) -> None:
    """What this place is for, while there is nothing to hand out."""
    page.label("The packet")
    page.say("One honest document for one reader, made of your plan and your weeks. It fills as you log.")
    page.gap()
    page.add(key_hint("l", "log a first line"))


def document(page: Page, text: str) -> None:
    """The text of the file, laid out to be read."""
    lines = text.split("\n")
    for line in lines[:_LONGEST]:
        page.add(*_line(line, page.prose, page.glyphs.more))
    if len(lines) > _LONGEST:
        page.gap()
        page.label(f"and {len(lines) - _LONGEST} more lines; the file has them all")


def _line(line: str, width: int, more: str) -> Iterator[Content]:
    """One line of Markdown: headings stand out, later rows of a list entry stand below its first word."""
    level = len(line) - len(line.lstrip("#"))
    if level and line[level:].startswith(" "):
        yield cut(words(line[level:], ACCENT_STRONG if level == _PART else STRONG), width, more)
        return
    match = _MARKED.match(line)
    mark = match[1] if match else ""
    body = line[len(mark) :]
    emphasis = _EMPHASIS.fullmatch(body)
    style = OWN if emphasis is None else MUTED if emphasis[1] == "*" else STRONG
    body = emphasis[2] if emphasis else body
    for number, row in enumerate(wrap(body, width - len(mark), style=style)):
        yield Content.styled(mark if number == 0 else " " * len(mark), MUTED) + row
