"""V1 to V5: texts that could mean anything, and the clauses that save them."""

import pytest

from growthtui.coach.predicates import product, vague

FLAGGED = [
    ("Improve my writing", "improve"),
    ("Improve my blog this year", "improve"),
    ("This year I want to explore machine learning", "explore"),
    ("Exploring design", "explore"),
    ("Get really good at chess", "get good at"),
    ("Develop my people skills", "develop"),
    ("Study the market", "study"),
    ("Deepen my design doc reading", "deepen"),
    ("Be on time", "be"),
    ("Becoming calm", "becoming"),
    ("Practising the cello", "practise"),
    ("Have better mornings", "have better"),
    ("Write more tests", "more"),
    ("Answer faster than ever", "faster"),
    ("Move lots of load away", "lots of"),
    ("Try something new at work", "something new"),
    ("Do some kind of sport", "some kind"),
    ("Speak clearly in reviews", "clearly"),
    ("Build a strong network", "build ... network"),
    ("I will show leadership", "show ... leadership"),
    ("Establish trust with the crew", "establish ... trust"),
    ("Leadership", "leadership"),
    ("Communication skills.", "communication skills"),
    ("Time management and planning", "time management"),
    ("Self-confidence", "self-confidence"),
    ("Technical writing skills in English", "technical writing skills"),
]

FINE = [
    "Improve the build time to 90 s",
    "Improve to be promoted",
    "Develop a small tool",
    "Developing an internal tool",
    "Study the design doc",
    "Support the retro",
    "Be on time with the report",
    "Be a role model",
    "Become an expert",
    "Be tech lead",
    "Hire someone more senior",
    "Write no more than Ana",
    "Draw once more",
    "Build a bridge",
    "Build trust by writing the team newsletter",
    "Create a dashboard for leadership",
    "Design thinking",
    "Lead communication",
    "Publish knowledge",
    "The people and their skills",
    "My many very good skills",
    "Decline a request",
    "Hand over the small service",
    "",
]


@pytest.mark.parametrize(("text", "match"), FLAGGED)
def test_vague(text: str, match: str) -> None:
    assert vague(text) == match


@pytest.mark.parametrize("text", FINE)
def test_not_vague(text: str) -> None:
    assert vague(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("build a tool", True),
        ("building and testing our first public websites", True),
        ("design the game", True),
        ("make a very small mobile app", True),
        ("make a very very small mobile app", False),
        ("build a team for the app", False),
        ("plan an app", False),
        ("build an appliance", False),
    ],
)
def test_product(text: str, wanted: bool) -> None:
    assert product(text) is wanted
