"""What all records share: identity, timestamps, dated versions, audiences."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

import msgspec


class Audience(StrEnum):
    """Who may read something. The four are independent sets, not levels (domain 5.2)."""

    SELF = "self"
    MENTOR = "mentor"
    MANAGER = "manager"
    PANEL = "panel"


Visibility = tuple[Audience, ...]
"""Audiences of one entry; empty means nobody, not even an ordinary export for self."""


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen part of a record, without an identity of its own."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document of a table. `id` never changes; timestamps are UTC with offset."""

    id: str
    created: datetime | None = None
    changed: datetime | None = None
    deleted: datetime | None = None


R = TypeVar("R", bound=Record)


def by_id(records: Iterable[R], wanted: str | None) -> R | None:
    """The record with this id, if there is one."""
    return next((record for record in records if record.id == wanted), None)


class Version(Value, frozen=True, kw_only=True):
    """An earlier wording, in force from `since` up to, not including, `until`."""

    text: str
    since: date | None = None
    until: date


def wording_on(day: date, current: str, versions: Sequence[Version]) -> str:
    """The text in force on `day`: the earliest version that ended after it, else the current one."""
    later = [version for version in versions if day < version.until]
    return min(later, key=lambda version: version.until).text if later else current
