"""How somebody speaks about it: hedges, cannot, being instead of being seen (domain 6.1 and 6.1a)."""

import re
from functools import cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates.starts import core_of, starts_with
from growthtui.coach.words import read


def hedged(text: str) -> str | None:
    """The words that leave a back door open, or None."""
    words = load_words().vague
    return words.hedge_any.find(read(text)) or starts_with(text, words.hedge_starts, skip_i=True)


def cant(text: str) -> str | None:
    """The words that say "I cannot", or None; what others cannot do does not count."""
    line = read(text)
    for start, end in load_words().cant.phrases.spans(line):
        if not _other_subject().search(line.string, max(0, start - 20), start):
            return line.string[start:end]
    return None


def be_not_seen(text: str) -> str | None:
    """The words that say what one wants to be, where nobody would notice it; or None."""
    if load_words().recognition.seen.is_in(read(text)):
        return None
    match = _being().match(core_of(text).string) or _being().match(read(text).string)
    return match and match.group()


@cache
def _other_subject() -> re.Pattern[str]:
    return re.compile(rf"\b{load_words().cant.other_subjects.pattern} \Z")


@cache
def _being() -> re.Pattern[str]:
    return re.compile(
        r"(?:i will |i want to |to )?(?:be|become|being|becoming|act as|act like|behave like|show up as) "
        rf"(?:an? |the |more of a )?(?:\w+ ){{0,2}}?{load_words().recognition.be_nouns.pattern}\b"
    )
