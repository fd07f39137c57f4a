"""Weeks are those of the person's own calendar: real processes in many time zones, at moments that are awkward."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

_AT = """
import sys
from datetime import datetime
import growthtui.clock

class Frozen:
    combine = datetime.combine
    now = datetime.fromisoformat(sys.argv[1]).astimezone

growthtui.clock.datetime = Frozen
from growthtui.cli.main import run
sys.exit(run(sys.argv[2:]))
"""
"""The command line as it is, in a process whose clock stands still."""

KIRITIMATI, SAMOA, BERLIN, BEIRUT, LORD_HOWE = (
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Berlin",
    "Asia/Beirut",
    "Australia/Lord_Howe",
)


class Somewhere:
    """A journal that is used in one time zone or another."""

    def __init__(self, folder: Path) -> None:
        self._environment = os.environ | {"XDG_STATE_HOME": str(folder / "state")}

    def __call__(self, zone: str, moment: str, *arguments: str) -> Any:  # noqa: ANN401 - any JSON
        """What a command says as JSON, or its whole stdout."""
        command = [sys.executable, "-c", _AT, moment, *arguments]
        environment = self._environment | {"TZ": zone}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout) if "--json" in arguments else done.stdout


@pytest.fixture
def somewhere(tmp_path: Path) -> Somewhere:
    return Somewhere(tmp_path)


@pytest.mark.parametrize(
    ("zone", "moment", "week", "saved_at"),
    [
        (KIRITIMATI, "2020-12-31T23:30+00:00", "2020-W53", "2021-01-01T13:30:00+14:00"),
        (SAMOA, "2021-01-04T10:30+00:00", "2020-W53", "2021-01-03T23:30:00-11:00"),
        (KIRITIMATI, "2021-01-03T10:30+00:00", "2021-W01", "2021-01-04T00:30:00+14:00"),
        (SAMOA, "2026-12-28T10:59+00:00", "2026-W52", "2026-12-27T23:59:00-11:00"),
        (KIRITIMATI, "2026-12-27T10:00+00:00", "2026-W53", "2026-12-28T00:00:00+14:00"),
        ("UTC", "2027-01-03T23:30+00:00", "2026-W53", "2027-01-03T23:30:00+00:00"),
        (BERLIN, "2027-01-03T23:30+00:00", "2027-W01", "2027-01-04T00:30:00+01:00"),
        (BERLIN, "2026-10-25T00:30+00:00", "2026-W43", "2026-10-25T02:30:00+02:00"),
        (BERLIN, "2026-10-25T23:30+00:00", "2026-W44", "2026-10-26T00:30:00+01:00"),
        (BEIRUT, "2026-03-28T22:00+00:00", "2026-W13", "2026-03-29T01:00:00+03:00"),
        (LORD_HOWE, "2026-04-05T13:29+00:00", "2026-W14", "2026-04-05T23:59:00+10:30"),
    ],
)
def test_a_line_goes_into_the_week_of_the_persons_calendar(
    somewhere: Somewhere, zone: str, moment: str, week: str, saved_at: str
) -> None:
    assert somewhere(zone, moment, "log", "x", "--json")["week"] == week
    found = somewhere(zone, moment, "week", "--json")
    assert (found["week"], found["state"]) == (week, "logged")
    assert datetime.fromisoformat(found["saved_at"]).isoformat() == saved_at
    assert somewhere(zone, moment, "week", "last", "--json")["week"] != week


@pytest.mark.parametrize("zone", [KIRITIMATI, SAMOA, BERLIN, "UTC"])
@pytest.mark.parametrize(("clock", "state"), [("2026-10-28T23:59", "logged"), ("2026-10-29T00:01", "caught_up")])
def test_wednesday_midnight_is_that_of_the_place_where_it_was_saved(
    somewhere: Somewhere, zone: str, clock: str, state: str
) -> None:
    offset = {KIRITIMATI: "+14:00", SAMOA: "-11:00", BERLIN: "+01:00", "UTC": "+00:00"}[zone]
    somewhere(zone, f"{clock}{offset}", "log", "x", "--week", "2026-W43")
    for elsewhere in (zone, KIRITIMATI, SAMOA):
        assert somewhere(elsewhere, "2026-11-20T12:00+00:00", "week", "2026-W43", "--json")["state"] == state


def test_an_hour_that_comes_twice_keeps_its_order(somewhere: Somewhere) -> None:
    for moment in ("2026-10-25T00:30+00:00", "2026-10-25T01:10+00:00"):
        somewhere(BERLIN, moment, "log", moment)
    steps = somewhere(BERLIN, "2026-10-25T01:20+00:00", "history", "--json")["steps"]
    copies = somewhere(BERLIN, "2026-10-25T01:20+00:00", "backup", "list", "--json")["backups"]
    assert datetime.fromisoformat(steps[0]["at"]) > datetime.fromisoformat(steps[1]["at"])
    assert [copy["records"] for copy in copies] == [3, 2]
    lines = somewhere(BERLIN, "2026-10-25T01:20+00:00", "week", "--json")["lines"]
    assert [line["text"] for line in lines] == ["2026-10-25T00:30+00:00", "2026-10-25T01:10+00:00"]


@pytest.mark.parametrize("zone", [KIRITIMATI, SAMOA, BERLIN])
@pytest.mark.parametrize(
    ("today", "week"), [("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2027-01-01", "2026-W53")]
)
def test_a_given_day_is_that_day_in_every_zone(somewhere: Somewhere, zone: str, today: str, week: str) -> None:
    moment = "2026-03-29T11:00+00:00"
    assert somewhere(zone, moment, "--today", today, "log", "x", "--json")["week"] == week
    found = somewhere(zone, moment, "--today", today, "week", "--json")
    assert (found["week"], found["saved_at"][:10], found["state"]) == (week, today, "logged")


@pytest.mark.parametrize(("zone", "offset"), [(KIRITIMATI, "+14:00"), (SAMOA, "-11:00")])
def test_lines_of_a_week_without_a_record_are_dated_by_the_persons_calendar(
    somewhere: Somewhere, tmp_path: Path, zone: str, offset: str
) -> None:
    """Another program wrote lines only: their `created` is UTC, the end of the week is not."""
    somewhere(zone, f"2026-10-28T23:59{offset}", "log", "x", "--week", "2026-W43")
    path = tmp_path / "journal.json"
    content = json.loads(path.read_bytes())
    del content["weeks"]
    path.write_text(json.dumps(content))
    assert somewhere(zone, f"2026-11-20T12:00{offset}", "week", "2026-W43", "--json")["state"] == "logged"
