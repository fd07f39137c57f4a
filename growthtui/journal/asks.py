"""Asks: what hangs on other people, with the day until which to ask and what they said."""

from datetime import date

import msgspec

from growthtui.domain.plan import Dependency, Goal, GoalStatus
from growthtui.errors import NotFoundError
from growthtui.journal.ledger import Ledger
from growthtui.journal.ordering import inserted
from growthtui.journal.wording import required

_EXAMPLE = 'ask answer 1 "yes, from May"'


class Ask(msgspec.Struct, frozen=True):
    """One dependency of a goal with its place; `number` counts through the goals of the active plan."""

    number: int
    goal: Goal
    index: int
    dependency: Dependency


class Asks:
    """Lists, orders and answers the asks of the active plan."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def list(self) -> tuple[Ask, ...]:
        """The asks of all goals of the active plan that are not ended."""
        tree = self._ledger.snapshot().tree
        goals = [goal for goal in (tree.goals if tree else ()) if goal.status is GoalStatus.ACTIVE]
        places = [(goal, index, item) for goal in goals for index, item in enumerate(goal.dependencies)]
        return tuple(Ask(number, *place) for number, place in enumerate(places, start=1))

    def find(self, ref: str) -> Ask:
        """The ask with this number. NotFoundError."""
        known = self.list()
        if ref.isascii() and ref.isdecimal() and 0 < int(ref) <= len(known):
            return known[int(ref) - 1]
        hint = f"Use a number from 1 to {len(known)}." if known else "The goals of the active plan have none yet."
        raise NotFoundError("ask", ref, hint)

    def add(self, goal: Goal, who: str, ask: str, ask_by: date | None = None, plan_b: str = "") -> Goal:
        """Add an ask to a goal and return the goal. BadInputError, ClashError."""
        words = required(ask, "ask", 'ask add "two hours a week for the contract" --of Priya --by "end of april"')
        dependency = Dependency(who=who.strip(), ask=words, ask_by=ask_by, plan_b=plan_b.strip())
        wanted = msgspec.structs.replace(goal, dependencies=(*goal.dependencies, dependency))
        with self._ledger.transaction("add ask", words) as changes:
            return changes.save(goal, wanted)

    def answer(self, ask: Ask, answer: str) -> Goal:
        """Note what they said and return the goal. BadInputError, ClashError."""
        words = required(answer, "answer", _EXAMPLE)
        items = list(ask.goal.dependencies)
        items[ask.index] = msgspec.structs.replace(ask.dependency, status=words)
        with self._ledger.transaction("answer ask", ask.dependency.ask) as changes:
            return changes.save(ask.goal, msgspec.structs.replace(ask.goal, dependencies=tuple(items)))

    def move(self, ask: Ask, place: int) -> Goal:
        """Put an ask at a place among those of its goal, 1 is the first. BadInputError, ClashError."""
        goal, at = ask.goal, ask.index
        items = inserted((*goal.dependencies[:at], *goal.dependencies[at + 1 :]), ask.dependency, place)
        with self._ledger.transaction("move ask", ask.dependency.ask) as changes:
            return changes.save(goal, msgspec.structs.replace(goal, dependencies=items))
