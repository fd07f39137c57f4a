"""A widget that shows a page: rows of text painted for the width it gets."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.style import Style
from textual.widget import Widget

from growthtui.present.glyphs import Glyphs
from growthtui.tui.page import Page
from growthtui.tui.paint import harmless

Painter = Callable[[Page], None]
"""Draws on an empty page of the width at hand."""

_RUN = "run"


def runs(content: Content, action: str) -> Content:
    """`content` that runs an action when it is clicked, without looking like a link."""
    return content.stylize(Style.from_meta({_RUN: action}))


class Block(Widget):
    """As many rows as its painter draws. The painter is asked again when the width or the content changes."""

    ALLOW_MAXIMIZE = False

    def __init__(self, glyphs: Glyphs, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._glyphs = glyphs
        self._painter = painter
        self._page: Page | None = None

    def repaint(self) -> None:
        """Ask the painter again; the layout is worked out anew only when the number of rows is another one."""
        old, self._page = self._page, None
        is_same_height = old is not None and len(self.page(old.width).rows) == len(old.rows)
        self.refresh(layout=not is_same_height)

    def page(self, width: int) -> Page:
        """The page for a width."""
        if self._page is None or self._page.width != max(1, width):
            self._page = Page(width, self._glyphs)
            self._painter(self._page)
        return self._page

    @property
    def cursor(self) -> int | None:
        """The row of the cursor on the page that is shown."""
        return self.page(self.content_size.width).cursor

    @property
    def cursor_rows(self) -> int:
        """How many rows belong to the cursor."""
        return self.page(self.content_size.width).cursor_rows

    @property
    def field(self) -> Region | None:
        """Where a field lies on the page that is shown."""
        return self.page(self.content_size.width).field

    def render(self) -> Content:
        """What Textual draws."""
        return Content("\n").join(map(harmless, self.page(self.content_size.width).rows))

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        """All the width there is."""
        return container.width

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the painter draws."""
        return len(self.page(width).rows)

    async def on_click(self, event: events.Click) -> None:
        """Run what the clicked part of the text stands for: an action of this widget, else of the screen."""
        action = event.style.meta.get(_RUN)
        if action and not await self.app.run_action(action, self):
            await self.app.run_action(action, self.screen)
