"""The weekly log: one line in, the week it belongs to, what is refused, what two programs may do at once."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growthtui.dates import Week as IsoWeek
from growthtui.domain.base import Audience
from growthtui.domain.week import Block, Line, LineKind, Week, WeekState
from growthtui.errors import BadInputError, ClashError, NotFoundError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.conftest import TODAY
from tests.reopened import again

THIS = IsoWeek.parse("2026-W48")


def test_a_line_goes_into_this_week_and_marks_it_as_saved(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="  asked for a review \n"))
    assert (line.week, line.text, line.kind, line.focus) == ("2026-W48", "asked for a review", LineKind.PROGRESS, None)
    week = again(journal).log.week(THIS)
    assert week.saved_at is not None
    assert week.saved_at.date() == TODAY
    assert week.saved_at.tzinfo is not None


def test_everything_given_is_kept(journal: Journal) -> None:
    new = NewLine(
        text="done",
        week=THIS.shift(-2),
        kind=LineKind.FEEDBACK,
        known_by=("Anna",),
        evidence=("https://example.org/a", "seen by Ben"),
        visibility=(Audience.SELF, Audience.MENTOR),
    )
    line = journal.log.add(new)
    snapshot = again(journal).snapshot()
    assert snapshot.lines == (line,)
    assert (line.week, line.kind, line.known_by, line.visibility) == (
        str(new.week),
        new.kind,
        new.known_by,
        new.visibility,
    )
    link, note = (snapshot.evidence_by_id[proof] for proof in line.evidence)
    assert (link.kind, link.url, link.text) == ("link", "https://example.org/a", "")
    assert (note.kind, note.url, note.text) == ("note", "", "seen by Ben")
    assert link.on == date(2026, 11, 15), "a day of that week, not a later one"


def test_the_first_saving_of_a_week_is_not_moved_by_a_later_one(journal: Journal) -> None:
    journal.log.add(NewLine(text="a"))
    first = journal.log.week(THIS).saved_at
    later = again(journal, date(2026, 12, 20))
    later.log.add(NewLine(text="b", week=THIS))
    assert later.log.week(THIS).saved_at == first


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n"])
def test_a_line_without_words_is_refused(journal: Journal, text: str) -> None:
    with pytest.raises(BadInputError, match="There is no text"):
        journal.log.add(NewLine(text=text))
    assert not journal.path.exists()


def test_a_week_to_come_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="2026-W49 has not begun"):
        journal.log.add(NewLine(text="a", week=THIS.shift(1)))
    with pytest.raises(BadInputError, match="has not begun"):
        journal.log.edit_week(Week(id="2026-W49", week="2026-W49"), Week(id="2026-W49", week="2026-W49", energy=3))


@pytest.mark.parametrize(
    "day", [date(2021, 1, 3), date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4), date(2025, 12, 29)]
)
def test_the_week_of_a_day_round_new_year_is_the_iso_week(journal: Journal, day: date) -> None:
    line = again(journal, day).log.add(NewLine(text="a"))
    year, week, _ = day.isocalendar()
    assert line.week == f"{year}-W{week:02d}"


def test_an_unknown_focus_changes_nothing(journal: Journal) -> None:
    with pytest.raises(NotFoundError):
        journal.log.add(NewLine(text="a", focus="f7"))
    assert not journal.path.exists()


HOSTILE = [
    "[/b]",
    "[bold]x",
    "\u202eright to left",
    "👩‍🔬 e\u0301 漢字",
    "\x00\x07\x1b[31m",
    "a" * 20_000,
    '"\\',
    "a\u2028b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_letter_for_letter(journal: Journal, text: str) -> None:
    line = journal.log.add(NewLine(text=text))
    assert again(journal).snapshot().lines == (line,)
    assert line.text == text.strip()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_can_be_logged_and_read_again(journal: Journal, text: str) -> None:
    line = journal.log.add(NewLine(text=text))
    assert again(journal).log.line(line.id).text == line.text
    assert json.loads(journal.path.read_bytes())


def test_lines_of_a_week_stand_as_they_were_written(journal: Journal) -> None:
    for text, week in (("c", THIS), ("a", THIS.shift(-1)), ("d", THIS), ("b", THIS.shift(-1))):
        journal.log.add(NewLine(text=text, week=week))
    assert [line.text for line in journal.snapshot().lines_by_week[str(THIS)]] == ["c", "d"]
    assert [line.text for line in again(journal).snapshot().lines] == ["a", "b", "c", "d"]


def test_two_programs_change_different_fields_of_one_line(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="old"))
    other = again(journal)
    other.log.edit(line, msgspec.structs.replace(line, kind=LineKind.SETBACK))
    journal.log.edit(line, msgspec.structs.replace(line, text="new"))
    (both,) = again(journal).snapshot().lines
    assert (both.text, both.kind) == ("new", LineKind.SETBACK)


def test_two_programs_change_one_field_of_one_line(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="old"))
    again(journal).log.edit(line, msgspec.structs.replace(line, text="theirs"))
    with pytest.raises(ClashError) as caught:
        journal.log.edit(line, msgspec.structs.replace(line, text="mine"))
    assert (caught.value.mine, caught.value.theirs) == ("mine", "theirs")
    assert [kept.text for kept in journal.snapshot().lines] == ["theirs"]


def test_a_line_deleted_elsewhere_is_not_edited_in_the_trash(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="old"))
    again(journal).log.delete(line)
    with pytest.raises(ClashError, match="trash"):
        journal.log.edit(line, msgspec.structs.replace(line, text="mine"))
    assert journal.trash.list()[0].text == "old"


def test_the_notes_of_a_week_are_written_field_by_field(journal: Journal) -> None:
    blank = journal.log.week(THIS)
    week = journal.log.edit_week(blank, msgspec.structs.replace(blank, energy=4, private="for me"))
    assert (week.energy, week.private) == (4, "for me")
    journal.log.edit_week(week, msgspec.structs.replace(week, block=Block(cause="time"), state=WeekState.PAUSED))
    kept = again(journal).log.week(THIS)
    assert (kept.energy, kept.private, kept.block, kept.is_paused) == (4, "for me", Block(cause="time"), True)
    assert kept.id == kept.week == "2026-W48"


def test_two_programs_note_a_new_week_at_once(journal: Journal) -> None:
    blank = journal.log.week(THIS)
    other = again(journal)
    other.log.edit_week(other.log.week(THIS), msgspec.structs.replace(blank, energy=4))
    journal.log.edit_week(blank, msgspec.structs.replace(blank, minutes=10))
    kept = again(journal).log.week(THIS)
    assert (kept.energy, kept.minutes) == (4, 10)


def test_evidence_can_be_added_later(journal: Journal) -> None:
    line = journal.log.add(NewLine(text="a", evidence=("one",)))
    line = journal.log.edit(line, line, ("two",))
    assert [journal.snapshot().evidence_by_id[proof].text for proof in line.evidence] == ["one", "two"]
    assert isinstance(journal.log.line(line.id), Line)
