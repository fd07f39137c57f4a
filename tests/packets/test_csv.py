"""CSV: a file that a spreadsheet opens without running anything, and that reads back."""

import csv as reader
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.domain.base import Audience
from growthtui.packets.filter import audience_view
from growthtui.packets.plain_text import tame
from growthtui.packets.renderers.csv import COLUMNS, OWN_COLUMNS, guard, render
from growthtui.packets.rows import LogRow, log_rows
from tests.packets.made import POLICY
from tests.sample_records import sample

ROW = LogRow("2026-W10", "2026-03-02", "f", "a", "progress", "text", ("e",), ("Bo", "Li"), "l1", ("self", "mentor"))


def table(data: bytes) -> list[list[str]]:
    return list(reader.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def row(text: str) -> LogRow:
    return LogRow("2026-W10", "2026-03-02", "", "", "progress", text, (), (), "l1", ("self",))


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠\t\r\n"))
def test_sign_of_a_formula_is_guarded(sign: str) -> None:
    assert guard(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("text", ["", "plain", "a=b", "5 - 3", "'quoted'", " "])
def test_other_text_is_not(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("text", ["'=1", "''=1", " =1", "\u00a0@x", "' =1"])
def test_what_hides_a_sign_is_guarded_too(text: str) -> None:
    assert guard(text) == f"'{text}"


@given(st.text(st.sampled_from("'=+-@ \ta") | st.characters(codec="utf-8")))
def test_guard_can_be_taken_off(text: str) -> None:
    guarded = guard(text)
    assert (guarded[1:] if guarded != text else guarded) == text
    assert not guarded.lstrip().startswith(tuple("=+-@＝＋－＠"))


@given(st.text())
def test_cell_reads_back(text: str) -> None:
    found = table(render([row(text)], is_own=True))[1][COLUMNS.index("text")]
    assert found == guard(tame(text))


def test_file_is_as_spreadsheets_want_it() -> None:
    data = render([ROW], is_own=False)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert data[3:].split(b"\r\n")[1] == b'"2026-W10","2026-03-02","f","a","progress","text","e","Bo; Li"'


def test_only_the_owner_gets_id_and_visibility() -> None:
    own, others = table(render([ROW], is_own=True)), table(render([ROW], is_own=False))
    assert own[0] == [*COLUMNS, *OWN_COLUMNS]
    assert own[1][-2:] == ["l1", "self; mentor"]
    assert others[0] == list(COLUMNS)


def test_rows_of_a_sample() -> None:
    view = audience_view(sample("backend-staff"), POLICY, Audience.SELF)
    rows = log_rows(view, view.lines, POLICY)
    assert len(rows) == 37
    first = next(item for item in rows if item.evidence)
    assert first.week == "2026-W15"
    assert first.monday == "2026-04-06"
    assert first.focus == "Be visible outside Settlement"
    assert first.evidence == ("RFC-118 event contract https://wiki.example.org/rfc/118",)
    assert first.known_by == ("Priya", "Ayşe", "李雷")
    assert first.visibility == ("self", "mentor", "manager")


def test_rows_for_the_panel_have_no_labels_of_what_is_hidden() -> None:
    view = audience_view(sample("backend-staff"), POLICY, Audience.PANEL)
    rows = log_rows(view, view.lines, POLICY)
    assert len(rows) == 3
    assert {(item.focus, item.action, item.known_by) for item in rows} == {("", "", ())}
