"""The refusals of the Bot API: code, words and parameters exactly as Telegram's own server gives them.

Methods raise a `Refusal`; `doors/bot_api.py` turns it into the answer. Which words belong to which fault is decided
here only. The words follow Telegram's open server (tdlib/telegram-bot-api), read in 2026.
"""

from typing import Any


class Refusal(Exception):  # noqa: N818 - the word of the house
    """A Bot API error: `code` is also the HTTP status, `parameters` holds retry_after or
    migrate_to_chat_id.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON that the bot gets."""
        said: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            said["parameters"] = self.parameters
        return said


def bad_request(words: str, **parameters: int) -> Refusal:
    """A 400 with Telegram's prefix."""
    return Refusal(400, f"Bad Request: {words}", **parameters)


def forbidden(words: str) -> Refusal:
    """A 403 with Telegram's prefix."""
    return Refusal(403, f"Forbidden: {words}")


def flood(seconds: int) -> Refusal:
    """A 429; `seconds` is how long the bot must wait."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def migrated(chat: int) -> Refusal:
    """The group became a supergroup with the id `chat`."""
    return bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat)


UNAUTHORIZED = (401, "Unauthorized")
NO_TOKEN = (401, "Unauthorized: invalid token specified")
LOGGED_OUT = (400, "Logged out")
UNKNOWN_METHOD = (404, "Not Found: method not found")
OTHER_POLLER = (
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
WEBHOOK_ACTIVE = (
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
REPLY_MISSING = "message to be replied not found"
THREAD_MISSING = "message thread not found"
TOPIC_CLOSED = "TOPIC_CLOSED"
TOPIC_MISSING = "TOPIC_ID_INVALID"
TOPIC_NOT_MODIFIED = "TOPIC_NOT_MODIFIED"
"""What Telegram's own servers say of topics is not public; these words stand in its documentation of their methods
(messages.editForumTopic) and in td, which looks for them."""
FILE_MISSING = "wrong file_id or the file is temporarily unavailable"
