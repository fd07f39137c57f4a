"""Who may read a part of the plan: the answers that can be chosen, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from growthtui.domain.base import Audience, Visibility
from growthtui.domain.visibility import ONLY_SELF, VisibilityPolicy

_OFFERED: tuple[Visibility, ...] = (
    ONLY_SELF,
    (Audience.SELF, Audience.MENTOR),
    (Audience.SELF, Audience.MENTOR, Audience.MANAGER),
)


@dataclass(frozen=True, slots=True)
class Readers:
    """One answer: the set that would be stored (None stores nothing, so the default holds), and the words for it."""

    visibility: Visibility | None
    words: str


def reader_choices(key: str, stored: Visibility | None, policy: VisibilityPolicy) -> tuple[Readers, ...]:
    """The default of a kind of content, the usual sets, and what is stored."""
    usual = Readers(None, f"as usual: {reader_words(policy.of(key))}")
    sets = _OFFERED if stored is None or stored in _OFFERED else (*_OFFERED, stored)
    return (usual, *(Readers(one, reader_words(one)) for one in sets))


def reader_words(audiences: Iterable[Audience]) -> str:
    """Audiences in words: "only you", "you, your mentor and manager"."""
    found = set(audiences)
    others = [audience.value for audience in Audience if audience in found - {Audience.SELF}]
    if not others:
        return "only you" if found else "nobody, not even a packet for yourself"
    head = f"your {', '.join(others[:-1])} and {others[-1]}" if len(others) > 1 else f"your {others[0]}"
    return f"you and {head}" if len(others) == 1 else f"you, {head}"
