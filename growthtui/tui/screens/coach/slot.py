"""The coach's place on Home: one question at a time, the words it is about, and the keys that answer it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, STRONG, cut, key_hint, words, wrap
from growthtui.tui.widgets.block import runs

if TYPE_CHECKING:
    from growthtui.present.coach import Asked

_WORDS_ROWS: Final = 2
_HINT_GAP: Final = 3


def slot(page: Page, questions: "Sequence[Asked]", shown: int, *, is_chosen: bool, is_short: bool = False) -> None:
    """One of several questions. The accent key is the one that answers it from where the cursor is.

    On a short screen the words stand beside the title, and the keys in the bottom line alone.
    """
    item = questions[shown]
    count = f" · {shown + 1} of {len(questions)}" if len(questions) > 1 else ""
    title = page.glyphs.say(f"The coach asks{count}")
    style = STRONG if is_chosen else MUTED
    if is_chosen:
        page.mark()
    with page.edged() as inner:
        if is_short:
            about = (
                Content.styled(title, style) + Content("  ") + words(_quoted(item.words or item.finding.message, page))
            )
            inner.add(cut(about, inner.width, page.glyphs.more))
            inner.text(item.finding.question, rows=3)
            return
        inner.add(Content.styled(title, style))
        if item.words:
            inner.rows.extend(wrap(_quoted(item.words, page), inner.prose, rows=_WORDS_ROWS, more=page.glyphs.more))
        inner.text(item.finding.message, MUTED if item.words else "", rows=3)
        inner.text(item.finding.question, rows=3)
        inner.add(_hints(page, is_chosen=is_chosen, is_alone=len(questions) == 1))


def _quoted(text: str, page: Page) -> str:
    return f'"{text}"' if page.glyphs.is_ascii else f"“{text}”"


def _hints(page: Page, *, is_chosen: bool, is_alone: bool) -> Content:
    hints = [
        runs(key_hint("enter" if is_chosen else "a", "answer"), "answer"),
        runs(key_hint("d", "not now"), "not_now"),
    ]
    if not is_alone:
        hints.append(runs(key_hint(page.glyphs.say("→"), "the next"), "turn(1)"))
    hints.append(runs(key_hint("t", "all it asks"), "app.open('coach')"))
    return Content(" " * _HINT_GAP).join(hints)
