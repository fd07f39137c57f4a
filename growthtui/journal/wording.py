"""What every typed text goes through: it must say something, and an earlier wording is kept with its dates."""

from datetime import datetime

from growthtui.dates import local_day
from growthtui.domain.base import Record, Version
from growthtui.errors import BadInputError
from growthtui.journal.text import clean


def required(text: str, what: str, example: str) -> str:
    """`text` without white space around it. BadInputError when nothing is left; `what` names the thing."""
    words = clean(text).strip()
    if not words:
        raise BadInputError(f"The {what} has no text. Write it as in: growthtui {example}")
    return words


def optional(text: str) -> str:
    """`text` without white space around it; may be empty."""
    return clean(text).strip()


def kept_versions(
    record: Record, versions: tuple[Version, ...], old: str, new: str, now: datetime
) -> tuple[Version, ...]:
    """`versions` of `record` and, when `new` says something else than `old`, the old wording up to today.

    It was in force since the wording before it ended, or since the record was made.
    """
    if old in (new, ""):
        return versions
    today = now.date()
    made = local_day(record.created) if record.created else today
    since = versions[-1].until if versions else made
    return (*versions, Version(text=old, since=min(since, today), until=today))
