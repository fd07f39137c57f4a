"""What an accepted offer becomes in the plan (domain 3.3)."""

from collections.abc import Callable
from datetime import date

import msgspec

from growthtui.coach.proposals import ProposalKind
from growthtui.dates import Week as IsoWeek
from growthtui.domain.plan import Dependency, PrincipleKind
from growthtui.domain.week import NextStep, Week
from growthtui.errors import BadInputError
from growthtui.journal.actions import Actions, NewAction
from growthtui.journal.checkins import Checkins, NewCheckin
from growthtui.journal.decisions import Accepted, hours_in
from growthtui.journal.focus import FocusPoints, NewFocus
from growthtui.journal.goals import Goals, NewGoal
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.plans import plan_to_fill
from growthtui.journal.principles import NewPrinciple, Principles
from growthtui.storage.ids import new_ulid, ulid_text


class Taking:
    """Takes accepted offers into the plan, inside a running transaction of the ledger."""

    def __init__(self, ledger: Ledger, changes: Changes) -> None:
        self._ledger = ledger
        self._changes = changes
        self._takers: dict[ProposalKind, Callable[[Accepted], list[str]]] = {
            ProposalKind.GOAL: self._goal,
            ProposalKind.MEASURE: self._measure,
            ProposalKind.FOCUS: self._focus,
            ProposalKind.GAP: self._gap,
            ProposalKind.ASK: self._ask,
            ProposalKind.PRINCIPLE: self._principle,
            ProposalKind.HOURS: self._hours,
            ProposalKind.STEP: self._step,
        }

    def take(self, item: Accepted) -> list[str]:
        """Take one offer and return the ids of the records it became or changed. BadInputError."""
        if not item.text.strip():
            raise BadInputError(f"A {item.proposal.kind} without words cannot go into the plan. Write it, or leave it.")
        return self._takers[item.proposal.kind](item)

    def meet_again(self, with_: str, day: date) -> None:
        """Note the day in the check-in with this person; it is added when there is none."""
        snapshot = self._changes.snapshot()
        name = snapshot.person_name(with_).casefold()
        checkins = snapshot.tree.checkins if snapshot.tree else ()
        known = next((one for one in checkins if snapshot.person_name(one.with_).casefold() == name), None)
        if known is not None:
            self._changes.save(known, msgspec.structs.replace(known, next_date=day))
        else:
            Checkins(self._ledger).add(NewCheckin(with_=with_, role="mentor", next_date=day))

    def _goal(self, item: Accepted) -> list[str]:
        return [Goals(self._ledger).add(NewGoal(text=item.text, kind=item.goal_kind, current=True)).id]

    def _measure(self, item: Accepted) -> list[str]:
        tree = self._changes.snapshot().tree
        goal = tree.current_goal if tree else None
        if goal is None:
            raise BadInputError(
                f"“{item.text}” measures a goal, and no goal is current. Take a goal into the plan first."
            )
        self._changes.save(goal, msgspec.structs.replace(goal, measures=(*goal.measures, item.text.strip())))
        return [goal.id]

    def _focus(self, item: Accepted, direction: str = "") -> list[str]:
        new = NewFocus(title=item.text, direction=direction or item.proposal.direction)
        focus = FocusPoints(self._ledger).add(new)
        if not item.first_step.strip():
            return [focus.id]
        return [focus.id, Actions(self._ledger).add(NewAction(text=item.first_step, focus=focus.id)).id]

    def _gap(self, item: Accepted) -> list[str]:
        if item.gap == "unsure":
            return []
        return self._focus(item, "learning" if item.gap == "missing" else "visibility")

    def _ask(self, item: Accepted) -> list[str]:
        """The ask becomes an entry of the goal and an action of one's own, where there is a focus point to hold it."""
        tree = self._changes.snapshot().tree
        who = (item.who or item.proposal.who).strip()
        linked = []
        if tree is not None and tree.current_goal is not None:
            goal = tree.current_goal
            ask = Dependency(who=who, ask=item.text.strip())
            self._changes.save(goal, msgspec.structs.replace(goal, dependencies=(*goal.dependencies, ask)))
            linked.append(goal.id)
        if tree is not None and tree.points:
            words = f"Ask {who}: {item.text.strip()}" if who else f"Ask: {item.text.strip()}"
            new = NewAction(text=words, focus=tree.points[0].focus.id, needs=(who,) if who else ())
            linked.append(Actions(self._ledger).add(new).id)
        return linked

    def _principle(self, item: Accepted) -> list[str]:
        return [Principles(self._ledger).add(NewPrinciple(text=item.text, kind=PrincipleKind.NOT_WILLING)).id]

    def _hours(self, item: Accepted) -> list[str]:
        hours = hours_in(item.text)
        if hours is None:
            raise BadInputError(f"{item.text!r} is no number of hours a week; write for example 3 or 1.5.")
        plan = plan_to_fill(self._changes, self._ledger.clock.today())
        self._changes.save(plan, msgspec.structs.replace(plan, hours_per_week=hours))
        return [plan.id]

    def _step(self, item: Accepted) -> list[str]:
        name = str(IsoWeek.of(self._ledger.clock.today()))
        stored = self._changes.snapshot().week_by_name.get(name) or self._changes.create(Week(id=name, week=name))
        step = NextStep(
            id=ulid_text(new_ulid(self._ledger.clock.now())),
            text=item.text.strip(),
            confidence=item.proposal.confidence,
        )
        self._changes.save(stored, msgspec.structs.replace(stored, next=(*stored.next, step)))
        return [step.id]
