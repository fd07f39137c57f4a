"""What the question wizard says: sets to begin, sessions to go on with, panel, scale, read-back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from growthtui.coach.hints import follow_up, listen_for
from growthtui.coach.shelves import QuestionSet, Roles
from growthtui.coach.wizard import MAX_PROBES, Wizard, is_private, sets_visibility
from growthtui.dates import local_day
from growthtui.domain.base import Audience, Visibility
from growthtui.domain.people import Session
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.session_drafts import LeftSession
from growthtui.present.days import day_label
from growthtui.present.open_questions import OpenQuestion

READERS: tuple[tuple[str, Visibility | None], ...] = (
    ("you and your mentor", None),
    ("you alone", (Audience.SELF,)),
    ("you, your mentor and your manager", (Audience.SELF, Audience.MENTOR, Audience.MANAGER)),
)
"""Who may read the answers of a session: the words and what they mean; None is the default."""


_RANGE = ", 1 to 10"
"""The ends of a scale; they stand on the screen already."""

_SOLO = "The program asks, one question at a time. Leave at any question, and go on another day."
_AGREE_FIRST = "Say first what stays between you, and what may go into the plan."
_ASKED_FIRST = "The first question is what stays between you. Private answers are masked while two sit here."

_BY_HAND = (
    ("response per person", "The questions are not sent from here: pass them on, and type what comes back."),
    ("named witness", "What others say you do already stays in the answers; log it with their name as evidence."),
    ("actions to drop", "Actions are dropped, and their dates moved, in the plan itself: 2."),
    ("feedback requests", "Whom you ask for feedback stays in the answers."),
)
"""Where answers land that a session does not bring there itself, by what a step's `lands` says."""


def short_title(questions: QuestionSet) -> str:
    """The title of a set without what stands in brackets: "Pairing", "When you feel stuck"."""
    return questions.title.partition("(")[0].strip().removesuffix(" session")


def session_title(questions: QuestionSet, with_: str) -> str:
    """The name of a session; `with_` is "" for somebody alone."""
    title = short_title(questions)
    if not with_:
        return f"{title}, alone"
    return f"{title}, with {with_}" if " " in title else f"{title} with {with_}"


@dataclass(frozen=True, slots=True)
class StartRow:
    """A set to begin, or a session: its name, what is to be said about it, and for a set how long it is."""

    id: str
    title: str
    detail: str
    count: str = ""


def set_rows(sets: Iterable[QuestionSet]) -> tuple[StartRow, ...]:
    """The sets there are: what stands in brackets in the title, and how many questions it has."""
    return tuple(
        StartRow(
            questions.id,
            short_title(questions),
            questions.title.partition("(")[2].rstrip(") "),
            f"{len(questions.steps)} questions",
        )
        for questions in sets
    )


def left_rows(
    left: Sequence[LeftSession], sets: Sequence[QuestionSet], snapshot: Snapshot, today: date
) -> tuple[StartRow, ...]:
    """Sessions to go on with: the day they were left, and how far they are."""
    rows = []
    for one in left:
        wizard = Wizard.resume(_set_of(sets, one.session.kind), one.session)
        title = session_title(wizard.questions, snapshot.person_name(one.session.with_))
        day = day_label(local_day(one.at), today)
        rows.append(StartRow(one.session.id, title, f"left {day} at {position(wizard)}"))
    return tuple(rows)


def open_rows(waiting: Sequence[OpenQuestion]) -> tuple[StartRow, ...]:
    """Questions that wait for an answer; their id is their place."""
    return tuple(StartRow(str(place), question.text, question.detail) for place, question in enumerate(waiting))


def earlier_rows(snapshot: Snapshot, sets: Sequence[QuestionSet], today: date) -> tuple[StartRow, ...]:
    """Finished sessions, newest first: their day, and what came of them."""
    known = {questions.id: questions for questions in sets}
    return tuple(
        StartRow(
            session.id,
            _title(session, known.get(session.kind), snapshot),
            " · ".join(filter(None, (day_label(session.on, today) if session.on else "", _outcome(session, today)))),
        )
        for session in snapshot.finished_sessions
    )


def _title(session: Session, questions: QuestionSet | None, snapshot: Snapshot) -> str:
    name = snapshot.person_name(session.with_)
    return session_title(questions, name) if questions else f"{session.kind} {name}".strip()


def _outcome(session: Session, today: date) -> str:
    taken = sum(len(answer.accepted) for answer in session.answers)
    parts = [f"{taken} into the plan" if taken else _answers(len(session.answers))]
    if session.next is not None and session.next >= today:
        parts.append(f"again {day_label(session.next, today)}")
    return " · ".join(parts)


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"


def position(wizard: Wizard) -> str:
    """How far a session is: "3 of 8"."""
    count = len(wizard.questions.steps)
    return "the read-back" if wizard.is_at_read_back else f"{wizard.index + 1} of {count}"


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """What a scale asks, and what to ask once there is a number."""

    question: str
    follow_up: str

    def after(self, value: int, ends: tuple[int, int]) -> str:
        """What to ask about a number."""
        return follow_up(self.follow_up, value, ends)


def scale_words(scale: str) -> ScaleWords:
    """The two halves of a step's `scale`: up to its first question mark or semicolon, and the rest."""
    ends = [place for place in (scale.find("?"), scale.find(";")) if place >= 0]
    if not ends:
        return ScaleWords(_capital(scale), "")
    end = min(ends)
    question = (scale[:end] + scale[end].replace(";", "")).replace(_RANGE, "")
    rest = scale[end + 1 :].strip().removeprefix("(").removesuffix(")")
    return ScaleWords(_capital(question), _capital(rest))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class ProbeRow:
    """One probe. At most one is suggested; it is the one to try first."""

    text: str
    is_used: bool
    is_suggested: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """What the asker sees beside the answer."""

    name: str
    why: str
    probes: tuple[ProbeRow, ...]
    note: str
    listen: tuple[str, ...] = ()


def panel_of(wizard: Wizard, name: str, suggested: str) -> Panel:
    """The asker's panel of the question on the screen; `suggested` is the probe that a weak answer asks for, or ""."""
    used = wizard.answer.probes
    rows = tuple(ProbeRow(probe, probe in used, probe == suggested) for probe in wizard.step.probes)
    note = "Two are enough. Count to five and listen." if len(used) >= MAX_PROBES else ""
    return Panel(name, wizard.step.why, rows, note, listen_for(wizard.step))


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer at the read-back."""

    step: str
    question: str
    text: str
    scale: str
    is_private: bool


def answer_rows(wizard: Wizard) -> tuple[AnswerRow, ...]:
    """All questions with what was said."""
    rows = []
    for step in wizard.questions.steps:
        answer = wizard.answer_of(step)
        scale = "" if answer.scale is None else f"{answer.scale} of {answer.scale_max}"
        rows.append(AnswerRow(step.id, step.question, answer.text.strip("\n"), scale, is_private(step)))
    return tuple(rows)


def is_private_step(wizard: Wizard) -> bool:
    """Whether the answer to the question on the screen is for its owner alone."""
    return is_private(wizard.step)


def _set_of(sets: Sequence[QuestionSet], set_id: str) -> QuestionSet:
    return next(questions for questions in sets if questions.id == set_id)


def asks_readers(wizard: Wizard) -> bool:
    """Whether the question on the screen decides who may read the answers."""
    return sets_visibility(wizard.step)


def begin_cards(questions: QuestionSet, roles: Roles | None, name: str) -> tuple[tuple[str, str], ...]:
    """What to know before the first question: what stays between two, who does what; or how it is alone."""
    by_hand = [words for mark, words in _BY_HAND if any(mark in step.lands for step in questions.steps)]
    last = (("By hand", " ".join(by_hand)),) if by_hand else ()
    if not name:
        return (("You alone", _capital(questions.solo.removeprefix("Alone: ")) or _SOLO), *last)
    asked = any(sets_visibility(step) for step in questions.steps)
    cards = [("Between you", _ASKED_FIRST if asked else _AGREE_FIRST)]
    if roles is not None:
        cards += [(f"{name} asks", roles.asker), ("You answer", roles.answerer), ("Suggestions", roles.advice_parking)]
    return (*cards, *last)


def asks_for_hours(wizard: Wizard) -> bool:
    """Whether a question of the set asks what somebody gives for it, so that its price in time is worth a look."""
    return any("hours_per_week" in step.lands for step in wizard.questions.steps)
