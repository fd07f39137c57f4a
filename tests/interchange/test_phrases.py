"""What the words of an action say: rhythm, number, day (interface section 2.3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.dates import MONTHS, parse_cadence
from growthtui.interchange.phrases import cadence_of, count_of, due_of

TODAY = date(2026, 3, 9)  # a Monday


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("Go through my priorities with Priya every two weeks", "2w"),
        ("Read a paper every 3 days", "3d"),
        ("Every 2 weeks: one page", "2w"),
        ("Write every six months", "6m"),
        ("Ask every twenty-one days", "21d"),
        ("Talk every week", "1w"),
        ("Practise every day", "1d"),
        ("Meet every other week", "2w"),
        ("Meet every other Friday", "2w"),
        ("Write the log each Friday", "1w"),
        ("Look back every quarter", "3m"),
        ("Demo in every sprint", "2w"),
        ("One page daily", "1d"),
        ("Read the weekly numbers", "1w"),
        ("Ask at least one question in each biweekly architecture meeting", "2w"),
        ("Bi-weekly talk", "2w"),
        ("BIWEEKLY talk", "2w"),
        ("Fortnightly walk with Bo", "2w"),
        ("Monthly write-up", "1m"),
        ("Quarterly review of the plan", "3m"),
        ("Publish one write-up per month in the newsletter", "1m"),
        ("One write-up a month in the engineering newsletter", "1m"),
        ("3 hours a week", "1w"),
        ("Once a day", "1d"),
        ("Note one thing each week", "1w"),
        ("One review per sprint", "2w"),
        ("Moderate one design review per quarter", "3m"),
        ("Ask one question per bi-weekly design meeting", "2w"),
        ("Monthly talk, prepared every day", "1m"),
        ("every\u00a0two\tweeks", "2w"),
        # no rhythm
        ("Take a week off", None),
        ("A week with the support team", None),
        ("Answer within a month", None),
        ("Run a month-long trial", None),
        ("Every design meeting", None),
        ("Every 0 weeks", None),
        ("Every 1000 days", None),
        ("every two to three weeks", None),
        ("semi-weekly, twice-weekly", None),
        ("Speak with a weekend team", None),
        ("Imre runs a quarter alone with it", None),
        ("Learn Kubernetes", None),
        ("", None),
    ],
)
def test_cadence(text: str, cadence: str | None) -> None:
    assert cadence_of(text) == cadence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ask at least one question in each biweekly architecture meeting", 1),
        ("At least 3 times", 3),
        ("Speak up at least twice a month", 2),
        ("Solve 4 design exercises with a peer before the end of May", 4),
        ("Hand over the two smallest services to Priya by the end of April", 2),
        ("Six stakeholders, three questions, in writing", 6),
        ("Four design exercises with Bo until the end of July", 4),
        ("Read two chapters per month", 2),
        ("Read twenty-five papers", 25),
        ("By 15 May give 3 talks", 3),
        ("Every 2 weeks talk to 3 people", 3),
        ("In 2026 write 5 posts", 5),
        ("Ask three of my colleagues", 3),
        ("See 4 of 6 product drafts", 4),
        ("Hold two one-on-ones", 2),
        ("Interview two team leads' peers", 2),
        ("Two serious process incidents", 2),
        ("(Three) talks or rather 2 talks", 2),
        # no number of doings
        ("Publish one write-up per month", None),
        ("Write a 10-page guide to the lapse model by May 15", None),
        ("Meet each lead underwriter for 30 minutes every month", None),
        ("At least 30 minutes a day", None),
        ("At least 20 % fewer pages", None),
        ("Every two weeks", None),
        ("At least every 2 weeks", None),
        ("Until 2026-07-31", None),
        ("By May 15 talks", None),
        ("Cut 20% of pages", None),
        ("Write 1,000 words", None),
        ("Give one talk to teams", None),
        ("Fix v2 issues, Q3 goals", None),
        ("Reach level 3", None),
        ("Read 0 books", None),
        ("Write " + "9" * 20_000 + " books", None),
        ("", None),
    ],
)
def test_count(text: str, count: int | None) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Solve 4 design exercises with a peer before the end of May", date(2026, 5, 31)),
        ("Hand over the two smallest services by the end of April", date(2026, 4, 30)),
        ("Let Imre follow it without help by May 15", date(2026, 5, 15)),
        ("Present the event contract before June", date(2026, 5, 31)),
        ("Four design exercises until the end of July", date(2026, 7, 31)),
        ("Three questions by written survey before April and again in November", date(2026, 3, 31)),
        ("Until 2026-07-31.", date(2026, 7, 31)),
        ("Done by 2025-01-31", date(2025, 1, 31)),
        ("Write it by June", date(2026, 6, 30)),
        ("Write it until june", date(2026, 6, 30)),
        ("Write it by March", date(2026, 3, 31)),
        ("Write it before March", date(2027, 2, 28)),
        ("Write it by February", date(2027, 2, 28)),
        ("Write it before January", date(2026, 12, 31)),
        ("Write it by June 2027", date(2027, 6, 30)),
        ("Write it before June 2027", date(2027, 5, 31)),
        ("Write it by 15 May", date(2026, 5, 15)),
        ("Write it by the 15th of May", date(2026, 5, 15)),
        ("Write it by May 15th, 2027", date(2027, 5, 15)),
        ("Write it by 9 March", date(2026, 3, 9)),
        ("Write it by 8 March", date(2027, 3, 8)),
        ("Write it by 29 February", date(2028, 2, 29)),
        ("Write it by 3 Dec", date(2026, 12, 3)),
        ("Write it before May 15", date(2026, 5, 15)),
        ("Write it by end of February 2028", date(2028, 2, 29)),
        ("Write it by Friday", date(2026, 3, 13)),
        ("Write it by Monday", TODAY),
        ("Write it by next Monday", date(2026, 3, 16)),
        ("Write it by Friday, 12 June", date(2026, 6, 12)),
        ("Passed by everyone, done by June", date(2026, 6, 30)),
        ("One talk per month until December", date(2026, 12, 31)),
        # no day
        ("Imre runs a quarter alone before Christmas", None),
        ("Get a seat in the committee by summer", None),
        ("Migrate the claims tables before Q3", None),
        ("Write it by June 31", None),
        ("Write it by 2026-13-01", None),
        ("Write it by mid June", None),
        ("Get it reviewed by Jan", None),
        ("Learn Rust by finishing 20 exercises", None),
        ("Write it by 5", None),
        ("Send the numbers every week before Friday", None),
        ("Standby June", None),
        ("In May", None),
        ("Drei Übungen bis Mai", None),
        ("", None),
    ],
)
def test_due(text: str, due: date | None) -> None:
    assert due_of(text, TODAY) == due


def test_the_last_day_of_a_month_is_still_in_time_for_it() -> None:
    assert due_of("by June", date(2026, 6, 30)) == date(2026, 6, 30)
    assert due_of("before June", date(2026, 5, 31)) == date(2026, 5, 31)
    assert due_of("before June", date(2026, 6, 1)) == date(2027, 5, 31)


def test_the_ends_of_the_calendar_do_not_crash() -> None:
    assert due_of("before June, by Monday", date.max) is None
    assert due_of("before January 0001, or by 1 May 2027", date.max) == date(2027, 5, 1)


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(MONTHS), st.sampled_from(["by", "before", "until"])
)
def test_a_month_is_due_within_a_year(today: date, month: str, word: str) -> None:
    due = due_of(f"Done {word} {month.title()}", today)
    assert due is not None
    assert today <= due <= today + timedelta(days=366)
    named = due + timedelta(days=1) if word == "before" else due
    assert named.month == MONTHS.index(month) + 1
    assert (due + timedelta(days=1)).day == 1


WORDS = st.lists(
    st.sampled_from(["at least", "every", "other", "a", "per", "by", "before", "until", "the end of", "may", "june"])
    | st.sampled_from(["3", "two", "15", "weeks", "days", "talks", "month", "friday", "of", "one"])
    | st.text(st.characters(exclude_categories=["Cs", "Nd"]), max_size=4),
    max_size=12,
).map(" ".join)


@given(WORDS)
def test_any_words_give_a_cadence_that_can_be_read_a_count_and_a_day(text: str) -> None:
    cadence, count, due = cadence_of(text), count_of(text), due_of(text, TODAY)
    assert cadence is None or str(parse_cadence(cadence)) == cadence
    assert count is None or count > 0
    assert due is None or due >= TODAY


@pytest.mark.parametrize("unit", ["!", " ", "by ", "every 2 ", "a ", "9 ", "x", "-", "the end of "])
def test_20_000_letters_say_nothing_and_do_not_hang(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert (cadence_of(text), count_of(text), due_of(text, TODAY)) == (None, None, None)
