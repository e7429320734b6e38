"""When to look into the outbox.

At once when it changed, each second while something waits in it, and when nothing does only now and then: another
process may have left something there. What waits for a time is looked for when that has come. Looking itself is done by
whoever commits next.
"""

LOOK_AGAIN_SECONDS = 1.0
"""How often the outbox is looked into while something waits there that could not be taken."""
QUIET_SECONDS = 20.0
"""How often it is looked into while nothing waits there: the clock may have been moved. Less than the patience of
whoever asks whether the deliverer is alive."""
QUIET_BESIDE_OTHERS_SECONDS = 5.0
"""The same where several processes share the database: what one leaves another takes up."""
LOOK_FOR_DEAD_SECONDS = 5.0
"""How often what other processes left is looked for, and what nobody has in hand: two looks put it back. What a look
finds too early has a look of its own as soon as it is time."""
PUT_BACK_SECONDS = 1.0
"""By how many seconds the wall clock must fall behind between two looks to count as put back: it is never slewed by as
much, and a second more is no wait worth speaking of."""


class Schedule:
    """The times of looks, in seconds of one monotonic clock that the caller reads.

    `changed`: something in the outbox is new. `put_back`: the wall clock by which messages wait was put back.
    `held_back` is how long the limits let nobody speak, `shared` tells whether other processes use the same outbox.
    """

    def __init__(self, *, shared: bool = True) -> None:
        self.changed = True
        self._quiet = QUIET_BESIDE_OTHERS_SECONDS if shared else QUIET_SECONDS
        self._again = LOOK_AGAIN_SECONDS
        self.put_back = False
        self._ahead: float | None = None
        self._looked = 0.0
        self._look_for_dead = 0.0

    def patience(self, held_back: float) -> float:
        """Return how long the next look may wait if nothing changes."""
        return min(self._again, held_back) if held_back else self._again

    def found_nothing(self, next_try: float | None) -> None:
        """Note that a look found nothing to take. `next_try`: in how many seconds something may be tried that waits
        for its time, 0 or less if it waits for something else, None if nothing waits.
        """
        waits = self._quiet if next_try is None else next_try
        self._again = min(waits, self._quiet) if waits > 0 else LOOK_AGAIN_SECONDS

    def stir(self) -> None:
        """Note that somebody made a commit, after which something may wait."""
        self._again = LOOK_AGAIN_SECONDS

    def wanted(self, now: float, held_back: float) -> bool:
        """Tell whether it is time to look."""
        return self.changed or now - self._looked >= self.patience(held_back)

    def begun(self, now: float) -> None:
        """Note that somebody looks now."""
        self.changed, self._looked, self._again = False, now, LOOK_AGAIN_SECONDS

    def for_dead_wanted(self, now: float) -> bool:
        """Tell whether it is time to look for what nobody sends."""
        return now >= self._look_for_dead

    def for_dead_begun(self, now: float) -> None:
        """Note that somebody looks for what nobody sends now."""
        self._look_for_dead = now + LOOK_FOR_DEAD_SECONDS

    def found_too_early(self, now: float, seconds: float) -> None:
        """Note that something was found which nobody sends, and which may be taken up in so many seconds."""
        self._look_for_dead = min(self._look_for_dead, now + seconds)

    def compare(self, now: float, wall: float) -> None:
        """Hold the wall clock, in seconds since whenever, against the monotonic one, and note if it was put back."""
        ahead = wall - now
        if self._ahead is not None and ahead < self._ahead - PUT_BACK_SECONDS:
            self.put_back = self.changed = True
        self._ahead = ahead
