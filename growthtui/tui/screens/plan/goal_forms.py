"""Forms for goals, their signs of success, and what they need from others."""

from collections.abc import Callable
from typing import Final

import msgspec

from growthtui.domain.plan import Dependency, Goal, GoalKind, GoalStatus, Measure
from growthtui.journal.asks import Ask
from growthtui.journal.goals import NewGoal
from growthtui.journal.measures import GoalMeasure, as_number
from growthtui.present.plan import Part
from growthtui.present.plan.details import by_id
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.form import Form, Pick, Saved, Values, Words
from growthtui.tui.screens.plan.values import day, needed, readers, readers_field, shown_day, title, whole

_KIND_OPEN: Final = "open"
_KINDS: Final = (
    (_KIND_OPEN, "not said yet"),
    (GoalKind.CAREER.value, "career: what others decide about, and can take back"),
    (GoalKind.PERSONAL.value, "personal: what you will know or be, and keep"),
)
_ENDS: Final = (
    (GoalStatus.REACHED.value, "reached"),
    (GoalStatus.CLOSED.value, "closed: not pursued any more"),
    (GoalStatus.PARKED.value, "parked: not now"),
)


def new_goal(desk: Desk) -> Form:
    """A goal to add; the first one starts a plan and becomes current."""
    tree = desk.snapshot.tree
    months = Words(name="months", label="Months", value="6", placeholder="1 to 12; how long the plan runs")

    def save(values: Values) -> Callable[[], Saved]:
        new = NewGoal(
            text=needed(values, "goal", "Goal"),
            kind=_kind(values),
            why=values["why"],
            may_cost_now=values["costs"],
            months=whole(values, "months", "Months") if tree is None else None,
            visibility=readers(values, desk, "goal", None),
        )

        def call() -> Saved:
            return Saved(row=(Part.GOAL, desk.journal.goals.add(new).id, 0))

        return call

    fields = (*_goal_fields(desk, None), *((months,) if tree is None else ()))
    return Form(place="goal/new", title="A goal", fields=fields, save=save)


def edit_goal(desk: Desk, goal: Goal) -> Form:
    """A goal to change; its earlier text is kept."""

    def save(values: Values) -> Callable[[], Saved]:
        wanted = msgspec.structs.replace(
            goal,
            text=needed(values, "goal", "Goal"),
            kind=_kind(values),
            why=values["why"].strip(),
            may_cost_now=values["costs"].strip(),
            visibility=readers(values, desk, "goal", goal.visibility),
        )
        return lambda: Saved(row=(Part.GOAL, desk.journal.goals.edit(goal, wanted).id, 0))

    fields = _goal_fields(desk, goal)
    return Form(place=f"goal/edit/{goal.id}", title=title("Goal", goal.text), fields=fields, save=save)


def _goal_fields(desk: Desk, goal: Goal | None) -> tuple[Words | Pick, ...]:
    kind = goal.kind.value if goal and goal.kind else _KIND_OPEN
    given = ((_KIND_OPEN, f"not said yet, you wrote “{goal.kind_given}”"),) if goal and goal.kind_given else _KINDS[:1]
    return (
        Words(
            name="goal",
            label="Goal",
            value=goal.text if goal else "",
            placeholder="one sentence: what will be so, and until when",
            is_long=True,
        ),
        Pick(name="kind", label="Kind", value=kind, answers=(*given, *_KINDS[1:])),
        Words(
            name="why", label="Why", value=goal.why if goal else "", placeholder="what makes it matter", is_long=True
        ),
        Words(
            name="costs",
            label="May cost",
            value=goal.may_cost_now if goal else "",
            placeholder="what it may cost now, if it pays off later",
        ),
        readers_field(desk, "goal", goal.visibility if goal else None),
    )


def _kind(values: Values) -> GoalKind | None:
    return None if values["kind"] == _KIND_OPEN else GoalKind(values["kind"])


def end_goal(desk: Desk, goal: Goal, status: GoalStatus = GoalStatus.REACHED) -> Form:
    """How a goal ends, and why."""

    def save(values: Values) -> Callable[[], Saved]:
        end = GoalStatus(values["end"])

        def call() -> Saved:
            desk.journal.goals.end(goal, end, values["reason"])
            return Saved(f"The goal is {end.value}. u takes it back.", (Part.GOAL, goal.id, 0))

        return call

    fields = (
        Words(name="reason", label="Reason", placeholder="what led to it; you will want to know later", is_long=True),
        Pick(name="end", label="It is", value=status.value, answers=_ENDS),
    )
    place = f"{'park' if status is GoalStatus.PARKED else 'end'}-goal/edit/{goal.id}"
    return Form(place=place, title=title("End the goal", goal.text), fields=fields, save=save)


def measure(desk: Desk, goal: Goal, index: int | None) -> Form:
    """A sign of success, new when there is no index."""
    old = goal.signs[index] if index is not None else Measure(text="")

    def save(values: Values) -> Callable[[], Saved]:
        sign = msgspec.structs.replace(
            old,
            text=needed(values, "sign", "Sign"),
            unit=values["unit"].strip(),
            start=_amount(values["start"]),
            target=_amount(values["target"]),
            due=day(values, "due", "Due", desk.today),
            evidence=values["evidence"].strip(),
            observer=values["observer"].strip(),
        )
        signs = list(goal.measures)
        signs[len(signs) if index is None else index :][:1] = [sign]
        place = len(goal.measures) if index is None else index
        wanted = (*goal.measures[:place], sign, *goal.measures[place + 1 :])
        return _save_goal(desk, goal, msgspec.structs.replace(goal, measures=wanted), (Part.MEASURE, goal.id, place))

    fields = (
        Words(name="sign", label="Sign", value=old.text, placeholder="what can be seen when it works", is_long=True),
        Words(name="unit", label="Unit", value=old.unit, placeholder="teams, talks, % …"),
        Words(name="start", label="Start", value=_shown(old.start), placeholder="the value today"),
        Words(name="target", label="Target", value=_shown(old.target), placeholder="the value you want"),
        Words(name="due", label="Due", value=shown_day(old.due), placeholder="end of june, 2026-06-30"),
        Words(name="evidence", label="Seen in", value=old.evidence, placeholder="where it can be checked"),
        Words(name="observer", label="Seen by", value=old.observer, placeholder="who else would notice"),
    )
    which = "new" if index is None else str(index)
    return Form(place=f"measure/{which}/{goal.id}", title=title("Sign of", goal.text), fields=fields, save=save)


def value(desk: Desk, goal: Goal, index: int) -> Form:
    """A value of a sign, read on a day."""
    sign = goal.signs[index]

    def save(values: Values) -> Callable[[], Saved]:
        read = needed(values, "value", "Value")
        on = day(values, "on", "On", desk.today, "past")
        place = GoalMeasure(number=0, goal=goal, index=index, measure=sign)

        def call() -> Saved:
            desk.journal.measures.set(place, read, on)
            return Saved(row=(Part.MEASURE, goal.id, index))

        return call

    last = f"last: {sign.readings[-1].value}" if sign.readings else "a number, or words"
    fields = (
        Words(name="value", label="Value", placeholder=last),
        Words(name="on", label="On", placeholder="today"),
    )
    return Form(place=f"value/{index}/{goal.id}", title=title("Value of", sign.text), fields=fields, save=save)


def ask(desk: Desk, goal: Goal, index: int | None) -> Form:
    """What a goal needs from somebody, new when there is no index."""
    old = goal.dependencies[index] if index is not None else Dependency()

    def save(values: Values) -> Callable[[], Saved]:
        item = msgspec.structs.replace(
            old,
            who=values["who"].strip(),
            ask=needed(values, "ask", "Ask"),
            ask_by=day(values, "by", "Ask by", desk.today),
            status=values["status"].strip() or old.status,
            plan_b=values["plan_b"].strip(),
        )
        place = len(goal.dependencies) if index is None else index
        wanted = (*goal.dependencies[:place], item, *goal.dependencies[place + 1 :])
        return _save_goal(desk, goal, msgspec.structs.replace(goal, dependencies=wanted), (Part.ASK, goal.id, place))

    fields = (
        Words(name="ask", label="Ask", value=old.ask, placeholder="what you ask for, in one sentence", is_long=True),
        Words(name="who", label="Of", value=old.who, placeholder="who can say yes"),
        Words(name="by", label="Ask by", value=shown_day(old.ask_by), placeholder="friday, in 2 weeks, 2026-12-04"),
        Words(name="plan_b", label="Plan B", value=old.plan_b, placeholder="what you do if the answer is no"),
        Words(name="status", label="Status", value=old.status, placeholder="to ask"),
    )
    which = "new" if index is None else str(index)
    return Form(place=f"ask/{which}/{goal.id}", title=title("Needed for", goal.text), fields=fields, save=save)


def answer(desk: Desk, goal: Goal, index: int) -> Form:
    """What somebody said to an ask."""
    item = goal.dependencies[index]

    def save(values: Values) -> Callable[[], Saved]:
        said = needed(values, "answer", "Answer")

        def call() -> Saved:
            desk.journal.asks.answer(Ask(number=0, goal=goal, index=index, dependency=item), said)
            return Saved(row=(Part.ASK, goal.id, index))

        return call

    field = Words(name="answer", label="Answer", placeholder="what they said, word for word", is_long=True)
    return Form(place=f"answer/{index}/{goal.id}", title=title("Answer to", item.ask), fields=(field,), save=save)


def goal_form(desk: Desk, kind: str, which: str, ref: str) -> Form | None:
    """The form with this place; None when what it was about is gone."""
    goal = by_id(desk.snapshot.goals, ref)
    index = int(which) if which.isdecimal() else None
    if kind == "goal" and which == "new":
        return new_goal(desk)
    if goal is None or (which != "new" and index is not None and not _is_there(goal, kind, index)):
        return None
    match kind:
        case "goal":
            return edit_goal(desk, goal)
        case "end-goal":
            return end_goal(desk, goal)
        case "park-goal":
            return end_goal(desk, goal, GoalStatus.PARKED)
        case "measure":
            return measure(desk, goal, index)
        case "ask":
            return ask(desk, goal, index)
        case "value" if index is not None:
            return value(desk, goal, index)
        case "answer" if index is not None:
            return answer(desk, goal, index)
        case _:
            return None
