"""The page on safety names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_test_that_stands_for_a_promise_exists() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    named = set(re.findall(r"`(tests/[\w/.]+)`", page))
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []
