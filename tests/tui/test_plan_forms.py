"""Every form of the plan: what is typed is stored as it is, whatever it is, and one step takes it back."""

from functools import partial
from itertools import cycle

from growthtui.domain.snapshot import PlanTree
from growthtui.journal.journal import Journal
from growthtui.tui.screens.coach.asking import AskingForm
from growthtui.tui.screens.plan.form import Day, Form, Pick, Saved, Values, Words
from growthtui.tui.screens.plan.forms import form_of_draft
from growthtui.tui.screens.plan.spots import Spot
from growthtui.tui.widgets.words_area import WordsArea
from tests.tui.planning import fill, plan_of, tree_of
from tests.tui.screen import app_of, opened, press, screen_text, settled
from tests.tui.test_hostile import TEXTS, holds_no_orders

_READ = ("months", "hours", "weeks", "count", "every")
"""Fields that hold no free words."""


def spots(tree: PlanTree) -> list[Spot]:
    """One spot for each form that changes the plan."""
    goal, focus, action = tree.goals[0].id, tree.focus[0].id, tree.actions[0].id
    return [
        Spot("north-star"),
        Spot("principle"),
        Spot("principle", tree.principles[0].id),
        Spot("new-goal"),
        Spot("goal", goal),
        Spot("measure", goal, 0),
        Spot("measure", goal, len(tree.goals[0].measures)),
        Spot("ask", goal, 0),
        Spot("focus"),
        Spot("focus", focus),
        Spot("new-action", focus),
        Spot("action", action),
        Spot("checkin"),
        Spot("checkin", tree.checkins[0].id),
        Spot("close-goal", goal),
        Spot("park-goal", goal),
        Spot("close-focus", focus),
        Spot("park-focus", focus),
        Spot("drop-action", action),
        Spot("done-action", action),
        Spot("value", goal, 0),
        Spot("talked", tree.checkins[0].id),
        Spot("close-plan"),
        Spot("next-plan"),
    ]


async def test_whatever_is_typed_into_any_field_is_stored_and_taken_back(demo_journal: Journal) -> None:
    before, texts = tree_of(demo_journal), cycle(TEXTS.values())
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        for spot in spots(before):
            plan_of(pilot).open_form(spot)
            await settled(pilot)
            form = pilot.app.screen
            assert isinstance(form, AskingForm), spot
            free = [one for one in form.form.fields if isinstance(one, Words) and not isinstance(one, Day)]
            await fill(pilot, **{one.name: next(texts) for one in free if one.name not in _READ})
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "ctrl+s")
            assert plan_of(pilot).is_ready, spot
            holds_no_orders(screen_text(pilot.app))
            snapshot = demo_journal.snapshot()
            assert spot.name == "talked" or snapshot.tree != before, spot
            await press(pilot, "u")
            assert tree_of(demo_journal) == before, spot
            assert app_of(pilot).desk.drafts.waiting == (), spot


async def test_a_draft_of_any_form_is_found_again(demo_journal: Journal) -> None:
    tree = tree_of(demo_journal)
    async with opened(demo_journal) as pilot:
        desk = app_of(pilot).desk
        for spot in spots(tree):
            found = form_of_draft(desk, desk.draft(f"plan/{spot.place}", "x"))
            assert found is not None
            assert found.form.place == spot.place
        assert form_of_draft(desk, desk.draft("plan/goal/gone/0", "x")) is None
        assert form_of_draft(desk, desk.draft("plan/nothing/x", "x")) is None


async def test_a_field_may_have_any_name_and_what_a_form_says_stands_apart(demo_journal: Journal) -> None:
    names = ("text", "place", "at", "self", "fields")
    taken: list[dict[str, str]] = []
    form = Form(
        place="any",
        title="Any",
        fields=(
            *(Words(name=name, label=name) for name in names),
            Pick(name="end", label="end", value="b", answers=_AB),
        ),
        save=lambda values: partial(_take, taken, values),
        remarks=("A remark.",),
    )
    async with opened(demo_journal) as pilot:
        await press(pilot, "2")
        app_of(pilot).push_screen(AskingForm(app_of(pilot).desk, Spot("any"), form))
        await settled(pilot)
        for name in names:
            pilot.app.screen.query_one(f"#field-{name}", WordsArea).replace_all(f"my {name}")
        await settled(pilot)
        rows = [row.strip(" │") for row in screen_text(pilot.app).splitlines()]
        assert rows[rows.index("A remark.") - 1] == ""
        assert app_of(pilot).desk.drafts.waiting[0].fields["text"] == "my text"
        await press(pilot, "ctrl+s")
    assert taken == [{**{name: f"my {name}" for name in names}, "end": "b"}]
    assert demo_journal.drafts.waiting() == ()


_AB = (("a", "first"), ("b", "second"))


def _take(taken: list[dict[str, str]], values: Values) -> Saved:
    taken.append(dict(values))
    return Saved()
