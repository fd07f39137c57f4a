"""Which way an action points (domain 6.1)."""

from functools import cache, lru_cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates.content import first_token
from growthtui.coach.predicates.starts import after_lead
from growthtui.coach.words import read

VISIBILITY = "visibility"
"""The direction of a side quest."""


def direction(text: str, title: str = "", *, tags: tuple[str, ...] = (), side_quest: bool = False) -> str | None:
    """The direction of an action with `text` in a focus point called `title`, or None.

    A tag that names a direction counts first, then the side quest, the leading verb, and the first cue in the
    order of the lists, in the text before the title.
    """
    for tag in tags:
        if tag in directions():
            return tag
    return VISIBILITY if side_quest else _by_words(text) or _by_cue(title)


@cache
def directions() -> tuple[str, ...]:
    """The names of all directions, in the order of the lists."""
    return tuple(words.name for words in load_words().direction)


@cache
def career_directions() -> frozenset[str]:
    """The directions that carry a career goal."""
    return frozenset(words.name for words in load_words().direction if words.career)


@lru_cache(maxsize=512)
def _by_words(text: str) -> str | None:
    leading = first_token(after_lead(read(text).string))
    return _verbs().get(leading) or _by_cue(text)


def _by_cue(text: str) -> str | None:
    line = read(text)
    return next((words.name for words in load_words().direction if words.cues.is_in(line)), None)


@cache
def _verbs() -> dict[str, str]:
    return {verb: words.name for words in load_words().direction for verb in words.verbs}
