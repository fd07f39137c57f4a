"""The forms of the coach: made as those of the plan are, with drafts of their own."""

from collections.abc import Callable
from typing import Final

from growthtui.present.coach import Asked
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.form import Form, PlanForm, Saved, Values, Words

PLACE: Final = "coach"
"""The first part of the name of every draft of these forms."""

NOT_NOW: Final = "not-now"
ANSWER: Final = "answer"
IDEA: Final = "idea"
PACE: Final = "pace"


class CoachForm(PlanForm):
    """A form of the coach."""

    DRAFTS = PLACE


def place_of_form(name: str, item: Asked) -> str:
    """The place of a form about a question."""
    return f"{name}/{item.finding.rule}/{item.finding.where}"


def not_now(desk: Desk, item: Asked) -> Form:
    """Put a question aside, with a reason if there is one."""
    finding, findings = item.finding, desk.journal.findings

    def save(values: Values) -> Callable[[], Saved]:
        reason = values["reason"]

        def call() -> Saved:
            findings.dismiss(finding, reason)
            return Saved("Put aside. It is asked again when the words change.")

        return call

    return Form(
        place=place_of_form(NOT_NOW, item),
        title="Not now",
        fields=(Words(name="reason", label="Reason", placeholder="for you; it may stay empty"),),
        save=save,
        remarks=(finding.question, "It is asked again when the words it is about change."),
    )
