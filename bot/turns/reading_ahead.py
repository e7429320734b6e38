"""Long words are read before their turn and outside the database's thread, so that nobody else waits for them.

Such an event is left in the inbox, and what follows in its chat with it. Its step is rehearsed meanwhile and what comes
of it is thrown away: reading is pure, and what was read of long words is remembered for a while
(`knowledge/remembered.py`), so that the step that counts finds it there. It is the same step, whatever is remembered.

Of very long words it is known beforehand that they are `wanted` first. Other steps are begun, and left when they come
upon something that takes long.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from dialogs.conversation.events import Commanded, Edited, Event, Said
from dialogs.conversation.session import Session

LONG = 1000
"""In characters: so much is read in some four milliseconds, as long as a commit takes; nine needs of ten are shorter
than a third of it."""
READ_KEPT = 256
"""So many updates are known to be read: more than wait for their turn at a time."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An update whose words are to be read first, its chat, and what reads them."""

    update: int
    chat: int
    play: Callable[[], object]


class ReadingAhead:
    """Which updates were read, and which chats wait until theirs is.

    `long` is how many characters are so long that they are read first; None if nothing is.
    """

    def __init__(self, long: int | None = LONG) -> None:
        self._long = long
        self._read: dict[int, None] = {}
        self._waiting: dict[int, None] = {}

    @property
    def waiting(self) -> Collection[int]:
        """The chats that wait."""
        return tuple(self._waiting)

    def wanted(self, update: int, event: Event, session: Session) -> bool:
        """Tell whether there is so much to be read for an event that it must be read first."""
        if self._long is None or not update:
            return False
        return letters(event, session) > self._long and update not in self._read

    def may_leave(self, update: int) -> bool:
        """Tell whether a step that comes upon something that takes long may be left: once, so that each ends."""
        return self._long is not None and update != 0 and update not in self._read

    def begin(self, rehearsal: Rehearsal) -> bool:
        """Let a chat wait. Return whether there is anything to read: not if it waits already, or if that was read.

        Two batches may come upon one update, one of them before the other has said so.
        """
        if rehearsal.chat in self._waiting or rehearsal.update in self._read:
            return False
        self._waiting[rehearsal.chat] = None
        return True

    def end(self, rehearsal: Rehearsal) -> None:
        """Let the chat go on."""
        if len(self._read) >= READ_KEPT:
            del self._read[next(iter(self._read))]
        self._read[rehearsal.update] = None
        self._waiting.pop(rehearsal.chat, None)


def letters(event: Event, session: Session) -> int:
    """Return how much is read at most for an event: its own words, and those that it may go on with."""
    own = event.text if isinstance(event, Said | Edited) else event.argument if isinstance(event, Commanded) else ""
    heard = session.heard.text if session.heard else ""
    return len(own) + len(heard) + len(session.need.text)
