"""For the asker: what to listen for in an answer, and the one probe that a weak answer asks for (domain 3.4)."""

import re
from typing import Final

import msgspec

from growthtui.coach.shelves import Step
from growthtui.coach.signs import signs
from growthtui.domain.people import Answer


class Hint(msgspec.Struct, frozen=True):
    """What a sign sounds like, and words by which a probe that helps is known, the best first."""

    listen: str
    cues: tuple[str, ...]


_HINTS: Final = {
    "W10": Hint("nothing at all, or everything", ("protect even if", "who exactly", "worth wanting", "tuesday")),
    "W09": Hint(
        "“I cannot”: it may mean “I do not want to”", ("easy and safe", "do-not-want-to", "answer is no", "tried")
    ),
    "W05": Hint("being something, without how anybody would see it", ("notice", "tuesday", "first thing")),
    "W06": Hint("what others should do", ("what will you ask for", "whom could you ask", "who decides", "first thing")),
    "W03": Hint("something that others decide", ("still be true", "who decides", "answer is no", "whom could you ask")),
    "W08": Hint("both kinds of goal at once, or neither", ("what you can do, or", "title came")),
    "W07": Hint("more or fewer than three things, or nobody's name", ("only one of the three", "who exactly")),
    "W11": Hint("three things that all pull the same way", ("same direction",)),
    "W12": Hint("a feeling in place of a sign", ("number or document", "notice")),
    "W04": Hint("words that could mean anything", ("first small sign", "first thing", "tuesday", "tried")),
    "W02": Hint("nothing that anybody could see or count", ("tuesday", "notice", "first small sign")),
    "W01": Hint("few words: there may be more behind them", ("tuesday", "what have you tried", "protect even if")),
}
"""By sign, the most telling first: when an answer shows several, that one decides which probe is suggested."""


_AT_MOST: Final = re.compile(r"(\d+) or less")


def follow_up(asks: str, value: int, ends: tuple[int, int]) -> str:
    """What to ask about a number on a scale: what makes it not lower, before what would be one higher (domain 3.1).

    `asks` is what the set says after the question of the scale. A scale that names a number "or less" wants the step
    made smaller up to there.
    """
    low, high = ends
    limit = _AT_MOST.search(asks)
    if limit and value <= int(limit[1]):
        return f"{value} is not sure enough: make it smaller until it is {int(limit[1]) + 1}, then ask again."
    own = "" if limit or (value == low and "lower" in asks) else asks
    lower = own or ("What makes it not lower?" if value > low else "")
    if value == high or "higher" in own:
        return lower
    return f"{lower} Then: what would be one higher?" if lower else "What would be one higher?"


def listen_for(step: Step) -> tuple[str, ...]:
    """What the asker of a step listens for, in words; empty for a step whose answers are not looked at."""
    return tuple(_HINTS[sign].listen for sign in step.weak)


def suggested_probe(step: Step, answer: Answer) -> str:
    """The probe that the most telling sign of an answer asks for, else "".

    At most one for an answer: once a probe was used nothing more is suggested. Where no probe of the step fits the
    sign, as in a set of somebody's own, it is the first one.
    """
    if answer.probes or not step.probes:
        return ""
    found = signs(step.id, answer.text, step.weak)
    telling = next((sign for sign in _HINTS if sign in found), None)
    if telling is None:
        return ""
    fitting = (probe for cue in _HINTS[telling].cues for probe in step.probes if cue in probe.casefold())
    return next(fitting, step.probes[0])
