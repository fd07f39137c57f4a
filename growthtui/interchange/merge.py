"""What the records of a file mean for a journal: which are new, which are there, which say something else.

The rules of interface 2.2. Nothing is written here: the result is a list of moves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from growthtui.interchange.content import Difference, differences, fingerprint, replaced
from growthtui.interchange.entries import Doc, Entry, Incoming
from growthtui.interchange.merge_plan import merge_plan
from growthtui.interchange.moves import Fate, Ground, Merge, Mode, Move, Outcome, Stored, Tables, filled
from growthtui.interchange.shape import PLAN_PARTS

_FIRST = ("journal", "people", "plans", "evidence")
"""Tables that others refer to."""


def merge(tables: Tables, incoming: Incoming, mode: Mode, new_id: Callable[[], str]) -> Merge:
    """What importing `incoming` would do to the records in `tables`; `new_id` makes ids where one is needed."""
    ground = Ground(tables, incoming, mode, new_id)
    out = Outcome({})
    rest = {table: list(incoming.of(table)) for table in dict.fromkeys(entry.table for entry in incoming.entries)}
    parts = _parts_by_plan(rest)
    for table in dict.fromkeys((*_FIRST, *rest)):
        if table == "plans":
            for plan in rest.get(table, ()):
                found = merge_plan(ground, plan, parts[plan.id], out.ids)
                out = Outcome(found.ids, out.moves + found.moves, out.differences + found.differences)
        else:
            _merge_records(ground, table, rest.get(table, ()), out)
    return Merge(tuple(out.moves), tuple(out.differences))


def _parts_by_plan(rest: dict[str, list[Entry]]) -> Mapping[str, Mapping[str, list[Entry]]]:
    """The parts of each plan by table; they are taken out of `rest`. A part without its plan stays."""
    plans = {plan.id: plan.id for plan in rest.get("plans", ())}
    owners = {"plan": plans, "focus": {}}
    parts: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: {table: [] for table in PLAN_PARTS})
    for table, parent in PLAN_PARTS.items():
        stay = []
        for entry in rest.get(table, ()):
            plan = owners[parent].get(str(entry.doc.get(parent)))
            if plan is None:
                stay.append(entry)
                continue
            parts[plan][table].append(entry)
            if table == "focus":
                owners["focus"][entry.id] = plan
        rest[table] = stay
    return parts


def _merge_records(ground: Ground, table: str, entries: Iterable[Entry], out: Outcome) -> None:
    """Add what becomes of records that stand for themselves."""
    twins = _Twins(table, [item for item in ground.shelf(table).records if item.is_live])
    for entry in entries:
        doc = filled(entry, out.ids)
        move, found = (
            _merge_named(ground, entry, doc) if entry.own_id else (_merge_nameless(ground, entry, doc, twins), ())
        )
        out.moves.append(move)
        out.differences += found
        out.ids[table, entry.id] = str(move.doc.get("id", ""))


def _merge_named(ground: Ground, entry: Entry, doc: Doc) -> tuple[Move, tuple[Difference, ...]]:
    table = entry.table
    known = ground.shelf(table).known_as(entry.id)
    live = [item for item in known if item.is_live]
    for item in live:
        # Also when what it refers to comes in beside the old one under another id: the record says the same.
        if entry.only_if_missing or not all(differences(table, item.doc, said) for said in (doc, entry.doc)):
            return Move(table, Fate.EQUAL, item.doc, item.key), ()
    if not known:
        return Move(table, Fate.ADDED, ground.named(entry, doc)), ()
    if not live:
        return Move(table, Fate.REVIVED, doc | {"id": known[0].id}, known[0].key), ()
    if ground.mode.sets_beside and table != "weeks":
        return Move(table, Fate.ADDED, ground.named(entry, doc)), ()
    new = replaced(table, live[0].doc, doc)
    return Move(table, Fate.REPLACED, new, live[0].key), differences(table, live[0].doc, doc)


def _merge_nameless(ground: Ground, entry: Entry, doc: Doc, twins: "_Twins") -> Move:
    twin = twins.take(doc)
    if twin is not None:
        return Move(entry.table, Fate.EQUAL, twin.doc, twin.key)
    return Move(entry.table, Fate.ADDED, ground.named(entry, doc))


class _Twins:
    """Live records by what they say; each is taken once."""

    def __init__(self, table: str, records: Iterable[Stored]) -> None:
        self._table = table
        self._records = records
        self._by_print: dict[bytes, list[Stored]] | None = None

    def take(self, doc: Doc) -> Stored | None:
        """A record that says the same as `doc`, if one is left."""
        if self._by_print is None:
            self._by_print = defaultdict(list)
            for item in self._records:
                self._by_print[fingerprint(self._table, item.doc)].append(item)
        same = self._by_print.get(fingerprint(self._table, doc))
        return same.pop(0) if same else None
