"""Opening the full-screen app. This module stays light: what is slow to import comes while garbage waits."""

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from growthtui.journal.journal import Journal
from growthtui.settings import Settings

if TYPE_CHECKING:
    from textual.screen import Screen

    from growthtui.tui.desk import Desk

DEFAULT_THEME = "dusk"


def run_app(
    journal: Journal, settings: Settings, *, place: str = "", opens: "Callable[[Desk], Screen[None]] | None" = None
) -> int:
    """Run the app until the person leaves; returns the exit code.

    `place` is where it begins, Home if left out; `opens` makes what lies over it then.
    An unreadable journal does not raise: the app says what is wrong and what can be done.
    """
    gc.disable()
    os.environ["TEXTUAL_THEME"] = settings.theme or DEFAULT_THEME
    from growthtui.tui.frame import GrowthApp

    app = GrowthApp(journal, settings, place=place, opens=opens)
    try:
        app.run()
    finally:
        app.desk.close()
    return app.return_code or 0
