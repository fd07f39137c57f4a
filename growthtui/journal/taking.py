"""What an accepted offer becomes in the plan (domain 3.3)."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from growthtui.coach.proposals import ProposalKind
from growthtui.dates import Week as IsoWeek
from growthtui.domain.people import Survey
from growthtui.domain.plan import Checkin, Dependency, Focus, FocusStatus, PlanMode, PrincipleKind
from growthtui.domain.week import NextStep, Week
from growthtui.errors import BadInputError
from growthtui.interchange.phrases import cadence_of, count_of, due_of
from growthtui.journal.actions import Actions, NewAction
from growthtui.journal.checkins import Checkins, NewCheckin
from growthtui.journal.decisions import Decision, Point, day_in, hours_in
from growthtui.journal.focus import FocusPoints, NewFocus
from growthtui.journal.goals import Goals, NewGoal
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.plans import Plans, plan_to_fill
from growthtui.journal.principles import NewPrinciple, Principles
from growthtui.storage.ids import new_ulid, ulid_text

_IF_THEN = re.compile(
    r"(?:when|whenever|if|after|before|as soon as|once)\b[^,]*,\s*(?:then\s+)?(.+)", re.IGNORECASE | re.DOTALL
)
_DAYS = {"d": 1, "w": 7, "m": 30}


class Taking:
    """Takes accepted offers into the plan, inside a running transaction of the ledger.

    Args:
        ledger: the journal.
        changes: the transaction.
    """

    def __init__(self, ledger: Ledger, changes: Changes) -> None:
        self._ledger = ledger
        self._changes = changes
        self._is_first_plan = changes.snapshot().active_plan is None
        self._made: dict[str, str] = {}
        """First words of an offered focus point, and the id of what it became."""
        self._takers: dict[ProposalKind, Callable[[Decision], list[str]]] = {
            ProposalKind.NORTH_STAR: self._north_star,
            ProposalKind.GOAL: self._goal,
            ProposalKind.MEASURE: self._measure,
            ProposalKind.FOCUS: self._focus,
            ProposalKind.GAP: self._gap,
            ProposalKind.TODAY: self._situation_today,
            ProposalKind.WANTED: self._situation_wanted,
            ProposalKind.ACTION: self._action,
            ProposalKind.ASK: self._ask,
            ProposalKind.PRINCIPLE: self._principle,
            ProposalKind.HOURS: self._hours,
            ProposalKind.STEP: self._step,
            ProposalKind.CHECKIN: self._checkin,
            ProposalKind.REVIEW: self._review,
        }

    def take(self, items: Sequence[Decision]) -> dict[str, list[str]]:
        """Take offers, what others hang on first. Returns for each step the ids of what it became. BadInputError."""
        linked: dict[str, list[str]] = {}
        for item in sorted(items, key=_turn):
            if not item.text.strip():
                raise BadInputError(f"A {item.kind} without words cannot go into the plan. Write it, or leave it.")
            linked.setdefault(item.proposal.step, []).extend(self._takers[item.kind](item))
        return linked

    def meet_again(self, with_: str, day: date) -> None:
        """Note the day in the check-in with this person; it is added when there is none."""
        known = self._checkin_with(with_)
        if known is not None:
            self._changes.save(known, msgspec.structs.replace(known, next_date=day))
        else:
            Checkins(self._ledger).add(NewCheckin(with_=with_, role="mentor", next_date=day))

    def _north_star(self, item: Decision) -> list[str]:
        return [Plans(self._ledger).set_north_star(item.text).id]

    def _goal(self, item: Decision) -> list[str]:
        new = NewGoal(text=item.text, kind=item.goal_kind, why=item.said("why"), current=True)
        return [Goals(self._ledger).add(new).id]

    def _measure(self, item: Decision) -> list[str]:
        tree = self._changes.snapshot().tree
        goal = tree.current_goal if tree else None
        if goal is None:
            raise BadInputError(
                f"“{item.text}” measures a goal, and no goal is current. Take a goal into the plan first."
            )
        self._changes.save(goal, msgspec.structs.replace(goal, measures=(*goal.measures, item.text.strip())))
        return [goal.id]

    def _focus(self, item: Decision, direction: str = "") -> list[str]:
        new = NewFocus(title=item.text, direction=direction or item.proposal.direction)
        focus = FocusPoints(self._ledger).add(new)
        self._made[item.proposal.text] = focus.id
        first = item.said("first_step")
        return [focus.id, self._add_action(first, focus.id)] if first else [focus.id]

    def _gap(self, item: Decision) -> list[str]:
        """A point to learn it or to show it; what nobody is sure of waits as a question to ask others."""
        if item.gap == "unsure":
            return [self._changes.create(Survey(id="", question=item.text.strip())).id]
        return self._focus(item, "visibility" if item.gap == "unknown" else "learning")

    def _situation_today(self, item: Decision) -> list[str]:
        prevent, impact = item.said("prevent"), item.said("impact")
        return self._situation(item, current=item.text.strip(), current_impact=impact, issues_to_prevent=prevent)

    def _situation_wanted(self, item: Decision) -> list[str]:
        return self._situation(item, desired=item.text.strip(), desired_impact=item.said("impact"))

    def _situation(self, item: Decision, **fields: str) -> list[str]:
        """Words about a focus point; a plan that begins with them is a five-step one."""
        focus = self._point(item)
        self._changes.save(
            focus, msgspec.structs.replace(focus, **{name: text for name, text in fields.items() if text})
        )
        plan = plan_to_fill(self._changes, self._ledger.clock.today())
        if self._is_first_plan:
            self._changes.save(plan, msgspec.structs.replace(plan, mode=PlanMode.PGP))
        return [focus.id]

    def _action(self, item: Decision) -> list[str]:
        return [self._add_action(item.text, self._point(item).id)]

    def _ask(self, item: Decision) -> list[str]:
        """The ask becomes an entry of the goal and an action of one's own, where there is a focus point to hold it."""
        tree = self._changes.snapshot().tree
        who, ask = item.said("who"), item.text.strip()
        ask_by = day_in(item.said("ask_by"), self._ledger.clock.today())
        linked = []
        if tree is not None and tree.current_goal is not None:
            goal = tree.current_goal
            new = Dependency(who=who, ask=ask, ask_by=ask_by, plan_b=item.said("plan_b"))
            self._changes.save(goal, msgspec.structs.replace(goal, dependencies=(*goal.dependencies, new)))
            linked.append(goal.id)
        if tree is not None and tree.points:
            words = f"Ask {who}: {ask}" if who else f"Ask: {ask}"
            needs = (who,) if who else ()
            action = NewAction(text=words, focus=self._point(item).id, needs=needs, ask_by=ask_by)
            linked.append(Actions(self._ledger).add(action).id)
        return linked

    def _principle(self, item: Decision) -> list[str]:
        new = NewPrinciple(text=item.text, kind=PrincipleKind.NOT_WILLING, accepted_consequence=item.said("price"))
        return [Principles(self._ledger).add(new).id]

    def _hours(self, item: Decision) -> list[str]:
        hours = hours_in(item.text)
        if hours is None:
            raise BadInputError(f"{item.text!r} is no number of hours a week; write for example 3 or 1.5.")
        plan = plan_to_fill(self._changes, self._ledger.clock.today())
        self._changes.save(plan, msgspec.structs.replace(plan, hours_per_week=hours))
        return [plan.id]

    def _step(self, item: Decision) -> list[str]:
        name = str(IsoWeek.of(self._ledger.clock.today()))
        stored = self._changes.snapshot().week_by_name.get(name) or self._changes.create(Week(id=name, week=name))
        text, if_then = _if_then(item.text)
        step = NextStep(
            id=ulid_text(new_ulid(self._ledger.clock.now())),
            text=text,
            if_then=if_then,
            confidence=item.confidence,
        )
        self._changes.save(stored, msgspec.structs.replace(stored, next=(*stored.next, step)))
        return [step.id]

    def _checkin(self, item: Decision) -> list[str]:
        """With whom, how often, and what for; the check-in with somebody who has one already is changed."""
        who, words = item.said("who"), item.text.strip()
        weeks = _weeks(cadence_of(words))
        known = self._checkin_with(who)
        if known is None:
            return [Checkins(self._ledger).add(NewCheckin(with_=who, every_weeks=weeks, support=words)).id]
        changed = msgspec.structs.replace(known, every_weeks=weeks or known.every_weeks, support=words)
        return [self._changes.save(known, changed).id]

    def _review(self, _: Decision) -> list[str]:
        today = self._ledger.clock.today()
        plan = plan_to_fill(self._changes, today)
        self._changes.save(plan, msgspec.structs.replace(plan, manager_review=today))
        return [plan.id]

    def _point(self, item: Decision) -> Focus:
        """The focus point that something belongs to. BadInputError when there is none."""
        tree = self._changes.snapshot().tree
        known = {focus.id: focus for focus in tree.focus if focus.status is FocusStatus.ACTIVE} if tree else {}
        key = self._made.get(item.focus, item.focus)
        found = msgspec.structs.replace(item, focus=key).point([Point(one.id, one.title) for one in known.values()])
        if found is None:
            raise BadInputError(f"“{item.text}” belongs to a focus point, and there is none. Take a focus point first.")
        return known[found.key]

    def _add_action(self, words: str, focus: str) -> str:
        """An action with the day, the rhythm and the number that its words name."""
        text, if_then = _if_then(words)
        new = NewAction(
            text=text,
            focus=focus,
            due=due_of(words, self._ledger.clock.today()),
            cadence=cadence_of(words),
            count=count_of(words),
            if_then=if_then,
        )
        return Actions(self._ledger).add(new).id

    def _checkin_with(self, with_: str) -> Checkin | None:
        snapshot = self._changes.snapshot()
        name = snapshot.person_name(with_).casefold()
        checkins = snapshot.tree.checkins if snapshot.tree else ()
        return next((one for one in checkins if snapshot.person_name(one.with_).casefold() == name), None)


def _turn(item: Decision) -> int:
    """Goals first, then focus points, then what hangs on them."""
    return 0 if item.kind is ProposalKind.GOAL else 1 if item.makes_focus else 2


def _if_then(words: str) -> tuple[str, str]:
    """What to do, and the whole when it says before that when: "When lunch starts, I ask Jonas"."""
    found = _IF_THEN.match(words.strip())
    return (found[1][:1].upper() + found[1][1:], words.strip()) if found else (words.strip(), "")


def _weeks(cadence: str | None) -> int | None:
    """A rhythm in whole weeks, as check-ins have it."""
    return None if cadence is None else max(1, round(int(cadence[:-1]) * _DAYS[cadence[-1]] / _DAYS["w"]))
