"""A plan of a file with all its parts: which plan of the journal it is, and what differs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from growthtui.interchange.content import Difference, differences, replaced
from growthtui.interchange.entries import Doc, Entry
from growthtui.interchange.moves import Fate, Ground, Ids, Move, Outcome, Stored, filled, is_active
from growthtui.interchange.pairing import Pair, first_words, pair, words
from growthtui.interchange.shape import PLAN_PARTS, order_of

Parts = Mapping[str, Sequence[Entry]]
"""The parts of one plan by table."""

_TYPED_PARTS = ("focus", "actions")
"""What a typed plan tells all of; of the other tables it only adds to or changes what it names."""


def merge_plan(ground: Ground, plan: Entry, parts: Parts, ids: Ids) -> Outcome:
    """What becomes of a plan and its parts; `ids` is where the references of the file lead so far."""
    return _PlanMerger(ground, plan, parts, ids).run()


class _PlanMerger:
    def __init__(self, ground: Ground, plan: Entry, parts: Parts, ids: Ids) -> None:
        self._ground = ground
        self._plan = plan
        self._parts = parts
        self._ids = ids
        self._is_typed = ground.incoming.is_typed
        self._is_whole = ground.incoming.is_plan

    def run(self) -> Outcome:
        known = self._same_plans()
        if self._is_typed and known and self._has_same_words(known[0]):
            return self._all_equal(known[0])
        tries = [self._onto(item) for item in known]
        equal = next((outcome for outcome in tries if not outcome.differences), None)
        if equal is not None:
            return equal
        return tries[0] if tries and not self._ground.mode.sets_beside else self._onto(None)

    def _same_plans(self) -> list[Stored]:
        """The plans of the journal that this one may be, the likeliest first."""
        shelf = self._ground.shelf("plans")
        if self._plan.own_id:
            return sorted(shelf.known_as(self._plan.id), key=lambda item: not item.is_live)
        live = [item for item in shelf.records if item.is_live]
        same = [item for item in live if self._has_same_words(item)]
        if same or not self._ground.mode.replace:
            return same
        return [item for item in live if is_active(item.doc)]

    def _has_same_words(self, stored: Stored) -> bool:
        theirs = {table: [entry.doc for entry in self._parts[table]] for table in PLAN_PARTS}
        mine = {table: [item.doc for item in items if item.is_live] for table, items in self._inside(stored).items()}
        goals = {doc.get("text") for doc in theirs["goals"]}
        mine["goals"] = [doc for doc in mine["goals"] if doc.get("text") in goals]
        return words(self._plan.doc, theirs) == words(stored.doc, mine)

    def _inside(self, plan: Stored | None) -> dict[str, list[Stored]]:
        """The parts of a plan of the journal by table, in the order the person gave."""
        inside: dict[str, list[Stored]] = defaultdict(list)
        for table, parent in PLAN_PARTS.items() if plan else ():
            owners = {item.id for item in inside["focus"]} if parent == "focus" else {plan.id if plan else ""}
            found = [item for item in self._ground.shelf(table).records if item.doc.get(parent) in owners]
            inside[table] = sorted(found, key=lambda item: order_of(item.doc))
        return inside

    def _all_equal(self, stored: Stored) -> Outcome:
        moves = [Move("plans", Fate.EQUAL, stored.doc, stored.key)]
        moves += [Move(table, Fate.EQUAL, entry.doc) for table in PLAN_PARTS for entry in self._parts[table]]
        return Outcome(self._ids, moves)

    def _onto(self, stored: Stored | None) -> Outcome:
        """The outcome when the plan is `stored`, or a new one: first the ids of all, then what refers to them."""
        out = Outcome(dict(self._ids))
        inside = self._inside(stored)
        is_there = stored is not None and stored.is_live
        named = {"plans": self._named(out.ids, [Pair(self._plan, stored)])}
        left: dict[str, list[Stored]] = {}
        for table in PLAN_PARTS:
            pairs, left[table] = pair(
                self._parts[table], inside[table], out.ids, by_id=not self._is_typed, loosely=self._is_whole
            )
            named[table] = self._named(out.ids, pairs)
        for table, settled in named.items():
            self._settle(out, table, settled, is_there=is_there)
            if is_there and self._is_whole and (table in _TYPED_PARTS or not self._is_typed):
                gone = left.get(table, [])
                out.moves += [Move(table, Fate.REMOVED, item.doc, item.key) for item in gone]
                out.differences += [_only(table, item.doc, here=True) for item in gone]
        return out

    def _named(self, ids: Ids, pairs: Sequence[Pair]) -> list[tuple[Pair, Doc]]:
        """The pairs of one table with the record that has the id of each; `ids` learns them."""
        named = [
            (item, item.stored.doc if item.stored else self._ground.named(item.entry, item.entry.doc)) for item in pairs
        ]
        ids |= {(item.entry.table, item.entry.id): str(doc["id"]) for item, doc in named}
        return named

    def _settle(self, out: Outcome, table: str, named: Sequence[tuple[Pair, Doc]], *, is_there: bool) -> None:
        """Add the moves for one table, and what differs when the plan `is_there`."""
        places = _places([item for item, _ in named]) if is_there and self._is_whole else {}
        for item, doc in named:
            there = filled(item.entry, out.ids) | {key: doc[key] for key in ("id", "imported_id") if key in doc}
            if item.stored is None or not item.stored.is_live:
                fate = Fate.REVIVED if item.stored else Fate.ADDED
                out.moves.append(Move(table, fate, there, item.stored.key if item.stored else ""))
                out.differences += [_only(table, there, here=False)] if is_there and self._is_whole else []
                continue
            found = (*differences(table, doc, there, typed=self._is_typed), *places.get(item.entry.place, ()))
            new = replaced(table, doc, there, typed=self._is_typed) if found else doc
            out.moves.append(Move(table, Fate.REPLACED if found else Fate.EQUAL, new, item.stored.key))
            out.differences += found if is_there else ()


def _places(pairs: Sequence[Pair]) -> dict[str, tuple[Difference, ...]]:
    """Where the file has records that are there in another order."""
    groups: dict[object, list[tuple[Entry, Stored]]] = defaultdict(list)
    for item in pairs:
        if item.stored is not None and item.stored.is_live:
            groups[item.entry.doc.get(PLAN_PARTS.get(item.entry.table, ""))].append((item.entry, item.stored))
    found: dict[str, tuple[Difference, ...]] = {}
    for group in groups.values():
        mine = {
            stored.key: place
            for place, (_, stored) in enumerate(sorted(group, key=lambda both: order_of(both[1].doc)), 1)
        }
        for place, (entry, stored) in enumerate(group, 1):
            if mine[stored.key] != place:
                here, there = f"{mine[stored.key]}", f"{place}"
                found[entry.place] = (Difference(entry.table, stored.id, "place in the list", here, there),)
    return found


def _only(table: str, doc: Doc, *, here: bool) -> Difference:
    said = first_words(doc)
    return Difference(table, str(doc.get("id", "")), "the whole record", said if here else "", "" if here else said)
