"""The topic that a case has of its own in a staff group, and whether a group has topics at all."""

from enum import StrEnum

from dialogs.records.value import Value

TOPIC, TOPIC_SHUT, NO_TOPICS = "desk-topic", "desk-topic-shut", "desk-no-topics"
"""The kinds of the reminders by which a desk hears what was found out about topics: a case needs a new one, one is
closed and cannot be opened, none can be made.
"""


class Topics(StrEnum):
    """Whether a group has topics, as far as Telegram has told: no, yes, or yes and Lots may not make any."""

    NONE = "none"
    ON = "on"
    FORBIDDEN = "forbidden"


class Thread(Value, frozen=True):
    """The topic of a case in a group. `number` is Telegram's own (message_thread_id), 0 while there is none.

    `title` is the name that it was last given, `closed` tells that somebody closed it. `failed` counts how often one
    was made for nothing since a card last came to stand in one.
    """

    chat: int
    reference: str
    number: int = 0
    title: str = ""
    closed: bool = False
    failed: int = 0
