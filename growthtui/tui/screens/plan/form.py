"""A form of the plan: labelled fields one below the other, made from a description of what they hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget

from growthtui.dates import Prefer
from growthtui.errors import GrowthError
from growthtui.present.plan import Part
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.modals.form import FormSheet, Labelled
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, WARN
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.day_field import DayField
from growthtui.tui.widgets.words_area import WordsArea

Values = Mapping[str, str]
"""What is typed and chosen, by the name of the field."""

PLACE: Final = "plan"
"""The first part of the name of every draft of these forms."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change did: words for a toast, and the row where the cursor goes."""

    words: str = ""
    row: tuple[Part, str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A field to type into; enter begins a new line in a long one and goes on from any other."""

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    is_long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A field with one of several answers: the value of each, and the words for it."""

    name: str
    label: str
    value: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Words):
    """A field for a day, typed or chosen in a calendar; one without a year lies where `prefer` says."""

    prefer: Prefer = "future"


Field = Words | Pick

REASON: Final = Words(
    name="reason", label="Reason", placeholder="what led to it; you will want to know later", is_long=True
)
"""The field for why something ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form is about.

    Attributes:
        place: the rest of the name of its draft, by which it is found again.
        title: what stands in the frame; it may hold somebody's words.
        fields: from top to bottom.
        save: reads the values and returns the change to carry out. BadInputError for what cannot be read.
        remarks: words of ours below the fields.
    """

    place: str
    title: str
    fields: tuple[Field, ...]
    save: Callable[[Values], Callable[[], Saved]]
    remarks: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold at first."""
        return {one.name: one.value for one in self.fields}


class Filling:
    """A form while it is filled in, on a sheet or on its row: what it holds, its draft, the change it makes.

    Args:
        desk: the desk.
        form: what it is about.
        place: the first part of the name of its draft.
    """

    def __init__(self, desk: Desk, form: Form, place: str = PLACE) -> None:
        self.form = form
        self._place = f"{place}/{form.place}"
        self._drafts = desk.drafts
        self._draft_of = partial(desk.draft, self._place)

    @property
    def held(self) -> dict[str, str]:
        """What the draft holds, else what is saved."""
        draft = self._drafts.of(self._place)
        return self.form.values | (dict(draft.fields) if draft else {})

    def keep(self, typed: Values) -> None:
        """Keep what differs from what is saved; nothing when nothing differs."""
        text = next((typed[one.name] for one in self.form.fields if isinstance(one, Words) and typed[one.name]), "")
        if typed == self.form.values:
            self._drafts.drop(self._place)
        else:
            self._drafts.keep(self._draft_of(text, **typed))

    def change(
        self, typed: Values, saved: Callable[[Saved], None], failed: Callable[[str], None] | None = None
    ) -> Change:
        """The change to carry out; after it the draft goes, if it still is what was saved. BadInputError."""
        call = self.form.save(typed)
        results: list[Saved] = []

        def run() -> str:
            results.append(call())
            return results[0].words

        def done() -> None:
            if (draft := self._drafts.of(self._place)) is not None and dict(draft.fields) == typed:
                self._drafts.drop(self._place)
            saved(results[0])

        return Change(run, done, failed)


class PlanForm(FormSheet):
    """The fields of one thing. Save carries the change out and closes; escape leaves and keeps what was typed.

    Args:
        desk: the desk.
        form: what it is about.
        saved: called with the row that was saved, once it is.
    """

    DRAFTS: ClassVar[str] = PLACE
    """The first part of the names of their drafts."""

    def __init__(self, desk: Desk, form: Form, saved: Callable[[Saved], None] | None = None) -> None:
        super().__init__(desk)
        self.form = form
        self._filling = Filling(desk, form, self.DRAFTS)
        self._saved = saved
        self._trouble = ""

    def title_words(self) -> str:
        """What it is about."""
        return self.form.title

    def fields(self) -> Iterable[Widget]:
        """The fields with what the draft holds, else with what is saved."""
        held = self._filling.held
        for one in self.form.fields:
            yield self._widget(one, held[one.name])
        yield Block(self.desk.glyphs, self._paint_foot, id="foot")

    def _widget(self, one: Field, value: str) -> Widget:
        name = f"field-{one.name}"
        if isinstance(one, Day):
            field = DayField(self.desk, value, placeholder=one.placeholder, prefer=one.prefer, id=name)
            return Labelled(self.desk, one.label, field)
        if isinstance(one, Words):
            area = WordsArea(value, placeholder=one.placeholder, sends_on_enter=not one.is_long, id=name)
            return Labelled(self.desk, one.label, area)
        values = [answer for answer, _ in one.answers]
        chosen = values.index(value) if value in values else 0
        return Choice(self.desk.glyphs, one.label, [text for _, text in one.answers], chosen, id=name)

    def _paint_foot(self, page: Page) -> None:
        said = ((self._trouble, WARN), *((remark, MUTED) for remark in self.form.remarks))
        for text, style in said:
            if text:
                page.add(Content())
                page.say(text, style)

    # what is typed

    @property
    def typed(self) -> dict[str, str]:
        """What the fields hold now."""
        return {one.name: self._value(one) for one in self.form.fields}

    def _value(self, one: Field) -> str:
        if isinstance(one, Words):
            return self.query_one(f"#field-{one.name}", WordsArea).typed
        return one.answers[self.query_one(f"#field-{one.name}", Choice).chosen][0]

    def keep_draft(self) -> None:
        """Keep what differs from what is saved."""
        self._filling.keep(self.typed)

    # saving

    def action_save(self) -> None:
        """Carry the change out and close; what cannot be read is said below the fields."""
        try:
            change = self._filling.change(self.typed, self._saved or _nothing)
        except GrowthError as error:
            self._trouble = str(error)
            self.query_one("#foot", Block).repaint()
            return
        self.app.post_message(change)
        self.app.pop_screen()

    @on(WordsArea.Entered)
    def _goes_on(self, event: WordsArea.Entered) -> None:
        """Go on to the next field; from the last one save."""
        event.prevent_default()
        last = self.query("WordsArea, Choice").last()
        if self.focused is last:
            self.action_save()
        else:
            self.focus_next()


def _nothing(_: Saved) -> None:
    """Nobody waits for what was saved."""
