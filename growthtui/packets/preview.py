"""What would leave and what stays, and why: each entry of the journal held against the finished export.

It looks at the result, not at the rules that made it, so it cannot promise what the export does not keep.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from growthtui.domain.base import Audience, Record
from growthtui.domain.plan import PrincipleKind
from growthtui.domain.snapshot import Snapshot
from growthtui.insights.reach import Obstacle, Reach
from growthtui.packets.check import Caution, cautions


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing somebody wrote. `place` says where it lies (a week, a day), `why` what keeps it back."""

    kind: str
    text: str
    place: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What leaves, what stays with the reason, and words to look at once more."""

    leaves: tuple[Entry, ...]
    stays: tuple[Entry, ...]
    cautions: tuple[Caution, ...]


def preview(journal: Snapshot, reach: Reach, audience: Audience, texts: frozenset[str], period: str) -> Preview:
    """Sort the entries of the journal.

    Args:
        journal: the whole journal, not a view.
        reach: who sees what in it.
        audience: the reader.
        texts: every text of the finished export.
        period: the period in words, for the reason of what lies outside.
    """
    leaves: list[Entry] = []
    stays: list[Entry] = []
    for entry, obstacle in _entries(journal, reach, audience):
        if entry.text in texts and obstacle is None:
            leaves.append(entry)
        else:
            stays.append(Entry(entry.kind, entry.text, entry.place, _why(obstacle, entry.kind, audience, period)))
    if audience in (Audience.SELF, Audience.MENTOR):
        return Preview(tuple(leaves), tuple(stays), ())
    hidden = [item.text for item in journal.principles if not reach.sees(audience, item)]
    return Preview(tuple(leaves), tuple(stays), cautions((entry.text for entry in leaves), journal.people, hidden))


_READERS = {
    Audience.SELF: "you",
    Audience.MENTOR: "your mentor",
    Audience.MANAGER: "your manager",
    Audience.PANEL: "the panel",
}
_REASONS = {
    Obstacle.CHOSEN: "you did not choose it for {reader}",
    Obstacle.DEFAULT: "{kind}: not for {reader} unless you choose it",
    Obstacle.PARENT: "it belongs to something that is closed to {reader}",
    Obstacle.CONSENT: "there is no consent to quote it",
    Obstacle.PRIVATE: "private: it leaves only when private notes do, and only for you",
    Obstacle.SETTING: 'the setting visibility = "self" keeps everything with you',
    None: "outside {period}, or no part of this export shows it",
}


def _why(obstacle: Obstacle | None, kind: str, audience: Audience, period: str) -> str:
    return _REASONS[obstacle].format(reader=_READERS[audience], kind=kind, period=period)


Found = Iterator[tuple[Entry, Obstacle | None]]


def _entries(journal: Snapshot, reach: Reach, audience: Audience) -> Found:
    yield from _plan_entries(journal, reach, audience)
    yield from _log_entries(journal, reach, audience)
    yield from _voices(journal, reach, audience)
    yield from _sessions(journal, reach, audience)


def _plan_entries(journal: Snapshot, reach: Reach, audience: Audience) -> Found:
    def judged(kind: str, text: str, record: Record) -> tuple[Entry, Obstacle | None]:
        return Entry(kind, text), reach.obstacle(audience, record)

    yield from (judged("north star", plan.north_star, plan) for plan in journal.plans if plan.north_star)
    for goal in journal.goals:
        yield judged("goal", goal.text, goal)
        closed = reach.obstacle(audience, goal) if goal.visibility is not None else None
        yield from ((Entry("measure", sign.text), closed or reach.of_kind(audience, "measure")) for sign in goal.signs)
        asks = ((Entry("ask", item.ask), reach.of_kind(audience, "dependency")) for item in goal.dependencies)
        yield from ((entry, closed or obstacle) for entry, obstacle in asks)
    yield from (judged("focus point", focus.title, focus) for focus in journal.focus)
    yield from (judged("action", action.text, action) for action in journal.actions)
    for item in journal.principles:
        kind = "not willing" if item.kind is PrincipleKind.NOT_WILLING else "principle"
        yield judged(kind, item.text, item)
    for event in journal.events:
        yield Entry("event", event.text, str(event.on or "")), reach.obstacle(audience, event)


def _log_entries(journal: Snapshot, reach: Reach, audience: Audience) -> Found:
    for line in journal.lines:
        yield Entry(line.kind, line.text, line.week), reach.obstacle(audience, line)
    for proof in journal.evidence:
        yield Entry("evidence", proof.text or proof.url, str(proof.on or "")), reach.obstacle(audience, proof)
    for week in journal.weeks:
        if week.block and week.block.text:
            yield Entry("what held you back", week.block.text, week.week), reach.of_kind(audience, "block")
        for step in week.next:
            yield Entry("next step", step.text, week.week), reach.of_kind(audience, "next_step")
        if week.private:
            yield Entry("private note", week.private, week.week), reach.of_kind(audience, "private_note")


def _voices(journal: Snapshot, reach: Reach, audience: Audience) -> Found:
    for item in journal.feedback:
        yield Entry("feedback", item.text, str(item.on or "")), reach.obstacle(audience, item)
    for survey in journal.surveys:
        for answer in survey.responses:
            yield Entry("survey answer", answer.text, str(answer.on or "")), reach.of_response(audience, answer)


def _sessions(journal: Snapshot, reach: Reach, audience: Audience) -> Found:
    for session in journal.sessions:
        for answer in session.answers:
            obstacle = reach.of_kind(audience, "session_answer", answer.visibility)
            yield Entry("session answer", answer.text, str(session.on or "")), obstacle
