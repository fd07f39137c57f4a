"""Opening the full-screen app. This module stays light: what is slow to import comes while garbage waits."""

import gc
import os

from growthtui.journal.journal import Journal
from growthtui.settings import Settings

DEFAULT_THEME = "dusk"


def run_app(journal: Journal, settings: Settings) -> int:
    """Run the app until the person leaves; returns the exit code.

    An unreadable journal does not raise: the app says what is wrong and what can be done.
    """
    gc.disable()
    os.environ["TEXTUAL_THEME"] = settings.theme or DEFAULT_THEME
    from growthtui.tui.frame import GrowthApp

    app = GrowthApp(journal, theme=settings.theme, is_ascii=settings.ascii, editor=settings.editor)
    try:
        app.run()
    finally:
        app.desk.close()
    return app.return_code or 0
