"""What is typed into the fields of a form, read; what cannot be read is refused with the name of the field."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from growthtui.dates import HOURS_OF_A_WEEK, Prefer, parse_cadence, parse_date
from growthtui.domain.base import Visibility
from growthtui.errors import BadInputError
from growthtui.present.plan.readers import Readers, reader_choices
from growthtui.tui.desk import Desk
from growthtui.tui.paint import safe
from growthtui.tui.screens.plan.form import Pick, Values

_SHOWN: Final = 40
_DIGITS: Final = 4


class FieldError(BadInputError):
    """A field holds something that cannot be read."""

    def __init__(self, label: str, reason: str) -> None:
        super().__init__(f"{label}: {reason}")


def needed(values: Values, name: str, what: str) -> str:
    """A text that must say something. FieldError."""
    text = values[name].strip()
    if not text:
        raise FieldError(what, "write a few words, or leave with escape.")
    return text


def day(values: Values, name: str, label: str, today: date, prefer: Prefer = "future") -> date | None:
    """A date as people type it, or none. FieldError."""
    text = values[name].strip()
    try:
        return parse_date(text, today, prefer=prefer) if text else None
    except BadInputError as error:
        raise FieldError(label, str(error)) from error


def whole(values: Values, name: str, label: str) -> int | None:
    """A whole number from 1 on, or none. FieldError."""
    text = values[name].strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:_SHOWN]) > 0 and len(text) <= _DIGITS):
        raise FieldError(label, f"{_short(text)!r} is not a whole number; write for example 2.")
    return int(text)


def hours(values: Values, name: str, label: str) -> float | None:
    """Hours, or none. FieldError."""
    text = values[name].strip().replace(",", ".")
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= HOURS_OF_A_WEEK:
        raise FieldError(label, f"{_short(text)!r} is not a number of hours; write for example 4 or 2.5.")
    return number


def cadence(values: Values, name: str, label: str) -> str | None:
    """A rhythm, or none. FieldError."""
    text = values[name].strip()
    try:
        return str(parse_cadence(text)) if text else None
    except BadInputError as error:
        raise FieldError(label, str(error)) from error


def names(values: Values, name: str, desk: Desk) -> tuple[str, ...]:
    """Names with commas between; a person of the journal by id, anybody else by name."""
    ids = {person.name.casefold(): person.id for person in desk.snapshot.people}
    found = (text.strip() for text in values[name].replace("\n", ",").split(","))
    return tuple(ids.get(text.casefold(), text) for text in found if text)


def name_list(refs: Sequence[str], desk: Desk) -> str:
    """The names behind references, with commas between."""
    return ", ".join(map(desk.snapshot.person_name, refs))


def shown_day(on: date | None) -> str:
    """A date as a field holds it."""
    return on.isoformat() if on else ""


def title(what: str, text: str) -> str:
    """The title of a form: what it is about, and the first words of it."""
    return f"{what} “{_short(text)}”"


def readers_field(desk: Desk, key: str, stored: Visibility | None) -> Pick:
    """The field for who may read something of a kind of content."""
    choices = reader_choices(key, stored, desk.journal.policy)
    return Pick(
        name="readers",
        label="Readers",
        value=_name_of(stored),
        answers=tuple((_name_of(choice.visibility), choice.words) for choice in choices),
    )


def readers(values: Values, desk: Desk, key: str, stored: Visibility | None) -> Visibility | None:
    """The chosen set; None for the default."""
    choices: tuple[Readers, ...] = reader_choices(key, stored, desk.journal.policy)
    return next((one.visibility for one in choices if _name_of(one.visibility) == values["readers"]), stored)


def _name_of(visibility: Visibility | None) -> str:
    return "usual" if visibility is None else ",".join(visibility) or "nobody"


def _short(text: str) -> str:
    one_line = " ".join(safe(text[: _SHOWN * 4]).split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[: _SHOWN - 1].rstrip()}…"
