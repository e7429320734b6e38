"""The page that tells a supervisor, an operator and the demo how Lots is: /health, as JSON, with no word of anybody.

It gathers what the database, Telegram and the loops say; `readiness.py` judges. The database is read through the same
thread as everything else; if that takes too long, Lots is not well. What each field means to an operator and what to
do about it stands in `docs/operating.md`.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.clock import Now, monotonic, wall
from bot.database_thread import DatabaseThread
from bot.log import Redactor, where
from bot.process.backups.daily import DailyBackups
from bot.process.clock_watch import ClockWatch
from bot.process.readiness import OK, Known, status
from bot.process.webhook_watch import WebhookWatch
from bot.pulse import Pulse
from bot.receiving.poller import Poller
from bot.receiving.webhook import Webhook
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Reach
from storage.database import Database
from storage.errors import DatabaseFull, DatabaseReadOnly, StorageError, TryAgain
from storage.repositories.vital_signs import VitalSigns
from storage.unit_of_work import UnitOfWork

LONGEST_SECONDS = 5.0
"""A database that has not answered by then counts as away: chosen by hand."""
PROVED_EVERY_SECONDS = 5.0
"""How often at most it is tried whether the database can be written: a commit waits for the disk."""
LATELY = timedelta(hours=1)
"""For so long a message that was refused or left in doubt is news."""
MOST_SIGHTINGS = 500
"""How many looks at the queue are remembered, more than an hour of a look every ten seconds."""


@dataclass(frozen=True, slots=True)
class Process:
    """What runs beside the page: the way to Telegram, the loops, what receives updates, the clocks, the secrets,
    the groups of the municipalities and the backups, if any are ordered.
    """

    reach: Reach
    pulses: Sequence[Pulse]
    receiving: Poller | Webhook
    clock_watch: ClockWatch
    clock_set: bool
    redactor: Redactor
    webhook: WebhookWatch | None = None
    staff: StaffChats = field(default_factory=lambda: StaffChats({}))
    backups: DailyBackups | None = None


class Health:
    """Answers GET /health: 200 if people are being answered, 503 otherwise, always with all that is known."""

    def __init__(self, database: Database, thread: DatabaseThread, now: Now, process: Process) -> None:
        self._database = database
        self._thread = thread
        self._now = now
        self._process = process
        self._started_at = monotonic()
        self._proved_at: float | None = None
        self._ages = QueueAge()
        self._gathering: asyncio.Task[dict[str, Any]] | None = None

    async def answer(self, _request: Request) -> Response:
        """Tell how Lots is."""
        said = await self.said()
        return JSONResponse(said, status_code=200 if said["status"] == OK else 503)

    async def said(self) -> dict[str, Any]:
        """Return all that is known. Those who ask at the same time get the same answer."""
        if self._gathering is None or self._gathering.done():
            self._gathering = asyncio.create_task(self._gather())
        return await asyncio.shield(self._gathering)

    async def _gather(self) -> dict[str, Any]:
        stored, trouble = await self._stored()
        process, now = self._process, monotonic()
        if process.webhook:
            process.webhook.ask()
        known = Known(
            running=bool(process.pulses),
            up=now - self._started_at,
            token_refused=_age(process.reach.refused_since),
            database=trouble or self._met_by_loops(),
            stuck_loops=[(pulse.name, self._struck(pulse.trouble)) for pulse in process.pulses if pulse.late()],
            webhook=process.webhook.trouble() if process.webhook else "",
            oldest_unanswered=stored.get("oldest_unanswered_seconds"),
        )
        return {"status": self._struck(status(known)), **stored, **self._told(known)}

    def _met_by_loops(self) -> str:
        """What keeps a loop from writing though the proof could be written: it is smaller than what people write."""
        met = (pulse.error for pulse in self._process.pulses)
        return next((_trouble(error) for error in met if isinstance(error, DatabaseFull | DatabaseReadOnly)), "")

    def _told(self, known: Known) -> dict[str, Any]:
        process = self._process
        return {
            "token_refused_seconds": known.token_refused,
            "last_answer_seconds": _age(process.reach.last_answer),
            "fetching": self._fetching(),
            "written_seconds": _age(self._proved_at),
            "loops": {pulse.name: self._loop(pulse) for pulse in process.pulses},
            "damaged": self._database.damaged,
            "backup": process.backups.told() if process.backups else None,
            "clock": "moved" if process.clock_set or process.clock_watch.moved_lately else "real",
        }

    def _fetching(self) -> dict[str, Any]:
        process = self._process
        last = _age(process.receiving.came_at)
        if process.webhook is None:
            return {"way": "polling", "last_seconds": last}
        told = process.webhook.state
        more = {"pending": told.pending, "error": self._struck(told.error)} if told else {}
        return {"way": "webhook", "last_seconds": last, **more}

    def _loop(self, pulse: Pulse) -> dict[str, Any]:
        return {"seconds": _age(pulse.good_at), "failures": pulse.failures, "trouble": self._struck(pulse.trouble)}

    async def _stored(self) -> tuple[dict[str, Any], str]:
        """Return what the database tells, and what is wrong with it."""
        found: dict[str, Any] = {}
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                found = await self._thread.run(self._look)
                await self._prove()
        except (StorageError, TimeoutError) as error:
            return found, _trouble(error)
        except Exception as error:  # noqa: BLE001 - the page must tell even of a mistake of its own
            return found, f"the database cannot be looked at: {where(error)}"
        return found, ""

    def _look(self) -> dict[str, Any]:
        with self._database.transaction() as work:
            due, signs = work.reminders.next_due(), work.vital_signs(wall() - LATELY)
            return {
                "next_reminder": due.isoformat() if due else None,
                **work.inbox.counts(),
                "outbox": work.outbox.counts(),
                "oldest_unanswered_seconds": self._waited(signs),
                "oldest_unsent_seconds": self._ages.age(signs.unsent, signs.newest, monotonic()),
                "last_hour": {"refused": signs.refused, "ambiguous": signs.ambiguous},
                "shut_out": self._shut_out(work),
            }

    def _shut_out(self, work: UnitOfWork) -> dict[str, str | None]:
        """Which groups of the municipalities have shut Lots out, and since when as far as that is known."""
        groups = self._process.staff.groups()
        known = work.sessions.load((chat, chat) for chat in groups)
        away = {groups[chat]: session.away_since for (chat, _), session in known.items() if session.away}
        return {name: since.isoformat() if since else None for name, since in sorted(away.items())}

    def _waited(self, signs: VitalSigns) -> float | None:
        if signs.waiting_since is None:
            return None
        return round(max(0.0, (self._now() - signs.waiting_since).total_seconds()), 1)

    async def _prove(self) -> None:
        """Write, if that was not done lately. Raise `StorageError`."""
        if self._proved_at is None or monotonic() - self._proved_at > PROVED_EVERY_SECONDS:
            await self._thread.run(self._write)
            self._proved_at = monotonic()

    def _write(self) -> None:
        try:
            with self._database.transaction() as work:
                work.write_proof(wall())
        except TryAgain:
            return  # somebody else is writing, so it can be written

    def _struck(self, text: str) -> str:
        return self._process.redactor.struck(text)


class QueueAge:
    """How long the oldest of a queue has been there, by its place: the table keeps no time of coming.

    At each look the last place given is remembered, so a place is as old as the first look at which it was given. That
    is never too much, and too little by the time between two looks, or by what was there before the process began.
    """

    def __init__(self) -> None:
        self._looks: deque[tuple[float, int]] = deque(maxlen=MOST_SIGHTINGS)

    def age(self, oldest: int | None, newest: int, now: float) -> float | None:
        """Return the age of the oldest place in seconds, None for none; `now` is an instant of the monotonic clock."""
        if len(self._looks) == MOST_SIGHTINGS:
            self._looks = deque(list(self._looks)[::2], maxlen=MOST_SIGHTINGS)
        self._looks.append((now, max(newest, oldest or 0)))
        while len(self._looks) > 1 and self._looks[0][1] < (newest if oldest is None else oldest):
            self._looks.popleft()
        return None if oldest is None else round(now - self._looks[0][0], 1)


def _age(instant: float | None) -> float | None:
    return None if instant is None else round(monotonic() - instant, 1)


def _trouble(error: StorageError | TimeoutError) -> str:
    match error:
        case DatabaseFull():
            return "database full"
        case DatabaseReadOnly():
            return "database read-only"
    return "database away"
