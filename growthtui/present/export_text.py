"""What would leave the journal and what stays, as lines of plain text."""

from collections.abc import Sequence

from growthtui.packets.preview import Entry, Preview
from growthtui.present.as_json import Json
from growthtui.present.text import one_line, shorten, table

__all__ = ["Preview", "preview_json", "preview_lines"]

_EXCERPT = 160


def preview_lines(preview: Preview, width: int) -> list[str]:
    """The lists: what leaves, what stays with the reason, and words to look at once more."""
    cautions = [(one_line(", ".join(caution.words)), _excerpt(caution.text)) for caution in preview.cautions]
    return [
        *_part(f"Leaves: {len(preview.leaves)}", _rows(preview.leaves), width),
        "",
        *_part(f"Stays: {len(preview.stays)}", _rows(preview.stays), width),
        *(["", *_part("Look once more at these words", cautions, width)] if cautions else []),
    ]


def preview_json(preview: Preview) -> Json:
    """The same lists as JSON."""
    return {
        "leaves": [_entry_json(entry) for entry in preview.leaves],
        "stays": [_entry_json(entry) | {"why": entry.why} for entry in preview.stays],
        "cautions": [{"text": caution.text, "words": list(caution.words)} for caution in preview.cautions],
    }


def _entry_json(entry: Entry) -> Json:
    return {"kind": entry.kind, "text": entry.text, "place": entry.place}


def _rows(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    return [
        (one_line(entry.place), one_line(entry.kind), _excerpt(entry.text) + (f" ({entry.why})" if entry.why else ""))
        for entry in entries
    ]


def _part(title: str, rows: Sequence[tuple[str, ...]], width: int) -> list[str]:
    return [title, *table(rows, width, 2)]


def _excerpt(text: str) -> str:
    return shorten(one_line(text), _EXCERPT)
