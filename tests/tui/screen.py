"""The screen of a running app as text, and waiting for conditions instead of for time."""

import asyncio
import io
from collections.abc import Callable
from time import monotonic

from rich.console import Console
from textual.app import App
from textual.pilot import Pilot


def screen_text(app: App[None]) -> str:
    """What is on the screen, modals included; drawn as App.export_screenshot draws it."""
    width, height = app.size
    console = Console(
        width=width,
        height=height,
        file=io.StringIO(),
        record=True,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        safe_box=False,
    )
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    console.print(update)
    return "\n".join(line.rstrip() for line in console.export_text().splitlines()) + "\n"


async def wait_for(condition: Callable[[], bool], pilot: Pilot[None], seconds: float = 5.0) -> None:
    """Let the app work until `condition` holds; AssertionError when it never does."""
    deadline = monotonic() + seconds
    while not condition():
        assert monotonic() < deadline, f"never so within {seconds} s\n{screen_text(pilot.app)}"
        await pilot.pause(0)
        await asyncio.sleep(0.002)
