"""How a question of the coach looks: what it asks, the words it is about, and how it can be answered."""

from dataclasses import replace
from typing import Final

from textual.content import Content

from growthtui.journal.findings import State
from growthtui.present.coach import Asked
from growthtui.tui.commands import Command
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, DATA, MUTED, OWN, STRONG, cut, words, wrap
from growthtui.tui.screens.coach.ways import label_of
from growthtui.tui.widgets.block import runs

_GROUPS: Final = {
    "error": "First: without this the plan cannot work as it is written",
    "warn": "Worth a look",
    "info": "To think about",
}
_WORDS_ROWS: Final = 2
_INDENT: Final = 2


def group_title(item: Asked) -> str:
    """The name of the group that a question stands in."""
    if item.finding.state is State.OPEN:
        return _GROUPS[item.finding.severity]
    return "Put aside" if item.finding.state is State.DISMISSED else "Switched off"


def named(command: Command, item: Asked) -> Command:
    """The command that answers, with what it does for this question."""
    return replace(command, label=label_of(item))


def question(page: Page, item: Asked, place: int, *, is_chosen: bool) -> None:
    """What the coach sees, what it asks, where; the chosen one is marked, and what it is about is bold."""
    room = page.prose - _INDENT
    finding, more = item.finding, page.glyphs.more
    where = Content.styled(item.place.label, STRONG if is_chosen and not item.words else MUTED)
    if item.words:
        left = max(1, room - where.cell_length - _INDENT)
        where = where + Content("  ") + cut(words(item.words, STRONG if is_chosen else OWN), left, more)
    is_open = finding.state is State.OPEN
    message = wrap(page.glyphs.say(finding.message), room, style="" if is_open else MUTED)
    asks = wrap(page.glyphs.say(finding.question), room, style=DATA if is_open else MUTED)
    reason = wrap(f"because: {item.reason}", room, rows=_WORDS_ROWS, style=MUTED, more=more) if item.reason else []
    if is_chosen:
        page.mark()
    for number, line in enumerate((where, *message, *asks, *reason)):
        sign = page.glyphs.probe if is_chosen and number == 0 else " "
        page.add(runs(Content.styled(f"{sign:<{_INDENT}}", ACCENT_STRONG) + line, f"pick({place})"))
