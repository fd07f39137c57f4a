"""Content words of a text, how much two texts share, and whether a text is English (domain 6.1)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.words import read

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ENGLISH = frozenset(("the", "and", "to", "of", "a", "in", "my", "with", "for", "on"))
_ENOUGH_WORDS = 30
_SHORT = 2
_ENGLISH_SHARE = 0.08


def tokens(text: str) -> list[str]:
    """Runs of letters and digits, with inner apostrophes and dashes."""
    return _TOKEN.findall(read(text).string)


def first_token(string: str) -> str:
    """The first token of a normalised text, or ""."""
    first = _TOKEN.search(string)
    return first.group() if first else ""


@lru_cache(maxsize=512)
def content_words(text: str) -> frozenset[str]:
    """The words of more than two letters that carry content, without a final s."""
    stop = load_words().stopwords.words
    stems = (token.removesuffix("s") for token in tokens(text) if token not in stop)
    return frozenset(stem for stem in stems if len(stem) > _SHORT)


def overlap(one: str, other: str) -> frozenset[str]:
    """The content words that both texts have."""
    return content_words(one) & content_words(other)


def jaccard(one: str, other: str) -> float:
    """Shared content words as a part of all content words, 0 to 1; texts without any share nothing."""
    ours, theirs = content_words(one), content_words(other)
    everything = ours | theirs
    return len(ours & theirs) / len(everything) if everything else 0.0


def is_english(texts: Iterable[str]) -> bool:
    """Whether the texts together look English; fewer than thirty words are given the benefit of the doubt."""
    words = [token for text in texts for token in tokens(text)]
    if len(words) < _ENOUGH_WORDS:
        return True
    return sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words)
