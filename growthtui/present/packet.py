"""What the owner sees before a packet leaves: what each section holds, what stays and why, words to look at again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from growthtui.domain.base import Audience
from growthtui.domain.people import Review
from growthtui.packets.check import Caution
from growthtui.packets.formats import Format
from growthtui.packets.policy import SectionSpec
from growthtui.packets.preview import Entry, Preview
from growthtui.packets.tree import Block, Document, Heading, Items, Notes, Table

__all__ = ["Caution", "PacketView", "SectionRow", "Staying"]

READERS = {
    Audience.SELF: "myself",
    Audience.MENTOR: "my mentor",
    Audience.MANAGER: "my manager",
    Audience.PANEL: "a panel",
}
FORMATS = {
    Format.MD: "Markdown",
    Format.HTML: "web page",
    Format.PDF: "PDF",
    Format.DOCX: "Word",
    Format.CSV: "table of the log, csv",
    Format.JSON: "data, JSON",
    Format.ICS: "calendar",
}
NO_DOCUMENT = (Format.CSV, Format.ICS)
"""Formats that have no sections."""

_HEAD = "head"


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: how many entries it holds; an optional one is open only when the owner says so."""

    id: str
    title: str
    holds: int
    is_open: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Staying:
    """Entries that stay for one reason."""

    why: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketView:
    """A packet as it stands now; `text` is what the file would hold, or its like in Markdown."""

    since: date
    until: date
    since_note: str
    sections: tuple[SectionRow, ...]
    leaves: int
    stays: int
    staying: tuple[Staying, ...]
    cautions: tuple[Caution, ...]
    text: str


def section_rows(
    specs: Iterable[SectionSpec], document: Document, audience: Audience, opted_in: frozenset[str]
) -> tuple[SectionRow, ...]:
    """The sections of a reader, in the order of the packet data, with what each holds in this document."""
    held = {section.id: sum(map(_weight, section.blocks)) for section in document.sections}
    return tuple(
        SectionRow(
            id=spec.id,
            title=spec.heading,
            holds=held.get(spec.id, 0),
            is_open=spec.is_open(audience, opted_in),
            is_optional=audience in spec.opt_in,
        )
        for spec in specs
        if spec.id != _HEAD
    )


def staying(preview: Preview) -> tuple[Staying, ...]:
    """What stays, by reason; the reasons with the fewest entries first, they are the ones to look at."""
    groups: dict[str, list[Entry]] = {}
    for entry in preview.stays:
        groups.setdefault(entry.why, []).append(entry)
    found = (Staying(why, tuple(entries)) for why, entries in groups.items())
    return tuple(sorted(found, key=lambda group: len(group.entries)))


def since_note(since: date | None, start: date, audience: Audience, reviews: Sequence[Review]) -> str:
    """Why a packet begins on `start`; `since` is what the person chose, if anything."""
    if since is not None:
        return "you chose it"
    if any(review.audience == audience and review.on == start for review in reviews):
        return "your last review"
    return "the plan's start"


def file_name(to: Format, today: date) -> str:
    """A name for the file. It says nothing about the reader, and so nothing about what others get."""
    return f"growth-packet-{today}.{to}"


def _weight(block: Block) -> int:
    match block:
        case Items(items):
            return len(items)
        case Table(_, rows):
            return len(rows)
        case Heading() | Notes():
            return 0
        case _:
            return 1
