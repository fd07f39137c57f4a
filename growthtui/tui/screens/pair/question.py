"""One question a screen: the question large, the answer below, the scale, and the asker's panel beside."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from growthtui.present.pair import READERS, asks_readers, is_private_step, panel_of, scale_words
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, MUTED, STRONG
from growthtui.tui.screens.base import Body
from growthtui.tui.screens.pair.park import ParkSheet
from growthtui.tui.screens.pair.stage import LEAVE, SessionLine, SessionScreen
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.lines import BottomLine
from growthtui.tui.wizard import panel
from growthtui.tui.wizard.answer import AnswerArea
from growthtui.tui.wizard.panel import AskerPanel
from growthtui.tui.wizard.scale import Scale
from growthtui.tui.wizard.time_line import TimeLine
from growthtui.tui.wizard.walk import Walk

_NEXT = Command(action="next", keys="ctrl+s", title="The next question", label="next", is_priority=True)
_BACK = Command(action="previous", keys="ctrl+o", title="The question before", label="back", is_priority=True)
_PANEL = Command(
    action="panel", keys="a", hint="ctrl+g a", title="Asker's panel: show or hide it", label="asker's panel"
)
_WHY = Command(action="panel", keys="a", hint="ctrl+g a", title="Why we ask: unfold or fold it", label="why")
_PARK = Command(action="park", keys="p", hint="ctrl+g p", title="Park a suggestion until the end", label="park")
_ASKED = Command(action="probe", keys="plus", hint="ctrl+g +", title="Note the marked probe as asked", label="asked")
_PROBE = Command(action="probe", keys="plus", hint="ctrl+g +", title="Ask me one more thing", label="a probe")
_REVEAL = Command(
    action="reveal", keys="v", hint="ctrl+g v", title="Show a private answer, or mask it", label="private"
)
_READ = Command(action="read_back", keys="b", hint="ctrl+g b", title="Read back all answers so far", label="read back")
_FIELDS = Command(action="app.focus_next", keys="tab", title="Answer, scale, panel: the next one", in_palette=False)

_FOR_TWO = (_NEXT, _BACK, _PANEL, _PARK, _READ, _ASKED, _REVEAL, LEAVE, _FIELDS)
_ALONE = (_NEXT, _BACK, _PROBE, _WHY, _READ, LEAVE, replace(_PARK, label=""), _FIELDS)
_HIDE = Command(action="panel", keys="a", hint="ctrl+g a", title="Hide the panel", label="hide the panel")
_IN_PANEL = (*panel.KEYS[:2], _HIDE, _PARK, LEAVE)

_PLACEHOLDER = "In your own words. “I do not know yet” is an answer."

WIDE = 100
"""From this width on the panel stands beside the answer."""

_TALL = 22
"""From this height on there is room for the line of the time."""


class QuestionScreen(SessionScreen):
    """Pair, a question: its answer, its scale, the asker's panel."""

    KEYS = _FOR_TWO
    BINDINGS = bindings(_FOR_TWO)
    AUTO_FOCUS = "AnswerArea"

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (_TALL, "-tall")]
        self._step = ""
        """The question that the fields are for."""
        self._readers = 0
        self._is_unfolded = False
        self.set_class(walk.wizard.is_solo, "-alone")

    def compose(self) -> ComposeResult:
        """The answerer's side, the asker's side."""
        glyphs = self.desk.glyphs
        yield SessionLine(self.walk)
        with Horizontal(id="seats"):
            with Vertical(id="answerer"):
                yield Block(glyphs, self.paint, id="question")
                yield TimeLine(self.walk, id="time")
                with Vertical(id="answer"):
                    yield AnswerArea(placeholder=glyphs.say(_PLACEHOLDER), id="words")
                yield Block(glyphs, self._paint_private, id="private")
                yield Choice(glyphs, "Readers", [words for words, _ in READERS], id="readers")
                yield Scale(glyphs, id="scale")
            with Body(id="asker"):
                yield AskerPanel(glyphs, id="panel")
        yield BottomLine(self.desk, self.shown_commands)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the question, for two or for one, then those of everywhere."""
        return (*self._own_keys, *EVERYWHERE)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """The keys of what has the focus."""
        return _IN_PANEL if isinstance(self.focused, AskerPanel) else self._own_keys

    @property
    def _own_keys(self) -> tuple[Command, ...]:
        if self.walk.wizard.is_solo:
            return _ALONE
        return tuple(key for key in _FOR_TWO if key is not _REVEAL or self._is_private)

    def on_mount(self) -> None:
        """Show the question."""
        self._show_question()

    def on_screen_resume(self) -> None:
        """Show the state of the session again."""
        self._show_panel()

    def paint(self, page: Page) -> None:
        """The question; alone also the probes that came up, and why we ask when it is unfolded."""
        wizard = self.walk.wizard
        page.say(wizard.step.question, STRONG)
        if not wizard.is_solo:
            return
        if self._is_unfolded and wizard.step.why:
            page.gap()
            page.say(wizard.step.why, MUTED)
        for probe in wizard.answer.probes:
            page.gap()
            page.say(f"{page.glyphs.probe} {probe}", DATA)

    def _paint_private(self, page: Page) -> None:
        if not self._is_private:
            return
        name = self.walk.name
        if self.query_one(AnswerArea).is_masked:
            page.say(f"Private, and masked while {name} looks on.  ctrl+g v shows it.", MUTED)
        else:
            page.say("Private: for you alone.", MUTED)

    # showing

    def _show_question(self) -> None:
        """Show the question of the wizard, with what was said to it."""
        wizard = self.walk.wizard
        step, answer = wizard.step, wizard.answer
        self._step = step.id
        self._is_unfolded = False
        area = self.query_one(AnswerArea)
        area.replace_all(answer.text)
        area.mask(is_masked=self._is_private and not wizard.is_solo)
        readers = self.query_one("#readers", Choice)
        readers.display = asks_readers(wizard)
        self._readers = next((place for place, (_, who) in enumerate(READERS) if who == answer.visibility), 0)
        readers.chosen = self._readers
        scale = self.query_one(Scale)
        scale.display = bool(step.scale)
        scale.ask(scale_words(step.scale), answer.scale, (answer.scale_min, answer.scale_max))
        self._show_panel()
        self.redraw()
        self.query_one(BottomLine).show(self.shown_commands)
        if not self.has_class("-panel"):
            self.set_focus(area)

    def _show_panel(self) -> None:
        walk = self.walk
        if walk.wizard.is_at_read_back:
            return
        self.query_one(AskerPanel).show(panel_of(walk.wizard, walk.name, walk.suggested_probe))

    @property
    def _is_private(self) -> bool:
        return not self.walk.wizard.is_at_read_back and is_private_step(self.walk.wizard)

    # answering

    @on(TextArea.Changed)
    @on(Scale.Changed)
    @on(Choice.Changed)
    def _answered(self) -> None:
        self._take()

    def _take(self) -> None:
        """Take over what the fields hold, unless the session has gone on from the question they are for."""
        wizard = self.walk.wizard
        if wizard.session.step != self._step:
            return
        words, value = self.query_one(AnswerArea).typed, self.query_one(Scale).value
        readers = self.query_one("#readers", Choice).chosen
        if words != wizard.answer.text:
            wizard = wizard.write(words)
        if value != wizard.answer.scale:
            wizard = wizard.rate(value)
        if readers != self._readers:
            wizard, self._readers = wizard.share(READERS[readers][1]), readers
        if wizard is not self.walk.wizard:
            self.walk.step(wizard)
            self._show_panel()

    @on(AskerPanel.Used)
    def _used(self, message: AskerPanel.Used) -> None:
        self._use(message.probe)

    def _use(self, probe: str) -> None:
        wizard = self.walk.wizard
        if wizard.session.step != self._step or probe in wizard.answer.probes:
            return
        if probe not in wizard.probes_left():
            self.say("That is enough for one question.")
            return
        self.walk.step(wizard.use_probe(probe))
        self._show_panel()
        self.query_one("#question", Block).repaint()

    # what keys do

    def action_next(self) -> None:
        """On to the next question, or to the read-back."""
        self._take()
        self.walk.step(self.walk.wizard.next())
        if self.walk.wizard.is_at_read_back:
            self.go("read_back")
        else:
            self._show_question()

    def action_previous(self) -> None:
        """Back to the question before."""
        self._take()
        if self.walk.wizard.index == 0:
            self.say("This is the first question.")
        self.walk.step(self.walk.wizard.back())
        self._show_question()

    def action_panel(self) -> None:
        """Show or hide the asker's panel: beside the answer, or where there is no room in its place."""
        if self.walk.wizard.is_solo:
            self._is_unfolded = not self._is_unfolded
            self.query_one("#question", Block).repaint()
        elif self.has_class("-wide"):
            self.toggle_class("-no-panel")
        else:
            self.toggle_class("-panel")
            self.set_focus(self.query_one("#panel" if self.has_class("-panel") else "#words"))

    def action_probe(self) -> None:
        """Note the marked probe as asked; alone show the next one."""
        wizard = self.walk.wizard
        if not wizard.step.probes:
            self.say("This question has no probes.")
        elif wizard.is_solo:
            self._use(self.walk.suggested_probe or next(iter(wizard.probes_left()), ""))
        else:
            self._use(self.query_one(AskerPanel).chosen_probe)

    def action_park(self) -> None:
        """Write down a suggestion that stays hidden until the end."""
        self.app.push_screen(ParkSheet(self.walk))

    def action_reveal(self) -> None:
        """Show a private answer, or mask it again."""
        area = self.query_one(AnswerArea)
        if self._is_private and not self.walk.wizard.is_solo:
            area.mask(is_masked=not area.is_masked)
            self.query_one("#private", Block).repaint()
        else:
            self.say("This answer is not masked.")

    def action_read_back(self) -> None:
        """All answers so far."""
        self._take()
        self.go("read_back")

    def leaving(self) -> None:
        """Keep also the letters that were typed last."""
        self._take()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(BottomLine).show(self.shown_commands)
