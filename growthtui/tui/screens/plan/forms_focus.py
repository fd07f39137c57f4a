"""The forms of the focus view: focus point, action, check-in."""

from collections.abc import Callable
from functools import partial

import msgspec

from growthtui.domain.base import by_id
from growthtui.domain.plan import Action, Checkin, Focus, FocusStatus, PlanMode
from growthtui.journal.actions import NewAction
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.focus import NewFocus
from growthtui.present.plan import Part
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Day, Field, Form, Pick, Saved, Values, Words
from growthtui.tui.screens.plan.spots import Spot, form, saved

_FIVE_STEPS = (
    ("domain", "Domain", "the domain it belongs to"),
    ("capability", "Ability", "the capability it is about"),
    ("current_impact", "Impact", "what it leads to now"),
    ("desired_impact", "Then", "what it leads to then"),
    ("issues_to_prevent", "Prevent", "what must not happen"),
)
"""Fields of the five-step plan: name, label, hint."""


def focus(desk: Desk, spot: Spot) -> Form | None:
    """Something to change."""
    old, points = by_id(desk.snapshot.focus, spot.id), desk.journal.focus
    if spot.id and old is None:
        return None
    shown = old or Focus(id="", plan="", title="", goal=_current_goal(desk))
    fields = _focus_fields(desk, shown)
    names = [one.name for one in fields if isinstance(one, Words) and one.name != "title"]

    def save(values: Values) -> Callable[[], Saved]:
        title = read.needed(values, "title", "Title")
        texts = {name: values[name].strip() for name in names}
        goal = values.get("goal", shown.goal or "") or None
        visibility = read.readers(values, desk, "focus", shown.visibility)
        if old is not None:
            new = msgspec.structs.replace(old, title=title, goal=goal, visibility=visibility, **texts)
            return saved(partial(points.edit, old, new), "Saved.", Part.FOCUS, old.id)

        def call() -> Saved:
            made = points.add(NewFocus(title=title, goal=goal, visibility=visibility, **texts))
            return Saved("Added.", (Part.FOCUS, made.id, 0))

        return call

    title = read.title("Focus point", old.title) if old else "A new focus point"
    return form(spot, title, fields, save)


def _focus_fields(desk: Desk, shown: Focus) -> tuple[Field, ...]:
    tree = desk.snapshot.tree
    goals = tree.goals if tree else ()
    answers = (("", "none"), *((goal.id, goal.text) for goal in goals))
    is_five_step = tree is not None and tree.plan.mode is PlanMode.PGP
    more = [
        Words(name=name, label=label, value=getattr(shown, name), placeholder=hint)
        for name, label, hint in _FIVE_STEPS
        if is_five_step or getattr(shown, name)
    ]
    return (
        Words(name="title", label="Title", value=shown.title, placeholder="be visible outside my own team"),
        *((Pick(name="goal", label="Goal", value=shown.goal or "", answers=answers),) if goals else ()),
        Words(name="supports", label="Because", value=shown.supports, placeholder="how it brings the goal nearer"),
        Words(name="current", label="Now", value=shown.current, placeholder="how it is today"),
        Words(name="desired", label="Wanted", value=shown.desired, placeholder="how it will be"),
        *more,
        Words(name="note", label="Note", value=shown.note, is_long=True),
        read.readers_field(desk, "focus", shown.visibility),
    )


def new_action(desk: Desk, spot: Spot) -> Form | None:
    """A new action of the focus point `spot.id`."""
    point = by_id(desk.snapshot.focus, spot.id)
    if point is None:
        return None
    actions = desk.journal.actions
    blank = Action(id="", focus=point.id, text="")

    def save(values: Values) -> Callable[[], Saved]:
        typed = _action_values(desk, blank, values)
        new = NewAction(
            text=typed.text,
            focus=typed.focus,
            due=typed.due,
            cadence=typed.cadence,
            count=typed.count,
            if_then=typed.if_then,
            needs=typed.needs,
            ask_by=typed.ask_by,
            hours_per_week=typed.hours_per_week,
            side_quest=typed.side_quest,
            note=typed.note,
            visibility=typed.visibility,
        )

        def call() -> Saved:
            return Saved("Added.", (Part.ACTION, actions.add(new).id, 0))

        return call

    return form(spot, read.title("Action for", point.title), _action_fields(desk, blank), save)


def action(desk: Desk, spot: Spot) -> Form | None:
    """An action that is there; it can go to another focus point."""
    old, actions = by_id(desk.snapshot.actions, spot.id), desk.journal.actions
    if old is None:
        return None

    def save(values: Values) -> Callable[[], Saved]:
        new = _action_values(desk, old, values)
        if new.focus != old.focus:
            others = desk.snapshot.actions_by_focus.get(new.focus, ())
            new = msgspec.structs.replace(new, position=len(others))
        return saved(partial(actions.edit, old, new), "Saved.", Part.ACTION, old.id)

    return form(spot, read.title("Action", old.text), _action_fields(desk, old), save)


def _action_fields(desk: Desk, shown: Action) -> tuple[Field, ...]:
    points = [
        (point.id, point.title)
        for point in desk.snapshot.focus
        if point.id == shown.focus or (_is_of_plan(desk, point) and point.status is FocusStatus.ACTIVE)
    ]
    count, hours = shown.count, shown.hours_per_week
    return (
        Words(name="words", label="Action", value=shown.text, placeholder="what you will do", is_long=True),
        Day(name="due", label="By", value=read.shown_day(shown.due), placeholder="31 Jan, in 6 weeks"),
        Words(name="every", label="Every", value=shown.cadence or "", placeholder="2w, 1m"),
        Words(name="count", label="Times", value=str(count) if count else "", placeholder="how often in all"),
        Words(name="if_then", label="If-then", value=shown.if_then, placeholder="when … happens, I will …"),
        Words(name="needs", label="Needs", value=read.name_list(shown.needs, desk), placeholder="names, with commas"),
        Day(name="ask_by", label="Ask by", value=read.shown_day(shown.ask_by), placeholder="friday, 20 Jan"),
        Words(name="hours", label="Hours", value=f"{hours:g}" if hours else "", placeholder="a week"),
        Words(name="note", label="Note", value=shown.note, is_long=True),
        Pick(name="focus", label="Focus", value=shown.focus, answers=tuple(points)),
        Pick(
            name="aside",
            label="Aside",
            value="yes" if shown.side_quest else "no",
            answers=(("no", "no"), ("yes", "a side quest")),
        ),
        read.readers_field(desk, "action", shown.visibility),
    )


def _action_values(desk: Desk, old: Action, values: Values) -> Action:
    """The action as it is typed. FieldError."""
    every = values["every"].strip()
    needs = old.needs if values["needs"] == read.name_list(old.needs, desk) else read.names(values, "needs", desk)
    return msgspec.structs.replace(
        old,
        text=read.needed(values, "words", "Action"),
        focus=values["focus"],
        due=read.day(values, "due", "By", desk.today),
        cadence=old.cadence if every == (old.cadence or "") else read.cadence(values, "every", "Every"),
        count=read.whole(values, "count", "Times"),
        if_then=values["if_then"].strip(),
        needs=needs,
        ask_by=read.day(values, "ask_by", "Ask by", desk.today),
        hours_per_week=read.hours(values, "hours", "Hours"),
        side_quest=values["aside"] == "yes",
        note=values["note"].strip(),
        visibility=read.readers(values, desk, "action", old.visibility),
    )


def checkin(desk: Desk, spot: Spot) -> Form | None:
    """Who hears of the plan."""
    tree, checkins = desk.snapshot.tree, desk.journal.checkins
    old = by_id(tree.checkins, spot.id) if tree else None
    if spot.id and old is None:
        return None
    shown = old or Checkin(id="", plan="", with_="")
    weeks = shown.every_weeks
    name = desk.snapshot.person_name(shown.with_) if shown.with_ else ""
    fields = (
        Words(name="with", label="With", value=name, placeholder="a name"),
        Words(name="role", label="Role", value=shown.role, placeholder="mentor, manager, friend"),
        Words(name="weeks", label="Weeks", value=str(weeks) if weeks else "", placeholder="2: every two weeks"),
        Day(name="next", label="Next", value=read.shown_day(shown.next_date), placeholder="friday, 20 Jan"),
        Words(
            name="support", label="Support", value=shown.support, placeholder="what you want from them", is_long=True
        ),
    )

    def save(values: Values) -> Callable[[], Saved]:
        read.needed(values, "with", "With")
        with_ = shown.with_ if values["with"] == name else next(iter(read.names(values, "with", desk)), "")
        role, support = values["role"].strip(), values["support"].strip()
        every, day = read.whole(values, "weeks", "Weeks"), read.day(values, "next", "Next", desk.today)
        if old is not None:
            new = msgspec.structs.replace(
                old, with_=with_, role=role, every_weeks=every, support=support, next_date=day
            )
            return saved(partial(checkins.edit, old, new), "Saved.", Part.CHECKIN, old.id)

        def call() -> Saved:
            made = checkins.add(NewCheckin(with_=with_, role=role, every_weeks=every, support=support, next_date=day))
            return Saved("Added.", (Part.CHECKIN, made.id, 0))

        return call

    return form(spot, "Check-in", fields, save)


def _current_goal(desk: Desk) -> str | None:
    tree = desk.snapshot.tree
    return tree.current_goal.id if tree and tree.current_goal else None


def _is_of_plan(desk: Desk, point: Focus) -> bool:
    plan = desk.snapshot.active_plan
    return plan is not None and point.plan == plan.id
