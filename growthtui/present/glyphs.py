"""The signs of the program: single width, in every common font, and an ASCII set for terminals without them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from growthtui.domain.week import LineKind, WeekState

_TYPOGRAPHY = str.maketrans(
    {"–": "-", "—": "-", "…": "~", "·": "|", "“": '"', "”": '"', "’": "'", "←": "<", "→": ">", "↑": "^", "↓": "v"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One set of signs. Colour is never the only difference between two of them."""

    is_ascii: bool = False
    line: str = "●"
    milestone: str = "◆"
    setback: str = "▼"
    open: str = "○"
    done: str = "✓"
    chosen: str = "◆"
    probe: str = "›"
    link: str = "↗"
    dot: str = "·"
    more: str = "…"
    bar: str = "━"
    rail: str = "─"
    box: str = "╭─╮│╰╯"
    """Top left, edge, top right, side, bottom left, bottom right."""
    edge: str = "▌"
    before: str = "‹"
    after: str = "›"
    levels: str = "▁▂▃▄▅▆▇█"
    states: Mapping[WeekState, str] = field(
        default_factory=lambda: {
            WeekState.LOGGED: "■",
            WeekState.CAUGHT_UP: "~",
            WeekState.PAUSED: "–",
            WeekState.MISSED: "·",
            WeekState.OPEN: "○",
        }
    )

    def of_kind(self, kind: LineKind) -> str:
        """The sign before a line: only milestones and setbacks have their own."""
        return {LineKind.MILESTONE: self.milestone, LineKind.SETBACK: self.setback}.get(kind, self.line)

    def bar_of(self, count: int, top: int) -> str:
        """The bar of `count` lines where `top` fills a cell; the ASCII set shows the number itself."""
        if count <= 0:
            return self.dot
        if self.is_ascii:
            return str(count) if count < len("123456789") + 1 else "+"
        steps = len(self.levels)
        return self.levels[min(steps, max(1, round(count * steps / top))) - 1]

    def say(self, text: str) -> str:
        """Words of the program, without typographic signs where the terminal has none; never for a person's words."""
        return text.translate(_TYPOGRAPHY) if self.is_ascii else text


UNICODE = Glyphs()
ASCII = Glyphs(
    is_ascii=True,
    line="*",
    milestone="#",
    setback="v",
    open="o",
    done="+",
    chosen="#",
    probe=">",
    link="@",
    dot=".",
    more="~",
    bar="=",
    rail="-",
    box="+-+|++",
    edge="|",
    before="<",
    after=">",
    levels="12345678",
    states={
        WeekState.LOGGED: "x",
        WeekState.CAUGHT_UP: "~",
        WeekState.PAUSED: "-",
        WeekState.MISSED: ".",
        WeekState.OPEN: "o",
    },
)


def glyphs(*, is_ascii: bool = False) -> Glyphs:
    """The set that the setting asks for."""
    return ASCII if is_ascii else UNICODE
