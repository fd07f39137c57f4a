"""A good file, spoilt in any way: never taken for a new journal, never overwritten, nothing dropped on a rewrite."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growthtui.errors import DamagedError, ExitCode, NewerSchemaError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.storage import codec
from tests.faults.operations import opened, used

LONG_AGO = 1_700_000_000
"""A file that is not fresh is not waited for."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    used(folder)
    opened(folder).log.add(NewLine(text="é 漢字 👩‍🔬", evidence=("https://example.org",)))
    return folder


Spoil = Callable[[bytes, int], bytes]
"""What happens to the bytes at a place."""


def _flip(bit: int) -> Spoil:
    return lambda data, at: data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def _cut_out(size: int) -> Spoil:
    return lambda data, at: data[:at] + data[at + size :]


def _zero(size: int) -> Spoil:
    return lambda data, at: data[:at] + b"\0" * len(data[at : at + size]) + data[at + size :]


def _double(size: int) -> Spoil:
    return lambda data, at: data[: at + size] + data[at:]


def _insert(what: bytes) -> Spoil:
    return lambda data, at: data[:at] + what + data[at:]


def _overwrite(what: bytes) -> Spoil:
    return lambda data, at: data[:at] + what + data[at + len(what) :]


def _change_value(what: bytes) -> Spoil:
    """Another JSON value in the place of the next one: the file may stay valid, the record does not."""

    def spoil(data: bytes, at: int) -> bytes:
        start = data.find(b":", at) + 1
        ends = [found for sign in (b",", b"}") if (found := data.find(sign, start)) > 0]
        return data[:start] + what + data[min(ends, default=len(data)) :]

    return spoil


_sizes = st.integers(1, 300)
_junk = st.binary(min_size=1, max_size=20)
_values = st.sampled_from([b"null", b"true", b"7", b'"x"', b"[]", b"{}", b",", b"}"])
_spoils = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.one_of(
        st.integers(0, 7).map(_flip),
        _sizes.map(_cut_out),
        _sizes.map(_zero),
        _sizes.map(_double),
        _junk.map(_insert),
        _junk.map(_overwrite),
        _values.map(_change_value),
        st.just(lambda data, at: data[:at]),
    ),
)


def _check(template: Path, spoils: list[tuple[float, Spoil]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "trial"
        shutil.copytree(template, folder)
        journal = opened(folder)
        data = journal.path.read_bytes()
        for place, spoil in spoils:
            data = spoil(data, int(place * len(data))) if data else data
        journal.path.write_bytes(data)
        os.utime(journal.path, (LONG_AGO, LONG_AGO))
        try:
            journal.snapshot()
        except (DamagedError, NewerSchemaError) as error:
            _check_damaged(folder, journal, data, repairs=isinstance(error, DamagedError))
        else:
            _check_readable(journal)


def _check_damaged(folder: Path, journal: Journal, data: bytes, *, repairs: bool) -> None:
    with pytest.raises((DamagedError, NewerSchemaError)) as caught:
        journal.log.add(NewLine(text="must not be saved"))
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert journal.path.read_bytes() == data
    assert journal.health.report().damage
    if not repairs:
        return
    newest = next(iter(journal.ledger.db.versions.good()))[1]
    kept = journal.health.repair().kept_aside
    assert kept is not None
    assert kept.read_bytes() == data
    after = opened(folder).ledger.raw_tables()
    for table, docs in newest.items():
        assert docs.keys() <= after[table].keys(), "every record of the newest good copy is back"


def _check_readable(journal: Journal) -> None:
    """What is valid JSON of the right shape stays usable; a broken record is named and survives a rewrite."""
    before = codec.decode(journal.path.read_bytes())
    named = {(problem.table, problem.record) for problem in journal.health.report().problems}
    shown = {line.id for line in journal.snapshot().lines}
    journal.trash.list()
    journal.undo.history()
    for key, doc in before.get("lines", {}).items():
        record = str(doc.get("id", key))
        assert record in shown or "deleted" in doc or ("lines", record) in named
    try:
        journal.log.add(NewLine(text="goes on"))
    except DamagedError:
        pytest.fail("it could be read, so it must take a line")
    after = json.loads(journal.path.read_bytes())
    for table, docs in before.items():
        for key, doc in docs.items():
            kept = after[table][key]
            changed = {field for field in {*doc, *kept} if doc.get(field) != kept.get(field)}
            assert changed <= ({"saved_at", "changed", "deleted"} if table == "weeks" else set()), (table, key)


@settings(max_examples=200, deadline=None, database=None)
@given(spoils=st.lists(_spoils, min_size=1, max_size=3))
def test_a_spoilt_file_is_refused_or_stays_whole(template: Path, spoils: list[tuple[float, Spoil]]) -> None:
    _check(template, spoils)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=2000, deadline=None, database=None)
@given(spoils=st.lists(_spoils, min_size=1, max_size=3))
def test_a_spoilt_file_is_refused_or_stays_whole_2000_times(template: Path, spoils: list[tuple[float, Spoil]]) -> None:
    _check(template, spoils)
