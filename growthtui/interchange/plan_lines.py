"""The lines of a plan typed as text: headings, bullets, numbers and backslash escapes (interface section 2.3)."""

import re
import string
from enum import StrEnum

import msgspec

_BULLETS = "-*+•–—◦▪‣●○■·"
_BULLET = rf"[{re.escape(_BULLETS)}]\s+(?P<words>\S.*)"
_NUMBER = r"(?P<digits>[0-9]{1,3})[.)](?:\s+(?P<words>.*))?"
_HASHES = r"(?P<hashes>#{1,6})\s+(?P<words>\S.*)"
_RULE = r"([-=*_])\1{2,}"
_SECTION = (
    r"(?P<open>[*_]{0,3})(?P<name>north[\s-]+star|current\s+goal|focus\s+points?)\s*"
    r"(?P<colon>[:：]?)(?P<close>[*_]{0,3})\s*(?P<late_colon>[:：]?)\s*(?P<rest>.*)"
)
_SHOWN = 40
_ESCAPABLE = f"[{re.escape(string.punctuation + _BULLETS)}]"


class Section(StrEnum):
    """The parts of the layout; the value is the heading that is written."""

    NORTH_STAR = "North Star"
    GOAL = "Current Goal"
    FOCUS = "Focus Points"


class Mark(StrEnum):
    """What a line begins with."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    HASHES = "hashes"


class FocusText(msgspec.Struct, frozen=True):
    """A focus point as typed; its note may have several lines and paragraphs."""

    title: str
    note: str = ""
    actions: tuple[str, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """What was read otherwise than it stands there, and the line where it stands."""

    line: int
    text: str


class Line(msgspec.Struct, frozen=True):
    """A line of the file: its number from 1, the columns it is indented by, its text without white space around it."""

    number: int
    indent: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether there is no word in it: it is empty, or a rule such as `---`."""
        return not self.text or _match(_RULE, self.text) is not None


class Heading(msgspec.Struct, frozen=True):
    """The heading of a part: which part, its depth (0 without `#`) and the words behind its colon."""

    section: Section
    depth: int
    rest: str


def split_lines(text: str) -> list[Line]:
    """The lines of a text, whatever its line ends are."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_line(number, line) for number, line in enumerate(lines, start=1)]


def section_heading(text: str) -> Heading | None:
    """The heading that a line is, with or without Markdown marks; None for every other line."""
    depth = len(text) - len(text.lstrip("#"))
    # A Markdown heading may carry a number or a picture before its words.
    title = re.sub(r"^[\W\d_]+", "", _without_closing_hashes(text[depth:])) if depth else text
    match = _match(_SECTION, title)
    if not match:
        return None
    rest = match["rest"]
    if rest and not match["colon"] and not match["late_colon"]:
        if not depth or re.search(r"\w", rest):
            return None
        rest = ""
    if not depth and match["open"] != match["close"]:
        if match["close"] or not rest.endswith(match["open"]):
            return None
        rest = rest.removesuffix(match["open"]).rstrip()
    section = next(part for part in Section if part[0].casefold() == match["name"][0].casefold())
    return Heading(section, depth, rest)


def other_heading(text: str) -> tuple[int, str] | None:
    """Depth and words of a Markdown heading, as they stand there."""
    match = _match(_HASHES, text)
    return (len(match["hashes"]), _without_closing_hashes(match["words"])) if match else None


def split_mark(text: str) -> tuple[Mark, str]:
    """What a line begins with, and its words: without that mark, and with the escapes undone."""
    if match := _match(_BULLET, text):
        return Mark.BULLET, unescape(match["words"])
    if match := _match(_NUMBER, text):
        return Mark.NUMBER, unescape(match["words"] or "")
    if heading := other_heading(text):
        numbered = _match(_NUMBER, heading[1])
        return Mark.HASHES, unescape((numbered and numbered["words"]) or heading[1])
    return Mark.NONE, plain_words(text)


def unescape(text: str) -> str:
    """`text` without the backslashes that stand before a sign of punctuation."""
    return re.sub(rf"\\({_ESCAPABLE})", r"\1", text)


def escape(text: str) -> str:
    """What `unescape` turns back into `text`; a backslash that escapes nothing stays single."""
    return re.sub(rf"\\(?={_ESCAPABLE})", r"\\\\", text)


def plain_words(text: str) -> str:
    """The words of a line without a mark: `unescape`, and a backslash hides a heading that is none."""
    bare = text.lstrip("\\")
    backslashes = len(text) - len(bare)
    if backslashes and section_heading(bare):
        return "\\" * (backslashes // 2) + unescape(bare)
    return unescape(text)


def plain_line(text: str, *, keep_bullets: bool = False) -> str:
    """A line that `plain_words` turns back into `text` and that is read as no heading, rule, number or bullet.

    Where bullets and numbers mean nothing they may be kept, so that a list stays one.
    """
    bare = text.lstrip("\\")
    if section_heading(bare):
        return "\\" * (2 * (len(text) - len(bare)) + 1) + escape(bare)
    if _match(_RULE, text) or _match(_HASHES, text) or (not keep_bullets and _match(_BULLET, text)):
        return "\\" + escape(text)
    if not keep_bullets and (number := _match(_NUMBER, text)):
        digits = number["digits"]
        return digits + "\\" + escape(text.removeprefix(digits))
    return escape(text)


def shown(text: str) -> str:
    """A text short enough to be named in a message."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _line(number: int, raw: str) -> Line:
    bare = raw.lstrip()
    return Line(number, len(raw[: len(raw) - len(bare)].expandtabs(4)), bare.rstrip())


def _without_closing_hashes(title: str) -> str:
    bare = title.rstrip("#")
    return bare.rstrip() if bare != bare.rstrip() else title


def _match(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL)
