"""The vocabulary of the plan as a document: its views, the parts that rows stand for, rows and groups of rows."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from growthtui.domain.plan import ActionStatus, FocusStatus, GoalStatus


class View(StrEnum):
    """One way to look at the plan."""

    NORTH_STAR = "north-star"
    GOALS = "goals"
    FOCUS = "focus"


class Part(StrEnum):
    """What a row stands for."""

    NORTH_STAR = "north-star"
    WORDING = "wording"
    """An earlier north star."""
    PRINCIPLE = "principle"
    PLAN = "plan"
    EARLIER_PLAN = "earlier-plan"
    GOAL = "goal"
    MEASURE = "measure"
    ASK = "ask"
    FOCUS = "focus"
    ACTION = "action"
    CHECKIN = "checkin"


class Sign(StrEnum):
    """The sign before a row; its words say the same."""

    NONE = ""
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


_OURS = frozenset(("status", "this turn", "done", "stands at", "in force", "time", "cycles before"))
"""Labels above words that we put together; those of a person are shown letter for letter."""


@dataclass(frozen=True, slots=True)
class Note:
    """A label of ours, and words under it."""

    label: str
    text: str

    @property
    def is_ours(self) -> bool:
        """Whether the words are ours, too."""
        return self.label in _OURS


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a comparison: in both texts (""), only in the earlier ("-") or only in the later one ("+")."""

    change: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One row that the cursor can stand on.

    Attributes:
        part: what it stands for.
        id: the id of its record; for a measure or an ask that of its goal, for a wording that of its plan. "" means
            that there is nothing yet: then `text` is our hint.
        owner: the id of what it belongs to: the focus point of an action.
        index: the place of a measure, an ask or a wording in its record.
        text: the person's words.
        tag: a word of ours before them, such as the kind of a goal.
        side: words of ours beside them.
        sign: the sign before them.
        number: the number of a focus point, 0 for everything else.
        notes: what is shown below them.
        runs: the comparison of a wording with the one after it.
        state: the status of its record.
        is_current: whether it is the current goal.
        depth: how far it is moved in.
        is_over: done, dropped, parked or closed: it steps back.
    """

    part: Part
    id: str = ""
    owner: str = ""
    index: int = 0
    text: str
    tag: str = ""
    side: str = ""
    sign: Sign = Sign.NONE
    number: int = 0
    notes: tuple[Note, ...] = ()
    runs: tuple[Run, ...] = ()
    state: GoalStatus | FocusStatus | ActionStatus | None = None
    is_current: bool = False
    depth: int = 0
    is_over: bool = False

    @property
    def is_hint(self) -> bool:
        """Whether it only says what could be here."""
        return not self.id

    @property
    def key(self) -> tuple[Part, str, int]:
        """What tells it from every other row of the plan."""
        return (self.part, self.id or self.owner, self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together: under a label, or in a frame.

    `head` is a row whose words stand in the frame itself; `foot` are words of ours in its lower edge.
    """

    label: str = ""
    head: PlanRow | None = None
    rows: tuple[PlanRow, ...] = ()
    foot: str = ""
    is_framed: bool = False

    @property
    def all_rows(self) -> tuple[PlanRow, ...]:
        """Its rows in walking order."""
        return self.rows if self.head is None else (self.head, *self.rows)


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """One view of the plan. `status` says where its time stands; `over` is a sentence once its horizon is over."""

    view: View
    groups: tuple[Group, ...] = ()
    status: str = ""
    over: str = ""

    @cached_property
    def rows(self) -> tuple[PlanRow, ...]:
        """All rows in walking order."""
        return tuple(row for group in self.groups for row in group.all_rows)
