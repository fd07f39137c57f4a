"""Links, modes, owners, odd names and leftovers."""

import os
import stat
from pathlib import Path

import pytest

from growthtui.errors import UnreadableError
from growthtui.storage import atomic
from growthtui.storage.database import JournalDB
from tests.storage.conftest import OpenDB, add_line, texts


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_what_we_create_is_for_the_owner_alone(open_db: OpenDB, tmp_path: Path, mask: int) -> None:
    path = tmp_path / "new" / "deep" / "journal.json"
    old = os.umask(mask)
    try:
        add_line(open_db(path), "a")
    finally:
        os.umask(old)
    assert _mode(path) == 0o600
    assert [_mode(folder) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]
    state = tmp_path / "state"
    assert {_mode(found) for found in state.rglob("*") if found.is_file()} == {0o600}
    assert {_mode(found) for found in (state, *state.rglob("*")) if found.is_dir()} == {0o700}


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664, 0o400])
def test_the_mode_of_an_existing_journal_is_kept(db: JournalDB, place: Path, mode: int) -> None:
    add_line(db, "a")
    place.chmod(mode)
    add_line(db, "b")
    assert _mode(place) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_save_by_root_leaves_the_file_to_its_owner(db: JournalDB, place: Path) -> None:
    add_line(db, "a")
    os.chown(place, 12345, 54321)
    add_line(db, "b")
    assert (place.stat().st_uid, place.stat().st_gid, _mode(place)) == (12345, 54321, 0o600)


def test_a_linked_journal_stays_a_link(open_db: OpenDB, place: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "real.json"
    target.parent.mkdir()
    add_line(open_db(target), "a")
    place.symlink_to("../elsewhere/real.json")
    add_line(open_db(), "b")
    assert place.is_symlink()
    assert texts(open_db(target)) == ["a", "b"]


def test_a_dangling_link_stays_a_link_and_its_target_is_made(open_db: OpenDB, place: Path, tmp_path: Path) -> None:
    target = tmp_path / "not" / "yet" / "real.json"
    place.symlink_to(target)
    add_line(open_db(), "a")
    assert place.is_symlink()
    assert target.is_file()
    assert _mode(target.parent) == 0o700


def test_a_link_to_the_folder_works(open_db: OpenDB, place: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(place.parent)
    add_line(open_db(), "a")
    add_line(open_db(tmp_path / "link" / "journal.json"), "b")
    assert texts(open_db()) == ["a", "b"]


@pytest.mark.parametrize("name", ["journal[1].json", "jour nal.json", "журнал.json", "*.json", "-n.json", "j" * 215])
def test_odd_names_work_and_their_leftovers_go(open_db: OpenDB, place: Path, name: str) -> None:
    path = place.with_name(name)
    leftover = path.with_name(f".{name}.999999999.0123abcd.tmp")
    leftover.write_bytes(b"half")
    other = path.with_name(".other.json.999999999.0123abcd.tmp")
    other.write_bytes(b"of another journal")
    open_db(path).sweep()
    add_line(open_db(path), "a")
    assert texts(open_db(path)) == ["a"]
    assert not leftover.exists()
    assert other.exists()
    assert atomic.leftovers(path.parent) == [other]


def test_a_folder_or_a_pipe_is_no_journal(open_db: OpenDB, place: Path) -> None:
    place.mkdir()
    with pytest.raises(UnreadableError, match="no ordinary file"):
        open_db().committed()
    place.rmdir()
    os.mkfifo(place)
    with pytest.raises(UnreadableError, match="no ordinary file"):
        open_db().committed()


def test_reading_changes_nothing_in_the_folder(db: JournalDB, open_db: OpenDB, place: Path) -> None:
    add_line(db, "a")
    place.with_name(".journal.json.lock").unlink()
    before = {path.name: path.stat() for path in place.parent.iterdir()}
    assert texts(open_db()) == ["a"]
    assert {path.name: path.stat() for path in place.parent.iterdir()} == before


def test_reading_a_missing_journal_makes_nothing(open_db: OpenDB, tmp_path: Path) -> None:
    assert open_db(tmp_path / "no" / "journal.json").committed().data == b""
    assert not (tmp_path / "no").exists()
    assert not (tmp_path / "state").exists()


def test_every_write_goes_on_after_a_short_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:3]))
    atomic.write_quick(tmp_path / "file", b"0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"
