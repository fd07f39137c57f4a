"""The log as rows: one for each line that the reader may see, with its references in words."""

from dataclasses import dataclass

from growthtui.dates import Week
from growthtui.domain.base import Audience, wording_on
from growthtui.domain.plan import Action, Focus
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.domain.week import Line


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log in words. `id` and `visibility` are for the owner alone."""

    week: str
    monday: str
    focus: str
    action: str
    kind: str
    text: str
    evidence: tuple[str, ...]
    known_by: tuple[str, ...]
    id: str
    visibility: tuple[str, ...]


def log_rows(view: Snapshot, lines: tuple[Line, ...], policy: VisibilityPolicy) -> tuple[LogRow, ...]:
    """The rows of these lines of a filtered journal, in their order."""
    points = {focus.id: focus for focus in view.focus}
    actions = {action.id: action for action in view.actions}
    return tuple(
        _row(view, line, points.get(line.focus or ""), actions.get(line.action or ""), policy) for line in lines
    )


def _row(view: Snapshot, line: Line, point: Focus | None, action: Action | None, policy: VisibilityPolicy) -> LogRow:
    week = Week.named(line.week)
    record = view.week_by_name.get(line.week)
    known = line.known_by or (record.known_by if record else ())
    proof = (view.evidence_by_id.get(ref) for ref in line.evidence)
    return LogRow(
        week=line.week,
        monday=week.monday.isoformat() if week else "",
        focus=wording_on(week.sunday, point.title, point.versions) if point and week else "",
        action=wording_on(week.sunday, action.text, action.versions) if action and week else "",
        kind=line.kind,
        text=line.text,
        evidence=tuple(" ".join(part for part in (item.text, item.url) if part) for item in proof if item),
        known_by=tuple(dict.fromkeys(view.person_name(ref) for ref in known)),
        id=line.id,
        visibility=tuple(audience for audience in Audience if audience in policy.of_record(line)),
    )
