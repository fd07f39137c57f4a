"""The settings screen: walk the rows, turn or type a value; it goes into the file, where comments stay."""

from textual.app import SuspendNotSupported
from textual.content import Content

from growthtui.editor import EditorError, edit_file, editor_command
from growthtui.errors import BadInputError
from growthtui.settings import TEMPLATE, Settings, load, write_setting
from growthtui.tui import themes
from growthtui.tui.commands import MOVES, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, MUTED, OWN, WARN, fill, words
from growthtui.tui.paths import short
from growthtui.tui.screens.base import GrowthScreen
from growthtui.tui.screens.settings import rows
from growthtui.tui.screens.settings.form import SettingSheet
from growthtui.tui.widgets.block import runs

_KEYS = (
    Command(action="enter", keys="enter", title="Change the setting", label="change"),
    Command(action="turn(1)", keys="right", title="The next value", label="choose", hint="← →", in_palette=False),
    Command(action="turn(-1)", keys="left,h", title="The value before", in_palette=False),
    Command(action="usual", keys="backspace,delete", title="The default again", label="default"),
    Command(action="edit", keys="e", title="Open the settings file in your editor", label="open the file"),
    Command(action="app.back", keys="escape,comma", title="Back", label="back", in_palette=False),
)
_TITLE_CELLS = 14
_SOURCE_CELLS = 20


class SettingsScreen(GrowthScreen):
    """Every setting in a row; what the marked one means stands below."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *MOVES))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._place = 0

    def on_mount(self) -> None:
        """Read the file: it may have been changed since the start."""
        self._reload()

    def on_screen_resume(self) -> None:
        """The same after something lay on top."""
        self._reload()

    @property
    def entries(self) -> tuple[rows.Row, ...]:
        """All settings."""
        ours = [theme.name for theme in themes.OURS]
        return rows.rows([*ours, *sorted(set(self.app.available_themes) - set(ours))])

    @property
    def marked(self) -> rows.Row:
        """The marked one."""
        return self.entries[self._place]

    # showing

    def paint(self, page: Page) -> None:
        """The rows, the meaning of the marked one, and what the file holds that nobody knows."""
        settings = self.desk.settings
        with page.framed("Settings", is_focused=True) as inner:
            for place, row in enumerate(self.entries):
                if place == self._place:
                    inner.mark()
                inner.add(runs(self._row(inner, row, is_marked=place == self._place), f"pick({place})"))
        page.gap()
        page.say(self.marked.about)
        if self._value(self.marked).cell_length > self._value_cells(page.width - 4):
            page.text(self._value(self.marked).plain)
        if not self.marked.is_live:
            page.say("A change holds from the next start.", MUTED)
        if rows.is_overruled(self.marked, settings):
            page.say(f"{rows.source_words(self.marked, settings)} sets it for as long as it is there.", WARN)
        page.gap()
        is_there = "" if settings.config.exists() else "; the first change makes it"
        page.text(f"The file is {short(settings.config)}{is_there}", MUTED)
        for problem in settings.problems:
            page.text(problem, WARN)

    def _row(self, page: Page, row: rows.Row, *, is_marked: bool) -> Content:
        value = self._value(row)
        if is_marked and row.values:
            value = Content.assemble(f"{page.glyphs.before} ", value, f" {page.glyphs.after}")
        title = Content.styled(f"{row.title:<{_TITLE_CELLS}}  ", ACCENT if is_marked else MUTED)
        source = words(rows.source_words(row, self.desk.settings), MUTED)
        return title + fill(value, self._value_cells(page.width), page.glyphs.more) + Content("  ") + source

    def _value(self, row: rows.Row) -> Content:
        return words(self.app.theme if row.name == "theme" else rows.value_words(row, self.desk.settings), OWN)

    @staticmethod
    def _value_cells(width: int) -> int:
        """The room for a value between its title and its source."""
        return width - _TITLE_CELLS - _SOURCE_CELLS - 4

    # moving

    def action_move(self, step: int) -> None:
        """Mark another setting."""
        self.action_pick(self._place + step)

    def action_pick(self, place: int) -> None:
        """Mark a setting by its place."""
        self._place = min(max(place, 0), len(self.entries) - 1)
        self.redraw()
        self.call_after_refresh(self.keep_cursor_in_sight)

    # changing

    def action_turn(self, step: int) -> None:
        """The next value of the marked setting."""
        if self.marked.values:
            self._set(self.marked, rows.next_value(self.marked, self.desk.settings, step))

    def action_enter(self) -> None:
        """Type the value of the marked setting, or turn it."""
        if self.marked.values:
            self.action_turn(1)
        elif self._may_change(self.marked):
            self.app.push_screen(SettingSheet(self.desk, self.marked, self._set))

    def action_usual(self) -> None:
        """Take the line out of the file, so that the default holds."""
        if not self.marked.is_fixed:
            self._set(self.marked, "")

    def action_edit(self) -> None:
        """Open the file in the person's editor; a new one explains every setting."""
        path = self.desk.settings.config
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(TEMPLATE, encoding="utf-8")
            with self.app.suspend():
                edit_file(path, editor_command(self.desk.settings.editor))
        except SuspendNotSupported:
            self.notify(f"There is no editor to hand over to here. The file is {path}")
        except (EditorError, OSError) as error:
            self.notify(str(error), severity="warning")
        self._reload()

    def _may_change(self, row: rows.Row) -> bool:
        """Whether the file decides; if not, a toast says what does."""
        if row.is_fixed:
            self.notify(row.about)
        elif rows.is_overruled(row, self.desk.settings):
            source = rows.source_words(row, self.desk.settings)
            self.notify(f"{source} sets it for as long as it is there; the file would not be asked.")
        else:
            return True
        return False

    def _set(self, row: rows.Row, value: object) -> None:
        """Write a value into the file, in the saving thread; the default needs no line."""
        if not self._may_change(row):
            return
        config = self.desk.settings.config

        def call() -> str:
            write_setting(config, row.name, value)
            return ""

        self.app.post_message(Change(call, self._reload))

    def _reload(self) -> None:
        """Take over what the file says now; a file that cannot be read changes nothing."""
        old = self.desk.settings
        try:
            new = reloaded(old)
        except BadInputError as error:
            self.notify(str(error), severity="warning")
            return
        self.desk.settings = new
        if new.theme != old.theme:
            self.app.theme = new.theme if new.theme in self.app.available_themes else themes.DUSK.name
        if new.only_self != old.only_self:
            self.desk.journal.keep_to_self(only_self=new.only_self)
        self.redraw()


def reloaded(settings: Settings) -> Settings:
    """The settings read again, with the options of the command line that hold for this run. BadInputError."""
    flags = {name: str(getattr(settings, name)) for name, source in settings.sources.items() if source[:2] == "--"}
    return load({**flags, "config": str(settings.config)})
