"""Small forms of the packet: a date, the three lines "In short", the name of the file."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.widget import Widget

from growthtui.dates import parse_date
from growthtui.domain.base import Audience
from growthtui.errors import BadInputError
from growthtui.journal.exports import Export, save_export
from growthtui.present.packet import READERS, PacketView, file_name
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.drafts import IN_SHORT
from growthtui.tui.messages import Change
from growthtui.tui.modals.form import FORM_KEYS, FormSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, WARN
from growthtui.tui.paths import short
from growthtui.tui.screens.packet import rows
from growthtui.tui.screens.packet.staying import paint_cautions
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.day_field import DayField
from growthtui.tui.widgets.words_area import WordsArea

_KEYS = (
    Command(action="save", keys="ctrl+s", title="Take it", label="take it", is_priority=True),
    Command(action="app.back", keys="escape", title="Leave it as it is", label="leave it"),
)
_WRITE_KEYS = (
    Command(action="save", keys="ctrl+s", title="Write the file", label="write", is_priority=True),
    Command(action="page(1)", keys="pagedown", title="Read on", label="read on", in_palette=False, is_priority=True),
    Command(action="page(-1)", keys="pageup", title="Read back", in_palette=False, is_priority=True),
    Command(action="app.back", keys="escape", title="Write nothing", label="not now"),
)
_DATE_HINT = "2026-03-02, last friday, 2 weeks ago … Nothing typed is the usual day."
_SUMMARY_HINT = "What should this reader know first? Three lines. Nothing typed leaves what the program proposes."


class _Field(FormSheet):
    """One field; a subclass says what becomes of its text."""

    KEYS: ClassVar[Sequence[Command]] = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))

    def __init__(self, desk: Desk, export: Export) -> None:
        super().__init__(desk)
        self.export = export
        self.reason = ""

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one("#text", WordsArea).text.strip()

    def refuse(self, reason: str) -> None:
        """Say below the field why this cannot be."""
        self.reason = reason
        self.query_one("#hint", Block).repaint()


def in_short_place(audience: Audience) -> str:
    """Where the lines for a reader are kept."""
    return f"{IN_SHORT}/{audience}"


def in_short(desk: Desk, audience: Audience) -> tuple[str, ...]:
    """The owner's lines for a reader, none while there are none."""
    kept = desk.drafts.of(in_short_place(audience))
    return tuple(filter(None, map(str.strip, kept.text.splitlines()))) if kept else ()


class DateSheet(_Field):
    """The first or the last day of the period.

    Args:
        desk: the desk.
        export: what is wanted so far.
        row: `since` or `until`.
        take: told what is wanted with the day.
    """

    def __init__(self, desk: Desk, export: Export, row: str, take: Callable[[Export], None]) -> None:
        super().__init__(desk, export)
        self._row = row
        self._take = take

    def title_words(self) -> str:
        """Which of the two days it is."""
        return "The first day" if self._row == rows.SINCE else "The last day"

    def fields(self) -> Iterable[Widget]:
        """The field, and what can be typed."""
        day = self.export.since if self._row == rows.SINCE else self.export.until
        yield DayField(self.desk, day.isoformat() if day else "", placeholder="2 weeks ago", prefer="past", id="text")
        yield Block(self.desk.glyphs, self._paint, id="hint")

    def action_save(self) -> None:
        """Take the day."""
        try:
            day = parse_date(self.text, self.desk.today, prefer="past") if self.text else None
        except BadInputError as error:
            self.refuse(str(error))
            return
        self.app.pop_screen()
        is_first = self._row == rows.SINCE
        self._take(
            dataclasses.replace(self.export, since=day) if is_first else dataclasses.replace(self.export, until=day)
        )

    def _paint(self, page: Page) -> None:
        page.say(_DATE_HINT, MUTED)
        if self.reason:
            page.text(self.reason, WARN)


class SummarySheet(_Field):
    """The owner's own lines at the top; the program's proposal is there to be changed.

    What is typed is kept as it is typed, for the next packet for this reader, too.
    """

    KEYS = FORM_KEYS[:1] + FORM_KEYS[-1:]
    BINDINGS = bindings((*KEYS, *EVERYWHERE))
    TITLE_WORDS = "In short"

    def __init__(self, desk: Desk, export: Export, take: Callable[[Export], None]) -> None:
        super().__init__(desk, export)
        self._take = take
        self._proposed = desk.journal.exports.proposed_summary(export)

    def fields(self) -> Iterable[Widget]:
        """The lines."""
        yield WordsArea("\n".join(self.export.summary or self._proposed), id="text")
        yield Block(self.desk.glyphs, self._paint, id="hint")

    def action_save(self) -> None:
        """Take the lines."""
        self.leaving()
        self.app.pop_screen()

    def keep_draft(self) -> None:
        """Keep the lines; the proposal as it stands is nobody's own."""
        text = "" if self.text == "\n".join(self._proposed) else self.text
        self.desk.drafts.keep(self.desk.draft(in_short_place(self.export.audience), text))

    def leaving(self) -> None:
        """Put the lines into the packet."""
        self.keep_draft()
        self._take(dataclasses.replace(self.export, summary=in_short(self.desk, self.export.audience)))

    def _paint(self, page: Page) -> None:
        page.say(_SUMMARY_HINT, MUTED)


class WriteSheet(_Field):
    """The name of the file, and a last look at names and words; a file that is there is asked about by its name."""

    KEYS = _WRITE_KEYS
    BINDINGS = bindings((*_WRITE_KEYS, *EVERYWHERE))

    def __init__(self, desk: Desk, export: Export, view: PacketView) -> None:
        super().__init__(desk, export)
        self._view = view
        self._replaces: Path | None = None

    def title_words(self) -> str:
        """For whom it is."""
        return f"Write the packet for {READERS[self.export.audience]}"

    def fields(self) -> Iterable[Widget]:
        """The name, then what there is to look at."""
        yield WordsArea(file_name(self.export.format, self.desk.today), sends_on_enter=True, id="text")
        yield Block(self.desk.glyphs, self._paint, id="hint")

    def action_save(self) -> None:
        """Write the file; one that is there only after a second yes to its name."""
        if not self.text:
            self.refuse("Give the file a name.")
            return
        path = Path(self.text).expanduser()
        if path.is_file() and path != self._replaces:
            self._replaces = path
            self.refuse(f"{path.name} is there already. ctrl+s again replaces it, or give another name.")
            return
        self._write(path, is_known=path == self._replaces)

    def _write(self, path: Path, *, is_known: bool) -> None:
        exports, export = self.desk.journal.exports, self.export

        def call() -> str:
            save_export(path, exports.write(export), force=is_known)
            return f"Written to {short(path.absolute())}"

        self.app.post_message(Change(call, self._close, self.refuse))

    def _close(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    def _paint(self, page: Page) -> None:
        page.text(f"A name alone goes to {short(Path.cwd())}", MUTED)
        if self.reason:
            page.gap()
            page.text(self.reason, WARN)
        page.gap()
        paint_cautions(page, self._view.cautions)
