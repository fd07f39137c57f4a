"""Editing an offer before it goes into the plan: its words, and what belongs to it."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

import msgspec
from textual.widget import Widget

from growthtui.journal.decisions import BELONGS, MORE, Decision, Point, Verdict
from growthtui.present.offers import details_of, kind_words
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.modals.form import FORM_KEYS, FormSheet, Labelled
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.day_field import DayField
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
        for detail in details_of(item):
            said, name = item.more.get(detail.name, ""), f"more-{detail.name}"
            if detail.name == "ask_by":
                yield Labelled(self.desk, detail.label, DayField(self.desk, said, placeholder=detail.hint, id=name))
            else:
                yield Labelled(self.desk, detail.label, WordsArea(said, placeholder=detail.hint, id=name))
        points = self._points
        if item.kind in BELONGS and len(points) > 1:
            chosen = item.point(points)
            place = points.index(chosen) if chosen else 0
            yield Choice(self.desk.glyphs, "For", [point.title for point in points], place, id="point")
        yield Block(self.desk.glyphs, self._paint)

    def keep_draft(self) -> None:
        """Keep the words with the session; an offer that was decided is open again."""
        item = self._item
        said = {name: self.query_one(f"#more-{name}", WordsArea).text for name in MORE.get(item.kind, ())}
        more = {name: words for name, words in said.items() if words}
        text = self.query_one("#text", WordsArea).typed
        edited = msgspec.structs.replace(item, text=text, focus=self._chosen_point(item), more=more)
        if edited != item:
            again = msgspec.structs.replace(edited, verdict=Verdict.OPEN)
            self._walk.decide(self._walk.decisions.put(self._place, again))

    def action_save(self) -> None:
        """Take it in these words."""
        self.keep_draft()
        self.app.pop_screen()
        self.app.call_later(self._done)

    @property
    def _points(self) -> tuple[Point, ...]:
        sessions, decisions = self.desk.journal.sessions, self._walk.decisions
        return sessions.ground(decisions, snapshot=self.desk.snapshot).points

    def _chosen_point(self, item: Decision) -> str:
        """The key of the focus point in the field, once another one than that of the words was chosen."""
        points = self._points
        for field in self.query("#point").results(Choice):
            if points[field.chosen] != item.point(points):
                return points[field.chosen].key
        return item.focus

    def _paint(self, page: Page) -> None:
        page.say("Your answer stays as you said it. This is what the plan will say.", MUTED)
