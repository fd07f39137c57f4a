"""The wall: from the whole journal to a new snapshot that holds only what one audience may see (domain 5.2).

Everything behind it (sections, tree, renderers) works on the result alone, so none of them can show what it never
had. Nothing marks the places where something was taken out.
"""

from collections.abc import Iterable, Iterator

import msgspec

from growthtui.domain.base import Audience, Record, Version
from growthtui.domain.people import Assessment, Feedback, JournalInfo, Rating, Session, Survey
from growthtui.domain.plan import Action, Checkin, Dependency, Focus, Goal, Measure, Plan
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.domain.week import Evidence, Line, Week
from growthtui.insights.reach import Reach
from growthtui.packets.people import Naming, readers

replace = msgspec.structs.replace


def audience_view(
    snapshot: Snapshot, policy: VisibilityPolicy, audience: Audience, *, with_private: bool = False
) -> Snapshot:
    """What `audience` may see of the journal; `with_private` opens private notes to self."""
    reach = Reach(snapshot, policy, with_private=with_private)
    if audience is Audience.SELF:
        return Snapshot.of(_for_self(snapshot, reach))
    return Snapshot.of(_View(snapshot, reach, audience).records())


def _for_self(snapshot: Snapshot, reach: Reach) -> Iterator[Record]:
    """Everything but private notes; people keep their names."""
    yield from (snapshot.info, *snapshot.people, *snapshot.plans, *snapshot.checkins)
    for group in (snapshot.principles, snapshot.goals, snapshot.focus, snapshot.actions, snapshot.lines):
        yield from (record for record in group if reach.sees(Audience.SELF, record))
    for others in (snapshot.evidence, snapshot.feedback, snapshot.events):
        yield from (record for record in others if reach.sees(Audience.SELF, record))
    has_notes = reach.of_kind(Audience.SELF, "private_note") is None
    yield from (week if has_notes else replace(week, private="") for week in snapshot.weeks)
    yield from (_open_answers(session, reach, Audience.SELF) for session in snapshot.sessions)
    yield from (*snapshot.surveys, *snapshot.assessments, *snapshot.reviews)


def _open_answers(session: Session, reach: Reach, audience: Audience) -> Session:
    kept = (item for item in session.answers if reach.of_kind(audience, "session_answer", item.visibility) is None)
    return replace(session, answers=tuple(kept))


class _View:
    """The journal as somebody else sees it. What stays is written anew, field by field."""

    def __init__(self, journal: Snapshot, reach: Reach, audience: Audience) -> None:
        self._journal = journal
        self._reach = reach
        self._audience = audience
        self._naming = Naming(journal, audience)
        self._goals = self._ids(journal.goals)
        self._points = self._ids(journal.focus)
        self._actions = self._ids(journal.actions)
        self._proof = self._ids(journal.evidence)

    def records(self) -> Iterator[Record]:
        """All that stays."""
        journal = self._journal
        yield JournalInfo(id=journal.info.id, person=journal.info.person, language=journal.info.language)
        yield from self._people()
        yield from map(self._plan, journal.plans)
        yield from (replace(item, accepted_consequence="") for item in journal.principles if self._sees(item))
        yield from (goal for goal in map(self._goal, journal.goals) if goal)
        yield from (self._focus(focus) for focus in journal.focus if focus.id in self._points)
        yield from (self._action(action) for action in journal.actions if action.id in self._actions)
        yield from (self._line(line) for line in journal.lines if self._sees(line))
        yield from (week for week in map(self._week, journal.weeks) if week)
        yield from (self._evidence(item) for item in journal.evidence if item.id in self._proof)
        yield from (self._feedback(item) for item in journal.feedback if self._sees(item))
        yield from (survey for survey in map(self._survey, journal.surveys) if survey.responses)
        yield from (session for session in map(self._session, journal.sessions) if session.answers)
        yield from (event for event in journal.events if self._sees(event))
        if self._opens("assessment"):
            yield from map(self._assessment, journal.assessments)

    def _ids(self, records: Iterable[Record]) -> frozenset[str]:
        return frozenset(record.id for record in records if self._sees(record))

    def _sees(self, record: Record) -> bool:
        return self._reach.sees(self._audience, record)

    def _opens(self, key: str) -> bool:
        return self._reach.of_kind(self._audience, key) is None

    def _named(self, ref: str) -> str:
        return self._naming.name(ref) if ref else ""

    def _people(self) -> Iterator[Record]:
        if self._opens("people"):
            yield from (*self._journal.people, *self._journal.checkins)
            return
        yield from readers(self._journal, self._audience)
        for talk in self._journal.checkins:  # they say who the reader is
            if talk.role == self._audience:
                yield Checkin(id=talk.id, plan=talk.plan, with_=talk.with_, role=talk.role)

    def _plan(self, plan: Plan) -> Plan:
        shows = self._sees(plan)
        return Plan(
            id=plan.id,
            status=plan.status,
            mode=plan.mode,
            language=plan.language,
            start=plan.start,
            horizon_months=plan.horizon_months,
            north_star=plan.north_star if shows else "",
            versions=_only_dates(plan.versions, plan.north_star) if shows else (),
            closed_on=plan.closed_on,
        )

    def _goal(self, goal: Goal) -> Goal | None:
        """The goal; where the default closes it, its measures alone if they are open."""
        shows = goal.id in self._goals
        is_closed_by_choice = not shows and goal.visibility is not None
        measures = () if is_closed_by_choice or not self._opens("measure") else map(self._measure, goal.measures)
        bare = Goal(id=goal.id, plan=goal.plan, text="", status=goal.status, measures=tuple(measures))
        if not shows:
            return bare if bare.measures else None
        asks = goal.dependencies if self._opens("dependency") else ()
        return replace(
            goal,
            measures=bare.measures,
            dependencies=tuple(map(self._dependency, asks)),
            enables=goal.enables if goal.enables in self._goals else None,
            may_cost_now="",
            versions=_only_dates(goal.versions, goal.text),
            kind_given="",
            status_given="",
        )

    def _measure(self, measure: str | Measure) -> str | Measure:
        return measure if isinstance(measure, str) else replace(measure, observer=self._named(measure.observer))

    def _dependency(self, item: Dependency) -> Dependency:
        return replace(item, who=self._named(item.who), plan_b="")

    def _focus(self, focus: Focus) -> Focus:
        return replace(
            focus,
            goal=focus.goal if focus.goal in self._goals else None,
            versions=_only_dates(focus.versions, focus.title),
            status_given="",
        )

    def _action(self, action: Action) -> Action:
        return replace(
            action,
            needs=self._naming.names(action.needs),
            versions=_only_dates(action.versions, action.text),
            hours_per_week=None,
            status_given="",
        )

    def _line(self, line: Line) -> Line:
        """Links to what is hidden go with their labels."""
        return replace(
            line,
            focus=line.focus if line.focus in self._points else None,
            action=line.action if line.action in self._actions else None,
            evidence=tuple(ref for ref in line.evidence if ref in self._proof),
            known_by=self._naming.names(line.known_by) if self._opens("known_by") else (),
            with_=self._naming.names(line.with_),
            kind_given="",
        )

    def _week(self, week: Week) -> Week | None:
        bare = Week(id=week.id, week=week.week)
        shown = Week(
            id=week.id,
            week=week.week,
            energy=week.energy if self._opens("energy") else None,
            confidence=week.confidence if self._opens("confidence") else None,
            carried=week.carried if self._opens("carried") else (),
            next=week.next if self._opens("next_step") else (),
            block=week.block if self._opens("block") else None,
            known_by=self._naming.names(week.known_by) if self._opens("known_by") else (),
        )
        return None if shown == bare else shown

    def _evidence(self, proof: Evidence) -> Evidence:
        return replace(proof, focus=None, from_=self._named(proof.from_))

    def _feedback(self, feedback: Feedback) -> Feedback:
        return replace(feedback, from_=self._named(feedback.from_))

    def _survey(self, survey: Survey) -> Survey:
        """Only the answers with consent, without the question and without what the owner made of them."""
        agreed = (item for item in survey.responses if self._reach.of_response(self._audience, item) is None)
        responses = (replace(item, from_=self._named(item.from_), verdict="", why_not_known="") for item in agreed)
        return Survey(id=survey.id, question="", responses=tuple(responses))

    def _session(self, session: Session) -> Session:
        advice = session.parked_advice if self._opens("parked_advice") else ()
        return replace(
            _open_answers(session, self._reach, self._audience),
            with_=self._named(session.with_),
            agreement="",
            parked_advice=tuple(item for item in advice if item.shown),
        )

    def _assessment(self, assessment: Assessment) -> Assessment:
        """Levels without derailers; a note beside derailers may speak of them and goes with them."""
        if self._opens("derailer"):
            return assessment
        ratings = {
            key: Rating(level=rating.level, note="" if rating.derailers else rating.note)
            for key, rating in assessment.ratings.items()
        }
        return replace(assessment, ratings=ratings)


def _only_dates(versions: tuple[Version, ...], current: str) -> tuple[Version, ...]:
    """When a wording changed, without the words that were given up."""
    return tuple(Version(text=current, since=version.since, until=version.until) for version in versions)
