"""Everything that Lots says to the Bot API server goes through here.

It speaks raw dictionaries over PTB's `Bot`. What came back is read in `calls/response.py`, what a refusal means is told
in `refusal.py`.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from telegram import Bot, InputFile

from bot.clock import monotonic
from bot.log import log
from bot.telegram.calls.pools import Pools
from bot.telegram.calls.response import message_number, whole_number
from bot.telegram.refusal import Sort, Undeliverable

# PTB's own switch: waits are durations now, as they will be for everybody, and it need not warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "1")

Payload = Mapping[str, Any]
HELD_SECONDS_MORE = 15.0
"""How much longer than Telegram holds a question for updates its answer may take: a slow network, not a dead one."""
LARGEST_FILE_BYTES = 20 * 2**20
"""Bot API, getFile: a bot can fetch files of 20 MB at most."""
KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")


class WrongToken(Exception):  # noqa: N818 - the name says what happened
    """The server does not know the token at the start: nothing can work until the operator changes it."""


class AnotherPoller(Exception):  # noqa: N818 - the name says what happened
    """Somebody else fetches the updates of this bot (409)."""


@dataclass(slots=True)
class Reach:
    """How it stands between Lots and Telegram. Instants are seconds of the monotonic clock (`bot.clock`).

    `last_answer`: when Telegram last did what was asked or refused it in its own words, None if never.
    `refused_since`: since when it does not know the token any more, None while it does.
    """

    last_answer: float | None = None
    refused_since: float | None = None

    @property
    def token_refused(self) -> bool:
        """Whether Telegram said of the last call it judged that it does not know the token."""
        return self.refused_since is not None

    def answered(self) -> None:
        """Note that Telegram answered, and so knows the token."""
        self.last_answer = monotonic()
        if self.token_refused:
            log().warning("Telegram knows the token again")
        self.refused_since = None

    def refused(self, why: str) -> None:
        """Note that Telegram does not know the token; everything waits until it does."""
        if not self.token_refused:
            log().error("Telegram does not know the token any more; everything waits", why=why)
            self.refused_since = monotonic()


class Gateway:
    """The Bot API server at `api_url`, for the bot with this token. `reach` tells others how it stands.

    `username` and `number` are the bot's own, known once it is open. `pools` are connections that others use too.
    """

    def __init__(self, token: str, api_url: str, pools: Pools | None = None) -> None:
        base = api_url.rstrip("/")
        self.username, self.number = "", 0
        self.reach = Reach()
        self._own_pools = pools is None
        self._pools = pools or Pools(polling=1)
        self._files = f"{base}/file/bot{token}"
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            get_updates_request=self._pools.polling,
            request=self._pools.calling,
        )

    async def open(self) -> None:
        """Connect and learn the bot's own name. Raise `WrongToken`, or `Undeliverable` if nobody answers."""
        await self.open_connections()
        try:
            me = await self.call("getMe", {})
        except Undeliverable as refusal:
            if refusal.sort is Sort.TOKEN:
                raise WrongToken(refusal.reason) from refusal
            raise
        if not isinstance(me, dict) or not isinstance(me.get("username"), str):
            raise Undeliverable("the bot's own name is no name", Sort.WAITS)
        self.username, self.number = me["username"], whole_number(me.get("id"))

    async def open_connections(self) -> None:
        """Make ready to call; nobody is asked yet."""
        await self._pools.open()

    async def close(self) -> None:
        """Close the connections, if they are its own."""
        if self._own_pools:
            await self._pools.close()

    async def call(self, method: str, payload: Payload, **timeouts: float) -> Any:
        """Call a method of the Bot API and return its raw result. Raise `Undeliverable`."""
        try:
            result = await self._bot.do_api_request(_spelt(method), dict(payload), **timeouts)  # type: ignore[arg-type]
        except Undeliverable as refusal:
            if refusal.sort is Sort.TOKEN:
                self.reach.refused(refusal.reason)
            elif refusal.sort.from_telegram:
                self.reach.answered()
            raise
        self.reach.answered()
        return result

    async def send(self, method: str, payload: Payload) -> int:
        """Make a call that leaves a message. Return its id, 0 if nobody can know it. Raise `Undeliverable`."""
        try:
            return message_number(await self.call(method, payload))
        except Undeliverable as refusal:
            if refusal.sort is Sort.DONE:
                return refusal.message_id
            raise

    async def send_file(self, payload: Payload, name: str, content: bytes, kind: str = "document") -> int:
        """Send a file of a kind, `document` or `photo`; the payload names the chat. Like `send`."""
        return await self.send(f"send{kind.title()}", {**payload, kind: InputFile(content, filename=name)})

    async def download(self, file_id: str) -> bytes:
        """Fetch a file that somebody sent. Raise `Undeliverable`, for good if Telegram has it no more.

        Nothing is changed by it, so that a call without an answer leaves no doubt behind.
        """
        try:
            found = await self.call("getFile", {"file_id": file_id})
        except Undeliverable as refusal:
            if refusal.sort is not Sort.DOUBT:
                raise
            raise Undeliverable(refusal.reason, Sort.WAITS) from refusal
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str):
            raise Undeliverable("a file without a path", Sort.REFUSED)
        return await self._pools.calling.download(f"{self._files}/{quote(path)}", LARGEST_FILE_BYTES)

    async def updates(self, offset: int | None, seconds: float, limit: int = 100) -> list[Any]:
        """Wait for updates, raw. Raise `AnotherPoller`, or `Undeliverable`, also where no list of updates comes."""
        payload: dict[str, Any] = {"timeout": int(seconds), "limit": limit, "allowed_updates": list(KINDS)}
        if offset is not None:
            payload["offset"] = offset
        try:
            result = await self.call("getUpdates", payload, read_timeout=seconds + HELD_SECONDS_MORE)
        except Undeliverable as refusal:
            if refusal.code == HTTPStatus.CONFLICT:
                raise AnotherPoller(refusal.reason) from refusal
            raise
        if not isinstance(result, list):
            raise Undeliverable("what came is no list of updates", Sort.WAITS)
        return result


@cache
def _spelt(method: str) -> str:
    # PTB warns when do_api_request is used for a method it has a function for, and looks that up by this name.
    # It accepts snake case too, so "send_Message" is the same call without a warning each time.
    return re.sub(r"([A-Z])", r"_\1", method)
