"""How records lie inside one another in a file, and flat in the journal's tables (interface 2.2).

A plan holds its principles, goals, focus points with their actions, and check-ins; a week holds its lines. Inside, the
place in a list says the order and the parent; flat, `position` and a reference do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from growthtui.interchange.entries import Doc, Intake


@dataclass(frozen=True, slots=True)
class Nest:
    """A table whose records lie in a list of that name inside their parent; `parent` is the field that refers to it."""

    table: str
    parent: str = ""
    parts: tuple["Nest", ...] = ()

    @property
    def is_ordered(self) -> bool:
        """Whether the flat records say their order in `position`; lines say it by when they were written."""
        return bool(self.parent) and self.table != "lines"

    def walk(self) -> Iterator["Nest"]:
        """This nest and all inside it, parents first."""
        yield self
        for part in self.parts:
            yield from part.walk()


PLAN = Nest(
    "plans",
    parts=(
        Nest("principles", "plan"),
        Nest("goals", "plan"),
        Nest("focus", "plan", (Nest("actions", "focus"),)),
        Nest("checkins", "plan"),
    ),
)
WEEK = Nest("weeks", parts=(Nest("lines", "week"),))

PLAN_PARTS: Mapping[str, str] = {nest.table: nest.parent for nest in PLAN.walk() if nest.parent}
"""Table to the field that refers to the parent."""

FLAT = ("people", "evidence", "feedback", "surveys", "sessions", "assessments", "events", "reviews")
"""Tables that lie at the top of a file as they are."""

STAMPS = ("created", "changed", "deleted")

_WORDS_OF = "goals", "focus", "actions"
REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "plans": {"logged_weeks": ("focus",), "dismissed.where": _WORDS_OF},
    "principles": {"plan": ("plans",)},
    "goals": {
        "plan": ("plans",),
        "enables": ("goals",),
        "measures.evidence": ("evidence",),
        "measures.observer": ("people",),
        "dependencies.who": ("people",),
    },
    "focus": {"plan": ("plans",), "goal": ("goals",)},
    "actions": {"focus": ("focus",), "needs": ("people",), "doings.evidence": ("evidence",)},
    "checkins": {"plan": ("plans",), "with": ("people",)},
    "weeks": {"known_by": ("people",)},
    "lines": {
        "focus": ("focus",),
        "action": ("actions",),
        "evidence": ("evidence",),
        "with": ("people",),
        "known_by": ("people",),
    },
    "evidence": {"focus": ("focus",), "from": ("people",)},
    "feedback": {"from": ("people",)},
    "surveys": {"recipients": ("people",), "responses.from": ("people",)},
    "sessions": {"with": ("people",), "answers.accepted": _WORDS_OF},
    "assessments": {"by": ("people",)},
}
"""Table to the fields that hold ids, each with the tables they may be of. A dot goes into the items of a list."""

Lookup = Callable[[tuple[str, ...], str], str | None]
"""From the tables an id may be of, and the id, to the id that is wanted; None takes the reference away."""


def unfold(intake: Intake, nest: Nest, value: object, place: str, **fields: object) -> str:
    """Take in a record with all that lies inside it; returns its id. ImportRefusedError."""
    doc = intake.mapping(value, place)
    inside = {part.table for part in nest.parts}
    own = {key: item for key, item in doc.items() if key not in inside}
    name = intake.add(nest.table, own | fields, place)
    if nest.table == "weeks":
        name = intake.week(doc.get("week"), place)
    for part in nest.parts:
        for position, (at, item) in enumerate(intake.items(doc, part.table, place)):
            order = {"position": position} if part.is_ordered else {}
            unfold(intake, part, item, at, **{part.parent: name}, **order)
    return name


class Folder:
    """Puts flat live records back inside one another."""

    def __init__(self, tables: Mapping[str, list[Doc]], nests: tuple[Nest, ...]) -> None:
        self._tables = tables
        self._inside: dict[str, dict[str, list[Doc]]] = {}
        self.loose: dict[str, list[Doc]] = {}
        """Records of nested tables whose parent is not there."""
        for nest in nests:
            self._index(nest, None)

    def _index(self, nest: Nest, parents: set[str] | None) -> None:
        docs = self._tables.get(nest.table, [])
        if parents is not None:
            groups: dict[str, list[Doc]] = defaultdict(list)
            for doc in docs:
                parent = _text(doc.get(nest.parent))
                target = groups[parent] if parent in parents else self.loose.setdefault(nest.table, [])
                target.append(doc)
            self._inside[nest.table] = groups
            docs = [doc for group in groups.values() for doc in group]
        here = {_name(nest, doc) for doc in docs} - {""}
        for part in nest.parts:
            self._index(part, here)

    def fold(self, nest: Nest, doc: Doc) -> Doc:
        """The record with its parts inside, without what their place says."""
        hidden = ((nest.parent,) if nest.parent else ()) + (("position",) if nest.is_ordered else ())
        out = {key: value for key, value in doc.items() if key not in hidden}
        for part in nest.parts:
            inside = self._inside[part.table].get(_name(nest, doc), [])
            if part.is_ordered:
                inside = sorted(inside, key=order_of)
            out[part.table] = [self.fold(part, item) for item in inside]
        return out


def order_of(doc: Doc) -> float:
    """The place of a flat record among its siblings, as far as it is a number."""
    position = doc.get("position", 0)
    return position if isinstance(position, int | float) else 0


def follow(table: str, doc: Doc, lookup: Lookup) -> Doc:
    """`doc` with every id it holds put through `lookup`; the rest is untouched."""
    out = dict(doc)
    for path, targets in REFERENCES.get(table, {}).items():
        field, _, inner = path.partition(".")
        if field in out:
            out[field] = _follow(out[field], inner, targets, lookup)
            if out[field] is None and doc[field] is not None:
                del out[field]
    return out


def _follow(value: object, inner: str, targets: tuple[str, ...], lookup: Lookup) -> object:
    if isinstance(value, str):
        return value if inner else _one(value, targets, lookup)
    if isinstance(value, list):
        found = [(item, _follow(item, inner, targets, lookup)) for item in value]
        return [new for old, new in found if new is not None or old is None]
    if isinstance(value, dict) and inner:
        new = _follow(value.get(inner), "", targets, lookup)
        return value | {inner: new} if new is not None else {key: item for key, item in value.items() if key != inner}
    if isinstance(value, dict):
        return {new: item for key, item in value.items() if (new := _one(key, targets, lookup)) is not None}
    return value


def _one(ref: str, targets: tuple[str, ...], lookup: Lookup) -> str | None:
    """An id, also one with a place inside the record behind it ("g1.measures[0]")."""
    whole = lookup(targets, ref)
    if whole != ref or "." not in ref:
        return whole
    record, dot, inner = ref.partition(".")
    found = lookup(targets, record)
    return f"{found}{dot}{inner}" if found else whole


def _name(nest: Nest, doc: Doc) -> str:
    """What the parts of a record refer to it by."""
    return _text(doc.get("week" if nest.table == "weeks" else "id"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
