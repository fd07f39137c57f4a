"""The week: one week in full, and the year to walk through."""

from functools import lru_cache

import msgspec

from growthtui.dates import Week
from growthtui.domain.base import Visibility, by_id
from growthtui.domain.visibility import ONLY_SELF
from growthtui.domain.week import Line
from growthtui.journal.log import NewLine
from growthtui.present.week import WeekView, privacy_choices, states_of, week_view, year_strip
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.hand_off import forget, write_in_editor
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.screens import week_paint
from growthtui.tui.screens.base import ShowsWeeks
from growthtui.tui.widgets.lines import BottomLine

_KEYS = (
    Command(action="add", keys="a", title="Add a line to this week", label="add"),
    Command(action="edit", keys="enter", title="Edit the line: text, proof, who knows about it", label="edit"),
    Command(action="next", keys="n", title="Next: the steps for the days to come", label="next"),
    Command(action="turn(-1)", keys="left", title="The week before", label="week", hint="← →", in_palette=False),
    Command(action="turn(1)", keys="right", title="The week after", in_palette=False),
    Command(action="kind", keys="t", title="Kind of the line", label="kind"),
    Command(action="focus_point", keys="f", title="Focus point of the line", label="focus"),
    Command(action="private", keys="p", title="Make the line private, or not", label="private"),
    Command(action="editor", keys="e", title="Write the line in your editor", label="editor"),
    Command(action="delete", keys="d,delete", title="Put the line into the trash"),
    Command(action="turn(-4)", keys="left_square_bracket", title="Four weeks back", in_palette=False),
    Command(action="turn(4)", keys="right_square_bracket", title="Four weeks on", in_palette=False),
    Command(action="this_week", keys="home,0", title="The week of today"),
)
_OF_A_LINE = ("edit", "kind", "focus_point", "private", "delete")


class WeekScreen(ShowsWeeks):
    """The year as a strip, the lines of one week by focus point, what was noted about it."""

    PLACE = "week"
    KEYS = _KEYS
    FROM_AFAR = ("add", "next")
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.week = desk.week
        """The week that is shown; everything done here belongs to it."""
        self._chosen = ""
        self._place = 0
        self._readers: dict[str, Visibility | None] = {}
        """Who could read a line before `p` made it private here."""
        self._view_of = lru_cache(maxsize=4)(week_view)
        self._states_of = lru_cache(maxsize=1)(states_of)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything a key does here; without a line, nothing that needs one."""
        return tuple(one for one in super().commands if one.action not in _OF_A_LINE or self.chosen_line)

    def redraw(self) -> None:
        """Paint again, with the keys of now."""
        super().redraw()
        for line in self.query(BottomLine):  # none before the first paint
            line.show(self.commands)

    def paint(self, page: Page) -> None:
        """Show the chosen week."""
        view = self._view()
        chosen = self.chosen_line
        if chosen is not None:
            self._chosen, self._place = chosen.id, view.lines.index(chosen)
        states = self._states_of(self.desk.snapshot, self.desk.today)
        week_paint.strip(page, year_strip(self.week, self.desk.week, states), self.week)
        week_paint.heading(page, view)
        week_paint.lines(page, view, chosen.id if chosen else "")
        week_paint.notes(page, view)

    @property
    def chosen_line(self) -> Line | None:
        """The line with the cursor: the one chosen last, else the one now in its place."""
        lines = self._view().lines
        found = by_id(lines, self._chosen)
        return found or (lines[min(self._place, len(lines) - 1)] if lines else None)

    def show_week(self, name: str, line: str = "") -> None:
        """Show a week by its name, with the cursor on a line; a name that no calendar has is passed over."""
        week = Week.named(name)
        if week is not None:
            self.week = min(week, self.desk.week)
            self._chosen, self._place = line, 0
            self._show_again()

    def action_show_week(self, name: str) -> None:
        """Show a week of the strip."""
        self.show_week(name)

    def action_turn(self, weeks: int) -> None:
        """Go some weeks on or back; the current week is the last."""
        self.show_week(str(self.week.shift(weeks)))

    def action_this_week(self) -> None:
        """Go to the week of today."""
        self.show_week(str(self.desk.week))

    def action_move(self, step: int) -> None:
        """Move the cursor to another line, or scroll when there is none."""
        lines, chosen = self._view().lines, self.chosen_line
        if chosen is None:
            super().action_move(step)
        else:
            self.action_pick(lines.index(chosen) + step)

    def action_pick(self, place: int) -> None:
        """Put the cursor on a line by its place on the screen."""
        lines = self._view().lines
        self._place = min(max(place, 0), len(lines) - 1)
        self._chosen = lines[self._place].id
        self._show_again()

    def action_add(self) -> None:
        """Add lines to the week that is shown."""
        from growthtui.tui.modals.line_form import NewLineSheet

        chosen = self.chosen_line
        place = "line" if self.week == self.desk.week else f"add/{self.week}"
        self.app.push_screen(NewLineSheet(self.desk, place, self.week, chosen.focus if chosen else None))

    def action_next(self) -> None:
        """Write what comes next."""
        from growthtui.tui.screens.week_steps import StepsForm, next_steps

        self.app.push_screen(StepsForm(self.desk, next_steps(self.desk, self.week)))

    def action_edit(self) -> None:
        """Open the form for the line."""
        from growthtui.tui.modals.edit_form import EditLineSheet

        if (line := self.chosen_line) is not None:
            self.app.push_screen(EditLineSheet(self.desk, line, self.week))

    def action_kind(self) -> None:
        """Pick another kind."""
        self._pick("kind")

    def action_focus_point(self) -> None:
        """Pick another focus point."""
        self._pick("focus")

    def _pick(self, what: str) -> None:
        from growthtui.tui.modals.finder import FinderSheet
        from growthtui.tui.modals.line_lists import focus_points, kinds

        line = self.chosen_line
        if line is not None:
            catalogue = kinds if what == "kind" else focus_points
            self.app.push_screen(FinderSheet(self.desk, catalogue(self.desk, self, line)))

    def action_private(self) -> None:
        """Make the line private, or give it back the readers that it had before."""
        line = self.chosen_line
        if line is None:
            return
        if line.visibility == ONLY_SELF:
            visibility = self._readers.pop(line.id, None)
        else:
            self._readers[line.id], visibility = line.visibility, ONLY_SELF
        choices = privacy_choices(line.kind, visibility, self.desk.journal.policy)
        said = next(choice.words for choice in choices if choice.visibility == visibility)
        self._edit(line, msgspec.structs.replace(line, visibility=visibility), f"Private? {said[0].upper()}{said[1:]}")

    def action_delete(self) -> None:
        """Put the line into the trash."""
        line, log = self.chosen_line, self.desk.journal.log
        if line is None:
            return

        def call() -> str:
            log.delete(line)
            return "In the trash. u takes it back."

        self.app.post_message(Change(call))

    def action_editor(self) -> None:
        """Write the line, or a new one where there is none, in the person's editor."""
        line, log = self.chosen_line, self.desk.journal.log
        place = f"edit/{line.id}" if line else f"add/{self.week}"
        written = write_in_editor(self.app, self.desk, place, line.text if line else "")
        if written is None:
            return
        week = self.week

        def call() -> str:
            if line is None:
                log.add(NewLine(text=written, week=week))
            else:
                log.edit(line, msgspec.structs.replace(line, text=written))
            forget(self.desk, place)
            return "Saved."

        self.app.post_message(Change(call, failed=lambda _: self.desk.drafts.keep(self.desk.draft(place, written))))

    def _edit(self, old: Line, new: Line, said: str) -> None:
        log = self.desk.journal.log

        def call() -> str:
            log.edit(old, new)
            return said

        self.app.post_message(Change(call))

    def _view(self) -> WeekView:
        return self._view_of(self.desk.snapshot, self.week, self.desk.today, self.desk.journal.policy)

    def _show_again(self) -> None:
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)
