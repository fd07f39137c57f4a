"""The plan screen: what the keys do where the cursor is."""

from dataclasses import replace
from functools import partial
from itertools import islice

from textual.content import Content

from growthtui.domain.plan import FocusStatus, Goal
from growthtui.present.plan import Part
from growthtui.present.plan.details import Details
from growthtui.tui.coach_desk import AT_ONCE
from growthtui.tui.commands import MOVES, bindings
from growthtui.tui.messages import Change
from growthtui.tui.modals.finder import Catalogue, Entry, FinderSheet
from growthtui.tui.modals.lists import matching
from growthtui.tui.page import Page
from growthtui.tui.paint import DATA, key_hint
from growthtui.tui.screens.coach.beside import at_rows, notes, said
from growthtui.tui.screens.coach.ideas import IdeasScreen
from growthtui.tui.screens.coach.looks import CoachLooks
from growthtui.tui.screens.coach.ways import answer
from growthtui.tui.screens.plan import deeds
from growthtui.tui.screens.plan.confirm import ConfirmSheet
from growthtui.tui.screens.plan.keys import KEYS, is_offered
from growthtui.tui.screens.plan.reading import DetailsSheet
from growthtui.tui.screens.plan.spots import Spot
from growthtui.tui.screens.plan.writing import WritingDocument


class PlanScreen(CoachLooks, WritingDocument):
    """The plan: a document to walk. What its rows say is written in place, the rest in forms, or done at once."""

    KEYS = KEYS
    FROM_AFAR = ("view", "write")
    BINDINGS = bindings((*KEYS, *MOVES))

    @property
    def details(self) -> Details | None:
        """Everything about the row with the cursor, what the coach asks first."""
        found = super().details
        return found and replace(found, notes=(*notes(self.asked.get(self.row.key, ())), *found.notes))

    def redraw(self) -> None:
        """Paint everything again, with what the coach asks beside the words it is about."""
        self.asked = at_rows(self.desk.coach.open, self.plan.rows)
        self.questions = {key: said(items) for key, items in islice(self.asked.items(), AT_ONCE)}
        super().redraw()

    def paint(self, page: Page) -> None:
        """Draw the document, and below it that the coach would ask more."""
        super().paint(page)
        if more := len(self.asked) - len(self.questions):
            page.gap()
            with page.edged() as inner:
                words = f"The coach asks about {more} more row{'s' if more > 1 else ''}.   "
                inner.flow(Content.styled(words, DATA) + key_hint("t", "all it asks"))

    async def action_answer(self) -> None:
        """Answer what the coach asks about the row."""
        items = self.asked.get(self.row.key, ())
        if items:
            await answer(self.app, self.desk, items[0])
        else:
            self.notify("The coach has no question about this row. t shows what it asks.")

    def action_ideas(self) -> None:
        """The shelf of ideas; one taken goes into the focus point of the row."""
        self.app.push_screen(IdeasScreen(self.desk, focus=self._focus_here()))

    def action_enter(self) -> None:
        """Write on the row, or what is not there yet; read what cannot be changed."""
        row = self.row
        spot = deeds.form_for("form", row)
        if row.is_hint:
            self.action_add()
        elif spot is None:
            self.action_details()
        elif not self.write_words(spot):
            self.open_form(spot)

    def action_note(self) -> None:
        """Write below the row."""
        row = self.row
        if is_offered("note", row) and (spot := deeds.form_for("form", row)) and not self.write_note(spot):
            self.open_form(spot)

    def action_form(self) -> None:
        """All fields of the row."""
        if not self.row.is_hint and (spot := deeds.form_for("form", self.row)):
            self.open_form(spot)

    def action_details(self) -> None:
        """Everything about the row."""
        if (details := self.details) is not None:
            self.app.push_screen(DetailsSheet(self.desk, details))

    def action_add(self) -> None:
        """Add what belongs here; ask where it could be several things."""
        offered = deeds.additions(self.desk, self.row)
        if len(offered) == 1:
            self.open_form(offered[0][1])
            return
        entries = [Entry(Content(label), "", partial(self.open_form, spot)) for label, spot in offered]
        if self.row.part is Part.FOCUS:
            entries.append(Entry(Content("An idea, for inspiration"), "i", self.action_ideas))
        self.app.push_screen(FinderSheet(self.desk, Catalogue("Add", partial(matching, entries))))

    def action_add_to(self, name: str) -> None:
        """Add an action, a sign or an ask to where the cursor is, else to the first place that takes one."""
        if name == "new-action":
            owner = self._focus_here()
            spot = Spot(name, owner) if owner else Spot("focus")
        else:
            goal = self._goal_here()
            spot = deeds.new_in_goal(self.desk, name, goal.id) if goal else Spot("new-goal")
        self.open_form(spot)

    def action_write(self, name: str) -> None:
        """Open a form that is about no row."""
        self.open_form(Spot(name))

    def action_done_on(self) -> None:
        """Say when an action was done, and what came of it."""
        row = self.row
        if row.part is Part.ACTION and is_offered("deed('done')", row):
            self.open_form(Spot("done-action", row.id))

    def action_deed(self, name: str) -> None:
        """Do to the row what a key stands for, if its state allows it."""
        row = self.row
        if not is_offered(f"deed('{name}')", row):
            return
        if spot := deeds.form_for(name, row):
            self.open_form(spot)
        elif found := deeds.at_once(name, self.desk, row):
            if name == "remove":
                self.app.push_screen(ConfirmSheet(self.desk, "Remove this?", row.text, partial(self._do, *found)))
            else:
                self._do(*found)

    def action_shift(self, step: int) -> None:
        """Move the row past its neighbour; the cursor goes with it."""
        row = self.row
        if not is_offered("shift(1)", row):
            return
        if found := deeds.moved(self.desk, self.plan.rows, row, step):
            change, index = found
            self._do(change, "", (row.part, row.id, index))

    def _do(self, deed: deeds.Deed, words: str, row: tuple[Part, str, int] | None = None) -> None:
        def call() -> str:
            deed()
            return words

        self.app.post_message(Change(call, partial(self.show_part, *row) if row else None))

    def _focus_here(self) -> str:
        """The focus point of the row, else the first that is active."""
        row, tree = self.row, self.desk.snapshot.tree
        if row.part in (Part.FOCUS, Part.ACTION) and (row.owner or row.id):
            return row.owner or row.id
        active = (point.id for point in (tree.focus if tree else ()) if point.status is FocusStatus.ACTIVE)
        return next(active, "")

    def _goal_here(self) -> Goal | None:
        """The goal of the row, else the current one."""
        row, tree = self.row, self.desk.snapshot.tree
        if tree is None:
            return None
        here = row.id if row.part in (Part.GOAL, Part.MEASURE, Part.ASK) else ""
        return next((goal for goal in tree.goals if goal.id == here), tree.current_goal)
