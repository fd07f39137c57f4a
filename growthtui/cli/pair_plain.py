"""The wizard as a line protocol (interface 1, `pair --plain`): questions out, answers in, through any pipe.

An answer ends with an empty line. A line of its own: `?` why we ask, `+` a probe, `<` back, `>` skip, `q` leave.
`!` parks what follows it, `=7` sets the scale of the question. The end of input leaves and keeps.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from growthtui.domain.plan import GoalKind
from growthtui.errors import BadInputError

if TYPE_CHECKING:
    from growthtui.coach.wizard import Wizard
    from growthtui.journal.decisions import Decision, GapVerdict
    from growthtui.journal.sessions import Sessions

C = TypeVar("C")

_KINDS = {"p": GoalKind.PERSONAL, "c": GoalKind.CAREER, "personal": GoalKind.PERSONAL, "career": GoalKind.CAREER}
_GAPS: "dict[str, GapVerdict]" = {"m": "missing", "k": "unknown", "u": "unsure"}
_YES = frozenset(("y", "yes"))
_EDIT = frozenset(("e", "edit"))


class Lines:
    """Lines of input with one step back; `None` at the end."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source: Iterator[str] = iter(source)
        self._returned: list[str] = []

    def next(self) -> str | None:
        """The next line without its end, or None."""
        if self._returned:
            return self._returned.pop()
        line = next(self._source, None)
        return None if line is None else line.rstrip("\r\n")

    def give_back(self, line: str | None) -> None:
        """Let the next call of `next` return this line."""
        if line is not None:
            self._returned.append(line)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended: finished, or left and kept."""

    session_id: str
    is_finished: bool
    taken: int = 0


class PlainSession:
    """One session over lines.

    Args:
        sessions: the journal's sessions.
        lines: what the person types.
        say: prints one paragraph.
        read_day: reads a day as a person types it; BadInputError.
        keep_draft: is called with the state after every change, so that a kill loses nothing.
    """

    def __init__(
        self,
        sessions: "Sessions",
        lines: Lines,
        say: Callable[[str], None],
        read_day: Callable[[str], date],
        keep_draft: Callable[["Wizard"], None],
    ) -> None:
        self._sessions = sessions
        self._lines = lines
        self._say = say
        self._read_day = read_day
        self._keep_draft = keep_draft

    def run(self, wizard: "Wizard") -> Outcome:
        """Walk from where the session stands to its end, or to where it is left."""
        asked = ""
        while not wizard.is_at_read_back:
            if wizard.step.id != asked:
                self._ask(wizard)
            asked = wizard.step.id
            wizard, is_left = self._hear(wizard)
            self._keep_draft(wizard)
            if is_left:
                return self._leave(wizard)
        return self._take(wizard)

    def _ask(self, wizard: "Wizard") -> None:
        step = wizard.step
        self._say(f"{wizard.index + 1}/{len(wizard.questions.steps)}  {step.question}")
        if step.scale:
            self._say(f"     ={wizard.answer.scale or 'N'}  {step.scale}")
        if wizard.answer.text:
            self._say(f"So far: {wizard.answer.text}")

    def _hear(self, wizard: "Wizard") -> "tuple[Wizard, bool]":
        """The state after one answer or one command that moves, and whether the session is left."""
        words: list[str] = []
        while True:
            line = self._lines.next()
            command = "q" if line is None else line.strip()
            if command in ("q", "<", ">", ""):
                answered = wizard.write("\n".join(words)) if words else wizard
                move = {"q": answered, "<": answered.back(), ">": answered.next(), "": answered.next()}
                return move[command], command == "q"
            aside = self._aside(wizard, command)
            if aside is None:
                words.append(line or "")
            wizard = aside or wizard
            self._keep_draft(wizard.write("\n".join(words)) if words else wizard)

    def _aside(self, wizard: "Wizard", command: str) -> "Wizard | None":
        """What a line does that is no part of the answer; None for words of the answer."""
        if command == "?":
            self._say(wizard.step.why or "This question has no note.")
            return wizard
        if command == "+":
            probes = wizard.probes_left()
            self._say(probes[0] if probes else "Two probes are enough for one question; count to five and listen.")
            return wizard.use_probe(probes[0]) if probes else wizard
        if command.startswith("!"):
            return wizard.park(command[1:])
        if command.startswith("=") and command[1:].strip().isdecimal() and wizard.step.scale:
            return wizard.rate(int(command[1:]))
        return None

    def _leave(self, wizard: "Wizard") -> Outcome:
        return Outcome(self._sessions.keep(wizard).session.id, is_finished=False)

    def _take(self, wizard: "Wizard") -> Outcome:
        """Read back, then item by item. What was taken before the input ended still goes into the plan."""
        from growthtui.journal.decisions import Verdict

        self._read_back(wizard)
        decisions = self._sessions.decisions(wizard)
        for index, item in enumerate(decisions):
            self._say(_offer(item))
            reply = self._lines.next()
            if reply is None and not decisions.taken:
                return self._leave(wizard)
            if reply is None:
                break
            wanted = self._wanted(item, reply.strip().casefold(), wizard)
            if wanted is None:
                continue
            refusal = wanted.refusal(has_goal=decisions.has_goal or self._sessions.has_goal())
            if refusal:
                self._say(f"Left: {refusal}")
            else:
                decisions = decisions.put(index, wanted).settle(index, Verdict.TAKEN)
        next_date = self._next_date()
        session = self._sessions.finish(self._show_advice(wizard), decisions.accepted(), next_date)
        return Outcome(session.id, is_finished=True, taken=len(decisions.taken))

    def _read_back(self, wizard: "Wizard") -> None:
        self._say("As it stands now:")
        for step in wizard.questions.steps:
            answer = wizard.answer_of(step)
            if answer.text:
                self._say(f"{step.question}\n  {answer.text}")
        for question in self._sessions.what_else(wizard):
            self._say(question)

    def _wanted(self, item: "Decision", reply: str, wizard: "Wizard") -> "Decision | None":
        """The offer as the person wants it in the plan; None when it is left."""
        if reply not in _YES and reply not in _EDIT:
            return None
        text = item.text
        if reply in _EDIT:
            self._say("Your words:")
            text = self._lines.next() or ""
        kind = self._goal_kind(wizard, item) if item.kind == "goal" else None
        gap = self._choose("Missing, there but known to few, or not sure?", _GAPS) if item.kind == "gap" else None
        return item.with_(text=text, goal_kind=kind, gap=gap)

    def _goal_kind(self, wizard: "Wizard", item: "Decision") -> GoalKind | None:
        """Said in so many words, else asked; never guessed from the goal (domain 3.3)."""
        said = wizard.answer_of(wizard.questions[item.proposal.step]).text.casefold()
        named = [kind for kind in GoalKind if f"{kind} goal" in said]
        return named[0] if len(named) == 1 else self._choose("Personal or career?", _KINDS)

    def _choose(self, question: str, choices: dict[str, C]) -> C | None:
        """One of `choices`; any other reply leaves it open and is the reply to the next question."""
        self._say(f"{question}  {' '.join(choices)}")
        reply = self._lines.next()
        chosen = choices.get((reply or "").strip().casefold())
        if chosen is None:
            self._lines.give_back(reply)
        return chosen

    def _next_date(self) -> date | None:
        self._say("When do you look at this together again? (a day, or an empty line)")
        reply = (self._lines.next() or "").strip()
        if not reply:
            return None
        try:
            return self._sessions.check_day(self._read_day(reply))
        except BadInputError as error:
            self._say(str(error))
            return None

    def _show_advice(self, wizard: "Wizard") -> "Wizard":
        hidden = [index for index, advice in enumerate(wizard.session.parked_advice) if not advice.shown]
        if not hidden:
            return wizard
        self._say(f"Suggestions were parked: {len(hidden)}. Hear them?  y n")
        if (self._lines.next() or "").strip().casefold() not in _YES:
            return wizard
        for index in hidden:
            self._say(f"{wizard.session.parked_advice[index].text}\nTake it?  y n")
            taken = (self._lines.next() or "").strip().casefold() in _YES
            wizard = wizard.show_advice(index, taken=taken)
        return wizard


def _offer(item: "Decision") -> str:
    note = f"\n  {item.proposal.note}" if item.proposal.note else ""
    return f"Into the plan, as {item.kind}?  y n e\n  {item.text or '…'}{note}"
