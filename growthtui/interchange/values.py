"""Bytes to plain values: what a file must be before anybody asks what it means.

The result holds only what a journal can store: texts without half characters, whole numbers of 64 bits, finite
numbers, dates as ISO texts.
"""

import json
import math
import re
from datetime import date, datetime, time
from typing import Any, NoReturn

from growthtui.errors import ImportRefusedError
from growthtui.interchange.entries import Doc

_DEEPEST = 60
_LARGEST = 2**63
_HALF = re.compile("[\ud800-\udfff]")
_TOML_PLACE = re.compile(r" ?\(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)")


def decode(data: bytes, source: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark. ImportRefusedError names the line."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ImportRefusedError(source, "", "the file is UTF-16; save it as UTF-8 and try again")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8 and try again"
        raise ImportRefusedError(source, f"line {line}", reason) from error
    if not text.strip("\0 \t\r\n"):
        raise ImportRefusedError(source, "", "the file is empty")
    return text


def read_json(text: str, source: str) -> object:
    """The value in JSON text. ImportRefusedError names the line."""

    def refuse_constant(name: str) -> NoReturn:
        raise ImportRefusedError(source, "", f"{name} is no number that JSON knows")

    try:
        value = json.loads(text, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ImportRefusedError(source, place, f"this is not valid JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(source, "", f"this JSON cannot be read ({error})") from error
    return _plain(value, source, "", 0)


def read_toml(text: str, source: str) -> Doc:
    """The table in TOML text, dates as ISO texts. ImportRefusedError names the line."""
    import tomllib

    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        match = _TOML_PLACE.search(said)
        place = f"line {match[1]}, column {match[2]}" if match and match[1] else f"line {text.count(chr(10)) + 1}"
        raise ImportRefusedError(source, place, f"this is not valid TOML ({_TOML_PLACE.sub('', said)})") from error
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(source, "", f"this TOML cannot be read ({error})") from error
    plain: Doc = _plain(table, source, "", 0)
    return plain


def _plain(value: Any, source: str, place: str, depth: int) -> Any:  # noqa: ANN401 - any JSON value
    if depth > _DEEPEST:
        raise ImportRefusedError(source, "", f"lists and objects are nested more than {_DEEPEST} deep")
    match value:
        case str():
            return _HALF.sub("\ufffd", value)
        case bool() | None:
            return value
        case int() if not -_LARGEST <= value < _LARGEST:
            raise ImportRefusedError(source, place, "this whole number is too large")
        case float() if not math.isfinite(value):
            raise ImportRefusedError(source, place, f"{value} is no number that can be kept")
        case dict():
            return {
                _HALF.sub("\ufffd", key): _plain(item, source, _inside(place, key), depth + 1)
                for key, item in value.items()
            }
        case list():
            return [_plain(item, source, f"{place}[{index}]", depth + 1) for index, item in enumerate(value)]
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return value


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
