"""The rows of the packet that can be walked, and what turning one does to what the person wants."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from growthtui.domain.base import Audience
from growthtui.journal.exports import READY, Export
from growthtui.present.packet import PacketView

READER = "reader"
SINCE = "since"
UNTIL = "until"
FORMAT = "format"
PRIVATE = "private"
PLAN_ONLY = "plan-only"
SUMMARY = "summary"
_SECTION = "section/"

WRITTEN = (SINCE, UNTIL, SUMMARY)
"""Rows whose value is typed."""

_WITH_SUMMARY = (Audience.MANAGER, Audience.PANEL)
_WEEK = timedelta(days=7)

T = TypeVar("T")


def rows_of(export: Export, view: PacketView | None) -> tuple[str, ...]:
    """The names of the rows, from top to bottom."""
    own = (PRIVATE,) if export.is_own else ()
    summary = (SUMMARY,) if export.audience in _WITH_SUMMARY else ()
    sections = tuple(section_row(section.id) for section in view.sections) if view else ()
    return (READER, SINCE, UNTIL, FORMAT, PLAN_ONLY, *own, *summary, *sections)


def section_row(section: str) -> str:
    """The name of the row of a section."""
    return f"{_SECTION}{section}"


def turned(export: Export, row: str, step: int, view: PacketView | None) -> Export:
    """What the person wants once a row is turned by `step`; a row that cannot be turned changes nothing."""
    match row:
        case "reader":
            return _for_reader(export, _next(tuple(Audience), export.audience, step))
        case "format":
            return dataclasses.replace(export, format=_next(READY, export.format, step))
        case "private":
            return dataclasses.replace(export, with_private=not export.with_private)
        case "plan-only":
            return dataclasses.replace(export, plan_only=not export.plan_only)
        case "since" | "until":
            return _with_day(export, row, step, view)
        case _:
            return _with_section(export, row.removeprefix(_SECTION), view)


def with_usual_period(export: Export) -> Export:
    """The period that holds when nobody chooses one."""
    return dataclasses.replace(export, since=None, until=None)


def _for_reader(export: Export, reader: Audience) -> Export:
    """Another reader begins anew: what was opened or written for one is not for the next."""
    return dataclasses.replace(export, audience=reader, opted_in=frozenset(), summary=(), with_private=False)


def _with_day(export: Export, row: str, step: int, view: PacketView | None) -> Export:
    """The first or the last day some weeks away, the two never crossing."""
    if view is None:
        return export
    if row == SINCE:
        return dataclasses.replace(export, since=min(view.since + step * _WEEK, view.until))
    return dataclasses.replace(export, until=max(view.until + step * _WEEK, view.since))


def _with_section(export: Export, section: str, view: PacketView | None) -> Export:
    optional = {row.id for row in view.sections if row.is_optional} if view else set()
    if section not in optional:
        return export
    return dataclasses.replace(export, opted_in=export.opted_in ^ {section})


def _next(values: Sequence[T], value: T, step: int) -> T:
    return values[(values.index(value) + step) % len(values)]
