"""The question wizard: a frozen walk through any question set, forward and back, left and resumed.

It knows no question by name: what it needs to know of a step stands in the set's data. Both front ends drive it.
"""

from dataclasses import dataclass, replace

import msgspec

from growthtui.coach.shelves import QuestionSet, Step
from growthtui.domain.base import Audience, Visibility
from growthtui.domain.people import Answer, ParkedAdvice, Session

READ_BACK = "read-back"
"""Where a session stands when all questions were walked."""

MAX_PROBES = 2
"""How many probes an asker uses for one question at most (domain 3.1)."""

_AGREEMENT = "session.agreement"
_SETS_VISIBILITY = "default visibility"
_PRIVATE = ("visibility: [self]", "private by default")


@dataclass(frozen=True, slots=True)
class Wizard:
    """A session on its way through a question set. Every verb returns a new state; nothing is ever lost."""

    questions: QuestionSet
    session: Session

    @classmethod
    def start(cls, questions: QuestionSet, session_id: str = "", with_: str = "") -> "Wizard":
        """A new walk at the first question; `with_` is empty when somebody walks alone."""
        first = questions.steps[0].id
        return cls(questions, Session(id=session_id, kind=questions.id, with_=with_, step=first, finished=False))

    @classmethod
    def resume(cls, questions: QuestionSet, session: Session) -> "Wizard":
        """Go on where a session was left; at the first question when that step is gone from the set."""
        known = {step.id for step in questions.steps} | {READ_BACK}
        step = session.step if session.step in known else questions.steps[0].id
        return cls(questions, msgspec.structs.replace(session, step=step))

    @property
    def is_solo(self) -> bool:
        """Whether somebody walks alone."""
        return not self.session.with_

    @property
    def is_at_read_back(self) -> bool:
        """Whether all questions were walked."""
        return self.session.step == READ_BACK

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet: there is nothing to keep."""
        said = (answer.text.strip() or answer.scale is not None for answer in self.session.answers)
        return not any(said) and not self.session.parked_advice

    @property
    def index(self) -> int:
        """The place of the question, from 0; at the read-back the number of questions."""
        names = [step.id for step in self.questions.steps]
        return names.index(self.session.step) if self.session.step in names else len(names)

    @property
    def step(self) -> Step:
        """The question to show. At the read-back there is none: IndexError."""
        return self.questions.steps[self.index]

    def answer_of(self, step: Step) -> Answer:
        """What was said to a question so far."""
        return next((answer for answer in self.session.answers if answer.step == step.id), Answer(step=step.id))

    @property
    def answer(self) -> Answer:
        """What was said to the question on the screen."""
        return self.answer_of(self.step)

    @property
    def audiences(self) -> Visibility | None:
        """Who may read the answers, as agreed at the question that asks for it; None is the default."""
        agreed = (self.answer_of(step).visibility for step in self.questions.steps if sets_visibility(step))
        return next(agreed, None)

    def share(self, audiences: Visibility | None) -> "Wizard":
        """Agree who may read the answers; those that the set calls private stay so."""
        known = {answer.step: answer for answer in self.session.answers}
        for step in self.questions.steps:
            if sets_visibility(step) or (step.id in known and not is_private(step)):
                known[step.id] = msgspec.structs.replace(self.answer_of(step), visibility=audiences)
        return self._put(*known.values())

    def write(self, text: str) -> "Wizard":
        """Take an answer word for word."""
        visibility = self.answer.visibility or default_visibility(self.step) or self.audiences
        return self._put(msgspec.structs.replace(self.answer, text=text, visibility=visibility))

    def rate(self, value: int | None) -> "Wizard":
        """Take a value of the scale, None to clear it; values outside the scale are held at its ends."""
        held = None if value is None else max(self.answer.scale_min, min(self.answer.scale_max, value))
        return self._put(msgspec.structs.replace(self.answer, scale=held))

    def next(self) -> "Wizard":
        """On to the next question, after the last one to the read-back."""
        return self._go(self.index + 1)

    def back(self) -> "Wizard":
        """Back to the question before; at the first one it stays."""
        return self._go(max(0, self.index - 1))

    def go_to(self, step: Step) -> "Wizard":
        """To any question of the set."""
        return self._go(self.questions.steps.index(step))

    def probes_left(self) -> tuple[str, ...]:
        """Probes of this question not used yet; none once two were used."""
        used = self.answer.probes
        if len(used) >= MAX_PROBES:
            return ()
        return tuple(probe for probe in self.step.probes if probe not in used)

    def use_probe(self, probe: str) -> "Wizard":
        """Note which probe was asked."""
        if probe in self.answer.probes:
            return self
        return self._put(msgspec.structs.replace(self.answer, probes=(*self.answer.probes, probe)))

    def spend(self, minutes: int) -> "Wizard":
        """Note how long the session has taken so far."""
        return self._with(minutes=minutes)

    def park(self, text: str) -> "Wizard":
        """Keep a suggestion of the asker hidden until the end."""
        if not text.strip():
            return self
        return self._with(parked_advice=(*self.session.parked_advice, ParkedAdvice(text=text.strip())))

    def show_advice(self, index: int, *, taken: bool) -> "Wizard":
        """Note that a parked suggestion was shown, and whether it was taken."""
        advice = list(self.session.parked_advice)
        advice[index] = msgspec.structs.replace(advice[index], shown=True, taken=taken)
        return self._with(parked_advice=tuple(advice))

    def finish(self) -> "Wizard":
        """Close the session; what was agreed at its start is kept as its agreement."""
        agreed = next((self.answer_of(step).text for step in self.questions.steps if _AGREEMENT in step.lands), "")
        return self._with(finished=True, step="", agreement=agreed or self.session.agreement)

    def _go(self, index: int) -> "Wizard":
        steps = self.questions.steps
        return self._with(step=steps[index].id if index < len(steps) else READ_BACK)

    def _put(self, *changed: Answer) -> "Wizard":
        """Answers in the order of the questions; those to steps that are gone come last."""
        answers = {answer.step: answer for answer in (*self.session.answers, *changed)}
        known = [answers[step.id] for step in self.questions.steps if step.id in answers]
        others = [answer for answer in answers.values() if answer not in known]
        return self._with(answers=(*known, *others))

    def _with(self, **fields: object) -> "Wizard":
        return replace(self, session=msgspec.structs.replace(self.session, **fields))


def default_visibility(step: Step) -> Visibility | None:
    """Only self where the set says that an answer is private, else None: the default of session answers."""
    return (Audience.SELF,) if is_private(step) else None


def sets_visibility(step: Step) -> bool:
    """Whether this question asks who may read the answers."""
    return _SETS_VISIBILITY in step.lands


def is_private(step: Step) -> bool:
    """Whether the answer is masked on a shared screen until it is revealed (domain 3.1)."""
    return any(mark in step.lands for mark in _PRIVATE)
