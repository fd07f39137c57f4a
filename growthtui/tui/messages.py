"""What screens, forms and the app tell each other."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message


@dataclass
class Change(Message):
    """A screen wants something changed: the app carries it out in the saving thread.

    Attributes:
        call: runs the verb of the journal and returns the words for a toast, "" for none.
        done: called after it.
        failed: called with the sentence of the error, beside the toast.
    """

    call: Callable[[], str]
    done: Callable[[], None] | None = None
    failed: Callable[[str], None] | None = None


class ScreenReady(Message):
    """A screen is put together and has its focus: it can be typed into."""


@dataclass
class ShowWeek(Message):
    """Somebody wants to see a week, with the cursor on a line of it ("" for none)."""

    week: str
    line: str = ""


@dataclass
class JournalChanged(Message):
    """The journal has a new state, from here or from outside: the screen draws itself anew."""
