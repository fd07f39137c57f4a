"""Quick answers about the plan and its goals: kind, signs of success, north star, limits, check-ins."""

from collections.abc import Callable
from functools import partial

import msgspec

from growthtui.domain.plan import GoalKind, PrincipleKind
from growthtui.journal.checkins import NewCheckin
from growthtui.journal.principles import NewPrinciple
from growthtui.present.coach import Asked
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach.answer_base import form_for, goal_at, tree_of
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Form, Pick, Values, Words


def kind(desk: Desk, item: Asked) -> Form | None:
    """GP104: which of the two it is."""
    goal, goals = goal_at(desk, item), desk.journal.goals
    if goal is None:
        return None
    answers = (
        (GoalKind.PERSONAL.value, "personal: what you can do"),
        (GoalKind.CAREER.value, "career: where you are placed"),
    )
    field = Pick(name="kind", label="Kind", value=GoalKind.PERSONAL, answers=answers)
    return form_for(
        item,
        read.title("Goal", goal.text),
        (field,),
        lambda values: partial(goals.edit, goal, msgspec.structs.replace(goal, kind=GoalKind(values["kind"]))),
        "The goal has its kind.",
    )


def new_sign(desk: Desk, item: Asked) -> Form | None:
    """GP302, GP401: one more sign of success."""
    goal, goals = goal_at(desk, item), desk.journal.goals
    if goal is None:
        return None
    field = Words(name="sign", label="Sign", placeholder="a number, a date, a document, or who would see it")
    return form_for(
        item,
        read.title("A sign of success for", goal.text),
        (field,),
        lambda values: partial(
            goals.edit,
            goal,
            msgspec.structs.replace(goal, measures=(*goal.measures, read.needed(values, "sign", "Sign"))),
        ),
        "The goal has one more sign of success.",
    )


def say_sign_anew(desk: Desk, item: Asked) -> Form | None:
    """GP402: the sign in words that can be checked."""
    goal, index, goals = goal_at(desk, item), item.place.index, desk.journal.goals
    if goal is None or index >= len(goal.measures):
        return None
    sign = goal.signs[index]

    def save(values: Values) -> Callable[[], object]:
        measures = list(goal.measures)
        measures[index] = msgspec.structs.replace(sign, text=read.needed(values, "sign", "Sign"))
        return partial(goals.edit, goal, msgspec.structs.replace(goal, measures=tuple(measures)))

    fields = (Words(name="sign", label="Sign", value=sign.text, is_long=True),)
    return form_for(item, "A sign that can be checked", fields, save, "The sign is changed.")


def north_star(desk: Desk, item: Asked) -> Form | None:
    """GP101: who you want to be."""
    plans, plan = desk.journal.plans, tree_of(desk).plan
    field = Words(name="words", label="Words", value=plan.north_star, is_long=True)
    return form_for(
        item,
        "North star",
        (field,),
        lambda values: partial(plans.set_north_star, read.needed(values, "words", "Words")),
        "Your north star is written.",
    )


def limit(desk: Desk, item: Asked) -> Form | None:
    """GP501: what you will not give up."""
    principles = desk.journal.principles
    kinds = ((PrincipleKind.LIMIT.value, "a limit"), (PrincipleKind.NOT_WILLING.value, "not willing to"))
    fields = (
        Words(name="words", label="Words", placeholder="no work in the evenings"),
        Pick(name="kind", label="Kind", value=PrincipleKind.LIMIT, answers=kinds),
        Words(name="price", label="Accepted", placeholder="what you accept for it: it may take longer"),
    )

    def save(values: Values) -> Callable[[], object]:
        text = read.needed(values, "words", "Words")
        new = NewPrinciple(text=text, kind=PrincipleKind(values["kind"]), accepted_consequence=values["price"])
        return partial(principles.add, new)

    return form_for(item, "What you will not give up", fields, save, "Kept, for you alone unless you share it.")


def checkin(desk: Desk, item: Asked) -> Form | None:
    """GP601: who asks about the plan, and how often."""
    checkins = desk.journal.checkins
    fields = (
        Words(name="who", label="With", placeholder="a name"),
        Words(name="role", label="Role", placeholder="mentor, manager, peer"),
        Words(name="weeks", label="Weeks", value="2", placeholder="weeks from one talk to the next"),
    )

    def save(values: Values) -> Callable[[], object]:
        who = read.needed(values, "who", "With")
        (name,) = read.names({"who": who.replace(",", " ")}, "who", desk)
        weeks = read.whole(values, "weeks", "Weeks")
        return partial(checkins.add, NewCheckin(with_=name, role=values["role"], every_weeks=weeks))

    return form_for(item, "Who asks you about this", fields, save, "The check-in is planned.")
