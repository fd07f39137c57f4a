"""Parked suggestions: shown only on a yes, one by one, taken or not."""

from growthtui.tui.commands import Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, MUTED, STRONG, key_hint
from growthtui.tui.screens.pair.stage import LEAVE, SessionScreen
from growthtui.tui.wizard.walk import Walk

_YES = Command(action="answer(True)", keys="y", title="Yes", label="yes")
_NO = Command(action="answer(False)", keys="n", title="No", label="no")
_ON = Command(action="on", keys="ctrl+s", title="On, without the rest", label="on")
_BACK = Command(action="back", keys="ctrl+o", title="Back", label="back")
_KEYS = (_YES, _NO, _ON, _BACK, LEAVE)


class AdviceScreen(SessionScreen):
    """Pair, what was parked: first whether it is wanted, then each suggestion."""

    STAGE = "parked"
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._is_wanted = False

    def on_mount(self) -> None:
        """Go on when nothing is parked."""
        if not self._hidden:
            self.call_later(self.go, "closing")

    @property
    def _hidden(self) -> list[int]:
        advice = self.walk.wizard.session.parked_advice
        return [place for place, one in enumerate(advice) if not one.shown]

    def paint(self, page: Page) -> None:
        """The question, or the first suggestion not shown yet."""
        hidden = self._hidden
        if not hidden:
            return
        if not self._is_wanted:
            is_one = len(hidden) == 1
            parked = "One suggestion is parked" if is_one else f"{len(hidden)} suggestions are parked"
            page.say(f"{parked}. Do you want to hear {'it' if is_one else 'them'}?", STRONG)
            page.gap()
            page.say("It is your choice: what is not shown stays hidden.", MUTED)
        else:
            page.say(f"A suggestion · {len(hidden)} to go", MUTED)
            page.gap()
            with page.edged(DATA) as inner:
                inner.text(self.walk.wizard.session.parked_advice[hidden[0]].text)
            page.gap()
            page.say("Do you take it?", STRONG)
        page.gap()
        page.add(key_hint("y", "yes"), key_hint("n", "no"))

    def action_answer(self, is_yes: bool) -> None:  # noqa: FBT001 - an action has its arguments by place
        """Hear them, or not; take one, or not."""
        if not self._is_wanted and not is_yes:
            self.go("closing")
            return
        if not self._is_wanted:
            self._is_wanted = True
        else:
            self.walk.step(self.walk.wizard.show_advice(self._hidden[0], taken=is_yes))
        if self._hidden:
            self.redraw()
        else:
            self.go("closing")

    def action_on(self) -> None:
        """On, without the rest."""
        self.go("closing")

    def action_back(self) -> None:
        """Back to what came before."""
        self.go("offers" if len(self.walk.decisions) else "read_back")
