"""Importing: a path or the pasted words of a plan; what it would add is shown before it does."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from growthtui.domain.plan import GoalKind
from growthtui.errors import GrowthError
from growthtui.journal.import_report import ImportReport
from growthtui.present.incoming import Sketch, counted, sketch
from growthtui.tui.commands import EVERYWHERE, Command, bindings
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.modals.form import FormSheet
from growthtui.tui.page import Page
from growthtui.tui.paint import MUTED, WARN, words
from growthtui.tui.screens.welcome.files import completions, path_in
from growthtui.tui.screens.welcome.pick import PLAN_IS_IN
from growthtui.tui.screens.welcome.sketch_paint import paint_sketch
from growthtui.tui.widgets.block import Block
from growthtui.tui.widgets.choice import Choice
from growthtui.tui.widgets.words_area import WordsArea

if TYPE_CHECKING:
    from growthtui.interchange.entries import Incoming

PLACE = "import"
"""The draft's name."""

_KEYS = (
    Command(action="save", keys="ctrl+s", title="Take it in", label="take it in", is_priority=True),
    Command(action="next_field", keys="tab", title="The next field", in_palette=False),
    Command(action="previous_field", keys="ctrl+o", title="Back to the field before", is_priority=True),
    Command(action="page(1)", keys="pagedown", title="Read on", label="read on", in_palette=False, is_priority=True),
    Command(action="page(-1)", keys="pageup", title="Read back", in_palette=False, is_priority=True),
    Command(action="app.back", keys="escape", title="Leave; what you typed is kept", label="leave and keep"),
)
_PAUSE = 0.2
"""Seconds without a key before a file is looked at."""

_PLACEHOLDER = "The path of a file, or paste the plan itself"
_READS = (
    "Reads a plan as you have it: text or Markdown with the headings North Star, Current Goal and Focus Points; "
    "plan files of growthtui (TOML, JSON); a whole journal; entries of jrnl."
)
_ASK_KIND = "Is this goal about your career or about yourself? The arrows choose; ctrl+s again leaves it open."
_KINDS = ((None, "not said yet"), (GoalKind.CAREER, "career"), (GoalKind.PERSONAL, "personal growth"))
_SHOWN_NAMES = 8
_NO_FILE = "There is no file of this name yet."


@dataclass(frozen=True, slots=True)
class Found:
    """A readable plan or journal, and how to take it in."""

    report: ImportReport
    sketch: Sketch | None
    apply: Callable[[GoalKind | None], ImportReport]


class Look(NamedTuple):
    """What is known about the typed words: something to take in, a reason why not, or names that fit so far."""

    found: Found | None = None
    reason: str = ""
    names: tuple[str, ...] = ()


class ImportSheet(FormSheet):
    """One field for a path or a whole text, what it would add, and the kind of a goal that does not say it."""

    KEYS = _KEYS
    BINDINGS = bindings((*_KEYS, *EVERYWHERE))
    TITLE_WORDS = "A plan you have"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._look = Look()

    def fields(self) -> Iterable[Widget]:
        """The field, the kind, and what would come in."""
        draft = self.desk.drafts.of(PLACE)
        yield WordsArea(draft.text if draft else "", placeholder=_PLACEHOLDER, sends_on_enter=False, id="text")
        yield Choice(self.desk.glyphs, "Goal", [name for _, name in _KINDS], id="kind")
        yield Block(self.desk.glyphs, self._paint, id="look")

    def on_mount(self) -> None:
        """Look at the draft, if there is one."""
        self._kind.display = False
        self._look_at(self._text.text)

    def keep_draft(self) -> None:
        """Keep what was typed or pasted."""
        self.desk.drafts.keep(self.desk.draft(PLACE, self._text.text))

    @on(TextArea.Changed, "#text")
    def _look_soon(self) -> None:
        self._text.suggestion = ""
        self._look_at(self._text.text)

    @work(group="look")
    async def _look_at(self, text: str) -> None:
        """Look at what was typed, unless more was typed meanwhile."""
        await asyncio.sleep(_PAUSE)
        look = await self.desk.carry_out(partial(self._look_for, text)) if text == self._text.text else None
        if look is None or text != self._text.text:
            return
        self._look = look
        self._kind.display = look.found is not None and bool(look.found.report.open_goals)
        self._text.suggestion = look.names[0] if look.names else ""
        self.query_one("#look", Block).repaint()

    def _look_for(self, text: str) -> Look:
        """Read what was typed, in the saving thread: disks can be slow."""
        if not text.strip():
            return Look()
        imports = self.desk.journal.imports
        path = path_in(text)
        try:
            if path is None:
                return Look(self._found(imports.read_bytes("the pasted text", text.encode())))
            if path.is_file():
                return Look(self._found(imports.read(path)))
        except (GrowthError, OSError) as error:
            return Look(reason=str(error))
        return Look(names=completions(text.strip()), reason="" if path.is_dir() else _NO_FILE)

    def _found(self, incoming: "Incoming") -> Found:
        imports = self.desk.journal.imports
        plan = sketch(incoming.snapshot())
        return Found(imports.preview(incoming), plan, lambda kind: imports.apply(incoming, kind=kind))

    @property
    def _text(self) -> WordsArea:
        return self.query_one("#text", WordsArea)

    @property
    def _kind(self) -> Choice:
        return self.query_one("#kind", Choice)

    def action_save(self) -> None:
        """Take it in; a goal that does not say its kind is asked about once."""
        found = self._look.found
        if found is None or found.report.refusal is not None:
            self.notify(_reason(self._look))
            return
        kind = _KINDS[self._kind.chosen][0]
        if self._kind.display and kind is None and not self._kind.has_focus:
            self._kind.focus()
            self.notify(_ASK_KIND)
            return

        def call() -> str:
            return PLAN_IS_IN if found.apply(kind).counts.get("plans") else "It is in."

        self.app.post_message(Change(call, self._done))

    def _done(self) -> None:
        self.desk.drafts.drop(PLACE)
        if self.is_current:
            self.app.pop_screen()

    def _paint(self, page: Page) -> None:
        page.add(Content())
        found, reason, names = self._look
        if found is not None:
            _paint_found(page, found)
        elif reason or names:
            page.text(reason, MUTED, rows=6)
            if names:
                start = self._text.text.strip().rpartition("/")[2]
                shown = [start + name for name in names[:_SHOWN_NAMES]]
                page.label("→ completes the first of these:")
                page.add(words("   ".join(shown), MUTED))
        else:
            page.say(_READS, MUTED)


def _paint_found(page: Page, found: Found) -> None:
    report = found.report
    if report.refusal is not None:
        page.text(str(report.refusal), WARN, rows=12)
        return
    if report.is_empty:
        page.say("Your journal holds all of it already.", MUTED)
        return
    for label, things in counted(report.counts):
        page.add(Content.styled(f"{label}  ", MUTED) + words(things))
    for note in report.notes:
        page.text(note, MUTED, rows=2)
    page.gap()
    if found.sketch is not None:
        paint_sketch(page, found.sketch)


def _reason(look: Look) -> str:
    if look.found is not None and look.found.report.refusal is not None:
        return str(look.found.report.refusal)
    return look.reason or "Type the path of a file, or paste a plan; then it can be taken in."
