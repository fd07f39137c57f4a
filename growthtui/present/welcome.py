"""Whether there is anything to show yet."""

from growthtui.domain.snapshot import Snapshot


def is_first_run(snapshot: Snapshot) -> bool:
    """Whether nothing was planned, written or asked yet."""
    return not (snapshot.plans or snapshot.lines or snapshot.weeks or snapshot.sessions)
