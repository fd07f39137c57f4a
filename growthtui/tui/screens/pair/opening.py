"""The ways into a session, and from one stage of it to the next."""

from growthtui.domain.people import Session
from growthtui.journal.drafts import Draft
from growthtui.journal.session_drafts import LeftSession, place_of
from growthtui.tui.desk import Desk
from growthtui.tui.screens.base import Commanded
from growthtui.tui.screens.pair.stage import SessionScreen
from growthtui.tui.wizard.walk import Walk


def begin(desk: Desk, set_id: str, name: str = "") -> Commanded:
    """Before the first question of a set: with whom, and who does what."""
    from growthtui.tui.screens.pair.begin import BeginScreen

    return BeginScreen(desk, set_id, name)


def go_on(desk: Desk, left: LeftSession) -> SessionScreen:
    """A session where it was left: at its question, its read-back, or among its offers."""
    walk = Walk(desk, desk.journal.sessions.go_on(left, snapshot=desk.snapshot), left)
    if not walk.wizard.is_at_read_back:
        return stage("question", walk)
    return stage("read_back" if walk.decisions.is_untouched else "offers", walk)


def look_back(desk: Desk, session: Session) -> SessionScreen:
    """A finished session to read. NotFoundError when its question set is gone."""
    from growthtui.tui.screens.pair.read_back import LookBackScreen

    return LookBackScreen(Walk(desk, desk.journal.sessions.look_back(session, snapshot=desk.snapshot)))


def go_on_from_draft(desk: Desk, draft: Draft) -> SessionScreen | None:
    """The session of a draft; None when it is finished meanwhile."""
    unfinished = desk.journal.sessions.unfinished(desk.drafts.waiting, snapshot=desk.snapshot)
    left = next((one for one in unfinished if place_of(one.session) == draft.place), None)
    return go_on(desk, left) if left else None


def stage(name: str, walk: Walk) -> SessionScreen:
    """One stage of a session by its name."""
    match name:
        case "question":
            from growthtui.tui.screens.pair.question import QuestionScreen

            return QuestionScreen(walk)
        case "read_back":
            from growthtui.tui.screens.pair.read_back import ReadBackScreen

            return ReadBackScreen(walk)
        case "offers":
            from growthtui.tui.screens.pair.offers import OffersScreen

            return OffersScreen(walk)
        case "advice":
            from growthtui.tui.screens.pair.advice import AdviceScreen

            return AdviceScreen(walk)
        case "closing":
            from growthtui.tui.screens.pair.closing import ClosingScreen

            return ClosingScreen(walk)
        case "done":
            from growthtui.tui.screens.pair.closing import DoneScreen

            return DoneScreen(walk)
        case _:
            message = f"a session has no stage {name!r}"
            raise ValueError(message)
