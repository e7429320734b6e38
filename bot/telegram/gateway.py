"""Everything that Lots says to the Bot API server goes through here.

It speaks raw dictionaries over PTB's `Bot`. What a refusal means is told in `refusal.py`.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from telegram import Bot, InputFile
from telegram.error import Conflict, EndPointNotFound, InvalidToken, TelegramError

from bot.telegram.http_client import PooledRequest
from bot.telegram.refusal import sorted_refusal

# PTB's own switch: waits are durations now, as they will be for everybody, and it need not warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "1")

Payload = Mapping[str, Any]
HELD_SECONDS_MORE = 15.0
"""How much longer than Telegram holds a question for updates its answer may take: a slow network, not a dead one."""
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


class WrongToken(Exception):  # noqa: N818 - the name says what happened
    """The server does not know the token: nothing can work until the operator changes it."""


class AnotherPoller(Exception):  # noqa: N818 - the name says what happened
    """Somebody else fetches the updates of this bot (409)."""


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
