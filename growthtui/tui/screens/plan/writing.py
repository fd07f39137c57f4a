"""Writing on the plan itself: the words of a row, or the note below them, become a field in their place."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.actions import SkipAction
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from growthtui.errors import GrowthError
from growthtui.present.plan import Part
from growthtui.tui.commands import Command
from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import wrap
from growthtui.tui.screens.coach.asking import PAUSE, AskingForm, imagine, questions_with
from growthtui.tui.screens.plan import painting
from growthtui.tui.screens.plan.document import PlanDocument
from growthtui.tui.screens.plan.form import Filling, Saved
from growthtui.tui.screens.plan.forms import form_of
from growthtui.tui.screens.plan.keys import WRITING
from growthtui.tui.screens.plan.painting import SPARE_CELLS, Room
from growthtui.tui.screens.plan.spots import Spot
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.words_area import WordsArea

_MOST_ROWS: Final = 8
"""A longer text scrolls in its field, as it does in a form."""

WORDS: Final = {
    Part.NORTH_STAR: "words",
    Part.PRINCIPLE: "words",
    Part.GOAL: "words",
    Part.MEASURE: "words",
    Part.ASK: "ask",
    Part.FOCUS: "title",
    Part.ACTION: "words",
}
"""The field of the form that holds the words of a row."""

NOTES: Final = {
    Part.PRINCIPLE: ("price", "accepted"),
    Part.GOAL: ("why", "why"),
    Part.MEASURE: ("observer", "seen by"),
    Part.ASK: ("plan_b", "plan B"),
    Part.FOCUS: ("note", "note"),
    Part.ACTION: ("note", "note"),
    Part.CHECKIN: ("support", "support"),
}
"""The field that holds what a person writes below the words of a row, and its label in the document."""


@dataclass(slots=True)
class Writing:
    """What is being written.

    Attributes:
        filling: the form that the words are one field of.
        spot: the same form by name.
        name: the name of the field in the form.
        row: the key of the row.
        label: of the note that is written; "" for the words of the row.
        rows: how many rows the words take.
        question: what the coach asks about the words as they stand; None before it has read them.
        is_saving: whether the words are on their way into the journal; the keys are no longer for them.
    """

    filling: Filling
    spot: Spot
    name: str
    row: painting.Key
    label: str
    rows: int = 1
    question: str | None = None
    is_saving: bool = False

    @property
    def has_company(self) -> bool:
        """Whether a draft of the form changes more than these words."""
        held, saved = self.filling.held, self.filling.form.values
        return any(held[name] != saved[name] for name in held if name != self.name)

    def wants(self, rows: int) -> bool:
        """Take so many rows; True when these are others than before."""
        rows = min(max(1, rows), _MOST_ROWS)
        is_new, self.rows = rows != self.rows, rows
        return is_new


class _RowField(WordsArea):
    """The field over a row; `fit` is called once it has got another size."""

    def __init__(self, fit: Callable[[], None], *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(sends_on_enter=True, id=id)
        self._fit = fit

    def on_resize(self) -> None:
        """Begin at the first row where all of them have room; the cursor was in sight in the size of before."""
        if self.wrapped_document.height <= self.size.height:
            self.scroll_to(y=0, animate=False, immediate=True)
        self._fit()


class WritingDocument(PlanDocument):
    """The document with one field, which lies on the row with the cursor while that is written on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._writing: Writing | None = None
        self._pause: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The document, and the field that lies over it."""
        yield from super().compose_body()
        yield _RowField(self.fit, id="field")

    @property
    def field(self) -> WordsArea:
        """The field, hidden or not."""
        return self.query_one("#field", WordsArea)

    def bottom(self) -> Sequence[Command]:
        """What the row offers; while it is written on, how that ends."""
        return WRITING if self._writing and not self._writing.is_saving else super().bottom()

    def write_words(self, spot: Spot) -> bool:
        """Make the words of the row a field; False where they are none, or a draft holds more than them."""
        name = WORDS.get(self.row.part)
        return name is not None and self._write(spot, name, "")

    def write_note(self, spot: Spot) -> bool:
        """Make the note below the row a field, also where nothing is written yet; False as above."""
        name, label = NOTES.get(self.row.part, ("", ""))
        return bool(name) and self._write(spot, name, label)

    def _write(self, spot: Spot, name: str, label: str) -> bool:
        if self._writing is not None:
            return True
        form = form_of(self.desk, spot)
        writing = Writing(Filling(self.desk, form), spot, name, self.row.key, label) if form else None
        if writing is None or writing.has_company:
            return False
        self._writing = writing
        self.field.replace_all(writing.filling.held[name])
        self.field.display = True
        self.set_focus(self.field)
        self.redraw()
        return True

    # how it lies in the document

    def paint(self, page: Page) -> None:
        """Draw the document, with room for the field and the question about its words."""
        writing, questions = self._writing, self.questions
        if writing is not None and writing.question is not None:
            questions = {**questions, writing.row: writing.question}
        room = Room(writing.rows, writing.label) if writing else None
        painting.document(page, self.plan, self.row, questions, room)

    def redraw(self) -> None:
        """Paint everything again; the field goes when its row has lost the cursor."""
        if self._writing and self.row.key != self._writing.row:
            self._end()
        super().redraw()
        if self._writing:
            self.fit()

    def fit(self) -> None:
        """Give the words the rows they take, lay the field there, and keep it in sight."""
        writing, block, field = self._writing, self.query_one("#page", Block), self.field
        if writing is not None and block.field is not None:
            width = block.field.width
            is_laid_out = field.size.width == width
            rows = field.wrapped_document.height if is_laid_out else len(wrap(field.text, width - SPARE_CELLS))
            if writing.wants(rows):
                block.repaint()
            field.styles.offset = block.field.offset
            field.styles.width, field.styles.height = block.field.size
        super().fit()

    # what is typed

    def _typed(self, writing: Writing) -> dict[str, str]:
        """What the form holds with the words in the field."""
        return writing.filling.held | {writing.name: self.field.typed}

    @on(TextArea.Changed)
    def _words_changed(self) -> None:
        if self._writing is None:
            return
        self.leaving()
        self.fit()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._read_along)

    @work(group="asks", exclusive=True)
    async def _read_along(self) -> None:
        """Ask about the words as they stand, once the person pauses."""
        writing, desk = self._writing, self.desk
        thought = imagine(desk, writing.spot, self._typed(writing)) if writing else None
        if writing is None or thought is None:
            return
        asked = await asyncio.to_thread(questions_with, desk.coach_state, thought[0], self.plan.rows)
        question = asked.get(writing.row, "")
        if writing is self._writing and question != writing.question:
            writing.question = question
            self.query_one("#page", Block).repaint()
            self.fit()

    def leaving(self) -> None:
        """Keep what is typed as a draft."""
        if self._writing is not None:
            self._writing.filling.keep(self._typed(self._writing))

    # ending

    def action_save(self) -> None:
        """Carry the change out; the words stay where they are until that is done."""
        writing = self._here()
        filling, typed = writing.filling, self._typed(writing)
        if typed == filling.form.values:
            self.action_leave()
            return

        def ended(_: object) -> None:
            if self._writing is writing:
                self._end()

        try:
            change = filling.change(typed, ended, ended)
        except GrowthError as error:
            self.notify(str(error), severity="warning")
            return
        writing.is_saving = True
        self.set_focus(None)
        self.app.post_message(change)
        self.redraw()

    @on(WordsArea.Entered)
    def _entered(self) -> None:
        with suppress(SkipAction):  # entered twice
            self.action_save()

    def action_leave(self) -> None:
        """Leave the row as it is saved; what was typed is kept as a draft."""
        self._here()
        self.leaving()
        self._end()
        self.redraw()

    def action_new_line(self) -> None:
        """Begin a new line."""
        self._here()
        self.field.begin_line()

    def action_more(self) -> None:
        """Go on in the form with all fields."""
        spot = self._here().spot
        self.action_leave()
        self.open_form(spot)

    def open_form(self, spot: Spot) -> None:
        """Open the form of a spot; what it saves gets the cursor."""
        form = form_of(self.desk, spot)
        if form is not None:
            self.app.push_screen(AskingForm(self.desk, spot, form, self._show_saved))

    def _show_saved(self, saved: Saved) -> None:
        if saved.row is not None:
            self.show_part(*saved.row)

    def _here(self) -> Writing:
        """What is being written; else the key is for somebody else."""
        if self._writing is None or self._writing.is_saving:
            raise SkipAction
        return self._writing

    def _end(self) -> None:
        self._writing = None
        self.set_focus(None)
        self.field.display = False
