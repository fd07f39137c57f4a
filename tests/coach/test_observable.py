"""Numbers, dates, artefacts, witnesses; and what anchors a text."""

import pytest

from growthtui.coach.predicates import anchored, has_artefact, has_date, has_number, measure_ok, observable


@pytest.mark.parametrize(
    "text",
    [
        "Reach 80",
        "Up by 3%",
        "Ask a dozen people",
        "At least one of them",
        "One per person",
        "The first of its kind",
        "Read it daily",
        "In January",
        "By Saturday",
        "By the end of it",
        "By next spring",
        "In May",
        "By May",
        "Ship a prototype",
        "Two-page memo",
        "She signs off",
        "Lena tells me so",
    ],
)
def test_observable(text: str) -> None:
    assert observable(text)


@pytest.mark.parametrize("text", ["By heart", "May be nice", "Stand by me", "Mayhem", "Say nothing", "Marching on", ""])
def test_not_observable(text: str) -> None:
    assert not observable(text)


def test_parts_of_observable() -> None:
    assert has_number("twice")
    assert not has_number("one day")
    assert has_date("every sprint")
    assert not has_date("in two days")
    assert has_artefact("an onboarding checklist")
    assert not has_artefact("a docstring")


@pytest.mark.parametrize(
    "text",
    [
        "Grow it to 5k",
        "Cut it by 40%",
        "Save $1,200",
        "Finish in 3:45:10",
        "Lift 80 kg",
        "Lift 80kg",
        "Run 10km",
        "Have 15+ readers",
        "Reach B2 in Dutch",
        "Read a dozen of them",
        "Exactly one of them",
        "Up to one hour",
        "One per person",
        "One every other day",
        "Do it fortnightly",
        "Two hours a week",
        "Feedback from Ana",
        "Learn it by writing a long blog post",
        "Learn enough to build it",
        "Learn it so that I can teach it",
        "Learn it with a small online course",
    ],
)
def test_anchored(text: str) -> None:
    assert anchored(text)


@pytest.mark.parametrize(
    "text",
    [
        "Grow it in 2027",
        "Grow it by 31 March",
        "Grow it by March 31st",
        "Grow it by the 2nd of May",
        "Grow it in Q3",
        "Grow it in the next two years",
        "Grow it within 6 months",
        "Grow it for three weeks",
        "Grow over the last 2 months",
        "The past four years",
        "Be in the top 10",
        "Run twice as fast",
        "Learn about v2",
        "Learn about v1.2",
        "Learn K8s",
        "Learn web3",
        "My day-to-day work",
        "Learn it by heart",
        "Learn it by reading what others have ever written about posts",
        "Learn it by June",
        "Write a guide",
        "One of them",
        "",
    ],
)
def test_not_anchored(text: str) -> None:
    assert not anchored(text)


@pytest.mark.parametrize(
    "text",
    [
        "Answer tickets within 3 days",
        "Lead time down by a half",
        "Open the review weekly",
        "Ana confirms it",
        "I am promoted",
        "Feel good about the talk",
        "The guide exists",
        "Live before June",
        "Finish the migration",
        "Publishing the tool",
    ],
)
def test_measure_ok(text: str) -> None:
    assert measure_ok(text)


@pytest.mark.parametrize(
    "text",
    [
        "Improve my English",
        "Feel good in June 2027",
        "Good mood on 31 March",
        "Comfortable on March 31",
        "Happy in Q2",
        "It runs",
        "People trust me",
        "My code is great",
        "",
    ],
)
def test_not_measure_ok(text: str) -> None:
    assert not measure_ok(text)
