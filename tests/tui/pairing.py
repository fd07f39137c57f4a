"""Walking a session in a test: beginning it, answering, the two who sit before the screen."""

from textual.pilot import Pilot

from growthtui.tui.wizard.answer import AnswerArea
from growthtui.tui.wizard.walk import Walk
from tests.tui.screen import press, settled

ANSWERS = (
    "Stays between us. The focus points may go to Priya.",
    "By next autumn I run the migration design for two teams. It is a career goal.",
    "I have the design skill, but only my team has seen it; practice in moderating reviews.",
    "Two teams outside mine use the contract by June (today: none).",
    "1 Hand over the two small services. 2 One write-up per month. 3 Become tech lead of a project.",
    "Priya takes over the two services by Thursday.",
    "No evenings. So the exam moves to March.",
    "When lunch starts, I ask Jonas.",
)
"""One for each question of the set `pairing`."""

SET_ROWS = {"pairing": 0, "stuck": 1, "survey": 2, "manager_review": 3, "pgp": 4}


async def begin(pilot: Pilot[None], set_id: str = "pairing", name: str = "Bo") -> None:
    """Go to Pair, choose a set, give a name, stand before the first question."""
    await press(pilot, "4", *["down"] * SET_ROWS[set_id], "enter")
    await fill(pilot, "#name", name)
    await press(pilot, "ctrl+s")


async def fill(pilot: Pilot[None], field: str, text: str) -> None:
    """Put a text into a field of the screen on top."""
    from growthtui.tui.widgets.words_area import WordsArea

    pilot.app.screen.query_one(field, WordsArea).replace_all(text)
    await settled(pilot)


async def answer(pilot: Pilot[None], *texts: str) -> None:
    """Answer the question on the screen and those after it."""
    for text in texts:
        area = pilot.app.screen.query_one(AnswerArea)
        area.replace_all(text)
        await settled(pilot)
        await press(pilot, "ctrl+s")


def walk_of(pilot: Pilot[None]) -> Walk:
    """The session on the screen."""
    walk = getattr(pilot.app.screen, "walk", None)
    assert isinstance(walk, Walk)
    return walk
