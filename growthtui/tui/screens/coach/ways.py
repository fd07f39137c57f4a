"""From a question of the coach to its answer: the quick form, the shelf of ideas, or its place in the plan."""

from typing import Final

from textual.app import App
from textual.screen import Screen

from growthtui.domain.plan import GoalKind
from growthtui.journal.drafts import Draft
from growthtui.present.coach import Asked, PlaceKind
from growthtui.tui.desk import Desk
from growthtui.tui.screens.coach.answers import ANSWERS, BY_IDEA
from growthtui.tui.screens.coach.beside import part_of
from growthtui.tui.screens.coach.forms import ANSWER, IDEA, NOT_NOW, PACE, CoachForm, not_now
from growthtui.tui.screens.plan.going import go_to_part

_ABOUT_LEARNING: Final = ("GP202", "GP204")


def label_of(item: Asked) -> str:
    """What answering does, in a few words."""
    rule = item.finding.rule
    if rule in ANSWERS:
        return ANSWERS[rule].label
    return "take an idea" if rule in BY_IDEA else "look at it"


async def answer(app: App[None], desk: Desk, item: Asked) -> None:
    """Open the quick way, or go to the place."""
    sheet = _quick(desk, item)
    if sheet is not None:
        app.push_screen(sheet)
    else:
        await go_to_place(app, item)


def put_aside(app: App[None], desk: Desk, item: Asked) -> None:
    """Open the form that puts a question aside."""
    app.push_screen(CoachForm(desk, not_now(desk, item)))


async def go_to_place(app: App[None], item: Asked) -> None:
    """Show the words that a question is about: in the plan, or a next step in its week."""
    place = item.place
    if place.kind is PlaceKind.STEP:
        await app.run_action("app.go('week')")
    else:
        await go_to_part(app, part_of(place), place.record, place.index)


def form_of_draft(desk: Desk, draft: Draft) -> Screen[None] | None:
    """The form that a draft was typed into; None when its question is answered meanwhile."""
    name, _, about = draft.place.partition("/")[2].partition("/")
    if name == PACE:
        from growthtui.tui.screens.coach.pace import PaceSheet

        return PaceSheet(desk)
    if name == IDEA:
        from growthtui.tui.screens.coach.ideas import idea_form

        return idea_form(desk, about)
    rule, _, where = about.partition("/")
    questions = desk.coach.look(desk.coach_state)
    item = next((one for one in questions if (one.finding.rule, one.finding.where) == (rule, where)), None)
    if item is None:
        return None
    if name == NOT_NOW:
        return CoachForm(desk, not_now(desk, item))
    return _quick(desk, item) if name == ANSWER else None


def _quick(desk: Desk, item: Asked) -> Screen[None] | None:
    rule = item.finding.rule
    if rule in ANSWERS:
        form = ANSWERS[rule].make(desk, item)
        return CoachForm(desk, form) if form else None
    if rule in BY_IDEA:
        from growthtui.tui.screens.coach.ideas import IdeasScreen

        return IdeasScreen(desk, GoalKind.PERSONAL if rule in _ABOUT_LEARNING else GoalKind.CAREER)
    return None
