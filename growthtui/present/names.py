"""What the parts of a plan are called, where their kind is said in words."""

from typing import Final

from growthtui.domain.plan import Goal, GoalKind, PrincipleKind

PRINCIPLE_WORDS: Final = {kind: kind.value.replace("_", " ") for kind in PrincipleKind}
_GOALS: Final = {GoalKind.CAREER: "Career goal", GoalKind.PERSONAL: "Personal goal"}


def goal_label(goal: Goal | None) -> str:
    """The words for a goal: "Career goal", "Personal goal", or "Goal" while its kind is open."""
    return _GOALS[goal.kind] if goal and goal.kind else "Goal"
