"""The forms of the north star and the goals: north star, principle, goal, sign of success, ask."""

from collections.abc import Callable
from functools import partial

import msgspec

from growthtui.domain.base import by_id
from growthtui.domain.plan import TO_ASK, Dependency, Goal, GoalKind, Measure, Principle, PrincipleKind
from growthtui.domain.visibility import visibility_key
from growthtui.journal.goals import NewGoal
from growthtui.journal.measures import as_number
from growthtui.journal.principles import NewPrinciple
from growthtui.present.names import PRINCIPLE_WORDS
from growthtui.present.plan import Part
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Day, Field, Form, Pick, Saved, Values, Words
from growthtui.tui.screens.plan.spots import Spot, form, saved

_KINDS = (("", "still open"), *((kind.value, kind.value) for kind in GoalKind))
_PRINCIPLES = tuple((kind.value, words) for kind, words in PRINCIPLE_WORDS.items())
_ONE_KIND = "Career or personal, not both at once: a goal has one kind."


def north_star(desk: Desk, spot: Spot) -> Form:
    """Who the person wants to become; the earlier words are kept."""
    plan, plans = desk.snapshot.active_plan, desk.journal.plans
    text = plan.north_star if plan else ""
    hint = "who you want to be for others, and at what price not"

    def save(values: Values) -> Callable[[], Saved]:
        words = read.needed(values, "words", "North star")

        def call() -> Saved:
            return Saved("Kept.", (Part.NORTH_STAR, plans.set_north_star(words).id, 0))

        return call

    field = Words(name="words", label="Words", value=text, placeholder=hint, is_long=True)
    return form(spot, "North star", (field,), save, "The words of before stay below it, with their dates.")


def principle(desk: Desk, spot: Spot) -> Form | None:
    """A value, a limit, or something the person is not willing to do."""
    tree, principles = desk.snapshot.tree, desk.journal.principles
    old = by_id(tree.principles, spot.id) if tree else None
    if spot.id and old is None:
        return None
    shown = old or Principle(id="", plan="", text="")
    key = visibility_key(shown)
    fields: tuple[Field, ...] = (
        Words(name="words", label="Words", value=shown.text, placeholder="evenings with the family stay free"),
        Pick(name="kind", label="Kind", value=shown.kind.value, answers=_PRINCIPLES),
        Words(
            name="price",
            label="Accepted",
            value=shown.accepted_consequence,
            placeholder="what you give up for it, knowingly",
        ),
        read.readers_field(desk, key, shown.visibility),
    )

    def save(values: Values) -> Callable[[], Saved]:
        text = read.needed(values, "words", "Words")
        kind, price = PrincipleKind(values["kind"]), values["price"].strip()
        visibility = read.readers(values, desk, key, shown.visibility)
        if old is not None:
            new = msgspec.structs.replace(old, text=text, kind=kind, accepted_consequence=price, visibility=visibility)
            return saved(partial(principles.edit, old, new), "Saved.", Part.PRINCIPLE, old.id)

        def call() -> Saved:
            made = principles.add(NewPrinciple(text=text, kind=kind, accepted_consequence=price, visibility=visibility))
            return Saved("Added.", (Part.PRINCIPLE, made.id, 0))

        return call

    return form(spot, "Principle", fields, save)


def new_goal(desk: Desk, spot: Spot) -> Form:
    """A goal with its first signs of success."""
    goals = desk.journal.goals
    fields: tuple[Field, ...] = (
        Words(name="words", label="Goal", placeholder="what you want to reach, in one sentence", is_long=True),
        Pick(name="kind", label="Kind", value="", answers=_KINDS),
        Words(name="why", label="Why", placeholder="why it matters to you", is_long=True),
        Words(name="signs", label="Signs", placeholder="how others will see it; one a row", is_long=True),
        Words(name="cost", label="May cost", placeholder="what it may cost for now"),
        read.readers_field(desk, "goal", None),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = NewGoal(
            text=read.needed(values, "words", "Goal"),
            kind=GoalKind(values["kind"]) if values["kind"] else None,
            why=values["why"],
            measures=tuple(values["signs"].splitlines()),
            may_cost_now=values["cost"],
            visibility=read.readers(values, desk, "goal", None),
        )

        def call() -> Saved:
            return Saved("Added.", (Part.GOAL, goals.add(new).id, 0))

        return call

    return form(spot, "A new goal", fields, save, _ONE_KIND)


def goal(desk: Desk, spot: Spot) -> Form | None:
    """A goal that is there; its signs and asks have forms of their own."""
    old, goals = goal_at(desk, spot), desk.journal.goals
    if old is None:
        return None
    others = [other for other in desk.snapshot.goals if other.plan == old.plan and other.id != old.id]
    enables = (("", "none"), *((other.id, other.text) for other in others))
    fields: tuple[Field, ...] = (
        Words(name="words", label="Goal", value=old.text, is_long=True),
        Pick(name="kind", label="Kind", value=old.kind.value if old.kind else "", answers=_KINDS),
        Words(name="why", label="Why", value=old.why, placeholder="why it matters to you", is_long=True),
        Words(name="desired", label="Wanted", value=old.desired, placeholder="how it is then", is_long=True),
        Words(name="cost", label="May cost", value=old.may_cost_now, placeholder="what it may cost for now"),
        *((Pick(name="enables", label="Enables", value=old.enables or "", answers=enables),) if others else ()),
        read.readers_field(desk, "goal", old.visibility),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = msgspec.structs.replace(
            old,
            text=read.needed(values, "words", "Goal"),
            kind=GoalKind(values["kind"]) if values["kind"] else None,
            why=values["why"].strip(),
            desired=values["desired"].strip(),
            may_cost_now=values["cost"].strip(),
            enables=values.get("enables", old.enables or "") or None,
            visibility=read.readers(values, desk, "goal", old.visibility),
        )
        return saved(partial(goals.edit, old, new), "Saved.", Part.GOAL, old.id)

    return form(spot, read.title("Goal", old.text), fields, save, "The words of before are kept.")


def measure(desk: Desk, spot: Spot) -> Form | None:
    """A sign of success; without one at its place a new one."""
    old, goals = goal_at(desk, spot), desk.journal.goals
    if old is None:
        return None
    signs = old.signs
    sign = signs[spot.index] if spot.index < len(signs) else Measure(text="")
    fields = (
        Words(name="words", label="Sign", value=sign.text, placeholder="what others see then", is_long=True),
        Words(name="start", label="Now", value=_shown(sign.start), placeholder="the value at the start"),
        Words(name="target", label="Target", value=_shown(sign.target), placeholder="5"),
        Words(name="unit", label="Unit", value=sign.unit, placeholder="teams, points, hours"),
        Day(name="due", label="By", value=read.shown_day(sign.due), placeholder="31 Jan, in 6 weeks"),
        Words(name="evidence", label="Seen in", value=sign.evidence, placeholder="where it can be looked up"),
        Words(name="observer", label="Seen by", value=sign.observer, placeholder="who will notice"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = msgspec.structs.replace(
            sign,
            text=read.needed(values, "words", "Sign"),
            start=_number(values["start"]),
            target=_number(values["target"]),
            unit=values["unit"].strip(),
            due=read.day(values, "due", "By", desk.today),
            evidence=values["evidence"].strip(),
            observer=values["observer"].strip(),
        )
        wanted = msgspec.structs.replace(old, measures=(*signs[: spot.index], new, *signs[spot.index + 1 :]))
        return saved(partial(goals.edit, old, wanted), "Saved.", Part.MEASURE, old.id, min(spot.index, len(signs)))

    return form(spot, read.title("Sign of success for", old.text), fields, save)


def ask(desk: Desk, spot: Spot) -> Form | None:
    """What a goal needs from somebody; without one at its place a new one."""
    old, goals = goal_at(desk, spot), desk.journal.goals
    if old is None:
        return None
    asks = old.dependencies
    item = asks[spot.index] if spot.index < len(asks) else Dependency()
    fields = (
        Words(name="ask", label="Ask", value=item.ask, placeholder="what you need", is_long=True),
        Words(name="who", label="Of", value=item.who, placeholder="a name"),
        Day(name="by", label="Ask by", value=read.shown_day(item.ask_by), placeholder="friday, 20 Jan"),
        Words(name="status", label="Answer", value=item.status, placeholder=TO_ASK),
        Words(name="plan_b", label="Plan B", value=item.plan_b, placeholder="what you do if they say no"),
    )

    def save(values: Values) -> Callable[[], Saved]:
        new = msgspec.structs.replace(
            item,
            ask=read.needed(values, "ask", "Ask"),
            who=values["who"].strip(),
            ask_by=read.day(values, "by", "Ask by", desk.today),
            status=values["status"].strip() or TO_ASK,
            plan_b=values["plan_b"].strip(),
        )
        wanted = msgspec.structs.replace(old, dependencies=(*asks[: spot.index], new, *asks[spot.index + 1 :]))
        return saved(partial(goals.edit, old, wanted), "Saved.", Part.ASK, old.id, min(spot.index, len(asks)))

    return form(spot, read.title("Ask for", old.text), fields, save)


def goal_at(desk: Desk, spot: Spot) -> Goal | None:
    """The goal that a spot is about."""
    return by_id(desk.snapshot.goals, spot.id)


def _shown(value: float | str | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> int | float | str | None:
    return as_number(text.strip()) if text.strip() else None
