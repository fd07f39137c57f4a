"""Pair: sessions to go on with, sets to begin, what is still open, and the sessions that were."""

from functools import partial

from textual.content import Content

from growthtui.domain.people import Session
from growthtui.errors import GrowthError
from growthtui.journal.session_drafts import LeftSession, place_of
from growthtui.present.open_questions import OpenQuestion, open_questions
from growthtui.present.pair import StartRow, earlier_rows, left_rows, open_rows, set_rows
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, OWN, STRONG, fill, words
from growthtui.tui.screens.base import GrowthScreen
from growthtui.tui.screens.pair.opening import begin, go_on, look_back
from growthtui.tui.widgets.block import runs

_KEYS = (
    Command(action="enter", keys="enter", title="Begin the set, go on with the session, or read it", label="open"),
    Command(action="drop", keys="d,delete", title="Put the session or the open question into the trash"),
    Command(action="app.continue_draft", keys="c", title="Continue the draft that waits"),
)
_PROMISE = (
    "The questions a good mentor asks, one at a time, alone or with somebody beside you. "
    "At the end you choose what of it goes into your plan."
)
_LEFT, _SETS, _OPEN, _EARLIER = "Go on", "Begin", "Still open", "Earlier"
_TITLE_CELLS = 38
_DETAIL_CELLS = 34
_COUNT_CELLS = 11
_ROOMY = 90
_MOST_EARLIER = 8


class PairScreen(GrowthScreen):
    """Pair: sessions to go on with, sets to begin, open questions, sessions that were."""

    PLACE = "pair"
    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen: tuple[str, str] | None = None
        """The list and the id of the row with the cursor; None for the first row."""

    def paint(self, page: Page) -> None:
        """What this place is for, then the lists."""
        rows = self._rows()
        chosen = self._place(rows)
        page.label("Pairing")
        page.say(_PROMISE)
        for title in (_LEFT, _SETS, _OPEN, _EARLIER):
            numbered = [(place, row) for place, (group, row) in enumerate(rows) if group == title]
            if not numbered:
                continue
            page.gap()
            with page.framed(title, is_focused=rows[chosen][0] == title) as inner:
                title_cells = min(_TITLE_CELLS, inner.width // 2 + 2)
                if title == _OPEN:  # a question is longer than the name of a set, and has little beside it
                    title_cells = inner.width - _DETAIL_CELLS
                for place, row in numbered:
                    self._paint_row(inner, place, row, title_cells, is_chosen=place == chosen)

    def _paint_row(self, page: Page, place: int, row: StartRow, title: int, *, is_chosen: bool) -> None:
        if is_chosen:
            page.mark()
        count = _COUNT_CELLS if page.width >= _ROOMY and row.count else 0
        detail = page.width - title - count - 3
        more = page.glyphs.more
        cells = Content.assemble(
            fill(words(row.title, STRONG if is_chosen else OWN), title, more),
            "  ",
            fill(words(page.glyphs.say(row.detail), MUTED), detail, more),
            " ",
            fill(words(row.count, MUTED), count, more),
        )
        page.add(runs(cells, f"pick({place})"))

    def action_move(self, step: int) -> None:
        """Put the cursor on another row."""
        self.action_pick(self._place(self._rows()) + step)

    def action_pick(self, place: int) -> None:
        """Put the cursor on a row by its place."""
        rows = self._rows()
        group, row = rows[min(max(place, 0), len(rows) - 1)]
        self._chosen = (group, row.id)
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    def action_enter(self) -> None:
        """Open what the cursor is on."""
        group, row = self._at_cursor()
        self._chosen = None if group == _SETS else self._chosen  # the session that is begun is the first row then
        if group == _SETS:
            self.app.push_screen(begin(self.desk, row.id))
        elif group == _LEFT:
            self.app.push_screen(go_on(self.desk, self._left(row.id)))
        elif group == _OPEN:
            self._read(self._open[int(row.id)].session)
        else:
            self._read(self._session(row.id))

    def _read(self, session: Session | None) -> None:
        if session is None:
            self.notify("The session it came from is gone.")
            return
        try:
            self.app.push_screen(look_back(self.desk, session))
        except GrowthError as error:
            self.notify(str(error), severity="warning")

    def action_drop(self) -> None:
        """Put the session, or the question to ask others, under the cursor into the trash."""
        group, row = self._at_cursor()
        if group == _SETS:
            self.notify("A set of questions stays.")
        elif group == _OPEN:
            self._drop_question(self._open[int(row.id)])
        else:
            self._drop_session(self._left(row.id).session if group == _LEFT else self._session(row.id))

    def _drop_session(self, session: Session) -> None:
        sessions, drafts = self.desk.journal.sessions, self.desk.drafts

        def call() -> str:
            sessions.drop(session)
            return "The session is in the trash."

        self.app.post_message(Change(call, partial(drafts.drop, place_of(session))))

    def _drop_question(self, question: OpenQuestion) -> None:
        survey, sessions = question.survey, self.desk.journal.sessions
        if survey is None:
            self.notify("The next session of its set asks it again.")
            return

        def call() -> str:
            sessions.drop_question(survey)
            return "The question is in the trash."

        self.app.post_message(Change(call))

    @property
    def _open(self) -> tuple[OpenQuestion, ...]:
        return open_questions(self.desk.snapshot, self.desk.journal.sessions.sets(), self.desk.today)

    def _rows(self) -> list[tuple[str, StartRow]]:
        """All rows with the list they stand in."""
        sessions, snapshot, today = self.desk.journal.sessions, self.desk.snapshot, self.desk.today
        sets = sessions.sets()
        left = left_rows(sessions.unfinished(self.desk.drafts.waiting, snapshot=snapshot), sets, snapshot, today)
        earlier = earlier_rows(snapshot, sets, today)[:_MOST_EARLIER]
        waiting = open_rows(self._open)
        groups = ((_LEFT, left), (_SETS, set_rows(sets)), (_OPEN, waiting), (_EARLIER, earlier))
        return [(group, row) for group, rows in groups for row in rows]

    def _at_cursor(self) -> tuple[str, StartRow]:
        rows = self._rows()
        return rows[self._place(rows)]

    def _place(self, rows: list[tuple[str, StartRow]]) -> int:
        places = (place for place, (group, row) in enumerate(rows) if (group, row.id) == self._chosen)
        return next(places, 0)

    def _left(self, session_id: str) -> LeftSession:
        unfinished = self.desk.journal.sessions.unfinished(self.desk.drafts.waiting, snapshot=self.desk.snapshot)
        return next(one for one in unfinished if one.session.id == session_id)

    def _session(self, session_id: str) -> Session:
        return next(session for session in self.desk.snapshot.sessions if session.id == session_id)
