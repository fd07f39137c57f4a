"""Review meetings: each marks a date from which the next document for that reader starts."""

from datetime import date

from growthtui.domain.base import Audience
from growthtui.domain.people import Review
from growthtui.journal.ledger import Ledger
from growthtui.journal.wording import optional


class Reviews:
    """Marks review meetings."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def mark(self, audience: Audience, on: date | None = None, kind: str = "") -> Review:
        """Note a review with a reader, today by default; one in the future is planned and starts no period yet.

        It covers the time since the last review for this audience, else since the start of the plan.
        """
        today = self._ledger.clock.today()
        day = on or today
        with self._ledger.transaction(f"mark review for {audience} on {day}") as changes:
            snapshot = changes.snapshot()
            before = [
                review.on
                for review in snapshot.reviews
                if review.audience == audience and review.on is not None and review.on <= day and not review.planned
            ]
            plan = snapshot.active_plan
            since = max(before, default=plan.start if plan else None)
            review = Review(id="", kind=optional(kind), audience=audience, on=day, since=since, planned=day > today)
            return changes.create(review)

    def remove(self, review: Review) -> None:
        """Put a review into the trash."""
        with self._ledger.transaction(f"remove review for {review.audience} on {review.on}") as changes:
            changes.delete(review)
