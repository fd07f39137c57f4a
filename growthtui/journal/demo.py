"""A filled sample to look around in: shipped journals, moved so that they end last week (interface section 1)."""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path

import msgspec

from growthtui.clock import Clock
from growthtui.dates import Week
from growthtui.domain.tables import RECORD_TYPES
from growthtui.errors import BadInputError, NotWrittenError
from growthtui.interchange.entries import each_text
from growthtui.interchange.growthjournal import read_growthjournal
from growthtui.interchange.shape import PLAN_PARTS
from growthtui.journal.demo_earlier import Doc, Material, earlier
from growthtui.journal.journal import Journal
from growthtui.storage import atomic, codec
from growthtui.storage.codec import META, SCHEMA, Tables
from growthtui.storage.database import stamp
from growthtui.storage.ids import ulid_text

SAMPLES = ("staff", "expert")
"""What there is: an engineer on the way to staff level, and an expert with a five-step growth plan."""

MOST_WEEKS = 2600
"""Fifty years."""

_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?")
_WEEK = re.compile(r"([0-9]{4}-[Ww][0-9]{2})(-.*)?")
_RANDOM_BITS = 80


def write_demo(path: Path, today: date, name: str = "staff", weeks: int = 0, seed: int = 0) -> None:
    """Write a sample as a new journal file.

    Args:
        path: the file; it must not exist.
        today: the sample ends with the last complete week before this day.
        name: one of `SAMPLES`.
        weeks: how many weeks at least; what the sample has not comes before it, from the generator.
        seed: which story the generator tells; the same today, weeks and seed give the same bytes.

    Raises:
        BadInputError: an unknown sample, too many weeks, or a file that is there.
        NotWrittenError: the disk did not take it.
    """
    if path.exists():
        raise BadInputError(f"{path} is there already; give a name that is free.")
    data = codec.encode(_tables(name, today, weeks, seed))
    try:
        atomic.make_private_folder(path.parent)
        atomic.put_in_place(atomic.write_temporary(path, data), path)
    except OSError as error:
        raise NotWrittenError(path, error.strerror or str(error)) from error


@contextmanager
def open_demo(clock: Clock, name: str = "staff", weeks: int = 0, seed: int = 0) -> Iterator[Journal]:
    """A sample on a throw-away copy, its state folder inside; both are gone afterwards. Errors as `write_demo`."""
    folder = Path(tempfile.mkdtemp(prefix="growthtui-demo-"))
    try:
        write_demo(folder / "journal.json", clock.today(), name, weeks, seed)
        yield Journal(folder / "journal.json", clock, folder / "state")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def demo_document(name: str, today: date, weeks: int = 0, seed: int = 0) -> Doc:
    """The sample as a `growthjournal/1` object. BadInputError for an unknown name or too many weeks."""
    if name not in SAMPLES:
        raise BadInputError(f"There is no sample {name!r}; use {' or '.join(SAMPLES)}.")
    if not 0 <= weeks <= MOST_WEEKS:
        raise BadInputError(f"A sample of {weeks} weeks is not possible; use a number up to {MOST_WEEKS}.")
    sample: Doc = msgspec.json.decode(_data(f"{name}.json"))
    have = [Week.parse(week["week"]) for week in sample["weeks"]]
    try:
        sample = _moved(sample, Week.of(today).shift(-1) - max(have))
    except (ValueError, OverflowError) as error:
        raise BadInputError(f"A sample that ends before {today} is beyond the calendar; use a later day.") from error
    first = min(Week.parse(week["week"]) for week in sample["weeks"])
    missing = weeks - (max(have) - min(have) + 1)
    return _joined(sample, _before(name, first, missing, seed)) if missing > 0 else sample


def _before(name: str, first: Week, count: int, seed: int) -> Doc:
    material = msgspec.json.decode(_data(f"earlier-{name}.json"), type=Material)
    return earlier(material, first, count, seed)


def _joined(sample: Doc, before: Doc) -> Doc:
    """The sample with what came before it, and the history of its plans in the active one."""
    joined = sample | {key: [*items, *sample[key]] for key, items in before.items()}
    history = before["plans"][-1]["history"]
    plans = [plan | {"history": history} for plan in sample["plans"]]
    return joined | {"plans": [*before["plans"], *plans]}


def _data(name: str) -> bytes:
    return files("growthtui.journal").joinpath("samples", name).read_bytes()


def _moved(doc: Doc, weeks: int) -> Doc:
    """Every date, time stamp, week and week-named id that many weeks later; the time of day stays."""

    def move(text: str) -> str:
        if match := _DATE.fullmatch(text):
            day = date.fromisoformat(match[1])
            return date.fromordinal(day.toordinal() + 7 * weeks).isoformat() + (match[2] or "")
        if match := _WEEK.fullmatch(text):
            week = str(Week.parse(match[1]).shift(weeks))
            return (week if "W" in match[1] else week.lower()) + (match[2] or "")
        return text

    moved: Doc = each_text(doc, move)
    return moved


def _tables(name: str, today: date, weeks: int, seed: int) -> Tables:
    """The sample as the tables of a journal file: ids, document ids and time stamps follow from the content."""
    document = demo_document(name, today, weeks, seed) | {"demo": True}
    tables: Tables = {META: {"1": {"schema": SCHEMA, "journal": _journal_id(name, today, weeks, seed)}}}
    tables |= {table: {} for table in RECORD_TYPES}
    made: dict[object, datetime] = {}
    for key, entry in enumerate(read_growthjournal(document, f"sample {name}").entries, start=1):
        table = tables[entry.table]
        record_id = entry.id if entry.own_id else f"{entry.table}-{len(table) + 1}"
        parent = entry.doc.get("week", entry.doc.get(PLAN_PARTS.get(entry.table, "")))
        moment = _moment(entry.doc, today) or made.get(parent) or _noon(today)
        made[record_id] = moment
        table[str(key)] = {"id": record_id, "created": stamp(moment)} | entry.doc | {"id": record_id}
    return tables


def _moment(doc: Doc, today: date) -> datetime | None:
    """When a record will have been made: when it was saved, or on the day it is about."""
    if "saved_at" in doc:
        return datetime.fromisoformat(doc["saved_at"])
    day = next((doc[field] for field in ("on", "start", "sent") if field in doc), None)
    return _noon(min(date.fromisoformat(day), today)) if day else None


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def _journal_id(name: str, today: date, weeks: int, seed: int) -> str:
    digest = hashlib.sha256(f"{name} {today} {weeks} {seed}".encode()).digest()
    milliseconds = int(_noon(today).timestamp() * 1000)
    return ulid_text(milliseconds << _RANDOM_BITS | int.from_bytes(digest[: _RANDOM_BITS // 8]))
