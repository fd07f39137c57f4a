"""The form for what comes next: the steps of a week, each with its when-then."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

import msgspec

from growthtui.dates import Week
from growthtui.domain.week import NextStep
from growthtui.journal.drafts import Draft
from growthtui.tui.desk import Desk
from growthtui.tui.screens.plan.form import Form, PlanForm, Saved, Values, Words

PLACE: Final = "next"
"""The first part of the name of every draft of this form."""

_ROWS: Final = 3
"""So many steps are offered: more than three open ones are too many (domain 4.3)."""

_REMARK = (
    "A step that names its moment is done more often: when the roadmap draft is out, I send two questions to Lena."
)


class StepsForm(PlanForm):
    """The form, with drafts of its own."""

    DRAFTS = PLACE


def form_of_draft(desk: Desk, draft: Draft) -> StepsForm | None:
    """The form that was begun; None for a week that no calendar has."""
    week = Week.named(draft.place.partition("/")[2])
    return StepsForm(desk, next_steps(desk, week)) if week else None


def next_steps(desk: Desk, week: Week) -> Form:
    """The steps of a week, and room for new ones; one without words goes."""
    log = desk.journal.log
    old = desk.snapshot.week_by_name.get(str(week)) or log.week(week)
    blanks = (NextStep(id="", text=""),) * max(_ROWS - len(old.next), 0)
    steps = (*old.next, *blanks)

    def save(values: Values) -> Callable[[], Saved]:
        filled = (_filled(step, values, place) for place, step in enumerate(steps))
        kept = tuple(step for step in filled if step.text)

        def call() -> Saved:
            log.edit_week(old, msgspec.structs.replace(old, next=kept))
            return Saved("Saved.")

        return call

    fields = chain.from_iterable(_fields(place, step) for place, step in enumerate(steps))
    title = f"Next · week {week.number} · {week.label}"
    return Form(place=str(week), title=title, fields=tuple(fields), save=save, remarks=(_REMARK,))


def _fields(place: int, step: NextStep) -> Iterator[Words]:
    example = "the one step that matters most" if place == 0 else "another one, or nothing"
    yield Words(name=f"step-{place}", label=f"Step {place + 1}", value=step.text, placeholder=example)
    yield Words(name=f"when-{place}", label="  when", value=step.if_then, placeholder="when …, I …")


def _filled(step: NextStep, values: Values, place: int) -> NextStep:
    text, if_then = values[f"step-{place}"].strip(), values[f"when-{place}"].strip()
    return msgspec.structs.replace(step, text=text or if_then, if_then=if_then if text else "")
