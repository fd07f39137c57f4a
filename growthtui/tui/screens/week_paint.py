"""How a week looks: what `present.week` says, drawn on a page."""

from itertools import zip_longest

from textual.content import Content

from growthtui.dates import Week
from growthtui.domain.week import WeekState
from growthtui.present.week import STATE_WORDS, Group, LineRow, WeekView, YearStrip
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, DATA, FAINT, MUTED, STRONG, fill, key_hint, words, wrap
from growthtui.tui.screens.home_paint import sign_of
from growthtui.tui.widgets.block import runs

_LINE_ROWS = 4
_NOTE_SHARE = 3
_NOTE_CELLS = 34
_GAP = 2
_FACTS_GAP = 3


def strip(page: Page, year: YearStrip, chosen: Week) -> None:
    """The months, the weeks of the year, and below them a sign at the chosen one."""
    step = 2 if page.width >= 2 * len(year.weeks) else 1
    months = [" "] * (step * len(year.weeks))
    for number, initial in year.months:
        months[number * step] = initial
    page.label("".join(months).rstrip())
    cells = [_week_cell(page, year, week, chosen) for week in year.weeks]
    page.add(Content(" " * (step - 1)).join(cells))
    page.gap()


def _week_cell(page: Page, year: YearStrip, week: Week, chosen: Week) -> Content:
    state = year.states.get(week)
    if week == chosen:
        return Content.styled(page.glyphs.chosen, ACCENT_STRONG)
    if state is None:
        cell = Content.styled(page.glyphs.dot, FAINT)
    else:
        style = {WeekState.LOGGED: DATA, WeekState.CAUGHT_UP: DATA}.get(state, MUTED)
        cell = Content.styled(page.glyphs.states[state], style)
    return runs(cell, f"show_week('{week}')") if week <= year.current else cell


def heading(page: Page, view: WeekView) -> None:
    """Which week it is, how it stands, and what was noted in numbers."""
    name = f"Week {view.week.number} · {view.week.label} {view.week.sunday.year}"
    state = " · ".join((STATE_WORDS[view.state], *view.facts))
    title, facts = Content.styled(page.glyphs.say(name), STRONG), words(page.glyphs.say(state), MUTED)
    if title.cell_length + _FACTS_GAP + facts.cell_length <= page.width:
        page.add(Content.assemble(title, " " * _FACTS_GAP, facts))
    else:
        page.add(title)
        page.flow(facts)


def lines(page: Page, view: WeekView, chosen: str) -> None:
    """A frame for each focus point with its lines; `chosen` is the id of the line with the cursor."""
    number = 0
    for group in view.groups:
        page.gap()
        is_focused = any(row.line.id == chosen for row in group.rows)
        with page.framed(_title(group), is_focused=is_focused) as inner:
            for row in group.rows:
                if row.line.id == chosen:
                    inner.mark()
                _line(inner, row, number)
                number += 1
    if not view.groups:
        page.gap()
        page.say("What moved in this week, even a little, and what stood in the way. One line is enough.", MUTED)
        page.gap()
        page.add(runs(key_hint("a", "add the first line"), "add"))


def _title(group: Group) -> str:
    return group.title if group.number is None else f"{group.number} {group.title}"


def _line(page: Page, row: LineRow, number: int) -> None:
    links = [f"{page.glyphs.link} {link}" for link in row.links]
    note = page.glyphs.say(" · ").join((*row.notes, *links))
    side = min(len(note), _NOTE_CELLS, page.width // _NOTE_SHARE) if note else 0
    room = page.width - _GAP - (side + _GAP if side else 0)
    text = wrap(row.line.text, room, rows=_LINE_ROWS, more=page.glyphs.more)
    notes = wrap(note, side, rows=_LINE_ROWS, style=MUTED, more=page.glyphs.more) if note else []
    sign = sign_of(row.line, page.glyphs) + Content(" ")
    for index, (own, beside) in enumerate(zip_longest(text, notes, fillvalue=Content())):
        left = (sign if index == 0 else Content("  ")) + fill(own, room)
        page.add(runs(left + Content("  ") + beside if side else left, f"pick({number})"))


def notes(page: Page, view: WeekView) -> None:
    """What became of earlier steps, what comes next, what was in the way."""
    page.gap()
    label = max((len(note.label) for note in view.carried), default=0) + _GAP
    for note in view.carried:
        _labelled(page, f"{note.label:<{label}}", note.text, rows=2)
    page.gap()
    label = max((len(note.label) for note in view.notes), default=0) + _GAP
    with page.edged() as inner:
        for before, note in zip((None, *view.notes), view.notes, strict=False):
            name = "" if before and before.label == note.label else note.label
            _labelled(inner, f"{name:<{label}}", note.text, rows=_LINE_ROWS)


def _labelled(page: Page, label: str, text: str, rows: int) -> None:
    """Somebody's words with our label on the left."""
    for index, row in enumerate(wrap(text, page.prose - len(label), rows=rows, more=page.glyphs.more)):
        page.add(Content.styled(label if index == 0 else " " * len(label), MUTED) + row)
