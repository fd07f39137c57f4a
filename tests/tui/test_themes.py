"""The two themes can be read: contrast by the WCAG formula, in all three voices."""

import pytest
from textual.color import Color
from textual.theme import Theme

from growthtui.tui.themes import OURS

TEXT = ("foreground", "primary", "secondary", "success", "warning", "error")
ENOUGH, ENOUGH_MUTED = 4.5, 3.0
GROUNDS = ("background", "surface", "panel")


def luminance(color: Color) -> float:
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: Color, ground: Color) -> float:
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def color(theme: Theme, name: str) -> Color:
    return Color.parse(getattr(theme, name))


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", TEXT)
def test_text_stands_out_from_the_background(theme: Theme, name: str) -> None:
    assert contrast(color(theme, name), color(theme, "background")) >= ENOUGH


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_words_stand_out_from_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(color(theme, "foreground"), color(theme, ground)) >= ENOUGH


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("name", "share"), [("foreground", 0.55), ("foreground", 0.75), ("primary", 0.75)])
def test_muted_text_can_still_be_read(theme: Theme, name: str, share: float) -> None:
    ground = color(theme, "background")
    muted = ground.blend(color(theme, name), share)
    assert contrast(muted, ground) >= ENOUGH_MUTED


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("#ffffff")) == pytest.approx(4.54, abs=0.01)
