"""Editing a line that is there: its text, where it belongs, its proof, and who knows about it."""

from collections.abc import Iterable
from functools import partial

import msgspec
from textual.content import Content
from textual.widget import Widget

from growthtui.dates import Week
from growthtui.domain.base import by_id
from growthtui.domain.plan import Action, Focus
from growthtui.domain.week import Evidence, Line
from growthtui.journal.drafts import Draft
from growthtui.present.week import proof_label
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.modals.form import Labelled
from growthtui.tui.modals.line_form import LineSheet, LineValues, NewLineSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, words
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import LABEL_CELLS
from growthtui.tui.widgets.words_area import WordsArea


class EditLineSheet(LineSheet):
    """The line as it was opened, to be changed; a clash with another program keeps both texts.

    Args:
        desk: the desk.
        line: the line.
        week: the week it belongs to.
    """

    def __init__(self, desk: Desk, line: Line, week: Week) -> None:
        self._line = line
        super().__init__(desk, f"edit/{line.id}", week)
        self.stored = line.visibility
        self._draft = desk.drafts.of(self.place)

    def offered_focus_points(self) -> tuple[Focus | None, ...]:
        """Those of the plan, and the one of the line if it is of another plan or put aside."""
        offered = super().offered_focus_points()
        own = by_id(self.desk.snapshot.focus, self._line.focus)
        return offered if own in offered else (*offered, own)

    def offered_actions(self, focus: str | None) -> tuple[Action | None, ...]:
        """Those of the focus point, and the one of the line if it is done or dropped."""
        offered = super().offered_actions(focus)
        of_focus = self.desk.snapshot.actions_by_focus.get(focus or "", ())
        own = by_id(of_focus, self._line.action)
        return offered if own in offered else (*offered, own)

    def title_words(self) -> str:
        """The week it belongs to."""
        return f"Line of week {self.week.number} · {self.week.label}"

    def fields(self) -> Iterable[Widget]:
        """The fields of a line, its proof, who knows about it."""
        line, draft = self._line, self._draft
        values = LineValues(line.text, line.focus, line.action, line.kind, line.visibility)
        yield from self.line_fields(self.values_of(draft) if draft else values)
        yield Block(self.desk.glyphs, self._paint_proof)
        kept = draft.fields if draft else {}
        proof = WordsArea(kept.get("proof", ""), placeholder="a link, or words; one a row", id="proof")
        yield Labelled(self.desk, "and" if self._stored_proof() else "Proof", proof)
        known = WordsArea(kept.get("known", self._known()), placeholder="names, with commas between", id="known")
        yield Labelled(self.desk, "Seen by", known)

    def _known(self) -> str:
        return ", ".join(map(self.desk.snapshot.person_name, self._line.known_by))

    def _stored_proof(self) -> tuple[Evidence, ...]:
        found = (self.desk.snapshot.evidence_by_id.get(ref) for ref in self._line.evidence)
        return tuple(proof for proof in found if proof is not None)

    def _paint_proof(self, page: Page) -> None:
        for number, proof in enumerate(self._stored_proof()):
            label = f"{'' if number else 'Proof':<{LABEL_CELLS}}"
            page.add(Content.styled(f"{label}{page.glyphs.link} ", MUTED) + words(proof_label(proof)))

    def keep_draft(self) -> None:
        """Keep what differs from the line as a draft; nothing when nothing differs."""
        if self._edited() == self._line and not self._proof():
            self.desk.drafts.drop(self.place)
            return
        fields = {"proof": "\n".join(self._proof()), "known": self.query_one("#known", WordsArea).text}
        text = self.text if self.text.strip() else self._line.text
        self.desk.drafts.keep(self.desk.draft(self.place, text, **self.draft_fields(), **fields))

    def action_save(self) -> None:
        """Save what differs, and close; the draft goes once that is done."""
        line, new, proof, log = self._line, self._edited(), self._proof(), self.desk.journal.log
        if not new.text.strip():
            self.notify("A line needs words. d on the week puts it into the trash.")
            return

        def call() -> str:
            log.edit(line, new, proof)
            return "Saved."

        self.app.post_message(Change(call, partial(self.desk.drafts.drop, self.place)))
        self.app.pop_screen()

    def _edited(self) -> Line:
        return msgspec.structs.replace(
            self._line,
            text=self.text,
            focus=self.focus_id,
            action=self.action_id or self._action_not_shown(),
            kind=self.kind,
            visibility=self.visibility,
            known_by=self._known_by(),
        )

    def _action_not_shown(self) -> str | None:
        """The action of the line, if it is none that the form can offer and the focus point is the same."""
        line = self._line
        is_offered = any(action and action.id == line.action for action in self.offered_actions(line.focus))
        return None if is_offered or self.focus_id != line.focus else line.action

    def _proof(self) -> tuple[str, ...]:
        rows = self.query_one("#proof", WordsArea).text.splitlines()
        return tuple(filter(None, map(str.strip, rows)))

    def _known_by(self) -> tuple[str, ...]:
        """The names as references: a person of the journal by id, anybody else by name."""
        text = self.query_one("#known", WordsArea).typed
        if text == self._known():
            return self._line.known_by
        ids = {person.name: person.id for person in self.desk.snapshot.people}
        names = (name.strip() for name in text.replace("\n", ",").split(","))
        return tuple(ids.get(name, name) for name in names if name)


def form_of_draft(desk: Desk, draft: Draft) -> LineSheet:
    """The form of a line that was begun. The draft of a line that is gone meanwhile becomes a new line."""
    kind, _, about = draft.place.partition("/")
    line = by_id(desk.snapshot.lines, about) if kind == "edit" else None
    week = Week.named(line.week if line else draft.fields.get("week", about)) or desk.week
    return EditLineSheet(desk, line, week) if line else NewLineSheet(desk, draft.place, week)
