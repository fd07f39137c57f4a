"""How a plan looks in short, before it is taken in."""

from textual.content import Content

from growthtui.present.incoming import Point, Sketch
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, MUTED, SOFT, STRONG, words, wrap

_POINT_ROWS = 3


def paint_sketch(page: Page, plan: Sketch) -> None:
    """A plan in short."""
    if plan.north_star:
        page.label("North star")
        page.text(plan.north_star, SOFT, rows=_POINT_ROWS)
        page.gap()
    if plan.goal:
        page.label(plan.goal_label)
        page.text(plan.goal, rows=_POINT_ROWS)
        page.gap()
    for number, point in enumerate(plan.points, start=1):
        _point(page, number, point)
    if plan.principles:
        page.gap()
        page.label("Limits and principles")
        for text in plan.principles:
            page.text(text, rows=_POINT_ROWS)


def _point(page: Page, number: int, point: Point) -> None:
    page.add(Content.styled(f"{number} ", ACCENT) + words(point.title, STRONG))
    for label, text in (("now", point.current), ("then", point.desired)):
        if text:
            _hanging(page, f"  {label:<5}", text)
    for action in point.actions:
        _hanging(page, f"  {page.glyphs.open} ", action)


def _hanging(page: Page, label: str, text: str) -> None:
    """Words behind a muted label, all rows moved in by it."""
    rows = wrap(text, page.prose - len(label), rows=_POINT_ROWS, more=page.glyphs.more)
    for number, row in enumerate(rows):
        page.add(Content.styled(label if number == 0 else " " * len(label), MUTED) + row)
