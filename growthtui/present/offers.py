"""What is said about an offer for the plan: what it becomes, what belongs to it, and what comes of all of them."""

from collections import Counter
from dataclasses import dataclass

from growthtui.coach.proposals import ProposalKind
from growthtui.coach.wizard import Wizard, is_private
from growthtui.domain.plan import GoalKind
from growthtui.domain.snapshot import Snapshot
from growthtui.journal.decisions import MORE, Decision, Decisions, GapVerdict

GOAL_KINDS: tuple[tuple[str, GoalKind, str], ...] = (
    ("p", GoalKind.PERSONAL, "personal: what you can do"),
    ("c", GoalKind.CAREER, "career: where you are placed"),
)
"""Key, kind, words."""

GAPS: tuple[tuple[str, GapVerdict, str], ...] = (
    ("m", "missing", "missing: a focus point to learn it"),
    ("f", "unknown", "there, but known to few: a focus point to show it"),
    ("s", "unsure", "not sure: a question to ask others"),
)
"""Key, verdict, words."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What else can be said about an offer: its name, its label, a hint for its field."""

    name: str
    label: str
    hint: str


_DETAILS = {
    detail.name: detail
    for detail in (
        Detail("why", "Why", "what makes it worth wanting now"),
        Detail("first_step", "Begin by", "the first step, if there is one"),
        Detail("impact", "Impact", "what it brings about"),
        Detail("prevent", "Prevent", "what should not come of it"),
        Detail("who", "Who", "a name"),
        Detail("ask_by", "Ask by", "in 2 weeks, 15 Dec"),
        Detail("plan_b", "If not", "what you do if the answer is no"),
        Detail("sure", "Sure", "how sure you are of it, 1 to 10"),
        Detail("price", "Accepted", "what you accept for it: it may take longer"),
    )
}
_ARTICLES = {
    ProposalKind.NORTH_STAR: "your",
    ProposalKind.HOURS: "",
    ProposalKind.ASK: "an",
    ProposalKind.ACTION: "an",
    ProposalKind.TODAY: "the",
    ProposalKind.WANTED: "the",
}
_OPEN_QUESTION = "open question"
_SITUATIONS = frozenset((ProposalKind.TODAY, ProposalKind.WANTED))
_UNCOUNTED = frozenset((ProposalKind.HOURS, ProposalKind.NORTH_STAR, ProposalKind.REVIEW))


def details_of(decision: Decision) -> tuple[Detail, ...]:
    """What else can be said about an offer of this kind."""
    return tuple(_DETAILS[name] for name in MORE.get(decision.kind, ()))


def is_private_offer(wizard: Wizard, decision: Decision) -> bool:
    """Whether an offer comes from an answer that is for its owner alone."""
    return is_private(wizard.questions[decision.proposal.step])


def kind_words(decision: Decision) -> str:
    """What an offer would become: "a measure", "hours a week"."""
    return f"{_ARTICLES.get(decision.kind, 'a')} {decision.kind}".strip()


def choice_words(decision: Decision) -> str:
    """The choice made about a goal or a gap, in one word, or ""."""
    if decision.goal_kind is not None:
        return str(decision.goal_kind)
    words: dict[GapVerdict, str] = {"missing": "to learn", "unknown": "to show", "unsure": "to ask about"}
    return words[decision.gap] if decision.gap else ""


def summary(decisions: Decisions) -> str:
    """What goes into the plan: "1 goal, 2 measures, 3 focus points"; "" when nothing does."""
    counts = Counter(_becomes(item) for item in decisions.taken)
    order = [str(kind) for kind in ProposalKind] + [_OPEN_QUESTION]
    return ", ".join(_counted(name, counts[name]) for name in order if counts[name])


def _becomes(item: Decision) -> str:
    if item.kind is not ProposalKind.GAP:
        return str(item.kind)
    return str(ProposalKind.FOCUS) if item.makes_focus else _OPEN_QUESTION


def _counted(name: str, count: int) -> str:
    if name in _UNCOUNTED:
        return name
    thing, _, rest = name.partition(" ") if name in _SITUATIONS else (name, "", "")
    return f"{count} {thing}{'' if count == 1 else 's'} {rest}".strip()


def left_over(decisions: Decisions) -> str:
    """What stays out of the plan, as a sentence, or ""."""
    count = len(decisions) - len(decisions.taken)
    if not count:
        return ""
    return f"{count} stay in the answers." if count > 1 else "1 stays in the answers."


def replaced_goal(snapshot: Snapshot, decision: Decision) -> str:
    """The goal that would no longer be the current one if this offer is taken, or ""."""
    goal = snapshot.tree.current_goal if snapshot.tree and decision.kind is ProposalKind.GOAL else None
    return goal.text if goal else ""
