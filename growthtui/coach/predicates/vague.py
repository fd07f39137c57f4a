"""Words that could mean anything: `vague` (V1 to V5), `product`, `measure_ok` (domain 6.1a)."""

import re
from functools import cache, lru_cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates.attitude import be_not_seen
from growthtui.coach.predicates.control import not_in_control
from growthtui.coach.predicates.observable import (
    anchored,
    has_artefact,
    has_cadence_or_observer,
    has_date,
    has_number_beside_dates,
)
from growthtui.coach.predicates.starts import WORD, core_of, vague_start
from growthtui.coach.words import Text, WordList, read

_LONGEST_SKILL = 3
_HEAD_END = re.compile(r"[,&/(:]| (?:and|for|in|of|to|with) ")


@lru_cache(maxsize=512)
def vague(text: str) -> str | None:
    """What in the text could mean anything, or None if it is anchored or somebody else's decision."""
    if anchored(text) or not_in_control(text):
        return None
    artefact = has_artefact(text)
    return (
        _loose_start(text, artefact=artefact)
        or _trait(text, artefact=artefact)
        or _no_base(core_of(text))
        or (None if artefact else _abstraction(text) or _bare_skill(core_of(text)))
    )


def product(text: str) -> bool:
    """Whether the normalised text builds something that can be delivered ("build a small tool")."""
    return _product().match(text) is not None


def measure_ok(text: str, *, has_due: bool = False) -> bool:
    """Whether a stranger could check this measure; `has_due` tells of a date kept beside the text.

    Somebody else's decision passes: it can be checked, and rule GP302 asks the other question.
    """
    if vague(text):
        return False
    if has_number_beside_dates(text) or has_cadence_or_observer(text) or not_in_control(text):
        return True
    words = load_words().measure
    if words.soft.is_in(read(text)):
        return has_artefact(text)
    return has_due or has_artefact(text) or has_date(text) or vague_start(text, words.finish_starts) is not None


def _loose_start(text: str, *, artefact: bool) -> str | None:
    """V1."""
    words = load_words().vague
    start = vague_start(text, words.starts)
    if start is None or (artefact and start in words.artefact_anchors) or product(core_of(text).string):
        return None
    return start


def _trait(text: str, *, artefact: bool) -> str | None:
    """V2."""
    start = None if artefact else vague_start(text, load_words().vague.trait_starts)
    return None if start is None or be_not_seen(text) else start


def _no_base(core: Text) -> str | None:
    """V3: an amount without a base, an unnamed thing, a manner that nobody can check."""
    words = load_words().vague
    rest = core.changed(_without(words.comparative_ok, core))
    return words.comparative.find(rest) or words.unnamed.find(rest) or words.manner.find(rest)


def _abstraction(text: str) -> str | None:
    """V4."""
    words, core = load_words().vague, core_of(text)
    verb = _first_word(core.string)
    if verb not in words.abstract_verbs or product(core.string):
        return None
    noun = words.abstract_nouns.find(core)
    return noun and f"{verb} ... {noun}"


def _bare_skill(core: Text) -> str | None:
    """V5: the text is only the name of a skill."""
    head = _HEAD_END.split(core.string, maxsplit=1)[0].strip(" .;!?")
    if len(head.split()) > _LONGEST_SKILL or _first_word(head) in _doing_words():
        return None
    ends = (end for _, end in load_words().vague.skill_nouns.spans(Text(head)))
    return head if len(head) in ends else None


def _first_word(string: str) -> str:
    return string.partition(" ")[0].rstrip(",.:;!")


def _without(entries: WordList, line: Text) -> str:
    string = line.string
    for start, end in reversed(tuple(entries.spans(line))):
        string = string[:start] + string[end:]
    return string


@cache
def _doing_words() -> frozenset[str]:
    """Verbs of every direction and the first words of finished acts."""
    words = load_words()
    verbs = (verb for direction in words.direction for verb in direction.verbs)
    return frozenset(verbs) | words.measure.finish_starts.firsts


@cache
def _product() -> re.Pattern[str]:
    return re.compile(
        rf"(?:develop|build|create|design|make)(?:ing)?(?: and {WORD})? (?:(?:an?|the|one|our|my) )?"
        rf"(?:(?!(?:in|of|for|with|about|on|to|by) ){WORD} ){{0,3}}?{load_words().vague.products.pattern}s?\b"
    )
