"""The journal as the front ends see it: one object, one attribute for each concern."""

from pathlib import Path

from growthtui.clock import Clock
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.journal.actions import Actions
from growthtui.journal.asks import Asks
from growthtui.journal.checkins import Checkins
from growthtui.journal.drafts import Drafts
from growthtui.journal.events import Events
from growthtui.journal.feedback_log import FeedbackLog
from growthtui.journal.focus import FocusPoints
from growthtui.journal.goals import Goals
from growthtui.journal.ledger import Ledger
from growthtui.journal.log import LogBook
from growthtui.journal.measures import Measures
from growthtui.journal.people import People
from growthtui.journal.plans import Plans
from growthtui.journal.principles import Principles
from growthtui.journal.reviews import Reviews
from growthtui.journal.search import Search
from growthtui.journal.trash import Trash
from growthtui.journal.undo import Undo
from growthtui.packets.policy import default_visibilities


class Journal:
    """One journal file, open; each concern is an attribute.

    Args:
        path: the journal file; it is made by the first change.
        clock: the source of time.
        state: the folder for kept versions, undo and drafts.
        only_self: the setting that keeps everything private.
        lock_timeout: seconds to wait for another process.
    """

    def __init__(
        self, path: Path, clock: Clock, state: Path, *, only_self: bool = False, lock_timeout: float = 5.0
    ) -> None:
        policy = VisibilityPolicy(default_visibilities(), only_self=only_self)
        self.ledger = Ledger(path, clock, state, policy, lock_timeout)
        self.clock = clock
        self.path = self.ledger.path
        self.state = state
        self.log = LogBook(self.ledger)
        self.undo = Undo(self.ledger)
        self.drafts = Drafts(self.ledger)
        self.search = Search(self.ledger)
        self.trash = Trash(self.ledger)
        self.plans = Plans(self.ledger)
        self.principles = Principles(self.ledger)
        self.goals = Goals(self.ledger)
        self.focus = FocusPoints(self.ledger)
        self.actions = Actions(self.ledger)
        self.checkins = Checkins(self.ledger)
        self.people = People(self.ledger)
        self.measures = Measures(self.ledger)
        self.asks = Asks(self.ledger)
        self.events = Events(self.ledger)
        self.feedback = FeedbackLog(self.ledger)
        self.reviews = Reviews(self.ledger)

    @property
    def exists(self) -> bool:
        """Whether there is a journal file yet."""
        return self.ledger.exists

    @property
    def policy(self) -> VisibilityPolicy:
        """Who may see what by default."""
        return self.ledger.policy

    def snapshot(self) -> Snapshot:
        """The last saved state, immutable."""
        return self.ledger.snapshot()

    def has_changed_on_disk(self) -> bool:
        """Whether another program saved since the last look; one stat."""
        return self.ledger.db.journal_storage.has_changed_on_disk()

    def take_warnings(self) -> tuple[str, ...]:
        """What went wrong beside a save that is done; each is told once."""
        warnings = tuple(self.ledger.db.warnings)
        self.ledger.db.warnings.clear()
        return warnings
