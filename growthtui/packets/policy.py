"""The packet data: default visibilities, and the sections with their readers."""

from functools import cache

import msgspec

from growthtui.domain.base import Audience, Visibility


class SectionSpec(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """One section: who gets it, who may get it when the owner says so, and how many entries each may have."""

    id: str
    title: str
    for_: tuple[Audience, ...]
    opt_in: tuple[Audience, ...] = ()
    limit: dict[Audience, int] = msgspec.field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The title without its explanation for the owner."""
        return self.title.partition(":")[0].partition(" (")[0]

    def is_open(self, audience: Audience, opted_in: frozenset[str]) -> bool:
        """Whether the audience gets this section; `opted_in` are the ids that the owner switched on."""
        return audience in self.for_ or (audience in self.opt_in and self.id in opted_in)


class PacketData(msgspec.Struct, frozen=True):
    """The whole file."""

    default_visibility: dict[str, Visibility]
    section: tuple[SectionSpec, ...]


@cache
def packet_data() -> PacketData:
    """The packet data of the package."""
    import pkgutil  # a tenth of what importlib.resources costs a short command

    import msgspec.toml

    return msgspec.toml.decode(pkgutil.get_data("growthtui.packets", "data/packets.toml") or b"", type=PacketData)


def default_visibilities() -> dict[str, Visibility]:
    """Kind of content to audiences."""
    return packet_data().default_visibility


def sections() -> tuple[SectionSpec, ...]:
    """All sections, in their order."""
    return packet_data().section
