"""A form of the plan: labelled fields one below the other, made from a description of what they hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from textual import on
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


class PlanForm(FormSheet):
    """The fields of one thing. Save carries the change out and closes; escape leaves and keeps what was typed.

    Args:
        desk: the desk.
        form: what it is about.
        saved: called with the row that was saved, once it is.
    """

    def __init__(self, desk: Desk, form: Form, saved: Callable[[Saved], None] | None = None) -> None:
        super().__init__(desk)
        self.form = form
        self.place = f"{PLACE}/{form.place}"
        self._saved = saved
        self._draft = desk.drafts.of(self.place)
        self._trouble = ""

    def title_words(self) -> str:
        """What it is about."""
        return self.form.title

    def fields(self) -> Iterable[Widget]:
        """The fields with what the draft holds, else with what is saved."""
        held = self.form.values | (dict(self._draft.fields) if self._draft else {})
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
        if self._trouble:
            page.gap()
            page.say(self._trouble, WARN)
        for remark in self.form.remarks:
            page.gap()
            page.say(remark, MUTED)

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
        """Keep what differs from what is saved; nothing when nothing differs."""
        typed = self.typed
        text = next((typed[one.name] for one in self.form.fields if isinstance(one, Words) and typed[one.name]), "")
        if typed == self.form.values:
            self.desk.drafts.drop(self.place)
        else:
            self.desk.drafts.keep(self.desk.draft(self.place, text, **typed))

    # saving

    def action_save(self) -> None:
        """Carry the change out and close; what cannot be read is said below the fields."""
        typed = self.typed
        try:
            change = self.form.save(typed)
        except GrowthError as error:
            self._trouble = str(error)
            self.query_one("#foot", Block).repaint()
            return
        saved: list[Saved] = []

        def call() -> str:
            saved.append(change())
            return saved[0].words

        def done() -> None:
            if (draft := self.desk.drafts.of(self.place)) is not None and dict(draft.fields) == typed:
                self.desk.drafts.drop(self.place)
            if self._saved is not None:
                self._saved(saved[0])

        self.app.post_message(Change(call, done))
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
