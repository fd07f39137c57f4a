"""Records between the file and the program: decoded to frozen structs, written back field by field.

A struct never goes back whole: only the fields that changed are put into the raw document, and inside them only
what changed, so keys that this version does not know survive.
"""

from typing import TypeVar

import msgspec

from growthtui.domain.base import Record
from growthtui.errors import ClashError
from growthtui.storage.codec import Doc

R = TypeVar("R", bound=Record)

_STAMPS = frozenset({"id", "created", "changed", "deleted"})


def decode_record(doc: Doc, kind: type[R]) -> R:
    """The record in a raw document. msgspec.ValidationError names the field that is wrong."""
    return msgspec.convert(doc, kind, strict=True)


def wrong_field(doc: Doc, kind: type[Record]) -> str:
    """Why a raw document is no record of this kind, with the field; "" when it is one."""
    try:
        decode_record(doc, kind)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def raw_of(record: Record) -> Doc:
    """The raw document of a new record, in the types that a file gives back; defaults are left out."""
    raw: Doc = msgspec.json.decode(msgspec.json.encode(record))
    return raw


def changed_fields(old: R, new: R, current: Doc | None) -> Doc:
    """Raw values of the fields that differ between `old` and `new`, merged into `current`; None drops a field.

    Raises:
        ClashError: the file holds a third value for one of these fields, or the record is gone.
    """
    kind = type(old)
    names = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    wanted = {
        name: key for name, key in names.items() if key not in _STAMPS and getattr(new, name) != getattr(old, name)
    }
    if not wanted:
        return {}
    theirs = _theirs(old, new, next(iter(wanted)), current)
    raw, before, after = current or {}, raw_of(old), raw_of(new)
    fields: Doc = {}
    for name, key in wanted.items():
        mine, base, other = getattr(new, name), getattr(old, name), getattr(theirs, name)
        if mine == other:
            continue
        if other != base:
            raise ClashError(f"{kind.__name__} {old.id}, {key},", str(mine), str(other))
        fields[key] = _merge(raw.get(key), before.get(key), after.get(key))
    return fields


def _theirs(old: R, new: R, name: str, current: Doc | None) -> R:
    """The record as it stands in the file now; ClashError when there is none to write to."""
    what, mine = f"{type(old).__name__} {old.id}", str(getattr(new, name))
    if current is None:
        raise ClashError(what, mine, "removed for good")
    if "deleted" in current and old.deleted is None:
        raise ClashError(what, mine, "deleted; it is in the trash")
    try:
        return decode_record(current, type(old))
    except msgspec.ValidationError as error:
        raise ClashError(what, mine, f"no longer valid ({error})") from error


def _merge(current: object, old: object, new: object) -> object:
    """`new`, with what `current` has beyond `old`: unknown keys of unchanged or edited parts."""
    if isinstance(current, dict) and isinstance(old, dict) and isinstance(new, dict):
        known = {key: _merge(current.get(key), old.get(key), value) for key, value in new.items()}
        return {key: value for key, value in current.items() if key not in old} | known
    if isinstance(current, list) and isinstance(old, list) and isinstance(new, list):
        return [_merge_item(item, current, old) for item in new]
    return current if new == old and current is not None else new


def _merge_item(item: object, current: list[object], old: list[object]) -> object:
    if len(current) != len(old):
        return item
    for raw, known in zip(current, old, strict=True):
        same = isinstance(item, dict) and isinstance(known, dict) and item.get("id", 0) == known.get("id", 1)
        if item == known or same:
            return _merge(raw, known, item)
    return item
