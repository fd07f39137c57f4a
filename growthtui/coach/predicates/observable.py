"""What a stranger could count, see or hear: numbers, dates, artefacts, witnesses (domain 6.1 and 6.1a)."""

import re
from functools import cache

from growthtui.coach.catalogue import load_words
from growthtui.coach.words import Text, read

MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WEEKDAYS = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_NUMBER = re.compile(r"\d|%|\b(?:at least one|one per|first)\b")
_CALENDAR = rf"\b(?:20\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTHS}|{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?|q[1-4])\b"
_DATES = re.compile(_CALENDAR)

_AMOUNT = re.compile(
    r"(?<!\w)(?<!\d[.,:-])[$€£]?\d+(?:[.,:-]\d+)*+(?:\+|%|(?:x|k|m|h|kg|km|lbs?)(?!\w)|(?!\w))|%|\b[abc][12]\b"
)
_ONE = re.compile(r"\b(?:(?:at least|exactly|up to) one|one (?:per|a|each|every))\b")
_MEANS_VERB = re.compile(r"(?:build|pass|write|ship|publish|run|teach)\b")


def observable(text: str) -> bool:
    """Whether the text holds a number, a date or rhythm, an artefact or a witness."""
    return has_number(text) or has_date(text) or has_artefact(text) or _has_observer(read(text))


def has_number(text: str) -> bool:
    """Whether the text holds a digit, a percent sign, a number word, "first", "at least one" or "one per"."""
    return _counts(read(text))


def has_date(text: str) -> bool:
    """Whether the text holds a date or a rhythm; "by" counts in front of a time only."""
    words, line = load_words().observable, read(text)
    return words.dates.is_in(line) or words.cadence.is_in(line) or _by_when().search(line.string) is not None


def has_artefact(text: str) -> bool:
    """Whether the text names something that exists when it is done."""
    return load_words().observable.artefacts.is_in(read(text))


def has_number_beside_dates(text: str) -> bool:
    """Whether a number is left when years, quarters and days of a month are taken out."""
    line = read(text)
    return _counts(line.changed(_DATES.sub("", line.string)))


def has_cadence_or_observer(text: str) -> bool:
    """Whether the text holds a rhythm or a witness."""
    line = read(text)
    return load_words().observable.cadence.is_in(line) or _has_observer(line)


def anchored(text: str) -> bool:
    """Whether the text holds an amount, a rhythm or a witness; a date or a digit in a name is none."""
    line = read(text)
    rest = line.changed(" ".join(_no_amounts().sub(" ", line.string).split()))
    words = load_words().observable
    return (
        _AMOUNT.search(rest.string) is not None
        or words.number_words.is_in(rest)
        or _ONE.search(rest.string) is not None
        or words.cadence.is_in(rest.changed(rest.string.replace("day-to-day", "")))
        or _has_observer(rest)
        or _has_means(rest)
    )


def _counts(line: Text) -> bool:
    return _NUMBER.search(line.string) is not None or load_words().observable.number_words.is_in(line)


def _has_observer(line: Text) -> bool:
    return load_words().observable.observers.is_in(line)


def _has_means(line: Text) -> bool:
    """A way to do it ("by ...") that leads to an artefact within five words, or to a verb of finishing."""
    string = line.string
    for _, end in load_words().vague.means.spans(line):
        if not string.startswith(" ", end):
            continue
        rest = string[end + 1 :]
        near = len(" ".join(rest.split(" ")[:6]))
        artefact = next(load_words().observable.artefacts.spans(Text(rest)), None)
        return (artefact is not None and artefact[0] < near) or _MEANS_VERB.match(rest) is not None
    return False


@cache
def _by_when() -> re.Pattern[str]:
    heads = load_words().observable.by_heads.pattern
    return re.compile(rf"\bby (?:{heads}\b|\d|{MONTHS}\b|{_WEEKDAYS}\b)|\bin may\b")


@cache
def _no_amounts() -> re.Pattern[str]:
    """Dates, spans of time, "top 10" and "twice as": digits and number words that are no amount."""
    number = rf"(?:\d+|{load_words().observable.number_words.pattern})"
    return re.compile(
        rf"{_CALENDAR}"
        rf"|\b(?:in|within|over|for|during|after) (?:the )?(?:(?:next|last|past) )?{number} (?:year|month|week)s?\b"
        rf"|\b(?:next|last|past) {number} (?:year|month)s?\b|\btop {number}\b|\b(?:twice|half|double)(?= as\b)"
    )
