"""Words to look at once more before something leaves: a list for the owner, never a block (domain 5.2)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from growthtui.domain.people import Person

SENSITIVE = (
    "salary", "pay rise", "raise", "bonus", "offer", "interview", "other company", "another company", "recruiter",
    "headhunter", "resign", "quit", "notice period", "sick", "illness", "burnout", "burn-out", "therapy", "therapist",
    "doctor", "diagnosis", "hospital", "medication", "depressed", "depression", "pregnant", "pregnancy", "divorce",
)  # fmt: skip
"""Words about money, leaving and health."""

_SHARED_WORDS = 2
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Caution:
    """A text that would leave, and the words in it to think about."""

    text: str
    words: tuple[str, ...]


def cautions(texts: Iterable[str], people: Iterable[Person], private: Iterable[str]) -> tuple[Caution, ...]:
    """The texts with names of people, sensitive words, or words shared with texts that stay (`private`)."""
    names = [person.name for person in people if person.name]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, (*names, *SENSITIVE)))})(?!\w)", re.IGNORECASE)
    hidden = [set(_words(text)) for text in private]
    found = ((text, (*pattern.findall(text), *_shared(text, hidden))) for text in dict.fromkeys(texts))
    return tuple(Caution(text, tuple(dict.fromkeys(words))) for text, words in found if words)


def _shared(text: str, hidden: list[set[str]]) -> tuple[str, ...]:
    own = _words(text)
    groups = (words.intersection(own) for words in hidden)
    return tuple(sorted({word for group in groups if len(group) >= _SHARED_WORDS for word in group}))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
