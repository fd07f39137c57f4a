"""Search: all words in any order and case, phrases, filters, context."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import Week
from growthtui.domain.plan import Action, Checkin, Dependency, Focus, Goal, Plan, Principle
from growthtui.domain.week import LineKind
from growthtui.errors import NotFoundError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.journal.search import KINDS, Filters, Hit, terms


@pytest.fixture
def filled(journal: Journal) -> Journal:
    with journal.ledger.transaction("plan") as changes:
        changes.create(Plan(id="p1", start=date(2026, 9, 1), north_star="Be someone others learn from"))
        changes.create(Goal(id="g1", plan="p1", text="Work at staff level", why="four teams"))
        changes.create(Focus(id="f1", plan="p1", goal="g1", title="Visible outside my team"))
        changes.create(Action(id="a1", focus="f1", text="Ask one question in every review"))
    journal.log.add(NewLine(text="Asked about the LEDGER in the review", focus="f1"))
    journal.log.add(NewLine(text="The ledger retries for ever", week=Week(2026, 40), kind=LineKind.SETBACK))
    journal.log.add(NewLine(text="Größe matters", week=Week(2026, 41), evidence=("https://example.org/rfc/118",)))
    return journal


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ledger", ["Asked about the LEDGER in the review", "The ledger retries for ever"]),
        ("review ledger", ["Asked about the LEDGER in the review"]),
        ('"ledger retries"', ["The ledger retries for ever"]),
        ('"retries ledger"', []),
        ("GRÖSSE", ["Größe matters https://example.org/rfc/118"]),
        ("rfc/118", ["Größe matters https://example.org/rfc/118"]),
        ("staff", ["Work at staff level four teams"]),
        ("learn others", ["Be someone others learn from"]),
        ("question", ["Ask one question in every review"]),
        ("absent", []),
    ],
)
def test_a_place_is_found_when_it_holds_all_words(filled: Journal, query: str, found: list[str]) -> None:
    assert [hit.text for hit in filled.search.find(query)] == found


@pytest.mark.parametrize(
    ("query", "kind"),
    [("budget priya", "ask"), ("escalate", "ask"), ("sponsor", "check-in"), ("later date", "principle")],
)
def test_what_stands_beside_the_goal_is_found_too(filled: Journal, query: str, kind: str) -> None:
    with filled.ledger.transaction("more") as changes:
        ask = Dependency(who="Priya", ask="a budget", plan_b="escalate")
        changes.create(Goal(id="g2", plan="p1", text="Travel", dependencies=(ask,)))
        changes.create(Checkin(id="c1", plan="p1", with_="Lena", role="sponsor"))
        changes.create(Principle(id="r1", plan="p1", text="No evenings", accepted_consequence="a later date"))
    assert [hit.kind for hit in filled.search.find(query)] == [kind]
    assert {hit.kind for hit in filled.search.find()} <= set(KINDS)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(kind="setback"), 1),
        (Filters(focus="1"), 3),
        (Filters(goal="g1"), 4),
        (Filters(since=date(2026, 11, 1)), 1),
        (Filters(until=date(2026, 10, 4), kind="setback"), 1),
        (Filters(until=date(2026, 9, 27), kind="setback"), 0),
    ],
)
def test_filters_narrow_the_places(filled: Journal, filters: Filters, count: int) -> None:
    assert len(filled.search.find("", filters)) == count


def test_an_unknown_focus_is_refused(filled: Journal) -> None:
    with pytest.raises(NotFoundError, match="focus point"):
        filled.search.find("", Filters(focus="9"))


def test_a_new_line_is_found_at_once(filled: Journal) -> None:
    assert not filled.search.find("zebra")
    filled.log.add(NewLine(text="a zebra"))
    assert [hit.text for hit in filled.search.find("zebra")] == ["a zebra"]


def test_the_excerpt_shows_the_words_and_what_is_left_out() -> None:
    hit = Hit("1", "progress", "x " * 200 + "needle" + " y" * 200)
    excerpt = hit.excerpt("needle")
    assert "needle" in excerpt
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")


@given(st.text(max_size=60))
def test_any_query_splits_into_terms_without_quotes_and_stray_blanks(query: str) -> None:
    assert all(term and '"' not in term and term == " ".join(term.split()) for term in terms(query))
