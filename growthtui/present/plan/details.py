"""Everything there is to say about one row of the plan: for the second column and for reading in full."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from growthtui.domain.base import Record, by_id
from growthtui.domain.plan import ActionStatus
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.insights.due import talks
from growthtui.insights.focus import done_days, standing
from growthtui.present.days import day_label, period
from growthtui.present.listing import cadence_label
from growthtui.present.names import PRINCIPLE_WORDS
from growthtui.present.plan.changes import Wording, wording_changes
from growthtui.present.plan.focus import action_notes, action_status, focus_notes
from growthtui.present.plan.goals import goal_notes, kind_word, measure_status
from growthtui.present.plan.origin import origin
from growthtui.present.plan.parts import Note, Part, PlanRow
from growthtui.present.plan.readers import reader_words

_SHOWN_DAYS = 12


@dataclass(frozen=True, slots=True)
class Details:
    """A row in full.

    Attributes:
        title: what it is.
        text: the person's words.
        notes: everything else that is known.
        wordings: earlier texts, newest first, each with the difference to the one after it.
    """

    title: str
    text: str
    notes: tuple[Note, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the details are made from."""

    snapshot: Snapshot
    tree: PlanTree
    policy: VisibilityPolicy
    today: date

    def readers(self, record: Record) -> Note:
        return Note("readers", reader_words(self.policy.of_record(record)))

    def day(self, on: date | None) -> str:
        return day_label(on, self.today) if on else ""


def details_of(snapshot: Snapshot, row: PlanRow, policy: VisibilityPolicy, today: date) -> Details | None:
    """Everything about a row; None for a hint and for a record that is gone."""
    if row.part is Part.EARLIER_PLAN:
        plan = by_id(snapshot.plans, row.id)
        return _earlier_plan(snapshot.tree_of(plan), today) if plan else None
    tree = snapshot.tree
    if tree is None or row.is_hint:
        return None
    found = _WRITERS[row.part](_Desk(snapshot, tree, policy, today), row)
    return found and replace(found, notes=(*found.notes, *origin(snapshot, row, found.text, today)))


def _notes(*pairs: tuple[str, object]) -> tuple[Note, ...]:
    return tuple(Note(label, str(value)) for label, value in pairs if value not in ("", None))


def _plan(_: _Desk, row: PlanRow) -> Details | None:
    return Details("This plan", row.text, row.notes)


def _north_star(desk: _Desk, _: PlanRow) -> Details | None:
    plan = desk.tree.plan
    since = plan.versions[-1].until if plan.versions else plan.start
    return Details(
        "North star",
        plan.north_star,
        _notes(("since", desk.day(since))),
        wording_changes(plan.north_star, plan.versions),
    )


def _wording(desk: _Desk, row: PlanRow) -> Details | None:
    plan = desk.tree.plan
    wordings = wording_changes(plan.north_star, plan.versions)
    chosen = tuple(wording for wording in wordings if wording.index == row.index)
    return Details("An earlier north star", "", wordings=chosen)


def _earlier_plan(tree: PlanTree, today: date) -> Details:
    plan = tree.plan
    goals = "\n".join(goal.text for goal in tree.goals)
    focus = "\n".join(f"{number} {point.title}" for number, point in enumerate(tree.focus, start=1))
    ended = period(plan.start, plan.closed_on, today) if plan.closed_on else plan.status.value
    notes = _notes(("time", ended), ("closed because", plan.reason), ("goals", goals), ("focus points", focus))
    return Details("An earlier plan", plan.north_star, notes, wording_changes(plan.north_star, plan.versions))


def _principle(desk: _Desk, row: PlanRow) -> Details | None:
    principle = by_id(desk.tree.principles, row.id)
    if principle is None:
        return None
    kind = PRINCIPLE_WORDS[principle.kind]
    notes = _notes(("kind", kind), ("accepted", principle.accepted_consequence))
    return Details("Principle", principle.text, (*notes, desk.readers(principle)))


def _goal(desk: _Desk, row: PlanRow) -> Details | None:
    goal = by_id(desk.tree.goals, row.id)
    if goal is None:
        return None
    served = "\n".join(point.title for point in desk.tree.focus if point.goal == goal.id)
    enables = next((other.text for other in desk.tree.goals if other.id == goal.enables), "")
    state = "current" if goal.current else goal.status.value
    notes = (
        *_notes(("kind", kind_word(goal)), ("status", f"{state} {desk.day(goal.closed_on)}".strip())),
        *goal_notes(goal),
        *_notes(("wanted", goal.desired), ("enables", enables), ("focus points", served)),
        desk.readers(goal),
    )
    return Details("Goal", goal.text, notes, wording_changes(goal.text, goal.versions))


def _measure(desk: _Desk, row: PlanRow) -> Details | None:
    goal = by_id(desk.tree.goals, row.id)
    if goal is None or row.index >= len(goal.signs):
        return None
    sign = goal.signs[row.index]
    readings = "\n".join(f"{desk.day(reading.on)}  {reading.value}" for reading in reversed(sign.readings))
    notes = _notes(
        ("stands at", measure_status(sign)),
        ("at the start", sign.start),
        ("target", sign.target),
        ("due", desk.day(sign.due)),
        ("seen in", sign.evidence),
        ("seen by", sign.observer),
        ("values", readings),
        ("of the goal", goal.text),
    )
    return Details("Sign of success", sign.text, notes)


def _ask(desk: _Desk, row: PlanRow) -> Details | None:
    goal = by_id(desk.tree.goals, row.id)
    if goal is None or row.index >= len(goal.dependencies):
        return None
    item = goal.dependencies[row.index]
    notes = _notes(
        ("of", desk.snapshot.person_name(item.who)),
        ("ask by", desk.day(item.ask_by)),
        ("status", item.status),
        ("plan B", item.plan_b),
        ("of the goal", goal.text),
    )
    return Details("Ask", item.ask, notes)


def _focus(desk: _Desk, row: PlanRow) -> Details | None:
    focus = by_id(desk.tree.focus, row.id)
    if focus is None:
        return None
    goal = next((goal.text for goal in desk.tree.goals if goal.id == focus.goal), "")
    lines = sum(line.focus == focus.id for line in desk.snapshot.lines)
    notes = (
        *focus_notes(focus),
        *_notes(
            ("impact now", focus.current_impact),
            ("impact wanted", focus.desired_impact),
            ("issues to prevent", focus.issues_to_prevent),
            ("capability", focus.capability),
            ("direction", focus.direction),
            ("serves the goal", goal),
            ("status", f"{focus.status.value} {desk.day(focus.closed_on)}".strip()),
            ("in the log", "1 line" if lines == 1 else f"{lines} lines"),
        ),
        desk.readers(focus),
    )
    return Details("Focus point", focus.title, notes, wording_changes(focus.title, focus.versions))


def _action(desk: _Desk, row: PlanRow) -> Details | None:
    action = by_id(desk.tree.actions, row.id)
    if action is None:
        return None
    days = done_days(desk.snapshot).get(action.id, ())
    item = standing(action, desk.tree.plan, days, desk.today)
    turn = f"{item.done} of {item.wanted}, until {desk.day(item.on)}" if item.cadence and item.on else ""
    notes = (
        *_notes(
            ("status", action_status(action, desk.tree.plan, days, desk.today) or action.status.value),
            ("this turn", turn if action.status is ActionStatus.OPEN else ""),
            ("due", desk.day(action.due)),
            ("done", _days(desk, days)),
        ),
        *action_notes(desk.snapshot, action, desk.today),
        *_notes(("direction", action.direction)),
        *((Note("side quest", "yes"),) if action.side_quest else ()),
        desk.readers(action),
    )
    return Details("Action", action.text, notes, wording_changes(action.text, action.versions))


def _days(desk: _Desk, days: Iterable[date]) -> str:
    """How often, and the last days of it."""
    newest = sorted(days, reverse=True)
    if not newest:
        return ""
    times = "once" if len(newest) == 1 else f"{len(newest)} times"
    shown = ", ".join(desk.day(day) for day in newest[:_SHOWN_DAYS])
    return f"{times}: {shown}{' …' if len(newest) > _SHOWN_DAYS else ''}"


def _checkin(desk: _Desk, row: PlanRow) -> Details | None:
    checkin = by_id(desk.tree.checkins, row.id)
    if checkin is None:
        return None
    on = next((talk.on for talk in talks(desk.snapshot, desk.tree) if talk.checkin.id == checkin.id), None)
    name = desk.snapshot.person_name(checkin.with_)
    rhythm = cadence_label(f"{checkin.every_weeks}w") if checkin.every_weeks else ""
    notes = _notes(("role", checkin.role), ("rhythm", rhythm), ("next", desk.day(on)), ("support", checkin.support))
    return Details("Check-in", name, notes)


_WRITERS: dict[Part, Callable[[_Desk, PlanRow], Details | None]] = {
    Part.NORTH_STAR: _north_star,
    Part.WORDING: _wording,
    Part.PRINCIPLE: _principle,
    Part.PLAN: _plan,
    Part.GOAL: _goal,
    Part.MEASURE: _measure,
    Part.ASK: _ask,
    Part.FOCUS: _focus,
    Part.ACTION: _action,
    Part.CHECKIN: _checkin,
}
