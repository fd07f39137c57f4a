"""Which table holds which record."""

from growthtui.domain.base import Record
from growthtui.domain.people import Assessment, Event, Feedback, JournalInfo, Person, Review, Session, Survey
from growthtui.domain.plan import Action, Checkin, Focus, Goal, Plan, Principle
from growthtui.domain.week import Evidence, Line, Week

RECORD_TYPES: dict[str, type[Record]] = {
    "journal": JournalInfo,
    "people": Person,
    "plans": Plan,
    "principles": Principle,
    "goals": Goal,
    "focus": Focus,
    "actions": Action,
    "checkins": Checkin,
    "weeks": Week,
    "lines": Line,
    "evidence": Evidence,
    "feedback": Feedback,
    "surveys": Survey,
    "sessions": Session,
    "assessments": Assessment,
    "events": Event,
    "reviews": Review,
}
"""Table name to record type, in the order in which references point (targets first)."""

TABLE_OF: dict[type[Record], str] = {record: table for table, record in RECORD_TYPES.items()}
"""Record type to table name."""
