"""ULIDs: 128-bit ids that sort by time. As an integer one is the TinyDB document id, as 26 letters a record id.

Format: github.com/ulid/spec, 48 bits of milliseconds since 1970, 80 random bits, Crockford base 32.
"""

import os
from datetime import UTC, datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_LENGTH = 26
_RANDOM_BITS = 80


def new_ulid(now: datetime, after: int = 0) -> int:
    """A new id for the moment `now`, greater than `after`, so that ids of one table only grow."""
    milliseconds = int(now.timestamp() * 1000)
    fresh = milliseconds << _RANDOM_BITS | int.from_bytes(os.urandom(_RANDOM_BITS // 8))
    return fresh if fresh > after else after + 1


def ulid_text(number: int) -> str:
    """The 26 letters of an id."""
    letters = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, 32)
        letters.append(_ALPHABET[digit])
    return "".join(reversed(letters))


def ulid_number(text: str) -> int:
    """The integer behind 26 letters; ValueError when they are no ULID."""
    if len(text) != _LENGTH or any(letter not in _VALUES for letter in text):
        message = f"{text!r} is no ULID"
        raise ValueError(message)
    number = 0
    for letter in text:
        number = number * 32 + _VALUES[letter]
    return number


def ulid_time(number: int) -> datetime:
    """When an id was made (UTC)."""
    return datetime.fromtimestamp((number >> _RANDOM_BITS) / 1000, UTC)
