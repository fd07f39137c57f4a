"""What the words of an action say about its rhythm, its number and its day (interface section 2.3). The words stay."""

import re
from datetime import date, timedelta

from growthtui.dates import (
    CALENDAR_DAY,
    MONTHS,
    NUMBER_WORDS,
    WEEKDAYS,
    calendar_day,
    month_day,
    month_number,
    parse_date,
)
from growthtui.errors import BadInputError

_ONES = (*NUMBER_WORDS, "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: value for value, word in enumerate(_ONES, start=1)}
_NUMBERS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in _TENS for one in _ONES[:9]}
_TIMES = {"once": 1, "twice": 2}

_UNITS = {"day": (1, "d"), "week": (1, "w"), "sprint": (2, "w"), "fortnight": (2, "w"), "month": (1, "m")}
_UNITS |= {"quarter": (3, "m")} | dict.fromkeys(WEEKDAYS, (1, "w"))
_UNIT = "|".join(_UNITS)
_ADVERBS = {"daily": "1d", "weekly": "1w", "fortnightly": "2w", "monthly": "1m", "quarterly": "3m"}
_ADVERBS |= dict.fromkeys(("biweekly", "bi-weekly"), "2w")
_RHYTHM = (
    rf"(?<![\w-])(?:(?:every|each)\s+(?:(?P<many>[0-9]+|{'|'.join(_NUMBERS)})\s+(?P<units>{_UNIT})s"
    rf"|(?P<other>other\s+)?(?P<unit>{_UNIT}))"
    rf"|per\s+(?P<per>{_UNIT})|(?P<adverb>{'|'.join(_ADVERBS)})"
    r"|(?<!\S)(?P<before>\S+)\s+a\s+(?P<rate>day|week|month))(?![\w'’-])"
)
# "One page a week" is a rhythm, "take a week off" and "within a month" are not.
_NO_RHYTHM = frozenset((
    "about", "after", "and", "around", "as", "at", "before", "block", "book", "by", "during", "for", "half",
    "have", "in", "of", "on", "or", "over", "plan", "quite", "spend", "spends", "such", "take", "takes", "than",
    "through", "to", "under", "until", "what", "with", "within"
))  # fmt: skip
_LONGEST = 999
_DIGITS = 6

_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_DUE = (
    rf"(?<![\w-])(?P<word>by|before|until)\s+(?:(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?{CALENDAR_DAY}"
    rf"|(?P<whole_month>{_MONTH})(?:\s+(?P<month_year>[0-9]{{4}}))?(?![\w-])"
    rf"|(?P<weekday>(?:(?:this|next)\s+)?(?:{_WEEKDAY}))(?![\w-]))"
)
_DATE = rf"\b(?:{CALENDAR_DAY}|(?:{_MONTH}|in|by|since|during|until|before|of)\s+(?:19|20)[0-9]{{2}}\b)"

_OPENING, _CLOSING = "(\"'“‘[", ".,;:!?)\"'”’]"
_DURATIONS = frozenset((
    "seconds", "minutes", "mins", "hours", "hrs", "days", "weeks", "fortnights", "sprints", "months",
    "quarters", "years"
))  # fmt: skip
_PERCENT = frozenset(("%", "percent"))
# Words that end the noun phrase behind a number.
_NO_NOUN_PHRASE = frozenset((
    "a", "about", "after", "and", "are", "as", "at", "be", "before", "but", "by", "each", "every", "for",
    "from", "i", "if", "in", "into", "is", "it", "me", "my", "on", "or", "our", "over", "per", "than", "that",
    "the", "their", "they", "to", "under", "until", "was", "were", "when", "where", "which", "while", "who",
    "whom", "with", "without", "you", "your"
))  # fmt: skip
_DETERMINERS = frozenset(("the", "my", "our", "your", "their", "these", "those"))
_PLURALS = frozenset(("people", "men", "women", "children", "criteria", "feet"))
_NO_PLURALS = frozenset((
    "always", "besides", "does", "has", "his", "its", "less", "news", "perhaps", "sometimes", "towards", "was",
    "yes"
))  # fmt: skip
_NO_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "’s")
_REACH = 4
"""How many words may lie between a number and the plural noun that it counts, the noun included."""


def cadence_of(text: str) -> str | None:
    """The first rhythm in the words, as `<n>d`, `<n>w` or `<n>m`."""
    for match in re.finditer(_RHYTHM, text.casefold()):
        if match["adverb"]:
            return _ADVERBS[match["adverb"]]
        if match["rate"] and match["before"] in _NO_RHYTHM:
            continue
        many = 2 if match["other"] else _number(match["many"] or "one")
        size, unit = _UNITS[match["units"] or match["unit"] or match["per"] or match["rate"]]
        if many and many * size <= _LONGEST:
            return f"{many * size}{unit}"
    return None


def count_of(text: str) -> int | None:
    """The first number after "at least" or before a plural noun; with a cadence it is per turn.

    Numbers of a date or a cadence do not count, and neither do durations: "30 minutes" is no number of doings.
    """
    words = re.sub(_DATE, " | ", text.casefold()).split()
    for index, word in enumerate(words):
        at_least = words[max(index - 2, 0) : index] == ["at", "least"]
        number = _number(word.strip(_OPENING + _CLOSING)) or (_TIMES.get(word.rstrip(_CLOSING)) if at_least else None)
        if not number:
            continue
        following = words[index + 1 :] if word[-1] not in _CLOSING else []
        if (at_least and not _is_measure(following)) or _counts_plural(following):
            return number
    return None


def due_of(text: str, today: date) -> date | None:
    """The day behind "by", "before" or "until", its next occurrence from `today`.

    A month alone is due on its last day, "before" a month on the day before its first. A weekday counts only where
    the words name no rhythm: "every month before Friday" is no day of the calendar.
    """
    for match in re.finditer(_DUE, text.casefold()):
        try:
            day = _due_day(match, today)
        except (OverflowError, BadInputError):
            continue
        if day and not (match["weekday"] and cadence_of(text)):
            return day
    return None


def _due_day(match: re.Match[str], today: date) -> date | None:
    if match["weekday"]:
        return parse_date(match["weekday"], today)
    if not match["whole_month"]:
        return calendar_day(match, today)
    month = month_number(match["whole_month"])
    if match["word"] != "before":
        return month_day(match["month_year"], month, None, today)
    first = month_day(match["month_year"], month, 1, today + timedelta(days=1))
    return first - timedelta(days=1) if first else None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= _DIGITS else None
    return _NUMBERS.get(word)


def _is_measure(following: list[str]) -> bool:
    """Whether the words behind a number make it a duration or a percentage."""
    return bool(following) and following[0].rstrip(_CLOSING) in _DURATIONS | _PERCENT


def _counts_plural(following: list[str]) -> bool:
    """Whether the words behind a number are a noun phrase with a plural noun that can be counted."""
    rest = following
    if rest[:1] == ["of"]:
        rest = rest[2:] if rest[1:2] and (rest[1] in _DETERMINERS or _number(rest[1])) else rest[1:]
    for word in rest[:_REACH]:
        bare = word.rstrip(_CLOSING)
        if bare in _DURATIONS or bare in _NO_NOUN_PHRASE or _number(bare) or not word[0].isalnum():
            return False
        if _is_plural(bare):
            return True
        if bare != word:
            return False
    return False


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    return word.endswith("s") and not word.endswith(_NO_PLURAL_ENDINGS) and word not in _NO_PLURALS
