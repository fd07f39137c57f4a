"""What a person decides about the offers of a session, one by one: take it, edit it, leave it. Frozen values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import msgspec

from growthtui.coach.proposals import Proposal, ProposalKind
from growthtui.domain.plan import GoalKind

GapVerdict = Literal["missing", "unknown", "unsure"]
"""A missing thing is learned, one that nobody knows about is shown, an unsure one stays a question to ask others."""

_HOURS_OF_A_WEEK = 168


class Verdict(StrEnum):
    """What was decided about an offer."""

    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A proposal the person took, with the words and the choices they gave it.

    `goal_kind` is asked for a goal; `gap` for a gap: missing (learn it), unknown to others (show it), unsure (ask).
    `first_step` becomes the first action of a focus point.
    """

    proposal: Proposal
    text: str
    goal_kind: GoalKind | None = None
    gap: GapVerdict = "missing"
    first_step: str = ""
    who: str = ""


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One offer and how it stands. `goal_kind` and `gap` are None until the person has chosen."""

    proposal: Proposal
    text: str
    verdict: Verdict = Verdict.OPEN
    goal_kind: GoalKind | None = None
    gap: GapVerdict | None = None
    first_step: str = ""
    who: str = ""

    @classmethod
    def of(cls, proposal: Proposal) -> "Decision":
        """Nothing is decided yet."""
        return cls(proposal=proposal, text=proposal.text, who=proposal.who)

    @property
    def kind(self) -> ProposalKind:
        """The part of the plan that it would become."""
        return self.proposal.kind

    @property
    def needs_choice(self) -> bool:
        """Whether the person still has to say what kind of goal, or what kind of gap, it is."""
        is_open_goal = self.kind is ProposalKind.GOAL and self.goal_kind is None
        return is_open_goal or (self.kind is ProposalKind.GAP and self.gap is None)

    def with_(
        self, *, text: str | None = None, goal_kind: GoalKind | None = None, gap: GapVerdict | None = None
    ) -> "Decision":
        """The same offer in other words, or with a choice made; None leaves a thing as it is."""
        return msgspec.structs.replace(
            self,
            text=self.text if text is None else text,
            goal_kind=goal_kind or self.goal_kind,
            gap=gap or self.gap,
        )

    def refusal(self, *, has_goal: bool) -> str:
        """Why it cannot go into the plan, as a sentence, or "". `has_goal`: a goal is, or will be, current."""
        if not self.text.strip():
            return "There are no words in it yet."
        if self.kind is ProposalKind.MEASURE and not has_goal:
            return "It measures a goal, and no goal is current. Take a goal first."
        if self.kind is ProposalKind.HOURS and hours_in(self.text) is None:
            return "Write the hours a week as a number, for example 3 or 1.5."
        return ""

    def accepted(self) -> Accepted:
        """The same for the plan."""
        return Accepted(
            proposal=self.proposal,
            text=self.text,
            goal_kind=self.goal_kind,
            gap=self.gap or "missing",
            first_step=self.first_step,
            who=self.who,
        )


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

    def accepted(self) -> tuple[Accepted, ...]:
        """The same for the plan."""
        return tuple(item.accepted() for item in self.taken)


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
    return hours if 0 < hours <= _HOURS_OF_A_WEEK else None
