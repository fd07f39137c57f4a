"""What the quick answers of the coach share: the form around them, and the records that a question is about."""

from collections.abc import Callable

from growthtui.domain.base import by_id
from growthtui.domain.plan import Action, Focus, Goal
from growthtui.domain.snapshot import PlanTree
from growthtui.errors import BadInputError
from growthtui.present.coach import Asked
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach.forms import ANSWER, place_of_form
from growthtui.tui.screens.plan.form import Field, Form, Saved, Values


class PlaceGoneError(BadInputError):
    """What a question was about is not in the plan any more."""

    def __init__(self) -> None:
        super().__init__("What this is about is not in the plan any more. Look at the questions again.")


def form_for(
    item: Asked, title: str, fields: tuple[Field, ...], save: Callable[[Values], Callable[[], object]], words: str
) -> Form:
    """A form with the question of the coach below its fields; `words` say what was done."""

    def read_and_change(values: Values) -> Callable[[], Saved]:
        change = save(values)

        def call() -> Saved:
            change()
            return Saved(words)

        return call

    return Form(
        place=place_of_form(ANSWER, item),
        title=title,
        fields=fields,
        save=read_and_change,
        remarks=(item.finding.question,),
    )


def tree_of(desk: Desk) -> PlanTree:
    """The active plan. PlaceGoneError."""
    tree = desk.snapshot.tree
    if tree is None:
        raise PlaceGoneError
    return tree


def goal_at(desk: Desk, item: Asked) -> Goal | None:
    """The goal that a question is about."""
    return by_id(tree_of(desk).goals, item.place.record)


def action_at(desk: Desk, item: Asked) -> Action | None:
    """The action that a question is about."""
    return by_id(tree_of(desk).actions, item.place.record)


def focus_at(desk: Desk, item: Asked) -> Focus | None:
    """The focus point that a question is about."""
    return by_id(tree_of(desk).focus, item.place.record)
