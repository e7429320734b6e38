"""Who is a member of a staff group, as Telegram says, kept for a short while.

A press tells who pressed and where, not whether that person still belongs there. The answer is asked for outside the
database's thread, before the press is handled; when Telegram cannot be asked, what it last said holds for an hour.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.clock import monotonic
from bot.log import log
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Undeliverable
from dialogs.conversation.session import Standing

KEPT_SECONDS = 60.0
"""So long after somebody was put out of a group a press of theirs may still count; asking costs a call."""
ASK_AGAIN_SECONDS = 5.0
"""How long Telegram is not asked again after it could not tell."""
HOLDS_SECONDS = 3600.0
"""How long its last word holds while it cannot tell: navigators go on in an outage, and nobody for days."""
PATIENCE_SECONDS = 3.0
"""How long a press waits for Telegram's word before it is handled by the last one."""

Somebody = tuple[int, int]
"""A group and a user."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is held of somebody until an instant, and when Telegram itself last said it."""

    standing: Standing
    until: float
    said: float


class Members:
    """The standing of people in staff groups, asked through the gateway."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._known: dict[Somebody, _Known] = {}

    def standing(self, chat: int, user: int) -> Standing | None:
        """Return what is known of somebody, None if Telegram must be asked first."""
        known = self._known.get((chat, user))
        return known.standing if known is not None and monotonic() < known.until else None

    async def learn(self, people: Iterable[Somebody]) -> None:
        """Ask Telegram about people. Afterwards something is known of each, were it only that nobody can tell."""
        await asyncio.gather(*(self._ask(somebody) for somebody in people))

    async def _ask(self, somebody: Somebody) -> None:
        chat, user = somebody
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                found = await self._gateway.call("getChatMember", {"chat_id": chat, "user_id": user})
        except Undeliverable as refusal:
            self._keep_doubt(somebody, refusal.reason)
        except TimeoutError:
            self._keep_doubt(somebody, "no answer in time")
        else:
            now = monotonic()
            self._known[somebody] = _Known(standing_of(found), now + KEPT_SECONDS, now)

    def _keep_doubt(self, somebody: Somebody, why: str) -> None:
        now, last = monotonic(), self._known.get(somebody)
        holds = last is not None and last.standing is not Standing.UNKNOWN and now - last.said < HOLDS_SECONDS
        standing, said = (last.standing, last.said) if last is not None and holds else (Standing.UNKNOWN, now)
        self._known[somebody] = _Known(standing, now + ASK_AGAIN_SECONDS, said)
        log().warning("cannot ask who is in a staff group", why=why, held=standing.value)


def standing_of(found: Any) -> Standing:
    """Read Telegram's answer about a member. A restricted person may still be inside."""
    status = found.get("status") if isinstance(found, dict) else None
    inside = status in {"creator", "administrator", "member"}
    restricted = status == "restricted" and bool(found.get("is_member"))
    if inside or restricted:
        return Standing.MEMBER
    return Standing.STRANGER if status in {"left", "kicked", "restricted"} else Standing.UNKNOWN
