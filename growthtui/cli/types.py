"""Option types that say with examples what they want."""

from datetime import date
from typing import TypeVar

import click

from growthtui.cli.app import App
from growthtui.dates import Prefer, Week, parse_cadence, parse_date, parse_week
from growthtui.domain.base import Audience
from growthtui.errors import BadInputError

E = TypeVar("E", bound=str)


class WordsType(click.ParamType[str]):
    """A text in somebody's own words; a command that cannot be saved keeps it."""

    name = "TEXT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        """The text as it was typed."""
        if ctx is not None and value.strip():
            ctx.ensure_object(App).has_words = True
        return value


class DateType(click.ParamType[date]):
    """A date as people type it; `prefer` is where a day without a year is looked for."""

    name = "DATE"

    def __init__(self, prefer: Prefer) -> None:
        self._prefer = prefer

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; what cannot be read is refused with examples."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value, _today(ctx), prefer=self._prefer)
        except BadInputError as error:
            self.fail(str(error), param, ctx)


class WeekType(click.ParamType[Week]):
    """An ISO week, `this`, `last`, or a date that stands for its week."""

    name = "WEEK"

    def convert(self, value: str | Week, param: click.Parameter | None, ctx: click.Context | None) -> Week:
        """The week; what cannot be read is refused with examples."""
        if isinstance(value, Week):
            return value
        try:
            return parse_week(value, _today(ctx))
        except BadInputError as error:
            self.fail(str(error), param, ctx)


class CadenceType(click.ParamType[str]):
    """A rhythm such as `2w`."""

    name = "CADENCE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The rhythm in its short form."""
        try:
            return str(parse_cadence(value))
        except BadInputError as error:
            self.fail(str(error), param, ctx)


class WeeksType(click.ParamType[int]):
    """A number of weeks: `2w` or `2`."""

    name = "WEEKS"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a rhythm in days or months is refused."""
        digits = str(value).strip().casefold().removesuffix("w")
        if digits.isascii() and digits.isdecimal():
            return int(digits)
        raise click.BadParameter(f"{value!r} is not a number of weeks; write for example 2w.", ctx, param)


class WordType(click.Choice[E]):
    """One word of a list, in any case, with blanks, hyphens or underscores."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """How a word is compared."""
        return super().normalize_choice(str(choice).strip().casefold().replace("-", "_").replace(" ", "_"), ctx)

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What is wrong, a guess, and the whole list."""
        import difflib

        words = [self.normalize_choice(choice, ctx) for choice in self.choices]
        close = difflib.get_close_matches(self.normalize_choice(value, ctx), words, n=1)
        guess = f"Did you mean {close[0]}? " if close else ""
        return f"{value!r} is not known. {guess}Use one of {', '.join(words)}."

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        """The list."""
        return f"Use one of {', '.join(self.normalize_choice(choice, ctx) for choice in self.choices)}."


DATE = DateType("future")
"""A date that lies ahead where it has no year: a due date."""

PAST_DATE = DateType("past")
"""A date that lies behind where it has no year."""

TEXT = WordsType()
WEEK = WeekType()
CADENCE = CadenceType()
WEEKS = WeeksType()
AUDIENCE = WordType(Audience)


def _today(ctx: click.Context | None) -> date:
    app = ctx.find_object(App) if ctx else None
    return (app or App()).clock.today()
