"""The outbox's loop: takes what is due, sends a few at a time, writes down what became of it.

Chats are served in parallel, each strictly in order, within the limits. Sending is at least once: a process that dies
between Telegram's acceptance and our mark leaves a doubt, and the message is sent again. To keep that gap small few
sends are in flight and marks are written within milliseconds.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from bot.clock import monotonic, wall
from bot.database_thread import Pen
from bot.log import log
from bot.sending.commit_ride import Errand, Taken
from bot.sending.in_flight import InHand
from bot.sending.limiter import Limiter
from bot.sending.made_files import Files
from bot.sending.receipts import Fate, receipts
from bot.sending.results import Later, Marks
from bot.sending.sender import Sender
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway, Undeliverable
from bot.turns.batch import where
from storage.database import Database
from storage.errors import StorageError, TryAgain
from storage.queue_items import Parcel
from storage.repositories.outbox import ABANDONED
from storage.repositories.posts import Place as Spot

IN_FLIGHT = 8
CLAIMED = 128
GATHER_SECONDS = 0.003
LOOK_AGAIN_SECONDS = 1.0
LOOK_FOR_DEAD_SECONDS = 5.0
DATABASE_PAUSE_SECONDS = 1.0
STOP_SECONDS = 3.0
DOUBLED_AT_MOST = 3
DOUBTS_ALLOWED = {True: 1, False: 5}
"""How often a message that may have arrived is sent again: a reminder once, an answer until it is nearly sure."""


class Deliverer:
    """Delivers what is in the outbox until it is stopped."""

    def __init__(
        self,
        gateway: Gateway,
        database: Database,
        pen: Pen,
        limiter: Limiter,
        files: Files,
        staff: StaffChats,
    ) -> None:
        self._sender = Sender(gateway, files)
        self._database = database
        self._pen = pen
        self._limiter = limiter
        self._staff = staff
        self._marks = Marks()
        self._parcels: asyncio.Queue[Taken] = asyncio.Queue()
        self._unsent: set[int] = set()
        self._in_hand = InHand()
        self._news = asyncio.Event()
        self._behind: set[int] = set()
        self._fresh = True
        self._looked = 0.0
        self._stopping = False
        self._looked_for_dead = -LOOK_FOR_DEAD_SECONDS

    def wake(self) -> None:
        """Say that there is something new in the outbox."""
        self._fresh = True
        self._news.set()

    def take(self, parcels: Sequence[Parcel], queued: frozenset[int]) -> None:
        """Send parcels that were taken with the commit that wrote them; for the chats in `queued` more is waiting."""
        for parcel in parcels:
            self._enqueue((parcel, None))
        if queued:
            self._behind |= queued
            self.wake()

    def errand(self) -> Errand:
        """Return what the next transaction should do for delivery; report it with `done` or `in_vain`."""
        marks, self._marks = self._marks, Marks()
        look = self._fresh or self._time_to_look()
        if look:
            self._fresh, self._looked = False, monotonic()
        if not self._time_to_look_for_dead():
            return Errand(marks, look)
        return Errand(marks, look, look_for_dead=True, suspects=self._in_hand.suspects())

    def done(self, errand: Errand) -> None:
        """Send what an errand has taken."""
        self._in_hand.let_go(errand.marks.rows())
        for taken in errand.taken:
            self._enqueue(taken)
        if errand.look:
            self._behind = {parcel.chat for parcel, _ in errand.taken} | (self._behind & self._unsent)
        if errand.look_for_dead:
            self._in_hand.looked(errand.under_way)
            _note(errand)
        if errand.taken and not self.room():
            self.wake()

    def in_vain(self, errand: Errand) -> None:
        """Take an errand back whose transaction failed."""
        self._marks = errand.marks.followed_by(self._marks)
        self.wake()

    def room(self) -> int:
        """Return how many more messages may be taken for sending now."""
        room = self._limiter.room(monotonic())
        free = CLAIMED - len(self._unsent)
        return max(0, free if room is None else min(free, room - len(self._unsent)))

    def stop(self) -> None:
        """Take nothing more; `run` ends when what is in flight has been marked."""
        self._stopping = True
        self._news.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        senders = [asyncio.create_task(self._serve()) for _ in range(IN_FLIGHT)]
        try:
            while not self._stopping:
                self._news.clear()
                if self._marks or self._fresh or self._time_to_look():
                    await self._round()
                await self._rest()
            await self._finish()
        finally:
            for sender in senders:
                sender.cancel()
            await asyncio.gather(*senders, return_exceptions=True)

    async def _round(self) -> None:
        errand = self.errand()
        try:
            await self._pen.run(self._alone, errand, self.room())
        except StorageError as error:
            self.in_vain(errand)
            await self._pause(error)
        else:
            self.done(errand)

    def _alone(self, errand: Errand, room: int) -> None:
        with self._database.transaction() as work:
            errand.run(work, room)

    def _enqueue(self, taken: Taken) -> None:
        self._unsent.add(taken[0].chat)
        self._in_hand.take(taken[0].seq)
        self._parcels.put_nowait(taken)

    async def _pause(self, error: StorageError) -> None:
        if not isinstance(error, TryAgain):
            log().error("the database is away", why=str(error))
            await asyncio.sleep(DATABASE_PAUSE_SECONDS)

    async def _rest(self) -> None:
        """Wait for news. Marks alone are gathered for a few milliseconds while more are on their way; and while the
        database is busy, because the next batch takes the errand along.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience()):
                await self._news.wait()
        if self._marks and self._unsent and not self._fresh and not self._stopping:
            await asyncio.sleep(GATHER_SECONDS)
        await self._pen.idle.wait()

    def _patience(self) -> float:
        held_back = self._limiter.wait_overall(monotonic())
        return min(LOOK_AGAIN_SECONDS, held_back) if held_back else LOOK_AGAIN_SECONDS

    def _time_to_look(self) -> bool:
        return monotonic() - self._looked >= self._patience()

    def _time_to_look_for_dead(self) -> bool:
        now = monotonic()
        if now - self._looked_for_dead < LOOK_FOR_DEAD_SECONDS:
            return False
        self._looked_for_dead = now
        self._limiter.forget_idle(now)
        return True

    async def _serve(self) -> None:
        while True:
            parcel, card = await self._parcels.get()
            try:
                await self._deliver(parcel, card)
            except Exception as error:  # noqa: BLE001 - whatever it is, the sender must go on with the others
                log().error("a message could not be dealt with", row=parcel.seq, error=where(error))
            finally:
                self._unsent.discard(parcel.chat)
                self._fresh = self._fresh or parcel.chat in self._behind
                self._news.set()

    async def _deliver(self, parcel: Parcel, card: Spot | None) -> None:
        wait = self._limiter.wait(parcel.chat, monotonic())
        if wait > 0:
            self._postpone(parcel, wait)
            return
        while (held_back := self._limiter.wait_overall(monotonic())) > 0:  # noqa: ASYNC110 - time must pass
            await asyncio.sleep(held_back)
        self._limiter.take(parcel.chat, monotonic())
        await self._try(parcel, card)

    async def _try(self, parcel: Parcel, card: Spot | None) -> None:
        try:
            sent = await self._sender.send(parcel, card)
        except Undeliverable as refusal:
            self._refused(parcel, refusal)
        except Exception as error:  # noqa: BLE001 - a file that cannot be made must not stop the others
            log().error("a message cannot be made", row=parcel.seq, error=where(error))
            self._give_up(parcel, where(error))
        else:
            self._marks.sent[parcel.seq] = sent.message
            self._receipt(parcel, Fate.DELIVERED if sent.whole else Fate.PARTLY)

    def _refused(self, parcel: Parcel, refusal: Undeliverable) -> None:
        if refusal.migrated_to:
            self._staff.move(parcel.chat, refusal.migrated_to)
            self._marks.moved[parcel.chat] = refusal.migrated_to
            self._marks.later[parcel.seq] = Later(wall(), refusal.reason)
        elif refusal.permanent:
            self._give_up(parcel, refusal.reason)
            if refusal.gone:
                self._marks.shut_out.add(parcel.chat)
        elif refusal.ambiguous and _tried_enough(parcel):
            self._leave_in_doubt(parcel, refusal.reason)
        else:
            self._again(parcel, refusal)
        log().warning("not delivered", row=parcel.seq, why=refusal.reason, attempt=parcel.attempts)

    def _again(self, parcel: Parcel, refusal: Undeliverable) -> None:
        wait = refusal.retry_after
        if refusal.flood:
            self._limiter.halt(parcel.chat, monotonic() + wait)
        else:
            wait *= 2 ** min(parcel.attempts - 1, DOUBLED_AT_MOST)
        self._marks.later[parcel.seq] = Later(wall() + timedelta(seconds=wait), refusal.reason, refusal.ambiguous)
        self._look_again_in(wait)

    def _postpone(self, parcel: Parcel, wait: float) -> None:
        self._marks.later[parcel.seq] = Later(wall() + timedelta(seconds=wait), parcel.error)
        self._look_again_in(wait)

    def _look_again_in(self, wait: float) -> None:
        asyncio.get_running_loop().call_later(wait + GATHER_SECONDS, self.wake)

    def _give_up(self, parcel: Parcel, reason: str) -> None:
        self._marks.refused[parcel.seq] = reason
        self._receipt(parcel, Fate.REFUSED)

    def _leave_in_doubt(self, parcel: Parcel, reason: str) -> None:
        self._marks.ambiguous[parcel.seq] = reason
        self._receipt(parcel, Fate.DOUBTFUL)
        log().error("nobody can tell whether it arrived; it is not sent again", row=parcel.seq, bulk=parcel.bulk)

    def _receipt(self, parcel: Parcel, fate: Fate) -> None:
        told = receipts(parcel, fate)
        self._marks.receipts += told
        self._fresh = self._fresh or bool(told)

    async def _finish(self) -> None:
        """Put back what was taken and not begun, wait for what is in flight, and write the last marks."""
        while not self._parcels.empty():
            parcel, _ = self._parcels.get_nowait()
            self._unsent.discard(parcel.chat)
            self._marks.later[parcel.seq] = Later(wall(), parcel.error)
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                while self._unsent:
                    self._news.clear()
                    await self._news.wait()
        await self._pen.run(self._alone, Errand(self._marks), 0)


def _tried_enough(parcel: Parcel) -> bool:
    """Whether a call without an answer was one too many. Not if the doubt before it was only the end of a process."""
    return parcel.doubts >= DOUBTS_ALLOWED[parcel.bulk] and parcel.error != ABANDONED


def _note(errand: Errand) -> None:
    if errand.abandoned:
        log().warning("a process ended while it was sending; sent again", messages=errand.abandoned)
    if errand.astray:
        log().warning("taken in a commit that was not answered; put back", messages=errand.astray)
