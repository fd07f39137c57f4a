"""How Home looks: what `present.home` says, drawn on a page."""

from collections.abc import Sequence

from textual.content import Content

from growthtui.domain.week import Line
from growthtui.journal.drafts import Draft
from growthtui.present.glyphs import Glyphs
from growthtui.present.home import FocusRow, GoalCard, HomeView, WeekCard
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, BAD, DATA, FAINT, MUTED, SOFT, STRONG, WARN, columns, cut, fill, key_hint, words

_NO_NORTH_STAR = "Not written yet: one sentence about who you want to become.   "
_ROOMY = 104
"""From this width on there is air between the bars."""

_BAR_CELLS = 52
_SHOWN_LINES = 5
_SHOWN_WANTED = 2
_FULL_BAR = 4
"""So many lines in a week fill a bar, unless a week had more."""


def north_star(page: Page, view: HomeView) -> None:
    """The label, and the north star in the person's own words, nothing louder than it."""
    page.label("North star")
    if view.north_star:
        page.text(view.north_star, SOFT, rows=6)
    elif not view.is_empty:
        page.flow(Content.styled(_NO_NORTH_STAR, MUTED) + key_hint("2", "write it"))
    else:
        page.say(
            "This is the place for your growth plan: who you want to become, one goal, three to five focus points, "
            "and five minutes a week for what moved."
        )
        page.gap()
        page.add(key_hint("l", "begin with one line: what moved this week?"))


def goal(page: Page, card: GoalCard, *, is_short: bool = False) -> None:
    """The goal, the bar of its horizon, one row for each focus point; no air between them on a short screen."""
    if card.text:
        page.text(card.text, rows=2)
    else:
        page.add(Content.styled("No goal is current yet.   ", MUTED) + key_hint("2", "choose one in your plan"))
    _horizon(page, card)
    if card.rows:
        if not is_short:
            page.gap()
        _focus_rows(page, card.rows)


def _horizon(page: Page, card: GoalCard) -> None:
    horizon, glyphs = card.horizon, page.glyphs
    if horizon is None:
        return
    weeks = horizon.weeks
    week = min(horizon.week, weeks)
    label = f"{weeks} weeks are over" if card.is_over else f"week {week} of {weeks}" if week else "not begun yet"
    cells = min(_BAR_CELLS, page.width - len(label) - 2)
    done = round(cells * week / weeks)
    page.add(Content.assemble((glyphs.bar * done, ACCENT), (glyphs.rail * (cells - done), FAINT), "  ", (label, MUTED)))


def _focus_rows(page: Page, rows: Sequence[FocusRow]) -> None:
    air = " " if page.width >= _ROOMY else ""
    bars = len(rows[0].lines) * (1 + len(air)) - len(air)
    titles = [words(row.title) for row in rows]
    title = min(max(item.cell_length for item in titles), (page.width - bars - 6) // 2)
    when = max(len(row.when) for row in rows)
    rest = page.width - title - bars - 6
    top = max(_FULL_BAR, *(count for row in rows for count in row.lines))
    for row, text in zip(rows, titles, strict=True):
        name = columns([(Content.styled(str(row.number), ACCENT), 1), (text, title)], gap=1, more=page.glyphs.more)
        pulse = Content(air).join([_bar(count, top, page.glyphs) for count in row.lines])
        page.table((name, title + 2), (pulse, bars), (_next(row, rest, when, page.glyphs), rest))


def _bar(count: int, top: int, glyphs: Glyphs) -> Content:
    return Content.styled(glyphs.bar_of(count, top), DATA if count else FAINT)


def _next(row: FocusRow, width: int, when: int, glyphs: Glyphs) -> Content:
    if row.quiet:
        return Content.styled(row.quiet, WARN)
    if not row.next:
        return Content.styled("no action is open", MUTED)
    room = width - when - 2 if when else width
    return fill(words(row.next, MUTED), max(0, room), glyphs.more) + Content("  ") + Content(glyphs.say(row.when))


def week(page: Page, card: WeekCard, drafts: Sequence[Draft]) -> None:
    """The draft that waits, what was wanted, what was logged."""
    for draft in drafts[:1]:
        _draft(page, draft)
    for number, text in enumerate(card.wanted[:_SHOWN_WANTED]):
        label = "You wanted to  " if number == 0 else " " * 15
        page.add(Content.styled(label, MUTED) + words(text))
    for line in card.lines[:_SHOWN_LINES]:
        page.add(sign_of(line, page.glyphs) + Content(" ") + words(line.text))
    hidden = len(card.lines) - _SHOWN_LINES
    if hidden > 0:
        page.add(Content.styled(f"  and {hidden} more   ", MUTED) + key_hint("3", "the whole week"))
    if not card.lines:
        nothing = Content.assemble((page.glyphs.open, ACCENT), " not logged yet   ")
        page.add(nothing + key_hint("l", "log the week, five minutes"))


def sign_of(line: Line, glyphs: Glyphs) -> Content:
    """The sign before a line, in its colour."""
    sign = glyphs.of_kind(line.kind)
    return Content.styled(sign, {glyphs.milestone: ACCENT, glyphs.setback: BAD}.get(sign, DATA))


def _draft(page: Page, draft: Draft) -> None:
    label = Content.styled("Draft  ", f"{STRONG} {WARN}")
    hint = Content("   ") + key_hint("c", "continue")
    room = max(1, page.width - label.cell_length - hint.cell_length)
    page.add(label + cut(words(draft.text, MUTED), room, page.glyphs.more) + hint)
