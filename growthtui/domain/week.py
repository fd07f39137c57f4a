"""The log: weeks, their lines and the proof that goes with them."""

from datetime import date, datetime
from enum import StrEnum

from growthtui.domain.base import Record, Value, Visibility


class LineKind(StrEnum):
    """What a line tells of."""

    PROGRESS = "progress"
    MILESTONE = "milestone"
    SETBACK = "setback"
    LEARNING = "learning"
    FEEDBACK = "feedback"
    VISIBILITY = "visibility"
    DECISION = "decision"
    REPEAT = "repeat"
    REFLECTION = "reflection"


class WeekState(StrEnum):
    """State of a week. Only `paused` is stored, the others are derived (domain 4.4)."""

    LOGGED = "logged"
    CAUGHT_UP = "caught_up"
    PAUSED = "paused"
    MISSED = "missed"
    OPEN = "open"
    """Nothing yet, and not over: the current week."""


class CarriedStep(Value, frozen=True, kw_only=True):
    """What became of a step of an earlier week."""

    id: str
    state: str
    note: str = ""


class NextStep(Value, frozen=True, kw_only=True):
    """One step for the coming week; `carries` counts how often it was taken along."""

    id: str
    text: str
    if_then: str = ""
    carries: int = 0
    confidence: int | None = None


class Block(Value, frozen=True, kw_only=True):
    """What held the person back."""

    cause: str = ""
    text: str = ""


class Week(Record, frozen=True, kw_only=True):
    """One ISO week. `id` and `week` are the same text ("2026-W48"); `saved_at` keeps its own offset."""

    week: str
    state: WeekState | None = None
    reason: str = ""
    saved_at: datetime | None = None
    minutes: int | None = None
    energy: int | None = None
    confidence: int | None = None
    carried: tuple[CarriedStep, ...] = ()
    next: tuple[NextStep, ...] = ()
    block: Block | None = None
    known_by: tuple[str, ...] = ()
    private: str = ""
    covers: tuple[str, ...] = ()
    covered_by: str = ""

    @property
    def is_paused(self) -> bool:
        """Whether the person set this week aside."""
        return self.state is WeekState.PAUSED


class Line(Record, frozen=True, kw_only=True, rename={"with_": "with"}):
    """One line of a week: the unit of the log."""

    week: str
    text: str
    kind: LineKind = LineKind.PROGRESS
    kind_given: str = ""
    focus: str | None = None
    action: str | None = None
    evidence: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    visibility: Visibility | None = None


class Evidence(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Proof that somebody else can check: a link, a number, a quote, a note."""

    kind: str = "note"
    text: str = ""
    url: str = ""
    focus: str | None = None
    before: int | float | str | None = None
    after: int | float | str | None = None
    unit: str = ""
    from_: str = ""
    shareable: bool | None = None
    on: date | None = None
    visibility: Visibility | None = None
