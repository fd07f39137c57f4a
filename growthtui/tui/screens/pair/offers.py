"""Item by item: what of the answers goes into the plan. Each is taken, edited or left; nothing goes in by itself."""

from dataclasses import replace
from functools import partial

import msgspec

from growthtui.journal.decisions import Decision, Ground, Verdict
from growthtui.present.offers import GAPS, GOAL_KINDS, replaced_goal
from growthtui.tui.commands import EVERYWHERE, MOVES, Command, bindings
from growthtui.tui.page import Page
from growthtui.tui.screens.pair import offer_paint
from growthtui.tui.screens.pair.offer_form import OfferSheet
from growthtui.tui.screens.pair.stage import LEAVE, SessionScreen
from growthtui.tui.widgets.lines import BottomLine
from growthtui.tui.wizard.walk import Walk

_TAKE = Command(action="take", keys="y", title="Take it into the plan", label="take it")
_TAKE_UNSAID = replace(_TAKE, label="")
"""For an offer that has to be called something first: the key answers with what to say."""

_LEAVE_IT = Command(action="leave_it", keys="n", title="Leave it in the answers", label="leave it")
_EDIT = Command(action="edit", keys="e,enter", title="Edit it first", label="edit")
_ON = Command(action="on", keys="ctrl+s", title="On; what is undecided stays in the answers", label="on")
_BACK = Command(action="back", keys="ctrl+o", title="Back to the read-back", label="back")
_REVEAL = Command(action="reveal", keys="v", title="Show private words, or mask them")
_KINDS = tuple(
    Command(action=f"kind('{kind}')", keys=key, title=f"Take it as a {kind} goal", label=str(kind))
    for key, kind, _ in GOAL_KINDS
)
_VERDICTS = tuple(
    Command(action=f"gap('{gap}')", keys=key, title=f"Take it: {words}", label=words.partition(":")[0])
    for key, gap, words in GAPS
)
_REST = (_ON, _BACK, _REVEAL, LEAVE)
_FURNITURE = 4
"""Rows of the screen that are no part of the page."""


class OffersScreen(SessionScreen):
    """Pair, into the plan: one offer large, all of them below. What a goal is, only a person says.

    Args:
        walk: the session; its offers are worked out.
    """

    STAGE = "into the plan"
    KEYS = (_TAKE, _LEAVE_IT, _EDIT, *_REST)
    BINDINGS = bindings((_TAKE, _LEAVE_IT, _EDIT, *_KINDS, *_VERDICTS, *_REST))

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        walk.look_for_offers()
        self._place = walk.decisions.next_open() or 0
        self._refusal = ""
        self._is_masked = not walk.wizard.is_solo

    @property
    def commands(self) -> tuple[Command, ...]:
        """The keys of the offer that is chosen, then those of everywhere."""
        own: tuple[Command, ...] = (_TAKE,)
        if self.item.kind == "goal":
            own = (*_KINDS, _TAKE_UNSAID)
        elif self.item.kind == "gap":
            own = (*_VERDICTS, _TAKE_UNSAID)
        return (*own, _LEAVE_IT, _EDIT, *_REST, *MOVES, *EVERYWHERE)

    @property
    def item(self) -> Decision:
        """The offer that is chosen."""
        return self.walk.decisions[self._place]

    @property
    def _ground(self) -> Ground:
        return self.desk.journal.sessions.ground(self.walk.decisions, snapshot=self.desk.snapshot)

    def paint(self, page: Page) -> None:
        """The offer, where it comes from, what to decide, and the list."""
        walk, item = self.walk, self.item
        points = self._ground.points
        shown = offer_paint.Shown(walk.wizard, walk.decisions, points, self._place, is_masked=self._is_masked)
        offer_paint.heading(page, shown)
        page.gap()
        offer_paint.offer(page, shown)
        offer_paint.notes(page, item, replaced_goal(self.desk.snapshot, item), self._refusal)
        page.gap()
        offer_paint.choices(page, item)
        offer_paint.everything(page, shown, self.size.height - _FURNITURE - len(page.rows))

    def on_resize(self) -> None:
        """List as many offers as there is room for now."""
        self.redraw()

    def redraw(self) -> None:
        """Paint again, with the keys of the offer."""
        super().redraw()
        self.query_one(BottomLine).show(self.commands)

    # moving

    def action_move(self, step: int) -> None:
        """Choose another offer."""
        self.action_pick(self._place + step)

    def action_pick(self, place: int) -> None:
        """Choose an offer by its place."""
        self._place = min(max(place, 0), len(self.walk.decisions) - 1)
        self._refusal = ""
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    # deciding

    def action_take(self) -> None:
        """Take the offer as it stands."""
        self._take(self.item)

    def action_kind(self, kind: str) -> None:
        """Take a goal as what it is."""
        found = next((one for _, one, _ in GOAL_KINDS if one == kind), None)
        if self.item.kind == "goal":
            self._take(self.item.with_(goal_kind=found))

    def action_gap(self, verdict: str) -> None:
        """Take a gap as what it is."""
        found = next((one for _, one, _ in GAPS if one == verdict), None)
        if self.item.kind == "gap":
            self._take(self.item.with_(gap=found))

    def action_leave_it(self) -> None:
        """Leave the offer in the answers."""
        self._settle(self.item, Verdict.LEFT)

    def action_edit(self) -> None:
        """Edit the words first; saving takes them."""
        self.app.push_screen(OfferSheet(self.walk, self._place, partial(self._edited, self._place)))

    def _edited(self, place: int) -> None:
        self._place = place
        if self.item.needs_choice:
            self.action_pick(place)
        else:
            self._take(self.item)

    def _take(self, item: Decision) -> None:
        refusal = item.refusal(self._ground)
        if item.needs_choice:
            keys = " or ".join(command.keys for command in (_KINDS if item.kind == "goal" else _VERDICTS))
            refusal = f"Say first what it is: {keys}."
        if refusal:
            self._refusal = refusal
            self.redraw()
        else:
            self._settle(item, Verdict.TAKEN)

    def _settle(self, item: Decision, verdict: Verdict) -> None:
        self.walk.decide(self.walk.decisions.put(self._place, msgspec.structs.replace(item, verdict=verdict)))
        following = self.walk.decisions.next_open(self._place)
        self.action_pick(self._place if following is None else following)

    # going on

    def action_on(self) -> None:
        """On to what was parked, then to the end."""
        self.go("advice")

    def action_back(self) -> None:
        """Back to the answers."""
        self.go("read_back")

    def action_reveal(self) -> None:
        """Show private words, or mask them again."""
        self._is_masked = not self._is_masked
        self.redraw()
