"""The wizard as a line protocol (interface 1, `pair --plain`): questions out, answers in, through any pipe.

An answer ends with an empty line. A line of its own: `?` why we ask, `+` a probe, `<` back, `>` skip, `q` leave.
`!` parks what follows it, `=7` sets the scale of the question. The end of input leaves and keeps. Then each item for
the plan: `y`, `n`, or `e` and the words; `y 2` takes it for the second focus point.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from growthtui.domain.plan import GoalKind
from growthtui.errors import BadInputError
from growthtui.journal.decisions import BELONGS, Decision, Decisions, Ground, Verdict
from growthtui.journal.session_drafts import LeftSession
from growthtui.journal.sessions import Sessions
from growthtui.present.offers import GAPS, details_of
from growthtui.present.pair import READERS, asks_readers, scale_words

if TYPE_CHECKING:
    from growthtui.coach.wizard import Wizard

C = TypeVar("C")

_LONG = 20_000
"""So many letters of an answer are kept line by line; what is longer is kept each time it has grown by a tenth."""

_GROWTH = 1.1
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

    Attributes:
        decisions: what is decided about the offers so far.
    """

    def __init__(
        self,
        sessions: Sessions,
        lines: Lines,
        say: Callable[[str], None],
        read_day: Callable[[str], date],
        keep_draft: Callable[["Wizard", Decisions], None],
    ) -> None:
        self._sessions = sessions
        self._lines = lines
        self._say = say
        self._read_day = read_day
        self._keep_draft = keep_draft
        self.decisions = Decisions()

    def run(self, wizard: "Wizard", left: LeftSession | None = None) -> Outcome:
        """Walk from where the session stands to its end, or to where it is left.

        `left` is how it was left before: what was decided stays so, half a suggestion is parked as it is.
        """
        if left is not None:
            self.decisions, wizard = left.decisions, wizard.park(left.parking)
        asked = ""
        while not wizard.is_at_read_back:
            if wizard.step.id != asked:
                self._ask(wizard)
            asked = wizard.step.id
            wizard, is_left = self._hear(wizard)
            self._keep(wizard)
            if is_left:
                return self._leave(wizard)
        return self._take(wizard, left.meet if left else "")

    def _keep(self, wizard: "Wizard") -> None:
        self._keep_draft(wizard, self.decisions)

    def _ask(self, wizard: "Wizard") -> None:
        step = wizard.step
        self._say(f"{wizard.index + 1}/{len(wizard.questions.steps)}  {step.question}")
        if step.scale:
            self._say(f"     ={wizard.answer.scale or 'N'}  {step.scale}")
        if asks_readers(wizard):
            self._say("\n".join(f"     ={number}  {words}" for number, (words, _) in enumerate(READERS, start=1)))
        if wizard.answer.text:
            self._say(f"So far: {wizard.answer.text}")

    def _hear(self, wizard: "Wizard") -> "tuple[Wizard, bool]":
        """The state after one answer or one command that moves, and whether the session is left."""
        words: list[str] = []
        letters = kept = 0
        while True:
            line = self._lines.next()
            command = "q" if line is None else line.strip()
            if command in ("q", "<", ">", ""):
                answered = wizard.write("\n".join(words)) if words else wizard
                move = {"q": answered, "<": answered.back(), ">": answered.next(), "": answered.next()}
                return move[command], command == "q"
            said = wizard.write("\n".join(words)) if words and command == "+" else wizard
            aside = self._aside(said, command)
            if aside is None:
                words.append(line or "")
                letters += len(words[-1]) + 1
            wizard = aside or wizard
            if aside is not None or letters < _LONG or letters > _GROWTH * kept:
                kept = letters
                self._keep(wizard.write("\n".join(words)) if words else wizard)

    def _aside(self, wizard: "Wizard", command: str) -> "Wizard | None":
        """What a line does that is no part of the answer; None for words of the answer."""
        if command == "?":
            self._say(wizard.step.why or "This question has no note.")
            return wizard
        if command == "+":
            return self._probe(wizard)
        if command.startswith("!"):
            return wizard.park(command[1:])
        if command.startswith("=") and command[1:].strip().isdecimal():
            return self._number(wizard, int(command[1:]))
        return None

    def _probe(self, wizard: "Wizard") -> "Wizard":
        """One more question: the one that a weak answer asks for, else the next."""
        probe = self._sessions.suggested_probe(wizard) or next(iter(wizard.probes_left()), "")
        self._say(probe or "Two probes are enough for one question; count to five and listen.")
        return wizard.use_probe(probe) if probe else wizard

    def _number(self, wizard: "Wizard", number: int) -> "Wizard | None":
        """The number on the scale, or who may read the answers where that is asked; None where no number is asked."""
        if wizard.step.scale:
            rated = wizard.rate(number)
            value, ends = rated.answer.scale, (rated.answer.scale_min, rated.answer.scale_max)
            if value is not None:
                self._say(scale_words(wizard.step.scale).after(value, ends))
            return rated
        if asks_readers(wizard) and 1 <= number <= len(READERS):
            words, who = READERS[number - 1]
            self._say(f"Read by {words}.")
            return wizard.share(who)
        return None

    def _leave(self, wizard: "Wizard") -> Outcome:
        session = self._sessions.keep(wizard).session
        self._keep(wizard)  # once more: a draft that is older than the record does not count
        return Outcome(session.id, is_finished=False)

    def _take(self, wizard: "Wizard", meet: str) -> Outcome:
        """Read back, then item by item. What was taken before the input ended still goes into the plan."""
        self._read_back(wizard)
        self.decisions = self._sessions.decisions(wizard, self.decisions)
        while (place := self.decisions.next_open()) is not None:
            item, ground = self.decisions[place], self._sessions.ground(self.decisions)
            self._say(_offer(item, ground))
            line = self._lines.next()
            if line is None and self.decisions.taken:
                break
            if line is None or line.strip() == "q":
                return self._leave(wizard)
            self._decide(place, line.strip().casefold(), wizard)
            self._keep(wizard)
        next_date = self._next_date(meet)
        session = self._sessions.finish(self._show_advice(wizard), self.decisions.taken, next_date)
        return Outcome(session.id, is_finished=True, taken=len(self.decisions.taken))

    def _decide(self, place: int, reply: str, wizard: "Wizard") -> None:
        """Take an offer as the reply wants it, or leave it."""
        item = self.decisions[place]
        wanted = self._wanted(item, reply, wizard)
        refusal = wanted.refusal(self._sessions.ground(self.decisions)) if wanted else ""
        if refusal:
            self._say(f"Left: {refusal}")
        is_taken = wanted is not None and not refusal
        self.decisions = self.decisions.put(place, wanted or item).settle(
            place, Verdict.TAKEN if is_taken else Verdict.LEFT
        )

    def _read_back(self, wizard: "Wizard") -> None:
        self._say("As it stands now:")
        for step in wizard.questions.steps:
            answer = wizard.answer_of(step)
            if answer.text:
                self._say(f"{step.question}\n  {answer.text}")
        for question in self._sessions.what_else(wizard):
            self._say(question)

    def _wanted(self, item: Decision, reply: str, wizard: "Wizard") -> Decision | None:
        """The offer as the person wants it in the plan; None when it is left."""
        word, _, number = reply.partition(" ")
        if word not in _YES and word not in _EDIT:
            return None
        text = item.text
        if word in _EDIT:
            self._say("Your words:")
            text = self._lines.next() or ""
        points = self._sessions.ground(self.decisions).points
        is_point = number.isdecimal() and 1 <= int(number) <= len(points)
        focus = points[int(number) - 1].key if is_point else None
        kind = self._goal_kind(wizard, item) if item.kind == "goal" else None
        gaps = {key: gap for key, gap, _ in GAPS}
        gap = self._choose("Missing, there but known to few, or not sure?", gaps) if item.kind == "gap" else None
        numbers = {str(number): number for number in range(1, 11)}
        asks_again = word in _EDIT and item.is_unsure
        sure = self._choose("How sure are you of it now?", numbers) if asks_again else None
        return item.with_(text=text, goal_kind=kind, gap=gap, focus=focus, sure=sure)

    def _goal_kind(self, wizard: "Wizard", item: Decision) -> GoalKind | None:
        """Said in so many words, else asked; never guessed from the goal (domain 3.3)."""
        said = wizard.answer_of(wizard.questions[item.proposal.step]).text.casefold()
        named = [kind for kind in GoalKind if f"{kind} goal" in said]
        kinds = {letter: kind for kind in GoalKind for letter in (kind.value, kind.value[0])}
        return named[0] if len(named) == 1 else self._choose("Personal or career?", kinds)

    def _choose(self, question: str, choices: dict[str, C]) -> C | None:
        """One of `choices`; any other reply leaves it open and is the reply to the next question."""
        self._say(f"{question}  {' '.join(choices)}")
        reply = self._lines.next()
        chosen = choices.get((reply or "").strip().casefold())
        if chosen is None:
            self._lines.give_back(reply)
        return chosen

    def _next_date(self, known: str) -> date | None:
        """The day to meet again; an empty line keeps what was typed before, else it is no day."""
        so_far = f"empty for {known}" if known.strip() else "or an empty line"
        self._say(f"When do you look at this together again? (a day, {so_far})")
        reply = (self._lines.next() or "").strip() or known.strip()
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


def _offer(item: Decision, ground: Ground) -> str:
    lines = [f"Into the plan, as {item.kind}?  y n e", f"  {item.text or '…'}"]
    lines += [
        f"  {detail.label.lower()}: {item.said(detail.name)}" for detail in details_of(item) if item.said(detail.name)
    ]
    point = item.point(ground.points) if item.kind in BELONGS else None
    if point is not None and len(ground.points) > 1:
        others = " · ".join(f"y {number} {one.title}" for number, one in enumerate(ground.points, start=1))
        lines += [f"  for: {point.title}", f"  or: {others}"]
    return "\n".join([*lines, *([f"  {item.note}"] if item.note else [])])
