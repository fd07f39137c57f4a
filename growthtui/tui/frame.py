"""The app: seven places, sheets on top of them, one way in for every change of the journal."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import ClassVar

from textual import constants, events
from textual.app import App
from textual.content import Content
from textual.notifications import SeverityLevel
from textual.screen import Screen

from growthtui.errors import GrowthError
from growthtui.journal.journal import Journal
from growthtui.present.top import TABS
from growthtui.settings import Settings
from growthtui.tui import themes, toolkit
from growthtui.tui.commands import EVERYWHERE, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.keyboard import Keyboard
from growthtui.tui.messages import Change, JournalChanged, ShowWeek
from growthtui.tui.paint import key_hint, safe
from growthtui.tui.places import open_draft, open_place, open_sheet
from growthtui.tui.screens.base import Commanded, ShowsWeeks
from growthtui.tui.widgets import scroll_bar

SMALLEST = (60, 20)
_ALWAYS = ("help", "small", "trouble")
_PREFIX = "ctrl+g "
LOOK_EVERY = 1.0
"""Seconds between two looks for a change from outside."""


class GrowthApp(App[None]):
    """The full-screen front end of one journal.

    Args:
        journal: the journal; it may not exist yet, or be unreadable.
        settings: theme, signs and editor; an unknown theme gives the default.
        place: where it begins, Home if left out.
        opens: makes what lies over that place at first.
    """

    TITLE = "growthtui"
    CSS_PATH: ClassVar = [
        "styles/frame.tcss",
        "styles/forms.tcss",
        "styles/welcome.tcss",
        "styles/packet.tcss",
        "styles/pair.tcss",
        "styles/plan.tcss",
    ]
    BINDINGS = bindings(EVERYWHERE)
    DEFAULT_MODE = TABS[0].name
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 4.0

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        *,
        place: str = "",
        opens: Callable[[Desk], Screen[None]] | None = None,
    ) -> None:
        themes.install()
        scroll_bar.install(is_ascii=settings.ascii)
        super().__init__()
        self.animation_level = "none"
        wanted = settings.theme if settings.theme in self.available_themes else themes.DUSK.name
        if wanted != constants.DEFAULT_THEME:
            self.theme = wanted
        self.desk = Desk(journal, settings, self._draft_failed)
        self._keyboard = Keyboard(self, super().on_event)
        self._start = (place, opens)
        for tab in TABS:
            self.add_mode(tab.name, partial(self._open_place, tab.name))

    # starting and ending

    def on_mount(self) -> None:
        """Look for changes from outside; a closed terminal is a clean end."""
        self.set_interval(LOOK_EVERY, self._look)
        if not self.desk.is_readable:
            self.action_open("trouble")
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.exit)
            loop.add_signal_handler(signal.SIGHUP, toolkit.hang_up, self)

    def on_ready(self) -> None:
        """Everything is drawn: garbage may be collected again. Tell what was found, go where the app is to begin."""
        if not gc.isenabled():
            gc.enable()
            gc.freeze()
        for problem in self.desk.settings.problems:
            self.notify(problem, severity="warning")
        if (theme := self.desk.settings.theme) and theme not in self.available_themes:
            self.notify(
                f"There is no theme {theme!r}: {self.theme} is shown. The key , has them all.", severity="warning"
            )
        self._redraw()
        place, opens = self._start
        if place:
            self.action_go(place)
        if opens is not None and self.desk.is_readable:
            self.push_screen(opens(self.desk))

    def _fatal_error(self) -> None:
        """A crash: no traceback on the screen, it would show private text."""
        sentence = "growthtui had to stop. Your journal is as it was saved last; what you typed is kept as a draft."
        note = self.desk.journal.state / "crash.txt"
        if toolkit.note_crash(sys.exception(), note):
            sentence = f"{sentence}\nWhere it happened stands in {note}, without any of your words."
        toolkit.end_without_traceback(self, sentence)

    def on_resize(self, event: events.Resize) -> None:
        """Ask for more room where nothing can be shown."""
        is_small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if is_small and self.screen.id != "small":
            self.action_open("small")
        elif not is_small and self.screen.id == "small":
            self.pop_screen()
            self._redraw()

    # keys

    async def on_event(self, event: events.Event) -> None:
        """Keys take their turn; everything else goes its way."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keyboard.take(event)
        else:
            await super().on_event(event)

    async def on_screen_ready(self) -> None:
        """A screen can be typed into now."""
        await self._keyboard.go_on()

    def action_prefix(self) -> None:
        """Take the next key as a command."""
        screen = self.screen
        if isinstance(screen, Commanded):
            self._keyboard.is_prefixed = True
            own = [
                (command.hint.removeprefix(_PREFIX), command.label)
                for command in screen.commands
                if command.label and command.hint.startswith(_PREFIX)
            ]
            usual = [("1–7", "places"), ("?", "help"), ("u", "undo"), ("escape", "never mind")]
            hints = [*own, ("?", "help")] if own else usual
            say = self.desk.glyphs.say
            screen.notice(Content("   ").join([key_hint(say(key), label) for key, label in hints]))

    # going places

    def action_go(self, name: str) -> None:
        """Show one of the seven places; what lies over the present one is closed, what was typed is kept."""
        if self.desk.is_readable:
            self._close_sheets()
            self.switch_mode(name)

    def _open_place(self, name: str) -> Screen[None]:
        screen = open_place(name, self.desk)
        toolkit.takes_styles_as_they_are(self, screen)
        return screen

    def on_show_week(self, message: ShowWeek) -> None:
        """Show a week, whatever is shown now."""
        self.action_go("week")
        if isinstance(self.screen, ShowsWeeks):
            self.screen.show_week(message.week, message.line)

    def action_copy(self) -> None:
        """Copy what is marked with the mouse, through the terminal (OSC 52); a stray y says nothing."""
        marked = self.screen.get_selected_text()
        if marked:
            self.copy_to_clipboard(marked)
            self.notify("Copied.")

    async def action_back(self) -> None:
        """Close what lies on top, or go Home."""
        if len(self.screen_stack) > 1:
            self._leave_sheet()
        else:
            self.action_go(TABS[0].name)

    def action_continue_draft(self) -> None:
        """Open what the newest draft was typed into."""
        forms = (open_draft(draft, self.desk) for draft in self.desk.drafts.waiting)
        form = next(filter(None, forms), None)
        if form is not None:
            self.push_screen(form)

    def action_open(self, name: str) -> None:
        """Open something over the present screen, where there is room: `places.open_sheet` knows the names."""
        if self.screen.id == "small":
            return
        if self.desk.is_readable or name in _ALWAYS:
            try:
                sheet = open_sheet(name, self.desk, self.screen)
            except GrowthError as error:  # the state folder cannot be read
                self.notify(str(error), severity="warning")
                return
            if (type(sheet), sheet.title) != (type(self.screen), self.screen.title):
                self.push_screen(sheet)

    def _close_sheets(self) -> None:
        while len(self.screen_stack) > 1:
            self._leave_sheet()

    def _leave_sheet(self) -> None:
        if isinstance(self.screen, Commanded):
            self.screen.leaving()
        self.pop_screen()

    # changing the journal

    async def on_change(self, message: Change) -> None:
        """Carry out a change without keeping the keys waiting."""
        self.run_worker(self._finish(message, self.desk.begin(message.call)), group="save")

    def action_undo(self) -> None:
        """Take back the last step of any front end."""
        self.post_message(Change(lambda: f"Undone: {self.desk.journal.undo.undo().label}"))

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.post_message(Change(lambda: f"Done again: {self.desk.journal.undo.redo().label}"))

    async def _finish(self, message: Change, running: Future[str]) -> None:
        try:
            said = await self.desk.finish(running)
        except GrowthError as error:
            self.notify(str(error), severity="warning")
            if message.failed is not None:
                message.failed(str(error))
        else:
            if said:
                self.notify(said)
            if message.done is not None:
                message.done()
        self._redraw()

    async def _look(self) -> None:
        """Take over what another program saved, and the new day after midnight."""
        is_new = self.desk.journal.has_changed_on_disk() and await self.desk.look_again()
        if self.desk.has_new_day() or is_new:
            self._redraw()

    def _redraw(self) -> None:
        for warning in self.desk.journal.take_warnings():
            self.notify(warning, severity="warning")
        if not self.desk.is_readable and self.screen.id != "trouble":
            self.action_open("trouble")
        for screen in self.screen_stack:
            screen.post_message(JournalChanged())

    # telling

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - the toolkit's signature
    ) -> None:
        """A toast of this or any screen; the words may be anybody's: they are never markup, and no terminal obeys them.

        It takes the place of the news before; a warning stays its time.
        """
        toolkit.forget_news(self)
        super().notify(safe(message), title=title, severity=severity, timeout=timeout, markup=False)

    def _draft_failed(self, error: OSError) -> None:
        sentence = f"What you type cannot be kept as a draft: {error.strerror or error}. Save it soon."
        self.call_from_thread(self.notify, sentence, severity="warning")
