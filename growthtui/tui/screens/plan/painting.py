"""How the plan looks: what `present.plan` says, drawn on a page. The cursor is a sign before the row, and its frame."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from textual.content import Content
from textual.geometry import Region

from growthtui.present.glyphs import glyphs
from growthtui.present.plan import Group, Note, Part, PlanRow, PlanView, Run, Sign, View
from growthtui.tui.page import Page
from growthtui.tui.paint import (
    ACCENT,
    ACCENT_STRONG,
    DATA,
    MUTED,
    OWN,
    SOFT,
    STRONG,
    cut,
    fill,
    key_hint,
    safe,
    wrap,
)
from growthtui.tui.widgets.block import runs

Key = tuple[Part, str, int]
"""What tells a row from every other one."""

_TABS: Final = ((View.NORTH_STAR, "n", "North star"), (View.GOALS, "g", "Goals"), (View.FOCUS, "f", "Focus points"))
_TEXT_ROWS: Final = 3
_NOTE_ROWS: Final = 2
_NORTH_STAR_ROWS: Final = 8
_WIDEST_SIDE: Final = 34
_GAP: Final = 2
SPARE_CELLS: Final = 2
"""A field breaks its words so many cells before its edge, for a blank and the cursor. It takes them from beside the
words it stands for, so that both break at the same place; words without anything beside them leave one free."""

_TITLE_EDGE: Final = 3
"""Cells of a frame before and after its title."""

_GUTTER: Final = 2
_TAB_GAP: Final = 3
_NOTE: Final = "$foreground 75%"
_APART: Final = (Part.GOAL, Part.WORDING)
_RUN_STYLES: Final = {"-": f"strike {MUTED}", "+": f"underline {DATA}"}
_SIGN_STYLES: Final = {Sign.OPEN: ACCENT, Sign.DONE: DATA, Sign.DROPPED: MUTED}
_TAGS: Final = {Part.PRINCIPLE: len("not willing"), Part.GOAL: len("personal"), Part.MEASURE: 4, Part.ASK: 4}
"""Cells for the word of ours before a row, so that the words of the person begin below each other."""


@dataclass(frozen=True, slots=True)
class Room:
    """Rows left free for a field on the row with the cursor: for its words, or for the note with a label."""

    rows: int
    label: str = ""


def tabs(page: Page, view: PlanView) -> None:
    """The three views with their keys; on the right where the time of the plan stands."""
    left = Content(" " * _TAB_GAP).join([_tab(view.view, *tab) for tab in _TABS])
    right = Content.styled(page.glyphs.say(view.status), MUTED)
    air = page.width - left.cell_length - right.cell_length
    page.add(left + Content(" " * air) + right if air >= _GAP else left)


def _tab(shown: View, view: View, key: str, title: str) -> Content:
    is_shown = view is shown
    key_style, style = (STRONG, STRONG) if is_shown else (f"{ACCENT} 75%", MUTED)
    return runs(Content.assemble((key, key_style), " ", (title, style)), f"view('{view}')")


def document(
    page: Page, view: PlanView, chosen: PlanRow, questions: Mapping[Key, str], room: Room | None = None
) -> None:
    """All rows of a view in their groups, with the cursor on one of them, and what is asked about them."""
    if view.over:
        hint = key_hint("w", "begin the next one")
        page.flow(Content.assemble((page.glyphs.say(view.over), OWN), "   ") + hint)
    places = {row.key: place for place, row in enumerate(view.rows)}
    for group in view.groups:
        page.gap()
        if group.is_framed:
            _frame(page, group, _Rows(chosen.key, room, places, questions))
        else:
            page.label(group.label)
            _lay(page, group.rows, _Rows(chosen.key, room, places, questions), gutter=_GUTTER)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is known about the rows of a view beside their words: the cursor and the field on it, places, questions."""

    chosen: Key
    room: Room | None
    places: Mapping[Key, int]
    questions: Mapping[Key, str]


def _asked(page: Page, question: str, gutter: int) -> list[Content]:
    """What the coach asks about the row above."""
    if not question:
        return []
    lines = wrap(question, min(page.prose, page.width) - gutter - _GUTTER, rows=_NOTE_ROWS, style=DATA)
    edge = Content(" " * gutter) + Content.styled(f"{page.glyphs.edge} ", DATA)
    return [edge + line for line in lines]


def _frame(page: Page, group: Group, rows: _Rows) -> None:
    head, top = group.head, len(page.rows)
    is_on_head = head is not None and head.key == rows.chosen
    room = rows.room if is_on_head else None
    has_field = room is not None and not room.label
    title = group.label
    if head is not None:
        lead = f"{page.glyphs.probe if is_on_head else ''} {head.number} ".lstrip()
        title = lead + ("" if has_field else " ".join(head.text.split()))
    if is_on_head:
        page.mark()
    is_focused = any(row.key == rows.chosen for row in group.all_rows)
    with page.framed(title, subtitle=page.glyphs.say(group.foot), is_focused=is_focused) as inner:
        if head is not None:
            inner.add(*[Content()] * (room.rows - 1 if room and has_field else 0))
            for line in _note_lines(inner, head.notes, 0, len(inner.rows), inner.width, room):
                inner.add(runs(line, f"pick({rows.places[head.key]})"))
            inner.add(*_asked(inner, rows.questions.get(head.key, ""), 0))
            if is_on_head:
                page.cursor_rows = 1 + len(inner.rows)
            if group.rows:
                inner.gap()
        _lay(inner, group.rows, rows, gutter=0)
    if room and has_field:
        edge = _TITLE_EDGE + Content(lead).cell_length
        page.field = Region(edge, top, page.width - edge - _TITLE_EDGE, room.rows)


def _lay(page: Page, group: Sequence[PlanRow], rows: _Rows, *, gutter: int) -> None:
    """Rows with what is asked about them. In a frame the frame draws the cursor; elsewhere it stands in the gutter.

    Some parts stand apart; in a frame also what is of another part than the row before.
    """
    for place, row in enumerate(group):
        if place and (row.part in _APART or (not gutter and row.part is not group[place - 1].part)):
            page.gap()
        is_chosen = row.key == rows.chosen
        has_field = is_chosen and rows.room
        lines = (
            _lines(page, row, gutter, rows.room)
            if has_field
            else _known(row, page.width, gutter, is_ascii=page.glyphs.is_ascii)
        )
        asked = _asked(page, rows.questions.get(row.key, ""), gutter)
        if is_chosen:
            page.mark(len(lines) + len(asked))
        for number, line in enumerate(lines):
            sign = page.glyphs.probe if is_chosen and number == 0 else " "
            edge = Content.styled(f"{sign:<{gutter}}", ACCENT_STRONG) if gutter else Content()
            page.add(runs(edge + line, f"pick({rows.places[row.key]})"))
        page.add(*asked)


def _lines(page: Page, row: PlanRow, gutter: int, room: Room | None) -> list[Content]:
    painter = _hint if row.is_hint else _PAINTERS.get(row.part, _plain)
    return painter(page, row, gutter, room)


@lru_cache(maxsize=1024)
def _known(row: PlanRow, width: int, gutter: int, *, is_ascii: bool) -> Sequence[Content]:
    """The lines of a row without a field: they stay as they are while the cursor walks."""
    return _lines(Page(width, glyphs(is_ascii=is_ascii)), row, gutter, None)


def _hint(page: Page, row: PlanRow, gutter: int, _: Room | None) -> list[Content]:
    """What could be here, and the key that fills it."""
    key = key_hint("a", _FILL[row.part])
    width = min(page.prose, page.width - gutter)
    lines = list(Content.styled(page.glyphs.say(row.text), MUTED).wrap(width))
    if lines[-1].cell_length + _GAP + key.cell_length <= page.width - gutter:
        return [*lines[:-1], lines[-1].rstrip() + Content("  ") + key]
    return [*lines, key]


_FILL: Final = {
    Part.NORTH_STAR: "write it",
    Part.PRINCIPLE: "add a principle",
    Part.PLAN: "begin a plan",
    Part.GOAL: "add a goal",
    Part.FOCUS: "add a focus point",
    Part.ACTION: "add an action",
    Part.CHECKIN: "add a check-in",
}


def _text(page: Page, text: str, field: Region, room: Room | None, style: str) -> list[Content]:
    """Somebody's words in the rows of a field at most, or the rows that are left free for a real one.

    While a window shrinks, the page is drawn once before what stands beside it goes: then there may be no room at all.
    """
    if room is None:
        return wrap(text, max(1, field.width), rows=field.height, style=style, more=page.glyphs.more)
    page.field = Region(field.x, field.y, field.width + SPARE_CELLS, room.rows)
    return [Content()] * room.rows


def _north_star(page: Page, row: PlanRow, gutter: int, room: Room | None) -> list[Content]:
    width = min(page.prose, page.width - gutter) - 1
    return _text(page, row.text, Region(gutter, len(page.rows), width, _NORTH_STAR_ROWS), room, SOFT)


def _wording(page: Page, row: PlanRow, gutter: int, _: Room | None) -> list[Content]:
    """An earlier wording with what went and what came."""
    width = min(page.prose, page.width - gutter)
    tag = Content.styled(page.glyphs.say(row.tag), MUTED)
    return [tag, *comparison(row.runs, width, rows=_TEXT_ROWS, more=page.glyphs.more)]


def comparison(runs_: Sequence[Run], width: int, *, rows: int = 0, more: str = "…") -> list[Content]:
    """Words in both texts as they are; those that went stand in [- ], those that came in [+ ], and look different."""
    whole = Content("").join([_run(run) for run in runs_])
    lines = [line.rstrip() for part in whole.split("\n", allow_blank=True) for line in part.wrap(max(1, width))]
    if rows and len(lines) > rows:
        return [*lines[: rows - 1], cut(lines[rows - 1], width - len(more), more="") + Content.styled(more, MUTED)]
    return lines


def _run(run: Run) -> Content:
    text = safe(run.text)
    if not run.change:
        return Content.styled(text, OWN)
    words_ = text.rstrip()
    return Content.styled(f"[{run.change}{words_}]", _RUN_STYLES[run.change]) + Content(text[len(words_) :] or " ")


def _plain(page: Page, row: PlanRow, gutter: int, room: Room | None) -> list[Content]:
    """Sign, kind, words, and beside them where the row stands; below them what else was written."""
    width, top = page.width - gutter, len(page.rows)
    lead = _lead(page, row)
    side = cut(Content.styled(page.glyphs.say(row.side), MUTED), min(_WIDEST_SIDE, width // 2), page.glyphs.more)
    space = width - lead.cell_length - (side.cell_length + _GAP if side else 1)
    field = Region(gutter + lead.cell_length, top, min(space, page.prose), _TEXT_ROWS)
    words = page.glyphs.say(row.text) if row.part is Part.PLAN else row.text
    text = _text(page, words, field, room if room and not room.label else None, MUTED if row.is_over else OWN)
    lines = [lead + fill(text[0], space) + Content(" " * _GAP) + side if side else lead + text[0]]
    indent = Content(" " * lead.cell_length)
    lines += [indent + line for line in text[1:]]
    notes = _note_lines(page, row.notes, field.x, top + len(lines), width - lead.cell_length, room)
    return lines + [indent + line for line in notes]


def _lead(page: Page, row: PlanRow) -> Content:
    lead = Content(" " * _GUTTER * row.depth)
    if row.sign:
        signs = {Sign.OPEN: page.glyphs.open, Sign.DONE: page.glyphs.done, Sign.DROPPED: page.glyphs.say("–")}
        lead += Content.styled(f"{signs[row.sign]} ", MUTED if row.is_over else _SIGN_STYLES[row.sign])
    if row.tag:
        lead += Content.styled(f"{row.tag:<{_TAGS.get(row.part, 0)}}  ", MUTED)
    return lead


def _note_lines(page: Page, notes: Sequence[Note], x: int, y: int, width: int, room: Room | None) -> list[Content]:
    """What was written beside a row, at a place of the page: labels of ours below each other, then the words."""
    label = room.label if room else ""
    shown = notes if not label or label in [note.label for note in notes] else (*notes, Note(label, ""))
    cells = max((len(note.label) for note in shown), default=0) + _GAP
    lines: list[Content] = []
    for note in shown:
        field = Region(x + cells, y + len(lines), min(width, page.prose) - cells - 1, _NOTE_ROWS)
        words = page.glyphs.say(note.text) if note.is_ours else note.text
        text = _text(page, words, field, room if label == note.label else None, _NOTE)
        leads = [Content.styled(f"{note.label:<{cells}}", MUTED), *[Content(" " * cells)] * (len(text) - 1)]
        lines += [lead + line for lead, line in zip(leads, text, strict=True)]
    return lines


Painter = Callable[[Page, PlanRow, int, Room | None], list[Content]]

_PAINTERS: Final[dict[Part, Painter]] = {Part.NORTH_STAR: _north_star, Part.WORDING: _wording}
