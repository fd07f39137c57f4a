"""Dates that a file or a slip of the finger may bring: nothing stops at the ends of the calendar."""

import pytest

from tests.cli.command import Shell

LOOKS = (
    "plan",
    "plan list",
    "goal",
    "focus",
    "action",
    "checkin",
    "week",
    "check",
    "due",
    "stats",
    "export",
    "history",
)


@pytest.mark.parametrize("start", ["9999-06-01", "9999-12-31", "0001-01-01"])
def test_a_plan_at_the_end_of_the_calendar_can_be_looked_at(shell: Shell, start: str) -> None:
    shell.ok("plan", "new", "--start", start, "--months", "12")
    shell.ok("goal", "add", "x", "--kind", "career")
    shell.ok("focus", "add", "y")
    for rhythm in ("1d", "999w", "999m"):
        shell.ok("action", "add", "z", "--focus", "1", "--every", rhythm, "--due", "9999-12-31")
    shell.ok("checkin", "add", "Priya", "--every", "52w")
    shell.ok("checkin", "done", "1", "--on", "9999-12-31")
    shell.ok("event", "add", "e", "--direction", "0", "--on", start)
    for command in LOOKS:
        result = shell(*command.split())
        assert result.code in (0, 1), (command, result)
    shell.ok("log", "x", "--week", "0001-W01")
    for command in LOOKS:
        result = shell(*command.split())
        assert result.code in (0, 1), (command, result)
    shell.ok("plan", "close")


@pytest.mark.parametrize("today", ["1970-12-31", "0001-01-01", "9999-12-31"])
def test_no_such_day_is_today(shell: Shell, today: str) -> None:
    result = shell("--today", today, "log", "x")
    assert result.code == 2
    assert "1971 to 2999" in result.err


@pytest.mark.parametrize("today", ["1971-01-01", "2999-12-31", "2020-12-31", "2024-02-29"])
def test_these_days_can_be_today(shell: Shell, today: str) -> None:
    shell.ok("--today", today, "goal", "add", "x", "--kind", "career")
    shell.ok("--today", today, "log", "x")
    for command in LOOKS:
        assert shell("--today", today, *command.split()).code in (0, 1)
    shell.ok("--today", today, "undo")
