"""All answers, read back word for word: before the offers, in the middle of a session, and later."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from growthtui.present.pair import AnswerRow, answer_rows
from growthtui.tui.commands import Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT_STRONG, DATA, MUTED, STRONG, wrap
from growthtui.tui.screens.pair.stage import LEAVE, SessionScreen
from growthtui.tui.widgets.block import runs
from growthtui.tui.wizard.walk import Walk

_ON = Command(action="on", keys="ctrl+s", title="On: into the plan, or back to the question", label="on")
_BACK = Command(action="back", keys="ctrl+o", title="Back to the question", label="back")
_CHANGE = Command(action="change", keys="enter", title="Go to the question, to change its answer", label="change it")
_REVEAL = Command(action="reveal", keys="v", title="Show private answers, or mask them", label="private")
_KEYS = (_ON, _BACK, _CHANGE, _REVEAL, LEAVE)
_CLOSE = Command(action="app.back", keys="escape,q", title="Back to the list", label="back")
_INDENT = 2


class ReadBackScreen(SessionScreen):
    """Pair, the read-back: all answers as they stand; one can be chosen and changed.

    Args:
        walk: the session.
    """

    KEYS: ClassVar[Sequence[Command]] = _KEYS
    BINDINGS = bindings(_KEYS)
    HEADING = "As it stands now. Read it aloud, in the words that stand here."

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._rows = answer_rows(walk.wizard)
        self._place = min(walk.wizard.index, len(self._rows) - 1) if not walk.wizard.is_at_read_back else 0
        self._is_masked = not walk.wizard.is_solo

    def on_mount(self) -> None:
        """Show the answer the session is at."""
        self.call_after_refresh(self.keep_cursor_in_sight)

    def paint(self, page: Page) -> None:
        """Question, answer, question, answer."""
        page.say(self.HEADING, MUTED)
        for place, row in enumerate(self._rows):
            page.gap()
            self._paint_row(page, place, row)
        questions = self.desk.journal.sessions.what_else(self.walk.wizard)
        if questions and self.walk.wizard.is_at_read_back:
            page.gap()
            with page.edged() as inner:
                inner.label("Before it goes into the plan")
                for question in questions:
                    inner.say(question)

    def _paint_row(self, page: Page, place: int, row: AnswerRow) -> None:
        is_chosen = place == self._place
        if is_chosen:
            page.mark()
        sign = Content.styled(f"{page.glyphs.probe} " if is_chosen else "  ", ACCENT_STRONG)
        room = page.prose - _INDENT
        question = Content.styled(page.glyphs.say(row.question), MUTED).wrap(room)
        answer = self._answer(page, row, room, STRONG if is_chosen else "")
        for number, line in enumerate((*question, *answer)):
            before = sign if number == 0 else Content(" " * _INDENT)
            page.add(runs(before + line, f"pick({place})"))

    def _answer(self, page: Page, row: AnswerRow, room: int, style: str) -> list[Content]:
        scale = [Content.styled(row.scale, DATA)] if row.scale else []
        if not row.text.strip():
            return scale or [Content.styled("not answered", MUTED)]
        if row.is_private and self._is_masked:
            return [Content.styled(page.glyphs.say("private · v shows it"), MUTED)]
        return [*wrap(row.text, room, style=style, more=page.glyphs.more), *scale]

    def action_move(self, step: int) -> None:
        """Choose another answer."""
        self.action_pick(self._place + step)

    def action_pick(self, place: int) -> None:
        """Choose an answer by its place."""
        self._place = min(max(place, 0), len(self._rows) - 1)
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    def action_reveal(self) -> None:
        """Show private answers, or mask them again."""
        self._is_masked = not self._is_masked
        self.redraw()

    def action_change(self) -> None:
        """Go to the chosen question."""
        wizard = self.walk.wizard
        self.walk.step(wizard.go_to(wizard.questions.steps[self._place]))
        self.go("question")

    def action_on(self) -> None:
        """Into the plan; in the middle of a session back to its question."""
        if not self.walk.wizard.is_at_read_back:
            self.go("question")
            return
        self.walk.look_for_offers()
        self.walk.keep_draft()
        self.go("offers" if len(self.walk.decisions) else "advice")

    def action_back(self) -> None:
        """Back to the question the session is at, or to the last one."""
        if self.walk.wizard.is_at_read_back:
            self.walk.step(self.walk.wizard.back())
        self.go("question")


class LookBackScreen(ReadBackScreen):
    """Pair, a finished session: its answers to read."""

    KEYS = (_CLOSE, _REVEAL)
    BINDINGS = bindings((_CLOSE, _REVEAL))
    HEADING = "The answers, word for word."

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._is_masked = True

    def action_change(self) -> None:
        """A finished session stays as it is."""

    def action_on(self) -> None:
        """There is nothing after it."""

    def action_back(self) -> None:
        """Close it."""
        self.app.pop_screen()
