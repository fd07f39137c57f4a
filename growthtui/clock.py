"""The only place where the time is read."""

from datetime import UTC, date, datetime

import msgspec


class Clock(msgspec.Struct, frozen=True):
    """Tells the date and time the program works with.

    `fixed_today` (from `--today`) replaces the date; the time of day and the local offset stay the real ones.
    """

    fixed_today: date | None = None

    def now(self) -> datetime:
        """The local time with its offset, on the fixed date if there is one."""
        real = datetime.now(UTC).astimezone()
        if self.fixed_today is None:
            return real
        return datetime.combine(self.fixed_today, real.time(), tzinfo=real.tzinfo)

    def today(self) -> date:
        """The local date."""
        return self.fixed_today or datetime.now(UTC).astimezone().date()
