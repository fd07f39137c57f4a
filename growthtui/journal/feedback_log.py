"""Feedback received: other people's words, which leave the journal only with their consent."""

from datetime import date

import msgspec

from growthtui.domain.base import Visibility
from growthtui.domain.people import Feedback
from growthtui.journal.ledger import Ledger
from growthtui.journal.wording import optional, required

_EXAMPLE = 'feedback add "You asked the question that saved us a quarter." --from Ada'


class NewFeedback(msgspec.Struct, frozen=True, kw_only=True):
    """What was said and by whom; `shareable` says that they agreed to be quoted. `on` None is today."""

    text: str
    from_: str = ""
    on: date | None = None
    shareable: bool = False
    visibility: Visibility | None = None


class FeedbackLog:
    """Adds, changes and removes feedback."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, new: NewFeedback) -> Feedback:
        """Add feedback, word for word. BadInputError."""
        text = required(new.text, "feedback", _EXAMPLE)
        on = new.on or self._ledger.clock.today()
        with self._ledger.transaction("add feedback", text) as changes:
            return changes.create(
                Feedback(
                    id="",
                    text=text,
                    from_=optional(new.from_),
                    on=on,
                    shareable=new.shareable,
                    visibility=new.visibility,
                )
            )

    def edit(self, old: Feedback, new: Feedback) -> Feedback:
        """Write the fields that differ, for example the consent. BadInputError, ClashError."""
        text = required(new.text, "feedback", _EXAMPLE)
        with self._ledger.transaction("edit feedback", text) as changes:
            return changes.save(old, msgspec.structs.replace(new, text=text))

    def remove(self, feedback: Feedback) -> None:
        """Put feedback into the trash."""
        with self._ledger.transaction("remove feedback", feedback.text) as changes:
            changes.delete(feedback)
