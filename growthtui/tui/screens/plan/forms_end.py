"""The forms that end something or say what came of it: close, park, drop, a value, an answer, a talk, the plan."""

from collections.abc import Callable
from functools import partial

import msgspec

from growthtui.domain.base import by_id
from growthtui.domain.plan import USUAL_MONTHS, GoalStatus, PlanMode
from growthtui.journal.measures import GoalMeasure
from growthtui.journal.plans import NewPlan, last_closed
from growthtui.present.plan import Part
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import REASON, Day, Field, Form, Pick, Saved, Values, Words
from growthtui.tui.screens.plan.forms_goal import goal_at
from growthtui.tui.screens.plan.spots import Spot, form, saved

_MODES = (
    (PlanMode.PLAN.value, "goal, focus points, actions"),
    (PlanMode.PGP.value, "five steps: behaviour now and wanted"),
)
_GOAL_ENDS = (
    (GoalStatus.REACHED.value, "reached"),
    (GoalStatus.CLOSED.value, "closed, not reached"),
    (GoalStatus.PARKED.value, "parked for now"),
)


def close_goal(desk: Desk, spot: Spot) -> Form | None:
    """How a goal ends, and why."""
    old, goals = goal_at(desk, spot), desk.journal.goals
    if old is None:
        return None

    def save(values: Values) -> Callable[[], Saved]:
        end = partial(goals.end, old, GoalStatus(values["how"]), values["reason"])
        return saved(end, f"The goal is {values['how']}. u takes it back.", Part.GOAL, old.id)

    first = GoalStatus.PARKED if spot.name == "park-goal" else GoalStatus.REACHED
    how = Pick(name="how", label="It is", value=first.value, answers=_GOAL_ENDS)
    title = "Park the goal" if spot.name == "park-goal" else "Close the goal"
    return form(spot, read.title(title, old.text), (REASON, how), save)


def close_focus(desk: Desk, spot: Spot) -> Form | None:
    """How a focus point ends, and why; one without lines can go into the trash."""
    old, points = by_id(desk.snapshot.focus, spot.id), desk.journal.focus
    if old is None:
        return None
    has_lines = any(line.focus == old.id for line in desk.snapshot.lines)
    ends = (("closed", "closed: done with, its lines stay"), ("parked", "parked for now"))
    trash = (("dropped", "into the trash, with its actions"),)
    verbs: dict[str, Callable[[str], object]] = {
        "closed": partial(points.close, old),
        "parked": partial(points.park, old),
        "dropped": partial(points.drop, old),
    }

    def save(values: Values) -> Callable[[], Saved]:
        verb, how = verbs[values["how"]], values["how"]
        return saved(partial(verb, values["reason"]), f"The focus point is {how}. u takes it back.", Part.FOCUS, old.id)

    is_parking = spot.name == "park-focus"
    answers = ends if has_lines else (*ends, *trash)
    how = Pick(name="how", label="It is", value="parked" if is_parking else "closed", answers=answers)
    title = read.title("Park the focus point" if is_parking else "Close the focus point", old.title)
    return form(spot, title, (REASON, how), save)


def drop_action(desk: Desk, spot: Spot) -> Form | None:
    """Give an action up, or say that its last turn is over."""
    old, actions = by_id(desk.snapshot.actions, spot.id), desk.journal.actions
    if old is None:
        return None
    how = Pick(name="how", label="It is", value="dropped", answers=(("dropped", "given up"), ("done", "finished")))
    fields: tuple[Field, ...] = (REASON, how) if old.cadence else (REASON,)

    def save(values: Values) -> Callable[[], Saved]:
        verb = actions.finish if values.get("how") == "done" else actions.drop
        words = "The action is finished." if values.get("how") == "done" else "The action is dropped."
        return saved(partial(verb, old, values["reason"]), f"{words} u takes it back.", Part.ACTION, old.id)

    return form(spot, read.title("Drop the action", old.text), fields, save)


def done_action(desk: Desk, spot: Spot) -> Form | None:
    """That an action was done on another day, with words and proof."""
    old, actions = by_id(desk.snapshot.actions, spot.id), desk.journal.actions
    if old is None:
        return None
    fields = (
        Words(name="words", label="Words", placeholder="what came of it; it may stay empty", is_long=True),
        Day(name="on", label="On", value="today", placeholder="today, last friday", prefer="past"),
        Words(name="proof", label="Proof", placeholder="a link, or words; one a row", is_long=True),
    )

    def save(values: Values) -> Callable[[], Saved]:
        day = read.day(values, "on", "On", desk.today, "past")
        proof = tuple(filter(None, map(str.strip, values["proof"].splitlines())))
        change = partial(actions.done, old, day, values["words"], proof)
        return saved(change, "Done. u takes it back.", Part.ACTION, old.id)

    return form(spot, read.title("Done:", old.text), fields, save)


def note_value(desk: Desk, spot: Spot) -> Form | None:
    """What a sign of success stands at."""
    old, measures = goal_at(desk, spot), desk.journal.measures
    if old is None or spot.index >= len(old.signs):
        return None
    sign = old.signs[spot.index]
    place = GoalMeasure(0, old, spot.index, sign)
    fields = (
        Words(name="value", label="Value", placeholder=f"in {sign.unit}" if sign.unit else "what it stands at"),
        Day(name="on", label="On", value="today", placeholder="today, last friday", prefer="past"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        value = read.needed(values, "value", "Value")
        day = read.day(values, "on", "On", desk.today, "past")
        return saved(partial(measures.set, place, value, day), "Noted.", Part.MEASURE, old.id, spot.index)

    return form(spot, read.title("Value of", sign.text), fields, save)


def answer_ask(desk: Desk, spot: Spot) -> Form | None:
    """What somebody said to an ask."""
    old, goals = goal_at(desk, spot), desk.journal.goals
    if old is None or spot.index >= len(old.dependencies):
        return None
    item = old.dependencies[spot.index]
    field = Words(name="answer", label="Answer", placeholder="yes, from May")

    def save(values: Values) -> Callable[[], Saved]:
        items = list(old.dependencies)
        items[spot.index] = msgspec.structs.replace(item, status=read.needed(values, "answer", "Answer"))
        new = msgspec.structs.replace(old, dependencies=tuple(items))
        return saved(partial(goals.edit, old, new), "Noted.", Part.ASK, old.id, spot.index)

    return form(spot, read.title(f"Ask of {item.who}:" if item.who else "Ask", item.ask), (field,), save)


def talked(desk: Desk, spot: Spot) -> Form | None:
    """That a check-in took place, and when the next one is."""
    tree, checkins = desk.snapshot.tree, desk.journal.checkins
    old = by_id(tree.checkins, spot.id) if tree else None
    if old is None:
        return None
    fields = (
        Day(name="on", label="On", value="today", placeholder="today, last friday", prefer="past"),
        Day(name="next", label="Next", placeholder="a day; nothing typed is the rhythm"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        on = read.day(values, "on", "On", desk.today, "past")
        following = read.day(values, "next", "Next", desk.today)
        return saved(partial(checkins.done, old, on, following), "Noted.", Part.CHECKIN, old.id)

    return form(spot, read.title("Talked with", desk.snapshot.person_name(old.with_)), fields, save)


def plan(desk: Desk, spot: Spot) -> Form | None:
    """The time of the plan that is active."""
    old, plans = desk.snapshot.active_plan, desk.journal.plans
    if old is None:
        return next_plan(desk, Spot("next-plan"))
    hours, months = old.hours_per_week, old.horizon_months
    fields = (
        Day(name="start", label="From", value=read.shown_day(old.start), placeholder="today, 1 Jan"),
        Words(name="months", label="Months", value=str(months) if months else "", placeholder="1 to 12; 6 is usual"),
        Words(name="hours", label="Hours", value=f"{hours:g}" if hours else "", placeholder="a week for the plan"),
        Day(name="talk", label="Manager", value=read.shown_day(old.manager_review), placeholder="the day you talk"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = msgspec.structs.replace(
            old,
            start=read.day(values, "start", "From", desk.today),
            horizon_months=read.whole(values, "months", "Months"),
            hours_per_week=read.hours(values, "hours", "Hours"),
            manager_review=read.day(values, "talk", "Manager", desk.today),
        )
        return saved(partial(plans.edit, old, new), "Saved.", Part.PLAN, old.id)

    return form(spot, "This plan", fields, save)


def close_plan(desk: Desk, spot: Spot) -> Form | None:
    """Close the plan that is active."""
    old, plans = desk.snapshot.active_plan, desk.journal.plans
    if old is None:
        return None

    def save(values: Values) -> Callable[[], Saved]:
        return saved(partial(plans.close, values["reason"]), "The plan is closed.", Part.EARLIER_PLAN, old.id)

    goal = desk.snapshot.tree.current_goal if desk.snapshot.tree else None
    title = read.title("Close the plan", goal.text) if goal else "Close the plan"
    return form(spot, title, (REASON,), save, "It stays to be read. u takes it back.")


def next_plan(desk: Desk, spot: Spot) -> Form:
    """Begin a plan, closing the one that is active; what shall go along is asked."""
    active, plans = desk.snapshot.active_plan, desk.journal.plans
    last = active or last_closed(desk.snapshot.plans)
    along: tuple[Field, ...] = (
        Pick(
            name="goal", label="Goal", value="no", answers=(("no", "a new one"), ("yes", "take the current one along"))
        ),
        Pick(
            name="star",
            label="Star",
            value="yes",
            answers=(("yes", "take the north star along"), ("no", "write a new one")),
        ),
    )
    fields: tuple[Field, ...] = (
        Day(name="start", label="From", value="today", placeholder="today, 1 Jan"),
        Words(name="months", label="Months", value=str(USUAL_MONTHS), placeholder="1 to 12; 6 is usual"),
        Pick(name="mode", label="Shape", value=(last.mode if last else PlanMode.PLAN).value, answers=_MODES),
        *(along if last else ()),
        *(
            (Words(name="reason", label="Closed", placeholder="why the present one ends; it may stay empty"),)
            if active
            else ()
        ),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = NewPlan(
            mode=PlanMode(values["mode"]),
            start=read.day(values, "start", "From", desk.today),
            months=read.whole(values, "months", "Months") or USUAL_MONTHS,
            close_active=active is not None,
            reason=values.get("reason", ""),
            keep_goal=values.get("goal") == "yes",
            keep_north_star=values.get("star") == "yes",
        )

        def call() -> Saved:
            return Saved("A new plan begins.", (Part.PLAN, plans.new(new).id, 0))

        return call

    remarks = ("The plan that is active now is closed; it stays to be read.",) if active else ()
    return form(spot, "A new plan", fields, save, *remarks)
