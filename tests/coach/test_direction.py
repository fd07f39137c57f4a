"""Which way an action points."""

import pytest

from growthtui.coach.predicates import career_directions, direction


@pytest.mark.parametrize(
    ("text", "title", "way"),
    [
        ("Publish the results of the course", "", "visibility"),
        ("I'll pair with Bo", "", "team"),
        ("Please, code it", "", "technical"),
        ("Mentor/coach two of them", "", "team"),
        ("Pair-program it", "", None),
        ("Sit in on the course with my boss", "", "manager"),
        ("Go to the course on Rust", "", "learning"),
        ("Go to bed", "", None),
        ("Go to bed", "More sleep", "wellbeing"),
        ("Go to bed", "Publish", "visibility"),
        ("Go to bed", "Present it", "visibility"),
        ("Go to a meetup", "Sleep", "relationships"),
        ("Please rest", "", "wellbeing"),
        ("Shipping it", "", "delivery"),
        ("", "", None),
    ],
)
def test_words(text: str, title: str, way: str | None) -> None:
    assert direction(text, title) == way


def test_a_tag_counts_before_everything() -> None:
    assert direction("Read", tags=("", "team"), side_quest=True) == "team"
    assert direction("Read", tags=("delivery", "team")) == "delivery"


def test_a_tag_that_is_no_direction_is_passed_over() -> None:
    assert direction("Read", tags=("both", "")) == "learning"


def test_a_side_quest_is_visibility() -> None:
    assert direction("Read", side_quest=True) == "visibility"


def test_career_directions() -> None:
    assert career_directions() == {"manager", "visibility", "relationships", "team", "delivery"}
