"""The example plans give exactly the findings they expect."""

from typing import Any

import pytest

from growthtui.coach.rules import review
from tests.coach.plans import PLANS, read_plan, tree_of


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.glob("*.toml")))
def test_example_plan(name: str) -> None:
    data = read_plan(name)
    found = [(finding.rule, finding.where) for finding in review(tree_of(data), data["today"])]
    assert sorted(found) == sorted((each["rule"], each["where"]) for each in data.get("expect", ()))


def test_a_plan_in_the_shape_of_the_first_seed_is_nearly_clean() -> None:
    """Career goal, three points, no measure: one warning and two questions about the rhythm."""
    focus: list[dict[str, Any]] = [
        {
            "title": "Spend my time on projects with a higher outcome",
            "actions": [{"text": "Check my current priorities with my manager every 2 weeks"}],
        },
        {
            "title": "More visibility outside my team",
            "actions": [
                {"text": "Ask at least one question in each bi-weekly design meeting"},
                {"text": "Leave public artefacts such as documentation"},
            ],
        },
        {
            "title": "Technical knowledge",
            "actions": [{"text": "Read engineering newsletters"}, {"text": "Solve at least 2 design challenges"}],
        },
    ]
    tree = tree_of(
        {
            "horizon_months": 6,
            "north_star": "A role model in technical and cultural values, without compromising my family",
            "goals": [{"kind": "career", "current": True, "text": "Become a staff engineer"}],
            "focus": focus,
        }
    )
    found = [(finding.rule, finding.where) for finding in review(tree, read_plan("good-05-german.toml")["today"])]
    assert found == [("GP401", "g1"), ("GP404", "f2a2"), ("GP404", "f3a1")]
