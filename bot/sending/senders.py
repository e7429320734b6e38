"""Who makes the calls: a few senders at one time, each within the limits, and others in the place of slow ones.

Few calls at a time are the fastest while the server answers quickly. A chat whose calls take seconds must not keep
everybody waiting, so a call that takes long gives its place away: another sender begins, up to a bound, and the slow
one leaves when it is done.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from bot.clock import monotonic, wall
from bot.log import log, where
from bot.sending.calling.sender import Sender
from bot.sending.calling.taken import Taken
from bot.sending.in_flight import SLOW_SECONDS, InFlight
from bot.sending.limiter import Limiter
from bot.sending.verdict import Later, Verdict, verdict_on
from bot.telegram.refusal import Sort, Undeliverable
from storage.errors import StorageError
from storage.queue_items import Parcel
from storage.repositories.outgoing.outbox import LONGEST_WAIT

SENDERS = 8
"""How many calls are under way at one time while none is slow. Measured on 2026-11-22: 8 carry far more than Telegram's
30 messages a second, and more at a time were slower. Each is a message that may come twice after a crash."""
Begun = Callable[[], None]
"""Said when a message has passed the limits and its call begins."""


class PacedSender:
    """A sender and the limits of the bot. `limiter` also tells others how much may go out."""

    def __init__(self, sender: Sender, limiter: Limiter) -> None:
        self.limiter = limiter
        self._sender = sender

    async def deliver(self, taken: Taken, begun: Begun = lambda: None) -> Verdict:
        """Send a message, and say what became of it.

        It goes now, when everybody may speak again, or later, because its own chat has had enough for the moment.
        """
        parcel = taken.parcel
        wait = self.limiter.wait(parcel.chat, monotonic())
        if wait > 0:
            return _within_longest(Later(wall() + timedelta(seconds=wait), parcel.error))
        while (held_back := self.limiter.wait_overall(monotonic())) > 0:  # noqa: ASYNC110 - time must pass
            await asyncio.sleep(held_back)
        self.limiter.take(parcel.chat, monotonic())
        begun()
        return _within_longest(await self._sent(taken))

    async def _sent(self, taken: Taken) -> Verdict:
        parcel = taken.parcel
        try:
            return await self._sender.send(taken)
        except Undeliverable as refusal:
            log().warning("not delivered", row=parcel.seq, why=refusal.reason, attempt=parcel.attempts)
            return self._judged(parcel, refusal)
        except StorageError as error:  # an export reads the database, and that comes back
            log().warning("a message cannot be made now", row=parcel.seq, why=str(error))
            return self._judged(parcel, Undeliverable(str(error), Sort.WAITS))
        except Exception as error:  # noqa: BLE001 - a file that cannot be made must not stop the others
            log().error("a message cannot be made", row=parcel.seq, error=where(error))
            return self._judged(parcel, Undeliverable(where(error), Sort.UNFIT))

    def _judged(self, parcel: Parcel, refusal: Undeliverable) -> Verdict:
        now = wall()
        verdict = verdict_on(parcel, refusal, now)
        if isinstance(verdict, Later) and verdict.chat_rests:
            self.limiter.halt(parcel.chat, monotonic() + (verdict.at - now).total_seconds())
        return verdict


class Senders:
    """Tasks that send what is put into `to_send`. Each message is given to `deliver`, which never raises."""

    def __init__(self, in_flight: InFlight, deliver: Callable[[Taken, Begun], Awaitable[None]]) -> None:
        self.to_send: asyncio.Queue[Taken] = asyncio.Queue()
        self._in_flight = in_flight
        self._deliver = deliver
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to send."""
        for _ in range(SENDERS):
            self._begin()

    async def close(self) -> None:
        """Give up what is under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self) -> None:
        task = asyncio.create_task(self._serve())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self) -> None:
        """Send one message after another, until a slow one has given our place to somebody else."""
        while True:
            taken = await self.to_send.get()
            call = _Call(taken.parcel, self._in_flight, self._begin)
            try:
                await self._deliver(taken, call.begun)
            finally:
                call.ended()
            if call.gave_its_place_away:
                return


class _Call:
    """A call that gives its place away when it becomes slow, or at once when the last one to its chat was."""

    def __init__(self, parcel: Parcel, in_flight: InFlight, give_place: Callable[[], None]) -> None:
        self.gave_its_place_away = False
        self._parcel = parcel
        self._in_flight = in_flight
        self._give_place = give_place
        self._began = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def begun(self) -> None:
        self._began = monotonic()
        self._in_flight.begun(self._parcel)
        patience = 0.0 if self._in_flight.was_slow(self._parcel.chat) else SLOW_SECONDS
        self._timer = asyncio.get_running_loop().call_later(patience, self._slow)

    def ended(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._in_flight.ended(self._parcel, monotonic() - self._began)

    def _slow(self) -> None:
        if self._in_flight.has_room_for_slow():
            self.gave_its_place_away = True
            self._in_flight.became_slow(self._parcel)
            self._give_place()


def _within_longest(verdict: Verdict) -> Verdict:
    """Let nothing wait for longer than a clock is trusted; whoever is asked too early says so again."""
    if not isinstance(verdict, Later):
        return verdict
    return replace(verdict, at=min(verdict.at, wall() + LONGEST_WAIT))
