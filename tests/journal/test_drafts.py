"""Typed words that were not saved: kept, offered again, never mixed up."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growthtui.journal.drafts import Draft
from growthtui.journal.journal import Journal
from tests.reopened import again


def test_a_draft_is_there_after_a_restart_and_the_journal_is_not_made(journal: Journal) -> None:
    path = journal.drafts.keep("line", "half a thou", focus="f1")
    (draft,) = again(journal).drafts.waiting()
    assert (draft.place, draft.text, draft.fields) == ("line", "half a thou", {"focus": "f1"})
    assert path.is_file()
    assert not journal.path.exists()


def test_each_place_has_one_draft_and_the_newest_is_first(journal: Journal) -> None:
    for place, text in (("line", "1"), ("wizard/a", "2"), ("line", "3")):
        journal.drafts.keep(place, text)
    assert [(draft.place, draft.text) for draft in journal.drafts.waiting()] == [("line", "3"), ("wizard/a", "2")]
    assert journal.drafts.of("wizard/a") == journal.drafts.waiting()[1]
    journal.drafts.drop("line")
    journal.drafts.drop("line")
    assert [draft.place for draft in journal.drafts.waiting()] == ["wizard/a"]
    assert journal.drafts.of("line") is None


@pytest.mark.parametrize(
    ("one", "other"), [("line/a", "line_a"), ("a.b", "a_b"), ("ä", "a"), ("a/../b", "b"), ("%2F", "/")]
)
def test_places_are_never_mixed_up_and_never_leave_the_folder(journal: Journal, one: str, other: str) -> None:
    paths = {journal.drafts.keep(one, "one"), journal.drafts.keep(other, "other")}
    assert len(paths) == 2
    assert {path.parent for path in paths} == {journal.state / "drafts"}
    assert [draft.text for place in (one, other) if (draft := journal.drafts.of(place))] == ["one", "other"]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="\r")))
def test_any_text_comes_back_letter_for_letter(journal: Journal, text: str) -> None:
    journal.drafts.keep("line", text)
    kept = journal.drafts.of("line")
    assert kept is not None
    assert kept.text == "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def test_a_long_text_comes_back(journal: Journal) -> None:
    journal.drafts.keep("line", "[/b]\u202e👩‍🔬\x07" * 20_000)
    assert journal.drafts.of("line") is not None


def test_drafts_are_private(journal: Journal) -> None:
    path = journal.drafts.keep("line", "secret")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"place":"line","text":"\xff"}', b'{"place":5}'])
def test_a_draft_that_cannot_be_read_is_passed_over_not_removed(journal: Journal, content: bytes) -> None:
    journal.drafts.keep("wizard", "good")
    bad = journal.drafts.keep("line", "bad")
    bad.write_bytes(content)
    assert [draft.place for draft in journal.drafts.waiting()] == ["wizard"]
    assert journal.drafts.of("line") is None
    assert bad.read_bytes() == content


def test_the_editor_works_on_a_file_of_its_own(journal: Journal) -> None:
    path = journal.drafts.file_for_editor("line/a")
    assert path.parent == journal.drafts.folder
    path.write_text("typed outside")
    assert journal.drafts.waiting() == (), "it is no draft until the app takes it over"


def test_a_kill_while_a_draft_is_written_leaves_the_one_before(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.drafts.keep("line", "before")

    def killed(path: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        journal.drafts.keep("line", "after")
    draft: Draft | None = journal.drafts.of("line")
    assert draft is not None
    assert draft.text == "before"
    assert [path.name for path in journal.drafts.folder.iterdir()] == ["line.json"]
