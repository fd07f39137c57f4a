"""The first run: what this is, and four ways to begin."""

from growthtui.tui.desk import Desk
from growthtui.tui.screens.base import Sheet


def open_way(name: str, desk: Desk) -> Sheet:
    """The sheet of a way to begin: import, template or sample."""
    if name == "import":
        from growthtui.tui.screens.welcome.take_in import ImportSheet

        return ImportSheet(desk)
    from growthtui.tui.screens.welcome.pick import SampleSheet, TemplateSheet

    return TemplateSheet(desk) if name == "template" else SampleSheet(desk)
