"""One declaration for each thing a person can do: its key, palette entry, place in the bottom line and help."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding, BindingType

from growthtui.present.top import TABS

_SHOWN: Final = {
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "plus": "+",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "delete": "del",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that can be done on a screen.

    Attributes:
        action: the Textual action, looked up on the screen (or with `app.` on the app).
        keys: Textual key names with commas between; the first is the one that is shown.
        title: what it does, for help and palette; a sentence without a full stop.
        label: one or two words for the bottom line; "" keeps it out of there.
        hint: how the key is written there, if not as the first of `keys`.
        in_palette: False for moves, which make no sense from a list.
        is_priority: True for a key that a text field must not swallow.
    """

    action: str
    keys: str
    title: str
    label: str = ""
    hint: str = ""
    in_palette: bool = True
    is_priority: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The Textual names of its keys."""
        return tuple(key.strip() for key in self.keys.split(",") if key.strip())

    @property
    def shown_keys(self) -> str:
        """All its keys as they are written for people."""
        return " ".join(map(shown_key, self.names))

    def binding(self) -> Binding:
        """The same for Textual."""
        return Binding(self.keys, self.action, self.title, show=False, priority=self.is_priority)


def shown_key(name: str) -> str:
    """How a key is written: "?" for "question_mark"."""
    return _SHOWN.get(name, name)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of a screen."""
    return [command.binding() for command in commands if command.keys]


PLACES: Final = tuple(
    Command(action=f"app.go('{tab.name}')", keys=tab.digit, title=f"Go to {tab.title}") for tab in TABS
)

EVERYWHERE: Final = (
    *PLACES,
    Command(action="app.open('line')", keys="l", title="Log one line to this week", label="log"),
    Command(action="app.open('search')", keys="slash", title="Search lines, plans and sessions", label="search"),
    Command(action="app.undo", keys="u", title="Undo the last step"),
    Command(action="app.redo", keys="U,ctrl+r", title="Redo the step that was undone"),
    Command(action="app.copy", keys="y", title="Copy the text that is marked with the mouse", in_palette=False),
    Command(action="app.back", keys="escape", title="Back", in_palette=False),
    Command(action="app.open('help')", keys="question_mark", title="Help: every key of this screen", label="help"),
    Command(action="app.open('palette')", keys="ctrl+p", title="Command palette", in_palette=False, is_priority=True),
    Command(
        action="app.prefix",
        keys="ctrl+g",
        title="In a text field: ctrl+g, then a key, does what that key does elsewhere",
        in_palette=False,
        is_priority=True,
    ),
    Command(action="app.open('import')", keys="", title="Import a plan or a journal, from a file or pasted"),
    Command(action="app.open('coach')", keys="", title="What the coach asks"),
    Command(action="app.open('ideas')", keys="", title="Ideas for inspiration: personal and career"),
    Command(action="app.open('pace')", keys="", title="How long it takes: hours in all, hours a week"),
    Command(action="app.open('history')", keys="", title="History: what each step changed; undo the newest"),
    Command(action="app.open('trash')", keys="", title="Trash: what was deleted"),
    Command(action="app.open('settings')", keys="comma", title="Settings"),
    Command(action="app.open('theme')", keys="", title="Theme: choose the colours"),
    Command(action="app.quit", keys="q,ctrl+q", title="Quit; drafts are kept"),
)
"""What holds on every screen (interface 3)."""

MOVES: Final = (
    Command(action="move(1)", keys="down,j", title="Down", in_palette=False),
    Command(action="move(-1)", keys="up,k", title="Up", in_palette=False),
    Command(action="page(1)", keys="pagedown,space", title="A page down", in_palette=False),
    Command(action="page(-1)", keys="pageup", title="A page up", in_palette=False),
)
