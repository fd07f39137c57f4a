"""All forms of the plan by name, and the way back from a draft to its form."""

from typing import Final

from growthtui.journal.drafts import Draft
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach.asking import AskingForm
from growthtui.tui.screens.plan import forms_end, forms_focus, forms_goal
from growthtui.tui.screens.plan.form import Form, PlanForm
from growthtui.tui.screens.plan.spots import Maker, Spot

_MAKERS: Final[dict[str, Maker]] = {
    "north-star": forms_goal.north_star,
    "principle": forms_goal.principle,
    "new-goal": forms_goal.new_goal,
    "goal": forms_goal.goal,
    "measure": forms_goal.measure,
    "ask": forms_goal.ask,
    "focus": forms_focus.focus,
    "new-action": forms_focus.new_action,
    "action": forms_focus.action,
    "checkin": forms_focus.checkin,
    "close-goal": forms_end.close_goal,
    "park-goal": forms_end.close_goal,
    "close-focus": forms_end.close_focus,
    "park-focus": forms_end.close_focus,
    "drop-action": forms_end.drop_action,
    "done-action": forms_end.done_action,
    "value": forms_end.note_value,
    "answer": forms_end.answer_ask,
    "talked": forms_end.talked,
    "plan": forms_end.plan,
    "close-plan": forms_end.close_plan,
    "next-plan": forms_end.next_plan,
}


def form_of(desk: Desk, spot: Spot) -> Form | None:
    """The form of a spot; None when what it is about is gone, or the name is of no form here."""
    make = _MAKERS.get(spot.name)
    return make(desk, spot) if make else None


def form_of_draft(desk: Desk, draft: Draft) -> PlanForm | None:
    """The form that a draft was typed into; None when what it was about is gone."""
    spot = Spot.of_place(draft.place.partition("/")[2])
    form = form_of(desk, spot) if spot else None
    return AskingForm(desk, spot, form) if spot and form else None
