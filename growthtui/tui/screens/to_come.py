"""Places that are not built yet: calm words about what will be here, and a way on."""

from textual.content import Content

from growthtui.tui.desk import Desk
from growthtui.tui.page import Page
from growthtui.tui.paint import key_hint
from growthtui.tui.screens.base import GrowthScreen

_WORDS = {
    "plan": (
        "Your plan",
        "North star, goals, and the focus points with their actions, as one document to walk with the arrows.",
        (("1", "Home shows it in short"),),
        ("growthtui plan show", "growthtui import plan.txt"),
    ),
    "pair": (
        "Pairing",
        "The questions a good mentor asks, one at a time, alone or with somebody beside you.",
        (("3", "until then, the week is a good place to write"),),
        ("growthtui check",),
    ),
    "growth": (
        "Growth",
        "The five steps of a growth plan, and how you and others rate each capability over time.",
        (("3", "what you log today is what it will show"),),
        (),
    ),
    "insights": (
        "Insights",
        "Rhythm, balance, what moves and what is quiet. Each figure opens the lines behind it.",
        (("1", "Home shows the last 12 weeks of each focus point"),),
        ("growthtui stats",),
    ),
    "packet": (
        "The packet",
        "One honest document for a review meeting: who reads it, which weeks, what stays behind and why.",
        (("3", "the weeks it is made of"),),
        ("growthtui export --format md --for manager --preview",),
    ),
}


class ToComeScreen(GrowthScreen):
    """A place with a name and a promise."""

    def __init__(self, desk: Desk, place: str) -> None:
        super().__init__(desk)
        self._place = place

    @property
    def place(self) -> str:
        """The tab it stands for."""
        return self._place

    def paint(self, page: Page) -> None:
        """The words of the place."""
        title, text, keys, commands = _WORDS[self._place]
        page.label(title)
        page.say(text)
        page.gap()
        page.add(*(key_hint(key, label) for key, label in keys))
        if commands:
            page.gap()
            page.label("Today, in a terminal:")
            page.add(*(Content(f"  {line}") for line in commands))
