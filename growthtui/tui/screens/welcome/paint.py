"""How the first run looks."""

from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from growthtui.journal.drafts import Draft
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, MUTED, OWN, SOFT, STRONG, WARN, cut, fill, key_hint, words
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
