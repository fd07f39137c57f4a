"""What a person decides about the offers of a session, one by one: take it, edit it, leave it. Frozen values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

import msgspec

from growthtui.coach.predicates import overlap
from growthtui.coach.proposals import UNSURE, Proposal, ProposalKind, name_in
from growthtui.dates import HOURS_OF_A_WEEK, parse_date
from growthtui.domain.plan import Focus, GoalKind
from growthtui.errors import BadInputError

GapVerdict = Literal["missing", "unknown", "unsure"]
"""A missing thing is learned, one that nobody knows about is shown, an unsure one stays a question to ask others."""

MORE: dict[ProposalKind, tuple[str, ...]] = {
    ProposalKind.GOAL: ("why",),
    ProposalKind.FOCUS: ("first_step",),
    ProposalKind.GAP: ("first_step",),
    ProposalKind.TODAY: ("impact", "prevent"),
    ProposalKind.WANTED: ("impact",),
    ProposalKind.ASK: ("who", "ask_by", "plan_b"),
    ProposalKind.PRINCIPLE: ("price",),
    ProposalKind.STEP: ("sure",),
    ProposalKind.CHECKIN: ("who",),
}
"""What else can be said about an offer of a kind."""

BELONGS = frozenset((ProposalKind.ACTION, ProposalKind.ASK, ProposalKind.TODAY, ProposalKind.WANTED))
"""What hangs on a focus point."""

_SMALLER = "Six or less: make the step smaller, and ask again how sure you are."
_SUREST = 10


class Verdict(StrEnum):
    """What was decided about an offer."""

    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the plan will stand on when an offer is taken: is a goal current, and which focus points there are."""

    has_goal: bool
    points: tuple["Point", ...]
    today: date


@dataclass(frozen=True, slots=True)
class Point:
    """A focus point that something can belong to. `key` is its id, for one that is only offered its first words."""

    key: str
    title: str


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One offer and how it stands.

    `goal_kind` and `gap` are None until the person has chosen. `focus` is the key of the focus point that it belongs
    to, "" while the words tell. `more` holds what else was said about it, by the names of `MORE`.
    """

    proposal: Proposal
    text: str
    verdict: Verdict = Verdict.OPEN
    goal_kind: GoalKind | None = None
    gap: GapVerdict | None = None
    focus: str = ""
    more: dict[str, str] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, proposal: Proposal) -> "Decision":
        """Nothing is decided yet."""
        sure = "" if proposal.confidence is None else str(proposal.confidence)
        known = {"who": proposal.who, "plan_b": proposal.plan_b, "sure": sure}
        more = {name: words for name, words in known.items() if words}
        return cls(proposal=proposal, text=proposal.text, focus=proposal.focus, more=more)

    @property
    def kind(self) -> ProposalKind:
        """The part of the plan that it would become."""
        return self.proposal.kind

    @property
    def needs_choice(self) -> bool:
        """Whether the person still has to say what kind of goal, or what kind of gap, it is."""
        is_open_goal = self.kind is ProposalKind.GOAL and self.goal_kind is None
        return is_open_goal or (self.kind is ProposalKind.GAP and self.gap is None)

    @property
    def makes_focus(self) -> bool:
        """Whether it becomes a focus point."""
        return self.kind is ProposalKind.FOCUS or (self.kind is ProposalKind.GAP and self.gap != "unsure")

    def said(self, name: str) -> str:
        """What was said about it beside its words: one of the names of `MORE`."""
        return self.more.get(name, "").strip()

    @property
    def confidence(self) -> int | None:
        """How sure somebody is of a step, 1 to 10; None when nothing like that was said."""
        said = self.said("sure")
        return int(said) if said.isdecimal() and 1 <= int(said) <= _SUREST else None

    @property
    def is_unsure(self) -> bool:
        """Whether it is a step that somebody is not sure of."""
        return self.confidence is not None and self.confidence <= UNSURE

    @property
    def note(self) -> str:
        """A question to the person about the offer, or ""."""
        return _SMALLER if self.is_unsure else self.proposal.note

    def point(self, points: Sequence[Point]) -> Point | None:
        """The focus point that it belongs to: the chosen one, else the one with the most words in common."""
        chosen = next((point for point in points if point.key == self.focus), None)
        return chosen or max(points, key=lambda point: len(overlap(self.text, point.title)), default=None)

    def with_(
        self,
        *,
        text: str | None = None,
        goal_kind: GoalKind | None = None,
        gap: GapVerdict | None = None,
        focus: str | None = None,
        sure: int | None = None,
    ) -> "Decision":
        """The same offer in other words, or with a choice made; None leaves a thing as it is."""
        who = name_in(text) if text and "who" in MORE.get(self.kind, ()) else ""
        said = {"who": who, "sure": str(sure or "")}
        return msgspec.structs.replace(
            self,
            text=self.text if text is None else text,
            goal_kind=goal_kind or self.goal_kind,
            gap=gap or self.gap,
            focus=self.focus if focus is None else focus,
            more=self.more | {name: words for name, words in said.items() if words},
        )

    def refusal(self, ground: Ground) -> str:
        """Why it cannot go into the plan, as a sentence, or ""."""
        if not self.text.strip():
            return "There are no words in it yet."
        try:
            day_in(self.said("ask_by"), ground.today)
        except BadInputError as error:
            return str(error)
        return _MISSING[self.kind](self, ground) if self.kind in _MISSING else ""


def _no_goal(_: Decision, ground: Ground) -> str:
    return "" if ground.has_goal else "It measures a goal, and no goal is current. Take a goal first."


def _no_point(_: Decision, ground: Ground) -> str:
    return "" if ground.points else "It belongs to a focus point, and there is none. Take a focus point first."


def _nothing_to_ask_for(item: Decision, ground: Ground) -> str:
    return "" if ground.has_goal else _no_point(item, ground)


def _nobody(item: Decision, _: Ground) -> str:
    return "" if item.said("who") else "Say first with whom: e edits it."


def _not_so_sure(item: Decision, _: Ground) -> str:
    said = item.said("sure")
    return "" if not said or item.confidence else "Say how sure you are as a number from 1 to 10."


def _no_number(item: Decision, _: Ground) -> str:
    return "" if hours_in(item.text) else "Write the hours a week as a number, for example 3 or 1.5."


_MISSING: dict[ProposalKind, Callable[[Decision, Ground], str]] = {
    ProposalKind.MEASURE: _no_goal,
    ProposalKind.ACTION: _no_point,
    ProposalKind.TODAY: _no_point,
    ProposalKind.WANTED: _no_point,
    ProposalKind.ASK: _nothing_to_ask_for,
    ProposalKind.CHECKIN: _nobody,
    ProposalKind.HOURS: _no_number,
    ProposalKind.STEP: _not_so_sure,
}
"""What an offer of a kind needs, and the sentence about it."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All offers of a session in the order of its questions. Every verb returns a new state."""

    items: tuple[Decision, ...] = ()

    @classmethod
    def of(cls, proposals: Iterable[Proposal], known: "Decisions | None" = None) -> "Decisions":
        """The offers of a session; what was decided about an equal one before is kept."""
        before = list(known.items) if known else []
        return cls(tuple(_known(proposal, before) for proposal in proposals))

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.items)

    def __getitem__(self, index: int) -> Decision:
        return self.items[index]

    def put(self, index: int, decision: Decision) -> "Decisions":
        """One offer as it now stands."""
        return Decisions((*self.items[:index], decision, *self.items[index + 1 :]))

    def settle(self, index: int, verdict: Verdict) -> "Decisions":
        """Take an offer, leave it, or open it again."""
        return self.put(index, msgspec.structs.replace(self.items[index], verdict=verdict))

    def next_open(self, after: int = -1) -> int | None:
        """The next undecided offer after a place, and round from the first; None when none is left."""
        order = [*range(after + 1, len(self.items)), *range(max(0, after + 1))]
        return next((index for index in order if self.items[index].verdict is Verdict.OPEN), None)

    @property
    def has_goal(self) -> bool:
        """Whether a goal is taken."""
        return any(item.kind is ProposalKind.GOAL for item in self.taken)

    @property
    def taken(self) -> tuple[Decision, ...]:
        """What goes into the plan."""
        return tuple(item for item in self.items if item.verdict is Verdict.TAKEN)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was decided or edited yet."""
        return all(item == Decision.of(item.proposal) for item in self.items)

    def points(self, known: Iterable[Focus]) -> tuple[Point, ...]:
        """The focus points there will be: those of the plan, and those that are taken."""
        taken = (item for item in self.taken if item.makes_focus)
        old, new = (Point(one.id, one.title) for one in known), (Point(one.proposal.text, one.text) for one in taken)
        return (*old, *new)


def _known(proposal: Proposal, before: list[Decision]) -> Decision:
    found = next((item for item in before if item.proposal == proposal), None)
    if found is None:
        return Decision.of(proposal)
    before.remove(found)
    return found


def hours_in(text: str) -> float | None:
    """A number of hours a week, None when it is none or more than a week has."""
    try:
        hours = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return hours if 0 < hours <= HOURS_OF_A_WEEK else None


def day_in(text: str, today: date) -> date | None:
    """A day as a person types it, None for no words. BadInputError."""
    return parse_date(text, today) if text else None
