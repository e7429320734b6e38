"""The outbox's loop: takes what is due, sends a few at a time, writes down what became of it.

Chats are served in parallel, each strictly in order, within the limits. Sending is at least once: a process that dies
between Telegram's acceptance and our note of it leaves a doubt, and the message is sent again. To keep that gap small
few sends are in flight and results are written within milliseconds.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from bot.clock import Now, monotonic, wall
from bot.database_thread import DatabaseThread
from bot.log import log, where
from bot.pulse import Pulse
from bot.sending.calling.made_files import Files
from bot.sending.calling.sender import Sender
from bot.sending.calling.taken import Taken
from bot.sending.commit_ride import CommitRide
from bot.sending.in_flight import InFlight
from bot.sending.limiter import Limiter
from bot.sending.results import Results
from bot.sending.schedule import Schedule
from bot.sending.senders import Begun, PacedSender, Senders
from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Moved, Verdict
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from storage.database import Database
from storage.errors import TryAgain
from storage.queue_items import Parcel

CLAIMED_AT_MOST = 128
"""How many messages are in hand at one time, four seconds' worth at Telegram's 30 a second: so many can a crash leave
in doubt (docs/decisions, what nobody can tell)."""
CROWDED_SECONDS = 2.0
"""How long a chat waits whose calls are slow while as many slow ones as may be are under way: about half of such a
call."""
GATHER_SECONDS = 0.003
"""How long results are gathered for one commit, about as long as a commit takes."""
DATABASE_PAUSE_SECONDS = 1.0
"""How long nothing is tried after a round that failed, at most: a database that was away is back at once."""
PATIENCE_SECONDS = 60.0
"""A deliverer that has written nothing down for so long does not deliver: it looks into the outbox each second."""
STOP_SECONDS = 3.0
"""How long calls under way may still take when the process ends; supervisors kill after ten or more."""


class Deliverer:
    """Delivers what is in the outbox until it is stopped."""

    def __init__(
        self,
        gateway: Gateway,
        database: Database,
        thread: DatabaseThread,
        limiter: Limiter,
        files: Files,
        staff: StaffChats,
        now: Now = wall,
    ) -> None:
        self._sender = PacedSender(Sender(gateway, files), limiter)
        self._database = database
        self._thread = thread
        self._staff = staff
        self._now = now
        self.heed: Callable[[datetime], None] = lambda _due: None
        """Hears when the earliest reminder is due that a commit has planned."""
        self.wake_mailer: Callable[[], None] = lambda: None
        """Called when a commit let a letter wait."""
        self._results = Results()
        self._in_flight = InFlight()
        self._senders = Senders(self._in_flight, self._deliver)
        self._more_waiting: set[int] = set()
        self._bulk_waits = True
        self._news = asyncio.Event()
        self._schedule = Schedule(shared=database.shared)
        self._stopping = False
        self._lost: set[str] = set()
        self.pulse = Pulse("deliverer", PATIENCE_SECONDS, DATABASE_PAUSE_SECONDS)

    def wake(self) -> None:
        """Say that there is something new in the outbox."""
        self._schedule.changed = True
        self._news.set()

    @contextmanager
    def ride(self) -> Iterator[CommitRide]:
        """Give along what delivery wants in a commit; on leaving send what was taken, or keep what was not done.

        One instant of real time holds for the ride, and for the batch that takes it along.
        """
        ride = self._begin_ride()
        try:
            yield ride
        finally:
            self._settle(ride) if ride.committed else self._take_back(ride)

    def stop(self) -> None:
        """Take nothing more; `run` ends when what is in flight has its result written."""
        self._stopping = True
        self._news.set()

    async def run(self) -> None:
        """Deliver until stopped."""
        self.pulse.beat()
        self._senders.start()
        try:
            while not self._stopping:
                self._news.clear()
                if self._results or self._look_wanted(monotonic()):
                    await self._commit()
                await self._rest()
            await self._finish()
        finally:
            await self._senders.close()

    async def _commit(self) -> None:
        """Make a commit of our own, because nobody else makes one just now."""
        try:
            with self.ride() as ride:
                await self._thread.run(ride.alone)
        except TryAgain:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, what comes next must be sent
            await self.pulse.rest(error)

    def _begin_ride(self) -> CommitRide:
        results, self._results = self._results, Results()
        if self._stopping:
            return CommitRide(self._database, wall(), results, today=self._now())
        now, instant = monotonic(), wall()
        self._schedule.compare(now, instant.timestamp())
        ride = CommitRide(self._database, instant, results, self._free(), self._free_for_bulk(results))
        ride.hasten, ride.today = self._schedule.put_back, self._now()
        if self._look_wanted(now) or (self._bulk_waits and ride.bulk):
            self._schedule.begun(now)
            ride.look = True
        if self._schedule.for_dead_wanted(now):
            self._schedule.for_dead_begun(now)
            self._sender.limiter.forget_idle(now)
            ride.look_for_dead, ride.suspected = True, self._in_flight.suspected()
        return ride

    def _take_back(self, ride: CommitRide) -> None:
        self._results = ride.results.followed_by(self._results)
        self.wake()

    def _settle(self, ride: CommitRide) -> None:
        # Whoever made the commit: while there is much to do it is others, and our own loop makes none.
        self.pulse.beat()
        self._in_flight.let_go(ride.results.rows())
        self._schedule.put_back = self._schedule.put_back and not ride.hasten
        self._take(ride.from_queue)
        if ride.look and ride.bulk:
            bulk = sum(taken.parcel.bulk for taken in ride.from_queue)
            self._bulk_waits = bulk == ride.bulk or len(ride.from_queue) == ride.free
        if ride.look:
            self._more_waiting &= self._in_flight.chats
            self._more_waiting |= {taken.parcel.chat for taken in ride.from_queue}
        if ride.look_for_dead:
            self._in_flight.looked(ride.under_way)
            self._look_again_for_dead(ride)
            _tell(ride)
        if ride.found_nothing:
            self._schedule.found_nothing((ride.next_try - ride.now).total_seconds() if ride.next_try else None)
        else:
            self._schedule.stir()
        if ride.next_reminder:
            self.heed(ride.next_reminder)
        if ride.letters:
            self.wake_mailer()
        full = bool(ride.from_queue) and not self._free()
        self._take(ride.at_once)
        self._more_waiting |= ride.more_waiting
        if full or ride.more_waiting:
            self._bulk_waits = True
            self.wake()

    def _look_again_for_dead(self, ride: CommitRide) -> None:
        """Take up what a process left that died a moment ago as soon as it may be: people wait for it."""
        if ride.next_void:
            seconds = (ride.next_void - ride.now).total_seconds()
            self._schedule.found_too_early(monotonic(), seconds)
            asyncio.get_running_loop().call_later(seconds + GATHER_SECONDS, self.wake)

    def _take(self, listed: Sequence[Taken]) -> None:
        for taken in listed:
            self._in_flight.take(taken.parcel)
            self._senders.to_send.put_nowait(taken)
            if taken.parcel.bulk:
                self._sender.limiter.take_bulk()

    def _free(self) -> int:
        """How many more messages may be taken for sending now."""
        places = CLAIMED_AT_MOST - len(self._in_flight.chats)
        allowed = self._sender.limiter.allowed_now(monotonic())
        return max(0, places if allowed is None else min(places, allowed - len(self._in_flight.waiting)))

    def _free_for_bulk(self, written: Results) -> int:
        """How many of them may be bulk, when some results are written with it."""
        places = min(self._free(), self._in_flight.bulk_places() - len(self._in_flight.bulk - written.rows()))
        allowed = self._sender.limiter.bulk_allowed_now(monotonic())
        return max(0, places if allowed is None else min(places, allowed))

    def _look_wanted(self, now: float) -> bool:
        """Whether it is time to look, or bulk waits and may go."""
        more_bulk = self._bulk_waits and self._free_for_bulk(self._results) > 0
        return more_bulk or self._schedule.wanted(now, self._sender.limiter.wait_overall(now))

    async def _rest(self) -> None:
        """Wait for news. Results alone are gathered for a few milliseconds while more are on their way; and while the
        database is busy, because the next batch takes the ride along.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience()):
                await self._news.wait()
        if self._results and self._in_flight.chats and not self._schedule.changed and not self._stopping:
            await asyncio.sleep(GATHER_SECONDS)
        await self._thread.idle.wait()

    def _patience(self) -> float:
        """How long may be waited for news: until somebody may speak again, or bulk may."""
        limiter, now = self._sender.limiter, monotonic()
        bulk = limiter.wait_bulk(now) if self._bulk_waits else 0.0
        return self._schedule.patience(limiter.wait_overall(now) or bulk)

    async def _deliver(self, taken: Taken, begun: Begun) -> None:
        parcel = taken.parcel
        try:
            if self._in_flight.was_slow(parcel.chat) and not self._in_flight.has_room_for_slow():
                self._note(parcel, Later(wall() + timedelta(seconds=CROWDED_SECONDS), parcel.error))
            else:
                self._note(parcel, await self._sender.deliver(taken, begun))
        except Exception as error:  # noqa: BLE001 - whatever it is, the sender must go on with the others
            log().error("a message could not be dealt with", row=parcel.seq, error=where(error))
            # It may have arrived, and what comes after it in its chat must not wait for ever.
            self._results.ambiguous[parcel.seq] = where(error)
        finally:
            self._in_flight.tried(parcel)
            self._schedule.changed = self._schedule.changed or parcel.chat in self._more_waiting
            self._news.set()

    def _note(self, parcel: Parcel, verdict: Verdict) -> None:
        """Keep a verdict until it is written down, and do at once what it asks for."""
        told = len(self._results.receipts)
        self._results.note(parcel, verdict)
        self._schedule.changed = self._schedule.changed or len(self._results.receipts) > told
        match verdict:
            case Moved():
                self._staff.move(parcel.chat, verdict.to)
            case GivenUp(shut_out=True):
                self._lose(self._staff.named(parcel.chat))
            case Delivered():
                self._lost.discard(self._staff.named(parcel.chat))
            case LeftInDoubt():
                what = "nobody can tell whether it arrived; it is not sent again"
                log().error(what, row=parcel.seq, bulk=parcel.bulk)
            case Later():
                wait = (verdict.at - wall()).total_seconds()
                asyncio.get_running_loop().call_later(wait + GATHER_SECONDS, self.wake)

    def _lose(self, name: str) -> None:
        """Log that a group of the municipality shuts Lots out; once until something arrives there again."""
        if name and name not in self._lost:
            self._lost.add(name)
            log().warning("a group shuts Lots out", lost=name)

    async def _finish(self) -> None:
        """Put back what was taken and not begun, wait for what is in flight, and write the last results."""
        while not self._senders.to_send.empty():
            parcel = self._senders.to_send.get_nowait().parcel
            self._in_flight.tried(parcel)
            self._results.note(parcel, Later(wall(), parcel.error))
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                while self._in_flight.chats:
                    self._news.clear()
                    await self._news.wait()
        with self.ride() as ride:
            await self._thread.run(ride.alone)


def _tell(ride: CommitRide) -> None:
    if ride.abandoned:
        log().warning("a process ended while it was sending; sent again", messages=ride.abandoned)
    if ride.orphaned:
        log().warning("taken in a commit that was not answered; put back", messages=ride.orphaned)
