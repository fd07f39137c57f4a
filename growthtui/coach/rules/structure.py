"""GP101 to GP108: whether the plan has the parts it needs."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from growthtui.coach.predicates import content_words, tokens
from growthtui.coach.rules.context import Context
from growthtui.coach.rules.finding import Check, Hit
from growthtui.domain.plan import LONGEST_MONTHS

_NORTH_STAR_WORDS = 5
_NOTE_WORDS = 8
_SAME = 0.8


def no_north_star(plan: Context) -> Iterator[Hit]:
    """GP101: the north star has fewer than five words."""
    if len(tokens(plan.tree.plan.north_star)) < _NORTH_STAR_WORDS:
        yield Hit("north_star", plan.tree.plan.north_star)


def no_current_goal(plan: Context) -> Iterator[Hit]:
    """GP102: no active goal is current."""
    if plan.current is None:
        yield Hit("goals")


def several_current_goals(plan: Context) -> Iterator[Hit]:
    """GP103: more than one active goal is current."""
    current = sum(goal.current for goal in plan.goals)
    if current > 1:
        yield Hit("goals", str(current), {"n": current})


def goal_without_kind(plan: Context) -> Iterator[Hit]:
    """GP104: an active goal is neither personal nor career."""
    yield from (Hit(goal.id, goal.kind_given) for goal in plan.goals if goal.kind is None)


def focus_count(plan: Context) -> Iterator[Hit]:
    """GP105: active focus points outside 3 to 5; 1 to 3 in a five-step plan."""
    low, high = (1, 3) if plan.is_pgp else (3, 5)
    count = len(plan.points)
    if not low <= count <= high:
        yield Hit("focus", str(count), {"n": count, "lo": low, "hi": high})


def focus_without_how(plan: Context) -> Iterator[Hit]:
    """GP106: a focus point without actions and with a note under eight words."""
    for point in plan.points:
        if not point.acts and len(tokens(point.focus.note)) < _NOTE_WORDS:
            yield Hit(point.focus.id, point.focus.title)


def horizon(plan: Context) -> Iterator[Hit]:
    """GP107: no horizon, or one outside 1 to 12 months."""
    months = plan.tree.plan.horizon_months
    if months is None or not 1 <= months <= LONGEST_MONTHS:
        yield Hit("horizon_months", "" if months is None else str(months))


def duplicate_action(plan: Context) -> Iterator[Hit]:
    """GP108: an open action says nearly the same as an earlier one (jaccard 0.8 or more).

    Two sets that share four fifths have one of the rarest fifth of their words in common, so only actions with
    such a word are compared.
    """
    words = [content_words(act.text) for act in plan.open_acts]
    frequency = Counter(word for each in words for word in each)
    earlier: dict[str, list[int]] = defaultdict(list)
    for number, ours in enumerate(words):
        rarest = sorted(sorted(ours), key=frequency.__getitem__)[: len(ours) // 5 + 1]
        near = sorted({other for word in rarest for other in earlier[word]})
        same = next((other for other in near if len(ours & words[other]) >= _SAME * len(ours | words[other])), None)
        if same is not None:
            yield Hit(plan.open_acts[number].id, plan.open_acts[same].id)
        for word in rarest:
            earlier[word].append(number)


CHECKS = (
    Check("GP101", no_north_star),
    Check("GP102", no_current_goal),
    Check("GP103", several_current_goals),
    Check("GP104", goal_without_kind),
    Check("GP105", focus_count),
    Check("GP106", focus_without_how),
    Check("GP107", horizon),
    Check("GP108", duplicate_action),
)
