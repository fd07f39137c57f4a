"""Question sessions: begun, left, resumed, and taken into the plan item by item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from growthtui.coach.catalogue import load_questions
from growthtui.coach.proposals import Proposal, ProposalKind, proposals, what_else
from growthtui.coach.shelves import QuestionSet, Roles
from growthtui.coach.wizard import Wizard
from growthtui.dates import Week as IsoWeek
from growthtui.domain.people import Session
from growthtui.domain.plan import Dependency, GoalKind, PrincipleKind
from growthtui.domain.week import NextStep, Week
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.actions import Actions, NewAction
from growthtui.journal.checkins import Checkins, NewCheckin
from growthtui.journal.focus import FocusPoints, NewFocus
from growthtui.journal.goals import Goals, NewGoal
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.principles import NewPrinciple, Principles
from growthtui.storage.ids import new_ulid, ulid_text

GapVerdict = Literal["missing", "unknown", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A proposal the person took, with the words and the choices they gave it.

    `goal_kind` is asked for a goal; `gap` for a gap: missing (learn it), unknown to others (show it), unsure (ask).
    `first_step` becomes the first action of a focus point.
    """

    proposal: Proposal
    text: str
    goal_kind: GoalKind | None = None
    gap: GapVerdict = "missing"
    first_step: str = ""
    who: str = ""


class Sessions:
    """Question sessions of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def sets(self) -> tuple[QuestionSet, ...]:
        """The question sets there are."""
        return load_questions().sets

    def roles(self) -> Roles | None:
        """The role cards of a session for two."""
        return load_questions().roles

    def begin(self, set_id: str, with_: str = "") -> Wizard:
        """A new walk through a set; nothing is saved yet. NotFoundError."""
        return Wizard.start(self._set(set_id), with_=with_.strip())

    def unfinished(self) -> tuple[Session, ...]:
        """Sessions that were left before their end, newest first."""
        open_ = [session for session in self._ledger.snapshot().sessions if not session.finished]
        return tuple(reversed(open_))

    def resume(self, set_id: str | None = None) -> Wizard:
        """The newest unfinished session (of one set), where it was left. NotFoundError."""
        left = next((one for one in self.unfinished() if set_id in (None, one.kind)), None)
        if left is None:
            raise NotFoundError("unfinished session", set_id or "newest", "Start one with `growthtui pair`.")
        return Wizard.resume(self._set(left.kind), left)

    def keep(self, wizard: Wizard) -> Wizard:
        """Save a session that is left, to be resumed."""
        with self._ledger.transaction(f"{wizard.questions.id} session left") as changes:
            return Wizard(wizard.questions, self._store(changes, wizard.session))

    def proposals(self, wizard: Wizard) -> tuple[Proposal, ...]:
        """What the answers offer for the plan."""
        return proposals(wizard)

    def what_else(self, wizard: Wizard) -> tuple[str, ...]:
        """Questions to ask at the read-back."""
        return what_else(wizard)

    def finish(self, wizard: Wizard, accepted: Sequence[Accepted] = (), next_date: date | None = None) -> Session:
        """Close a session and take the accepted items into the plan: one save, one step of the history.

        Raises:
            BadInputError: an accepted item without words, a next date in the past.
        """
        today = self._ledger.clock.today()
        if next_date is not None and next_date < today:
            raise BadInputError(
                f"The next meeting cannot be on {next_date}: that day is over. Give a day from {today} on."
            )
        with self._ledger.transaction(f"{wizard.questions.id} session") as changes:
            linked: dict[str, list[str]] = {}
            for item in sorted(accepted, key=lambda one: one.proposal.kind is not ProposalKind.GOAL):
                if not item.text.strip():
                    raise BadInputError(
                        f"A {item.proposal.kind} without words cannot go into the plan. Write it, or leave it."
                    )
                linked.setdefault(item.proposal.step, []).extend(self._take(changes, item))
            session = wizard.finish().session
            answers = tuple(
                msgspec.structs.replace(answer, accepted=(*answer.accepted, *linked.get(answer.step, ())))
                for answer in session.answers
            )
            if next_date is not None and session.with_:
                self._agree_on(changes, session.with_, next_date)
            return self._store(changes, msgspec.structs.replace(session, answers=answers, next=next_date))

    def drop(self, session: Session) -> None:
        """Put a session into the trash."""
        with self._ledger.transaction("drop session") as changes:
            changes.delete(session)

    def _set(self, set_id: str) -> QuestionSet:
        try:
            return load_questions()[set_id]
        except KeyError:
            known = ", ".join(questions.id for questions in self.sets())
            raise NotFoundError("question set", set_id, f"There are: {known}.") from None

    def _store(self, changes: Changes, session: Session) -> Session:
        stored = next((one for one in changes.snapshot().sessions if session.id and one.id == session.id), None)
        if stored is None:
            return changes.create(msgspec.structs.replace(session, on=session.on or self._ledger.clock.today()))
        return changes.save(stored, msgspec.structs.replace(session, on=session.on or stored.on))

    def _take(self, changes: Changes, item: Accepted) -> list[str]:
        takers: dict[ProposalKind, Callable[[Changes, Accepted], list[str]]] = {
            ProposalKind.GOAL: self._take_goal,
            ProposalKind.MEASURE: self._take_measure,
            ProposalKind.FOCUS: self._take_focus,
            ProposalKind.GAP: self._take_gap,
            ProposalKind.ASK: self._take_ask,
            ProposalKind.PRINCIPLE: self._take_principle,
            ProposalKind.HOURS: self._take_hours,
            ProposalKind.STEP: self._take_step,
        }
        return takers[item.proposal.kind](changes, item)

    def _take_goal(self, _: Changes, item: Accepted) -> list[str]:
        return [Goals(self._ledger).add(NewGoal(text=item.text, kind=item.goal_kind, current=True)).id]

    def _take_measure(self, changes: Changes, item: Accepted) -> list[str]:
        tree = changes.snapshot().tree
        goal = tree.current_goal if tree else None
        if goal is None:
            raise BadInputError(
                f"“{item.text}” measures a goal, and no goal is current. Take a goal into the plan first."
            )
        changes.save(goal, msgspec.structs.replace(goal, measures=(*goal.measures, item.text.strip())))
        return [goal.id]

    def _take_focus(self, _: Changes, item: Accepted, direction: str = "") -> list[str]:
        new = NewFocus(title=item.text, direction=direction or item.proposal.direction)
        focus = FocusPoints(self._ledger).add(new)
        if not item.first_step.strip():
            return [focus.id]
        return [focus.id, Actions(self._ledger).add(NewAction(text=item.first_step, focus=focus.id)).id]

    def _take_gap(self, changes: Changes, item: Accepted) -> list[str]:
        if item.gap == "unsure":
            return []
        return self._take_focus(changes, item, "learning" if item.gap == "missing" else "visibility")

    def _take_ask(self, changes: Changes, item: Accepted) -> list[str]:
        """The ask becomes an entry of the goal and an action of one's own, where there is a focus point to hold it."""
        tree = changes.snapshot().tree
        who = (item.who or item.proposal.who).strip()
        linked = []
        if tree is not None and tree.current_goal is not None:
            goal = tree.current_goal
            ask = Dependency(who=who, ask=item.text.strip())
            changes.save(goal, msgspec.structs.replace(goal, dependencies=(*goal.dependencies, ask)))
            linked.append(goal.id)
        if tree is not None and tree.points:
            words = f"Ask {who}: {item.text.strip()}" if who else f"Ask: {item.text.strip()}"
            new = NewAction(text=words, focus=tree.points[0].focus.id, needs=(who,) if who else ())
            linked.append(Actions(self._ledger).add(new).id)
        return linked

    def _take_principle(self, _: Changes, item: Accepted) -> list[str]:
        return [Principles(self._ledger).add(NewPrinciple(text=item.text, kind=PrincipleKind.NOT_WILLING)).id]

    def _take_hours(self, changes: Changes, item: Accepted) -> list[str]:
        try:
            hours = float(item.text)
        except ValueError:
            raise BadInputError(f"{item.text!r} is no number of hours; write for example 3 or 1.5.") from None
        plan = plan_to_fill(changes, self._ledger.clock.today())
        changes.save(plan, msgspec.structs.replace(plan, hours_per_week=hours))
        return [plan.id]

    def _take_step(self, changes: Changes, item: Accepted) -> list[str]:
        name = str(IsoWeek.of(self._ledger.clock.today()))
        stored = changes.snapshot().week_by_name.get(name) or changes.create(Week(id=name, week=name))
        step = NextStep(
            id=ulid_text(new_ulid(self._ledger.clock.now())),
            text=item.text.strip(),
            confidence=item.proposal.confidence,
        )
        changes.save(stored, msgspec.structs.replace(stored, next=(*stored.next, step)))
        return [step.id]

    def _agree_on(self, changes: Changes, with_: str, day: date) -> None:
        tree = changes.snapshot().tree
        known = [checkin for checkin in (tree.checkins if tree else ()) if checkin.with_ == with_]
        if known:
            changes.save(known[0], msgspec.structs.replace(known[0], next_date=day))
            return
        Checkins(self._ledger).add(NewCheckin(with_=with_, role="mentor", next_date=day))
