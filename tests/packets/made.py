"""Makes packets for the tests of this folder."""

from datetime import date

from growthtui.coach.catalogue import load_questions
from growthtui.domain.base import Audience, Record
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.packets.build import Frame, build
from growthtui.packets.filter import audience_view
from growthtui.packets.policy import default_visibilities
from growthtui.packets.tree import Document, Section, texts_of

POLICY = VisibilityPolicy(default_visibilities())
SINCE, UNTIL = date(2026, 3, 2), date(2026, 8, 30)
PERIODS = {
    "backend-staff": (SINCE, UNTIL),
    "actuary-pgp": (date(2020, 9, 28), date(2021, 3, 28)),
}
"""Sample to its first and last day."""

OPTIONAL = frozenset({"setbacks", "pace", "limits", "stuck", "criteria"})
OTHERS = (Audience.MENTOR, Audience.MANAGER, Audience.PANEL)


def packet(
    snapshot: Snapshot,
    audience: Audience,
    period: tuple[date, date] = (SINCE, UNTIL),
    opted_in: frozenset[str] = frozenset(),
    policy: VisibilityPolicy = POLICY,
) -> Document:
    """The document of an audience, written on the last day of the period."""
    questions = load_questions()["manager_review"].steps if audience is Audience.MANAGER else ()
    frame = Frame(
        audience=audience,
        since=period[0],
        until=period[1],
        today=period[1],
        opted_in=opted_in,
        questions=tuple(step.question for step in questions),
    )
    return build(audience_view(snapshot, policy, audience), frame)


def made(audience: Audience, *records: Record, opted_in: frozenset[str] = frozenset()) -> Document:
    """The document of loose records."""
    return packet(Snapshot.of(records), audience, opted_in=opted_in)


def section_of(document: Document, name: str) -> Section | None:
    """A section by its id."""
    return next((part for part in document.sections if part.id == name), None)


def words_of(document: Document, name: str) -> str:
    """All text of one section, a line for each piece; empty when the document does not have it."""
    part = section_of(document, name)
    if part is None:
        return ""
    return "\n".join(text for text in texts_of(Document("", (), (part,))) if text)
