"""The people's side of the local Bot API, for many people at once: one feed of what they see, one door for acts.

It keeps what stands in each chat and wakes whoever waits for something to appear there. It knows nothing of Lots.
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import aiohttp

T = TypeVar("T")
Message = dict[str, Any]


class Telegram:
    """What all people see. `shown` holds the bot's messages of each chat by number, as they stand now; `said` counts
    what the bot has said and edited, whoever saw it.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.shown: dict[int, dict[int, Message]] = {}
        self.said = 0
        self._session = aiohttp.ClientSession()
        self._news = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def close(self) -> None:
        """Stop reading."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        await self._session.close()

    async def ask(self, path: str, body: Any = None, method: str = "") -> Any:
        """Call a route of the people's side or of the levers."""
        verb = method or ("GET" if body is None else "POST")
        async with self._session.request(verb, self.url + path, json=body) as answer:
            said = await answer.json()
            if answer.status // 100 != 2:
                raise AssertionError(f"{verb} {path}: {answer.status} {said}")
            return said

    async def act(self, *acts: dict[str, Any]) -> None:
        """Let people do things, in this order."""
        await self.ask("/acts", list(acts))

    def texts(self, chat: int) -> list[str]:
        """What the bot has said in a chat, oldest first."""
        return [message.get("text", "") for message in self.shown.get(chat, {}).values()]

    async def wait(self, look: Callable[[], T | None], patience: float) -> T | None:
        """Wait until `look` finds something, looking again at every change; None if it never does."""
        async with self._news:
            try:
                async with asyncio.timeout(patience):
                    while (found := look()) is None:
                        await self._news.wait()
                    return found
            except TimeoutError:
                return None

    async def wait_in_turn(self, look: Callable[[], T | None], silence: float, turns: int) -> T | None:
        """Wait as long as the bot goes on: None when it has said nothing to anybody for `silence` seconds, or so many
        things to others. A machine that is slow with everything makes nobody lose patience.
        """
        until, found = self.said + turns, look()
        while found is None and self.said < until:
            heard = self.said
            if not await self.wait(lambda heard=heard: look() is not None or self.said > heard or None, silence):
                return look()
            found = look()
        return found

    async def _read(self) -> None:
        seq = 0
        while True:
            news: Message = await self.ask(f"/changes?after={seq}&timeout=5")
            seq = news["seq"]
            async with self._news:
                for change in news["changes"]:
                    self._take(change)
                self._news.notify_all()

    def _take(self, change: dict[str, Any]) -> None:
        message: Message = change.get("message") or {}
        if change["kind"] in ("message", "edit") and message["from"]["is_bot"]:
            self.said += 1
            self.shown.setdefault(change["chat_id"], {})[message["message_id"]] = message


def with_button(messages: dict[int, Message], label: str, words: str = "") -> int | None:
    """The newest message that has a button with this label and holds these words."""
    for number, message in reversed(messages.items()):
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if words in message.get("text", "") and any(button["text"] == label for row in rows for button in row):
            return number
    return None
