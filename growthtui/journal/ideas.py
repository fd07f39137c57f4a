"""The shelf of ideas: for inspiration, never a guide; one taken becomes an action of a focus point."""

from growthtui.coach.catalogue import load_ideas
from growthtui.coach.shelves import Idea
from growthtui.domain.plan import Action, GoalKind
from growthtui.journal.actions import Actions, NewAction
from growthtui.journal.ledger import Ledger

__all__ = ["Idea", "Ideas"]

_BOTH = "both"


class Ideas:
    """Shows the ideas there are, and takes one into the plan."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def shelf(self, kind: GoalKind) -> tuple[Idea, ...]:
        """The ideas for one kind of growth, those for both kinds last."""
        ideas = load_ideas().ideas
        return tuple(idea for wanted in (kind, _BOTH) for idea in ideas if idea.kind == wanted)

    def take(self, idea: Idea, focus: str, text: str = "") -> Action:
        """Add an idea to a focus point as an action, in the person's words if given.

        It keeps the direction of the idea, and its warning as a note. NotFoundError (focus).
        """
        new = NewAction(text=text.strip() or idea.text, focus=focus, direction=idea.direction, note=idea.warning)
        return Actions(self._ledger).add(new)
