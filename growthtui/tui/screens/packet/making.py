"""From what the person wants to what there is to see: run in the saving thread, since a packet may take a while."""

import dataclasses

from growthtui.journal.exports import Export, Exports, Format
from growthtui.journal.journal import Journal
from growthtui.present.packet import NO_DOCUMENT, PacketView, SectionRow, section_rows, since_note, staying


def make(journal: Journal, export: Export) -> PacketView:
    """The packet as it stands. BadInputError for choices that do not go together."""
    exports = journal.exports
    since, until = exports.period(export)
    found = exports.preview(export)
    return PacketView(
        since=since,
        until=until,
        since_note="everything" if export.covers_all else _since_note(journal, export),
        sections=_sections(exports, export),
        leaves=len(found.leaves),
        stays=len(found.stays),
        staying=staying(found),
        cautions=found.cautions,
        text=exports.write(_readable(export)).decode(),
    )


def has_sections(export: Export) -> bool:
    """Whether it is a document: the log as rows and the whole journal as data are not."""
    is_data = export.format in NO_DOCUMENT or (export.is_own and export.format is Format.JSON)
    return not is_data and not (export.is_own and export.plan_only)


def _since_note(journal: Journal, export: Export) -> str:
    start, _ = journal.exports.period(export)
    return since_note(export.since, start, export.audience, journal.snapshot().reviews)


def _sections(exports: Exports, export: Export) -> tuple[SectionRow, ...]:
    if not has_sections(export):
        return ()
    specs = exports.sections(export.audience)
    return section_rows(specs, exports.document(export), export.audience, export.opted_in)


def _readable(export: Export) -> Export:
    """The same as text: what is no text is shown as Markdown."""
    is_text = export.format in (Format.MD, Format.CSV, Format.JSON, Format.ICS)
    return export if is_text else dataclasses.replace(export, format=Format.MD)
