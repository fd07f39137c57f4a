"""Quick answers about focus points and actions: own words, a time, a name, a first action."""

from collections.abc import Callable
from functools import partial

import msgspec

from growthtui.domain.plan import GoalKind
from growthtui.journal.actions import NewAction
from growthtui.present.coach import Asked
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach.answer_base import PlaceGoneError, action_at, focus_at, form_for, goal_at
from growthtui.tui.screens.plan import values as read
from growthtui.tui.screens.plan.form import Day, Form, Pick, Values, Words


def own_action(desk: Desk, item: Asked) -> Form | None:
    """GP301: what others decide becomes a sign or a goal; what you do yourself becomes the action."""
    fixes, where = desk.journal.fixes, item.place.record
    becomes = (
        ("", "a sign of success of the goal"),
        (GoalKind.CAREER.value, "a career goal"),
        (GoalKind.PERSONAL.value, "a personal goal"),
    )
    fields = (
        Words(name="outcome", label="Outcome", value=item.place.words),
        Pick(name="kind", label="Becomes", value="", answers=becomes),
        Words(name="action", label="You do", placeholder="what you do yourself, so that it becomes likely"),
    )

    def save(values: Values) -> Callable[[], object]:
        kind = GoalKind(values["kind"]) if values["kind"] else None
        outcome, action = read.needed(values, "outcome", "Outcome"), read.needed(values, "action", "You do")
        return partial(fixes.own_action, where, outcome, action, kind)

    done = "It is no action any more; one of yours stands in its place."
    return form_for(item, "What others decide, and an action of your own", fields, save, done)


def seen_by(desk: Desk, item: Asked) -> Form | None:
    """GP206: who will notice, at the end of the words or in other words."""
    said = "The words say who will notice; the earlier ones are kept."
    who = Words(name="who", label="Seen by", placeholder="who will notice")
    return _in_other_words(desk, item, (who,), said)


def when(desk: Desk, item: Asked) -> Form | None:
    """GP404: a day, a rhythm or a moment."""
    action, actions, today = action_at(desk, item), desk.journal.actions, desk.today
    if action is None:
        return None
    fields = (
        Day(name="due", label="By", value=read.shown_day(action.due), placeholder="31 Jan, in 6 weeks"),
        Words(name="every", label="Every", value=action.cadence or "", placeholder="2w, 1m"),
        Words(name="if_then", label="If-then", value=action.if_then, placeholder="when … happens, I will …"),
    )

    def save(values: Values) -> Callable[[], object]:
        new = msgspec.structs.replace(
            action,
            due=read.day(values, "due", "By", today),
            cadence=read.cadence(values, "every", "Every"),
            if_then=values["if_then"].strip(),
        )
        return partial(actions.edit, action, new)

    return form_for(item, read.title("When:", action.text), fields, save, "The action has its time.")


def whom(desk: Desk, item: Asked) -> Form | None:
    """GP303: a name, and a day for the ask."""
    action, actions, today = action_at(desk, item), desk.journal.actions, desk.today
    if action is None:
        return None
    fields = (
        Words(name="needs", label="Who", value=read.name_list(action.needs, desk), placeholder="a name"),
        Day(name="ask_by", label="Ask by", value=read.shown_day(action.ask_by), placeholder="friday, 20 Jan"),
    )

    def save(values: Values) -> Callable[[], object]:
        read.needed(values, "needs", "Who")
        ask_by = read.day(values, "ask_by", "Ask by", today)
        needs = read.names(values, "needs", desk)
        return partial(actions.edit, action, msgspec.structs.replace(action, needs=needs, ask_by=ask_by))

    return form_for(item, read.title("Help for", action.text), fields, save, "The ask has its name.")


def say_anew(desk: Desk, item: Asked) -> Form | None:
    """The same action, focus point or goal in other words; the earlier ones are kept."""
    return _in_other_words(desk, item, (), "Said in other words; the earlier ones are kept.")


def how(desk: Desk, item: Asked) -> Form | None:
    """GP106: a first action of a focus point."""
    focus, actions, today = focus_at(desk, item), desk.journal.actions, desk.today
    if focus is None:
        return None
    fields = (
        Words(name="words", label="You do", placeholder="what you will do first"),
        Words(name="due", label="By", placeholder="31 Jan, in 6 weeks"),
    )

    def save(values: Values) -> Callable[[], object]:
        due = read.day(values, "due", "By", today)
        return partial(actions.add, NewAction(text=read.needed(values, "words", "You do"), focus=focus.id, due=due))

    return form_for(item, read.title("How:", focus.title), fields, save, "The focus point has an action.")


def serves(desk: Desk, item: Asked) -> Form | None:
    """GP205: one line on how a focus point serves the goal."""
    focus, points = focus_at(desk, item), desk.journal.focus
    if focus is None:
        return None
    field = Words(name="supports", label="Because", value=focus.supports, placeholder="it brings the goal nearer by …")

    def save(values: Values) -> Callable[[], object]:
        words = read.needed(values, "supports", "Because")
        return partial(points.edit, focus, msgspec.structs.replace(focus, supports=words))

    return form_for(item, read.title("Why", focus.title), (field,), save, "Your line is kept.")


def _in_other_words(desk: Desk, item: Asked, more: tuple[Words, ...], said: str) -> Form | None:
    action, focus, goal = action_at(desk, item), focus_at(desk, item), goal_at(desk, item)
    journal = desk.journal
    if action is None and focus is None and goal is None:
        return None

    def save(values: Values) -> Callable[[], object]:
        text = read.needed(values, "words", "Words")
        if who := values.get("who", "").strip():
            text = f"{text.rstrip(' .')}, seen by {who}"
        if action is not None:
            return partial(journal.actions.edit, action, msgspec.structs.replace(action, text=text))
        if focus is not None:
            return partial(journal.focus.edit, focus, msgspec.structs.replace(focus, title=text))
        if goal is None:
            raise PlaceGoneError
        return partial(journal.goals.edit, goal, msgspec.structs.replace(goal, text=text))

    field = Words(name="words", label="Words", value=item.place.words, is_long=True)
    return form_for(item, item.place.label, (field, *more), save, said)
