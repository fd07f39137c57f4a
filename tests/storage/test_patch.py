"""Structs go back field by field: what this version does not know survives."""

import msgspec
import pytest

from growthtui.domain.base import Version
from growthtui.domain.plan import Goal, GoalStatus
from growthtui.domain.week import Block, Line, LineKind, NextStep, Week
from growthtui.errors import ClashError
from growthtui.storage.codec import Doc
from growthtui.storage.patch import R, changed_fields, decode_record, raw_of

LINE: Doc = {"id": "l1", "week": "2026-W48", "text": "old", "kind": "progress", "mood": "sunny"}


def _edit(doc: Doc, record: type[R], **fields: object) -> Doc:
    """The document after an edit of what was opened from it."""
    old = decode_record(doc, record)
    patch = changed_fields(old, msgspec.structs.replace(old, **fields), doc)
    return {key: value for key, value in (doc | patch).items() if value is not None}


def test_only_the_changed_field_is_written() -> None:
    old = decode_record(LINE, Line)
    assert changed_fields(old, msgspec.structs.replace(old, text="new"), LINE) == {"text": "new"}
    assert changed_fields(old, old, LINE) == {}


def test_unknown_keys_survive_at_every_depth() -> None:
    week: Doc = {
        "id": "2026-W48",
        "week": "2026-W48",
        "weather": {"rain": True},
        "block": {"cause": "time", "text": "t", "colour": "red"},
        "next": [{"id": "s1", "text": "a", "star": 1}, {"id": "s2", "text": "b", "star": 2}],
    }
    block, (first, second) = Block(cause="time", text="new"), decode_record(week, Week).next
    edited = _edit(week, Week, block=block, next=(first, msgspec.structs.replace(second, carries=1)))
    assert edited == {
        "id": "2026-W48",
        "week": "2026-W48",
        "weather": {"rain": True},
        "block": {"cause": "time", "text": "new", "colour": "red"},
        "next": [{"id": "s1", "text": "a", "star": 1}, {"id": "s2", "text": "b", "star": 2, "carries": 1}],
    }


def test_a_part_taken_out_or_put_in_is_taken_out_or_put_in() -> None:
    week: Doc = {"id": "w", "week": "w", "next": [{"id": "s1", "text": "a", "star": 1}, {"id": "s2", "text": "b"}]}
    assert _edit(week, Week, next=(NextStep(id="s2", text="b"),))["next"] == [{"id": "s2", "text": "b"}]
    assert "next" not in _edit(week, Week, next=())
    longer = (*decode_record(week, Week).next, NextStep(id="s3", text="c"))
    assert [step["id"] for step in _edit(week, Week, next=longer)["next"]] == ["s1", "s2", "s3"]


def test_a_field_set_back_to_its_default_leaves_the_file() -> None:
    assert _edit(LINE | {"kind": "setback"}, Line, kind=LineKind.PROGRESS).get("kind") is None


def test_dates_enums_and_versions_are_written_as_the_file_has_them() -> None:
    import datetime as dt

    goal = {"id": "g", "plan": "p", "text": "t"}
    edited = _edit(
        goal,
        Goal,
        status=GoalStatus.CLOSED,
        closed_on=dt.date(2026, 12, 31),
        versions=(Version(text="old", until=dt.date(2026, 1, 2)),),
    )
    assert edited == goal | {
        "status": "closed",
        "closed_on": "2026-12-31",
        "versions": [{"text": "old", "until": "2026-01-02"}],
    }
    assert raw_of(decode_record(edited, Goal)) == edited


def test_another_field_changed_elsewhere_is_kept() -> None:
    old = decode_record(LINE, Line)
    patch = changed_fields(old, msgspec.structs.replace(old, text="mine"), LINE | {"kind": "setback"})
    assert patch == {"text": "mine"}


@pytest.mark.parametrize(
    ("current", "theirs"),
    [
        (LINE | {"text": "theirs"}, "theirs"),
        (LINE | {"deleted": "2026-11-24T10:00:00+00:00"}, "trash"),
        (None, "removed for good"),
        (LINE | {"text": 5}, "no longer valid"),
    ],
)
def test_a_record_that_moved_in_the_same_field_is_a_clash(current: Doc | None, theirs: str) -> None:
    old = decode_record(LINE, Line)
    with pytest.raises(ClashError, match=theirs) as caught:
        changed_fields(old, msgspec.structs.replace(old, text="mine"), current)
    assert caught.value.mine == "mine"


def test_the_same_edit_on_both_sides_is_no_clash() -> None:
    old = decode_record(LINE, Line)
    assert changed_fields(old, msgspec.structs.replace(old, text="same"), LINE | {"text": "same"}) == {}


def test_stamps_are_never_part_of_an_edit() -> None:
    old = decode_record(LINE, Line)
    assert changed_fields(old, msgspec.structs.replace(old, id="other"), LINE) == {}
