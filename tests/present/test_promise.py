"""What the next session opens with: the promise of the last one, and what became of it."""

from datetime import date

from growthtui.coach.catalogue import load_questions
from growthtui.domain.people import Answer, Session
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import CarriedStep, NextStep, Week
from growthtui.present.promise import promised
from tests.conftest import TODAY

SETS = load_questions().sets
WEEK = Week(
    id="w1", week="2026-W46", next=(NextStep(id="n1", text="Ask Jonas", if_then="When lunch starts, I ask Jonas"),)
)


def session(text: str = "I ask Jonas.", accepted: tuple[str, ...] = (), **fields: object) -> Session:
    answer = Answer(step="close", text=text, accepted=accepted)
    given = {"id": "s1", "kind": "pairing", "on": date(2026, 11, 10), "answers": (answer,), **fields}
    return Session(**given)  # type: ignore[arg-type] # the fields are those of a session


def test_the_words_that_went_into_the_plan_and_that_they_wait() -> None:
    found = promised(Snapshot.of((session(accepted=("n1",)), WEEK)), SETS, TODAY)
    assert found is not None
    assert (found.title, found.words) == ("On 10 Nov you promised", "When lunch starts, I ask Jonas")
    assert found.state == "It is still open."


def test_a_step_that_ended_is_done_with() -> None:
    later = Week(id="w2", week="2026-W47", carried=(CarriedStep(id="n1", state="done"),))
    found = promised(Snapshot.of((session(accepted=("n1",)), WEEK, later)), SETS, TODAY)
    assert found is not None
    assert found.state == "It is done with."


def test_what_was_only_said_is_shown_as_it_was_said() -> None:
    found = promised(Snapshot.of((session(),)), SETS, TODAY)
    assert found is not None
    assert (found.words, found.state) == ("I ask Jonas.", "")


def test_the_newest_finished_session_with_a_promise_counts() -> None:
    older = session("the older one", id="s0", on=date(2026, 9, 1))
    before = session("earlier on the same day", id="s5")
    silent = session("", id="s2", on=date(2026, 11, 20))
    left = session("not finished", id="s3", on=date(2026, 11, 21), finished=False)
    stuck = session("no promise", id="s4", on=date(2026, 11, 22), kind="stuck")
    found = promised(Snapshot.of((before, session("this one"), older, silent, left, stuck)), SETS, TODAY)
    assert found is not None
    assert found.words == "this one"


def test_without_a_session_there_is_no_promise() -> None:
    assert promised(Snapshot.of(()), SETS, TODAY) is None
