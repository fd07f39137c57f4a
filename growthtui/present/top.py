"""The one line on top of every screen: the name, the places with their digit, the week on the right."""

from dataclasses import dataclass
from datetime import date

from growthtui.dates import Week

NAME = "growth"
GAP = 2
_AIR = 6
"""More room than this is left before the tabs move apart."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the seven places."""

    digit: str
    name: str
    title: str


TABS = (
    Tab("1", "home", "Home"),
    Tab("2", "plan", "Plan"),
    Tab("3", "week", "Week"),
    Tab("4", "pair", "Pair"),
    Tab("5", "growth", "Growth"),
    Tab("6", "insights", "Insights"),
    Tab("7", "packet", "Packet"),
)


@dataclass(frozen=True, slots=True)
class TopLine:
    """What fits: the name or "", the gap between the tabs, and the words on the right."""

    name: str
    gap: int
    right: str


def top_line(width: int, today: date, *, is_demo: bool = False) -> TopLine:
    """The fullest form that fits `width` cells; first the name goes, then the days of the week, then the air."""
    week = Week.of(today)
    short = f"W{week.number:02d}"
    full = f"{short} · {week.label}"
    mark = "demo · " if is_demo else ""
    texts = sum(len(tab.digit) + 1 + len(tab.title) for tab in TABS)
    for name, gap, right in (
        (NAME, GAP + 1, " " * _AIR + mark + full),
        (NAME, GAP, mark + full),
        (NAME, GAP, mark + short),
        ("", GAP, mark + short),
        ("", 1, mark + short),
    ):
        needed = (len(name) + GAP if name else 0) + texts + gap * (len(TABS) - 1) + GAP + len(right)
        if needed <= width:
            return TopLine(name, gap, right.lstrip())
    return TopLine("", 1, "")
