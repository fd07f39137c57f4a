"""What was logged, found and changed, as lines of plain text.

Each function takes records and a width, and returns lines without a line break.
"""

from collections.abc import Sequence
from datetime import datetime

from growthtui.dates import Week as IsoWeek
from growthtui.domain.base import by_id, wording_on
from growthtui.domain.plan import Action, Focus
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Line, LineKind, Week, WeekState
from growthtui.present.text import one_line, table, wrap

NO_FOCUS = "Not tied to a focus point"

_STATES = {
    WeekState.LOGGED: "logged",
    WeekState.CAUGHT_UP: "caught up",
    WeekState.PAUSED: "paused",
    WeekState.MISSED: "not logged",
    WeekState.OPEN: "not logged yet",
}


def week_lines(snapshot: Snapshot, week: IsoWeek, state: WeekState, width: int) -> list[str]:
    """One week as a document: lines by focus point with the wording of that time, then the notes."""
    name = str(week)
    record = snapshot.week_by_name.get(name) or Week(id=name, week=name)
    out = [f"Week {week.number}, {week.label} {week.sunday.year}: {_STATES[state]}"]
    for title, lines in _by_focus(snapshot, week):
        out += ["", *wrap(one_line(title), width)]
        for line in lines:
            out += _line(snapshot, line, width)
    return [*out, *_notes(snapshot, record, width)]


def line_text(line: Line) -> str:
    """A line with its kind, unless that is plain progress."""
    kind = "" if line.kind is LineKind.PROGRESS else f"{line.kind.value}: "
    return f"{kind}{line.text}"


def focus_title(snapshot: Snapshot, focus: str | None, week: IsoWeek) -> str:
    """The title of a focus point as it was on the Sunday of a week."""
    point = by_id(snapshot.focus, focus)
    return wording_on(week.sunday, point.title, point.versions) if point else NO_FOCUS


def _by_focus(snapshot: Snapshot, week: IsoWeek) -> list[tuple[str, list[Line]]]:
    """Title to lines, in the order of the plan; what belongs nowhere comes last."""
    lines = snapshot.lines_by_week.get(str(week), ())
    order = [point.id for point in snapshot.focus]
    places = sorted({line.focus for line in lines}, key=lambda ref: order.index(ref) if ref in order else len(order))
    groups: dict[str, list[Line]] = {}
    for place in places:
        title = focus_title(snapshot, place, week)
        groups.setdefault(title, []).extend(line for line in lines if line.focus == place)
    return list(groups.items())


def _line(snapshot: Snapshot, line: Line, width: int) -> list[str]:
    action = _wording_of(snapshot, line)
    proof = [snapshot.evidence_by_id.get(ref) for ref in line.evidence]
    notes = [
        f"action: {one_line(action)}" if action else "",
        *(f"proof: {one_line(' '.join(filter(None, (item.text, item.url))))}" for item in proof if item),
        _people("known by", snapshot, line.known_by),
        _people("with", snapshot, line.with_),
        _reach(line),
    ]
    out = [*table([("-", line_text(line))], width, indent=2)]
    for note in notes:
        out += wrap(note, width, 5) if note else []
    return out


def _wording_of(snapshot: Snapshot, line: Line) -> str:
    action: Action | None = by_id(snapshot.actions, line.action)
    return wording_on(IsoWeek.parse(line.week).sunday, action.text, action.versions) if action else ""


def _reach(line: Line) -> str:
    if line.visibility is None:
        return ""
    others = [audience.value for audience in line.visibility if audience != "self"]
    return f"for {', '.join(others)}" if others else "private"


def _people(label: str, snapshot: Snapshot, refs: Sequence[str]) -> str:
    return f"{label} {', '.join(one_line(snapshot.person_name(ref)) for ref in refs)}" if refs else ""


def _notes(snapshot: Snapshot, record: Week, width: int) -> list[str]:
    block = record.block
    rows = [
        ("Held back", " ".join(filter(None, (block.cause and f"{block.cause}:", block.text))) if block else ""),
        ("Known by", ", ".join(snapshot.person_name(ref) for ref in record.known_by)),
        ("Energy", str(record.energy or "")),
        ("Confidence", str(record.confidence or "")),
        *(("Carried", f"{step.id}: {step.state} {step.note}") for step in record.carried),
        *(("Next", f"{step.text} {step.if_then}") for step in record.next),
        ("Reason", record.reason),
        ("Private", record.private),
        ("Covers", ", ".join(record.covers)),
    ]
    filled = [(name, one_line(text)) for name, text in rows if text.strip()]
    return ["", *table(filled, width)] if filled else []


def hit_lines(snapshot: Snapshot, hits: Sequence[tuple[str, str, str | None, str]], width: int) -> list[str]:
    """Search results: each is its week or day, its kind, its focus point's id and the excerpt."""
    titles: dict[str, Focus] = {point.id: point for point in snapshot.focus}
    lines: list[str] = []
    for when, kind, focus, excerpt in hits:
        place = f" · {one_line(titles[focus].title)}" if focus in titles and kind != "focus" else ""
        lines += [*wrap(f"{when} · {kind}{place}" if when else f"{kind}{place}", width), *wrap(excerpt, width, 4)]
    return lines


def step_lines(steps: Sequence[tuple[datetime, str]], width: int) -> list[str]:
    """Changes that can be undone, newest first: when, and what."""
    return table([(f"{at.astimezone():%Y-%m-%d %H:%M}", one_line(label)) for at, label in steps], width)
