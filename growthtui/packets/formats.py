"""The formats of an export, and the renderers there are. A format without a renderer is refused by name."""

from collections.abc import Callable
from enum import StrEnum

from growthtui.packets.build import Frame
from growthtui.packets.renderers import md, packet_json
from growthtui.packets.tree import Document


class Format(StrEnum):
    """What an export is written as."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"

    @property
    def is_text(self) -> bool:
        """Whether it can be shown on a terminal."""
        return self not in (Format.PDF, Format.DOCX)


Renderer = Callable[[Document, Frame], bytes]


def _markdown(document: Document, _frame: Frame) -> bytes:
    return md.render(document).encode()


DOCUMENT_RENDERERS: dict[Format, Renderer] = {
    Format.MD: _markdown,
    Format.JSON: packet_json.render,
}
"""Format to what makes a document's bytes. csv is made from the log's rows instead."""

READY = (*DOCUMENT_RENDERERS, Format.CSV)
"""The formats that can be written."""
