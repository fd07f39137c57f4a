"""Our two themes. Screens use the variables only; Textual's own themes work, too."""

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

DUSK: Final = Theme(
    name="dusk",
    dark=True,
    primary="#c9a26b",
    secondary="#7fa6a3",
    accent="#c9a26b",
    foreground="#d7d2c8",
    background="#14161a",
    surface="#191c21",
    panel="#20242a",
    success="#8fae7b",
    warning="#d0a45c",
    error="#c77b6c",
)

DAWN: Final = Theme(
    name="dawn",
    dark=False,
    primary="#8a5a14",
    secondary="#2f6f6b",
    accent="#8a5a14",
    foreground="#2b2a27",
    background="#faf7f0",
    surface="#f3eee3",
    panel="#e9e2d3",
    success="#4d7a34",
    warning="#8a5a14",
    error="#a8442f",
)

OURS: Final = (DUSK, DAWN)


def install() -> None:
    """Make our themes known before an app is built: setting one later costs a second pass over all styles."""
    BUILTIN_THEMES.update({theme.name: theme for theme in OURS})
