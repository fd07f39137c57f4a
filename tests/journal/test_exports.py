"""What leaves a journal: for whom, from which day on, and onto which file."""

import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from growthtui.clock import Clock
from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.plan import Focus, Plan, PlanMode, PlanStatus
from growthtui.domain.week import Line
from growthtui.errors import BadInputError, ExitCode, ExportNotWrittenError
from growthtui.journal.exports import READY, Export, Format, save_export
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.sample_records import SAMPLES

SUNDAY = date(2026, 8, 30)
MANAGER = Export(audience=Audience.MANAGER)


@pytest.fixture
def staff(tmp_path: Path) -> Journal:
    """The sample, imported unshifted, on the last Sunday of its last week."""
    journal = Journal(tmp_path / "staff.json", Clock(SUNDAY), tmp_path / "staff-state")
    journal.imports.apply(journal.imports.read(SAMPLES / "sample-backend-staff.json"))
    return journal


def with_records(journal: Journal, *records: Plan | Focus | Line) -> None:
    with journal.ledger.transaction("test") as changes:
        for record in records:
            changes.create(record)


def text_of(journal: Journal, export: Export) -> str:
    return journal.exports.write(export).decode("utf-8-sig")


def test_imported_sample_makes_the_packet_of_the_sample(staff: Journal) -> None:
    for audience in Audience:
        golden = Path(__file__).parent.parent / "golden" / "packets" / f"backend-staff-{audience}.md"
        assert text_of(staff, Export(audience=audience)) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("to", READY)
def test_same_journal_same_day_same_bytes(staff: Journal, audience: Audience, to: Format) -> None:
    if (to, audience) != (Format.JSON, Audience.SELF):  # it says when it was exported
        assert staff.exports.write(Export(format=to, audience=audience)) == staff.exports.write(
            Export(format=to, audience=audience)
        )


def test_empty_journal_can_be_exported(journal: Journal) -> None:
    for audience in Audience:
        for to in READY:
            assert journal.exports.write(Export(format=to, audience=audience))
        assert journal.exports.preview(Export(audience=audience)).leaves == ()
    assert not journal.exists


def test_period_starts_with_the_plan(staff: Journal) -> None:
    assert staff.exports.period(MANAGER) == (date(2026, 3, 2), SUNDAY)


def test_period_starts_with_the_last_review_for_this_reader(staff: Journal) -> None:
    staff.reviews.mark(Audience.MANAGER, date(2026, 5, 1))
    staff.reviews.mark(Audience.MANAGER, date(2026, 6, 5))
    staff.reviews.mark(Audience.PANEL, date(2026, 7, 1))
    assert staff.exports.period(MANAGER)[0] == date(2026, 6, 5)
    assert staff.exports.period(Export(audience=Audience.MENTOR))[0] == date(2026, 3, 2)
    assert staff.exports.period(Export(audience=Audience.MANAGER, until=date(2026, 5, 31)))[0] == date(2026, 5, 1)
    text = text_of(staff, MANAGER)
    assert "Receipts and fees are Jonas's now" in text  # in the week of the review
    assert "RFC-118 is out for comments" not in text


def test_review_that_is_planned_starts_nothing_yet(staff: Journal) -> None:
    staff.reviews.mark(Audience.MANAGER, date(2026, 9, 10))
    assert staff.exports.period(MANAGER)[0] == date(2026, 3, 2)


def test_period_starts_with_a_week_logged_before_the_plan(journal: Journal) -> None:
    old = Plan(id="old", status=PlanStatus.CLOSED, start=date(2026, 1, 5))
    plan = Plan(id="new", start=date(2026, 11, 16))
    points = (Focus(id="f-old", plan="old", title="x"), Focus(id="f-new", plan="new", title="x"))
    lines = (
        Line(id="l1", week="2026-W02", text="x", focus="f-old"),
        Line(id="l2", week="2026-W45", text="x", focus="f-new"),
    )
    with_records(journal, old, plan, *points)
    assert journal.exports.period(MANAGER)[0] == date(2026, 11, 16)
    with_records(journal, *lines)
    assert journal.exports.period(MANAGER)[0] == Week.parse("2026-W45").monday


def test_period_without_a_plan_starts_with_the_first_week(journal: Journal) -> None:
    journal.log.add(NewLine(text="asked", week=Week.parse("2026-W40")))
    assert journal.exports.period(MANAGER)[0] == date(2026, 9, 28)


def test_plan_that_starts_later_than_today_makes_a_period_of_one_day(journal: Journal) -> None:
    with_records(journal, Plan(id="p", start=date(2026, 12, 7)))
    assert journal.exports.period(MANAGER) == (date(2026, 11, 24), date(2026, 11, 24))


def test_period_the_wrong_way_round_is_refused(staff: Journal) -> None:
    export = Export(since=date(2026, 6, 2), until=date(2026, 6, 1))
    with pytest.raises(BadInputError, match=r"2026-06-02.*2026-06-01"):
        staff.exports.write(export)


def test_csv_for_self_covers_everything_unless_a_day_is_given(staff: Journal) -> None:
    staff.reviews.mark(Audience.SELF, date(2026, 8, 1))
    rows = text_of(staff, Export(format=Format.CSV)).splitlines()
    assert len(rows) == 38
    assert rows[0].endswith('"known_by","id","visibility"')
    some = text_of(staff, Export(format=Format.CSV, since=date(2026, 8, 17))).splitlines()
    assert len(some) == 5


def test_csv_for_others_keeps_to_their_period(staff: Journal) -> None:
    staff.reviews.mark(Audience.MANAGER, date(2026, 8, 20))
    rows = text_of(staff, Export(format=Format.CSV, audience=Audience.MANAGER)).splitlines()
    assert rows[0].endswith('"evidence","known_by"')
    assert len(rows) == 5


def test_json_for_self_is_the_journal(staff: Journal) -> None:
    whole = json.loads(text_of(staff, Export(format=Format.JSON, with_private=True)))
    assert whole["schema"] == "growthjournal/1"
    assert len(whole["weeks"]) == 26
    assert "offer of the other company" in str(whole)
    plain = json.loads(text_of(staff, Export(format=Format.JSON)))
    assert "offer of the other company" not in str(plain)
    some = json.loads(text_of(staff, Export(format=Format.JSON, since=date(2026, 8, 17))))
    assert [week["week"] for week in some["weeks"]] == ["2026-W34", "2026-W35"]


def test_json_for_others_is_the_document(staff: Journal) -> None:
    packet = json.loads(text_of(staff, Export(format=Format.JSON, audience=Audience.PANEL)))
    assert (packet["schema"], packet["audience"]) == ("growthpacket/1", "panel")
    assert (packet["since"], packet["until"]) == ("2026-03-02", "2026-08-30")
    assert [part["id"] for part in packet["document"]["sections"]] == ["summary", "measures", "results", "feedback"]


def test_plan_alone(staff: Journal) -> None:
    assert text_of(staff, Export(plan_only=True)) == staff.documents.plan_text()
    assert json.loads(text_of(staff, Export(plan_only=True, format=Format.JSON)))["schema"] == "growthplan/1"
    text = text_of(staff, Export(plan_only=True, audience=Audience.MANAGER))
    assert "## Focus points" in text
    assert "## Week by week" not in text
    assert "2 March to 30 August" not in text


def test_private_notes_leave_for_self_when_asked_for(staff: Journal) -> None:
    assert "short with the kids" not in text_of(staff, Export())
    assert "short with the kids" in text_of(staff, Export(with_private=True))


@pytest.mark.parametrize(
    ("export", "message"),
    [
        (Export(with_private=True, audience=Audience.MENTOR), "--for mentor"),
        (Export(plan_only=True, format=Format.CSV), "csv holds the log"),
        *((Export(format=to), f"{to} is not possible yet; use md") for to in Format if to not in READY),
    ],
)
def test_options_that_do_not_fit_are_refused_everywhere(staff: Journal, export: Export, message: str) -> None:
    for make in (staff.exports.write, staff.exports.document, staff.exports.preview):
        with pytest.raises(BadInputError, match=message):
            make(export)


def test_empty_plan_to_print(journal: Journal) -> None:
    for mode in PlanMode:
        golden = Path(__file__).parent.parent / "golden" / "packets" / f"blank-{mode}.md"
        assert journal.exports.blank(mode) == golden.read_bytes()
    with pytest.raises(BadInputError, match="written as md"):
        journal.exports.blank(PlanMode.PLAN, Format.CSV)


def test_owner_writes_the_summary_and_opens_sections(staff: Journal) -> None:
    assert staff.exports.proposed_summary(MANAGER)[1] == '"What we broke in May" is out.'
    export = Export(audience=Audience.MANAGER, summary=("One line of mine.",), opted_in=frozenset({"stuck", "limits"}))
    text = text_of(staff, export)
    assert "## In short\n\n- One line of mine.\n\n## Goal" in text
    optional = {spec.id for spec in staff.exports.sections(Audience.MANAGER) if Audience.MANAGER in spec.opt_in}
    assert optional == {"setbacks", "limits", "stuck"}


@pytest.mark.parametrize("to", READY)
@pytest.mark.parametrize("audience", Audience)
def test_preview_tells_the_truth_about_the_export(staff: Journal, audience: Audience, to: Format) -> None:
    export = Export(format=to, audience=audience)
    preview, text = staff.exports.preview(export), text_of(staff, export)
    if to is Format.JSON:
        text = json.dumps(json.loads(text), ensure_ascii=False)
    bare = text.replace("\\", "").replace('""', '"')
    assert all(entry.text.replace('"', "") in bare.replace('"', "") for entry in preview.leaves)
    leaving = " ".join(entry.text for entry in preview.leaves)
    staying = [entry for entry in preview.stays if len(entry.text) > 30 and entry.text not in leaving]
    assert staying or (audience, to) == (Audience.SELF, Format.JSON)
    assert not [entry for entry in staying if entry.text.replace('"', "") in bare.replace('"', "")]


def test_preview_says_why_something_stays(staff: Journal) -> None:
    reasons = {entry.text[:20]: entry.why for entry in staff.exports.preview(MANAGER).stays}
    assert reasons["Dinner to bedtime be"] == "you did not choose it for your manager"
    assert reasons["No newsletter in Jul"] == "you did not choose it for your manager"
    assert reasons["Handover notes were "] == "there is no consent to quote it"
    assert reasons["I was short with the"] == "private: it leaves only when private notes do, and only for you"
    assert reasons["quarter close"] == "what held you back: not for your manager unless you choose it"
    staff.reviews.mark(Audience.MANAGER, date(2026, 8, 1))
    later = {entry.text[:20]: entry.why for entry in staff.exports.preview(MANAGER).stays}
    assert later["RFC-118 is out for c"].startswith("outside 1 August to 30 August 2026")


def test_preview_names_people_and_words_to_think_about(staff: Journal) -> None:
    found = {caution.text: caution.words for caution in staff.exports.preview(MANAGER).cautions}
    assert found["Fees handover meeting. Jonas ran it, I took notes and bit my tongue."] == ("Jonas",)
    assert staff.exports.preview(Export(audience=Audience.MENTOR)).cautions == ()
    staff.log.add(NewLine(text="Told the recruiter no", week=Week.parse("2026-W35")))
    staff.log.add(NewLine(text="Left at dinner and bedtime", week=Week.parse("2026-W35")))
    found = {caution.text: caution.words for caution in staff.exports.preview(MANAGER).cautions}
    assert found["Told the recruiter no"] == ("recruiter",)
    assert found["Left at dinner and bedtime"] == ("bedtime", "dinner")


def test_setting_keeps_everything(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "own.json", Clock(SUNDAY), tmp_path / "own-state", only_self=True)
    journal.imports.apply(journal.imports.read(SAMPLES / "sample-backend-staff.json"))
    preview = journal.exports.preview(MANAGER)
    assert preview.leaves == ()
    assert 'the setting visibility = "self" keeps everything with you' in {entry.why for entry in preview.stays}
    assert text_of(journal, MANAGER).count("## ") == 0


def test_trash_does_not_leave(staff: Journal) -> None:
    staff.log.delete(staff.log.line("2026-w34-1"))
    for audience in Audience:
        for to in READY:
            assert "Night pages for receipts" not in text_of(staff, Export(format=to, audience=audience))


def test_export_changes_nothing(staff: Journal) -> None:
    before = staff.path.read_bytes()
    steps = len(staff.undo.history())
    for to in READY:
        staff.exports.write(Export(format=to))
    assert staff.path.read_bytes() == before
    assert len(staff.undo.history()) == steps


def test_file_is_written_whole_and_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "packet.md"
    save_export(path, b"one")
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".packet")] == []


def test_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "packet.md"
    path.write_bytes(b"old")
    with pytest.raises(BadInputError, match="--force"):
        save_export(path, b"new")
    assert path.read_bytes() == b"old"
    save_export(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="is a folder"):
        save_export(tmp_path, b"x", force=True)
    with pytest.raises(BadInputError, match="does not exist"):
        save_export(tmp_path / "missing" / "packet.md", b"x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(ExportNotWrittenError) as raised:
        save_export(folder / "packet.md", b"x")
    assert raised.value.exit_code == ExitCode.NOT_WRITTEN


def test_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ExportNotWrittenError, match="No space left on device"):
        save_export(tmp_path / "packet.md", b"x")
    assert list(tmp_path.glob("*packet*")) == []
