"""How the plan looks: what `present.plan` says, drawn on a page. The cursor is a sign before the row, and its frame."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.content import Content

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
_GUTTER: Final = 2
_TAB_GAP: Final = 3
_NOTE: Final = "$foreground 75%"
_RUN_STYLES: Final = {"-": f"strike {MUTED}", "+": f"underline {DATA}"}
_SIGN_STYLES: Final = {Sign.OPEN: ACCENT, Sign.DONE: DATA, Sign.DROPPED: MUTED}
_TAGS: Final = {Part.PRINCIPLE: len("not willing"), Part.GOAL: len("personal"), Part.MEASURE: 4, Part.ASK: 4}
"""Cells for the word of ours before a row, so that the words of the person begin below each other."""


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


def document(page: Page, view: PlanView, chosen: PlanRow | None, questions: Mapping[Key, str]) -> None:
    """All rows of a view in their groups, with the cursor on one of them, and what is asked about them."""
    if view.over:
        hint = key_hint("w", "begin the next one")
        page.flow(Content.assemble((page.glyphs.say(view.over), OWN), "   ") + hint)
    places = {row.key: place for place, row in enumerate(view.rows)}
    for group in view.groups:
        page.gap()
        if group.is_framed:
            _frame(page, group, chosen, places, questions)
        else:
            page.label(group.label)
            for row in group.rows:
                _lay(page, row, is_chosen=row is chosen, place=places[row.key], gutter=_GUTTER)
                _ask(page, questions.get(row.key, ""), _GUTTER)


def _ask(page: Page, question: str, gutter: int) -> None:
    """What the coach asks about the row above."""
    if question:
        lines = wrap(question, min(page.prose, page.width) - gutter - _GUTTER, rows=_NOTE_ROWS, style=DATA)
        page.add(*(Content(" " * gutter) + Content.styled(f"{page.glyphs.edge} ", DATA) + line for line in lines))


def _frame(
    page: Page, group: Group, chosen: PlanRow | None, places: Mapping[Key, int], questions: Mapping[Key, str]
) -> None:
    head = group.head
    is_on_head = head is not None and head is chosen
    title = group.label
    if head is not None:
        sign = f"{page.glyphs.probe} " if is_on_head else ""
        title = f"{sign}{head.number} {' '.join(head.text.split())}"
    is_focused = any(row is chosen for row in group.all_rows)
    if is_on_head:
        page.mark()
    with page.framed(title, subtitle=page.glyphs.say(group.foot), is_focused=is_focused) as inner:
        if head is not None:
            for line in _note_lines(inner, head.notes, inner.width):
                inner.add(runs(line, f"pick({places[head.key]})"))
            _ask(inner, questions.get(head.key, ""), 0)
        for row in group.rows:
            _lay(inner, row, is_chosen=row is chosen, place=places[row.key], gutter=0)
            _ask(inner, questions.get(row.key, ""), 0)


def _lay(page: Page, row: PlanRow, *, is_chosen: bool, place: int, gutter: int) -> None:
    """One row. In a frame the frame draws the cursor; elsewhere it stands in the gutter."""
    lines = _hint(page, row, gutter) if row.is_hint else _PAINTERS.get(row.part, _plain)(page, row, gutter)
    if is_chosen:
        page.mark()
    for number, line in enumerate(lines):
        sign = page.glyphs.probe if is_chosen and number == 0 else " "
        edge = Content.styled(f"{sign:<{gutter}}", ACCENT_STRONG) if gutter else Content()
        page.add(runs(edge + line, f"pick({place})"))


def _hint(page: Page, row: PlanRow, gutter: int) -> list[Content]:
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


def _north_star(page: Page, row: PlanRow, gutter: int) -> list[Content]:
    width = min(page.prose, page.width - gutter)
    return wrap(row.text, width, rows=_NORTH_STAR_ROWS, style=SOFT, more=page.glyphs.more)


def _wording(page: Page, row: PlanRow, gutter: int) -> list[Content]:
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


def _plain(page: Page, row: PlanRow, gutter: int) -> list[Content]:
    """Sign, kind, words, and beside them where the row stands; below them what else was written."""
    width = page.width - gutter
    lead = _lead(page, row)
    side = cut(Content.styled(page.glyphs.say(row.side), MUTED), min(_WIDEST_SIDE, width // 2), page.glyphs.more)
    room = width - lead.cell_length - (side.cell_length + _GAP if side else 0)
    style = MUTED if row.is_over else OWN
    text = wrap(row.text, min(room, page.prose), rows=_TEXT_ROWS, style=style, more=page.glyphs.more)
    lines = [lead + fill(text[0], room) + Content(" " * _GAP) + side if side else lead + text[0]]
    indent = Content(" " * lead.cell_length)
    lines += [indent + line for line in text[1:]]
    return lines + [indent + line for line in _note_lines(page, row.notes, width - lead.cell_length)]


def _lead(page: Page, row: PlanRow) -> Content:
    lead = Content(" " * _GUTTER * row.depth)
    if row.sign:
        glyphs = page.glyphs
        sign = {Sign.OPEN: glyphs.open, Sign.DONE: glyphs.done, Sign.DROPPED: glyphs.say("–")}[row.sign]
        lead += Content.styled(f"{sign} ", MUTED if row.is_over else _SIGN_STYLES[row.sign])
    if row.tag:
        lead += Content.styled(f"{row.tag:<{_TAGS.get(row.part, 0)}}  ", MUTED)
    return lead


def _note_lines(page: Page, notes: Sequence[Note], width: int) -> list[Content]:
    """What was written beside a row: a label of ours, then the words."""
    lines: list[Content] = []
    for note in notes:
        label = Content.styled(f"{note.label}  ", MUTED)
        room = min(width, page.prose) - label.cell_length
        text = wrap(note.text, room, rows=_NOTE_ROWS, style=_NOTE, more=page.glyphs.more)
        lines += [label + text[0], *(Content(" " * label.cell_length) + line for line in text[1:])]
    return lines


Painter = Callable[[Page, PlanRow, int], list[Content]]

_PAINTERS: Final[dict[Part, Painter]] = {Part.NORTH_STAR: _north_star, Part.WORDING: _wording}
