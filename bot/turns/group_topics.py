"""Whether a staff group has topics, as it is learned from what Telegram tells, and what follows when that changes.

Where topics come later, each open case whose card stands in the group already moves into one of its own, one after
another, because Telegram counts the messages into a group by the minute. A group in which Lots may make none stays so
until its rights are told anew.
"""

from datetime import datetime, timedelta

from bot.telegram.topics import GroupTold
from dialogs.records.reminder import Reminder
from dialogs.records.thread import TOPIC, Topics
from storage.unit_of_work import UnitOfWork

MOVED_AT_MOST = 200
"""How many cases move when a group gets topics, the oldest first: half an hour's work of the bot. Another one moves
when something is said of it."""
APART = timedelta(seconds=10)
"""How long after one case the next one moves: each takes three messages of the 20 a minute that a group may be sent."""


def learn(work: UnitOfWork, told: GroupTold, municipality: str, before: Topics | None, now: datetime) -> Topics | None:
    """Note what Telegram tells of the group of a municipality; return what is known then.

    `before` is what was known, None for nothing.
    """
    known = _known(before, told)
    if known is before or (before is None and known is Topics.NONE):
        return before
    work.threads.learn(told.chat, known)
    if known is Topics.ON:
        homeless = work.threads.homeless(municipality, told.chat, MOVED_AT_MOST)
        work.reminders.add([_move(told.chat, name, now, number) for number, name in enumerate(homeless)])
    return known


def _known(before: Topics | None, told: GroupTold) -> Topics:
    if not told.forum:
        return Topics.NONE
    return Topics.FORBIDDEN if before is Topics.FORBIDDEN and not told.allowed else Topics.ON


def _move(chat: int, reference: str, now: datetime, number: int) -> Reminder:
    key = f"{TOPIC}:{chat}:{reference}:{now:%Y%m%dT%H%M%S}"
    return Reminder(key, chat, TOPIC, f"topic-{reference}", now + APART * number, about="0")
