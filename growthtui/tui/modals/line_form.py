"""Logging lines: text, focus point, kind, private; one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget

from growthtui.dates import Week
from growthtui.domain.base import Visibility
from growthtui.domain.plan import Action, ActionStatus, Focus, FocusStatus
from growthtui.domain.visibility import ONLY_SELF
from growthtui.domain.week import LineKind
from growthtui.journal.drafts import Draft
from growthtui.journal.log import NewLine
from growthtui.present.week import KIND_WORDS, Privacy, privacy_choices
from growthtui.tui.commands import Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.hand_off import forget, write_in_editor
from growthtui.tui.messages import Change
from growthtui.tui.modals.form import FORM_KEYS, FormSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, cut, words
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.words_area import WordsArea

KINDS = tuple(LineKind)
LOOSE = "not tied to a focus point"
NO_ACTION = "none of its actions"


@dataclass(frozen=True, slots=True)
class LineValues:
    """What the fields of a line hold at first."""

    text: str = ""
    focus: str | None = None
    action: str | None = None
    kind: LineKind = LineKind.PROGRESS
    visibility: Visibility | None = None


_EDITOR = Command(action="editor", keys="e", title="Write the text in your editor: ctrl+g e while typing")


class LineSheet(FormSheet):
    """The fields that a new line and an old one share. `place` names the draft."""

    CLEARS: ClassVar[bool] = False
    """Whether the text goes from the field when it is saved, because another one follows."""
    KEYS = (*FORM_KEYS, _EDITOR)
    BINDINGS = bindings((_EDITOR,))

    def __init__(self, desk: Desk, place: str, week: Week) -> None:
        super().__init__(desk)
        self.place = place
        self.week = week
        self.stored: Visibility | None = None
        self.focus_points = self.offered_focus_points()
        self.actions: tuple[Action | None, ...] = (None,)

    def offered_focus_points(self) -> tuple[Focus | None, ...]:
        """None for a loose line, then the active focus points of the plan."""
        tree = self.desk.snapshot.tree
        return (None, *(focus for focus in (tree.focus if tree else ()) if focus.status is FocusStatus.ACTIVE))

    def offered_actions(self, focus: str | None) -> tuple[Action | None, ...]:
        """None, then the open actions of a focus point."""
        actions = self.desk.snapshot.actions_by_focus.get(focus or "", ())
        return (None, *(action for action in actions if action.status is ActionStatus.OPEN))

    def line_fields(self, values: LineValues) -> Iterable[Widget]:
        """Text, focus point, action, kind, private, holding these values."""
        glyphs, kind = self.desk.glyphs, values.kind
        yield WordsArea(
            values.text,
            placeholder="What moved? One line is enough.",
            sends_on_enter=True,
            clears_on_enter=self.CLEARS,
            id="text",
        )
        chosen = next((place for place, one in enumerate(self.focus_points) if one and one.id == values.focus), 0)
        yield Choice(glyphs, "Focus", [self._focus_words(one) for one in self.focus_points], chosen, id="focus")
        yield self._action_choice(values)
        kinds = [f"{glyphs.of_kind(one)} {KIND_WORDS[one]}" for one in KINDS]
        yield Choice(glyphs, "Kind", kinds, KINDS.index(kind), id="kind")
        choices = privacy_choices(kind, self.stored, self.desk.journal.policy)
        private = next((place for place, one in enumerate(choices) if one.visibility == values.visibility), 0)
        yield Choice(glyphs, "Private", [one.words for one in choices], private, id="private")

    def _action_choice(self, values: LineValues) -> Choice:
        """Which action of the focus point it is about; there only where the focus point has some."""
        self.actions = self.offered_actions(values.focus)
        chosen = next((place for place, one in enumerate(self.actions) if one and one.id == values.action), 0)
        choice = Choice(self.desk.glyphs, "Action", self._action_words(), chosen, id="action")
        choice.display = len(self.actions) > 1
        return choice

    def _action_words(self) -> list[str]:
        return [action.text if action else NO_ACTION for action in self.actions]

    def _focus_words(self, focus: Focus | None) -> str:
        tree = self.desk.snapshot.tree
        if focus is None:
            return LOOSE
        number = tree.focus.index(focus) + 1 if tree and focus in tree.focus else None
        return f"{number} {focus.title}" if number else focus.title

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one("#text", WordsArea).typed

    @property
    def focus_id(self) -> str | None:
        """The chosen focus point."""
        focus = self.focus_points[self.query_one("#focus", Choice).chosen]
        return focus.id if focus else None

    @property
    def action_id(self) -> str | None:
        """The chosen action of the focus point."""
        action = self.actions[self.query_one("#action", Choice).chosen]
        return action.id if action else None

    @property
    def kind(self) -> LineKind:
        """The chosen kind."""
        return KINDS[self.query_one("#kind", Choice).chosen]

    @property
    def visibility(self) -> Visibility | None:
        """The chosen audiences; None for the default of the kind."""
        return self._choices()[self.query_one("#private", Choice).chosen].visibility

    def _choices(self) -> tuple[Privacy, ...]:
        return privacy_choices(self.kind, self.stored, self.desk.journal.policy)

    def action_editor(self) -> None:
        """Write the text in the person's editor and take it back into the field."""
        written = write_in_editor(self.app, self.desk, self.place, self.text)
        if written is not None:
            self.query_one("#text", WordsArea).replace_all(written)
            self.keep_draft()
            forget(self.desk, self.place)

    @on(Choice.Changed)
    def _one_choice_decides_another(self) -> None:
        """The kind who may see the line, the focus point which actions there are."""
        self.query_one("#private", Choice).offer([one.words for one in self._choices()])
        actions = self.offered_actions(self.focus_id)
        if actions != self.actions:
            self.actions = actions
            choice = self.query_one("#action", Choice)
            choice.offer(self._action_words(), chosen=0)
            choice.display = len(actions) > 1

    def draft_fields(self) -> dict[str, str]:
        """The choices, as a draft keeps them."""
        private = {None: "no", ONLY_SELF: "yes"}.get(self.visibility, "set")
        places = {"week": str(self.week), "focus": self.focus_id or "", "action": self.action_id or ""}
        return {**places, "kind": str(self.kind), "private": private}

    def values_of(self, draft: Draft) -> LineValues:
        """What a draft holds; a choice that it does not know is the first one."""
        kind = draft.fields.get("kind", "")
        private = {"yes": ONLY_SELF, "set": self.stored}.get(draft.fields.get("private", ""))
        return LineValues(
            text=draft.text,
            focus=draft.fields.get("focus"),
            action=draft.fields.get("action"),
            kind=LineKind(kind) if kind in KINDS else LineKind.PROGRESS,
            visibility=private,
        )


class NewLineSheet(LineSheet):
    """Adds lines to one week. After a save the next line follows; escape leaves and keeps.

    Args:
        desk: the desk.
        place: the draft's name.
        week: the week that the lines belong to.
        focus: the focus point that is chosen at first.
    """

    CLEARS = True

    def __init__(self, desk: Desk, place: str, week: Week, focus: str | None = None) -> None:
        draft = desk.drafts.of(place)
        super().__init__(desk, place, _week_of(draft) or week)
        self._values = self.values_of(draft) if draft else LineValues(focus=focus)
        self._saved = ""
        self._waiting = 0

    def title_words(self) -> str:
        """The week it belongs to."""
        name = "This week" if self.week == self.desk.week else f"Week {self.week.number}"
        return f"{name} · {self.week.label}"

    def fields(self) -> Iterable[Widget]:
        """The fields of a line, and what was saved last."""
        yield from self.line_fields(self._values)
        yield Block(self.desk.glyphs, self._paint_saved, id="saved")

    def _paint_saved(self, page: Page) -> None:
        if self._saved:
            sign = Content.styled(f"{page.glyphs.done} ", "$success")
            page.add(Content(), sign + cut(words(self._saved, MUTED), page.width - 2, page.glyphs.more))

    def keep_draft(self) -> None:
        """Keep the text; while a save is under way an empty field does not mean that there is none."""
        if self.text.strip() or not self._waiting:
            self.desk.drafts.keep(self.desk.draft(self.place, self.text, **self.draft_fields()))

    def action_save(self) -> None:
        """Save the line; the field is free for the next one at once."""
        text = self.text
        self.query_one("#text", WordsArea).replace_all("")
        self.send(text)

    def send(self, text: str) -> None:
        """Save a line whose text is out of the field already."""
        if not text.strip():
            self.notify("Nothing is typed yet.")
            return
        new = NewLine(
            text=text,
            week=self.week,
            focus=self.focus_id,
            action=self.action_id,
            kind=self.kind,
            visibility=self.visibility,
        )
        log = self.desk.journal.log

        def call() -> str:
            log.add(new)
            return ""

        self._waiting += 1
        self.app.post_message(Change(call, lambda: self._done(text), lambda _: self._failed(text)))
        for name in ("kind", "action"):
            self.query_one(f"#{name}", Choice).choose(0)
        self.query_one("#text").focus()

    def _done(self, text: str) -> None:
        self._waiting -= 1
        self.desk.drafts.drop_if(self.place, text)
        if self.is_attached:
            self._saved = text
            self.query_one("#saved", Block).repaint()

    def _failed(self, text: str) -> None:
        """Put the text back; a next line that was begun meanwhile stays below it."""
        self._waiting -= 1
        begun = self.desk.drafts.of(self.place)
        whole = text if begun is None or begun.text == text else f"{text}\n{begun.text}"
        if self.is_attached:
            self.query_one("#text", WordsArea).replace_all(whole)
        else:
            self.desk.drafts.keep(self.desk.draft(self.place, whole, week=str(self.week)))


def _week_of(draft: Draft | None) -> Week | None:
    return Week.named(draft.fields.get("week", "")) if draft else None
