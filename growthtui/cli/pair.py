"""`pair`: the question wizard, on the screen or over lines."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.full_screen import require_terminal
from growthtui.errors import StorageError

if TYPE_CHECKING:
    from growthtui.coach.wizard import Wizard
    from growthtui.journal.decisions import Decisions
    from growthtui.journal.session_drafts import LeftSession

DEFAULT_SET = "pairing"

_HOW = (
    "An answer ends with an empty line. A line of its own: ? why we ask, + a probe, < back, > skip, q leave and keep. "
    "! parks the suggestion behind it, =7 sets the scale of a question."
)


@click.command()
@click.option("--set", "set_id", metavar="SET", help="The question set: pairing, stuck, survey …")
@click.option("--with", "who", metavar="NAME", default="", help="Who sits beside you; left out, you walk alone.")
@click.option("--resume", is_flag=True, help="Go on with the newest unfinished session.")
@click.option("--plain", is_flag=True, help="Questions on stdout, answers from stdin.")
@pass_app
def pair(app: App, *, set_id: str | None, who: str, resume: bool, plain: bool) -> int:
    """Walk a set of questions, alone or with a mentor, and take the answers into the plan item by item."""
    if not plain:
        require_terminal()
    sessions = app.journal.sessions
    left = sessions.newest_left(set_id, who, app.journal.drafts.waiting()) if resume else None
    if not plain:
        return _on_the_screen(app, set_id, who, left)
    if left is None and app.asks:
        left = _offered(app, set_id)
    _Lines(app).walk(sessions.go_on(left) if left else sessions.begin(set_id or DEFAULT_SET, who), left)
    return 0


def _offered(app: App, set_id: str | None) -> "LeftSession | None":
    """The newest unfinished session, if the person at the terminal wants to go on with it."""
    from growthtui.present.pair import left_rows

    journal = app.journal
    left = [one for one in journal.sessions.unfinished(journal.drafts.waiting()) if set_id in (None, one.session.kind)]
    for one in left[:1]:
        (row,) = left_rows((one,), journal.sessions.sets(), journal.snapshot(), app.clock.today())
        if app.confirm(f"{row.title} was {row.detail}. Go on with it?"):
            return one
    return None


def _on_the_screen(app: App, set_id: str | None, who: str, left: "LeftSession | None") -> int:
    from growthtui.tui.app import run_app
    from growthtui.tui.screens.pair.opening import begin, go_on

    if left is not None:
        return run_app(app.journal, app.settings, place="pair", opens=lambda desk: go_on(desk, left))
    if set_id is None and not who:
        return run_app(app.journal, app.settings, place="pair")
    questions = app.journal.sessions.begin(set_id or DEFAULT_SET).questions
    return run_app(app.journal, app.settings, place="pair", opens=lambda desk: begin(desk, questions.id, who))


class _Lines:
    """One session over the two streams; the draft is written line by line."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._draft = ""
        self._meet = ""
        self._has_warned = False

    def walk(self, wizard: "Wizard", left: "LeftSession | None") -> None:
        """Walk to the end of the session or of the input, and say what became of it."""
        from growthtui.cli.pair_plain import Lines, PlainSession
        from growthtui.journal.session_drafts import place_of

        app = self._app
        self._introduce(wizard)
        self._meet = left.meet if left else ""
        session = PlainSession(app.journal.sessions, Lines(_typed()), self._say, self._day, self._keep)
        try:
            outcome = session.run(wizard, left)
        except (StorageError, KeyboardInterrupt):
            if self._draft:
                app.say(f"Your session is kept in {self._draft}. Go on with `growthtui pair --resume`.")
            raise
        if outcome.is_finished or session.decisions.is_untouched:
            app.journal.drafts.drop(place_of(wizard.session))
        if outcome.is_finished:
            app.done(f"Finished: session {outcome.session_id}, {outcome.taken} into the plan.")
            if outcome.taken:
                app.say(
                    "`growthtui check` asks what the plan still leaves open; `growthtui undo` takes all of it back."
                )
        else:
            app.done(f"Left and kept: session {outcome.session_id}. Go on with `growthtui pair --resume`.")

    def _introduce(self, wizard: "Wizard") -> None:
        """Who does what; before the first question also what was promised, and what is still open."""
        from growthtui.present.open_questions import open_questions
        from growthtui.present.pair import session_title
        from growthtui.present.promise import promised

        app, sets = self._app, self._app.journal.sessions.sets()
        snapshot, today = app.journal.snapshot(), app.clock.today()
        name = snapshot.person_name(wizard.session.with_)
        app.say(f"{session_title(wizard.questions, name)}. {_HOW}")
        roles = app.journal.sessions.roles()
        if not wizard.is_solo and roles is not None:
            app.say(f"{name} asks: {roles.asker}")
            app.say(f"You answer: {roles.answerer}")
        if not wizard.is_empty:
            return
        promise = promised(snapshot, sets, today)
        if promise is not None:
            app.say(f"{promise.title}: {promise.words.rstrip('.')}. {promise.state}".rstrip())
        for question in open_questions(snapshot, sets, today):
            app.say(f"Still open: {question.text} ({question.detail})")

    def _say(self, text: str) -> None:
        from growthtui.present.text import visible

        self._app.lines([visible(text)])

    def _day(self, text: str) -> date:
        from growthtui.dates import parse_date

        return parse_date(text, self._app.clock.today())

    def _keep(self, wizard: "Wizard", decisions: "Decisions") -> None:
        """Keep the session as a draft; when that fails it is told once, and the session goes on."""
        from growthtui.journal.session_drafts import pack, place_of
        from growthtui.present.pair import position, session_title

        session = wizard.session
        words = f"{session_title(wizard.questions, session.with_)}, {position(wizard)}"
        fields = pack(session, decisions, meet=self._meet)
        try:
            path = self._app.journal.drafts.keep(place_of(session), words, **fields)
            self._draft = str(path)
        except OSError as error:
            if not self._has_warned:
                self._app.say(f"What you type cannot be kept as a draft: {error.strerror or error}.")
            self._has_warned = True


def _typed() -> Iterator[str]:
    """Lines of stdin; bytes that are no UTF-8 become a replacement sign instead of an error."""
    for number, raw in enumerate(iter(sys.stdin.buffer.readline, b"")):
        text = raw.decode("utf-8", errors="replace")
        yield text.removeprefix("\ufeff") if number == 0 else text
