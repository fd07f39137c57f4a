"""The page on the coach: made from its texts, and every example does what it says."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from growthtui.coach.catalogue import load_rules
from tests.coach.plans import CAREER, PERSONAL, found, plan

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES: dict[str, dict[str, str]] = tomllib.loads((DOCS / "coach_examples.toml").read_text("utf-8"))
ABOUT_WORDS = [rule for rule, example in EXAMPLES.items() if example["of"] != "plan"]


@pytest.fixture(scope="module")
def made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_coach", DOCS / "make_coach.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(made: ModuleType) -> None:
    assert (DOCS / "coach.md").read_text("utf-8") == made.coach_page(), "run: python docs/make_coach.py"


def test_every_rule_has_an_example() -> None:
    assert list(EXAMPLES) == [rule.id for rule in load_rules().rules]


def holding(rule: str, words: str) -> dict[str, Any]:
    """A plan with the words where the example says, and a goal of the kind that the rule reads."""
    goal = PERSONAL if rule == "GP703" else CAREER
    if EXAMPLES[rule]["of"] == "measure":
        return plan("Write one note every week", goal={**goal, "measures": [words]})
    return plan(words, goal=goal)


@pytest.mark.parametrize("rule", ABOUT_WORDS)
def test_an_example_makes_the_coach_ask_and_the_other_one_does_not(rule: str) -> None:
    assert found(holding(rule, EXAMPLES[rule]["asks"]), rule)
    assert not found(holding(rule, EXAMPLES[rule]["calm"]), rule)


def test_the_copies_in_json_say_what_people_edit(made: ModuleType) -> None:
    for path, text in made.copies().items():
        assert path.read_text("utf-8") == text, "run: python docs/make_coach.py"
