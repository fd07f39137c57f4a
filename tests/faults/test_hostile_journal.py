"""A journal from a stranger: opening it runs nothing, writes nothing and asks nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path

_LOOK = """
import sys
from pathlib import Path
from tests.faults.operations import opened
journal = opened(Path(sys.argv[1]))
journal.log, journal.undo, journal.backups, journal.health, journal.trash, journal.search
import growthtui.journal.record_problems, growthtui.storage.migrations, json
seen = []
def watch(event, arguments):
    if event in ("exec", "compile", "os.system", "os.exec", "os.fork", "os.putenv", "import", "ctypes.dlopen"):
        seen.append((event, str(arguments)[:80]))
    if event.startswith(("socket.", "subprocess.", "urllib.", "os.rename", "os.remove", "os.mkdir", "shutil.")):
        seen.append((event, str(arguments)[:80]))
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & 3:
        seen.append((event, str(arguments)[:80]))
sys.addaudithook(watch)
journal.snapshot().lines
journal.trash.list()
journal.health.report()
journal.undo.history()
found = list(seen)
print([one for one in found if one[0] != "import"])
"""

_HOSTILE = {
    "_meta": {"1": {"schema": 1, "journal": "x", "__class__": "os.system"}},
    "lines": {
        "1": {
            "id": "../../etc/passwd",
            "week": "2026-W48",
            "text": "{0.__class__}%s$(touch /x)`id`[link=x]",
            "focus": "f",
        },
        "2": {"id": "b", "week": "=cmd|' /C calc'!A0", "text": "<script>", "__reduce__": ["os.system", "id"]},
        "3": {"$ref": "http://example.org", "id": None, "text": {"deep": [[[]]]}},
        "4": {"id": "d", "deleted": 7, "week": [], "text": "x"},
    },
    "__proto__": {"9": {"a": 1}},
    "weeks": {"1": {"id": "2026-W48", "week": "2026-W99", "saved_at": "2026-11-24T99:00:00Z"}},
}


def test_looking_at_a_strangers_journal_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.json"
    path.parent.mkdir()
    path.write_text(json.dumps(_HOSTILE))
    before = {found: found.stat() for found in tmp_path.rglob("*") if found.is_file()}
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == "[]"
    after = {found: found.stat() for found in tmp_path.rglob("*") if found.is_file()}
    assert {found: stat.st_mtime_ns for found, stat in after.items()} == {
        found: stat.st_mtime_ns for found, stat in before.items()
    }


_COMMANDS = """
import asyncio, sys
seen = []
RUNS = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "ctypes.", "webbrowser.")
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", *RUNS)):
        seen.append((event, str(arguments)[:80]))
sys.addaudithook(watch)

from growthtui.cli.main import run
for command in sys.argv[1].split(";"):
    code = run(command.split())
    assert code in (0, 1), (command, code)
assert seen == [], seen

from growthtui.clock import Clock
from growthtui.settings import load
from growthtui.journal.opening import open_journal
from tests.tui.screen import opened, press

async def look():
    async with opened(open_journal(load({}), Clock())) as pilot:
        await press(pilot, *"1234567", "1", "question_mark", "escape")

asyncio.run(look())
local = ("socket.__new__", "socket.bind")  # the event loop wakes itself through a pair of sockets
assert [one for one in seen if one[0] not in local] == [], seen
"""

_LOOKS = (
    "plan", "week", "search review", "check", "due", "stats", "doctor", "trash list", "history", "backup list",
    "export --format md", "export --format csv", "export --format json --for manager", "log more", "undo",
)  # fmt: skip


def test_no_command_and_no_screen_asks_the_network_or_runs_a_program(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Current Goal:\nSee https://example.org and $(id)\n\nFocus Points:\n1. Visible\n   - Ask\n")
    commands = ";".join((f"import {plan}", *_LOOKS))
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, commands],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
