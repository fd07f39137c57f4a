"""Finding words again: in lines, sessions and the texts of all plans."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from growthtui.dates import Week as IsoWeek
from growthtui.domain.plan import Dependency
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import LineKind, Week
from growthtui.journal.ledger import Ledger
from growthtui.journal.refs import focus_by_ref, goal_by_ref

KINDS = (
    *(kind.value for kind in LineKind),
    *("goal", "ask", "focus", "action", "principle", "check-in", "north star"),
    *("answer", "parked advice", "feedback received", "event", "next step", "block", "private note"),
)
"""What can be found."""

_CONTEXT = 60
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """One place. `kind` is the line's kind, or what else it is ("goal", "action", "answer" …); `id` is its record's."""

    id: str
    kind: str
    text: str
    week: str | None = None
    focus: str | None = None
    goal: str | None = None
    on: date | None = None

    def excerpt(self, query: str) -> str:
        """The text round the first word of `query` that it holds, with … where something is left out."""
        plain = " ".join(self.text.split())
        at = min((place for term in terms(query) if (place := fold(plain).find(term)) >= 0), default=0)
        start, end = max(0, at - _CONTEXT), at + 2 * _CONTEXT
        return ("…" if start else "") + plain[start:end] + ("…" if end < len(plain) else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to look in; None is everything. `focus` and `goal` are references as a person types them."""

    since: date | None = None
    until: date | None = None
    focus: str | None = None
    goal: str | None = None
    kind: str | None = None


def fold(text: str) -> str:
    """`text` as it is compared: compatible forms and case made equal, each letter kept in its place where possible."""
    return unicodedata.normalize("NFKC", text).casefold()


def terms(query: str) -> tuple[str, ...]:
    """The words and "quoted phrases" of a query, folded."""
    found = (match[1] or match[2] for match in _TERM.finditer(query))
    return tuple(term for words in found if (term := " ".join(fold(words).replace('"', "").split())))


class Search:
    """Looks through one journal. The folded texts are kept until the journal changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._index: tuple[Snapshot, tuple[tuple[str, Hit], ...]] | None = None

    def find(self, query: str = "", filters: Filters | None = None) -> tuple[Hit, ...]:
        """Places that hold all words of `query`, lines first, newest first.

        Raises:
            NotFoundError, AmbiguousError: a filter names an unknown focus point or goal.
        """
        snapshot = self._ledger.snapshot()
        wanted = terms(query)
        found = (hit for folded, hit in self._indexed(snapshot) if all(term in folded for term in wanted))
        return tuple(filter(_Keeper(snapshot, filters).holds, found) if filters else found)

    def _indexed(self, snapshot: Snapshot) -> tuple[tuple[str, Hit], ...]:
        if self._index is None or self._index[0] is not snapshot:
            hits = (*reversed(tuple(_in_weeks(snapshot))), *_in_sessions(snapshot), *_in_plans(snapshot))
            self._index = (snapshot, tuple((" ".join(fold(hit.text).split()), hit) for hit in hits if hit.text))
        return self._index[1]


class _Keeper:
    """Filters with their references resolved."""

    def __init__(self, snapshot: Snapshot, filters: Filters) -> None:
        self._filters = filters
        self._focus = focus_by_ref(snapshot, filters.focus).id if filters.focus else None
        self._goal = goal_by_ref(snapshot, filters.goal).id if filters.goal else None

    def holds(self, hit: Hit) -> bool:
        filters = self._filters
        first, last = _days(hit)
        return (
            (filters.kind is None or hit.kind == filters.kind)
            and (self._focus is None or hit.focus == self._focus)
            and (self._goal is None or hit.goal == self._goal)
            and (filters.since is None or (last is not None and last >= filters.since))
            and (filters.until is None or (first is not None and first <= filters.until))
        )


def words_of_ask(ask: Dependency) -> str:
    """What is found of something that hangs on somebody else."""
    return " ".join(filter(None, (ask.who, ask.ask, ask.plan_b)))


def _days(hit: Hit) -> tuple[date | None, date | None]:
    if hit.week is not None:
        week = IsoWeek.named(hit.week)
        return (week.monday, week.sunday) if week else (None, None)
    return hit.on, hit.on


def _in_weeks(snapshot: Snapshot) -> Iterator[Hit]:
    goals = {focus.id: focus.goal for focus in snapshot.focus}
    names = sorted({*snapshot.week_by_name, *snapshot.lines_by_week})
    for name in names:
        week = snapshot.week_by_name.get(name)
        if week is not None:
            yield from _in_week_notes(week)
        for line in snapshot.lines_by_week.get(name, ()):
            goal = goals.get(line.focus) if line.focus else None
            yield Hit(line.id, line.kind, _with_proof(snapshot, line.text, line.evidence), name, line.focus, goal)


def _with_proof(snapshot: Snapshot, text: str, evidence: tuple[str, ...]) -> str:
    proof = (snapshot.evidence_by_id.get(ref) for ref in evidence)
    return " ".join((text, *(f"{item.text} {item.url}".strip() for item in proof if item is not None)))


def _in_week_notes(week: Week) -> Iterator[Hit]:
    for step in week.next:
        yield Hit(week.id, "next step", f"{step.text} {step.if_then}".strip(), week.week)
    if week.block is not None:
        yield Hit(week.id, "block", week.block.text, week.week)
    yield Hit(week.id, "private note", week.private, week.week)


def _in_sessions(snapshot: Snapshot) -> Iterator[Hit]:
    for session in snapshot.sessions:
        for answer in session.answers:
            yield Hit(session.id, "answer", answer.text, on=session.on)
        for advice in session.parked_advice:
            yield Hit(session.id, "parked advice", advice.text, on=session.on)
    for feedback in snapshot.feedback:
        yield Hit(feedback.id, "feedback received", feedback.text, on=feedback.on)
    for event in snapshot.events:
        yield Hit(event.id, "event", event.text, on=event.on)


def _in_plans(snapshot: Snapshot) -> Iterator[Hit]:
    for plan in snapshot.plans:
        yield Hit(plan.id, "north star", plan.north_star, on=plan.start)
        tree = snapshot.tree_of(plan)
        for goal in tree.goals:
            signs = " ".join(sign.text for sign in goal.signs)
            yield Hit(goal.id, "goal", f"{goal.text} {goal.why} {signs}".strip(), goal=goal.id, on=plan.start)
            for item in goal.dependencies:
                yield Hit(goal.id, "ask", words_of_ask(item), goal=goal.id, on=plan.start)
        for point in tree.points:
            focus = point.focus
            said = (focus.title, focus.note, focus.supports, focus.current, focus.desired)
            words = " ".join(filter(None, said))
            yield Hit(focus.id, "focus", words, focus=focus.id, goal=focus.goal, on=plan.start)
            for action in point.actions:
                text = f"{action.text} {action.if_then} {action.note}".strip()
                yield Hit(action.id, "action", text, focus=focus.id, goal=focus.goal, on=plan.start)
        for principle in tree.principles:
            words = f"{principle.text} {principle.accepted_consequence}".strip()
            yield Hit(principle.id, "principle", words, on=plan.start)
        for checkin in tree.checkins:
            words = " ".join(filter(None, (checkin.with_, checkin.role, checkin.support)))
            yield Hit(checkin.id, "check-in", words, on=plan.start)
