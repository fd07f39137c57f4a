"""ULIDs sort by time, never fall back, and are what the format says."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.storage.ids import is_ulid, new_ulid, ulid_number, ulid_text, ulid_time

MOMENT = datetime(2026, 11, 24, 9, 30, 15, 250_000, tzinfo=UTC)


@given(st.integers(0, 2**128 - 1))
def test_letters_and_number_are_the_same_id(number: int) -> None:
    assert ulid_number(ulid_text(number)) == number


def test_the_letters_are_those_of_the_format() -> None:
    assert ulid_text(0) == "0" * 26
    assert ulid_text(2**128 - 1) == "7" + "Z" * 25
    assert ulid_number("01ARZ3NDEKTSV4RRFFQ69G5FAV") == 0x01563E3AB5D3D6764C61EFB99302BD5B


def test_letters_sort_as_numbers_do() -> None:
    numbers = sorted(new_ulid(MOMENT + timedelta(days=day)) for day in range(50))
    assert [ulid_number(text) for text in sorted(map(ulid_text, numbers))] == numbers


def test_the_time_is_in_it() -> None:
    assert ulid_time(new_ulid(MOMENT)) == MOMENT


def test_ids_grow_even_when_the_clock_goes_back() -> None:
    first = new_ulid(MOMENT)
    assert new_ulid(MOMENT - timedelta(days=400), after=first) == first + 1


@pytest.mark.parametrize(
    "text", ["", "0" * 25, "0" * 27, "8" + "0" * 25, "0" * 25 + "U", "0" * 25 + "a", "../" + "0" * 23]
)
def test_other_letters_are_no_id(text: str) -> None:
    assert not is_ulid(text)
    with pytest.raises(ValueError, match="no ULID"):
        ulid_number(text)
