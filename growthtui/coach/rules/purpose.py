"""GP201 to GP207: whether the actions serve the current goal, and whether anybody will know."""

from collections.abc import Iterator

from growthtui.coach.predicates import be_not_seen, career_directions, content_words
from growthtui.coach.rules.context import Context, Point
from growthtui.coach.rules.finding import Check, Hit
from growthtui.domain.plan import Goal, GoalKind

_GROWING = frozenset(("learning", "technical", "wellbeing"))
_SEEN = frozenset(("visibility", "manager", "relationships"))
_HEARD = frozenset(("visibility", "manager"))
_GOAL_WORDS = 6


def career_goal_without_career_action(plan: Context) -> Iterator[Hit]:
    """GP201: a career goal, and no action has a career direction."""
    goal = plan.current_of(GoalKind.CAREER)
    if goal and plan.open_acts and not plan.directions & career_directions():
        yield Hit(goal.id)


def personal_goal_without_learning(plan: Context) -> Iterator[Hit]:
    """GP202: a personal goal, and no action is learning, technical or wellbeing."""
    goal = plan.current_of(GoalKind.PERSONAL)
    if goal and not plan.directions & _GROWING:
        yield Hit(goal.id)


def one_direction(plan: Context) -> Iterator[Hit]:
    """GP203: at least two actions, done ones too, two thirds of them classified and all in one direction.

    Focus points for two capabilities are direction enough.
    """
    classified = [act.direction for act in plan.acts if act.direction]
    capabilities = {point.focus.capability for point in plan.points if point.focus.capability}
    enough = len(plan.acts) > 1 and 3 * len(classified) >= 2 * len(plan.acts)
    if enough and len(set(classified)) == 1 and len(capabilities) < 2:  # noqa: PLR2004 - two is what it says
        yield Hit("focus", classified[0], {"direction": classified[0]})


def no_side_quest(plan: Context) -> Iterator[Hit]:
    """GP204: a personal goal, no side quest and no action that others hear of."""
    goal = plan.current_of(GoalKind.PERSONAL)
    if goal and not plan.directions & _HEARD and not any(act.action.side_quest for act in plan.open_acts):
        yield Hit(goal.id)


def focus_link_unclear(plan: Context) -> Iterator[Hit]:
    """GP205: a measured goal of six content words or more shares none with a focus point that does not say how."""
    goal = plan.current
    if goal is None or not goal.signs:
        return
    wanted = content_words(" ".join((goal.text, goal.why, goal.desired, *(sign.text for sign in goal.signs))))
    if len(wanted) < _GOAL_WORDS:
        return
    for point in plan.points:
        if _serves(point, goal, plan) and not point.focus.supports.strip() and wanted.isdisjoint(_words(point)):
            yield Hit(point.focus.id, point.focus.title)


def be_versus_be_recognised(plan: Context) -> Iterator[Hit]:
    """GP206: under a career goal, an action or a title says what one wants to be, not who would notice."""
    if not plan.current_of(GoalKind.CAREER):
        return
    texts = [(point.focus.id, point.focus.title) for point in plan.points]
    texts += [(act.id, act.text) for act in plan.open_acts]
    for where, text in texts:
        match = be_not_seen(text)
        if match:
            yield Hit(where, match)


def nobody_will_know(plan: Context) -> Iterator[Hit]:
    """GP207: career directions, but none that reaches the people who decide."""
    goal = plan.current_of(GoalKind.CAREER)
    if goal and plan.directions & career_directions() and not plan.directions & _SEEN:
        yield Hit(goal.id)


def _serves(point: Point, goal: Goal, plan: Context) -> bool:
    """Whether the focus point is for this goal; one that names no goal of the plan is for the current one."""
    named = point.focus.goal
    return named == goal.id or all(named != other.id for other in plan.tree.goals)


def _words(point: Point) -> frozenset[str]:
    texts = (point.focus.title, point.focus.note, *(act.text for act in point.acts))
    return frozenset().union(*map(content_words, texts))


CHECKS = (
    Check("GP201", career_goal_without_career_action, wording=True),
    Check("GP202", personal_goal_without_learning, wording=True),
    Check("GP203", one_direction, wording=True),
    Check("GP204", no_side_quest, wording=True),
    Check("GP205", focus_link_unclear, wording=True),
    Check("GP206", be_versus_be_recognised, wording=True),
    Check("GP207", nobody_will_know, wording=True),
)
