"""A sample journal with a wrong record of every kind in it: what another program or a hand may have left."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from growthtui.journal.demo import write_demo

WRONG: tuple[tuple[str, str, Any], ...] = (
    ("lines", "week", "2026-W99"),
    ("lines", "week", "banana"),
    ("lines", "week", 48),
    ("lines", "text", None),
    ("lines", "kind", "shouting"),
    ("lines", "created", "yesterday"),
    ("lines", "visibility", ["everybody"]),
    ("lines", "focus", "f99"),
    ("lines", "action", "a99"),
    ("lines", "evidence", ["e99"]),
    ("weeks", "week", "2026-W00"),
    ("weeks", "week", ""),
    ("weeks", "state", "holiday"),
    ("weeks", "saved_at", "2026-11-24T99:00:00Z"),
    ("weeks", "next", [{"id": "s", "text": 7}]),
    ("weeks", "covers", ["2026-W99"]),
    ("actions", "cadence", "now and then"),
    ("actions", "due", "end of june"),
    ("actions", "count", "many"),
    ("actions", "focus", "f99"),
    ("focus", "goal", "g99"),
    ("focus", "status", "sleeping"),
    ("goals", "kind", "spiritual"),
    ("goals", "enables", "g99"),
    ("goals", "measures", [{"unit": "%"}]),
    ("principles", "plan", "p99"),
    ("checkins", "every_weeks", "often"),
    ("sessions", "answers", "none"),
    ("evidence", "on", "2026-02-30"),
    ("people", "name", ["Priya"]),
    ("feedback", "shareable", "yes"),
    ("events", "direction", "up"),
    ("reviews", "on", 20261124),
)
"""Table, field and a value that cannot be there; None takes the field away."""

_EVER = "0001-01-01T00:00:00+00:00"

ODD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("lines", {"deleted": _EVER}),
    ("lines", {"created": _EVER, "week": "2020-W53"}),
    ("goals", {"created": _EVER}),
    ("sessions", {"changed": "2026-11-24T10:00:00", "finished": False}),
    ("sessions", {"changed": _EVER, "finished": False}),
)
"""Table and fields that are allowed, though nobody would write them: times without an offset, or before all time."""


def write_spoilt(path: Path, today: date) -> dict[str, tuple[str, str]]:
    """Write the sample, with a copy of a good record for each wrong field; gives id to table and field."""
    write_demo(path, today)
    content = json.loads(path.read_bytes())
    named = {}
    for number, (table, field, value) in enumerate(WRONG):
        doc = {**next(iter(content[table].values()), {}), "id": f"wrong-{number}", field: value}
        if value is None:
            del doc[field]
        content[table][str(10**38 + number)] = doc
        named[doc["id"]] = (table, field)
    for number, (table, fields) in enumerate(ODD):
        doc = {**next(iter(content[table].values())), "id": f"odd-{number}", **fields}
        content[table][str(10**37 + number)] = doc
    twin = next(iter(content["lines"].values()))
    content["lines"][str(10**38 + len(WRONG))] = {**twin, "text": "the same id again"}
    named[twin["id"]] = ("lines", "id")
    path.write_text(json.dumps(content))
    return named
