"""From answers to the plan: what each answer offers, item by item (domain 3.3).

Where an answer lands stands in its step's `lands`; nothing is taken over here, a person accepts, edits or leaves it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from growthtui.coach.predicates import not_in_control
from growthtui.coach.shelves import Step
from growthtui.coach.signs import is_open_question, items
from growthtui.coach.wizard import Wizard
from growthtui.dates import MONTHS, WEEKDAYS
from growthtui.domain.people import Answer

MOST_FOCUS = 5
FEWEST_FOCUS = 3

_KIND_SAID = re.compile(r"\b(career|personal) goal\b", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(no|not|never|without|cannot|won't|can't)\b", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:h\b|hours?\b)", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]+\b")
_STARTERS = (
    "I If The A An My Our We They It This That When Ask Tell Get Then On In By And Or But So "
    "Somebody Someone Nobody People Others"
)
_NO_NAMES = frozenset((*(name.capitalize() for name in (*MONTHS, *WEEKDAYS)), *re.split(" ", _STARTERS)))
_ROLES = re.compile(r"\bmy (manager|mentor|team lead|coach)\b", re.IGNORECASE)


class ProposalKind(StrEnum):
    """What part of the plan a proposal would become."""

    GOAL = "goal"
    MEASURE = "measure"
    FOCUS = "focus point"
    GAP = "gap"
    """A missing thing: a learning focus when it is missing, a visibility focus when nobody knows it is there."""
    ASK = "ask"
    PRINCIPLE = "limit"
    HOURS = "hours a week"
    STEP = "next step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One offer. `note` is a question to the person; `is_wanted` is the answer to start from."""

    kind: ProposalKind
    step: str
    text: str
    note: str = ""
    direction: str = ""
    who: str = ""
    confidence: int | None = None
    is_wanted: bool = True


def proposals(wizard: Wizard) -> tuple[Proposal, ...]:
    """All offers of a session, in the order of its questions. An open question offers nothing."""
    return tuple(proposal for step in wizard.questions.steps for proposal in _of_answer(step, wizard.answer_of(step)))


def what_else(wizard: Wizard) -> tuple[str, ...]:
    """Questions about the number of focus points: fewer than three, more than five (domain 3.3)."""
    steps = (step for step in wizard.questions.steps if _FOCUS_EACH in step.lands)
    found = []
    for step in steps:
        count = len(items(wizard.answer_of(step).text))
        if 0 < count < FEWEST_FOCUS:
            found.append(f"{count} of three things: what else has to happen?")
        if count > MOST_FOCUS:
            found.append(f"{count} things: which of them can wait?")
    return tuple(found)


def _of_answer(step: Step, answer: Answer) -> Iterator[Proposal]:
    if not answer.text.strip() or is_open_question(answer.text):
        return
    for mark, offer in _OFFERS:
        if mark in step.lands:
            yield from offer(step, answer)


def _goal(step: Step, answer: Answer) -> Iterator[Proposal]:
    texts = [text for text in items(answer.text) if not _KIND_SAID.search(text)] or [answer.text]
    yield Proposal(kind=ProposalKind.GOAL, step=step.id, text="; ".join(texts), note="Personal, or career?")


def _measures(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        yield Proposal(kind=ProposalKind.MEASURE, step=step.id, text=text)


def _focus_points(step: Step, answer: Answer) -> Iterator[Proposal]:
    for number, text in enumerate(items(answer.text), start=1):
        if not_in_control(text):
            yield Proposal(kind=ProposalKind.MEASURE, step=step.id, text=text, note="Others decide this: a sign, then.")
            yield Proposal(
                kind=ProposalKind.FOCUS,
                step=step.id,
                text="",
                note=f"What can you do yourself so that “{text}” becomes likely?",
                is_wanted=False,
            )
            continue
        late = number > MOST_FOCUS
        note = "More than five: can it wait?" if late else ""
        yield Proposal(kind=ProposalKind.FOCUS, step=step.id, text=text, note=note, is_wanted=not late)


def _visibility_focus(step: Step, answer: Answer) -> Iterator[Proposal]:
    yield Proposal(kind=ProposalKind.FOCUS, step=step.id, text=_one_line(answer.text), direction="visibility")


def _gaps(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        note = "Do you have it already, and who knows?"
        yield Proposal(kind=ProposalKind.GAP, step=step.id, text=text, note=note, is_wanted=False)


def _asks(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        who = _name_in(text)
        note = "" if who else "Who exactly? Without a name it stays an open question."
        yield Proposal(kind=ProposalKind.ASK, step=step.id, text=text, who=who, note=note, is_wanted=bool(who))


def _principles(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        if _REFUSAL.search(text):
            yield Proposal(kind=ProposalKind.PRINCIPLE, step=step.id, text=text, note="Private unless you share it.")


def _hours(step: Step, answer: Answer) -> Iterator[Proposal]:
    found = _HOURS.search(answer.text)
    if found:
        yield Proposal(kind=ProposalKind.HOURS, step=step.id, text=found[1].replace(",", "."))


def _next_step(step: Step, answer: Answer) -> Iterator[Proposal]:
    low = answer.scale is not None and answer.scale <= _UNSURE
    note = "Six or less: make the step smaller and ask again." if low else ""
    yield Proposal(
        kind=ProposalKind.STEP, step=step.id, text=_one_line(answer.text), confidence=answer.scale, note=note
    )


_UNSURE = 6
_FOCUS_EACH = "each thing -> focus point"
_OFFERS: tuple[tuple[str, Callable[[Step, Answer], Iterator[Proposal]]], ...] = (
    ("goal.text", _goal),
    ("gap list", _gaps),
    ("goal.measures[]", _measures),
    (_FOCUS_EACH, _focus_points),
    ("visibility focus point", _visibility_focus),
    ("dependency {", _asks),
    ("hours_per_week", _hours),
    ("principle", _principles),
    ("next_step {", _next_step),
)
"""What a step's `lands` says, and what it makes of an answer."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name_in(text: str) -> str:
    role = _ROLES.search(text)
    if role:
        return role[0]
    return next((found[0] for found in _NAME.finditer(text) if found[0] not in _NO_NAMES), "")
