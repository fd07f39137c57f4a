"""What the coach asks: every open question with the words it is about, and behind a key what was put aside."""

from itertools import groupby
from typing import Final

from textual.geometry import Region

from growthtui.errors import BadInputError
from growthtui.journal.findings import State
from growthtui.present.coach import Asked
from growthtui.settings import write_setting
from growthtui.tui.coach_desk import AT_ONCE
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED
from growthtui.tui.screens.base import Body, GrowthScreen
from growthtui.tui.screens.coach import paint
from growthtui.tui.screens.coach.ways import answer, go_to_place, put_aside
from growthtui.tui.screens.settings import rows
from growthtui.tui.screens.settings.screen import reloaded
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine

_ANSWER = Command(action="answer", keys="enter", title="Answer: the quick way, or at its place", label="answer")
_PLACE = Command(action="place", keys="p", title="Show the words it is about, in the plan", label="in the plan")
_NOT_NOW = Command(action="not_now", keys="d", title="Not now: put the question aside, with a reason", label="not now")
_BACK = Command(action="bring_back", keys="b", title="Ask this again", label="ask again")
_NEVER = Command(action="never", keys="x", title="Never ask this: switch the rule off in the settings", label="never")
_ASIDE = Command(action="aside", keys="v", title="Show what was put aside and what is switched off, or hide it")
_IDEAS = Command(action="app.open('ideas')", keys="i", title="Ideas for inspiration", label="ideas")
_CLOSE = Command(action="app.back", keys="escape", title="Back", label="back", in_palette=False)
_KEYS: Final = (_ANSWER, _NOT_NOW, _BACK, _NEVER, _PLACE, _IDEAS, _ASIDE, _CLOSE)
_QUESTION_ROWS: Final = 9

_NOTHING: Final = (
    "Nothing to ask just now. When the plan or the log leaves a question open, it stands here; it is never in your way."
)


class CoachScreen(GrowthScreen):
    """A list of questions with one cursor, three at a time; the open ones, gravest first, and on a key the others."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._place = 0
        self._shows_aside = False

    @property
    def questions(self) -> tuple[Asked, ...]:
        """What is listed."""
        everything = self.desk.coach.look(self.desk.coach_state)
        is_open = [item for item in everything if item.finding.state is State.OPEN]
        aside = [item for item in everything if item.finding.state is State.DISMISSED]
        off = [item for item in everything if item.finding.state is State.OFF]
        return (*is_open, *aside, *off) if self._shows_aside else tuple(is_open)

    @property
    def item(self) -> Asked | None:
        """The question with the cursor."""
        listed = self.questions
        return listed[min(self._place, len(listed) - 1)] if listed else None

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done with the question under the cursor, then the rest."""
        item = self.item
        if item is None:
            wanted: tuple[Command, ...] = (_IDEAS, _ASIDE, _CLOSE)
        elif item.finding.state is State.OPEN:
            wanted = (paint.named(_ANSWER, item), _NOT_NOW, _NEVER, _PLACE, _IDEAS, _ASIDE, _CLOSE)
        else:
            wanted = (_BACK, _PLACE, _IDEAS, _ASIDE, _CLOSE)
        return (*wanted, *super().commands[len(_KEYS) :])

    def redraw(self) -> None:
        """Paint again, with the keys of the question under the cursor."""
        super().redraw()
        self.query_one(BottomLine).show(self.commands)

    def paint(self, page: Page) -> None:
        """The questions in their groups."""
        listed = self.questions
        self._place = min(self._place, max(0, len(listed) - 1))
        if not listed:
            page.label("What the coach asks")
            page.say(_NOTHING)
        first = self._place // AT_ONCE * AT_ONCE
        numbered = list(enumerate(listed))[first : first + AT_ONCE]
        for title, group in groupby(numbered, key=lambda pair: paint.group_title(pair[1])):
            page.gap()
            page.label(title)
            for place, item in group:
                page.gap()
                paint.question(page, item, place, is_chosen=place == self._place)
        if len(listed) > AT_ONCE:
            page.gap()
            shown = f"{first + 1} to {first + len(numbered)}" if len(numbered) > 1 else f"{first + 1}"
            page.say(f"{shown} of {len(listed)}", MUTED)
        self._paint_foot(page)

    def _paint_foot(self, page: Page) -> None:
        if self.desk.coach.note:
            page.gap()
            page.say(self.desk.coach.note, MUTED)
        hidden = sum(item.finding.state is not State.OPEN for item in self.desk.coach.known)
        if hidden and not self._shows_aside:
            page.gap()
            count = "1 question is" if hidden == 1 else f"{hidden} questions are"
            page.say(f"{count} put aside or switched off: v shows them.", MUTED)

    # moving

    def keep_cursor_in_sight(self) -> None:
        """Scroll so that all of the question is shown."""
        row = self.query_one("#page", Block).cursor
        if row is not None:
            region = Region(0, max(0, row - 2), 1, _QUESTION_ROWS)
            self.query_one(Body).scroll_to_region(region, animate=False, immediate=True)

    def action_move(self, step: int) -> None:
        """Go to another question."""
        self.action_pick(self._place + step)

    def action_page(self, step: int) -> None:
        """Go to the next three questions, or to those before."""
        self.action_pick((self._place // AT_ONCE + step) * AT_ONCE)

    def action_pick(self, place: int) -> None:
        """Go to a question by its place."""
        self._place = min(max(place, 0), max(0, len(self.questions) - 1))
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    def action_aside(self) -> None:
        """Show the others, too, with the cursor on the first of them, or hide them."""
        self._shows_aside = not self._shows_aside
        self.action_pick(len(self.desk.coach.open) if self._shows_aside else 0)

    # answering

    async def action_answer(self) -> None:
        """Answer the question."""
        item = self.item
        if item is not None and item.finding.state is State.OPEN:
            await answer(self.app, self.desk, item)

    async def action_place(self) -> None:
        """Show the words it is about."""
        if self.item is not None:
            await go_to_place(self.app, self.item)

    def action_not_now(self) -> None:
        """Put it aside."""
        item = self.item
        if item is not None and item.finding.state is State.OPEN:
            put_aside(self.app, self.desk, item)

    def action_bring_back(self) -> None:
        """Ask again what was put aside, or what is switched off."""
        item = self.item
        if item is None or item.finding.state is State.OPEN:
            return
        if item.finding.state is State.OFF:
            self._switch(item.finding.rule, is_off=False)
            return
        finding, findings = item.finding, self.desk.journal.findings

        def call() -> str:
            findings.reopen(finding)
            return "It is asked again."

        self.app.post_message(Change(call))

    def action_never(self) -> None:
        """Switch the rule of the question off."""
        item = self.item
        if item is not None and item.finding.state is State.OPEN:
            self._switch(item.finding.rule, is_off=True)

    def _switch(self, rule: str, *, is_off: bool) -> None:
        settings = self.desk.settings
        row = next(row for row in rows.rows(()) if row.name == "rules_off")
        if rows.is_overruled(row, settings):
            source = rows.source_words(row, settings)
            self.notify(f"{source} says which rules are off, for as long as it is there.")
            return
        others = [known for known in settings.rules_off if known != rule]
        wanted: object = [*others, rule] if is_off else others or ""
        words = f"{rule} is switched off. v shows it, b brings it back." if is_off else f"{rule} asks again."

        def call() -> str:
            write_setting(settings.config, "rules_off", wanted)
            return words

        self.app.post_message(Change(call, self._reload))

    def _reload(self) -> None:
        """Take over what the settings file says now."""
        try:
            self.desk.settings = reloaded(self.desk.settings)
        except BadInputError as error:
            self.notify(str(error), severity="warning")
        self.redraw()
