"""The ledger: every call of the bot in order, as it came and as it was answered.

Written by `doors/bot_api.py` and read by tests and benchmarks, which trust it rather than the bot's own notes.
Uploaded files stand in it by name only.
"""

import time
from collections import deque
from typing import Any

from bot.demo.rules.arguments import Arguments

Call = dict[str, Any]


class Calls:
    """At most `keep` calls; the number of each goes on counting."""

    def __init__(self, keep: int = 200_000) -> None:
        self._kept: deque[Call] = deque(maxlen=keep)
        self.last = 0

    def note(self, method: str, arguments: Arguments) -> Call:
        """Write a call down before it is carried out. `accepted` tells whether it took effect."""
        self.last += 1
        call: Call = {"seq": self.last, "at": time.time(), "method": method, "arguments": arguments.values}
        if arguments.uploads:
            call["uploads"] = {name: upload.name for name, upload in arguments.uploads.items()}
        call.update(accepted=False, answered=None)
        self._kept.append(call)
        return call

    def list(self, after: int = 0, method: str = "", chat: int = 0, limit: int = 10_000) -> list[Call]:
        """The kept calls after a number, of one method or chat where those are named."""
        return [call for call in self._kept if _wanted(call, after, method.lower(), chat)][:limit]

    def clear(self) -> None:
        """Forget the calls; their numbers go on."""
        self._kept.clear()


def _wanted(call: Call, after: int, method: str, chat: int) -> bool:
    return (
        call["seq"] > after
        and (not method or call["method"].lower() == method)
        and (not chat or str(call["arguments"].get("chat_id")) == str(chat))
    )
