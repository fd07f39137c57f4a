"""The quick ways to answer a question of the coach: for a rule the form that does it. Each is one step to undo."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from growthtui.present.coach import Asked
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach import answers_focus, answers_goal
from growthtui.tui.screens.plan.form import Form


@dataclass(frozen=True, slots=True)
class Answer:
    """A quick way: what it does, in a few words, and its form. `make` gives None when its place is gone."""

    label: str
    make: Callable[[Desk, Asked], Form | None]


_ANEW: Final = Answer("say it anew", answers_focus.say_anew)
ANSWERS: Final = {
    "GP101": Answer("write it", answers_goal.north_star),
    "GP104": Answer("choose the kind", answers_goal.kind),
    "GP106": Answer("say how", answers_focus.how),
    "GP205": Answer("say why", answers_focus.serves),
    "GP206": Answer("name who sees it", answers_focus.seen_by),
    "GP301": Answer("sign or goal", answers_focus.own_action),
    "GP302": Answer("add a sign", answers_goal.new_sign),
    "GP303": Answer("name who helps", answers_focus.whom),
    "GP401": Answer("add a sign", answers_goal.new_sign),
    "GP402": Answer("say it anew", answers_goal.say_sign_anew),
    "GP403": _ANEW,
    "GP404": Answer("say when", answers_focus.when),
    "GP405": _ANEW,
    "GP501": Answer("name a limit", answers_goal.limit),
    "GP503": _ANEW,
    "GP601": Answer("add a check-in", answers_goal.checkin),
    "GP604": _ANEW,
    "GP703": _ANEW,
}
"""Rule to its quick way. Rules that are answered from the shelf of ideas, or at their place, are not here."""

BY_IDEA: Final = ("GP201", "GP202", "GP204", "GP207")
"""Rules that an idea of the shelf can answer."""
