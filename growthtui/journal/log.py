"""The weekly log: lines, the week they belong to, and what was noted about it."""

from datetime import datetime
from typing import TypeVar

import msgspec

from growthtui.dates import Week as IsoWeek
from growthtui.domain.base import Visibility
from growthtui.domain.plan import Action
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Evidence, Line, LineKind, NextStep, Week
from growthtui.errors import BadInputError
from growthtui.journal.ledger import Changes, Ledger
from growthtui.journal.refs import action_by_ref, find_record, focus_by_ref
from growthtui.journal.text import clean
from growthtui.storage.ids import new_ulid, ulid_text

V = TypeVar("V")


class NewLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives for one line. `week` None is the current week; `visibility` None the default of the kind."""

    text: str
    week: IsoWeek | None = None
    focus: str | None = None
    action: str | None = None
    kind: LineKind = LineKind.PROGRESS
    evidence: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    visibility: Visibility | None = None


class LogBook:
    """Adds to, changes and reads the weekly log of one journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def this_week(self) -> IsoWeek:
        """The ISO week of today."""
        return IsoWeek.of(self._ledger.clock.today())

    def add(self, new: NewLine) -> Line:
        """Add one line to a week and return it; the week's record is made or marked as saved.

        Raises:
            BadInputError: empty text, a future week, an unknown focus or action, an action of another focus.
        """
        week = new.week or self.this_week()
        self._refuse_future(week)
        text = _required(new.text)
        with self._ledger.transaction(f"log line in {week}") as changes:
            snapshot = self._ledger.snapshot()
            focus, action = _places(snapshot, new.focus, new.action)
            proof = self._add_evidence(changes, new.evidence, focus, week)
            line = changes.create(
                Line(
                    id="",
                    week=str(week),
                    text=text,
                    kind=new.kind,
                    focus=focus,
                    action=action,
                    evidence=proof,
                    known_by=tuple(clean(name) for name in new.known_by),
                    visibility=new.visibility,
                )
            )
            self._touch(changes, week)
        return line

    def edit(self, old: Line, new: Line, proof: tuple[str, ...] = ()) -> Line:
        """Write the fields that differ and add `proof`; `old` is the line as opened. BadInputError, ClashError."""
        new = msgspec.structs.replace(new, text=_required(new.text))
        with self._ledger.transaction(f"edit line in {old.week}") as changes:
            if proof:
                added = self._add_evidence(changes, proof, new.focus, IsoWeek.parse(old.week))
                new = msgspec.structs.replace(new, evidence=(*new.evidence, *added))
            return changes.save(old, new)

    def delete(self, line: Line) -> None:
        """Put a line into the trash."""
        with self._ledger.transaction(f"delete line in {line.week}") as changes:
            changes.delete(line)

    def line(self, ref: str) -> Line:
        """The line with this id or the start of it. NotFoundError, AmbiguousError."""
        return find_record(ref, self._ledger.snapshot().lines, (), Line)

    def week(self, week: IsoWeek) -> Week:
        """The record of a week, an empty one where nothing was written yet."""
        name = str(week)
        return self._ledger.snapshot().week_by_name.get(name) or Week(id=name, week=name)

    def edit_week(self, old: Week, new: Week) -> Week:
        """Write what differs in the notes about a week (energy, block, next steps …); a step without an id gets one.

        Raises:
            BadInputError, ClashError.
        """
        week = IsoWeek.parse(old.week)
        new = msgspec.structs.replace(new, next=tuple(map(self._with_id, new.next)))
        self._refuse_future(week)
        with self._ledger.transaction(f"note on {week}") as changes:
            self._touch(changes, week)
            stored = _stored_week(changes, old.week)
            return changes.save(_stamped(old, old, stored), _stamped(new, old, stored))

    def _with_id(self, step: NextStep) -> NextStep:
        return step if step.id else msgspec.structs.replace(step, id=ulid_text(new_ulid(self._ledger.clock.now())))

    def _refuse_future(self, week: IsoWeek) -> None:
        current = self.this_week()
        if week > current:
            raise BadInputError(
                f"{week} has not begun: weeks can be logged up to {current}, the current one. "
                "Give an earlier week, or leave --week out."
            )

    def _touch(self, changes: Changes, week: IsoWeek) -> None:
        """The first own entry of a week notes when it was saved: that decides between logged and caught up."""
        name = str(week)
        now: datetime = self._ledger.clock.now().replace(microsecond=0)
        doc = changes.raw.find("weeks", name)
        if doc is None:
            changes.create(Week(id=name, week=name, saved_at=now))
        elif "saved_at" not in doc:
            changes.raw.update("weeks", name, {"saved_at": now.isoformat(), "deleted": None})

    def _add_evidence(
        self, changes: Changes, proof: tuple[str, ...], focus: str | None, week: IsoWeek
    ) -> tuple[str, ...]:
        on = min(self._ledger.clock.today(), week.sunday)
        ids = []
        for text in proof:
            words = _required(text)
            is_link = _is_link(words)
            record = Evidence(
                id="",
                kind="link" if is_link else "note",
                text="" if is_link else words,
                url=words if is_link else "",
                focus=focus,
                on=on,
            )
            ids.append(changes.create(record).id)
        return tuple(ids)


def _stored_week(changes: Changes, name: str) -> Week:
    return msgspec.convert(changes.raw.find("weeks", name) or {}, Week)


def _stamped(week: Week, opened: Week, stored: Week) -> Week:
    """`week` with the time stamps of the stored record when what was opened was only a blank for it."""
    if opened.created:
        return week
    return msgspec.structs.replace(week, created=stored.created, saved_at=stored.saved_at)


def _places(snapshot: Snapshot, focus: str | None, action: str | None) -> tuple[str | None, str | None]:
    """Ids of the focus point and action a line belongs to; an action brings its focus point."""
    wanted = focus_by_ref(snapshot, focus) if focus else None
    if not action:
        return (wanted.id if wanted else None), None
    done: Action = action_by_ref(snapshot, action)
    if wanted is not None and wanted.id != done.focus:
        raise BadInputError(
            f"Action {action!r} belongs to another focus point than {focus!r}, to {_title(snapshot, done.focus)!r}. "
            "Leave --focus out."
        )
    return done.focus, done.id


def _title(snapshot: Snapshot, focus: str) -> str:
    return next((point.title for point in snapshot.focus if point.id == focus), focus)


def _required(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise BadInputError('There is no text. Write what moved, for example: growthtui log "asked for a review".')
    return words


def _is_link(text: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "ftp", "mailto", "file") and bool(parts.netloc or parts.path)
