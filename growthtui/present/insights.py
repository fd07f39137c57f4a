"""The few figures that Insights shows so far, in words."""

from growthtui.insights.stats import Stats
from growthtui.present.week import KIND_WORDS

_WEEKS = (("logged", "logged"), ("caught_up", "caught up"), ("paused", "paused"))
"""The states of weeks that are counted aloud; nobody is told how many were missed (domain 4.4)."""


def figures(stats: Stats, *, with_streak: bool) -> tuple[tuple[str, str], ...]:
    """Label and words of each figure; the streak only where the person wants to see it."""
    rhythm = stats.rhythm_last_12
    weeks = (f"{stats.states[state]} {word}" for state, word in _WEEKS if stats.states.get(state))
    kinds = sorted(stats.lines_by_kind.items(), key=lambda item: -item[1])
    found = (
        ("Rhythm", f"{rhythm.covered} of the last {rhythm.active} active weeks"),
        ("Streak", f"{stats.current_streak} weeks now, {stats.longest_streak} the longest" if with_streak else ""),
        ("Weeks", " · ".join(weeks)),
        ("Lines", str(stats.lines)),
        ("Of them", ", ".join(f"{KIND_WORDS[kind]} {count}" for kind, count in kinds)),
    )
    return tuple((label, words) for label, words in found if words)
