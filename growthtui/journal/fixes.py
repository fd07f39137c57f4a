"""Answers to the coach that touch more than one record: each is one step of the history."""

import msgspec

from growthtui.domain.base import by_id
from growthtui.domain.plan import Action, ActionStatus, Goal, GoalKind
from growthtui.domain.snapshot import PlanTree
from growthtui.errors import BadInputError
from growthtui.journal.goals import NoCurrentGoalError
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.ordering import next_position
from growthtui.journal.plans import NoActivePlanError
from growthtui.journal.wording import required

_NOW_A_SIGN = "Now a sign of success: others decide it."
_NOW_A_GOAL = "Now a goal: others decide it."
_OUTCOME_EXAMPLE = 'goal add "The round in September confirms it"'
_ACTION_EXAMPLE = 'action add "Ask for one review a month from the people who decide"'


class Fixes:
    """Turns what somebody else decides into a sign of success or a goal, with an action of one's own beside it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def own_action(self, where: str, outcome: str, action: str, kind: GoalKind | None = None) -> Action:
        """Make `outcome` a measure, or with `kind` a goal, and add an own action in place of what others decide.

        `where` is the action or the focus point that said it: an action is dropped, with the reason; a focus point
        stays and gets its action. BadInputError (words), NoActivePlanError, NoCurrentGoalError, ClashError.
        """
        words = required(action, "action", _ACTION_EXAMPLE)
        decided = required(outcome, "outcome", _OUTCOME_EXAMPLE)
        with self._ledger.transaction(f"turn outcome into {'goal' if kind else 'sign of success'}", decided) as changes:
            tree = changes.snapshot().tree
            if tree is None:
                raise NoActivePlanError
            old = by_id(tree.actions, where)
            focus = old.focus if old else where
            goal = _goal_of(tree, focus)
            if kind:
                _add_goal(changes, tree, decided, kind)
            else:
                _add_sign(changes, goal, decided)
            if old is not None:
                _drop(changes, old, _NOW_A_GOAL if kind else _NOW_A_SIGN)
            siblings = changes.snapshot().actions_by_focus.get(focus, ())
            return changes.create(Action(id="", focus=focus, text=words, position=next_position(siblings)))


def _goal_of(tree: PlanTree, focus_id: str) -> Goal:
    """The goal a focus point serves, else the current one."""
    focus = by_id(tree.focus, focus_id)
    if focus is None:
        raise BadInputError("The focus point of this action is not in the plan any more. Look at it again.")
    goal = by_id(tree.goals, focus.goal) or tree.current_goal
    if goal is None:
        raise NoCurrentGoalError
    return goal


def _add_sign(changes: Changes, goal: Goal, sign: str) -> None:
    if all(known.text != sign for known in goal.signs):
        changes.save(goal, msgspec.structs.replace(goal, measures=(*goal.measures, sign)))


def _add_goal(changes: Changes, tree: PlanTree, text: str, kind: GoalKind) -> None:
    if all(known.text != text for known in tree.goals):
        changes.create(Goal(id="", plan=tree.plan.id, text=text, kind=kind, position=next_position(tree.goals)))


def _drop(changes: Changes, action: Action, reason: str) -> None:
    ended = msgspec.structs.replace(action, status=ActionStatus.DROPPED, reason=reason, status_given="")
    changes.save(action, ended)
