"""jrnl's JSON export: its entries become lines of their week, for the person alone."""

from datetime import date, time

from growthtui.dates import Week
from growthtui.interchange.entries import Doc, Incoming, Intake, kind_of

SCHEMA = "jrnl"

_OWN_KEYS = ("title", "body")


def is_jrnl(doc: Doc) -> bool:
    """Whether an object without a schema is a jrnl export."""
    return isinstance(doc.get("entries"), list) and "goals" not in doc


def read_jrnl(doc: Doc, source: str) -> Incoming:
    """One line a jrnl entry, of kind reflection; date, time, tags and star are kept as further keys.

    The first entry of a week counts as the week's own, saved at that time. ImportRefusedError.
    """
    intake = Intake(source)
    entries = [(place, intake.mapping(item, place)) for place, item in intake.items(doc, "entries", "")]
    moments = [_moment(intake, entry, place) for place, entry in entries]
    firsts: dict[str, tuple[str, str]] = {}
    for day, clock in sorted(moments):
        firsts.setdefault(_week(day), (day, clock))
    for week, (day, clock) in firsts.items():
        intake.add("weeks", {"week": week, "saved_at": f"{day}T{clock}:00+00:00"}, week, only_if_missing=True)
    for (place, entry), (day, _) in zip(entries, moments, strict=True):
        intake.add("lines", _line(intake, entry, place, _week(day)), place)
    return Incoming(source, SCHEMA, intake.entries())


def _line(intake: Intake, entry: Doc, place: str, week: str) -> Doc:
    words = [_text(intake, entry, key, place).strip() for key in _OWN_KEYS]
    text = "\n\n".join(part for part in words if part)
    if not text:
        raise intake.refuse(place, "the entry has no title and no body")
    rest = {key: value for key, value in entry.items() if key not in _OWN_KEYS and value not in (False, [], "")}
    own = {"week": week, "kind": "reflection", "text": text, "visibility": ["self"]}
    return {key: value for key, value in rest.items() if key not in ("id", "created", "changed", "deleted")} | own


def _moment(intake: Intake, entry: Doc, place: str) -> tuple[str, str]:
    """Date and time of an entry, as ISO texts."""
    day = _text(intake, entry, "date", place)
    clock = _text(intake, entry, "time", place) or "12:00"
    try:
        return date.fromisoformat(day).isoformat(), time.fromisoformat(clock).replace(tzinfo=None).isoformat("minutes")
    except ValueError as error:
        raise intake.refuse(place, f"{day!r} {clock!r} is no date and time such as 2026-11-23, 17:05") from error


def _text(intake: Intake, entry: Doc, key: str, place: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise intake.refuse(f"{place}.{key}", f"expected a text, found {kind_of(value)}")
    return value


def _week(day: str) -> str:

    return str(Week.of(date.fromisoformat(day)))
