"""ULIDs: 128-bit ids that sort by time. As an integer one is the TinyDB document id, as 26 letters a record id.

Format: github.com/ulid/spec, 48 bits of milliseconds since 1970, 80 random bits, Crockford base 32.
"""

import os
import re
from datetime import UTC, datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_BASE_32 = str.maketrans(_ALPHABET, "0123456789abcdefghijklmnopqrstuv")
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_LENGTH = 26
_RANDOM_BITS = 80


def new_ulid(now: datetime, after: int = 0) -> int:
    """A new id for the moment `now`, greater than `after`, so that ids of one table only grow."""
    milliseconds = int(now.timestamp() * 1000)
    fresh = milliseconds << _RANDOM_BITS | int.from_bytes(os.urandom(_RANDOM_BITS // 8))
    return fresh if fresh > after else after + 1


def ulid_text(number: int) -> str:
    """The 26 letters of an id."""
    return "".join([_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5)])


def is_ulid(text: str) -> bool:
    """Whether these are the 26 letters of an id."""
    return _ULID.fullmatch(text) is not None


def ulid_number(text: str) -> int:
    """The integer behind 26 letters; ValueError when they are no ULID."""
    if not is_ulid(text):
        message = f"{text!r} is no ULID"
        raise ValueError(message)
    return int(text.translate(_TO_BASE_32), 32)


def ulid_time(number: int) -> datetime:
    """When an id was made (UTC)."""
    return datetime.fromtimestamp((number >> _RANDOM_BITS) / 1000, UTC)
