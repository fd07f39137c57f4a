"""The plan alone, `growthplan/1`, in both directions (interface 2.2, domain 6.0)."""

from collections.abc import Mapping

from growthtui.domain.snapshot import PlanTree
from growthtui.interchange.dismissed import as_words, tie_to_texts
from growthtui.interchange.entries import Doc, Incoming, Intake
from growthtui.interchange.shape import PLAN, PLAN_PARTS, STAMPS, Folder, unfold

SCHEMA = "growthplan/1"

_NOT_KEPT = ("schema", "today", "expect")
"""`today` and `expect` are for tests of plan files."""

EMPTY: Doc = {
    "schema": SCHEMA,
    "north_star": "",
    "principles": [],
    "goals": [],
    "focus": [],
    "checkins": [],
    "history": [],
    "dismissed": [],
}
"""What a journal without a plan shows."""


def read_growthplan(doc: Doc, source: str, schema: str = SCHEMA, notes: tuple[str, ...] = ()) -> Incoming:
    """The records of a plan file. ImportRefusedError names the place and the reason."""
    intake = Intake(source)
    kept = {key: value for key, value in doc.items() if key not in _NOT_KEPT}
    unfold(intake, PLAN, kept, "")
    return tie_to_texts(Incoming(source, schema, intake.entries(), notes))


def write_growthplan(plan: Doc, tables: Mapping[str, list[Doc]], tree: PlanTree) -> Doc:
    """A plan and its parts (live raw records) as one object, lists in the order the person gave.

    `tree` holds the same plan as records.
    """
    if plan.get("dismissed"):
        plan = plan | {"dismissed": as_words(plan["dismissed"], tree)}
    parts = {table: [_without_stamps(doc) for doc in tables.get(table, [])] for table in PLAN_PARTS}
    whole = EMPTY | Folder(parts | {"plans": [plan]}, (PLAN,)).fold(PLAN, _without_stamps(plan))
    parts_last = [key for key in EMPTY if isinstance(EMPTY[key], list)]
    return {key: whole[key] for key in ("schema", *(key for key in whole if key not in parts_last), *parts_last)}


def _without_stamps(doc: Doc) -> Doc:
    return {key: value for key, value in doc.items() if key not in STAMPS}
