"""Everything that Lots says to the Bot API server goes through here.

It speaks raw dictionaries over PTB's `Bot`, and sorts every refusal into one value: given up for good, to be tried
later, or unknown. What to do about it is decided by those who call.
"""

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from telegram import Bot, InputFile
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

from bot.telegram.http_client import NotSent, PooledRequest

# PTB's own switch: waits are durations now, as they will be for everybody, and it need not warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "1")

Payload = Mapping[str, Any]
BRIEF = 0.5
PATIENT = 1.0
HELD_SECONDS_MORE = 15.0
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


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


class WrongToken(Exception):  # noqa: N818 - the name says what happened
    """The server does not know the token: nothing can work until the operator changes it."""


class AnotherPoller(Exception):  # noqa: N818 - the name says what happened
    """Somebody else fetches the updates of this bot (409)."""


# PTB writes Telegram's words with a capital at the front and none after it.
GONE = re.compile(
    r"(?i)bot was (?:blocked|kicked)|user is deactivated|chat not found|bot is not a member|can't initiate"
)
UNCHANGED = re.compile(r"(?i)message is not modified")
MISSING = re.compile(r"(?i)message to edit not found|message can't be edited|MESSAGE_ID_INVALID")


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
    return bool(MISSING.search(refusal.reason))


class Gateway:
    """The Bot API server at `api_url`, for the bot with this token."""

    def __init__(self, token: str, api_url: str) -> None:
        base = api_url.rstrip("/")
        self.bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=PooledRequest(),
            get_updates_request=PooledRequest(connections=1),
        )

    async def open(self) -> None:
        """Connect and learn the bot's own name. Raise `WrongToken`, or `Undeliverable` if nobody answers."""
        try:
            await self.bot.initialize()
        except InvalidToken as error:
            raise WrongToken(str(error)) from error
        except TelegramError as error:
            raise sorted_refusal(error) from error

    async def close(self) -> None:
        """Close the connections."""
        await self.bot.shutdown()

    async def call(self, method: str, payload: Payload) -> Any:
        """Call a method of the Bot API and return its raw result. Raise `Undeliverable`."""
        try:
            return await self.bot.do_api_request(_spelt(method), dict(payload))
        except TelegramError as error:
            raise sorted_refusal(error) from error

    async def send_file(self, payload: Payload, name: str, content: bytes) -> Any:
        """Send a file with `sendDocument`; the payload names the chat. Raise `Undeliverable`."""
        return await self.call("sendDocument", {**payload, "document": InputFile(content, filename=name)})

    async def updates(self, offset: int | None, seconds: float, limit: int = 100) -> list[Any]:
        """Wait for updates, raw. Raise `AnotherPoller`, `WrongToken` or `Undeliverable`."""
        payload: dict[str, Any] = {"timeout": int(seconds), "limit": limit, "allowed_updates": list(KINDS)}
        if offset is not None:
            payload["offset"] = offset
        try:
            result = await self.bot.do_api_request(
                _spelt("getUpdates"), payload, read_timeout=seconds + HELD_SECONDS_MORE
            )
        except Conflict as error:
            raise AnotherPoller(str(error)) from error
        except (InvalidToken, EndPointNotFound) as error:
            raise WrongToken(str(error)) from error
        except TelegramError as error:
            raise sorted_refusal(error) from error
        return result if isinstance(result, list) else []


@cache
def _spelt(method: str) -> str:
    # PTB warns when do_api_request is used for a method it has a function for, and looks that up by this name.
    # It accepts snake case too, so "send_Message" is the same call without a warning each time.
    return re.sub(r"([A-Z])", r"_\1", method)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
