"""The asker's panel: who asks, why, and what to ask next. It is for the one who asks, and judges no answer."""

from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from growthtui.present.glyphs import Glyphs
from growthtui.present.pair import Panel, ProbeRow
from growthtui.tui.commands import Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, DATA, MUTED, OWN, STRONG, key_hint, wrap
from growthtui.tui.screens.base import Body
from growthtui.tui.widgets.block import Block, runs

KEYS = (
    Command(action="use", keys="enter", title="Note this probe as asked", label="asked", in_palette=False),
    Command(action="move(1)", keys="down,j", title="The next probe", label="choose", in_palette=False),
    Command(action="move(-1)", keys="up,k", title="The probe before", in_palette=False),
)
_INDENT = 2
_ROWS_OF_A_PROBE = 4


class AskerPanel(Block, can_focus=True):
    """Why we ask, and the probes with those marked that were used."""

    BINDINGS = bindings(KEYS)

    class Used(Message):
        """A probe was asked."""

        def __init__(self, probe: str) -> None:
            super().__init__()
            self.probe = probe

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(glyphs, self._paint, id=id)
        self._panel = Panel("", "", (), "")
        self._chosen = 0

    def show(self, panel: Panel) -> None:
        """Show the panel of a question; the mark goes to the suggested probe, else to the first one not used."""
        if panel != self._panel:
            is_same_question = [row.text for row in panel.probes] == [row.text for row in self._panel.probes]
            self._panel = panel
            if not is_same_question or self._is_used(self._chosen):
                free = [place for place, row in enumerate(panel.probes) if not row.is_used]
                self._chosen = next((place for place in free if panel.probes[place].is_suggested), (free or [0])[0])
            self.repaint()

    @property
    def chosen_probe(self) -> str:
        """The marked probe, or "" when the question has none."""
        return self._panel.probes[self._chosen].text if self._panel.probes else ""

    def action_move(self, step: int) -> None:
        """Mark another probe, and keep it in sight; beyond the last one scroll to what stands below."""
        last = max(0, len(self._panel.probes) - 1)
        wanted = self._chosen + step
        self._chosen = min(max(wanted, 0), last)
        self.repaint()
        if wanted == self._chosen:
            self.call_after_refresh(self._keep_in_sight)
        elif isinstance(self.parent, Body):
            self.parent.scroll_relative(y=step, animate=False)

    def _keep_in_sight(self) -> None:
        if isinstance(self.parent, Body) and self.cursor is not None:
            region = Region(0, max(0, self.cursor - 1), 1, _ROWS_OF_A_PROBE + 2)
            self.parent.scroll_to_region(region, animate=False, immediate=True)

    def action_use(self) -> None:
        """Note the marked probe as asked."""
        if self.chosen_probe:
            self.post_message(self.Used(self.chosen_probe))

    def action_use_at(self, place: int) -> None:
        """Note a probe as asked by its place."""
        self._chosen = place
        self.action_use()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Show whether the keys are for it."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def _is_used(self, place: int) -> bool:
        return place >= len(self._panel.probes) or self._panel.probes[place].is_used

    def _paint(self, page: Page) -> None:
        panel = self._panel
        page.text(f"For {panel.name}", f"bold {DATA}", rows=2)
        page.say("Ask, do not guide.", MUTED)
        if panel.why:
            page.gap()
            page.label("Why we ask")
            page.say(panel.why)
        if panel.probes:
            page.gap()
            is_any = any(row.is_suggested for row in panel.probes)
            hint = Content.styled(f"   {page.glyphs.chosen} worth asking now" if is_any else "", DATA)
            page.add(Content.styled("Probes", MUTED) + hint)
        for place, row in enumerate(panel.probes):
            if place:
                page.gap()
            self._paint_probe(page, place, row)
        if panel.note:
            page.gap()
            page.say(panel.note, MUTED)
        self._paint_listening(page)
        page.gap()
        page.add(runs(key_hint("ctrl+g p", "park a suggestion"), "screen.park"))

    def _paint_listening(self, page: Page) -> None:
        """What a weak answer sounds like; whether this one is one, nobody is told."""
        if self._panel.listen:
            page.gap()
            page.label("Listen for")
        for words in self._panel.listen:
            for number, line in enumerate(Content.styled(page.glyphs.say(words), MUTED).wrap(page.prose - _INDENT)):
                page.add(Content.styled(f"{page.glyphs.dot if number == 0 else ' '} ", MUTED) + line)

    def _paint_probe(self, page: Page, place: int, row: ProbeRow) -> None:
        is_marked = self.has_focus and place == self._chosen
        if is_marked:
            page.mark()
        sign = page.glyphs.done if row.is_used else page.glyphs.chosen if row.is_suggested else page.glyphs.probe
        style = MUTED if row.is_used else STRONG if is_marked else OWN
        accent = ACCENT_STRONG if is_marked else ACCENT if row.is_suggested else MUTED
        text = page.glyphs.say(row.text)
        for number, line in enumerate(wrap(text, page.prose - _INDENT, style=style)):
            before = Content.styled(f"{sign} ", accent) if number == 0 else Content(" " * _INDENT)
            page.add(runs(before + line, f"use_at({place})"))
