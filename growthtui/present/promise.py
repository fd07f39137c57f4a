"""What was promised at the end of the last session, as the next one opens with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from growthtui.coach.shelves import QuestionSet
from growthtui.domain.people import Answer, Session
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import NextStep
from growthtui.insights.steps import open_steps
from growthtui.present.days import day_label

_PROMISES = "next_step {"
"""A question whose answer is a promise says so in `lands`."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The words of a promise, where it was made, and what became of it ("" when nobody knows)."""

    title: str
    words: str
    state: str


def promised(snapshot: Snapshot, sets: Sequence[QuestionSet], today: date) -> Promise | None:
    """The promise of the newest finished session that has one: as it went into the plan, else as it was said."""
    for session in snapshot.finished_sessions:
        answer = _answer(session, sets)
        if answer is not None:
            step = _step(snapshot, answer)
            return Promise(
                _title(session.on, today), (step.if_then or step.text) if step else answer.text, _state(snapshot, step)
            )
    return None


def _title(on: date | None, today: date) -> str:
    if on is None:
        return "You promised"
    return "Today you promised" if on == today else f"On {day_label(on, today)} you promised"


def _answer(session: Session, sets: Sequence[QuestionSet]) -> Answer | None:
    steps = {
        step.id
        for questions in sets
        if questions.id == session.kind
        for step in questions.steps
        if _PROMISES in step.lands
    }
    return next((one for one in session.answers if one.step in steps and one.text.strip()), None)


def _step(snapshot: Snapshot, answer: Answer) -> NextStep | None:
    found = {step.id: step for week in snapshot.weeks for step in week.next}
    return next((found[one] for one in answer.accepted if one in found), None)


def _state(snapshot: Snapshot, step: NextStep | None) -> str:
    if step is None:
        return ""
    return "It is still open." if any(one.id == step.id for one in open_steps(snapshot.weeks)) else "It is done with."
