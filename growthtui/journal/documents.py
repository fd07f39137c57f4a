"""The journal as documents that other programs read: the plan, a week, everything (interface 2.2).

They are made from the raw records, so that unknown keys and tables leave as they came.
"""

from collections.abc import Iterable, Iterator

from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.plan import Plan
from growthtui.domain.snapshot import PlanTree
from growthtui.domain.week import WeekState
from growthtui.insights.weeks import state_of, week_states
from growthtui.interchange import growthplan
from growthtui.interchange.entries import Doc
from growthtui.interchange.growthjournal import week_object, write_growthjournal
from growthtui.interchange.growthplan import write_growthplan
from growthtui.interchange.shape import WEEK, Folder, follow
from growthtui.journal.ledger import Ledger
from growthtui.storage.codec import META, is_live

WEEK_SCHEMA = "growthtui/week/1"

_PARENTS = {
    "plans": ("", ""),
    "weeks": ("", ""),
    "principles": ("plan", "plans"),
    "goals": ("plan", "plans"),
    "focus": ("plan", "plans"),
    "actions": ("focus", "focus"),
    "checkins": ("plan", "plans"),
    "lines": ("week", "weeks"),
}
"""Table to the field that names the record it lies in, and the table of that one; parents first."""


class Documents:
    """Shows one journal in the shapes of the interface."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def plan(self) -> Doc:
        """The active plan as `growthplan/1`; without one, a plan with empty lists."""
        tree = self._ledger.snapshot().tree
        if tree is None:
            return dict(growthplan.EMPTY)
        tables = self._live()
        raw = next(doc for doc in tables["plans"] if doc.get("id") == tree.plan.id)
        return write_growthplan(raw, tables, tree)

    def week(self, week: Week) -> Doc:
        """One week with its lines and its derived state, whether or not anything was written."""
        name = str(week)
        raw = self._ledger.raw_tables()
        weeks = [doc for doc in _live(raw.get("weeks", {}).values()) if doc.get("week") == name][:1]
        lines = [doc for doc in _live(raw.get("lines", {}).values()) if doc.get("week") == name]
        record = weeks[0] if weeks else {"id": name, "week": name}
        folder = Folder({"weeks": [record], "lines": lines}, (WEEK,))
        state = state_of(self._ledger.snapshot(), week, self._ledger.clock.today())
        return {"schema": WEEK_SCHEMA} | week_object(folder.fold(WEEK, record), state)

    def journal(self, *, with_private: bool = False) -> Doc:
        """Everything as `growthjournal/1`.

        Args:
            with_private: nothing is left out, so that importing it gives an equal journal. Without it, what the
                owner hides even from ordinary exports for self stays: private notes, and entries for others only.
        """
        tables = self._live()
        if not with_private:
            tables = _for_self(tables)
        exported_at = self._ledger.clock.now().isoformat(timespec="seconds")
        return write_growthjournal(tables, self._states(tables), exported_at)

    def plan_text(self) -> str:
        """The active plan as Markdown in the layout that `import` reads back word for word."""
        from growthtui.interchange.plan_lines import FocusText
        from growthtui.interchange.plan_text import PlanText, write_plan_text

        tree = self._ledger.snapshot().tree or PlanTree(Plan(id=""))
        points = (
            FocusText(point.focus.title, point.focus.note, tuple(action.text for action in point.actions))
            for point in tree.points
        )
        goal = tree.current_goal.text if tree.current_goal else ""
        return write_plan_text(PlanText(tree.plan.north_star, goal, tuple(points)))

    def _live(self) -> dict[str, list[Doc]]:
        """Raw records by table, without those in the trash: they never leave."""
        raw = self._ledger.raw_tables()
        return {table: list(_live(docs.values())) for table, docs in raw.items() if table != META}

    def _states(self, tables: dict[str, list[Doc]]) -> dict[str, str]:
        snapshot, today = self._ledger.snapshot(), self._ledger.clock.today()
        states = {str(week): state.value for week, state in week_states(snapshot, today).items()}
        ahead = {str(doc.get("week")) for doc in tables.get("weeks", [])} - states.keys()
        paused = {name for name in ahead if name in snapshot.week_by_name and snapshot.week_by_name[name].is_paused}
        return states | {name: (WeekState.PAUSED if name in paused else WeekState.OPEN).value for name in ahead}


def _live(docs: Iterable[Doc]) -> Iterator[Doc]:
    return filter(is_live, docs)


def _for_self(tables: dict[str, list[Doc]]) -> dict[str, list[Doc]]:
    """Only what an ordinary export for the owner holds: what stays takes its parts and the links to it along."""
    hidden: set[tuple[str, str]] = set()
    for table in dict.fromkeys((*_PARENTS, *tables)):
        field, parent = _PARENTS.get(table, ("", ""))
        for doc in tables.get(table, []):
            if not _is_for_self(doc) or (parent, str(doc.get(field))) in hidden:
                hidden.add((table, str(doc.get("id"))))

    def lookup(targets: tuple[str, ...], ref: str) -> str | None:
        return None if any((table, ref) in hidden for table in targets) else ref

    return {
        table: [follow(table, _shown(doc), lookup) for doc in docs if (table, str(doc.get("id"))) not in hidden]
        for table, docs in tables.items()
    }


def _is_for_self(value: object) -> bool:
    if not isinstance(value, dict):
        return True
    audiences = value.get("visibility")
    return audiences is None or (isinstance(audiences, list) and Audience.SELF in audiences)


def _shown(doc: Doc) -> Doc:
    """A record without the parts that are hidden even from self, and without a private note."""
    out: Doc = {}
    for key, value in doc.items():
        if key == "private":
            continue
        if isinstance(value, dict):
            out |= {key: _shown(value)} if _is_for_self(value) else {}
        elif isinstance(value, list):
            out[key] = [_shown(item) if isinstance(item, dict) else item for item in value if _is_for_self(item)]
        else:
            out[key] = value
    return out
