"""Sends one message within the limits, and turns whatever comes of it into a verdict.

The limits are told to the message here: it goes now, when everybody may speak again, or later, because its own chat
has had enough for the moment.
"""

import asyncio
from datetime import timedelta

from bot.clock import monotonic, wall
from bot.log import log, where
from bot.sending.commit_ride import Taken
from bot.sending.limiter import Limiter
from bot.sending.sender import Sender
from bot.sending.verdict import GivenUp, Later, Verdict, verdict_on
from bot.telegram.refusal import Undeliverable
from storage.queue_items import Parcel


class PacedSender:
    """A sender and the limits of the bot. `limiter` also tells others how much may go out."""

    def __init__(self, sender: Sender, limiter: Limiter) -> None:
        self.limiter = limiter
        self._sender = sender

    async def deliver(self, taken: Taken) -> Verdict:
        """Send a message, and say what became of it."""
        parcel = taken.parcel
        wait = self.limiter.wait(parcel.chat, monotonic())
        if wait > 0:
            return Later(wall() + timedelta(seconds=wait), parcel.error)
        while (held_back := self.limiter.wait_overall(monotonic())) > 0:  # noqa: ASYNC110 - time must pass
            await asyncio.sleep(held_back)
        self.limiter.take(parcel.chat, monotonic())
        return await self._sent(taken)

    async def _sent(self, taken: Taken) -> Verdict:
        parcel = taken.parcel
        try:
            return await self._sender.send(parcel, taken.card)
        except Undeliverable as refusal:
            log().warning("not delivered", row=parcel.seq, why=refusal.reason, attempt=parcel.attempts)
            return self._judged(parcel, refusal)
        except Exception as error:  # noqa: BLE001 - a file that cannot be made must not stop the others
            log().error("a message cannot be made", row=parcel.seq, error=where(error))
            return GivenUp(where(error))

    def _judged(self, parcel: Parcel, refusal: Undeliverable) -> Verdict:
        now = wall()
        verdict = verdict_on(parcel, refusal, now)
        if isinstance(verdict, Later) and verdict.chat_rests:
            self.limiter.halt(parcel.chat, monotonic() + (verdict.at - now).total_seconds())
        return verdict
