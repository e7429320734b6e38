"""What a call that gave no result says of the message that should have gone: a closed list, and Telegram's words.

What came back is sorted in `calls/response.py`, and Telegram's prose is read nowhere but here and there. What to do
about each sort is decided by those who call.
"""

import re
from enum import Enum

from telegram.error import TelegramError


class Sort(Enum):
    """What a failed call says of the message; the value says it in words."""

    DONE = "it was done"
    DOUBT = "it may have been done"
    WAITS = "it was surely not done, and this is not about the message"
    TOKEN = "it was surely not done: Telegram does not know the token"  # noqa: S105 - words, no secret
    FLOOD = "it was not done: its chat has had enough for so long"
    MOVED = "it was not done: its group is another chat now"
    UNFIT = "it was not done: Telegram cannot take such a call"
    REFUSED = "it was not done: Telegram refuses this message"
    GONE = "it was not done: its chat shut Lots out"

    @property
    def from_telegram(self) -> bool:
        """Whether only Telegram itself can have said it, and knew the token."""
        return self not in {Sort.DOUBT, Sort.WAITS, Sort.TOKEN}


SHUT_OUT = re.compile(
    r"(?i)bot was (?:blocked|kicked)|user is deactivated|chat not found|bot is not a member|can't initiate"
    r"|chat was deleted|messages to (?:the )?bots?\b"
    r"|not enough rights to send text messages|have no rights to send a message|CHAT_(?:WRITE|SEND_PLAIN)_FORBIDDEN"
)
"""Nothing can be written in the chat: somebody put Lots out of it, or took away its right to write."""
UNCHANGED = re.compile(r"(?i)message is not modified")
NO_SUCH_MESSAGE = re.compile(r"(?i)message to edit not found|message can't be edited|MESSAGE_ID_INVALID")
NO_TOPIC = re.compile(r"(?i)message thread not found|TOPIC_(?:DELETED|ID_INVALID)|invalid forum topic identifier")
SHUT_TOPIC = re.compile(r"(?i)TOPIC_CLOSED")
SAME_TOPIC = re.compile(r"(?i)TOPIC_NOT_MODIFIED")
NO_FORUM = re.compile(r"(?i)the chat is not a forum|CHANNEL_FORUM_MISSING")
"""What is said of topics (td/telegram/ForumTopicManager.cpp; telegram-bot-api, Client.cpp, check_message_topic); words
in capitals come from Telegram's own servers."""
NO_FILE = re.compile(
    r"(?i)wrong (?:remote )?file[_ ]id|file is temporarily unavailable|wrong file identifier"
    r"|not enough rights to send (?!text messages)|CHAT_SEND_(?!PLAIN)[A-Z]+_FORBIDDEN|VOICE_MESSAGES_FORBIDDEN"
)
"""The file is gone, or files of its kind are forbidden where words may be allowed
(td/telegram/MessageContent.cpp, can_send_message_content)."""
NO_MARKUP = re.compile(r"(?i)can't parse entities")


class Undeliverable(TelegramError):  # noqa: N818 - the name says what happened
    """The server refused a call, or could not be asked, or nobody can tell.

    `reason` has Telegram's words as they came. `code`: its own number, 0 if it gave none. `retry_after`: seconds that
    it named (`Sort.FLOOD`). `migrated_to`: the group's new id (`Sort.MOVED`). `message_id`: under which it was done
    (`Sort.DONE`), 0 if nobody knows.
    """

    def __init__(
        self,
        reason: str,
        sort: Sort = Sort.WAITS,
        *,
        code: int = 0,
        retry_after: float = 0.0,
        migrated_to: int = 0,
        message_id: int = 0,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sort = sort
        self.code = code
        self.retry_after = retry_after
        self.migrated_to = migrated_to
        self.message_id = message_id

    def __str__(self) -> str:
        """Return the reason: the library's own way would change Telegram's words."""
        return self.reason


def shut_out(words: str) -> bool:
    """Tell whether a person or group shut Lots out, or is no more."""
    return bool(SHUT_OUT.search(words))


def unchanged(refusal: Undeliverable) -> bool:
    """Tell whether an edit was refused because the message already says just that."""
    return bool(UNCHANGED.search(refusal.reason))


def missing(refusal: Undeliverable) -> bool:
    """Tell whether an edit was refused because there is no such message to edit any more."""
    return bool(NO_SUCH_MESSAGE.search(refusal.reason))


def topic_missing(refusal: Undeliverable) -> bool:
    """Tell whether something was refused because its topic was deleted."""
    return bool(NO_TOPIC.search(refusal.reason))


def topic_shut(reason: str) -> bool:
    """Tell whether Telegram's words say that a topic is closed."""
    return bool(SHUT_TOPIC.search(reason))


def topic_unchanged(refusal: Undeliverable) -> bool:
    """Tell whether a change of a topic was refused because it is just so already."""
    return bool(SAME_TOPIC.search(refusal.reason))


def no_forum(refusal: Undeliverable) -> bool:
    """Tell whether something was refused because the group has no topics."""
    return bool(NO_FORUM.search(refusal.reason))


def file_missing(refusal: Undeliverable) -> bool:
    """Tell whether a message was refused because of its file: Telegram has it no more, or its kind is forbidden."""
    return bool(NO_FILE.search(refusal.reason))


def markup_unreadable(refusal: Undeliverable) -> bool:
    """Tell whether a message was refused because Telegram cannot read its markup."""
    return bool(NO_MARKUP.search(refusal.reason))
