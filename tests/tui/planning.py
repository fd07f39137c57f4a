"""What the tests of the plan share: the screen, its tree, filling forms, standing on rows."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from growthtui.clock import Clock
from growthtui.domain.snapshot import PlanTree
from growthtui.journal.demo import write_demo
from growthtui.journal.journal import Journal
from growthtui.present.plan import Part
from growthtui.tui.screens.plan.screen import PlanScreen
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.screen import settled

NORTH_STAR, GOALS, FOCUS = "n", "g", "f"


def plan_of(pilot: Pilot[None]) -> PlanScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PlanScreen)
    return screen


def tree_of(journal: Journal) -> PlanTree:
    tree = journal.snapshot().tree
    assert tree is not None
    return tree


async def fill(pilot: Pilot[None], **fields: str) -> None:
    for name, text in fields.items():
        pilot.app.screen.query_one(f"#field-{name}", WordsArea).replace_all(text)
    await settled(pilot)


async def stand_on(pilot: Pilot[None], part: Part, record: str, index: int = 0) -> None:
    plan_of(pilot).show_part(part, record, index)
    await settled(pilot)
    assert plan_of(pilot).row.key == (part, record, index)


def late_journal(tmp_path: Path) -> Journal:
    write_demo(tmp_path / "journal.json", TODAY)
    return Journal(tmp_path / "journal.json", Clock(date(2027, 2, 1)), tmp_path / "state")
