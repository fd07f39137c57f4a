"""The default visibility of each kind of content, from the packet data."""

from functools import cache
from importlib.resources import files

from growthtui.domain.base import Audience, Visibility

_TEXT = "data/packets.toml"


@cache
def packet_data() -> dict[str, object]:
    """The packet data as TOML tables."""
    import tomllib

    return tomllib.loads(files("growthtui.packets").joinpath(_TEXT).read_text(encoding="utf-8"))


@cache
def default_visibilities() -> dict[str, Visibility]:
    """Kind of content to audiences."""
    table = packet_data()["default_visibility"]
    if not isinstance(table, dict):
        raise TypeError(_TEXT)
    return {kind: tuple(Audience(name) for name in names) for kind, names in table.items()}
