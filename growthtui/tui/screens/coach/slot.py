"""The coach's place on Home: one question at a time, the words it is about, and the keys that answer it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, STRONG, key_hint, wrap
from growthtui.tui.widgets.block import runs

if TYPE_CHECKING:
    from growthtui.present.coach import Asked

_WORDS_ROWS: Final = 2
_HINT_GAP: Final = 3


def slot(page: Page, questions: "Sequence[Asked]", shown: int, *, is_chosen: bool) -> None:
    """One of several questions. The accent key is the one that answers it from where the cursor is."""
    item = questions[shown]
    title = f"The coach asks · {shown + 1} of {len(questions)}"
    if is_chosen:
        page.mark()
    with page.edged() as inner:
        inner.add(Content.styled(page.glyphs.say(title), STRONG if is_chosen else MUTED))
        if item.words:
            quoted = f"“{item.words}”" if not page.glyphs.is_ascii else f'"{item.words}"'
            inner.rows.extend(wrap(quoted, inner.prose, rows=_WORDS_ROWS, more=page.glyphs.more))
        inner.text(item.finding.message, MUTED if item.words else "", rows=3)
        inner.text(item.finding.question, rows=3)
        hints = [
            runs(key_hint("enter" if is_chosen else "a", "answer"), "answer"),
            runs(key_hint("d", "not now"), "not_now"),
        ]
        if len(questions) > 1:
            hints.append(runs(key_hint(page.glyphs.say("→"), "the next"), "turn(1)"))
        hints.append(runs(key_hint("t", "all it asks"), "app.open('coach')"))
        inner.add(Content(" " * _HINT_GAP).join(hints))
