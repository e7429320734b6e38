"""In which order the messages of one chat leave: answers before bulk, and in a group its cases by turns.

A group may be sent 20 messages a minute, so what a staff group is told of its cases often queues there. First come,
first served would let one case with forty lines keep the card of a new one waiting for minutes. So messages are ranked
as start-time fair queueing does: what one commit says of a case gets the rank behind the last message of the case that
waits or, if none does, the rank of what is being sent now; the lowest rank leaves first, and of equal ones the oldest.
Messages of one case keep their order, each case has a turn in every round, and where nothing waits nothing is
reordered. What is about no case takes the turn of the case that it is said with; what is said of several cases at a
time has one rank, behind what waits of any of them, so that it stays together. What is said without a case counts as
one more. A card that must come first, because the topic of its case is made anew, is ranked before what waits of it.
"""

from collections.abc import Iterable

from sqlalchemy import bindparam, func, select, text

from storage.engine.running.executor import Executor
from storage.engine.tables import OUTBOX_IN_GROUP, outbox
from storage.queue_items import Outgoing

LAST = 2**15 - 1
"""The highest rank that the column holds."""
DAYS_APART = 366
"""For so many days, a year of them, it is told apart which bulk message is of use for longer than another."""
BULK = LAST - DAYS_APART
"""The first rank of bulk messages, which are behind every other. Those whose day is nearest leave first."""
HIGHEST = BULK - 1
"""The rank at which counting stops, after 27 hours of 20 messages a minute: from there on the oldest goes first."""

Turn = tuple[int, str, bool]
"""A case's turn in one commit: its group, its reference, and whether it is ahead."""

_in_chat = (outbox.c.chat == bindparam("in_chat"), outbox.c.rank < BULK)
_PLACES = select(
    select(func.min(outbox.c.rank))
    .where(text("state <> 'sent' AND state = 'sending'"), *_in_chat)
    .scalar_subquery()
    .label("sending"),
    select(func.min(outbox.c.rank))
    .where(text("state <> 'sent' AND state = 'pending'"), *_in_chat)
    .scalar_subquery()
    .label("next"),
    select(func.max(outbox.c.rank))
    .where(text(OUTBOX_IN_GROUP), *_in_chat, outbox.c.lane == bindparam("of_case"))
    .scalar_subquery()
    .label("last"),
    select(func.min(outbox.c.rank))
    .where(text(OUTBOX_IN_GROUP), *_in_chat, outbox.c.lane == bindparam("of_case"))
    .scalar_subquery()
    .label("first"),
)


def ranks(connection: Executor, messages: Iterable[Outgoing]) -> list[int]:
    """Return the rank of each message that is about to be written, in the order given."""
    given: dict[Turn, int] = {}
    return [_rank(connection, message, given) for message in messages]


def _rank(connection: Executor, message: Outgoing, given: dict[Turn, int]) -> int:
    """`given` are the ranks of cases in this commit; `message` raises those that it is said with."""
    if message.bulk:
        return BULK + min(message.days_left, DAYS_APART)
    if message.chat >= 0:  # the Bot API gives groups negative ids
        return 0
    cases = [(message.chat, name, message.ahead) for name in message.beside or (message.about,)]
    for case in cases:
        if case not in given:
            given[case] = min(_begin(connection, *case), HIGHEST)
    found = [given[case] for case in cases]
    rank = min(found) if message.ahead else max(found)
    given |= dict.fromkeys(cases, rank)
    return rank


def _begin(connection: Executor, chat: int, about: str, ahead: bool) -> int:  # noqa: FBT001 - part of a turn
    """The rank behind what waits of a case, or before it, or with what is sent now."""
    row = connection.execute(_PLACES, {"in_chat": chat, "of_case": about}).one()
    if ahead and row.first is not None:
        return int(row.first) - 1
    if row.last is not None:
        return int(row.last) + 1
    return int(min((rank for rank in (row.sending, row.next) if rank is not None), default=0))
