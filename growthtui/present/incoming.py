"""What an import does, in words."""

from collections.abc import Mapping

from growthtui.interchange.moves import Fate

_NAMES = {
    "plans": ("plan", "plans"),
    "principles": ("principle", "principles"),
    "goals": ("goal", "goals"),
    "focus": ("focus point", "focus points"),
    "actions": ("action", "actions"),
    "checkins": ("check-in", "check-ins"),
    "weeks": ("week", "weeks"),
    "lines": ("line", "lines"),
    "people": ("person", "people"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "surveys": ("survey", "surveys"),
    "sessions": ("session", "sessions"),
    "assessments": ("rating", "ratings"),
    "events": ("event", "events"),
    "reviews": ("review", "reviews"),
}
_FATES = {
    Fate.ADDED: "New",
    Fate.REPLACED: "Replaced",
    Fate.REMOVED: "Removed",
    Fate.REVIVED: "Back from the trash",
    Fate.EQUAL: "Here already",
}


def counted(counts: Mapping[str, Mapping[Fate, int]]) -> tuple[tuple[str, str], ...]:
    """What becomes of how much: ("New", "1 plan, 1 goal, 3 focus points")."""
    groups = ((words, ", ".join(_things(counts, fate))) for fate, words in _FATES.items())
    return tuple((words, things) for words, things in groups if things)


def _things(counts: Mapping[str, Mapping[Fate, int]], fate: Fate) -> list[str]:
    found = ((table, fates.get(fate, 0)) for table, fates in counts.items())
    return [f"{many} {_name(table, many)}" for table, many in found if many]


def _name(table: str, many: int) -> str:
    one, more = _NAMES.get(table, (f"record of {table}", f"records of {table}"))
    return one if many == 1 else more
