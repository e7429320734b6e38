"""What this process has taken for sending, and what the database believes it has taken.

When the answer to a commit is lost, messages may stand there as being sent by us that nobody here was given: orphaned
claims. A claim that is not in flight at two looks, seconds apart, is one. It takes two, because between a commit and
our hearing of it a claim is not in flight either; all that was committed before the first look has been heard of at
the second.
"""

from collections.abc import Iterable

from storage.queue_items import Parcel
from storage.repositories.outbox import Claim


class InFlight:
    """The messages that are ours until their results are written, and the claims under suspicion.

    `chats` are those to which one is on its way; there is never a second one to the same chat.
    """

    def __init__(self) -> None:
        self.chats: set[int] = set()
        self._rows: set[int] = set()
        self._suspected: frozenset[Claim] = frozenset()

    def take(self, parcel: Parcel) -> None:
        """Note that a message was handed to us."""
        self.chats.add(parcel.chat)
        self._rows.add(parcel.seq)

    def tried(self, parcel: Parcel) -> None:
        """Note that a message is not on its way any more, whatever came of it."""
        self.chats.discard(parcel.chat)

    def let_go(self, rows: Iterable[int]) -> None:
        """Note that what became of rows is written down."""
        self._rows.difference_update(rows)

    def suspected(self) -> frozenset[Claim]:
        """Return the claims of the last look that are still not in flight, for one transaction only."""
        suspected, self._suspected = self._unknown(self._suspected), frozenset()
        return suspected

    def looked(self, under_way: frozenset[Claim]) -> None:
        """Suspect what stands in the database as ours and is not in flight."""
        self._suspected = self._unknown(under_way)

    def _unknown(self, claims: Iterable[Claim]) -> frozenset[Claim]:
        return frozenset(claim for claim in claims if claim[0] not in self._rows)
