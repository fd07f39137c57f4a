"""What a text begins with, once the words in front of it are gone (domain 6.1 and 6.1a)."""

import re
from functools import lru_cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.words import Text, WordList, read

WORD = r"[\w'/&.+-]+"
"""One word inside the patterns of 6.1a."""

_LEAD = re.compile(r"(?:i will|i'll|i want to|to|we will|please) ")
_TIME_PHRASE = re.compile(
    rf"(?:(?:this|next) year|(?:each|every) (?:week|month|day)|in (?:the )?(?:next )?{WORD} (?:year|month)s?"
    rf"|(?:during|through|over|throughout) (?:this|my|the) {WORD}|by the end of (?:the|this) {WORD}"
    rf"|as an? {WORD}(?: {WORD}){{0,3}}?),? (?=(?:i|to|my|one of)\b)"
)
_GOAL_IS = re.compile(
    rf"(?:my|the|one|one of my) (?:{WORD} ){{0,3}}(?:goal|aim|objective|resolution|plan|hope|intention)s?"
    rf"(?: {WORD}){{0,6}}? (?:is|are|was) to "
)


def core(text: str) -> str:
    """The normalised text without a time phrase and intentions in front."""
    return core_of(text).string


@lru_cache(maxsize=512)
def core_of(text: str) -> Text:
    """`core`, ready to search."""
    return heart_of(read(text))


def heart_of(whole: Text) -> Text:
    """`core` of a normalised text: always its tail."""
    string, lead_in = whole.string, load_words().vague.lead_in
    time_phrase = _TIME_PHRASE.match(string)
    start = time_phrase.end() if time_phrase else 0
    before = -1
    while before != start:
        before = start
        end = lead_in.end_at(string, start)
        if end and string.startswith(" ", end):
            start = end + 1
        goal_is = _GOAL_IS.match(string, start)
        if goal_is:
            start = goal_is.end()
    return Text(string[start:]) if start else whole


def vague_start(text: str, entries: WordList) -> str | None:
    """The entry with which `core(text)` begins, boosters left out.

    A first word in -ing of more than five letters is also tried as its verb ("practising", "getting").
    """
    string = _without_boosters(core_of(text))
    first, space, rest = string.partition(" ")
    for form in _forms(first.rstrip(",.:;!")):
        line = form + space + rest
        end = entries.end_at(line)
        if end:
            return line[:end]
    return None


def starts_with(text: str, entries: WordList, *, skip_i: bool = False) -> str | None:
    """The entry with which the text begins after one leading "I will", "to" ...; with `skip_i` also after "I"."""
    string = after_lead(read(text).string)
    if skip_i:
        string = string.removeprefix("i ")
    end = entries.end_at(string)
    return string[:end] if end else None


def after_lead(string: str) -> str:
    """A normalised text without one leading "I will", "I'll", "I want to", "to", "we will" or "please"."""
    lead = _LEAD.match(string)
    return string[lead.end() :] if lead else string


def _without_boosters(text: Text) -> str:
    string, kept_from, kept = text.string, 0, ""
    for start, end in load_words().vague.boosters.spans(text):
        if string.startswith(" ", end):
            kept += string[kept_from:start]
            kept_from = end + 1
    return kept + string[kept_from:]


def _forms(word: str) -> tuple[str, ...]:
    if not word.endswith("ing") or len(word) <= len("being"):
        return (word,)
    stem = word.removesuffix("ing")
    halved = (stem[:-1],) if stem[-1:] == stem[-2:-1] and stem[-1:] not in "aeiou" else ()
    return (word, stem, stem + "e", *halved)
