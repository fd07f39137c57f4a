"""The few figures of Insights in words."""

import msgspec

from growthtui.insights.stats import Stats, stats
from growthtui.journal.journal import Journal
from growthtui.present.insights import figures
from tests.conftest import TODAY


def made(journal: Journal) -> Stats:
    return stats(journal.snapshot(), journal.policy, TODAY)


def test_an_empty_journal_has_a_rhythm_and_no_lines(journal: Journal) -> None:
    assert figures(made(journal), with_streak=False) == (("Rhythm", "0 of the last 0 active weeks"), ("Lines", "0"))


def test_missed_weeks_are_not_counted_aloud_and_the_streak_only_when_wanted(journal: Journal) -> None:
    found = msgspec.structs.replace(
        made(journal),
        states={"logged": 4, "missed": 3, "paused": 2},
        current_streak=2,
        longest_streak=4,
        lines=3,
        lines_by_kind={"repeat": 1, "progress": 2},
    )
    shown = dict(figures(found, with_streak=True))
    assert shown["Weeks"] == "4 logged · 2 paused"
    assert shown["Of them"] == "progress 2, again 1"
    assert shown["Streak"] == "2 weeks now, 4 the longest"
    assert "Streak" not in dict(figures(found, with_streak=False))
