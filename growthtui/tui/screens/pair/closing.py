"""The end of a session: when to look at this again, one summary, and the way to the plan."""

from collections.abc import Iterable
from datetime import date

from textual import on
from textual.widget import Widget
from textual.widgets import TextArea

from growthtui.dates import parse_date
from growthtui.errors import BadInputError
from growthtui.present.days import day_in_full
from growthtui.present.offers import left_over, summary
from growthtui.present.pair import asks_for_hours
from growthtui.tui.coach_desk import AT_ONCE
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.messages import JournalChanged
from growthtui.tui.modals.form import Labelled
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, MUTED, STRONG, WARN, key_hint
from growthtui.tui.screens.pair.stage import LEAVE, SessionScreen
from growthtui.tui.widgets.block import Block, runs
from growthtui.tui.widgets.day_field import DayField
from growthtui.tui.widgets.words_area import WordsArea
from growthtui.tui.wizard.walk import Walk

_CLOSING = (
    Command(action="finish", keys="ctrl+s", title="Finish: all of it in one step", label="finish", is_priority=True),
    Command(action="back", keys="ctrl+o", title="Back", label="back", is_priority=True),
    LEAVE,
)
_COACH = Command(action="app.open('coach')", keys="t", title="What the coach asks", label="what the coach asks")
_PACE = Command(action="app.open('pace')", keys="p", title="How long it takes: hours a week", label="how long it takes")
_DONE = (
    Command(action="app.go('plan')", keys="enter", title="Go to your plan", label="your plan"),
    _COACH,
    _PACE,
    Command(action="app.back", keys="escape", title="Back to Pair", label="back"),
)


class ClosingScreen(SessionScreen):
    """Pair, the end: the day to meet again, and what will go into the plan."""

    STAGE = "the next date"
    KEYS = _CLOSING
    BINDINGS = bindings(_CLOSING)
    AUTO_FOCUS = "TextArea"

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._is_saving = False

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the field, then those of everywhere."""
        return (*self.KEYS, *EVERYWHERE)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """Only its own: letters belong to the field."""
        return tuple(self.KEYS)

    def compose_body(self) -> Iterable[Widget]:
        """The question, the field, what was understood, the summary."""
        yield Block(self.desk.glyphs, self.paint, id="page")
        field = DayField(self.desk, self.walk.meet, placeholder="in 3 weeks, 15 Dec, or nothing", id="day")
        yield Labelled(self.desk, "Day", field)
        yield Block(self.desk.glyphs, self._paint_day, id="understood")
        yield Block(self.desk.glyphs, self._paint_summary, id="summary")

    def paint(self, page: Page) -> None:
        """The question."""
        together = "together " if not self.walk.wizard.is_solo else ""
        page.say(f"When do you look at this {together}again?", STRONG)
        page.gap()

    def leaving(self) -> None:
        """Keep also the letters that were typed last."""
        typed = self.query_one("#day", WordsArea).text
        if typed != self.walk.meet:
            self.walk.meet = typed
            self.walk.keep_draft()
            self.query_one("#understood", Block).repaint()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.leaving()

    @on(WordsArea.Entered)
    def _entered(self) -> None:
        self.action_finish()

    def action_finish(self) -> None:
        """Close the session; the screen goes on when it is saved."""
        self.leaving()
        if self._is_saving:
            return
        try:
            day = self._day()
        except BadInputError as error:
            self.say(str(error))
            return
        self._is_saving = True
        self.app.post_message(self.walk.finish(day, self._finished, self._failed))

    def action_back(self) -> None:
        """Back to the offers, or to the read-back when there are none."""
        self.leaving()
        self.go("offers" if len(self.walk.decisions) else "read_back")

    def _failed(self, _: str) -> None:
        """It can be tried again; a toast says why."""
        self._is_saving = False

    def _finished(self) -> None:
        if self.is_current:
            self.go("done")

    def _day(self) -> date | None:
        """The day that is typed; None for no day. BadInputError."""
        typed = self.walk.meet.strip()
        return self.desk.journal.sessions.check_day(parse_date(typed, self.desk.today)) if typed else None

    def _paint_day(self, page: Page) -> None:
        try:
            day = self._day()
        except BadInputError as error:
            page.text(str(error), WARN)
            return
        page.say(day_in_full(day) if day else "No day yet: it can be said later, too.", DATA if day else MUTED)

    def _paint_summary(self, page: Page) -> None:
        page.say("Into the plan", MUTED)
        page.say(summary(self.walk.decisions) or "Nothing of it; the answers are kept.")
        rest = left_over(self.walk.decisions)
        if rest:
            page.say(rest, MUTED)


class DoneScreen(SessionScreen):
    """Pair, done: what came of the session, and the way to the plan."""

    STAGE = "done"
    KEYS = _DONE
    BINDINGS = bindings(_DONE)

    def on_journal_changed(self, _: JournalChanged) -> None:
        """Say so when the session was taken back."""
        self.redraw()

    def paint(self, page: Page) -> None:
        """The summary, and where to go."""
        walk = self.walk
        if not any(one.id == walk.wizard.session.id and one.finished for one in self.desk.snapshot.sessions):
            page.say("The session is taken back, all of it.", STRONG)
            page.gap()
            page.add(key_hint("U", "brings it back"))
            return
        taken = summary(walk.decisions)
        page.say("Done." if walk.wizard.is_solo else "Done. Thank each other.", STRONG)
        page.gap()
        page.say("Into the plan", MUTED)
        page.say(taken or "Nothing of it; the answers are kept.")
        if walk.meet.strip():
            page.gap()
            page.say("You look at it again", MUTED)
            page.say(day_in_full(parse_date(walk.meet.strip(), self.desk.today)))
        page.gap()
        self._paint_coach(page)
        if asks_for_hours(walk.wizard):
            page.add(runs(key_hint("p", "how long it takes, at so many hours a week"), "app.open('pace')"))
        page.add(key_hint("u", "takes the whole session back, in one step"))

    def _paint_coach(self, page: Page) -> None:
        """What the coach asks about the plan now that the session is over, never before."""
        coach = self.desk.coach
        coach.look(self.desk.coach_state)
        if not coach.open:
            return
        with page.edged() as inner:
            inner.say("The coach has looked at your plan", MUTED)
            for item in coach.open[:AT_ONCE]:
                inner.gap()
                if item.words:
                    inner.text(item.words, rows=1)
                inner.text(item.finding.question, DATA, rows=2)
        page.gap()
