"""The settings as rows: their names for people, what they can be, what they mean."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from growthtui.editor import editor_command
from growthtui.settings import Settings
from growthtui.tui.paths import short

DEFAULT = "default"
_EDITORS = ("VISUAL", "EDITOR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One setting.

    `values` are what it can be with the words for each; empty for one that is typed. `is_live` means that a change
    holds at once; `is_fixed` that it is changed in the file alone. `example` stands in an empty field.
    """

    name: str
    title: str
    about: str
    values: tuple[tuple[object, str], ...] = ()
    example: str = ""
    is_live: bool = True
    is_fixed: bool = False


_ROWS = (
    Row(
        name="week_start",
        title="Weeks begin",
        about="The first column of the calendar in date fields. The weeks of the journal stay ISO weeks.",
        values=(("monday", "on Monday"), ("sunday", "on Sunday")),
    ),
    Row(
        name="visibility",
        title="Who may read",
        about=(
            "Each entry has the readers you chose for it, else those of its kind. Or everything stays with you, "
            "whatever you chose: then no packet holds anything for anybody else."
        ),
        values=(("", "as chosen, else by kind"), ("self", "nobody but me")),
    ),
    Row(
        name="editor",
        title="Editor",
        about="The command that opens long texts, with its arguments. Without one $VISUAL is used, then $EDITOR.",
        example="code --wait",
    ),
    Row(
        name="ascii",
        title="Signs",
        about="Plain letters for terminals and fonts without the signs. Your own words are never changed.",
        values=((False, "round corners and dots"), (True, "plain letters")),
        is_live=False,
    ),
    Row(
        name="streak",
        title="Streak",
        about="Shown beside the rhythm, or not. A pause never breaks it, and nobody but you sees it.",
        values=((False, "hidden"), (True, "shown")),
    ),
    Row(
        name="backups",
        title="Second copies",
        about="A folder that gets a copy of the journal with each `growthtui backup now`, beside the kept copies.",
        example="~/Documents/growth-copies",
        is_live=False,
    ),
    Row(
        name="rules_off",
        title="Rules off",
        about="Rules of the plan review that never ask. `growthtui check --all` names them.",
        example="GP602 GP603",
    ),
    Row(
        name="journal",
        title="Journal",
        about="The file with everything in it. It is opened at the start: change it in the settings file.",
        is_fixed=True,
    ),
)


def rows(themes: Sequence[str]) -> tuple[Row, ...]:
    """All settings; `themes` are the names that there are, ours first."""
    theme = Row(
        name="theme",
        title="Theme",
        about="The colours: dusk and dawn are ours, the others come with the toolkit. The arrows show each at once.",
        values=tuple((name, name) for name in themes),
    )
    return (theme, *_ROWS)


def value_words(row: Row, settings: Settings) -> str:
    """The value of a setting, for people."""
    value = getattr(settings, row.name)
    for one, words in row.values:
        if one == value:
            return words
    match row.name, value:
        case "editor", "":
            return editor_command()
        case "backups", None:
            return "none"
        case "rules_off", ():
            return "none"
        case _:
            return as_typed(row, settings)


def as_typed(row: Row, settings: Settings) -> str:
    """The value of a typed setting as a person types it."""
    value = getattr(settings, row.name)
    if isinstance(value, tuple):
        return " ".join(value)
    return short(value) if isinstance(value, Path) else str(value or "")


def from_typed(row: Row, text: str) -> object:
    """What goes into the file for a typed text; "" takes the line out."""
    words = text.replace(",", " ").split()
    return words if row.name == "rules_off" and words else text.strip()


def next_value(row: Row, settings: Settings, step: int) -> object:
    """The next of the values a setting can have."""
    values = [value for value, _ in row.values]
    now = getattr(settings, row.name)
    here = values.index(now) if now in values else 0
    return values[(here + step) % len(values)]


def source_words(row: Row, settings: Settings) -> str:
    """Where a value comes from: an option, a variable, the file or the default."""
    source = settings.sources.get(row.name, DEFAULT)
    if row.name == "editor" and not settings.editor:
        return next((f"${name}" for name in _EDITORS if os.environ.get(name)), DEFAULT)
    return "the file" if source == str(settings.config) else source


def is_overruled(row: Row, settings: Settings) -> bool:
    """Whether an option or a variable beats whatever the file says."""
    return settings.sources.get(row.name, DEFAULT) not in (DEFAULT, str(settings.config))
