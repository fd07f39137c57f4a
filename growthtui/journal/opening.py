"""From settings and a clock to an open journal: what both front ends do first."""

from growthtui.clock import Clock
from growthtui.journal.journal import Journal
from growthtui.journal.ledger import state_folder
from growthtui.settings import Settings


def open_journal(settings: Settings, clock: Clock) -> Journal:
    """The journal that the settings name, rid of what killed processes left; it is not read yet."""
    journal = Journal(
        settings.journal, clock, state_folder(settings.state, settings.journal), only_self=settings.only_self
    )
    journal.ledger.db.sweep()
    return journal
