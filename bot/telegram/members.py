"""Who is a member of a staff group, as Telegram says, kept for a short while.

A press or a word tells whose it is and where, not whether that person belongs there. The answer is asked for outside
the database's thread, before either is handled; when Telegram cannot be asked, what it last said holds for an hour.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.clock import monotonic
from bot.log import log
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.conversation.session import Standing

KEPT_SECONDS = 60.0
"""So long an act of somebody who was put out of a group may still count where Telegram does not tell of it: in another
process, or while Lots is no administrator. Asking costs a call."""
ASK_AGAIN_SECONDS = 5.0
"""How long Telegram is not asked again after it could not tell."""
HOLDS_SECONDS = 3600.0
"""How long its last word holds while it cannot tell: navigators go on in an outage, and nobody for days."""
PATIENCE_SECONDS = 3.0
"""How long an act waits for Telegram's word before it is handled by the last one."""
ASKED_AT_MOST, PAUSE_SECONDS = 4, 0.2
"""How often Telegram is asked for its first word on somebody, and how long between: whoever is unknown must try once
more, one in 600 behind a proxy that answers one call in five wrongly; with one question it was one in five."""

Somebody = tuple[int, int]
"""A group and a user."""
FINAL = frozenset({Sort.REFUSED, Sort.GONE, Sort.MOVED, Sort.FLOOD})
"""Refusals after which Telegram says nothing else so soon: it knows, or wants to be left alone."""


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

    def forget(self, chat: int, people: Iterable[int]) -> None:
        """Hold nothing more of people who came into a chat or went out of it: Telegram is asked at their next act."""
        for user in people:
            self._known.pop((chat, user), None)

    async def learn(self, people: Iterable[Somebody]) -> None:
        """Ask Telegram about people. Afterwards something is known of each, were it only that nobody can tell."""
        await asyncio.gather(*(self._ask(somebody) for somebody in people))

    async def _ask(self, somebody: Somebody) -> None:
        times = 1 if self._holding(somebody) else ASKED_AT_MOST
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                standing, why = await self._answer(*somebody, times)
        except TimeoutError:
            standing, why = Standing.UNKNOWN, "no answer in time"
        if standing is Standing.UNKNOWN:
            self._keep_doubt(somebody, why)
        else:
            now = monotonic()
            self._known[somebody] = _Known(standing, now + KEPT_SECONDS, now)

    async def _answer(self, chat: int, user: int, times: int) -> tuple[Standing, str]:
        """What Telegram says of somebody when it is asked so often, or why it cannot be told."""
        standing, why, again = await self._told(chat, user)
        while again and (times := times - 1):
            await asyncio.sleep(PAUSE_SECONDS)
            standing, why, again = await self._told(chat, user)
        return standing, why

    async def _told(self, chat: int, user: int) -> tuple[Standing, str, bool]:
        """What it says at once, why if that is nothing, and whether it may say another thing when it is asked again."""
        try:
            found = await self._gateway.call("getChatMember", {"chat_id": chat, "user_id": user})
        except Undeliverable as refusal:
            return Standing.UNKNOWN, refusal.reason, refusal.sort not in FINAL
        standing = standing_of(found)
        return standing, "the answer is about no member", standing is Standing.UNKNOWN

    def _holding(self, somebody: Somebody) -> _Known | None:
        """Telegram's last word on somebody, None if there was none lately."""
        last = self._known.get(somebody)
        holds = last is not None and last.standing is not Standing.UNKNOWN and monotonic() - last.said < HOLDS_SECONDS
        return last if holds else None

    def _keep_doubt(self, somebody: Somebody, why: str) -> None:
        now, last = monotonic(), self._holding(somebody)
        standing, said = (last.standing, last.said) if last is not None else (Standing.UNKNOWN, now)
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
