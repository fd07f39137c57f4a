"""What every command works with: settings, clock and journal, made when first asked for, and the two streams."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from growthtui.clock import Clock
from growthtui.errors import BadInputError, ExitCode, StorageError

if TYPE_CHECKING:
    from growthtui.journal.journal import Journal
    from growthtui.settings import Settings

_WIDEST = 100
_TEXT_KEPT = (ExitCode.UNREADABLE, ExitCode.BUSY, ExitCode.NOT_WRITTEN)


class App:
    """The state of one run of the command line.

    `arguments` are its words, `options` the global ones by name, `has_words` is whether a text is among them.
    """

    def __init__(self) -> None:
        self.arguments: Sequence[str] = ()
        self.options: Mapping[str, str | None] = {}
        self.has_words = False
        self._from_stdin = ""
        self._line: tuple[str, dict[str, str]] | None = None
        self._edited: Path | None = None

    @cached_property
    def settings(self) -> "Settings":
        """The settings; what is wrong with them is told once. BadInputError."""
        from growthtui.settings import load

        settings = load({name: self.options.get(name) for name in ("journal", "config")})
        for problem in settings.problems:
            self.say(problem)
        return settings

    @cached_property
    def config_path(self) -> Path:
        """The settings file, also one that cannot be read."""
        from growthtui.settings import config_path

        return config_path(self.options.get("config"))

    @cached_property
    def clock(self) -> Clock:
        """The only source of time. BadInputError."""
        from growthtui.settings import clock_for

        return clock_for(self.options.get("today"))

    @cached_property
    def journal(self) -> "Journal":
        """The journal; nothing is read before it is asked."""
        from growthtui.journal.opening import open_journal

        return open_journal(self.settings, self.clock)

    @cached_property
    def width(self) -> int:
        """The cells of a line: those of the terminal, 80 in a pipe, never more than can be read with ease."""
        import shutil

        return min(shutil.get_terminal_size().columns, _WIDEST)

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer a question."""
        return sys.stdin.isatty()

    def say(self, text: str) -> None:
        """Narration: to stderr."""
        click.echo(f"growthtui: {text}", err=True)

    def done(self, text: str) -> None:
        """What a change did: to stderr, so that stdout stays data."""
        click.echo(text, err=True)

    def lines(self, lines: Iterable[str]) -> None:
        """Data as lines: to stdout."""
        for line in lines:
            click.echo(line)

    def listing(self, lines: Iterable[str], empty: str) -> None:
        """Lines to stdout; when there are none, `empty` is told on stderr (in a journal that is there)."""
        found = list(lines)
        self.lines(found)
        if not found and self.journal.exists:
            self.say(empty)

    def json(self, schema: str, content: dict[str, object]) -> None:
        """Data as one object with its schema: to stdout."""
        self.document({"schema": schema, **content})

    def document(self, document: dict[str, object]) -> None:
        """Data as one object that has its schema already: to stdout."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))

    def note_first_run(self) -> None:
        """Say that there is no journal yet, if so. DamagedError when there is one that cannot be read."""
        if not self.journal.exists:
            self.say(
                f"There is no journal yet ({self.journal.path}). Start one with `growthtui plan new`, "
                "`growthtui import FILE` or `growthtui log TEXT`, or look at `growthtui demo`."
            )

    def typed(self, text: str) -> str:
        """A text that somebody typed; `-` is read from stdin."""
        if text != "-":
            return text
        self._from_stdin = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        return self._from_stdin

    def typed_line(self, text: str, **fields: str) -> str:
        """The same for a line of the log, which a failing save keeps where the app goes on with it.

        `fields` are what was said about it; the draft keeps them, so that a private line stays private.
        """
        words = self.typed(text)
        self._line = (words, fields)
        return words

    def where_text_is(self, error: Exception) -> str:
        """What became of the typed text after `error`: a sentence, or nothing when there is no text to keep."""
        if self._edited is not None:
            return f"Your text is kept in {self._edited}; the next edit goes on with it."
        if not self.has_words or not isinstance(error, StorageError) or error.exit_code not in _TEXT_KEPT:
            return ""
        try:
            return f"Your text is kept in {self._keep_words()}."
        except OSError:
            return f"Your text could not be kept either; here it is:\n{self._command_line()}"

    def tell_warnings(self) -> None:
        """What went wrong beside a save that is done."""
        if "journal" in vars(self):
            for warning in self.journal.take_warnings():
                self.say(warning)

    def confirm(self, question: str) -> bool:
        """Ask yes or no on stderr; without a terminal the answer is no."""
        return self.asks and click.confirm(question, default=False, err=True)

    def edited(self, place: str, text: str) -> str:
        """`text` as the person leaves it in the editor. BadInputError without a terminal, EditorError.

        The editor works on a file that stays until the command has succeeded; the next try goes on with it.
        """
        if not self.asks:
            raise BadInputError("There is nothing to change. Give the new text, or use a terminal to edit the old one.")
        from growthtui.editor import edit_file, editor_command

        path = self.journal.drafts.file_for_editor(place)
        if path.exists():
            self.say(f"Going on with the text kept in {path}.")
        else:
            path.touch(mode=0o600)
            path.write_text(text, encoding="utf-8")
        edit_file(path, editor_command(self.settings.editor))
        self._edited = path
        return path.read_text(encoding="utf-8", errors="replace")

    def forget_edited(self) -> None:
        """The command has succeeded: the editor's file is not needed any more."""
        if self._edited is not None:
            self._edited.unlink(missing_ok=True)

    def _keep_words(self) -> Path:
        drafts = self.journal.drafts
        if self._line is None:
            return drafts.keep_command(self._command_line())
        words, fields = self._line
        place = "line"
        if drafts.of(place) is not None:
            place = f"line/{self.clock.now():%Y%m%dT%H%M%S%f}"
        return drafts.keep(place, words, command=self._command_line(), **fields)

    def _command_line(self) -> str:
        """What was typed, as a shell takes it; what came through stdin stands in its place."""
        import shlex

        words = (self._from_stdin if word == "-" and self._from_stdin else word for word in self.arguments)
        return shlex.join(["growthtui", *words])


pass_app = click.make_pass_decorator(App)
