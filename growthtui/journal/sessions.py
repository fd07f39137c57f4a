"""Question sessions: begun, left, resumed, and taken into the plan item by item."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from growthtui.coach.catalogue import load_questions
from growthtui.coach.hints import suggested_probe
from growthtui.coach.proposals import proposals, what_else
from growthtui.coach.shelves import QuestionSet, Roles
from growthtui.coach.wizard import READ_BACK, Wizard
from growthtui.domain.base import by_id
from growthtui.domain.people import Session, Survey
from growthtui.domain.plan import FocusStatus
from growthtui.domain.snapshot import Snapshot
from growthtui.errors import BadInputError, NotFoundError
from growthtui.journal.decisions import Decision, Decisions, Ground
from growthtui.journal.drafts import Draft
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.session_drafts import LeftSession, left_sessions
from growthtui.journal.taking import Taking
from growthtui.storage.ids import new_ulid, ulid_text


class NothingToResumeError(BadInputError):
    """No session is unfinished, or none of the wanted set or with the wanted person."""

    def __init__(self) -> None:
        super().__init__("There is no unfinished session like that. Start one with `growthtui pair`.")


class Sessions:
    """Question sessions of one journal.

    What only reads takes the snapshot that a screen shows, else it looks at the journal itself. DamagedError then.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def sets(self) -> tuple[QuestionSet, ...]:
        """The question sets there are."""
        return load_questions().sets

    def roles(self) -> Roles | None:
        """The role cards of a session for two."""
        return load_questions().roles

    def begin(self, set_id: str, with_: str = "", *, snapshot: Snapshot | None = None) -> Wizard:
        """A new walk through a set; nothing is saved yet. NotFoundError."""
        session_id = ulid_text(new_ulid(self._ledger.clock.now()))
        return Wizard.start(self._set(set_id, snapshot), session_id, with_.strip())

    def unfinished(self, drafts: Iterable[Draft] = (), *, snapshot: Snapshot | None = None) -> tuple[LeftSession, ...]:
        """Sessions that were left before their end, the newest first; a draft goes before an older saved state."""
        known = {questions.id for questions in self.sets()}
        left = left_sessions(self._state(snapshot).sessions, drafts)
        return tuple(one for one in left if one.session.kind in known)

    def newest_left(self, set_id: str | None = None, with_: str = "", drafts: Iterable[Draft] = ()) -> LeftSession:
        """The unfinished session that was left last, of one set and with one person if given. NothingToResumeError."""
        name_of = self._ledger.snapshot().person_name
        for one in self.unfinished(drafts):
            is_with = not with_ or name_of(one.session.with_).casefold() == with_.casefold()
            if is_with and set_id in (None, one.session.kind):
                return one
        raise NothingToResumeError

    def go_on(self, left: LeftSession, *, snapshot: Snapshot | None = None) -> Wizard:
        """A session where it was left."""
        return Wizard.resume(self._set(left.session.kind, snapshot), left.session)

    def look_back(self, session: Session, *, snapshot: Snapshot | None = None) -> Wizard:
        """A finished session at its read-back. NotFoundError when its set is gone."""
        return Wizard.resume(self._set(session.kind, snapshot), msgspec.structs.replace(session, step=READ_BACK))

    def keep(self, wizard: Wizard) -> Wizard:
        """Save a session that is left, to be resumed."""
        with self._ledger.transaction(f"leave {wizard.questions.id} session", wizard.session.with_) as changes:
            return Wizard(wizard.questions, self._store(changes, wizard.session))

    def decisions(self, wizard: Wizard, known: Decisions | None = None) -> Decisions:
        """What the answers offer for the plan; an offer that is as before keeps what was decided about it."""
        return Decisions.of(proposals(wizard), known)

    def what_else(self, wizard: Wizard) -> tuple[str, ...]:
        """Questions to ask at the read-back."""
        return what_else(wizard)

    def suggested_probe(self, wizard: Wizard) -> str:
        """The one probe to try when the answer shows a sign of weakness and none was used yet, else "" (domain 3.4)."""
        return suggested_probe(wizard.step, wizard.answer)

    def ground(self, decisions: Decisions, *, snapshot: Snapshot | None = None) -> Ground:
        """What an offer can stand on: the plan as it is, with what is taken already."""
        tree = self._state(snapshot).tree
        known = [focus for focus in tree.focus if focus.status is FocusStatus.ACTIVE] if tree else []
        has_goal = decisions.has_goal or (tree is not None and tree.current_goal is not None)
        return Ground(has_goal=has_goal, points=decisions.points(known), today=self._ledger.clock.today())

    def check_day(self, day: date) -> date:
        """A day to meet again. BadInputError when it is over."""
        today = self._ledger.clock.today()
        if day < today:
            raise BadInputError(f"The next meeting cannot be on {day}: that day is over. Give a day from {today} on.")
        return day

    def finish(self, wizard: Wizard, accepted: Sequence[Decision] = (), next_date: date | None = None) -> Session:
        """Close a session and take the accepted items into the plan: one save, one step of the history.

        Raises:
            BadInputError: an accepted item without words, a next date in the past.
        """
        if next_date is not None:
            self.check_day(next_date)
        with self._ledger.transaction(f"{wizard.questions.id} session", wizard.session.with_) as changes:
            taking = Taking(self._ledger, changes)
            linked = taking.take(accepted)
            session = wizard.finish().session
            answers = tuple(
                msgspec.structs.replace(answer, accepted=(*answer.accepted, *linked.get(answer.step, ())))
                for answer in session.answers
            )
            if next_date is not None and session.with_:
                taking.meet_again(session.with_, next_date)
            return self._store(changes, msgspec.structs.replace(session, answers=answers, next=next_date))

    def drop(self, session: Session) -> None:
        """Put a session into the trash, also one that was only a draft."""
        with self._ledger.transaction(f"drop {session.kind} session", session.with_) as changes:
            changes.delete(self._store(changes, session))

    def drop_question(self, question: Survey) -> None:
        """Put a question that was to be asked into the trash."""
        with self._ledger.transaction("drop question", question.question) as changes:
            changes.delete(question)

    def _state(self, snapshot: Snapshot | None) -> Snapshot:
        return snapshot or self._ledger.snapshot()

    def _set(self, set_id: str, snapshot: Snapshot | None) -> QuestionSet:
        """A set with what its questions leave open filled in."""
        tree = self._state(snapshot).tree
        goal = tree.current_goal.text if tree and tree.current_goal else ""
        try:
            return load_questions()[set_id].about(goal)
        except KeyError:
            known = ", ".join(questions.id for questions in self.sets())
            raise NotFoundError("question set", set_id, f"There are: {known}.") from None

    def _store(self, changes: Changes, session: Session) -> Session:
        stored = by_id(changes.snapshot().sessions, session.id)
        if stored is None:
            return changes.create(msgspec.structs.replace(session, on=session.on or self._ledger.clock.today()))
        return changes.save(stored, msgspec.structs.replace(session, on=session.on or stored.on))
