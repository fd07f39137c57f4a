"""Two short lists of the first run: the templates with a look at each, and the samples."""

import sys
from subprocess import run

from textual.app import ComposeResult, SuspendNotSupported
from textual.content import Content

from growthtui.journal.templates import TEMPLATES
from growthtui.present.incoming import sketch
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, OWN, STRONG, fill
from growthtui.tui.screens.base import Body, Sheet
from growthtui.tui.screens.welcome.sketch_paint import paint_sketch
from growthtui.tui.widgets.block import Block, runs
from growthtui.tui.widgets.lines import BottomLine

PLAN_IS_IN = "The plan is in, and every word of it is yours to change. l logs your first line."

_KEYS = (
    Command(action="take", keys="enter", title="Take the one that is marked", label="take", in_palette=False),
    Command(action="move(1)", keys="down,j", title="Mark the next one", label="choose", hint="↑ ↓", in_palette=False),
    Command(action="app.back", keys="escape", title="Back", label="back", in_palette=False),
)
_TITLE_CELLS = 20
_OWN_WORDS = ("Your own words", "an empty plan to write into, a row at a time")
_OWN_WAY = (
    "It begins with one sentence: who do you want to become? Goal and focus points can follow when they are clear."
)

_SAMPLES = (
    ("staff", "An engineer", "half a year towards staff level, week by week"),
    ("expert", "An expert", "a growth plan in five steps, with ratings"),
)


class ShortList(Sheet):
    """A few things to choose from. A subclass has their words, and does something with the chosen one."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES, *EVERYWHERE))
    HEADING = ""
    ENTRIES: tuple[tuple[str, str], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = 0

    def compose(self) -> ComposeResult:
        """A frame with the list, and what is to be said about the chosen entry."""
        with Body(classes="framed form") as body:
            body.border_title = Content(self.HEADING)
            yield Block(self.desk.glyphs, self._paint)
        yield BottomLine(self.desk, self.KEYS)

    def about(self, page: Page) -> None:
        """More about the chosen entry."""

    def action_take(self) -> None:
        """Do what the chosen entry stands for."""

    def action_move(self, step: int) -> None:
        """Choose another entry."""
        self.action_choose(self.chosen + step)

    def action_choose(self, place: int) -> None:
        """Choose an entry by its place."""
        self.chosen = min(max(place, 0), len(self.ENTRIES) - 1)
        self.query_one("Body > Block", Block).repaint()
        self.query_one(Body).scroll_home(animate=False)

    def _paint(self, page: Page) -> None:
        for number, (title, about) in enumerate(self.ENTRIES):
            is_chosen = number == self.chosen
            sign = Content.styled(f"{page.glyphs.probe} " if is_chosen else "  ", "$primary bold")
            name = fill(Content.styled(title, STRONG if is_chosen else OWN), _TITLE_CELLS)
            row = Content.assemble(sign, name, "  ", (page.glyphs.say(about), MUTED))
            page.add(runs(row, f"choose({number})"))
        page.gap()
        self.about(page)


class TemplateSheet(ShortList):
    """The plans to start from, each shown whole before it is taken; behind them an empty one."""

    HEADING = "Start from a template"
    ENTRIES = (*((template.title, template.about) for template in TEMPLATES), _OWN_WORDS)

    def about(self, page: Page) -> None:
        """The plan of the template."""
        if self.ENTRIES[self.chosen] == _OWN_WORDS:
            page.say(_OWN_WAY, MUTED)
            return
        plan = sketch(self.desk.journal.templates.read(TEMPLATES[self.chosen]).snapshot())
        if plan is not None:
            paint_sketch(page, plan)

    def action_take(self) -> None:
        """Make it the plan of this journal, or go where one is written."""
        if self.ENTRIES[self.chosen] == _OWN_WORDS:
            self.app.call_later(self.run_action, "app.go('plan')")
            return
        journal, template = self.desk.journal, TEMPLATES[self.chosen]

        def call() -> str:
            journal.imports.apply(journal.templates.read(template))
            return PLAN_IS_IN

        self.app.post_message(Change(call))
        self.app.pop_screen()


class SampleSheet(ShortList):
    """The samples; one opens in this terminal, and leaving it leads back here."""

    HEADING = "Look at a sample"
    ENTRIES = tuple((title, about) for _, title, about in _SAMPLES)

    def about(self, page: Page) -> None:
        """What happens."""
        page.say("It opens on a copy that is thrown away: try every key. q leads back to your own journal.", MUTED)
        page.say(f"Any time in a terminal:  growthtui demo {_SAMPLES[self.chosen][0]}", MUTED)

    def action_take(self) -> None:
        """Open the sample in place of this app, until the person leaves it."""
        name = _SAMPLES[self.chosen][0]
        day = self.desk.journal.clock.fixed_today
        today = ["--today", day.isoformat()] if day else []
        try:
            with self.app.suspend():
                run([sys.executable, "-m", "growthtui", *today, "demo", name], check=False)  # noqa: S603 - ourselves
        except SuspendNotSupported:
            self.notify(f"Open it in a terminal: growthtui demo {name}")
        else:
            self.app.pop_screen()
