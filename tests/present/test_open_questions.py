"""What no session could answer yet."""

from datetime import date

from growthtui.coach.catalogue import load_questions
from growthtui.domain.people import Answer, Response, Session, Survey
from growthtui.domain.snapshot import Snapshot
from growthtui.present.open_questions import open_questions
from tests.conftest import TODAY

SETS = load_questions().sets
UNKNOWN = "I do not know yet."


def session(name: str, on: date, *answers: Answer, kind: str = "pairing", finished: bool = True) -> Session:
    return Session(id=name, kind=kind, on=on, answers=answers, finished=finished)


def test_a_gap_to_ask_about_waits_until_it_is_sent_or_answered() -> None:
    asked = session("s", date(2026, 11, 17), Answer(step="q2", text="gaps", accepted=("v1",)))
    surveys = (
        Survey(id="v1", question="failure modes"),
        Survey(id="v2", question="sent", sent=TODAY),
        Survey(id="v3", question="answered", responses=(Response(text="no"),)),
    )
    (waiting,) = open_questions(Snapshot.of((asked, *surveys)), SETS, TODAY)
    assert (waiting.text, waiting.detail) == ("failure modes", "ask others · since 17 Nov")
    assert waiting.session == asked


def test_not_knowing_yet_stays_open_until_a_later_session_of_the_set_knows() -> None:
    first = session("a", date(2026, 11, 3), Answer(step="q3", text=UNKNOWN))
    other = session("b", date(2026, 11, 10), Answer(step="s1", text="x"), kind="stuck")
    (waiting,) = open_questions(Snapshot.of((first, other)), SETS, TODAY)
    assert waiting.text.startswith("How will you know you are making progress?")
    assert waiting.detail == "not known yet · since 3 Nov"
    half = session("c", date(2026, 11, 17), Answer(step="q3", text="two teams"), finished=False)
    assert open_questions(Snapshot.of((first, half)), SETS, TODAY)
    known = session("d", date(2026, 11, 17), Answer(step="q3", text="two teams"))
    assert open_questions(Snapshot.of((first, known)), SETS, TODAY) == ()


def test_a_question_is_shown_without_what_its_set_leaves_open() -> None:
    unknown = session("a", date(2026, 11, 3), Answer(step="v1", text=UNKNOWN), kind="survey")
    (waiting,) = open_questions(Snapshot.of((unknown,)), SETS, TODAY)
    assert "{goal}" not in waiting.text
