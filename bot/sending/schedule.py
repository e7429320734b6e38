"""When to look into the outbox.

At once when it changed, each second in case another process left something there, and every few seconds for what
nobody sends. Looking itself is done by whoever commits next.
"""

LOOK_AGAIN_SECONDS = 1.0
"""How often the outbox is looked into though nothing was heard of: another process may have left something there."""
LOOK_FOR_DEAD_SECONDS = 5.0
"""How often what other processes left is looked for, and what nobody has in hand: two looks put it back."""
PUT_BACK_SECONDS = 1.0
"""By how many seconds the wall clock must fall behind between two looks to count as put back: it is never slewed by as
much, and a second more is no wait worth speaking of."""


class Schedule:
    """The times of looks, in seconds of one monotonic clock that the caller reads.

    `changed`: something in the outbox is new. `put_back`: the wall clock by which messages wait was put back.
    `held_back` is how long the limits let nobody speak.
    """

    def __init__(self) -> None:
        self.changed = True
        self.put_back = False
        self._ahead: float | None = None
        self._looked = 0.0
        self._looked_for_dead = -LOOK_FOR_DEAD_SECONDS

    def patience(self, held_back: float) -> float:
        """Return how long the next look may wait if nothing changes."""
        return min(LOOK_AGAIN_SECONDS, held_back) if held_back else LOOK_AGAIN_SECONDS

    def wanted(self, now: float, held_back: float) -> bool:
        """Tell whether it is time to look."""
        return self.changed or now - self._looked >= self.patience(held_back)

    def begun(self, now: float) -> None:
        """Note that somebody looks now."""
        self.changed, self._looked = False, now

    def for_dead_wanted(self, now: float) -> bool:
        """Tell whether it is time to look for what nobody sends."""
        return now - self._looked_for_dead >= LOOK_FOR_DEAD_SECONDS

    def for_dead_begun(self, now: float) -> None:
        """Note that somebody looks for what nobody sends now."""
        self._looked_for_dead = now

    def compare(self, now: float, wall: float) -> None:
        """Hold the wall clock, in seconds since whenever, against the monotonic one, and note if it was put back."""
        ahead = wall - now
        if self._ahead is not None and ahead < self._ahead - PUT_BACK_SECONDS:
            self.put_back = self.changed = True
        self._ahead = ahead
