"""How the first run looks, and a plan in short before it is taken in."""

from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from growthtui.journal.drafts import Draft
from growthtui.present.welcome import Point, Sketch
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, MUTED, OWN, SOFT, STRONG, WARN, cut, fill, key_hint, words, wrap
from growthtui.tui.paths import short
from growthtui.tui.widgets.block import runs

_PROMISE = "One sentence about who you want to become. It stands here, in your words."
_PLAN = "Below it one goal, three to five focus points, and five minutes a week."


class _Way(NamedTuple):
    key: str
    title: str
    about: str


_WAYS = (
    _Way("i", "a plan you have", "from a file, or text you paste"),
    _Way("n", "a template", "staff in six months, or expert in twelve"),
    _Way("p", "the questions", "what a good mentor asks, alone or for two"),
    _Way("s", "a look at a sample", "somebody else's half year, to walk around in"),
)
_TITLE_CELLS = 20
_POINT_ROWS = 3


def promise(page: Page) -> None:
    """What will be here."""
    page.label("North star")
    page.say(_PROMISE, SOFT)
    page.gap()
    page.say(_PLAN, MUTED)


def ways(page: Page, chosen: int) -> None:
    """The ways to begin; `chosen` is the place of the marked one."""
    for number, way in enumerate(_WAYS):
        if number == chosen:
            page.mark()
        title = Content.styled(way.title, STRONG if number == chosen else OWN)
        row = Content.assemble((way.key, ACCENT_STRONG), "  ", fill(title, _TITLE_CELLS), "  ", (way.about, MUTED))
        page.add(runs(row, f"mark({number})"))


def first_line(page: Page) -> None:
    """A line can be logged without any plan."""
    page.add(Content.styled("Or with one line about this week:   ", MUTED) + key_hint("l", "log"))


def draft(page: Page, waiting: Draft) -> None:
    """The draft that waits."""
    label = Content.styled("Draft  ", f"{STRONG} {WARN}")
    hint = Content("   ") + key_hint("c", "continue")
    room = max(1, page.width - label.cell_length - hint.cell_length)
    page.add(label + cut(words(waiting.text, MUTED), room, page.glyphs.more) + hint)


def whereabouts(page: Page, journal: Path) -> None:
    """Where the journal will be, and that it stays there."""
    page.say("Your journal is one file of yours. Nothing leaves it unless you export it.", MUTED)
    page.add(words(short(journal), MUTED))


def sketch(page: Page, plan: Sketch) -> None:
    """A plan in short."""
    if plan.north_star:
        page.label("North star")
        page.text(plan.north_star, SOFT, rows=_POINT_ROWS)
        page.gap()
    if plan.goal:
        page.label(plan.goal_label)
        page.text(plan.goal, rows=_POINT_ROWS)
        page.gap()
    for number, point in enumerate(plan.points, start=1):
        _point(page, number, point)
    if plan.principles:
        page.gap()
        page.label("Limits and principles")
        for text in plan.principles:
            page.text(text, rows=_POINT_ROWS)


def _point(page: Page, number: int, point: Point) -> None:
    page.add(Content.styled(f"{number} ", ACCENT) + words(point.title, STRONG))
    for label, text in (("now", point.current), ("then", point.desired)):
        if text:
            _hanging(page, f"  {label:<5}", text)
    for action in point.actions:
        _hanging(page, f"  {page.glyphs.open} ", action)


def _hanging(page: Page, label: str, text: str) -> None:
    """Words behind a muted label, all rows moved in by it."""
    rows = wrap(text, page.prose - len(label), rows=_POINT_ROWS, more=page.glyphs.more)
    for number, row in enumerate(rows):
        page.add(Content.styled(label if number == 0 else " " * len(label), MUTED) + row)
