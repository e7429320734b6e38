"""What this process has taken for sending, and what the database believes it has taken.

When the answer to a commit is lost, messages may stand there as being sent by us that nobody here was given: orphaned
claims. A claim that is not in flight at two looks, seconds apart, is one. It takes two, because between a commit and
our hearing of it a claim is not in flight either; all that was committed before the first look has been heard of at
the second.
"""

import math
from collections.abc import Iterable

from storage.queue_items import Parcel
from storage.repositories.outgoing.outbox import Claim

SLOW_SECONDS = 0.3
"""How long a call may take before it counts as slow: several times what Telegram takes, and nobody minds the wait."""
SLOW_AT_MOST = 64
"""How many slow calls may be under way beside the others: as many connections are kept for them."""
BULK_AT_LEAST, BULK_AT_MOST = 2, 6
"""How many bulk messages are in hand or not written down, slow calls left out: so many reminders can a crash repeat.
Two, so that one goes while the other is written down; six, so that two senders of eight are always left for answers."""
BULK_A_SECOND = 30
"""Messages to all chats that Telegram lets a bot send each second (Bots FAQ): more in hand than keep that pace gain
nothing, and with a server that answers within 0.15 s it takes five."""
FIRST_GUESS_SECONDS = 0.1
"""How long a call is thought to take before one has ended: about what Telegram takes."""
NEWEST = 0.2
"""Share of the last call in what calls are thought to take, chosen by hand: ten calls or so make a new pace known."""
SLOW_REMEMBERED = 1024
"""Of how many chats it is remembered that their last call was slow: a few kilobytes."""


class InFlight:
    """The messages that are ours until their results are written, and the claims under suspicion.

    `chats` are those to which one is on its way; there is never a second one to the same chat. `waiting` are those of
    them whose call has not begun, `slow` those whose call takes long. `bulk` are the rows of bulk messages that are
    neither slow nor written down.
    """

    def __init__(self) -> None:
        self.chats: set[int] = set()
        self.waiting: set[int] = set()
        self.slow: set[int] = set()
        self.bulk: set[int] = set()
        self._slow_lately: dict[int, None] = {}
        self._seconds = FIRST_GUESS_SECONDS
        self._rows: set[int] = set()
        self._suspected: frozenset[Claim] = frozenset()

    def take(self, parcel: Parcel) -> None:
        """Note that a message was handed to us."""
        self.chats.add(parcel.chat)
        self.waiting.add(parcel.chat)
        self._rows.add(parcel.seq)
        if parcel.bulk:
            self.bulk.add(parcel.seq)

    def begun(self, parcel: Parcel) -> None:
        """Note that the call of a message begins."""
        self.waiting.discard(parcel.chat)

    def has_room_for_slow(self) -> bool:
        """Tell whether one more slow call may be under way beside the others."""
        return len(self.slow) < SLOW_AT_MOST

    def was_slow(self, chat: int) -> bool:
        """Tell whether the last call to a chat was slow."""
        return chat in self._slow_lately

    def became_slow(self, parcel: Parcel) -> None:
        """Note that the call of a message takes long and others need not wait for it."""
        self.slow.add(parcel.chat)
        self.bulk.discard(parcel.seq)

    def ended(self, parcel: Parcel, seconds: float) -> None:
        """Note how long the call of a message took."""
        self.slow.discard(parcel.chat)
        self._slow_lately.pop(parcel.chat, None)
        self._seconds += NEWEST * (min(seconds, SLOW_SECONDS) - self._seconds)
        if seconds >= SLOW_SECONDS:
            self._slow_lately[parcel.chat] = None
        if len(self._slow_lately) > SLOW_REMEMBERED:
            del self._slow_lately[next(iter(self._slow_lately))]

    def bulk_places(self) -> int:
        """Return how many bulk messages may be in hand: as many as keep Telegram's pace while calls are as of late."""
        wanted = math.ceil(self._seconds * BULK_A_SECOND) + 1
        return min(BULK_AT_MOST, max(BULK_AT_LEAST, wanted))

    def tried(self, parcel: Parcel) -> None:
        """Note that a message is not on its way any more, whatever came of it."""
        self.chats.discard(parcel.chat)
        self.waiting.discard(parcel.chat)

    def let_go(self, rows: Iterable[int]) -> None:
        """Note that what became of rows is written down."""
        listed = set(rows)
        self._rows -= listed
        self.bulk -= listed

    def suspected(self) -> frozenset[Claim]:
        """Return the claims of the last look that are still not in flight, for one transaction only."""
        suspected, self._suspected = self._unknown(self._suspected), frozenset()
        return suspected

    def looked(self, under_way: frozenset[Claim]) -> None:
        """Suspect what stands in the database as ours and is not in flight."""
        self._suspected = self._unknown(under_way)

    def _unknown(self, claims: Iterable[Claim]) -> frozenset[Claim]:
        return frozenset(claim for claim in claims if claim[0] not in self._rows)
