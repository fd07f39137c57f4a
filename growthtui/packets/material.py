"""What the sections are made from: the filtered journal, cut to the period, for one reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from growthtui.dates import Week
from growthtui.domain.base import Audience, wording_on
from growthtui.domain.plan import Focus
from growthtui.domain.snapshot import PlanTree, Snapshot
from growthtui.domain.week import Evidence, Line, LineKind
from growthtui.domain.week import Week as WeekRecord
from growthtui.packets import words
from growthtui.packets.tree import Rich, Span


@dataclass(frozen=True)
class Material:
    """One packet before it is written.

    `snapshot` is the audience's view, never the journal itself. `summary` are the owner's own lines, `questions`
    those for the reader; `most_results` limits the results (None: no limit); `open` are the ids of the sections it has.
    """

    snapshot: Snapshot
    audience: Audience
    since: date
    until: date
    today: date
    summary: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    most_results: int | None = None
    open: frozenset[str] = frozenset()

    @cached_property
    def tree(self) -> PlanTree | None:
        """The active plan, else the newest."""
        plans = self.snapshot.plans
        plan = self.snapshot.active_plan or (plans[-1] if plans else None)
        return self.snapshot.tree_of(plan) if plan else None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the period, oldest first."""
        return tuple(line for line in self.snapshot.lines if self.holds_week(line.week))

    @cached_property
    def weeks(self) -> tuple[WeekRecord, ...]:
        """The weeks of the period, oldest first."""
        return tuple(week for week in self.snapshot.weeks if self.holds_week(week.week))

    @cached_property
    def results(self) -> tuple[Line, ...]:
        """The milestones that the results show, newest first."""
        milestones = [line for line in self.lines if line.kind is LineKind.MILESTONE]
        return choose_results(milestones, self.most_results)

    @cached_property
    def focus_by_id(self) -> dict[str, Focus]:
        """Focus points of all plans."""
        return {focus.id: focus for focus in self.snapshot.focus}

    def of_kind(self, *kinds: LineKind) -> tuple[Line, ...]:
        """The lines of these kinds in the period."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def holds_week(self, name: str) -> bool:
        """Whether any day of the week lies in the period."""
        week = Week.named(name)
        return week is not None and week.monday <= self.until and week.sunday >= self.since

    def holds(self, when: date | None) -> bool:
        """Whether a day lies in the period; what has no date counts as inside."""
        return when is None or self.since <= when <= self.until

    @cached_property
    def shows_years(self) -> bool:
        """Whether a day needs its year to be understood."""
        return self.since.year != self.until.year

    def days_of(self, name: str) -> str:
        """The days of a week by its name."""
        week = Week.named(name)
        return words.days_of(week, year=self.shows_years) if week else ""

    def day(self, when: date | None) -> str:
        """A day of the period; empty without one."""
        return words.day(when, year=self.shows_years) if when else ""

    def names(self, refs: Iterable[str]) -> str:
        """People by their names, each once."""
        return words.people(dict.fromkeys(self.snapshot.person_name(ref) for ref in refs))

    def focus_title(self, line: Line) -> str:
        """The title of a line's focus point as it stood then; empty without one."""
        focus = self.focus_by_id.get(line.focus or "")
        week = Week.named(line.week)
        if focus is None or week is None:
            return ""
        return wording_on(week.sunday, focus.title, focus.versions)

    def proofs(self, line: Line) -> tuple[Rich, ...]:
        """The evidence of a line, ready to be shown."""
        found = (self.snapshot.evidence_by_id.get(ref) for ref in line.evidence)
        return tuple(self.proof(item) for item in found if item is not None)

    def proof(self, item: Evidence) -> Rich:
        """One piece of evidence, ready to be shown."""
        return words.proof(item, self.snapshot.person_name(item.from_) if item.from_ else "")

    def witnesses(self, line: Line) -> str:
        """Who knows about a line: what the line says, else its week; those who took part know it anyway."""
        week = self.snapshot.week_by_name.get(line.week)
        return self.names(line.known_by or (week.known_by if week else ()))


def facts(*parts: str) -> tuple[Rich, ...]:
    """Quiet words about an item; empty ones are left out."""
    return tuple((Span(part),) for part in parts if part)


def choose_results(milestones: list[Line], most: int | None) -> tuple[Line, ...]:
    """Up to `most` milestones, newest first: those with evidence before others, and of either one of each month first.

    The months come before the date so that the newest weeks do not push out the rest (domain 5.1).
    """
    newest_first = sorted(milestones, key=lambda line: (bool(line.evidence), line.week), reverse=True)
    seen: Counter[str] = Counter()
    places = []
    for line in newest_first:
        month = _month(line)
        places.append((not line.evidence, seen[month], line))
        seen[month] += 1
    chosen = [line for *_, line in sorted(places, key=lambda place: place[:2])[:most]]
    return tuple(sorted(chosen, key=lambda line: line.week, reverse=True))


def _month(line: Line) -> str:
    week = Week.named(line.week)
    return f"{week.monday:%Y-%m}" if week else ""
