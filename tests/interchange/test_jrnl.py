"""jrnl's entries become lines of their weeks, seen by the person alone."""

from datetime import date
from typing import Any

import pytest

from growthtui.domain.base import Audience
from growthtui.domain.week import LineKind
from growthtui.errors import ImportRefusedError
from growthtui.interchange.entries import Incoming
from growthtui.interchange.reader import read_file
from tests.interchange.shipped import encoded

ENTRY: dict[str, Any] = {
    "title": "Asked for the review.",
    "body": "It took courage.",
    "date": "2020-12-31",
    "time": "22:10",
    "tags": ["@work"],
    "starred": True,
}


def read(*entries: object) -> Incoming:
    return read_file("jrnl.json", encoded({"tags": {"@work": 1}, "entries": list(entries)}), date(2026, 11, 24))


def test_an_entry_becomes_a_line_with_title_and_body() -> None:
    snapshot = read(ENTRY, ENTRY | {"title": "Later", "body": "", "starred": False, "tags": []}).snapshot()
    first, second = snapshot.lines
    assert (first.week, first.text) == ("2020-W53", "Asked for the review.\n\nIt took courage.")
    assert (first.kind, first.visibility) == (LineKind.REFLECTION, (Audience.SELF,))
    assert second.text == "Later"


def test_what_else_jrnl_says_is_kept() -> None:
    lines = read(ENTRY, ENTRY | {"starred": False, "tags": []}).of("lines")
    kept = {key: lines[0].doc[key] for key in ("date", "time", "tags", "starred")}
    assert kept == {"date": "2020-12-31", "time": "22:10", "tags": ["@work"], "starred": True}
    assert "starred" not in lines[1].doc


def test_a_week_is_saved_when_its_first_entry_was_written() -> None:
    weeks = read(ENTRY | {"date": "2021-01-02"}, ENTRY, ENTRY | {"date": "2021-01-05"}).snapshot().weeks
    assert [(week.week, f"{week.saved_at:%F %H:%M}") for week in weeks] == [
        ("2020-W53", "2020-12-31 22:10"),
        ("2021-W01", "2021-01-05 22:10"),
    ]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (3, "entries[0]"),
        (ENTRY | {"date": "yesterday"}, "entries[0]"),
        (ENTRY | {"time": "25:00"}, "entries[0]"),
        (ENTRY | {"title": ["x"]}, "entries[0].title"),
        (ENTRY | {"title": "", "body": " "}, "entries[0]"),
    ],
)
def test_a_broken_entry_is_named(entry: object, place: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"jrnl\.json, ") as refused:
        read(entry)
    assert f"jrnl.json, {place}: " in str(refused.value)
