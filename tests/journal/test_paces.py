"""The price in time that somebody decided on: kept with the day it leads to, shown where the plan tells its time."""

from datetime import date

import msgspec
import pytest

from growthtui.domain.plan import Pace
from growthtui.errors import BadInputError
from growthtui.journal.goals import NewGoal
from growthtui.journal.journal import Journal
from growthtui.present.plan.north_star import north_star_groups
from tests.conftest import TODAY


def time_of_the_plan(journal: Journal) -> str:
    snapshot = journal.snapshot()
    (group,) = (group for group in north_star_groups(snapshot, snapshot.tree, TODAY) if group.label == "This plan")
    return group.rows[0].text


def test_the_hours_a_week_are_kept_with_the_day_they_lead_to(journal: Journal) -> None:
    journal.goals.add(NewGoal(text="Run the migration"))
    assert journal.paces.choose(60, 5).end == date(2027, 2, 16)
    plan = journal.plans.active()
    assert plan.pace == Pace(hours_in_all=60, hours_per_week=5, until=date(2027, 2, 16))
    assert time_of_the_plan(journal).endswith("5 hours a week until 16 Feb 2027")
    journal.plans.edit(plan, msgspec.structs.replace(plan, hours_per_week=4))
    assert time_of_the_plan(journal).endswith("4 hours a week"), "the day belongs to other hours"


def test_the_choice_is_one_step_and_nonsense_none(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="make no sense"):
        journal.paces.choose(60, 200)
    assert not journal.exists
    journal.goals.add(NewGoal(text="Run the migration"))
    journal.paces.choose(60, 5)
    assert journal.undo.history()[0].label == "5 hours a week until 2027-02-16"
    journal.undo.undo()
    assert journal.plans.active().pace is None
