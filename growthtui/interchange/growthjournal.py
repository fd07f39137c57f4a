"""Everything, `growthjournal/1`, in both directions without a loss (interface 2.2)."""

from collections.abc import Mapping

from growthtui.dates import Week
from growthtui.domain.plan import PlanStatus
from growthtui.domain.week import LineKind
from growthtui.interchange.dismissed import tie_to_texts
from growthtui.interchange.entries import Doc, Incoming, Intake
from growthtui.interchange.shape import FLAT, PLAN, WEEK, Folder, unfold

SCHEMA = "growthjournal/1"

_EXPORTED_AT = "exported_at"
_LOOSE = "tables"
"""Key of what has no place of its own: tables nobody here knows, and records whose parent is gone."""

_RECORD_KEYS = (*FLAT, "plans", "weeks", _LOOSE)
_WEEK_ORDER = ("week", "monday", "state", "reason", "saved_at", "minutes", "energy", "confidence", "carried", "lines")

_LINE_ORDER = ("id", "focus", "action", "kind", "text", "visibility", "evidence", "known_by", "with")


def read_growthjournal(doc: Doc, source: str) -> Incoming:
    """The records of a whole journal. ImportRefusedError names the place and the reason."""
    intake = Intake(source)
    info = {key: value for key, value in doc.items() if key not in (*_RECORD_KEYS, "schema", _EXPORTED_AT)}
    if info:
        intake.add("journal", info, "")
    for table in FLAT:
        for place, item in intake.items(doc, table, ""):
            intake.add(table, intake.mapping(item, place), place)
    for place, item in intake.items(doc, "plans", ""):
        unfold(intake, PLAN, item, place)
    for place, item in intake.items(doc, "weeks", ""):
        unfold(intake, WEEK, item, place)
    loose = intake.mapping(doc.get(_LOOSE, {}), _LOOSE)
    for table in loose:
        for place, item in intake.items(loose, table, _LOOSE):
            intake.add(table, intake.mapping(item, place), place)
    _refuse_two_active(intake)
    return tie_to_texts(Incoming(source, SCHEMA, intake.entries(), is_export=_EXPORTED_AT in doc))


def _refuse_two_active(intake: Intake) -> None:
    plans = [entry for entry in intake.entries() if entry.table == "plans"]
    active = [entry.place for entry in plans if entry.doc.get("status", PlanStatus.ACTIVE) == PlanStatus.ACTIVE]
    if active[1:]:
        raise intake.refuse(f"{active[1]}.status", f"{active[0]} is active, too; one plan can be, close the other one")


def write_growthjournal(tables: Mapping[str, list[Doc]], states: Mapping[str, str], exported_at: str) -> Doc:
    """Live raw records of all tables as one object; `states` are the derived states of the weeks by name."""
    folder = Folder(tables, (PLAN, WEEK))
    infos = tables.get("journal", [])
    out: Doc = {"schema": SCHEMA, _EXPORTED_AT: exported_at}
    out |= {key: value for key, value in (infos[0] if infos else {}).items() if key not in _RECORD_KEYS}
    out["people"] = tables.get("people", [])
    out["plans"] = [folder.fold(PLAN, plan) for plan in tables.get("plans", [])]
    out |= {table: tables.get(table, []) for table in FLAT}
    weeks = sorted(tables.get("weeks", []), key=lambda doc: str(doc.get("week")))
    out["weeks"] = [week_object(folder.fold(WEEK, week), states.get(str(week.get("week")))) for week in weeks]
    loose = dict(folder.loose) | {table: docs for table, docs in tables.items() if docs and not _has_place(table)}
    if infos[1:]:
        loose["journal"] = infos[1:]
    return out | ({_LOOSE: loose} if loose else {})


def week_object(week: Doc, state: str | None) -> Doc:
    """A week with its lines inside, as files and `week --json` show it."""
    name = week.get("week")
    shown = dict(week)
    if shown.get("id") == name:
        shown.pop("id")
    shown |= {"monday": _monday(name)} | ({"state": state} if state else {})
    shown["lines"] = [_line_object(line) for line in shown.get("lines", ())]
    return {key: shown[key] for key in dict.fromkeys((*_WEEK_ORDER, *shown)) if key in shown}


def _line_object(line: Doc) -> Doc:
    """A line that says its focus point and its kind, also where the record leaves the default out."""
    whole = {"id": line.get("id"), "focus": None, "kind": LineKind.PROGRESS.value} | line
    return {key: whole[key] for key in dict.fromkeys((*_LINE_ORDER, *whole)) if key in whole}


def _monday(name: object) -> str | None:
    week = Week.named(str(name))
    return week.monday.isoformat() if week else None


def _has_place(table: str) -> bool:
    nested = {nest.table for whole in (PLAN, WEEK) for nest in whole.walk()}
    return table in nested or table in FLAT or table == "journal"
