"""The plan files and sample journals that the tests import, and comparing them with what comes back."""

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec

DATA = Path(__file__).parent.parent / "data"
PLANS = sorted((DATA / "plans").glob("*.toml"))
SAMPLES = sorted((DATA / "samples").glob("*.json"))


def plain(value: object) -> object:
    """TOML values as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


def plan_file(path: Path) -> dict[str, Any]:
    """A plan file as the journal keeps it: without what is for tests only."""
    plan = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: plain(value) for key, value in plan.items() if key not in ("today", "expect")}


def sample(path: Path) -> dict[str, Any]:
    """A sample journal."""
    doc: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    return doc


def missing(whole: object, part: object, at: str = "$") -> list[str]:
    """Places of `part` that `whole` does not hold with the same value; more keys in `whole` are fine."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return [
            place
            for key, value in part.items()
            for place in (missing(whole[key], value, f"{at}.{key}") if key in whole else [f"{at}.{key}"])
        ]
    if isinstance(part, list) and isinstance(whole, list) and len(part) == len(whole):
        pairs = enumerate(zip(whole, part, strict=True))
        return [place for index, (one, other) in pairs for place in missing(one, other, f"{at}[{index}]")]
    return [] if whole == part else [at]


def encoded(doc: object) -> bytes:
    """A document as the bytes of a file."""
    return msgspec.json.encode(doc)
