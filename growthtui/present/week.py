"""What a week says: its lines by focus point, what was noted about it, and the year as a strip of weeks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from growthtui.dates import MONTHS, Week
from growthtui.domain.base import Audience, Visibility, wording_on
from growthtui.domain.plan import Focus
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import ONLY_SELF, VisibilityPolicy
from growthtui.domain.week import Evidence, Line, LineKind, WeekState
from growthtui.domain.week import Week as WeekRecord
from growthtui.insights.weeks import state_of, week_states

STATE_WORDS = {
    WeekState.LOGGED: "logged",
    WeekState.CAUGHT_UP: "caught up",
    WeekState.PAUSED: "paused",
    WeekState.MISSED: "quiet",
    WeekState.OPEN: "not logged yet",
}
KIND_WORDS: Mapping[str, str] = {kind: "again" if kind is LineKind.REPEAT else str(kind) for kind in LineKind}
_SAID_BY_SIGN = (LineKind.PROGRESS, LineKind.MILESTONE, LineKind.SETBACK)
_STEP_WORDS = {"keep": "kept", "smaller": "made smaller", "drop": "let go", "ask": "asked for help"}


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line; `notes` stand beside it: private, kind, who saw it; `links` are its proof."""

    line: Line
    notes: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one focus point. `number` is that of the active plan, None for others and for loose lines."""

    focus: str | None
    number: int | None
    title: str
    rows: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something noted about the week: our label and the person's words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week in full."""

    week: Week
    state: WeekState
    facts: tuple[str, ...]
    groups: tuple[Group, ...]
    carried: tuple[Note, ...]
    notes: tuple[Note, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in the order in which they are shown."""
        return tuple(row.line for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Privacy:
    """One answer to "private?": the set that would be stored, and the words for it."""

    visibility: Visibility | None
    words: str


@dataclass(frozen=True, slots=True)
class YearStrip:
    """The weeks of one year; `states` holds those that have one. `months` are the first weeks of each month."""

    weeks: tuple[Week, ...]
    states: Mapping[Week, WeekState]
    months: tuple[tuple[int, str], ...]
    current: Week


def week_view(snapshot: Snapshot, week: Week, today: date, policy: VisibilityPolicy) -> WeekView:
    """One week as of `today`, with the wording that was in force on its Sunday."""
    record = snapshot.week_by_name.get(str(week)) or WeekRecord(id=str(week), week=str(week))
    return WeekView(
        week=week,
        state=state_of(snapshot, week, today),
        facts=_facts(snapshot, record),
        groups=_groups(snapshot, week, policy),
        carried=_carried(snapshot, record),
        notes=_notes(record),
    )


def states_of(snapshot: Snapshot, today: date) -> Mapping[Week, WeekState]:
    """The state of every week from the first with a record to that of `today`."""
    return week_states(snapshot, today)


def year_strip(week: Week, current: Week, states: Mapping[Week, WeekState]) -> YearStrip:
    """The year that `week` lies in; `current` is the week of today."""
    last = date(week.year, 12, 28).isocalendar().week
    weeks = tuple(Week(week.year, number) for number in range(1, last + 1))
    months: dict[int, int] = {}
    for number, one in enumerate(weeks):
        if one.monday.year == week.year:
            months.setdefault(one.monday.month, number)
    initials = tuple((number, MONTHS[month - 1][0].upper()) for month, number in months.items())
    return YearStrip(weeks, states, initials, current)


def focus_title(focus: Focus, on: date) -> str:
    """The title of a focus point as it was worded on a day."""
    return wording_on(on, focus.title, focus.versions)


def proof_label(evidence: Evidence) -> str:
    """Proof in short: its words, else its address without what every address has."""
    if evidence.text:
        return evidence.text
    try:
        parts = urlsplit(evidence.url)
    except ValueError:
        return evidence.url
    return f"{parts.netloc}{parts.path}".removeprefix("www.").rstrip("/") or evidence.url


def is_private(line: Line, policy: VisibilityPolicy) -> bool:
    """Whether nobody but the owner may see a line."""
    return not set(policy.of_record(line)) - set(ONLY_SELF)


def _groups(snapshot: Snapshot, week: Week, policy: VisibilityPolicy) -> tuple[Group, ...]:
    by_focus: dict[str | None, list[Line]] = {}
    for line in snapshot.lines_by_week.get(str(week), ()):
        by_focus.setdefault(line.focus, []).append(line)
    tree = snapshot.tree
    numbers = {focus.id: number for number, focus in enumerate(tree.focus if tree else (), start=1)}
    known = {focus.id: focus for focus in snapshot.focus}
    order = sorted(by_focus, key=lambda focus: (focus is None, numbers.get(focus or "", len(numbers) + 1)))
    return tuple(
        Group(
            focus=focus,
            number=numbers.get(focus or ""),
            title=_title(known, focus, week.sunday),
            rows=tuple(_row(snapshot, line, policy) for line in by_focus[focus]),
        )
        for focus in order
    )


def _title(known: Mapping[str, Focus], focus: str | None, on: date) -> str:
    if focus is None:
        return "Not tied to a focus point"
    return focus_title(known[focus], on) if focus in known else "A focus point that was deleted"


def _row(snapshot: Snapshot, line: Line, policy: VisibilityPolicy) -> LineRow:
    seen = ", ".join(map(snapshot.person_name, line.known_by))
    together = ", ".join(map(snapshot.person_name, line.with_))
    notes = (
        "private" if is_private(line, policy) else "",
        "" if line.kind in _SAID_BY_SIGN else KIND_WORDS[line.kind],
        f"seen by {seen}" if seen else "",
        f"with {together}" if together else "",
    )
    proof = (snapshot.evidence_by_id.get(ref) for ref in line.evidence)
    return LineRow(line, tuple(filter(None, notes)), tuple(proof_label(item) for item in proof if item is not None))


def _facts(snapshot: Snapshot, record: WeekRecord) -> tuple[str, ...]:
    known = ", ".join(map(snapshot.person_name, record.known_by))
    facts = (
        record.reason if record.is_paused else "",
        f"energy {record.energy}" if record.energy is not None else "",
        f"confidence {record.confidence}" if record.confidence is not None else "",
        f"{known} know{'' if ',' in known else 's'} of it" if known else "",
        f"also for {', '.join(name[-3:] for name in record.covers)}" if record.covers else "",
    )
    return tuple(filter(None, facts))


def _carried(snapshot: Snapshot, record: WeekRecord) -> tuple[Note, ...]:
    texts = {step.id: step.text for week in snapshot.weeks if week.week < record.week for step in week.next}
    return tuple(
        Note(_STEP_WORDS.get(step.state, step.state), f"{texts[step.id]}{f': {step.note}' if step.note else ''}")
        for step in record.carried
        if step.id in texts
    )


def _notes(record: WeekRecord) -> tuple[Note, ...]:
    notes = [Note("Next", " · ".join(filter(None, (step.text, step.if_then)))) for step in record.next]
    if record.block is not None:
        notes.append(Note("In the way", " · ".join(filter(None, (record.block.cause, record.block.text)))))
    if record.private:
        notes.append(Note("For you alone", record.private))
    return tuple(notes)


def privacy_choices(kind: LineKind, stored: Visibility | None, policy: VisibilityPolicy) -> tuple[Privacy, ...]:
    """What can be chosen for who may see a line of this kind: the default, only the owner, and what is stored."""
    others = set(policy.of(f"line_{kind}")) - set(ONLY_SELF)
    names = _audiences(others)
    default = f"no: {names} may see it in a packet" if others else f"no, but a {KIND_WORDS[kind]} line stays with you"
    choices = [Privacy(None, default), Privacy(ONLY_SELF, "yes: only you")]
    if stored not in (None, ONLY_SELF):
        choices.append(Privacy(stored, f"as you set it: {_audiences(set(stored or ()) - set(ONLY_SELF)) or 'nobody'}"))
    return tuple(choices)


def _audiences(audiences: set[Audience]) -> str:
    names = [str(audience) for audience in Audience if audience in audiences]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
