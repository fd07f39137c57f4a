"""The answer of a session that a row of the plan came from."""

from datetime import date

from growthtui.domain.people import Answer
from growthtui.domain.snapshot import Snapshot
from growthtui.present.days import day_label
from growthtui.present.plan.parts import Note, Part, PlanRow

_BY_WORDS = (Part.NORTH_STAR, Part.MEASURE, Part.ASK)
"""Rows without an id of their own: their answers are linked with the plan or the goal, and known by their words."""


def origin(snapshot: Snapshot, row: PlanRow, words: str, today: date) -> tuple[Note, ...]:
    """What was said word for word, with whom and when; empty for what came from no session. `words` are the row's."""
    linked = [(session, one) for session in snapshot.sessions for one in session.answers if row.id in one.accepted]
    same = [pair for pair in linked if _holds(pair[1], words)]
    found = same if same or row.part in _BY_WORDS else linked
    if not found:
        return ()
    session, answer = found[0]
    who = f"with {snapshot.person_name(session.with_)}" if session.with_ else "alone"
    day = f", {day_label(session.on, today)}" if session.on else ""
    return (Note("you said", f"{answer.text}\n{who}{day}"),)


def _holds(answer: Answer, words: str) -> bool:
    return words.casefold() in " ".join(answer.text.split()).casefold()
