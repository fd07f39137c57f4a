"""What no session could answer yet: gaps to ask others about, and questions with "I do not know yet" for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from growthtui.coach.shelves import QuestionSet
from growthtui.coach.signs import is_open_question
from growthtui.dates import local_day
from growthtui.domain.people import Session, Survey
from growthtui.domain.snapshot import Snapshot
from growthtui.present.days import day_label


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits.

    `survey` is the record of one to ask others, None for one that the next session of its set asks again; `session`
    is where it came up, None when that is gone.
    """

    text: str
    detail: str
    survey: Survey | None
    session: Session | None


def open_questions(snapshot: Snapshot, sets: Sequence[QuestionSet], today: date) -> tuple[OpenQuestion, ...]:
    """All that wait, those for others first."""
    finished = snapshot.finished_sessions
    return (*_for_others(snapshot, finished, today), *_not_known_yet(snapshot, finished, sets, today))


def _for_others(snapshot: Snapshot, finished: Sequence[Session], today: date) -> list[OpenQuestion]:
    unsent = (survey for survey in snapshot.surveys if survey.sent is None and not survey.responses)
    found = []
    for survey in unsent:
        session = next((one for one in finished if any(survey.id in answer.accepted for answer in one.answers)), None)
        day = session.on if session else local_day(survey.created) if survey.created else None
        found.append(OpenQuestion(survey.question, f"ask others{_since(day, today)}", survey, session))
    return found


def _not_known_yet(
    snapshot: Snapshot, finished: Sequence[Session], sets: Sequence[QuestionSet], today: date
) -> list[OpenQuestion]:
    """Of the newest session of each set: what was said there since has taken the place of what was said before."""
    goal = snapshot.tree.current_goal if snapshot.tree else None
    found = []
    for questions in (one.about(goal.text if goal else "") for one in sets):
        session = next((one for one in finished if one.kind == questions.id), None)
        asked = {step.id: step.question for step in questions.steps}
        for answer in session.answers if session else ():
            if answer.step in asked and is_open_question(answer.text):
                detail = f"not known yet{_since(session.on if session else None, today)}"
                found.append(OpenQuestion(asked[answer.step], detail, None, session))
    return found


def _since(day: date | None, today: date) -> str:
    return f" · since {day_label(day, today)}" if day else ""
