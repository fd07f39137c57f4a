"""The bar beside what scrolls."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainScrollBarRender(ScrollBarRender):
    """A bar of whole cells: no sign at its ends that a font may lack."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.VERTICAL_BARS)
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.HORIZONTAL_BARS)


def install(*, is_ascii: bool) -> None:
    """Choose how every bar of the process is drawn, as the toolkit has it."""
    ScrollBar.renderer = PlainScrollBarRender if is_ascii else ScrollBarRender
