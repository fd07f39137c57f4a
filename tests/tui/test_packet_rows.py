"""What turning a row does, and what the owner is told: pure."""

from datetime import date

import pytest

from growthtui.domain.base import Audience
from growthtui.domain.people import Review
from growthtui.journal.exports import READY, Export, Format
from growthtui.journal.journal import Journal
from growthtui.packets.preview import Entry, Preview
from growthtui.present.packet import (
    FORMATS,
    READERS,
    PacketView,
    SectionRow,
    file_name,
    since_note,
    staying,
)
from growthtui.tui.screens.packet.making import has_sections, make
from growthtui.tui.screens.packet.rows import rows_of, section_row, turned, with_usual_period

DAY = date(2026, 11, 24)
VIEW = PacketView(
    since=date(2026, 11, 1),
    until=DAY,
    since_note="",
    sections=(SectionRow("goal", "Goal", 3, True, False), SectionRow("setbacks", "Setbacks", 1, False, True)),
    leaves=1,
    stays=1,
    staying=(),
    cautions=(),
    text="",
)


def test_every_reader_and_every_format_has_words() -> None:
    assert set(READERS) == set(Audience)
    assert set(FORMATS) == set(Format)


@pytest.mark.parametrize(
    ("export", "more"),
    [
        (Export(), {"private"}),
        (Export(audience=Audience.MENTOR), set()),
        (Export(audience=Audience.MANAGER), {"summary"}),
        (Export(audience=Audience.PANEL), {"summary"}),
    ],
)
def test_each_reader_has_their_rows(export: Export, more: set[str]) -> None:
    found = rows_of(export, VIEW)
    assert set(found) & {"private", "summary"} == more
    assert found[-2:] == ("section/goal", "section/setbacks")


def test_turning_all_the_way_round_leads_back() -> None:
    for row, many in (("reader", len(Audience)), ("format", len(READY)), ("plan-only", 2), ("private", 2)):
        exports = [Export()]
        for _ in range(many):
            exports.append(turned(exports[-1], row, 1, VIEW))
        assert exports.index(Export(), 1) == many
        assert turned(turned(Export(), row, 1, VIEW), row, -1, VIEW) == Export()


def test_another_reader_begins_anew() -> None:
    full = Export(with_private=True, opted_in=frozenset({"setbacks"}), summary=("one",), since=DAY)
    assert turned(full, "reader", 1, VIEW) == Export(audience=Audience.MENTOR, since=DAY)


def test_the_two_days_never_cross() -> None:
    later = Export()
    for _ in range(9):
        later = turned(later, "since", 1, VIEW)
    assert turned(Export(), "since", -1, VIEW).since == date(2026, 10, 25)
    assert turned(Export(), "since", 52, VIEW).since == VIEW.until
    assert turned(Export(), "until", -52, VIEW).until == VIEW.since
    assert with_usual_period(Export(since=DAY, until=DAY)) == Export()


@pytest.mark.parametrize("row", ["since", "until", "section/setbacks", "summary"])
def test_before_the_packet_is_made_nothing_can_be_turned(row: str) -> None:
    assert turned(Export(), row, 1, None) == Export()


def test_only_optional_sections_open_and_close() -> None:
    opened = turned(Export(), section_row("setbacks"), 1, VIEW)
    assert opened.opted_in == {"setbacks"}
    assert turned(opened, section_row("setbacks"), 1, VIEW) == Export()
    assert turned(Export(), section_row("goal"), 1, VIEW) == Export()


@pytest.mark.parametrize(
    ("export", "expected"),
    [
        (Export(), True),
        (Export(plan_only=True), False),
        (Export(format=Format.CSV), False),
        (Export(format=Format.JSON), False),
        (Export(format=Format.JSON, audience=Audience.PANEL), True),
        (Export(plan_only=True, audience=Audience.MENTOR), True),
    ],
)
def test_only_documents_have_sections(export: Export, expected: bool) -> None:
    assert has_sections(export) is expected


def test_rare_reasons_come_first() -> None:
    entries = [Entry("line", str(number), why="often") for number in range(3)]
    found = staying(Preview((), (*entries, Entry("note", "x", why="rare")), ()))
    assert [(group.why, len(group.entries)) for group in found] == [("rare", 1), ("often", 3)]


@pytest.mark.parametrize(
    ("since", "reviewed", "note"),
    [(DAY, None, "you chose it"), (None, DAY, "your last review"), (None, None, "the plan's start")],
)
def test_why_it_begins_then(since: date | None, reviewed: date | None, note: str) -> None:
    reviews = [Review(id="r", audience=Audience.MANAGER, on=reviewed)]
    assert since_note(since, DAY, Audience.MANAGER, reviews) == note
    assert since_note(None, DAY, Audience.PANEL, reviews) == "the plan's start"


def test_the_name_of_the_file_says_nothing_about_the_reader() -> None:
    assert file_name(Format.PDF, DAY) == "growth-packet-2026-11-24.pdf"


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_counted_is_what_the_document_holds(demo_journal: Journal, audience: Audience) -> None:
    export = Export(audience=audience)
    view = make(demo_journal, export)
    held = {section.id for section in demo_journal.exports.document(export).sections}
    counted = {row.id for row in view.sections if row.holds}
    assert counted == held
    assert all(row.is_open for row in view.sections if row.holds)
    assert view.leaves == len(demo_journal.exports.preview(export).leaves)
    assert view.text.encode() == demo_journal.exports.write(export)
