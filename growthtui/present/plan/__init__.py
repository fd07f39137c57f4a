"""The plan as a document in three views: from a snapshot and a day to groups of rows, without any drawing."""

from datetime import date

from growthtui.domain.snapshot import Snapshot
from growthtui.insights.focus import Progress, progress
from growthtui.present.days import date_label
from growthtui.present.plan.focus import focus_groups
from growthtui.present.plan.goals import goal_groups
from growthtui.present.plan.north_star import north_star_groups
from growthtui.present.plan.parts import Group, Note, Part, PlanRow, PlanView, Run, Sign, View

__all__ = ["Group", "Note", "Part", "PlanRow", "PlanView", "Run", "Sign", "View", "plan_view"]

_GROUPS = {View.NORTH_STAR: north_star_groups, View.GOALS: goal_groups, View.FOCUS: focus_groups}


def plan_view(snapshot: Snapshot, view: View, today: date) -> PlanView:
    """One view of the active plan as of `today`; without a plan its rows say what the place is for."""
    tree = snapshot.tree
    horizon = progress(tree.plan, today) if tree else None
    return PlanView(
        view=view,
        groups=tuple(_GROUPS[view](snapshot, tree, today)),
        status=_status(horizon, today),
        over=_over(horizon, today),
    )


def _status(horizon: Progress | None, today: date) -> str:
    if horizon is None or horizon.end < today:
        return ""
    where = f"week {min(horizon.week, horizon.weeks)} of {horizon.weeks}" if horizon.week else "not begun yet"
    return f"{where} · ends {date_label(horizon.end, today)}"


def _over(horizon: Progress | None, today: date) -> str:
    if horizon is None or horizon.end >= today:
        return ""
    return f"The {horizon.weeks} weeks of this plan ended on {date_label(horizon.end, today)}."
