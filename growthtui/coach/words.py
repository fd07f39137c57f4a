"""Texts and word lists: one way to normalise, one way to look for words.

A list is searched word by word through a dictionary, not by one large regular expression: nearly every list
has no word in common with a text, and that answer costs one set operation (a plan of 200 actions is searched
about ten thousand times).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

_HEAD = 3
"""Stems ("publish*") are looked up by this many letters, so they have at least as many."""

_SIGNS = str.maketrans("‘’‚‛′“”„‟«»‐‑‒–—―−", "'" * 5 + '"' * 6 + "-" * 7)
_BULLETS = re.compile(r"(?:[-*+] |[•·‣◦▪●] ?)*")
_RUN = re.compile(r"\w+")


def norm(text: str) -> str:
    """The text as all predicates see it.

    NFKC, casefold, straight quotes, one kind of dash, single spaces, no bullets in front (domain 6.1).
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_SIGNS).split())
    bullets = _BULLETS.match(plain)
    return plain[bullets.end() :] if bullets else plain


class Text:
    """A normalised text with the words it is made of."""

    __slots__ = ("_runs", "heads", "string", "words")

    def __init__(self, string: str) -> None:
        self.string = string
        self.words = frozenset(_RUN.findall(string))
        self.heads = {word[:_HEAD] for word in self.words}
        self._runs: list[tuple[str, int]] | None = None

    @property
    def runs(self) -> list[tuple[str, int]]:
        """The words with their places, found when a list needs them first."""
        if self._runs is None:
            self._runs = [(run.group(), run.start()) for run in _RUN.finditer(self.string)]
        return self._runs

    def changed(self, string: str) -> "Text":
        """The text of `string`: this one if it is the same."""
        return self if string == self.string else Text(string)


@lru_cache(maxsize=512)
def read(text: str) -> Text:
    """`text` normalised and ready to search."""
    return Text(norm(text))


class WordList:
    """Words and phrases that are found on word boundaries; a trailing `*` stands for any letters after.

    Longer entries are tried before shorter ones. Raises ValueError for an entry that could never be found.
    """

    __slots__ = ("_by_head", "_by_word", "_whole", "entries", "firsts")

    def __init__(self, entries: Iterable[str]) -> None:
        self.entries = tuple(sorted(sorted(entries), key=len, reverse=True))
        by_word: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        by_head: dict[str, list[str]] = defaultdict(list)
        for entry in self.entries:
            if entry.isalnum():
                by_word[entry].append((entry, False))
                continue
            stem = entry.removesuffix("*")
            first = _RUN.match(stem)
            if first is None or (first.group() == entry[:-1] and len(stem) < _HEAD):
                raise ValueError(f"{entry!r} does not begin with a word of {_HEAD} letters or more")
            if first.group() == stem != entry:
                by_head[stem[:_HEAD]].append(stem)
            else:
                by_word[first.group()].append((stem, stem != entry))
        self._by_word = dict(by_word)
        self._by_head = dict(by_head)
        self._whole = frozenset(self.entries)
        self.firsts = frozenset(by_word)

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __contains__(self, entry: str) -> bool:
        return entry in self._whole

    @property
    def pattern(self) -> str:
        """The entries as a group of a regular expression, without boundaries."""
        return "(?:" + "|".join(re.escape(entry).replace(r"\*", r"\w*") for entry in self.entries) + ")"

    def end_at(self, string: str, start: int = 0) -> int:
        """Where the longest entry ends that begins at `start`, a boundary; 0 if there is none."""
        run = _RUN.match(string, start)
        return 0 if run is None else self._end(string, run.group(), start)

    def spans(self, text: Text) -> Iterator[tuple[int, int]]:
        """Start and end of every entry in `text`, from left to right, without overlaps."""
        if text.words.isdisjoint(self._by_word) and text.heads.isdisjoint(self._by_head):
            return
        free_from = 0
        for word, start in text.runs:
            if start < free_from or (word not in self._by_word and word[:_HEAD] not in self._by_head):
                continue
            end = self._end(text.string, word, start)
            if end:
                free_from = end
                yield start, end

    def find(self, text: Text) -> str | None:
        """The first entry in `text`, as it stands there."""
        for start, end in self.spans(text):
            return text.string[start:end]
        return None

    def is_in(self, text: Text) -> bool:
        """Whether any entry is in `text`."""
        return self.find(text) is not None

    def _end(self, string: str, word: str, start: int) -> int:
        longest = 0
        for stem in self._by_head.get(word[:_HEAD], ()):
            if word.startswith(stem):
                longest = start + len(word)
                break
        for stem, is_open in self._by_word.get(word, ()):
            if string.startswith(stem, start):
                end = _after(string, start + len(stem), is_open=is_open)
                if end:
                    return max(end, longest)
        return longest


def _after(string: str, end: int, *, is_open: bool) -> int:
    """`end`, moved to the end of the word if the entry is open; 0 if it is closed and cuts a word."""
    rest = _RUN.match(string, end)
    if rest is None:
        return end
    return rest.end() if is_open else 0
