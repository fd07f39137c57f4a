"""Next steps: which are still open, and how often each was taken along (domain 4.3)."""

from collections.abc import Iterable, Mapping

from growthtui.domain.week import NextStep, Week

ENDED = ("done", "drop", "dropped", "ask for help", "ask")
"""What became of a step that is open no longer: done, let go, or turned into an ask."""


def open_steps(weeks: Iterable[Week]) -> tuple[NextStep, ...]:
    """The steps that wait, as they were written last. `weeks` come in their order."""
    waiting: dict[str, NextStep] = {}
    for week in weeks:
        for carried in week.carried:
            if carried.state in ENDED:
                waiting.pop(carried.id, None)
        waiting |= {step.id: step for step in week.next}
    return tuple(waiting.values())


def most_carried(weeks: Iterable[Week]) -> Mapping[str, int]:
    """Step id to the highest count of times that it was taken along."""
    carries: dict[str, int] = {}
    for week in weeks:
        for step in week.next:
            carries[step.id] = max(carries.get(step.id, 0), step.carries)
    return carries
