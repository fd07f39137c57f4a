"""What an import does or would do, for both front ends and as JSON."""

from dataclasses import dataclass

from growthtui.domain.plan import Plan
from growthtui.errors import BadInputError
from growthtui.interchange.content import Difference
from growthtui.interchange.entries import Incoming
from growthtui.interchange.moves import Fate, Merge
from growthtui.interchange.pairing import first_words

SCHEMA = "growthtui/import/1"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One record that changes: what becomes of it, and what it is called by."""

    table: str
    fate: Fate
    id: str
    text: str
    imported_id: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of an import, real or tried.

    `counts` gives for each table how many records have each fate; `items` are the records that are not equal.
    `closes` is the plan that ends, `open_goals` are added goals whose kind is not known, `notes` tell what was read
    otherwise than it stands in the file, `refusal` is why it would be refused.
    """

    source: str
    schema: str
    counts: dict[str, dict[Fate, int]]
    items: tuple[ImportItem, ...]
    differences: tuple[Difference, ...]
    closes: str
    open_goals: tuple[str, ...]
    notes: tuple[str, ...]
    refusal: BadInputError | None

    @property
    def is_empty(self) -> bool:
        """Whether the journal holds all of it already."""
        return not self.items

    def as_json(self) -> dict[str, object]:
        """The report as a JSON object."""
        return {
            "schema": SCHEMA,
            "file": self.source,
            "format": self.schema,
            "counts": {
                table: {fate.value: many for fate, many in fates.items()} for table, fates in self.counts.items()
            },
            "records": [
                {"table": item.table, "fate": item.fate.value, "id": item.id, "text": item.text}
                | ({"imported_id": item.imported_id} if item.imported_id else {})
                for item in self.items
            ],
            "differences": [
                {"table": found.table, "id": found.id, "field": found.field, "here": found.here, "file": found.there}
                for found in self.differences
            ],
            "closes": self.closes or None,
            "open_goals": list(self.open_goals),
            "notes": list(self.notes),
            "refused": str(self.refusal) if self.refusal else None,
        }


def report_of(incoming: Incoming, found: Merge, closes: Plan | None, refusal: BadInputError | None) -> ImportReport:
    """The report of a merge."""
    counts: dict[str, dict[Fate, int]] = {}
    items = []
    for move in found.moves:
        fates = counts.setdefault(move.table, {})
        fates[move.fate] = fates.get(move.fate, 0) + 1
        if move.fate is not Fate.EQUAL:
            name, before = str(move.doc.get("id", "")), str(move.doc.get("imported_id", ""))
            items.append(ImportItem(move.table, move.fate, name, first_words(move.doc), before))
    added = [move.doc for move in found.moves if move.table == "goals" and move.fate is Fate.ADDED]
    return ImportReport(
        source=incoming.source,
        schema=incoming.schema,
        counts=counts,
        items=tuple(items),
        differences=found.differences,
        closes=closes.id if closes else "",
        open_goals=tuple(str(doc.get("text", "")) for doc in added if "kind" not in doc),
        notes=incoming.notes,
        refusal=refusal,
    )
