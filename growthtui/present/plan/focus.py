"""The focus view: each focus point in its frame with its actions, then who hears of the plan."""

from collections.abc import Sequence
from datetime import date

from growthtui.domain.plan import Action, ActionStatus, Focus, FocusStatus, Plan
from growthtui.domain.snapshot import FocusTree, PlanTree, Snapshot
from growthtui.insights.due import talks
from growthtui.insights.focus import NextAction, done_days, standing
from growthtui.present.days import day_label
from growthtui.present.listing import cadence_label
from growthtui.present.plan.parts import Group, Note, Part, PlanRow, Sign

_FOCUS_HINT = "Three to five things to change in these months, each with what you will do for it."
_ACTION_HINT = "What will you do for it, and how often?"
_CHECKIN_HINT = "Who hears of your plan, and how often?"


def focus_groups(snapshot: Snapshot, tree: PlanTree | None, today: date) -> list[Group]:
    """Focus points in order, those that are set aside or done with last, and the check-ins."""
    return [*_points(snapshot, tree, today), Group(label="Check-ins", rows=_checkins(snapshot, tree, today))]


def focus_notes(focus: Focus) -> tuple[Note, ...]:
    """What a person wrote about a focus point beside its title."""
    texts = (
        ("now", focus.current),
        ("wanted", focus.desired),
        ("because", focus.supports),
        ("note", focus.note),
        ("reason", focus.reason),
    )
    return tuple(Note(label, text) for label, text in texts if text)


def action_notes(snapshot: Snapshot, action: Action, today: date) -> tuple[Note, ...]:
    """What a person wrote about an action beside its text, and whom it needs."""
    needs = ", ".join(snapshot.person_name(name) for name in action.needs)
    is_open = action.status is ActionStatus.OPEN
    ask = f" · ask by {day_label(action.ask_by, today)}" if action.ask_by and is_open else ""
    texts = (
        ("if-then", action.if_then),
        ("needs", needs + ask if needs else ""),
        ("note", action.note),
        ("reason", action.reason),
    )
    return tuple(Note(label, text) for label, text in texts if text)


def action_status(action: Action, plan: Plan, done: Sequence[date], today: date) -> str:
    """Where an action stands, in words: its rhythm with the count of this turn, its count, its day."""
    if action.status is not ActionStatus.OPEN:
        return f"{action.status.value} {day_label(action.done_on, today)}" if action.done_on else action.status.value
    item = standing(action, plan, done, today)
    if action.cadence:
        count = f" · {item.done} of {item.wanted}" if item.cadence else ""
        return f"{cadence_label(action.cadence)}{count}"
    return " · ".join(filter(None, (f"{item.done} of {item.wanted}" if action.count else "", _due(item, today))))


def _due(item: NextAction, today: date) -> str:
    if item.on is None:
        return ""
    return f"{'due since' if item.on < today else 'by'} {day_label(item.on, today)}"


def _points(snapshot: Snapshot, tree: PlanTree | None, today: date) -> list[Group]:
    if tree is None or not tree.points:
        hint = PlanRow(part=Part.FOCUS, text=_FOCUS_HINT)
        return [Group(label="Focus points", rows=(hint,), is_framed=True)]
    doings = done_days(snapshot)
    numbered = sorted(enumerate(tree.points, 1), key=lambda pair: pair[1].focus.status is not FocusStatus.ACTIVE)
    groups = []
    for number, point in numbered:
        rows = [_action(snapshot, tree.plan, action, doings.get(action.id, ()), today) for action in point.actions]
        groups.append(_group(number, point, rows, today))
    return groups


def _group(number: int, point: FocusTree, actions: Sequence[PlanRow], today: date) -> Group:
    focus = point.focus
    is_over = focus.status is not FocusStatus.ACTIVE
    head = PlanRow(
        part=Part.FOCUS,
        id=focus.id,
        text=focus.title,
        number=number,
        notes=focus_notes(focus),
        state=focus.status,
        is_over=is_over,
    )
    rows = actions or ([] if is_over else [PlanRow(part=Part.ACTION, owner=focus.id, text=_ACTION_HINT)])
    closed = f" {day_label(focus.closed_on, today)}" if focus.closed_on else ""
    return Group(head=head, rows=tuple(rows), foot=f"{focus.status.value}{closed}" if is_over else "", is_framed=True)


def _action(snapshot: Snapshot, plan: Plan, action: Action, done: Sequence[date], today: date) -> PlanRow:
    is_over = action.status is not ActionStatus.OPEN
    return PlanRow(
        part=Part.ACTION,
        id=action.id,
        owner=action.focus,
        text=action.text,
        side=action_status(action, plan, done, today),
        sign=_sign(action, plan, done, today),
        notes=action_notes(snapshot, action, today),
        state=action.status,
        is_over=is_over,
    )


def _sign(action: Action, plan: Plan, done: Sequence[date], today: date) -> Sign:
    """Done counts for a turn of a rhythm, too; its words say that it goes on."""
    if action.status is ActionStatus.DROPPED:
        return Sign.DROPPED
    is_done = action.status is ActionStatus.DONE or standing(action, plan, done, today).is_done
    return Sign.DONE if is_done else Sign.OPEN


def _checkins(snapshot: Snapshot, tree: PlanTree | None, today: date) -> tuple[PlanRow, ...]:
    if tree is None or not tree.checkins:
        return (PlanRow(part=Part.CHECKIN, text=_CHECKIN_HINT),)
    days = {talk.checkin.id: talk.on for talk in talks(snapshot, tree)}
    rows = []
    for checkin in tree.checkins:
        weeks, on = checkin.every_weeks, days.get(checkin.id)
        rhythm = cadence_label(f"{weeks}w") if weeks else ""
        when = "" if on is None else f"{'waits since' if on < today else 'next'} {day_label(on, today)}"
        name = snapshot.person_name(checkin.with_)
        rows.append(
            PlanRow(
                part=Part.CHECKIN,
                id=checkin.id,
                text=", ".join(filter(None, (name, checkin.role))),
                side=" · ".join(filter(None, (rhythm, when))),
                notes=(Note("support", checkin.support),) if checkin.support else (),
            )
        )
    return tuple(rows)
