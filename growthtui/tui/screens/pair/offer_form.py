"""Editing an offer before it goes into the plan: its words, the first step of a focus point, who is asked."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

import msgspec
from textual.widget import Widget

from growthtui.journal.decisions import Decision, Verdict
from growthtui.present.pair import kind_words
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.modals.form import FORM_KEYS, FormSheet, Labelled
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.words_area import WordsArea
from growthtui.tui.wizard.walk import Walk

_SAVE = Command(action="save", keys="ctrl+s", title="Take it in these words", label="take it", is_priority=True)
_KEYS = (_SAVE, *FORM_KEYS[1:])


class OfferSheet(FormSheet):
    """Pair, into the plan: an offer in the words that will stand there; the answer stays as it was said.

    Args:
        walk: the session.
        place: the place of the offer.
        done: called when the words are to be taken.
    """

    KEYS: ClassVar[Sequence[Command]] = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))

    def __init__(self, walk: Walk, place: int, done: Callable[[], None]) -> None:
        super().__init__(walk.desk)
        self._walk = walk
        self._place = place
        self._done = done

    @property
    def _item(self) -> Decision:
        return self._walk.decisions[self._place]

    def title_words(self) -> str:
        """What it becomes."""
        return f"Into the plan, as {kind_words(self._item)}"

    def fields(self) -> Iterable[Widget]:
        """The words, and what belongs to this kind of offer."""
        item = self._item
        yield WordsArea(item.text, placeholder="In your own words", id="text")
        if item.kind in ("focus point", "gap"):
            step = WordsArea(item.first_step, placeholder="the first step, if there is one", id="step")
            yield Labelled(self.desk, "Begin by", step)
        if item.kind == "ask":
            yield Labelled(self.desk, "Who", WordsArea(item.who, placeholder="a name", id="who"))
        yield Block(self.desk.glyphs, self._paint)

    def keep_draft(self) -> None:
        """Keep the words with the session; an offer that was decided is open again."""
        item = self._item
        edited = msgspec.structs.replace(
            item,
            text=self.query_one("#text", WordsArea).typed,
            first_step=self._text_of("#step", item.first_step),
            who=self._text_of("#who", item.who),
        )
        if edited != item:
            again = msgspec.structs.replace(edited, verdict=Verdict.OPEN)
            self._walk.decide(self._walk.decisions.put(self._place, again))

    def action_save(self) -> None:
        """Take it in these words."""
        self.keep_draft()
        self.app.pop_screen()
        self.app.call_later(self._done)

    def _text_of(self, field: str, old: str) -> str:
        found = self.query(field).results(WordsArea)
        return next((area.text for area in found), old)

    def _paint(self, page: Page) -> None:
        page.say("Your answer stays as you said it. This is what the plan will say.", MUTED)
