"""Plans to start from: they go in as any other plan, the review has nothing to ask, and each is one step."""

from importlib.resources import files

import pytest

from growthtui.domain.plan import PlanMode
from growthtui.journal.journal import Journal
from growthtui.journal.templates import TEMPLATES, Template
from tests.conftest import TODAY

by_name = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@by_name
def test_a_template_becomes_the_active_plan_from_today(journal: Journal, template: Template) -> None:
    report = journal.imports.apply(journal.templates.read(template))

    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.plan.start == TODAY
    assert tree.plan.north_star
    assert tree.current_goal is not None
    assert all(point.focus.goal == tree.current_goal.id and point.actions for point in tree.points)
    assert not report.open_goals
    assert not report.notes


@by_name
def test_the_review_has_nothing_to_ask_of_a_template(journal: Journal, template: Template) -> None:
    journal.imports.apply(journal.templates.read(template))

    assert journal.findings.review().findings == ()


def test_the_templates_are_for_six_and_for_twelve_months(journal: Journal) -> None:
    plans = [journal.templates.read(template).snapshot().plans[0] for template in TEMPLATES]

    assert [(plan.mode, plan.horizon_months) for plan in plans] == [(PlanMode.PLAN, 6), (PlanMode.PGP, 12)]


def test_a_template_is_one_step_and_can_be_taken_again(journal: Journal) -> None:
    journal.imports.apply(journal.templates.read(TEMPLATES[0]))
    journal.undo.undo()
    assert journal.snapshot().active_plan is None

    journal.imports.apply(journal.templates.read(TEMPLATES[0]))
    assert journal.snapshot().active_plan is not None


def test_every_file_of_the_folder_is_offered() -> None:
    folder = files("growthtui.journal").joinpath("templates")

    assert {f"{template.name}.toml" for template in TEMPLATES} == {path.name for path in folder.iterdir()}
