"""The outbox's loop: takes what is due, sends a few at a time, writes down what became of it.

Chats are served in parallel, each strictly in order, within the limits. Sending is at least once: a process that dies
between Telegram's acceptance and our note of it leaves a doubt, and the message is sent again. To keep that gap small
few sends are in flight and results are written within milliseconds.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from bot.clock import monotonic, wall
from bot.database_thread import DatabaseThread
from bot.log import log, where
from bot.sending.commit_ride import CommitRide, Taken
from bot.sending.in_flight import InFlight
from bot.sending.limiter import Limiter
from bot.sending.made_files import Files
from bot.sending.paced_sender import PacedSender
from bot.sending.results import Results
from bot.sending.schedule import Schedule
from bot.sending.sender import Sender
from bot.sending.verdict import Later, LeftInDoubt, Moved, Verdict
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from storage.database import Database
from storage.errors import StorageError, TryAgain
from storage.queue_items import Parcel

IN_FLIGHT = 8
"""How many calls are under way at one time: as many as the HTTP client has connections. Each is a message that may come
twice after a crash."""
CLAIMED_AT_MOST = 128
"""How many messages are in hand at one time, four seconds' worth at Telegram's 30 a second: so many can a crash leave
in doubt (docs/decisions, what nobody can tell)."""
GATHER_SECONDS = 0.003
"""How long results are gathered for one commit, about as long as a commit takes."""
DATABASE_PAUSE_SECONDS = 1.0
"""How long nothing is tried after the database was away."""
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
    ) -> None:
        self._sender = PacedSender(Sender(gateway, files), limiter)
        self._database = database
        self._thread = thread
        self._staff = staff
        self._results = Results()
        self._to_send: asyncio.Queue[Taken] = asyncio.Queue()
        self._in_flight = InFlight()
        self._more_waiting: set[int] = set()
        self._news = asyncio.Event()
        self._schedule = Schedule()
        self._stopping = False

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
        senders = [asyncio.create_task(self._serve()) for _ in range(IN_FLIGHT)]
        try:
            while not self._stopping:
                self._news.clear()
                if self._results or self._schedule.wanted(monotonic(), self._held_back()):
                    await self._commit()
                await self._rest()
            await self._finish()
        finally:
            for sender in senders:
                sender.cancel()
            await asyncio.gather(*senders, return_exceptions=True)

    async def _commit(self) -> None:
        """Make a commit of our own, because nobody else makes one just now."""
        try:
            with self.ride() as ride:
                await self._thread.run(ride.alone)
        except StorageError as error:
            await self._pause(error)

    def _begin_ride(self) -> CommitRide:
        results, self._results = self._results, Results()
        if self._stopping:
            return CommitRide(self._database, wall(), results)
        now = monotonic()
        ride = CommitRide(self._database, wall(), results, self._free())
        if self._schedule.wanted(now, self._held_back()):
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
        self._in_flight.let_go(ride.results.rows())
        self._take(ride.from_queue)
        if ride.look:
            self._more_waiting &= self._in_flight.chats
            self._more_waiting |= {taken.parcel.chat for taken in ride.from_queue}
        if ride.look_for_dead:
            self._in_flight.looked(ride.under_way)
            _tell(ride)
        full = bool(ride.from_queue) and not self._free()
        self._take(ride.at_once)
        self._more_waiting |= ride.more_waiting
        if full or ride.more_waiting:
            self.wake()

    def _take(self, listed: Sequence[Taken]) -> None:
        for taken in listed:
            self._in_flight.take(taken.parcel)
            self._to_send.put_nowait(taken)

    def _free(self) -> int:
        """How many more messages may be taken for sending now."""
        allowed = self._sender.limiter.allowed_now(monotonic())
        places = CLAIMED_AT_MOST if allowed is None else min(CLAIMED_AT_MOST, allowed)
        return max(0, places - len(self._in_flight.chats))

    async def _pause(self, error: StorageError) -> None:
        if not isinstance(error, TryAgain):
            log().error("the database is away", why=str(error))
            await asyncio.sleep(DATABASE_PAUSE_SECONDS)

    async def _rest(self) -> None:
        """Wait for news. Results alone are gathered for a few milliseconds while more are on their way; and while the
        database is busy, because the next batch takes the ride along.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(self._schedule.patience(self._held_back())):
                await self._news.wait()
        if self._results and self._in_flight.chats and not self._schedule.changed and not self._stopping:
            await asyncio.sleep(GATHER_SECONDS)
        await self._thread.idle.wait()

    def _held_back(self) -> float:
        return self._sender.limiter.wait_overall(monotonic())

    async def _serve(self) -> None:
        while True:
            taken = await self._to_send.get()
            parcel = taken.parcel
            try:
                self._note(parcel, await self._sender.deliver(taken))
            except Exception as error:  # noqa: BLE001 - whatever it is, the sender must go on with the others
                log().error("a message could not be dealt with", row=parcel.seq, error=where(error))
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
            case LeftInDoubt():
                what = "nobody can tell whether it arrived; it is not sent again"
                log().error(what, row=parcel.seq, bulk=parcel.bulk)
            case Later():
                wait = (verdict.at - wall()).total_seconds()
                asyncio.get_running_loop().call_later(wait + GATHER_SECONDS, self.wake)

    async def _finish(self) -> None:
        """Put back what was taken and not begun, wait for what is in flight, and write the last results."""
        while not self._to_send.empty():
            parcel = self._to_send.get_nowait().parcel
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
