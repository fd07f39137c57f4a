"""From a filtered journal to a document: opens the sections of the audience, in the order of the packet data."""

from dataclasses import dataclass
from datetime import date

from growthtui.domain.base import Audience
from growthtui.domain.snapshot import Snapshot
from growthtui.packets import words
from growthtui.packets.material import Material
from growthtui.packets.people import readers
from growthtui.packets.policy import SectionSpec, sections
from growthtui.packets.sections import MAKERS
from growthtui.packets.tree import Document, Section

PLAN_SECTIONS = frozenset({"goal", "measures", "focus", "limits", "next"})
"""What a packet of the plan alone shows."""

_MENTOR_FIRST = ("stuck", "asks")
"""A mentor reads the questions before the results."""

_READERS = {
    Audience.SELF: "for myself",
    Audience.MENTOR: "for my mentor",
    Audience.MANAGER: "for my manager",
    Audience.PANEL: "for the panel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a packet is made for: the reader, the period, the day it is written, and the owner's choices."""

    audience: Audience
    since: date
    until: date
    today: date
    opted_in: frozenset[str] = frozenset()
    plan_only: bool = False
    summary: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def build(view: Snapshot, frame: Frame) -> Document:
    """The document of one audience. `view` is what `audience_view` left; a section without data is left out."""
    material = material_of(view, frame)
    made = ((spec, MAKERS[spec.id](material)) for spec in _open_specs(frame))
    parts = tuple(Section(spec.id, _title(spec, frame), blocks) for spec, blocks in made if blocks)
    return Document(title=_heading(view), meta=_meta(view, frame), sections=parts)


def known_sections() -> tuple[SectionSpec, ...]:
    """The sections of the packet data that can be made, in its order."""
    return tuple(spec for spec in sections() if spec.id in MAKERS)


def material_of(view: Snapshot, frame: Frame) -> Material:
    """What the sections of the document are made from."""
    specs = _open_specs(frame)
    most = next((spec.limit.get(frame.audience) for spec in specs if spec.id == "results"), None)
    return Material(
        snapshot=view,
        audience=frame.audience,
        since=frame.since,
        until=frame.until,
        today=frame.today,
        summary=frame.summary,
        questions=frame.questions,
        most_results=most,
        open=frozenset(spec.id for spec in specs),
    )


def _open_specs(frame: Frame) -> tuple[SectionSpec, ...]:
    return tuple(spec for spec in _ordered(frame.audience) if _is_open(spec, frame))


def _ordered(audience: Audience) -> tuple[SectionSpec, ...]:
    known = known_sections()
    if audience is not Audience.MENTOR:
        return known
    first = tuple(spec for spec in known if spec.id in _MENTOR_FIRST)
    at = next(index for index, spec in enumerate(known) if spec.id == "changed")
    return (*known[:at], *first, *(spec for spec in known[at:] if spec not in first))


def _is_open(spec: SectionSpec, frame: Frame) -> bool:
    if frame.plan_only and spec.id not in PLAN_SECTIONS:
        return False
    return spec.is_open(frame.audience, frame.opted_in)


def _title(spec: SectionSpec, frame: Frame) -> str:
    if spec.id == "changed":
        return f"What changed since {words.day(frame.since)}"
    return spec.heading.removesuffix(", with consent") if frame.audience is Audience.SELF else spec.heading


def _heading(view: Snapshot) -> str:
    owner = view.info.person.display_name
    return f"{owner}: growth packet" if owner else "Growth packet"


def _meta(view: Snapshot, frame: Frame) -> tuple[str, ...]:
    person = view.info.person
    known = readers(view, frame.audience)
    name = f", {words.people(reader.name for reader in known)}" if known and frame.audience is not Audience.SELF else ""
    place = ", ".join(part for part in (person.role, person.team) if part)
    when = "" if frame.plan_only else words.period(frame.since, frame.until)
    reader = f"{_READERS[frame.audience]}{name}"
    written = f"Written on {words.day(frame.today)} {reader}"
    return tuple(part for part in (place, when, written) if part)
