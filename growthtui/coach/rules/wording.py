"""GP301 to GP303 and GP401 to GP405: who decides, how success is seen, how firm the words are."""

from collections.abc import Iterator

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates import be_not_seen, has_date, has_number, hedged, measure_ok, not_in_control, vague
from growthtui.coach.rules.context import Act, Context
from growthtui.coach.rules.finding import Check, Hit
from growthtui.coach.words import read
from growthtui.domain.plan import Measure


def decided_by_others(plan: Context) -> Iterator[Hit]:
    """GP301: somebody else decides an action, or the title of a focus point without actions."""
    for point in plan.points:
        if not point.acts:
            match = not_in_control(point.focus.title)
            if match:
                yield Hit(point.focus.id, match)
    for act in plan.open_acts:
        match = not_in_control(act.text)
        if match:
            yield Hit(act.id, match)


def measure_decided_by_others(plan: Context) -> Iterator[Hit]:
    """GP302: others decide every measure of the current goal."""
    if plan.current is None or not plan.current.signs:
        return
    matches = [not_in_control(sign.text) for sign in plan.current.signs]
    if all(matches):
        yield Hit(plan.current.id, matches[0] or "")


def dependency_without_ask(plan: Context) -> Iterator[Hit]:
    """GP303: somebody is needed without a date for the ask, or help is spoken of without a name."""
    for act in plan.open_acts:
        if act.action.needs:
            if act.action.ask_by is None:
                yield Hit(act.id, act.action.needs[0])
            continue
        phrase = load_words().needs_help.phrases.find(read(act.text))
        if phrase:
            yield Hit(act.id, phrase)


def no_measure(plan: Context) -> Iterator[Hit]:
    """GP401: the current goal has no measure."""
    if plan.current and not any(sign.text.strip() for sign in plan.current.signs):
        yield Hit(plan.current.id)


def weak_measure(plan: Context) -> Iterator[Hit]:
    """GP402: a measure of an active goal that a stranger could not check."""
    for goal in plan.goals:
        for index, sign in enumerate(goal.signs):
            if not _is_checkable(sign):
                yield Hit(f"{goal.id}.measures[{index}]", sign.text)


def vague_action(plan: Context) -> Iterator[Hit]:
    """GP403: an open action that could mean anything; hedges and wishes to be somebody have their own rules."""
    for act in plan.open_acts:
        match = _vague_match(act)
        if match:
            yield Hit(act.id, match)


def no_when(plan: Context) -> Iterator[Hit]:
    """GP404: an open action without date, rhythm, number or trigger, where neither GP403 nor GP405 speaks."""
    for act in plan.open_acts:
        if not hedged(act.text) and not _vague_match(act) and not _has_when(act):
            yield Hit(act.id)


def hedged_action(plan: Context) -> Iterator[Hit]:
    """GP405: an open action that leaves a back door open."""
    for act in plan.open_acts:
        match = hedged(act.text)
        if match:
            yield Hit(act.id, match)


def _is_checkable(sign: Measure) -> bool:
    if sign.target is not None or sign.observer.strip() or sign.evidence.strip():
        return True
    return measure_ok(sign.text, has_due=sign.due is not None)


def _vague_match(act: Act) -> str | None:
    match = vague(act.text)
    return None if match is None or hedged(act.text) or be_not_seen(act.text) else match


def _has_when(act: Act) -> bool:
    action = act.action
    kept = action.due or action.cadence or action.if_then.strip() or action.count is not None
    return bool(kept) or has_number(act.text) or has_date(act.text)


CHECKS = (
    Check("GP301", decided_by_others, wording=True),
    Check("GP302", measure_decided_by_others, wording=True),
    Check("GP303", dependency_without_ask),
    Check("GP401", no_measure),
    Check("GP402", weak_measure, wording=True),
    Check("GP403", vague_action, wording=True),
    Check("GP404", no_when, wording=True),
    Check("GP405", hedged_action, wording=True),
)
