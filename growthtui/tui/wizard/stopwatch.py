"""How long a session takes, and each of its questions."""

from collections.abc import Callable

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
