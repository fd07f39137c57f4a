"""Answers to the coach that touch more than one record: each is one step of the history."""

import msgspec

from growthtui.domain.plan import Action, ActionStatus, Goal
from growthtui.domain.snapshot import PlanTree
from growthtui.errors import BadInputError
from growthtui.journal.goals import NoCurrentGoalError
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.ordering import next_position
from growthtui.journal.plans import NoActivePlanError
from growthtui.journal.wording import required

_DROPPED_BECAUSE = "Now a sign of success: others decide it."
_SIGN_EXAMPLE = "The round in September confirms it"
_ACTION_EXAMPLE = "Ask for one review a month from the people who decide"


class Fixes:
    """Turns what somebody else decides into a sign of success, with an action of one's own beside it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def own_action(self, where: str, sign: str, action: str) -> Action:
        """Make `sign` a measure of the goal and add an own action in place of what others decide.

        `where` is the action or the focus point that said it: an action is dropped, with the reason; a focus point
        stays and gets its action. BadInputError (words), NoActivePlanError, NoCurrentGoalError, ClashError.
        """
        words = required(action, "action", _ACTION_EXAMPLE)
        measure = required(sign, "sign of success", _SIGN_EXAMPLE)
        with self._ledger.transaction("turn outcome into sign of success", measure) as changes:
            tree = changes.snapshot().tree
            if tree is None:
                raise NoActivePlanError
            old = next((one for one in tree.actions if one.id == where), None)
            focus = old.focus if old else where
            _add_sign(changes, _goal_of(tree, focus), measure)
            if old is not None:
                _drop(changes, old)
            siblings = changes.snapshot().actions_by_focus.get(focus, ())
            return changes.create(Action(id="", focus=focus, text=words, position=next_position(siblings)))


def _goal_of(tree: PlanTree, focus_id: str) -> Goal:
    """The goal a focus point serves, else the current one."""
    focus = next((focus for focus in tree.focus if focus.id == focus_id), None)
    if focus is None:
        raise BadInputError("The focus point of this action is not in the plan any more. Look at it again.")
    goal = next((goal for goal in tree.goals if goal.id == focus.goal), None) or tree.current_goal
    if goal is None:
        raise NoCurrentGoalError
    return goal


def _add_sign(changes: Changes, goal: Goal, sign: str) -> None:
    if all(known.text != sign for known in goal.signs):
        changes.save(goal, msgspec.structs.replace(goal, measures=(*goal.measures, sign)))


def _drop(changes: Changes, action: Action) -> None:
    ended = msgspec.structs.replace(action, status=ActionStatus.DROPPED, reason=_DROPPED_BECAUSE, status_given="")
    changes.save(action, ended)
