"""Runs one operation again and again, each time with a fault at the next system call, and says what broke.

    python -m tests.faults.campaign line --kill
    python -m tests.faults.campaign import --error ENOSPC EIO

Each trial is a forked child on a copy of the journal. What must hold afterwards:
the journal is exactly the old or exactly the new one; after a success it is the new one; an error is one of ours, with
its exit code, and leaves the file byte for byte; the next save works, in the same process and in a new one, and clears
away what the fault left.
"""

import argparse
import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from growthtui.errors import DamagedError, ExitCode, GrowthError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from tests.faults.injection import Fault, Injection, Kind
from tests.faults.operations import OPERATIONS, opened

KILLS: tuple[Kind, ...] = ("kill before", "kill half", "kill after")
ERRORS = ("ENOSPC", "EDQUOT", "EACCES", "EROFS", "EIO")

_Content = list[tuple[str, str, bool]]
"""Table, text and whether it is deleted, of each record: what a person has, without ids and times."""


@dataclass
class Report:
    """What a campaign found: how many trials there were, the calls on the way, and what broke."""

    trials: int = 0
    calls: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Outcome:
    """What a child said before it ended; `ended` False: it was killed before it could."""

    struck: bool
    ended: bool
    error: str = ""
    code: int = 0
    goes_on: str = ""


def run(operation: str, faults: tuple[Kind, ...], errors: tuple[int, ...] = (0,), every: int = 1) -> Report:
    """Try each kind of fault at every call (or every n-th) of one operation."""
    prepare, _ = OPERATIONS[operation]
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        template = root / "template"
        template.mkdir()
        prepare(template)
        old, new = _content(template), _results(root, template, operation)
        for kind in faults:
            for error in errors:
                for at in range(1, 10_000, every):
                    fault = Fault(at, kind, error)
                    place = root / "trial"
                    shutil.copytree(template, place)
                    before = _bytes(place)
                    outcome = _trial(place, operation, fault, report)
                    report.trials += 1
                    report.broken += [
                        f"{operation}, {kind} {errno.errorcode.get(error, '')} at call {at}: {complaint}"
                        for complaint in _complaints(place, before, old, new, outcome)
                    ]
                    shutil.rmtree(place)
                    if not outcome.struck:
                        break
    return report


def _trial(place: Path, operation: str, fault: Fault | None, report: Report) -> _Outcome:
    """Run the operation in a child and read what it says through a pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        write, leave = os.write, os._exit
        try:
            write(writing, json.dumps(_in_child(place, operation, fault)).encode())
        finally:
            leave(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    if not said:
        return _Outcome(struck=True, ended=False)
    answer = json.loads(said)
    if not answer["struck"]:
        report.calls = answer["names"]
    return _Outcome(answer["struck"], ended=True, error=answer["error"], code=answer["code"], goes_on=answer["goes_on"])


def _in_child(place: Path, operation: str, fault: Fault | None) -> dict[str, object]:
    _, act = OPERATIONS[operation]
    journal = opened(place)
    injection = Injection(fault)
    injection.install()
    error, code = "", 0
    try:
        act(journal)
    except GrowthError as caught:
        error, code = type(caught).__name__, int(caught.exit_code)
    except BaseException as caught:  # noqa: BLE001 - whatever gets here is what the campaign looks for
        error, code = f"{type(caught).__name__}: {caught}", -1
    struck, names = injection.has_struck, list(injection.names)
    injection.fault = None
    return {"struck": struck, "names": names, "error": error, "code": code, "goes_on": _goes_on(journal, code)}


def _goes_on(journal: Journal, code: int) -> str:
    """After an error the same open journal takes the next line, unless the file is damaged still."""
    if not code:
        return ""
    try:
        journal.log.add(NewLine(text="goes on"))
    except DamagedError:
        return "damaged"
    except BaseException as caught:  # noqa: BLE001 - as above
        return f"{type(caught).__name__}: {caught}"
    return "saved"


def _complaints(
    place: Path, before: bytes | None, old: _Content, new: list[_Content], outcome: _Outcome
) -> Iterator[str]:
    if outcome.code:
        yield from _complaints_of_error(place, before, old, outcome)
        return
    found = _content(place)
    if outcome.ended and found not in new:
        yield f"it was done, but the journal holds {found}"
    if found not in (old, *new):
        yield f"the journal is neither the old nor the new one: {found}"
    yield from _complaints_of_next_start(place, found)


def _complaints_of_error(place: Path, before: bytes | None, old: _Content, outcome: _Outcome) -> Iterator[str]:
    if outcome.code not in (ExitCode.NOT_WRITTEN, ExitCode.UNREADABLE, ExitCode.NO):
        yield f"it ended in {outcome.error} ({outcome.code})"
    if outcome.goes_on == "damaged":
        if _bytes(place) != before:
            yield "the damaged file was changed"
    elif outcome.goes_on != "saved":
        yield f"the next save failed: {outcome.goes_on}"
    elif sorted(_content(place)) != sorted([*_with_week(old), ("lines", "goes on", False)]):
        yield f"after {outcome.error} and one more line the journal holds {_content(place)}"


def _with_week(content: _Content) -> _Content:
    week = ("weeks", "2026-W48", False)
    return content if week in content else [week, *content]


def _complaints_of_next_start(place: Path, found: _Content) -> Iterator[str]:
    """A new process takes a line, can undo it, and clears away what the fault left."""
    journal = opened(place)
    if found == _DAMAGED:
        journal.backups.restore("1")
        found = _content(place)
    journal.log.add(NewLine(text="next"))
    if sorted(_content(place)) != sorted([*_with_week(found), ("lines", "next", False)]):
        yield "the next line of a new process is not there"
    journal.undo.undo()
    if sorted(_content(place)) not in (sorted(found), sorted(_with_week(found))):
        yield "the next line cannot be undone"
    left = [path.name for path in place.rglob("*.tmp")]
    if left:
        yield f"left behind: {left}"
    if journal.path.stat().st_mode & 0o777 != 0o600:
        yield f"the mode is {journal.path.stat().st_mode & 0o777:o}"
    json.loads(journal.path.read_bytes())


_DAMAGED: _Content = [("damaged", "", False)]


def _content(place: Path) -> _Content:
    try:
        tables = opened(place).ledger.raw_tables()
    except DamagedError:
        return _DAMAGED
    return [
        (name, str(doc.get("text", doc["id"])), "deleted" in doc)
        for name, table in tables.items()
        if name != "_meta"
        for doc in table.values()
    ]


def _results(root: Path, template: Path, operation: str) -> list[_Content]:
    """What the operation does when nothing goes wrong; a repair may have to begin with the second newest copy."""
    results = []
    for passed_over in range(2 if operation == "repair" else 1):
        place = root / "clean"
        shutil.copytree(template, place)
        journal = opened(place)
        for version in journal.ledger.db.versions.list()[:passed_over]:
            version.path.unlink()
        OPERATIONS[operation][1](journal)
        results.append(_content(place))
        shutil.rmtree(place)
    return results


def _bytes(place: Path) -> bytes | None:
    path = place / "home" / "journal.json"
    return path.read_bytes() if path.exists() else None


def main(arguments: list[str]) -> int:
    """Run a campaign from a shell; prints a JSON report, exit 1 when something broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.campaign", description=__doc__)
    parser.add_argument("operation", nargs="*", choices=[*OPERATIONS, []], help="all when left out")
    parser.add_argument("--kill", action="store_true", help="SIGKILL before, in the middle of and after each call")
    parser.add_argument("--error", nargs="*", default=[], metavar="ERRNO", help=f"fail each call: {', '.join(ERRORS)}")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every n-th call")
    options = parser.parse_args(arguments)
    total = Report()
    for operation in options.operation or OPERATIONS:
        kinds = KILLS if options.kill else ()
        reports = [run(operation, kinds, every=options.every)]
        errors = tuple(getattr(errno, name) for name in options.error)
        reports += [run(operation, ("raise",), errors, options.every)] if errors else []
        for report in reports:
            total.trials += report.trials
            total.broken += report.broken
            total.calls += report.calls if len(report.calls) > len(total.calls) else []
    sys.stdout.write(json.dumps({"trials": total.trials, "broken": total.broken, "calls": total.calls}) + "\n")
    return 1 if total.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
