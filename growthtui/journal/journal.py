"""The journal as the front ends see it: one object, one attribute for each concern."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from growthtui.clock import Clock
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.journal.ledger import Ledger

if TYPE_CHECKING:
    from growthtui.journal.actions import Actions
    from growthtui.journal.asks import Asks
    from growthtui.journal.backups import Backups
    from growthtui.journal.checkins import Checkins
    from growthtui.journal.documents import Documents
    from growthtui.journal.drafts import Drafts
    from growthtui.journal.events import Events
    from growthtui.journal.exports import Exports
    from growthtui.journal.feedback_log import FeedbackLog
    from growthtui.journal.figures import Figures
    from growthtui.journal.findings import Findings
    from growthtui.journal.fixes import Fixes
    from growthtui.journal.focus import FocusPoints
    from growthtui.journal.goals import Goals
    from growthtui.journal.health import HealthCheck
    from growthtui.journal.ideas import Ideas
    from growthtui.journal.imports import Imports
    from growthtui.journal.log import LogBook
    from growthtui.journal.measures import Measures
    from growthtui.journal.paces import Paces
    from growthtui.journal.people import People
    from growthtui.journal.plans import Plans
    from growthtui.journal.principles import Principles
    from growthtui.journal.reviews import Reviews
    from growthtui.journal.search import Search
    from growthtui.journal.sessions import Sessions
    from growthtui.journal.templates import Templates
    from growthtui.journal.trash import Trash
    from growthtui.journal.undo import Undo

C = TypeVar("C")


class Concern(Generic[C]):
    """An attribute of the journal that is imported and made when it is first used: most commands need one or two.

    `place` is the module in this package and the class, which takes the ledger: "goals.Goals".
    """

    def __init__(self, place: str) -> None:
        self._module, _, self._class = place.partition(".")
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, journal: "Journal", owner: type) -> C:
        module = import_module(f"growthtui.journal.{self._module}")
        concern: C = getattr(module, self._class)(journal.ledger)
        vars(journal)[self._name] = concern
        return concern


class Journal:
    """One journal file, open; each concern is an attribute.

    Args:
        path: the journal file; it is made by the first change.
        clock: the source of time.
        state: the folder for kept versions, undo and drafts.
        only_self: the setting that keeps everything private.
        lock_timeout: seconds to wait for another process.
    """

    log: "Concern[LogBook]" = Concern("log.LogBook")
    plans: "Concern[Plans]" = Concern("plans.Plans")
    principles: "Concern[Principles]" = Concern("principles.Principles")
    goals: "Concern[Goals]" = Concern("goals.Goals")
    focus: "Concern[FocusPoints]" = Concern("focus.FocusPoints")
    actions: "Concern[Actions]" = Concern("actions.Actions")
    checkins: "Concern[Checkins]" = Concern("checkins.Checkins")
    people: "Concern[People]" = Concern("people.People")
    measures: "Concern[Measures]" = Concern("measures.Measures")
    asks: "Concern[Asks]" = Concern("asks.Asks")
    findings: "Concern[Findings]" = Concern("findings.Findings")
    fixes: "Concern[Fixes]" = Concern("fixes.Fixes")
    ideas: "Concern[Ideas]" = Concern("ideas.Ideas")
    paces: "Concern[Paces]" = Concern("paces.Paces")
    events: "Concern[Events]" = Concern("events.Events")
    feedback: "Concern[FeedbackLog]" = Concern("feedback_log.FeedbackLog")
    reviews: "Concern[Reviews]" = Concern("reviews.Reviews")
    sessions: "Concern[Sessions]" = Concern("sessions.Sessions")
    imports: "Concern[Imports]" = Concern("imports.Imports")
    templates: "Concern[Templates]" = Concern("templates.Templates")
    documents: "Concern[Documents]" = Concern("documents.Documents")
    exports: "Concern[Exports]" = Concern("exports.Exports")
    figures: "Concern[Figures]" = Concern("figures.Figures")
    search: "Concern[Search]" = Concern("search.Search")
    trash: "Concern[Trash]" = Concern("trash.Trash")
    undo: "Concern[Undo]" = Concern("undo.Undo")
    drafts: "Concern[Drafts]" = Concern("drafts.Drafts")
    backups: "Concern[Backups]" = Concern("backups.Backups")
    health: "Concern[HealthCheck]" = Concern("health.HealthCheck")

    def __init__(
        self, path: Path, clock: Clock, state: Path, *, only_self: bool = False, lock_timeout: float = 5.0
    ) -> None:
        self.ledger = Ledger(path, clock, state, only_self=only_self, lock_timeout=lock_timeout)
        self.clock = clock
        self.path = self.ledger.path
        self.state = state

    @property
    def exists(self) -> bool:
        """Whether there is a journal file yet."""
        return self.ledger.exists

    @property
    def policy(self) -> VisibilityPolicy:
        """Who may see what by default."""
        return self.ledger.policy

    def keep_to_self(self, *, only_self: bool) -> None:
        """Take over the setting that keeps everything private."""
        self.ledger.keep_to_self(only_self=only_self)

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
