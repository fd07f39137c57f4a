"""Differences between two states, and the same change on top of another state."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.errors import ClashError
from growthtui.storage import codec
from growthtui.storage.changes import Change, differences, rebase, with_changes
from growthtui.storage.codec import Doc, Tables

_doc = st.fixed_dictionaries({"id": st.just("a")}, optional={"text": st.sampled_from("xyz"), "n": st.integers(0, 2)})
_tables = st.dictionaries(
    st.sampled_from(["lines", "weeks"]), st.dictionaries(st.sampled_from(["1", "2", "30"]), _doc), max_size=2
)


def _apply(tables: Tables, changes: tuple[Change, ...]) -> Tables:
    result = deepcopy(tables)
    for change in changes:
        table = result.setdefault(change.table, {})
        table.pop(change.key, None)
        if change.after is not None:
            table[change.key] = change.after
    return {name: codec.in_order(table) for name, table in result.items()}


def _filled(tables: Tables) -> Tables:
    return {name: table for name, table in tables.items() if table}


@given(_tables, _tables)
def test_differences_lead_from_one_state_to_the_other(before: Tables, after: Tables) -> None:
    assert _filled(_apply(before, differences(before, after))) == _filled(after)
    assert differences(before, deepcopy(before)) == ()


@given(_tables, _tables)
def test_changed_lines_are_those_of_a_full_encoding(before: Tables, after: Tables) -> None:
    ordered = {name: codec.in_order(table) for name, table in after.items()}
    lines = with_changes(codec.lines_of(before), differences(before, after), ordered)
    assert json.loads(codec.join(ordered, lines)) == ordered


@given(_tables, _tables)
def test_on_the_same_state_a_rebase_changes_nothing(before: Tables, after: Tables) -> None:
    changes = differences(before, after)
    assert rebase(changes, before) == changes


BASE: Doc = {"id": "a", "text": "old", "energy": 3, "changed": "t0"}


def _rebased(after: Doc | None, theirs: Doc | None, before: Doc | None = BASE) -> Doc | None:
    tables = {"lines": {} if theirs is None else {"1": theirs}}
    return rebase([Change("lines", "1", before, after)], tables)[0].after


def test_different_fields_of_one_record_both_win() -> None:
    mine = BASE | {"text": "mine", "changed": "t1"}
    theirs = BASE | {"energy": 5, "mood": "unknown key", "changed": "t2"}
    assert _rebased(mine, theirs) == BASE | {"text": "mine", "energy": 5, "mood": "unknown key", "changed": "t1"}


def test_a_field_taken_out_on_one_side_is_taken_out() -> None:
    mine = {"id": "a", "text": "old", "changed": "t1"}
    assert _rebased(mine, BASE | {"text": "theirs"}) == {"id": "a", "text": "theirs", "changed": "t1"}


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    assert _rebased(BASE | {"text": "new"}, BASE | {"text": "new"}) == BASE | {"text": "new"}
    assert _rebased(None, None) is None


def test_a_new_record_goes_on_top_of_anything() -> None:
    assert _rebased({"id": "n"}, None, before=None) == {"id": "n"}


@pytest.mark.parametrize(
    ("mine", "theirs", "shown"),
    [
        (BASE | {"text": "mine"}, BASE | {"text": "theirs"}, ("mine", "theirs")),
        (BASE | {"text": "mine"}, None, ("mine", "nothing")),
        (None, BASE | {"text": "theirs"}, ("nothing", "theirs")),
        (BASE | {"text": "mine"}, BASE | {"deleted": "t2"}, ("mine", "deleted")),
        (BASE | {"deleted": "t1"}, BASE | {"text": "theirs"}, ("deleted", "theirs")),
    ],
)
def test_two_changes_of_one_field_are_refused_and_both_are_shown(
    mine: Doc | None, theirs: Doc | None, shown: tuple[str, str]
) -> None:
    with pytest.raises(ClashError) as caught:
        _rebased(mine, theirs)
    assert (caught.value.mine, caught.value.theirs) == shown
    assert shown[0] in str(caught.value)
    assert shown[1] in str(caught.value)
