"""From answers to the plan: what each answer offers, item by item (domain 3.3).

Where an answer lands stands in its step's `lands`; nothing is taken over here, a person accepts, edits or leaves it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from growthtui.coach.predicates import not_in_control
from growthtui.coach.shelves import Step
from growthtui.coach.signs import is_open_question, items
from growthtui.coach.wizard import Wizard
from growthtui.dates import MONTHS, NUMBER_WORDS, WEEKDAYS
from growthtui.domain.people import Answer

MOST_FOCUS = 5
FEWEST_FOCUS = 3
UNSURE = 6
"""Who is no surer than that of a step makes it smaller and asks again (domain 3.1)."""

MOST_AREAS = 3
"""How many areas of growth the five-step plan takes on (domain B4)."""

_KIND_SAID = re.compile(r"\b(career|personal) goal\b", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(no|not|never|without|cannot|won't|can't)\b", re.IGNORECASE)
_NUMBERS = {"an": "1"} | {word: str(value) for value, word in enumerate(NUMBER_WORDS, start=1)}
_HOURS = re.compile(
    rf"\b([0-9]+(?:[.,][0-9]+)?|{'|'.join(_NUMBERS)})\s*(?:h|hours?)\b(?!\s+(?:a|per|each|every)\s+(?:day|month|year))",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]+\b")
_STARTERS = (
    "I If The A An My Our We They It This That When Ask Tell Get Then On In By And Or But So "
    "Somebody Someone Nobody People Others"
)
_NO_NAMES = frozenset((*(name.capitalize() for name in (*MONTHS, *WEEKDAYS)), *_STARTERS.split()))
_ROLES = re.compile(r"\bmy (manager|mentor|team lead|coach)\b", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(in the (long run|end)|long[- ]term|ultimately|some ?day|one day|in (\d+|five|ten) years|later in life)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(her|him|them|she|he|they)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"if\b", re.IGNORECASE)


class ProposalKind(StrEnum):
    """What part of the plan a proposal would become."""

    NORTH_STAR = "north star"
    GOAL = "goal"
    MEASURE = "measure"
    FOCUS = "focus point"
    GAP = "gap"
    """A missing thing: a learning focus when it is missing, a visibility focus when nobody knows it is there."""
    TODAY = "situation today"
    WANTED = "situation wanted"
    ACTION = "action"
    ASK = "ask"
    PRINCIPLE = "limit"
    HOURS = "hours a week"
    STEP = "next step"
    CHECKIN = "check-in"
    REVIEW = "manager talk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One offer.

    `note` is a question to the person; `is_wanted` is the answer to start from. `focus` is the title of the offered
    focus point that it belongs to, "" where the words have to tell. `plan_b` is what follows if the answer is no.
    """

    kind: ProposalKind
    step: str
    text: str
    note: str = ""
    direction: str = ""
    who: str = ""
    plan_b: str = ""
    focus: str = ""
    confidence: int | None = None
    is_wanted: bool = True


def proposals(wizard: Wizard) -> tuple[Proposal, ...]:
    """All offers of a session, in the order of its questions. An open question offers nothing."""
    found: list[Proposal] = []
    for step in wizard.questions.steps:
        areas = tuple(offer.text for offer in found if offer.kind is ProposalKind.FOCUS and offer.text)
        found.extend(_of_answer(step, wizard.answer_of(step), areas))
    return tuple(found)


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


def _of_answer(step: Step, answer: Answer, areas: tuple[str, ...]) -> Iterator[Proposal]:
    if not answer.text.strip() or is_open_question(answer.text):
        return
    for mark, offer in _OFFERS:
        if mark in step.lands:
            yield from offer(step, answer)
    for mark, kind in _SITUATIONS:
        if mark in step.lands:
            yield from _situations(kind, step, answer, areas)


def _goal(step: Step, answer: Answer) -> Iterator[Proposal]:
    texts = [text for text in items(answer.text) if not _KIND_SAID.search(text)] or [answer.text]
    longer = [text for text in texts if _LONGER.search(text)]
    texts = [text for text in texts if text not in longer]
    for text in longer:
        note = "A longer picture: it says who you want to be, the goal what comes next."
        yield Proposal(kind=ProposalKind.NORTH_STAR, step=step.id, text=text, note=note)
    if texts:
        yield Proposal(kind=ProposalKind.GOAL, step=step.id, text="; ".join(texts), note="Personal, or career?")


def _measures(step: Step, answer: Answer) -> Iterator[Proposal]:
    if any(mark in step.lands for mark in _ACTIONS):
        return  # there an answer lists steps
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


def _areas(step: Step, answer: Answer) -> Iterator[Proposal]:
    for number, text in enumerate(items(answer.text), start=1):
        late = number > MOST_AREAS
        note = "More than three: which brings you and the others most?" if late else ""
        yield Proposal(kind=ProposalKind.FOCUS, step=step.id, text=text, note=note, is_wanted=not late)


def _situations(kind: ProposalKind, step: Step, answer: Answer, areas: tuple[str, ...]) -> Iterator[Proposal]:
    """A paragraph for each area; with any other number of paragraphs the whole answer belongs to one area."""
    paragraphs = [words for part in answer.text.splitlines() if (words := part.strip())]
    if len(paragraphs) == len(areas):
        for area, text in zip(areas, paragraphs, strict=True):
            yield Proposal(kind=kind, step=step.id, text=text, focus=area)
    else:
        yield Proposal(kind=kind, step=step.id, text=answer.text.strip())


def _actions(step: Step, answer: Answer) -> Iterator[Proposal]:
    """Steps of one's own; what others decide is a sign, if the set has a place for signs."""
    for text in items(answer.text):
        others = bool(not_in_control(text)) and _MEASURES in step.lands
        kind = ProposalKind.MEASURE if others else ProposalKind.ACTION
        yield Proposal(kind=kind, step=step.id, text=text, note="Others decide this: a sign, then." if others else "")


def _asks(step: Step, answer: Answer) -> Iterator[Proposal]:
    """An ask each; "if she cannot, …" is the plan B of the ask before, and what goes on about her belongs to it."""
    found: list[Proposal] = []
    for text in items(answer.text):
        who, before = name_in(text), found[-1] if found else None
        if before and before.who and _OTHERWISE.match(text):
            found[-1] = replace(before, plan_b=text)
        elif before and before.who and not who and _GOES_ON.search(text):
            found[-1] = replace(before, text=f"{before.text}; {text}")
        else:
            note = "" if who else "Who exactly? Without a name it stays an open question."
            found.append(
                Proposal(kind=ProposalKind.ASK, step=step.id, text=text, who=who, note=note, is_wanted=bool(who))
            )
    yield from found


def _checkins(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        who = name_in(text)
        note = "" if who else "To whom exactly?"
        yield Proposal(kind=ProposalKind.CHECKIN, step=step.id, text=text, who=who, note=note, is_wanted=bool(who))


def _review(step: Step, answer: Answer) -> Iterator[Proposal]:
    note = "The plan notes that you talked about it today."
    yield Proposal(kind=ProposalKind.REVIEW, step=step.id, text=_one_line(answer.text), note=note)


def _principles(step: Step, answer: Answer) -> Iterator[Proposal]:
    for text in items(answer.text):
        if _REFUSAL.search(text):
            yield Proposal(kind=ProposalKind.PRINCIPLE, step=step.id, text=text, note="Private unless you share it.")


def _hours(step: Step, answer: Answer) -> Iterator[Proposal]:
    found = _HOURS.search(answer.text)
    if found:
        number = found[1].casefold().replace(",", ".")
        yield Proposal(kind=ProposalKind.HOURS, step=step.id, text=_NUMBERS.get(number, number))


def _next_step(step: Step, answer: Answer) -> Iterator[Proposal]:
    yield Proposal(kind=ProposalKind.STEP, step=step.id, text=_one_line(answer.text), confidence=answer.scale)


_FOCUS_EACH = "each thing -> focus point"
_MEASURES = "goal.measures[]"
_AREAS = "focus[1..3].title"
_ACTIONS = ("focus.actions[]", "suggested changes", "candidate action")
_OFFERS: tuple[tuple[str, Callable[[Step, Answer], Iterator[Proposal]]], ...] = (
    ("goal.text", _goal),
    ("gap list", _gaps),
    ("each named gap", _gaps),
    (_AREAS, _areas),
    (_FOCUS_EACH, _focus_points),
    ("visibility focus point", _visibility_focus),
    *((mark, _actions) for mark in _ACTIONS),
    (_MEASURES, _measures),
    ("dependency {", _asks),
    ("hours_per_week", _hours),
    ("principle", _principles),
    ("next_step {", _next_step),
    ("checkins[]", _checkins),
    ("review.value", _review),
)
"""What a step's `lands` says, and what it makes of an answer."""

_SITUATIONS = (
    ("focus.current_behaviour", ProposalKind.TODAY),
    ("focus.desired_behaviour", ProposalKind.WANTED),
)
"""The same for what is said about the areas of growth."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def name_in(text: str) -> str:
    """The first name in an answer, or the role that somebody is called by: "Priya", "my manager"; else ""."""
    role = _ROLES.search(text)
    if role:
        return role[0]
    return next((found[0] for found in _NAME.finditer(text) if found[0] not in _NO_NAMES), "")
