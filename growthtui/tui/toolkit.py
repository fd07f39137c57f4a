"""What leans on parts of Textual that are not public: one place, one test each, so an upgrade fails loudly."""

import io
import traceback
from pathlib import Path

from rich.segment import Segment, Segments
from textual.app import App, ReturnType
from textual.drivers._writer_thread import WriterThread
from textual.screen import Screen


def takes_styles_as_they_are(app: App[ReturnType], screen: Screen[None]) -> None:
    """Keep Textual from parsing all styles anew for the first visit to a mode: a screen mounted now has the newest."""
    screen._css_update_count = app._css_update_count  # noqa: SLF001 - what the first visit compares


def forget_news(app: App[ReturnType]) -> None:
    """Take away the toasts that are no warnings."""
    for toast in tuple(app._notifications):  # noqa: SLF001 - the public way takes the warnings, too
        if toast.severity == "information":
            app._unnotify(toast, refresh=False)  # noqa: SLF001 - the same


def end_without_traceback(app: App[ReturnType], sentence: str) -> None:
    """End a crashed app with a sentence. Textual's own way prints local variables, which hold private text."""
    app._exit_renderables.append(Segments([Segment(f"{sentence}\n")]))  # noqa: SLF001 - no public way to replace it
    app._close_messages_no_wait()  # noqa: SLF001 - what Textual does after its traceback


class _Nowhere(WriterThread):
    """Takes what would be written, and never waits."""

    def write(self, text: str) -> None:
        """Forget it."""

    def stop(self) -> None:
        """Nothing to end."""


def hang_up(app: App[ReturnType]) -> None:
    """End an app whose terminal is gone, and write to it no more.

    Textual's writing thread ends with the terminal; its queue then fills, and the app would wait for it for ever.
    """
    driver = app._driver  # noqa: SLF001 - no public way to the driver
    if driver is not None and hasattr(driver, "_writer_thread"):
        driver._writer_thread = _Nowhere(io.StringIO())  # noqa: SLF001 - what Textual writes through
    app.exit()


def note_crash(error: BaseException | None, path: Path) -> bool:
    """Write where an error came from into a private file; False when that fails.

    Files, lines, functions and types; neither messages nor values, which may hold private text.
    """
    lines = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        lines += [*(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames), type(error).__name__]
        error = error.__cause__ or error.__context__
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    except OSError:
        return False
    return True
