"""What leaves the journal: packets for a reader, the log as rows, everything as JSON, an empty plan to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from growthtui.coach.catalogue import load_questions
from growthtui.dates import Week
from growthtui.domain.base import Audience
from growthtui.domain.plan import PlanMode
from growthtui.domain.snapshot import Snapshot
from growthtui.domain.week import Line
from growthtui.errors import BadInputError, ExportNotWrittenError
from growthtui.insights.reach import Reach
from growthtui.insights.weeks import first_week
from growthtui.journal.documents import Documents
from growthtui.journal.ledger import Ledger
from growthtui.packets import words
from growthtui.packets.blank import blank_plan
from growthtui.packets.build import Frame, build, known_sections, material_of
from growthtui.packets.filter import audience_view
from growthtui.packets.formats import DOCUMENT_RENDERERS, READY, Format
from growthtui.packets.policy import SectionSpec
from growthtui.packets.preview import Preview, preview
from growthtui.packets.renderers import csv, md
from growthtui.packets.rows import log_rows
from growthtui.packets.sections.results import proposed_summary
from growthtui.packets.tree import Document, texts_of
from growthtui.storage import atomic

__all__ = ["READY", "Export", "Exports", "Format", "save_export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What a person asks for.

    `since` and `until` None stand for the period that the interface names. `opted_in` are ids of sections that the
    owner opens for this reader; `summary` are the owner's own lines for "In short".
    """

    format: Format = Format.MD
    audience: Audience = Audience.SELF
    since: date | None = None
    until: date | None = None
    with_private: bool = False
    plan_only: bool = False
    opted_in: frozenset[str] = frozenset()
    summary: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the owner is the reader."""
        return self.audience is Audience.SELF

    @property
    def covers_all(self) -> bool:
        """Whether it covers the whole journal rather than a period."""
        is_data = self.format in (Format.CSV, Format.JSON, Format.ICS)
        return self.is_own and is_data and self.since is None and self.until is None


class Exports:
    """Makes the exports of one journal; nothing is written to the journal or to disk."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._documents = Documents(ledger)
        self._made_of: tuple[object, ...] = ()
        self._views: dict[tuple[Audience, bool], Snapshot] = {}
        self._trees: dict[tuple[Export, date], Document] = {}

    def write(self, export: Export) -> bytes:
        """The bytes of an export. BadInputError names an option that does not fit."""
        _refuse_misfits(export)
        if export.format is Format.CSV:
            rows = log_rows(self._view(export), self._lines(export), self._ledger.policy)
            return csv.render(rows, is_own=export.is_own)
        if export.is_own and export.format is Format.JSON:
            return msgspec.json.format(msgspec.json.encode(self._own_json(export)), indent=2) + b"\n"
        if export.is_own and export.plan_only:
            return self._documents.plan_text().encode()
        return DOCUMENT_RENDERERS[export.format](self.document(export), self._frame(export))

    def document(self, export: Export) -> Document:
        """The packet of the reader as a tree, for a live view of it."""
        _refuse_misfits(export)
        view, key = self._view(export), (export, self._ledger.clock.today())
        if key not in self._trees:
            self._trees[key] = build(view, self._frame(export))
        return self._trees[key]

    def preview(self, export: Export) -> Preview:
        """What would leave, what stays and why, and words to look at once more."""
        _refuse_misfits(export)
        journal = self._ledger.snapshot()
        reach = Reach(journal, self._ledger.policy, with_private=export.with_private)
        since, until = self.period(export)
        return preview(journal, reach, export.audience, self._texts(export), words.period(since, until))

    def blank(self, mode: PlanMode, to: Format = Format.MD) -> bytes:
        """An empty plan to print. BadInputError for another format than Markdown."""
        if to is not Format.MD:
            raise BadInputError(f"An empty plan is written as md; {to} is not possible. Leave --format out or use md.")
        return md.render(blank_plan(mode)).encode()

    def proposed_summary(self, export: Export) -> tuple[str, ...]:
        """Lines that the program proposes for "In short"."""
        return proposed_summary(material_of(self._view(export), self._frame(export)))

    def sections(self, audience: Audience) -> tuple[SectionSpec, ...]:
        """The sections that a reader gets, and those that the owner may open for them."""
        return tuple(spec for spec in known_sections() if audience in (*spec.for_, *spec.opt_in))

    def period(self, export: Export) -> tuple[date, date]:
        """First and last day. BadInputError when they are the wrong way round."""
        until = export.until or self._ledger.clock.today()
        since = export.since or min(self._start(export, until), until)
        if since > until:
            raise BadInputError(f"The period begins on {since}, after it ends on {until}. Swap --since and --until.")
        return since, until

    def _start(self, export: Export, until: date) -> date:
        """The last review for this reader, else the plan's start or its first logged week, if that is earlier."""
        snapshot = self._ledger.snapshot()
        if export.covers_all:
            return min((day for day in (_first_day(snapshot), _plan_start(snapshot)) if day), default=until)
        reviews = [item.on for item in snapshot.reviews if item.audience == export.audience and item.on]
        before = [on for on in reviews if on <= until]
        return max(before) if before else (_plan_start(snapshot) or _first_day(snapshot) or until)

    def _frame(self, export: Export) -> Frame:
        since, until = self.period(export)
        is_for_manager = export.audience is Audience.MANAGER
        steps = load_questions()["manager_review"].steps if is_for_manager else ()
        return Frame(
            audience=export.audience,
            since=since,
            until=until,
            today=self._ledger.clock.today(),
            opted_in=export.opted_in,
            plan_only=export.plan_only,
            summary=export.summary,
            questions=tuple(step.question for step in steps),
        )

    def _view(self, export: Export) -> Snapshot:
        """What the reader may see: kept for a live view, until the journal or the setting of who may read changes."""
        snapshot, policy = self._ledger.snapshot(), self._ledger.policy
        if self._made_of != (snapshot, policy):
            self._made_of = (snapshot, policy)
            self._views.clear()
            self._trees.clear()
        key = (export.audience, export.with_private)
        if key not in self._views:
            self._views[key] = audience_view(snapshot, policy, export.audience, with_private=export.with_private)
        return self._views[key]

    def _lines(self, export: Export) -> tuple[Line, ...]:
        view = self._view(export)
        return view.lines if export.covers_all else material_of(view, self._frame(export)).lines

    def _own_json(self, export: Export) -> dict[str, object]:
        if export.plan_only:
            return self._documents.plan()
        document = self._documents.journal(with_private=export.with_private)
        if export.covers_all:
            return document
        material = material_of(self._view(export), self._frame(export))
        return document | {"weeks": [week for week in document["weeks"] if material.holds_week(str(week["week"]))]}

    def _texts(self, export: Export) -> frozenset[str]:
        """Every text of the finished export."""
        if export.format is Format.CSV:
            view, lines = self._view(export), self._lines(export)
            proof = (view.evidence_by_id[ref] for line in lines for ref in line.evidence if ref in view.evidence_by_id)
            rows = log_rows(view, lines, self._ledger.policy)
            cells = (cell for row in rows for cell in (row.text, row.focus, row.action))
            return frozenset((*cells, *(item.text or item.url for item in proof)))
        if export.is_own and export.format is Format.JSON:
            return frozenset(_strings(self._own_json(export)))
        return frozenset(texts_of(self.document(export)))


def _first_day(snapshot: Snapshot) -> date | None:
    week = first_week(snapshot)
    return week.monday if week else None


def _plan_start(snapshot: Snapshot) -> date | None:
    """The start of the active plan (else the newest), or the first week with a line of it, if that is earlier."""
    plan = snapshot.active_plan or next(reversed(snapshot.plans), None)
    if plan is None:
        return None
    points = {focus.id for focus in snapshot.focus if focus.plan == plan.id}
    logged = (Week.named(line.week) for line in snapshot.lines if line.focus in points)
    first = next((week.monday for week in logged if week), None)
    return min((day for day in (plan.start, first) if day), default=None)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def save_export(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write an export to a file, whole or not at all.

    Raises:
        BadInputError: the file is there and `force` is not given, or its folder is missing.
        ExportNotWrittenError: the disk refuses.
    """
    if path.is_dir():
        raise BadInputError(f"{path} is a folder; give the name of a file in it.")
    if path.exists() and not force:
        raise BadInputError(f"{path} is already there. Use --force to replace it, or give another name.")
    if not path.parent.is_dir():
        raise BadInputError(f"The folder {path.parent} does not exist. Make it first, or give another name.")
    try:
        atomic.put_in_place(atomic.write_temporary(path, data), path)
    except OSError as error:
        raise ExportNotWrittenError(path, error.strerror or str(error)) from error


def _refuse_misfits(export: Export) -> None:
    if export.format not in READY:
        raise BadInputError(f"{export.format} is not possible yet; use {', '.join(READY)}.")
    if export.with_private and not export.is_own:
        raise BadInputError(
            f"Private notes are for you alone: --with-private does not go with --for {export.audience}. "
            "Leave one of them out."
        )
    if export.plan_only and export.format is Format.CSV:
        raise BadInputError("csv holds the log, not the plan: use md or json with --plan-only.")
