"""Where a journal and what belongs to it lie."""

import hashlib
import os
from pathlib import Path
from types import ModuleType

import pytest

from growthtui.journal import ledger
from growthtui.journal.journal import Journal
from growthtui.journal.ledger import state_folder


@pytest.mark.parametrize("name", ["journal.json", "日本 語.json", "x" * 200])
def test_the_state_folder_follows_from_the_real_path(tmp_path: Path, name: str) -> None:
    real = tmp_path / name
    real.touch()
    link = tmp_path / "link.json"
    link.symlink_to(real)
    expected = hashlib.sha256(os.fsencode(os.path.realpath(real))).hexdigest()[:12]
    assert state_folder(tmp_path, real) == state_folder(tmp_path, link) == tmp_path / expected


def test_an_interpreter_without_its_own_sha_asks_hashlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = state_folder(tmp_path, tmp_path / "journal.json")

    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(ledger, "import_module", missing)
    assert state_folder(tmp_path, tmp_path / "journal.json") == expected


def test_a_wrong_record_hides_no_other(journal: Journal) -> None:
    with journal.ledger.transaction("people") as changes:
        changes.raw.insert("people", [{"name": "Ada"}, {"name": 7}, {"name": "Bo"}, {"nobody": True}])
    assert [person.name for person in journal.snapshot().people] == ["Ada", "Bo"]
    assert len(journal.health.report().problems) == 2
