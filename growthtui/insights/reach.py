"""Who can see a record once its parents have their say, and what stands in the way (domain 5.2).

A record is seen by an audience when its own set holds it and no parent was closed to it by the person: what belongs
to a private focus point is private too. A parent that lacks the audience only by the default of its kind closes
nothing: a line chosen for the panel is for the panel, though focus points are not.
"""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from growthtui.domain.base import Audience, Record, Visibility
from growthtui.domain.people import Feedback, Response
from growthtui.domain.plan import Action, Focus
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy, visibility_key
from growthtui.domain.week import Evidence, Line


class Obstacle(StrEnum):
    """Why an audience does not see something."""

    CHOSEN = "chosen"
    """Its own set leaves the audience out."""
    DEFAULT = "default"
    """The default of its kind leaves the audience out."""
    PARENT = "parent"
    """It belongs to something that is closed to the audience."""
    CONSENT = "consent"
    """Somebody else's words, without their consent."""
    PRIVATE = "private"
    """A private note: it leaves only when asked for."""
    SETTING = "setting"
    """The setting that keeps everything private."""


class Reach:
    """Answers who sees what in one snapshot; `with_private` opens private notes to self."""

    def __init__(self, snapshot: Snapshot, policy: VisibilityPolicy, *, with_private: bool = False) -> None:
        self._policy = policy
        self._with_private = with_private
        self._goals = {goal.id: goal for goal in snapshot.goals}
        self._focus = {focus.id: focus for focus in snapshot.focus}
        self._actions = {action.id: action for action in snapshot.actions}
        self._of_lines: dict[tuple[object, ...], Obstacle | None] = {}
        self._lines_of: dict[str, list[Line]] = defaultdict(list)
        for line in snapshot.lines:
            for proof in line.evidence:
                self._lines_of[proof].append(line)

    def sees(self, audience: Audience, record: Record) -> bool:
        """Whether the audience sees the record."""
        return self.obstacle(audience, record) is None

    def obstacle(self, audience: Audience, record: Record) -> Obstacle | None:
        """What keeps the record from the audience, or None when nothing does."""
        if not isinstance(record, Line):
            return self._obstacle(audience, record)
        alike = (audience, record.kind, record.visibility, record.focus, record.action)
        if alike not in self._of_lines:  # ten years hold thousands of lines, and few that differ in this
            self._of_lines[alike] = self._obstacle(audience, record)
        return self._of_lines[alike]

    def _obstacle(self, audience: Audience, record: Record) -> Obstacle | None:
        stored: Visibility | None = getattr(record, "visibility", None)
        if isinstance(record, Feedback) or _is_quote(record):
            own = self._consent(audience, stored, agreed=bool(getattr(record, "shareable", False)))
        else:
            own = self.of_kind(audience, visibility_key(record), stored)
        if own is not None:
            return own
        return Obstacle.PARENT if self._is_closed_above(audience, record) else None

    def of_kind(self, audience: Audience, key: str, stored: Visibility | None = None) -> Obstacle | None:
        """The same for something without a record of its own (`energy`, `next_step` …)."""
        raw = self._policy.defaults.get(key, (Audience.SELF,)) if stored is None else stored
        if audience is Audience.SELF:
            return None if audience in raw or self._with_private else Obstacle.PRIVATE
        if not raw:
            return Obstacle.PRIVATE
        if self._policy.only_self:
            return Obstacle.SETTING
        if audience in raw:
            return None
        return Obstacle.DEFAULT if stored is None else Obstacle.CHOSEN

    def of_response(self, audience: Audience, response: Response) -> Obstacle | None:
        """The same for an answer to a survey."""
        return self._consent(audience, None, agreed=response.shareable)

    def _consent(self, audience: Audience, stored: Visibility | None, *, agreed: bool) -> Obstacle | None:
        """Words of others go to everybody once they agreed, or to those that the person names."""
        if audience is not Audience.SELF and not agreed:
            return Obstacle.CONSENT
        return self.of_kind(audience, "feedback_received", tuple(Audience) if stored is None else stored)

    def _is_closed_above(self, audience: Audience, record: Record) -> bool:
        if isinstance(record, Evidence) and record.id in self._lines_of:
            return not any(self.sees(audience, line) for line in self._lines_of[record.id])
        return any(self._closes(audience, parent) for parent in self._parents(record))

    def _parents(self, record: Record) -> Iterator[Record | None]:
        match record:
            case Focus(goal=goal):
                yield self._goals.get(goal or "")
            case Action(focus=focus):
                yield self._focus.get(focus)
            case Line(focus=focus, action=action):
                yield self._focus.get(focus or "")
                yield self._actions.get(action or "")
            case Evidence(focus=focus):
                yield self._focus.get(focus or "")

    def _closes(self, audience: Audience, parent: Record | None) -> bool:
        if parent is None:
            return False
        by_choice = self.of_kind(audience, visibility_key(parent), getattr(parent, "visibility", None))
        is_closed = by_choice not in (None, Obstacle.DEFAULT)
        return is_closed or any(self._closes(audience, above) for above in self._parents(parent))


def _is_quote(record: Record) -> bool:
    return isinstance(record, Evidence) and (record.kind == "quote" or record.shareable is False)
