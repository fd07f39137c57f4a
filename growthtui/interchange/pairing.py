"""Which record of a plan in the journal a record of a file is: by its id, else by what it says, else by its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from growthtui.interchange.content import fingerprint
from growthtui.interchange.entries import Doc, Entry
from growthtui.interchange.moves import Ids, Stored, filled
from growthtui.interchange.shape import PLAN_PARTS


@dataclass(frozen=True, slots=True)
class Pair:
    """A record of the file and the one of the journal that it is."""

    entry: Entry
    stored: Stored | None


def pair(
    entries: Sequence[Entry], stored: Iterable[Stored], ids: Ids, *, by_id: bool, loosely: bool
) -> tuple[list[Pair], list[Stored]]:
    """Each entry of one table with the record that it is, and the live records that are left.

    Args:
        entries: records of the file, in order.
        stored: records of the same plan in the journal.
        ids: where the references of the file lead.
        by_id: whether the ids of the file count (those of a typed plan are only its numbers).
        loosely: whether a record without id may be one that says something else: the one that is called the same,
            else the next one under the same parent.
    """
    left = {item.key: item for item in stored}
    found: dict[str, Stored] = {}

    def settle(candidates: Iterable[Entry], match: Callable[[Entry, Stored], bool], *, also_deleted: bool) -> None:
        for entry in candidates:
            fits = (item for item in left.values() if (also_deleted or item.is_live) and match(entry, item))
            if entry.place not in found and (hit := next(fits, None)):
                found[entry.place] = left.pop(hit.key)

    named = [entry for entry in entries if by_id and entry.own_id]
    nameless = [entry for entry in entries if not (by_id and entry.own_id)]
    settle(named, _is_known_as, also_deleted=True)
    if nameless:
        docs = {entry.place: filled(entry, ids) for entry in nameless}
        prints = {place: fingerprint(nameless[0].table, doc) for place, doc in docs.items()}
        said = {key: fingerprint(nameless[0].table, item.doc) for key, item in left.items()}
        parent = PLAN_PARTS[nameless[0].table]
        settle(nameless, lambda entry, item: prints[entry.place] == said[item.key], also_deleted=False)
        if loosely:
            settle(nameless, lambda entry, item: first_words(entry.doc) == first_words(item.doc), also_deleted=False)
            settle(
                nameless, lambda entry, item: docs[entry.place].get(parent) == item.doc.get(parent), also_deleted=False
            )
    pairs = [Pair(entry, found.get(entry.place)) for entry in entries]
    return pairs, [item for item in left.values() if item.is_live]


def first_words(doc: Doc) -> str:
    """What a record is called by: its text, its title, its name."""
    fields = ("text", "title", "north_star", "with", "name", "question", "url", "week", "kind")
    return next((str(doc[field]) for field in fields if doc.get(field)), "")


def words(plan: Doc, parts: Mapping[str, Sequence[Doc]]) -> tuple[object, ...]:
    """The words of a plan as one would type it; `parts` are in order."""
    points = tuple(
        (
            doc.get("title"),
            doc.get("note", ""),
            tuple(action.get("text") for action in parts["actions"] if action.get("focus") == doc.get("id")),
        )
        for doc in parts["focus"]
    )
    return plan.get("north_star", ""), frozenset(doc.get("text") for doc in parts["goals"]), points


def _is_known_as(entry: Entry, item: Stored) -> bool:
    return entry.id in (item.id, item.doc.get("imported_id"))
