"""How things read in a document."""

from datetime import date

import pytest

from growthtui.dates import Week
from growthtui.domain.plan import Action
from growthtui.domain.week import Evidence
from growthtui.packets import words

TODAY = date(2026, 5, 20)


def test_days() -> None:
    assert words.day(TODAY) == "20 May 2026"
    assert words.day(TODAY, year=False) == "20 May"
    assert words.period(date(2026, 3, 2), TODAY) == "2 March to 20 May 2026"
    assert words.period(date(2025, 12, 1), TODAY) == "1 December 2025 to 20 May 2026"
    assert words.period(TODAY, TODAY) == "20 May 2026"
    assert words.month(TODAY) == "May 2026"
    assert words.months(1) == "1 month"


@pytest.mark.parametrize(
    ("week", "text"),
    [("2026-W25", "15–21 June"), ("2026-W27", "29 June – 5 July"), ("2020-W53", "28 December – 3 January")],
)
def test_days_of_a_week(week: str, text: str) -> None:
    assert words.days_of(Week.parse(week)) == text
    assert words.days_of(Week.parse(week), year=True) == f"{text} {Week.parse(week).sunday.year}"


@pytest.mark.parametrize(
    ("due", "done", "text"),
    [
        (date(2026, 5, 19), TODAY, "1 day late"),
        (date(2026, 5, 15), TODAY, "5 days late"),
        (TODAY, TODAY, ""),
        (date(2026, 5, 21), TODAY, ""),
        (None, TODAY, ""),
        (TODAY, None, ""),
    ],
)
def test_lateness(due: date | None, done: date | None, text: str) -> None:
    assert words.lateness(due, done) == text


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Action(id="a", focus="f", text="x"), ""),
        (Action(id="a", focus="f", text="x", cadence="2w"), "every 2 weeks"),
        (Action(id="a", focus="f", text="x", cadence="sometimes"), ""),
        (Action(id="a", focus="f", text="x", due=TODAY), "by 20 May 2026"),
        (Action(id="a", focus="f", text="x", due=date(2026, 5, 19)), "was due 19 May 2026"),
        (Action(id="a", focus="f", text="x", cadence="1m", due=TODAY), "every month, by 20 May 2026"),
    ],
)
def test_rhythm(action: Action, text: str) -> None:
    assert words.rhythm_of(action, TODAY) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One", "One"),
        ('He said "go!" Then he left.', 'He said "go!"'),
        ("Survey: 7.8 after 5.5. The target was 8.", "Survey: 7.8 after 5.5."),
        ("one\ntwo", "one"),
        ("先试一下。然后", "先试一下。"),
        ("", ""),
        ("word " * 100, "word " * 47 + "word …"),
        ("x" * 20_000, "x" * 240 + " …"),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    assert words.first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "short"), [("One.", "One."), ("One. Two.", "One. …"), ("x" * 300, "x" * 240 + " …"), ("one\ntwo", "one …")]
)
def test_shortened(text: str, short: str) -> None:
    assert words.shortened(text) == short


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (Evidence(id="e", text="pages", before=9, after=1, unit="a month"), "pages: 9 → 1 a month"),
        (Evidence(id="e", text="from 41 to 12 min", before=41, after=12, unit="min"), "from 41 to 12 min"),
        (Evidence(id="e", text="from 141 to 12", before=41, after=12), "from 141 to 12: 41 → 12"),
        (Evidence(id="e", url="https://example.org/1"), "https://example.org/1"),
        (Evidence(id="e", kind="quote", text="good"), "“good” Bo"),
    ],
)
def test_proof(evidence: Evidence, text: str) -> None:
    assert "".join(span.text for span in words.proof(evidence, "Bo")) == text
