"""GP501 to GP504: limits said and unsaid, and how much is too much."""

import re
from collections.abc import Iterator

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates import cant
from growthtui.coach.rules.context import Act, Context
from growthtui.coach.rules.finding import Check, Hit
from growthtui.coach.words import WordList, read
from growthtui.domain.plan import Principle, PrincipleKind

_LIMITING = (PrincipleKind.LIMIT, PrincipleKind.NOT_WILLING)
_NEGATED = re.compile(r"\b(?:no|not|never|without|instead of|except)(?: \S+){0,2} \Z")
_MOST_ACTIONS = 12


def no_limits(plan: Context) -> Iterator[Hit]:
    """GP501: no limit among the principles and no word of refusal in the north star."""
    refusal = load_words().principles.negative.is_in(read(plan.tree.plan.north_star))
    if not refusal and not _limits(plan):
        yield Hit("principles")


def against_own_principle(plan: Context) -> Iterator[Hit]:
    """GP502: an open action touches the topic of a limit; a negated cue does not count."""
    touched = [
        (principle, topic.action)
        for principle in _limits(plan)
        for topic in load_words().principles.topic
        if topic.principle.is_in(read(principle.text))
    ]
    for act in plan.open_acts:
        hits = ((principle, _cue(act, cues)) for principle, cues in touched)
        hit = next(((principle, cue) for principle, cue in hits if cue), None)
        if hit:
            yield Hit(act.id, hit[1] or "", {"principle": hit[0].text})


def hidden_not_willing(plan: Context) -> Iterator[Hit]:
    """GP503: "I cannot" in an active goal, an active focus point or an open action."""
    texts = [(goal.id, (goal.text, goal.why)) for goal in plan.goals]
    texts += [(point.focus.id, (point.focus.title, point.focus.note)) for point in plan.points]
    for where, said in (*texts, *((act.id, (act.text,)) for act in plan.open_acts)):
        match = next(filter(None, map(cant, said)), None)
        if match:
            yield Hit(where, match)


def overloaded(plan: Context) -> Iterator[Hit]:
    """GP504: more than twelve open actions, or more hours than the week has for them."""
    hours = round(sum(act.action.hours_per_week or 0 for act in plan.open_acts), 2)
    available = plan.tree.plan.hours_per_week
    if len(plan.open_acts) > _MOST_ACTIONS or (available is not None and hours > available):
        count = len(plan.open_acts)
        yield Hit("focus", str(count), {"n": count} | ({"hours": f"{hours:g}"} if hours else {}))


def _limits(plan: Context) -> list[Principle]:
    return [principle for principle in plan.tree.principles if principle.kind in _LIMITING]


def _cue(act: Act, cues: WordList) -> str | None:
    line = read(act.text)
    for start, end in cues.spans(line):
        near = " ".join(line.string[:start].rsplit(" ", 5)[-5:])
        if not _NEGATED.search(near):
            return line.string[start:end]
    return None


CHECKS = (
    Check("GP501", no_limits),
    Check("GP502", against_own_principle, wording=True),
    Check("GP503", hidden_not_willing, wording=True),
    Check("GP504", overloaded),
)
