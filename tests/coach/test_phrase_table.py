"""The phrase table of the specification: every key is a predicate with its wanted answer."""

import tomllib
from pathlib import Path

import pytest

from growthtui.coach import predicates

CASES = tomllib.loads((Path(__file__).parents[1] / "data/cases/phrases.toml").read_text("utf-8"))["case"]
CHECKS = [(case["text"], key, wanted) for case in CASES for key, wanted in case.items() if key != "text"]


@pytest.mark.parametrize(("text", "key", "wanted"), CHECKS)
def test_phrase(text: str, key: str, wanted: bool | str) -> None:
    answer = getattr(predicates, key)(text)
    assert (answer if key == "direction" else bool(answer)) == wanted
