"""What a transaction did, record by record, and how to do it again on a file that moved meanwhile."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from growthtui.errors import ClashError
from growthtui.storage.codec import Doc, Tables


class Change(msgspec.Struct, frozen=True, array_like=True):
    """One record before and after; None stands for "not there"."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def differences(before: Tables, after: Tables) -> tuple[Change, ...]:
    """All records that differ between two states of the tables."""
    return tuple(
        Change(name, key, old.get(key), new.get(key))
        for name in dict.fromkeys((*before, *after))
        if (old := before.get(name, {})) is not (new := after.get(name, {}))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) is not new.get(key) and old.get(key) != new.get(key)
    )


def rebase(changes: Iterable[Change], tables: Mapping[str, Mapping[str, Doc]]) -> tuple[Change, ...]:
    """The same changes on top of `tables`, merged by record and field.

    Raises:
        ClashError: both sides changed the same field in different ways.
    """
    return tuple(_rebase_one(change, tables.get(change.table, {}).get(change.key)) for change in changes)


def _rebase_one(change: Change, theirs: Doc | None) -> Change:
    if theirs in (change.before, change.after):
        return Change(change.table, change.key, theirs, change.after)
    if theirs is None or change.before is None or change.after is None:
        raise ClashError(_name(change), _text(change.after), _text(theirs))
    merged = dict(theirs)
    for field in dict.fromkeys((*change.before, *change.after)):
        mine, base, other = change.after.get(field), change.before.get(field), theirs.get(field)
        if mine in (base, other):
            continue
        if other != base and field != "changed":
            raise ClashError(f"{_name(change)} ({field})", _text(mine), _text(other))
        if field in change.after:
            merged[field] = mine
        else:
            merged.pop(field, None)
    return Change(change.table, change.key, theirs, merged)


def _name(change: Change) -> str:
    doc = change.before or change.after or {}
    return f"{change.table} {doc.get('id', change.key)}"


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("title") or value.get("id") or "a record")
    return "nothing" if value is None else str(value)
