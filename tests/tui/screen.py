"""The app in a test: opening it, its screen as text, goldens, waiting for conditions instead of for time."""

import asyncio
import io
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from rich.console import Console
from textual.app import App
from textual.pilot import Pilot

from growthtui.journal.journal import Journal
from growthtui.settings import Settings
from growthtui.tui.frame import GrowthApp

SIZES = ((80, 24), (120, 36))
GOLDENS = Path(__file__).parent.parent / "golden" / "screens"
_UPDATE = "GROWTHTUI_UPDATE_GOLDENS"
_MADE_WITH = "8.2.8"


def settings_for(journal: Journal, *, theme: str = "", ascii: bool = False, editor: str = "") -> Settings:  # noqa: A002 - the setting's name
    """Settings with their file and state beside the journal."""
    folder = journal.path.parent
    return Settings(
        journal=journal.path,
        theme=theme,
        ascii=ascii,
        editor=editor,
        config=folder / "config.toml",
        state=folder / "state",
    )


@asynccontextmanager
async def opened(
    journal: Journal, size: tuple[int, int] = SIZES[0], settings: Settings | None = None
) -> AsyncIterator[Pilot[None]]:
    """The app on a journal; what was being saved is saved when the block ends."""
    app = GrowthApp(journal, settings or settings_for(journal))
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield pilot
    finally:
        app.desk.close()


def app_of(pilot: Pilot[None]) -> GrowthApp:
    """The app behind a pilot."""
    assert isinstance(pilot.app, GrowthApp)
    return pilot.app


async def settled(pilot: Pilot[None]) -> None:
    """Let saves end and what they changed be drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each with its changes done and drawn."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def wait_for(condition: Callable[[], bool], pilot: Pilot[None], seconds: float = 10.0) -> None:
    """Let the app work until `condition` holds; AssertionError when it never does."""
    deadline = monotonic() + seconds
    while not condition():
        assert monotonic() < deadline, f"never so within {seconds} s\n{screen_text(pilot.app)}"
        await pilot.pause(0)
        await asyncio.sleep(0)


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


def toasts(pilot: Pilot[None]) -> str:
    """What the toasts say, which the screen may break anywhere."""
    return "\n".join(note.message for note in pilot.app._notifications)


def check_golden(name: str, found: str) -> None:
    """Compare with the file of that name in `tests/golden/screens`; GROWTHTUI_UPDATE_GOLDENS=1 writes it anew."""
    path = GOLDENS / name
    if os.environ.get(_UPDATE):
        assert version("textual") == _MADE_WITH, f"goldens are made with Textual {_MADE_WITH}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.exists(), f"there is no golden {name}; look at the screen, then set {_UPDATE}=1\n{found}"
    assert found == path.read_text(encoding="utf-8"), f"{name} has changed; if it should, set {_UPDATE}=1"


def check_screen(name: str, pilot: Pilot[None]) -> None:
    """Compare the screen as text with its golden."""
    width, height = pilot.app.size
    check_golden(f"{name}-{width}x{height}.txt", screen_text(pilot.app))
