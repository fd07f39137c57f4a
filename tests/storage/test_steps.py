"""The undo log: order, trimming, torn files, several processes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from growthtui.storage.changes import Change
from growthtui.storage.steps import StepLog

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> StepLog:
    return StepLog(tmp_path / "undo")


def _record(log: StepLog, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        change = Change("lines", str(number), None, {"id": f"l{number}", "text": "words\n\u2028"})
        log.record(NOON + timedelta(seconds=number), f"step {number}", (change,))


def test_an_empty_log_has_nothing(log: StepLog) -> None:
    assert list(log.done()) == []
    assert list(log.undone()) == []


def test_a_step_is_read_as_it_was_written(log: StepLog) -> None:
    change = Change("lines", "7", {"a": [1, None]}, None)
    step = log.record(NOON, "délete [/b]", (change,))
    assert list(log.done()) == [step]
    assert step.changes == (change,)
    assert step.at == NOON


def test_more_than_a_hundred_steps_go_back_and_forth(log: StepLog) -> None:
    _record(log, 130)
    for number in range(129, 28, -1):
        step = next(log.done())
        assert step.label == f"step {number}"
        log.take_back(step)
    assert len(list(log.undone())) == 101
    for number in range(29, 130):
        step = next(log.undone())
        assert step.label == f"step {number}"
        log.do_again(step)
    assert next(log.done()).label == "step 129"
    assert list(log.undone()) == []


def test_a_new_step_ends_what_could_be_redone(log: StepLog) -> None:
    _record(log, 3)
    log.take_back(next(log.done()))
    log.take_back(next(log.done()))
    _record(log, 1, first=10)
    assert list(log.undone()) == []
    assert [step.label for step in log.done()] == ["step 10", "step 0"]


def test_old_steps_are_trimmed_but_never_the_last_hundred(log: StepLog, tmp_path: Path) -> None:
    _record(log, 300)
    labels = [step.label for step in log.done()]
    assert labels == [f"step {number}" for number in range(299, 299 - len(labels), -1)]
    assert 100 <= len(labels) <= 128
    assert len(list((tmp_path / "undo").iterdir())) == len(labels)


@pytest.mark.parametrize("content", [b"", b"{", b"\0" * 50, b"[]", b'{"id":1}', b"\xff\xfe"])
def test_a_torn_step_is_passed_over(log: StepLog, tmp_path: Path, content: bytes) -> None:
    _record(log, 3)
    newest = max((tmp_path / "undo").iterdir())
    newest.write_bytes(content)
    assert [step.label for step in log.done()] == ["step 1", "step 0"]
    _record(log, 1, first=5)
    assert [step.label for step in log.done()] == ["step 5", "step 1", "step 0"]


def test_another_process_sees_the_same_log(log: StepLog, tmp_path: Path) -> None:
    _record(log, 2)
    other = StepLog(tmp_path / "undo")
    other.take_back(next(other.done()))
    assert [step.label for step in log.done()] == ["step 0"]
    assert [step.label for step in log.undone()] == ["step 1"]


def test_steps_stay_in_order_when_the_clock_goes_back(log: StepLog) -> None:
    _record(log, 1, first=100)
    _record(log, 1, first=0)
    assert [step.label for step in log.done()] == ["step 0", "step 100"]


def test_steps_are_private(log: StepLog, tmp_path: Path) -> None:
    _record(log, 1)
    (file,) = (tmp_path / "undo").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
