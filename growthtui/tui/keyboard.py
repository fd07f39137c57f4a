"""Keys in the order in which they were pressed, however fast they come.

Textual hands a key to the widget with the focus, or runs a priority binding at once: keys typed before it may still
wait in the widget, and keys typed after it may reach a screen that is not there yet. Saving would take half a text,
or a letter meant for a form would be taken for a command. So keys wait here while one of them opens or saves something.
"""

from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from growthtui.tui.commands import Command
from growthtui.tui.screens.base import Commanded

Typed = events.Key | events.Paste


class Keyboard:
    """What the app does with keys.

    Args:
        app: the app.
        forward: hands an event to Textual.
    """

    def __init__(self, app: App[None], forward: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._forward = forward
        self._held: deque[Typed] = deque()
        self._busy_with: Widget | None = None
        self._is_letting_through = False
        self.is_prefixed = False
        """Whether the next key is a command, whatever has the focus."""

    async def take(self, event: Typed) -> None:
        """A key was pressed, or a text pasted."""
        self._held.append(event)
        await self.go_on()

    async def go_on(self) -> None:
        """Hand on what is held, as far as nothing has to be waited for."""
        if self._is_letting_through:
            return
        self._is_letting_through = True
        try:
            while self._held and not self._must_wait:
                event = self._held.popleft()
                if not (isinstance(event, events.Key) and await self._is_run(event.key)):
                    await self._forward(event)
        finally:
            self._is_letting_through = False

    @property
    def _must_wait(self) -> bool:
        """Whether a command waits for the keys before it, or the screen on top is still being put together."""
        if self._busy_with is not None and self._busy_with.is_attached:
            return True
        screen = self._top
        return isinstance(screen, Commanded) and not screen.is_ready

    @property
    def _top(self) -> Screen[object] | None:
        stack = self._app.screen_stack
        return stack[-1] if stack else None

    async def _is_run(self, key: str) -> bool:
        """Run the command of a key, if it has one that is not for the widget with the focus to decide about."""
        screen = self._top
        if not isinstance(screen, Commanded):
            return False
        commands = [command for command in screen.commands if key in command.names]
        if self.is_prefixed:
            self.is_prefixed = False
            screen.notice(None)
            await self._after_the_keys_before([] if key == "escape" else commands[:1], screen)
            return True
        if self._app.focused is None:
            return await self._run_first(commands, screen)
        own = [command for command in commands if command.is_priority and not command.action.startswith("app.")]
        if own:
            await self._after_the_keys_before(own, screen)
        return bool(own)

    async def _after_the_keys_before(self, commands: list[Command], screen: Commanded) -> None:
        """Run a command once the widget with the focus has worked off the keys it was given."""
        widget = self._app.focused
        if widget is None:
            await self._run_first(commands, screen)
            return

        async def run() -> None:
            try:
                await self._run_first(commands, screen)
            finally:
                self._busy_with = None
            await self.go_on()

        self._busy_with = widget
        widget.call_later(run)

    async def _run_first(self, commands: list[Command], screen: Commanded) -> bool:
        for command in commands:
            if await self._app.run_action(command.action, screen):
                return True
        return False
