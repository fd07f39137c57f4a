"""`growthpacket/1`: the document tree for other programs. It holds what the document shows and nothing else."""

import msgspec

from growthtui.packets.build import Frame
from growthtui.packets.tree import Document, Node

SCHEMA = "growthpacket/1"


class Packet(Node, frozen=True, kw_only=True):
    """A document with the frame it was made for."""

    schema: str
    audience: str
    since: str
    until: str
    written: str
    document: Document


def render(document: Document, frame: Frame) -> bytes:
    """The packet as indented JSON in UTF-8, ending in a line feed."""
    packet = Packet(
        schema=SCHEMA,
        audience=frame.audience.value,
        since=frame.since.isoformat(),
        until=frame.until.isoformat(),
        written=frame.today.isoformat(),
        document=document,
    )
    return msgspec.json.format(msgspec.json.encode(packet), indent=2) + b"\n"
