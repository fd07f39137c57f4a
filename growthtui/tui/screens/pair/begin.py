"""Before the first question: with whom, who does what, and what stays between the two."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import TextArea

from growthtui.present.open_questions import open_questions
from growthtui.present.pair import begin_cards, set_rows
from growthtui.present.promise import promised
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.modals.form import Labelled
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, STRONG, fill, words
from growthtui.tui.screens.base import Body, Commanded
from growthtui.tui.screens.pair.opening import stage
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.lines import BottomLine, TopLine
from growthtui.tui.widgets.words_area import WordsArea
from growthtui.tui.wizard.walk import Walk

_KEYS = (
    Command(action="begin", keys="ctrl+s", title="Begin with the first question", label="begin", is_priority=True),
    Command(action="app.back", keys="escape,ctrl+o", title="Back", label="back", is_priority=True),
    Command(action="page(1)", keys="pagedown", title="Read on", in_palette=False, is_priority=True),
    Command(action="page(-1)", keys="pageup", title="Read back", in_palette=False, is_priority=True),
)
_TITLE_CELLS = 15
_MOST_OPEN = 3


class BeginScreen(Commanded):
    """Pair, before the first question: with whom, and who does what.

    Args:
        desk: the desk.
        set_id: the question set.
        name: who sits beside, as far as it is known.
    """

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))
    AUTO_FOCUS = "TextArea"

    def __init__(self, desk: Desk, set_id: str, name: str = "") -> None:
        super().__init__(desk)
        self._questions = next(one for one in desk.journal.sessions.sets() if one.id == set_id)
        self._beside = name

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the field, then those of everywhere."""
        return (*self.KEYS, *EVERYWHERE)

    def compose(self) -> ComposeResult:
        """The set, the field for the name, the cards."""
        yield TopLine(self.desk, "pair")
        with Body(id="body"):
            yield Block(self.desk.glyphs, self._paint_set, id="page")
            field = WordsArea(self._beside, placeholder="a name, or nothing: you alone", sends_on_enter=True, id="name")
            yield Labelled(self.desk, "With", field)
            yield Block(self.desk.glyphs, self._paint_cards, id="cards")
        yield BottomLine(self.desk, self.KEYS)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._beside = " ".join(self.query_one("#name", WordsArea).text.split())
        self.query_one("#cards", Block).repaint()

    @on(WordsArea.Entered)
    def _entered(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        """Show the first question."""
        name = " ".join(self.query_one("#name", WordsArea).text.split())
        sessions = self.desk.journal.sessions
        walk = Walk(self.desk, sessions.begin(self._questions.id, name, snapshot=self.desk.snapshot))
        self.app.switch_screen(stage("question", walk))

    def _paint_set(self, page: Page) -> None:
        (row,) = set_rows((self._questions,))
        page.say(row.title, STRONG)
        page.say(" · ".join(filter(None, (row.count, row.detail))), MUTED)
        page.gap()
        page.say("Who sits before this screen with you?", MUTED)

    def _paint_cards(self, page: Page) -> None:
        promise = promised(self.desk.snapshot, self.desk.journal.sessions.sets(), self.desk.today)
        if promise is not None:
            with page.edged() as inner:
                inner.say(promise.title, MUTED)
                inner.text(promise.words, rows=3)
                if promise.state:
                    inner.say(promise.state, MUTED)
        self._paint_open(page)
        room = page.prose - _TITLE_CELLS
        for title, text in begin_cards(self._questions, self.desk.journal.sessions.roles(), self._beside):
            page.gap()
            name = fill(words(title, MUTED), _TITLE_CELLS - 2, page.glyphs.more)
            for number, line in enumerate(Content(page.glyphs.say(text)).wrap(room)):
                before = name if number == 0 else Content(" " * (_TITLE_CELLS - 2))
                page.add(Content.assemble(before, "  ", line))

    def _paint_open(self, page: Page) -> None:
        """The questions that no session could answer yet."""
        waiting = open_questions(self.desk.snapshot, self.desk.journal.sessions.sets(), self.desk.today)
        if not waiting:
            return
        page.gap()
        with page.edged() as inner:
            inner.say("Questions still open", MUTED)
            for question in waiting[:_MOST_OPEN]:
                inner.text(question.text, rows=1)
            if len(waiting) > _MOST_OPEN:
                inner.say(f"and {len(waiting) - _MOST_OPEN} more: 4 shows them", MUTED)
