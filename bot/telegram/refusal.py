"""What a refusal of the Bot API server means: given up for good, to be tried later, or unknown.

Every error of the library becomes one value here, and Telegram's prose is read nowhere else. What to do about a
refusal is decided by those who call.
"""

import re
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.http_client import NotSent

BRIEF = 0.5
"""Seconds until a call that did not get through is tried again."""
PATIENT = 1.0
"""Seconds until a server is asked again that said it could not (5xx)."""
# PTB writes Telegram's words with a capital at the front and none after it.
GONE = re.compile(
    r"(?i)bot was (?:blocked|kicked)|user is deactivated|chat not found|bot is not a member|can't initiate"
)
UNCHANGED = re.compile(r"(?i)message is not modified")
NO_SUCH_MESSAGE = re.compile(r"(?i)message to edit not found|message can't be edited|MESSAGE_ID_INVALID")
NO_TOPIC = re.compile(r"(?i)message thread not found|TOPIC_(?:CLOSED|DELETED)")
NO_FILE = re.compile(r"(?i)wrong (?:remote )?file[_ ]id|file is temporarily unavailable|wrong file identifier")
NO_MARKUP = re.compile(r"(?i)can't parse entities")


class Undeliverable(Exception):  # noqa: N818 - the name says what happened
    """The server refused a call, or could not be asked.

    `permanent`: trying again cannot help. `retry_after`: seconds to wait before the next try. `ambiguous`: the call
    may have been carried out. `migrated_to`: the group has a new id. `gone`: the person or group shut Lots out.
    `flood`: Telegram itself named the wait (429), so it is neither shortened nor grown.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float = 0.0,
        ambiguous: bool = False,
        migrated_to: int = 0,
        gone: bool = False,
        flood: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
        self.ambiguous = ambiguous
        self.migrated_to = migrated_to
        self.gone = gone
        self.flood = flood


def sorted_refusal(error: TelegramError) -> Undeliverable:
    """Tell what an error of the library means for a call that should reach somebody.

    By exact type, because `BadRequest` and `TimedOut` are kinds of `NetworkError` in PTB and mean other things.
    """
    reason = f"{type(error).__name__}: {error}"
    match error:
        case RetryAfter():
            return Undeliverable(reason, retry_after=_seconds(error), flood=True)
        case ChatMigrated():
            return Undeliverable(reason, migrated_to=error.new_chat_id)
        case Forbidden():
            return Undeliverable(reason, permanent=True, gone=True)
        case BadRequest():
            return Undeliverable(reason, permanent=True, gone=bool(GONE.search(str(error))))
        case InvalidToken() | EndPointNotFound():
            return Undeliverable(reason, permanent=True)
        case NotSent() | Conflict():
            return Undeliverable(reason, retry_after=BRIEF)
        case TimedOut():
            return Undeliverable(reason, retry_after=BRIEF, ambiguous=True)
        case NetworkError() if error.__cause__ is not None:  # the connection broke after the call had left
            return Undeliverable(reason, retry_after=BRIEF, ambiguous=True)
        case _:  # 5xx with an answer: the server says that it did not do it
            return Undeliverable(reason, retry_after=PATIENT)


def unchanged(refusal: Undeliverable) -> bool:
    """Tell whether an edit was refused because the message already says just that."""
    return bool(UNCHANGED.search(refusal.reason))


def missing(refusal: Undeliverable) -> bool:
    """Tell whether an edit was refused because there is no such message to edit any more."""
    return bool(NO_SUCH_MESSAGE.search(refusal.reason))


def topic_missing(refusal: Undeliverable) -> bool:
    """Tell whether a message was refused because its topic was deleted or closed."""
    return bool(NO_TOPIC.search(refusal.reason))


def file_missing(refusal: Undeliverable) -> bool:
    """Tell whether a message was refused because Telegram no longer has its file."""
    return bool(NO_FILE.search(refusal.reason))


def markup_unreadable(refusal: Undeliverable) -> bool:
    """Tell whether a message was refused because Telegram cannot read its markup."""
    return bool(NO_MARKUP.search(refusal.reason))


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
