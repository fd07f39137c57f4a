"""The difference between two wordings, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from growthtui.domain.base import Version
from growthtui.present.plan.parts import Run

_WORD = re.compile(r"\S+\s*|\s+")
_CHANGES = {"delete": "-", "insert": "+", "equal": ""}
_MOST_WORDS = 800
"""With more words the comparison would keep a key waiting; then the texts stand one after the other."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An earlier wording, its place among the versions, and the difference to the wording that came after it."""

    index: int
    version: Version
    runs: tuple[Run, ...]


def wording_changes(current: str, versions: Sequence[Version]) -> tuple[Wording, ...]:
    """Each earlier wording, newest first."""
    texts = [*(version.text for version in versions), current]
    found = [
        Wording(index, version, word_changes(version.text, text))
        for index, (version, text) in enumerate(zip(versions, texts[1:], strict=True))
    ]
    return tuple(reversed(found))


def word_changes(earlier: str, later: str) -> tuple[Run, ...]:
    """What went and what came from `earlier` to `later`: runs that hold every word of both, in reading order.

    White space is not compared; words that are in both texts stand as in the later one.
    """
    before, after = _WORD.findall(earlier), _WORD.findall(later)
    if max(len(before), len(after)) > _MOST_WORDS:
        return _runs([("-", before), ("+", after)])
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)
    found: list[tuple[str, Sequence[str]]] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "replace":
            found += [("-", before[start:end]), ("+", after[begin:stop])]
        else:
            found.append((_CHANGES[kind], before[start:end] if kind == "delete" else after[begin:stop]))
    return _runs(found)


def _runs(found: Sequence[tuple[str, Sequence[str]]]) -> tuple[Run, ...]:
    return tuple(Run(change, "".join(words)) for change, words in found if words)
