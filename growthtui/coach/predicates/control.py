"""Whose decision it is: `not_in_control` and its fourteen patterns (domain 6.1a)."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import msgspec

from growthtui.coach.catalogue import load_words
from growthtui.coach.predicates.starts import WORD, heart_of
from growthtui.coach.wordlists import ControlWords
from growthtui.coach.words import Text, read

_OWN_WORD = rf"(?!(?:to|for|with|from|about|by|into|on|at) ){WORD}"
_BE = r"(?:to |i will |i want to |i aim to |i'll )?(?:be|become|being|becoming|act as) (?:an? |the |our )?"
_BE_WORDS = ("be", "become", "being", "becoming", "act")
_QUOTES = str.maketrans("", "", '()[]"')


class _Pattern(msgspec.Struct, frozen=True, eq=False):
    """One pattern. A text with none of the `triggers` among its words cannot match and is not searched."""

    triggers: frozenset[str]
    build: Callable[[ControlWords], str]
    on_core: bool = False

    def matches(self, line: Text) -> Iterator[re.Match[str]]:
        if self.triggers.isdisjoint(line.words):
            return iter(())
        return _compiled(self).finditer(line.string)


@cache
def _compiled(pattern: _Pattern) -> re.Pattern[str]:
    """`on_core` patterns are tied to the start of the text, the others to the start of a word."""
    start = r"\A" if pattern.on_core else r"\b"
    return re.compile(start + pattern.build(load_words().control))


def _given(words: ControlWords) -> str:
    return rf"(?:be|am|being|been|get|gets|getting|become) (?:\w+ly )?{words.participles.pattern}\b"


def _granted(words: ControlWords) -> str:
    return (
        rf"{words.get_verbs.pattern} (?:(?:an?|the|my|more|that) )?(?:{_OWN_WORD} ){{0,4}}?"
        rf"{words.granted_nouns.pattern}s?(?=$|[.,;:!?/&+-]| {words.after_noun.pattern}\b)"
    )


def _post(words: ControlWords) -> str:
    return (
        rf"{_BE}(?!(?:{WORD} )?{words.quality.pattern}\b)(?:{WORD} ){{0,2}}?{words.roles.pattern}"
        r"(?=$|[.,;!]| (?:for|of|on|at|by|in|within|this|next|until|engineer|developer|level|and|or)\b)"
    )


def _decider(words: ControlWords) -> str:
    return rf"(?:my|the|our|an?) {words.deciders.pattern}(?: {WORD}){{0,2}}? {words.decider_verbs.pattern}\b"


def _bare(words: ControlWords) -> str:
    return rf"{words.bare_start.pattern}\b"


def _have_done(words: ControlWords) -> str:
    return rf"(?:get|getting|have|having) (?:the|my|an?|our) (?:\S+ ){{1,9}}?{words.get_done.pattern}\b"


def _move(words: ControlWords) -> str:
    return (
        rf"{words.move_verbs.pattern} (?:up )?(?:in)?to (?:an? |the )?(?:{_OWN_WORD} ){{0,5}}?{words.posts.pattern}"
        r"(?=$|[.,;:!?]| (?:for|of|at|in|with|as|by|on|within|this|next|until|engineer|developer|software|before)\b)"
    )


def _phrase(words: ControlWords) -> str:
    return rf"{words.phrases.pattern}\b"


def _want_others(words: ControlWords) -> str:
    return (
        r"(?:want|would like|'d like|hope for|need) (?:all )?(?:of )?(?:(?:my|the|our) )?"
        rf"(?:{WORD} )?{words.others.pattern} to "
    )


def _ladder(_words: ControlWords) -> str:
    return rf"(?:advanc(?:e|ing)|climb(?:ing)?|mov(?:e|ing) up|step(?:ping)? up|up) (?:{WORD} ){{0,5}}?ladder\b"


def _signed(words: ControlWords) -> str:
    return rf"(?!i\b)(?:{_OWN_WORD} ){{1,5}}?(?:(?:is|are|was|gets) )?{words.signed.pattern}\b"


def _make(words: ControlWords) -> str:
    return rf"(?:make|making) {words.made.pattern}\b"


def _occupation(words: ControlWords) -> str:
    return (
        rf"{_BE}(?!(?:{WORD} )?{words.quality.pattern}\b)(?:senior|staff|principal|lead|chief|head) "
        rf"(?:{WORD} ){{0,2}}?{words.occupations.pattern}\b"
    )


def _win(_words: ControlWords) -> str:
    return r"(?:win|winning) (?:an?|at least|another|\d+|two|three)\b(?! (?:client|customer|argument|game|match))"


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """P1 to P14 in their order."""
    words = load_words().control
    be = frozenset(_BE_WORDS)
    return (
        _Pattern(frozenset(["be", "am", "being", "been", "get", "gets", "getting", "become"]), _given),
        _Pattern(words.get_verbs.firsts, _granted),
        _Pattern(be, _post, on_core=True),
        _Pattern(words.deciders.firsts, _decider),
        _Pattern(words.bare_start.firsts, _bare, on_core=True),
        _Pattern(frozenset(("get", "getting", "have", "having")), _have_done),
        _Pattern(words.move_verbs.firsts, _move),
        _Pattern(words.phrases.firsts, _phrase),
        _Pattern(frozenset(("want", "would", "d", "hope", "need")), _want_others),
        _Pattern(frozenset(("ladder",)), _ladder),
        _Pattern(words.signed.firsts, _signed, on_core=True),
        _Pattern(frozenset(("make", "making")), _make),
        _Pattern(be, _occupation, on_core=True),
        _Pattern(frozenset(("win", "winning")), _win, on_core=True),
    )


@lru_cache(maxsize=512)
def not_in_control(text: str) -> str | None:
    """The words that say somebody else decides, or None.

    The first match of P1 to P14 counts, then P3 on the part behind the last colon or semicolon. A match right
    behind a condition ("when I am promoted") is skipped; positioning in front of a match makes it one's own.
    """
    whole = read(text)
    whole = whole.changed(" ".join(whole.string.translate(_QUOTES).split()))
    string, heart = whole.string, heart_of(whole)
    for pattern in _patterns():
        line = heart if pattern.on_core else whole
        offset = len(string) - len(line.string)
        for match in pattern.matches(line):
            before = string[: offset + match.start()]
            if not _is_condition(before):
                return _unless_positioned(match.group(), before)
    return _post_at_the_end(string)


def _post_at_the_end(string: str) -> str | None:
    at = max(string.rfind(": "), string.rfind("; "))
    if at < 0:
        return None
    tail = heart_of(Text(string[at + 2 :]))
    before = string[: len(string) - len(tail.string)]
    match = next(_patterns()[2].matches(tail), None)
    if match is None or _is_condition(before):
        return None
    return _unless_positioned(match.group(), before)


def _is_condition(before: str) -> bool:
    """Whether "if", "when" ... stands right in front, with at most three words between."""
    near = " ".join(before.rsplit(" ", 6)[-6:])
    return _condition().search(near) is not None


def _unless_positioned(match: str, before: str) -> str | None:
    return None if load_words().control.positioning.is_in(Text(before)) else match.strip()


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\b{load_words().control.conditions.pattern}(?: \S+){{0,3}} ?$")
