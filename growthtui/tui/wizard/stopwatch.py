"""How long a question has been on the screen: a thin line that fills, and asks nothing of anybody."""

from collections.abc import Callable

from textual.content import Content

from growthtui.present.glyphs import Glyphs
from growthtui.tui.paint import FAINT, MUTED

_MINUTE = 60.0


class Stopwatch:
    """The minutes of a sitting, and of each question in it. Time away from the session is not counted.

    Args:
        seconds: a clock that only goes forward.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._begun = self._since = seconds()
        self._question = ""
        self._before: dict[str, float] = {}

    def turn_to(self, question: str) -> None:
        """From now on the time belongs to this question; one that comes back goes on where it was."""
        self._before[self._question] = self._spent(self._question)
        self._question, self._since = question, self._seconds()

    @property
    def minutes(self) -> float:
        """How long the sitting has taken."""
        return (self._seconds() - self._begun) / _MINUTE

    def minutes_at(self, question: str) -> float:
        """How long a question was on the screen in this sitting."""
        return self._spent(question) / _MINUTE

    def _spent(self, question: str) -> float:
        running = self._seconds() - self._since if question == self._question else 0.0
        return self._before.get(question, 0.0) + running


def line(glyphs: Glyphs, width: int, spent: float, minutes: int) -> Content:
    """The line of a question that has `minutes`: it fills while they pass, and stays full after."""
    label = Content.styled(f"  {minutes} min", MUTED)
    cells = max(0, width - label.cell_length)
    done = min(cells, int(cells * spent / minutes))
    rest = " " if glyphs.is_ascii else glyphs.rail
    return Content.assemble((glyphs.bar * done, MUTED), (rest * (cells - done), FAINT), label)
