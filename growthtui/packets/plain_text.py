"""Text made harmless for any text format: no control character acts, and no direction mark reaches its neighbours."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENING = "\u2066\u2067\u2068"
_CLOSING = "\u2069"
_PICTURES = 0x2400


def tame(text: str) -> str:
    """`text` with every line end as a line feed, control characters as visible signs, and directions closed in."""
    lines = _LINE_ENDS.sub("\n", text)
    return _isolated(_CONTROLS.sub(_picture, lines))


def _picture(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\x7f":
        return "\u2421"
    return chr(_PICTURES + ord(char)) if char < " " else "\ufffd"


def _isolated(text: str) -> str:
    """Each line with direction controls inside one isolate that it cannot leave (domain 5.2)."""
    if not _DIRECTIONS.search(text):
        return text
    return "\n".join(_isolated_line(line) if _DIRECTIONS.search(line) else line for line in text.split("\n"))


def _isolated_line(line: str) -> str:
    depth = 0
    kept = []
    for char in line:
        if char == _CLOSING and not depth:
            continue  # it would end the isolate around the line
        depth += (char in _OPENING) - (char == _CLOSING)
        kept.append(char)
    return f"\u2068{''.join(kept)}{_CLOSING * depth}{_CLOSING}"
