"""What a transaction did, record by record, and how to do it again on a file that moved meanwhile."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from growthtui.errors import ClashError
from growthtui.storage.codec import Doc, Lines, Tables, line


class Change(msgspec.Struct, frozen=True, array_like=True):
    """One record before and after; None stands for "not there"."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def differences(before: Tables, after: Tables) -> tuple[Change, ...]:
    """All records that differ between two states of the tables."""
    found: list[Change] = []
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, {}), after.get(name, {})
        if old is new:
            continue
        keys = [key for key, doc in new.items() if old.get(key) is not doc]
        if len(old) + sum(key not in old for key in keys) > len(new):
            keys += [key for key in old if key not in new]
        found += [Change(name, key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)]
    return tuple(found)


def with_changes(lines: Lines, changes: Iterable[Change], tables: Tables) -> Lines:
    """The lines of `tables`, which are those of `lines` but for `changes`."""
    fresh = {name: lines.get(name, {}) for name in tables}
    copied: set[str] = set()
    for change in changes:
        name = change.table
        if name not in copied:
            fresh[name] = dict(fresh.get(name, {}))
            copied.add(name)
        if change.after is None:
            fresh[name].pop(change.key, None)
        else:
            fresh[name][change.key] = line(change.key, change.after)
    return fresh


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
    if ("deleted" in theirs) != ("deleted" in change.after):
        raise ClashError(_name(change), _fate(change.after), _fate(theirs))
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


def _fate(doc: Doc) -> str:
    return "deleted" if "deleted" in doc else _text(doc)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("title") or value.get("id") or "a record")
    return "nothing" if value is None else str(value)
