"""The wiring of one bot: what is started in which order, and how it stops.

Nothing is decided here. The order is: database, its pages of the web server, Bot API, what an earlier life left in the
outbox, the loops, then commands and descriptions. When it is to stop, fetching ends at once, the batch in hand is
finished, what is being sent is waited for, the results are written and the database is closed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.log import Redactor, log
from bot.mail.mailer import Mailer
from bot.mail.postbox import Postbox
from bot.process.backups.daily import DailyBackups, Order
from bot.process.bots.doors import Door, Doors
from bot.process.clock_watch import ClockWatch
from bot.process.health import Health, Process
from bot.process.housekeeping import Housekeeping
from bot.process.liveness import Liveness
from bot.process.ticker import Ticker
from bot.process.topics_watch import TopicsWatch
from bot.process.webhook_watch import WebhookWatch
from bot.pulse import Pulse
from bot.receiving.intake import Intake
from bot.receiving.poller import Poller
from bot.receiving.reader import Reader
from bot.receiving.silence_watch import SilenceWatch
from bot.receiving.webhook import Webhook
from bot.receiving.worker import Worker
from bot.sending.calling.made_files import Files, Render
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import TELEGRAM, UNLIMITED, Limiter
from bot.servers.mail_server import mail_server
from bot.settings import Settings
from bot.staff_groups import StaffChats
from bot.telegram.answer_presses import Acknowledger
from bot.telegram.calls.pools import Pools
from bot.telegram.gateway import KINDS, Gateway
from bot.telegram.members import Members
from bot.telegram.profile import Announcement, announce
from bot.telegram.refusal import Undeliverable
from bot.turns.handler import Handler
from bot.turns.happening import Step, StepContext
from bot.turns.reading_ahead import ReadingAhead
from storage.database import Database

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between the tries of a start, doubled each time: a server that is away for hours is asked twice a minute."""

LETTER_SECONDS = 5.0
"""How long a letter under way may still take when the process ends: after that it is in doubt, and that is told."""

Receiving = Poller | Webhook


@dataclass(frozen=True, slots=True)
class Dialogs:
    """The conversation as the edge needs it: the step and its world, the renderer, and the words it says itself."""

    step: Step
    world: Any
    render: Render
    sorry: Callable[[str], str]
    announcements: Sequence[Announcement] = ()


@dataclass(frozen=True, slots=True)
class BotSetup:
    """What makes one bot: its name, empty for the only one of a process, its settings and its conversation."""

    name: str
    settings: Settings
    dialogs: Dialogs


class OneBot:
    """One bot. `run` returns when `stop` was called. It is seen from outside through `doors`.

    `pools` are the connections to the Bot API server that it shares with others; without it has its own.
    """

    def __init__(self, setup: BotSetup, now: Now, doors: Doors, pools: Pools | None = None) -> None:
        self._name = setup.name
        self._settings = settings = setup.settings
        self._dialogs = setup.dialogs
        self._now = now
        self._doors = doors
        self._thread = DatabaseThread()
        self._stop = asyncio.Event()
        self._gateway = Gateway(settings.token.get_secret_value(), settings.api_url, pools)
        self._acknowledger = Acknowledger(self._gateway)
        self._staff = StaffChats(settings.staff_chats, settings.office_chats)
        self._members = Members(self._gateway)
        self._ahead = ReadingAhead()
        self._clock_watch = ClockWatch()
        self._backups = DailyBackups(ordered) if (ordered := self._backups_ordered()) else None
        self.pulses: list[Pulse] = []
        """One for each loop that runs, for whoever asks how the process is."""

    def stop(self) -> None:
        """Ask for a clean stop."""
        self._stop.set()

    async def run(self) -> None:
        """Run until stopped. Raise `WrongToken` or a `StorageError` where that is impossible."""
        async with AsyncExitStack() as stack:
            stack.callback(self._thread.close)
            database = await self._thread.run(self._open_database)
            stack.push_async_callback(self._thread.run, database.close)
            arrived = asyncio.Event()
            intake = Intake(database, self._thread, self._now, arrived)
            receiving = self._receiving(database, intake)
            self._serve(database, receiving, stack)
            stack.push_async_callback(self._gateway.close)
            await self._until_stopped(self._connect())
            if not self._stop.is_set():
                await self._live(database, intake, arrived, receiving)
        log().info("stopped")

    async def _live(self, database: Database, intake: Intake, arrived: asyncio.Event, receiving: Receiving) -> None:
        handler = Handler(self._context())
        deliverer = self._deliverer(database)
        reader = Reader(self._ahead, arrived)
        worker = Worker(handler, self._thread, arrived, deliverer, self._members, reader, shared=database.shared)
        intake.hand_to(worker)
        housekeeping = Housekeeping(database, self._thread, self._now)
        ticker, mailer = self._ticker(handler, deliverer, housekeeping, database), self._mailer(database)
        deliverer.heed, deliverer.wake_mailer, mailer.heed = ticker.heed, mailer.wake, ticker.heed
        self.pulses += [deliverer.pulse, worker.pulse, ticker.pulse, mailer.pulse]
        async with asyncio.TaskGroup() as tasks:
            delivering = tasks.create_task(deliverer.run())
            working = tasks.create_task(worker.run())
            mailing = tasks.create_task(mailer.run())
            fetching = tasks.create_task(self._fetch(receiving))
            announcing = tasks.create_task(announce(self._gateway, self._dialogs.announcements))
            asking = tasks.create_task(TopicsWatch(self._gateway, self._staff, handler, self._thread, deliverer).run())
            ticker.start()
            if self._backups:
                self._backups.start()
            log().info(
                "running", bot=self._name or self._gateway.username, municipalities=" ".join(self._dialogs.world.packs)
            )
            await self._stop.wait()
            for task in (fetching, announcing, asking):
                task.cancel()
            if self._backups:
                self._backups.stop()
            await ticker.stop()
            intake.hand_to(None)
            worker.stop()
            mailer.stop()
            await working
            deliverer.stop()
            await delivering
            with suppress(TimeoutError):
                await asyncio.wait_for(mailing, LETTER_SECONDS)
            await self._acknowledger.close()

    def _ticker(self, handler: Handler, deliverer: Deliverer, housekeeping: Housekeeping, database: Database) -> Ticker:
        zones = [self._dialogs.world.packs[pack].zone for pack in self._staff.chats]
        moved = bool(self._settings.clock)
        watch, silence = self._clock_watch, self._silence_watch(database) if self._settings.webhook_url else None
        return Ticker(
            *(handler, self._thread, deliverer, housekeeping, watch, self._now, zones),
            moved=moved,
            silence_watch=silence,
        )

    def _backups_ordered(self) -> Order | None:
        settings, packs = self._settings, self._dialogs.world.packs
        if not (settings.backup_folder and packs):
            return None
        zone, key = next(iter(packs.values())).zone, settings.secret_key.get_secret_value()
        where = (Path(settings.backup_folder), settings.backup_at, zone, settings.backups_kept)
        return Order(self._name, *where, settings.database_url, key)

    def _silence_watch(self, database: Database) -> SilenceWatch:
        return SilenceWatch(database, self._thread, self._dialogs.world.packs, self._now, self._staff.chats)

    def _context(self) -> StepContext:
        dialogs = self._dialogs
        return StepContext(
            step=dialogs.step,
            world=dialogs.world,
            now=self._now,
            bot_name=self._gateway.username,
            sorry=dialogs.sorry,
            staff=self._staff,
            standing=self._members.standing,
            forget=self._members.forget,
            ahead=self._ahead,
        )

    def _deliverer(self, database: Database) -> Deliverer:
        limiter = Limiter(TELEGRAM if self._settings.rate == "telegram" else UNLIMITED)
        files = self._files(database)
        return Deliverer(self._gateway, database, self._thread, limiter, files, self._staff, self._now)

    def _mailer(self, database: Database) -> Mailer:
        settings = self._settings
        server = mail_server(settings.smtp_url.get_secret_value()) if settings.sends_mail else None
        postbox = Postbox(Path(settings.mail_returned)) if settings.mail_returned else None
        files = self._files(database)
        return Mailer(server, settings.mail_from, files.attached, database, self._thread, self._now, postbox)

    def _files(self, database: Database) -> Files:
        return Files(
            self._dialogs.world.packs, self._dialogs.render, database, self._thread, self._now, self._gateway.download
        )

    def _open_database(self) -> Database:
        database = Database.open(self._settings.database_url, self._settings.secret_key.get_secret_value())
        try:
            database.upgrade()
        except BaseException:
            database.close()
            raise
        return database

    def _receiving(self, database: Database, intake: Intake) -> Receiving:
        settings = self._settings
        if settings.webhook_url:
            path, secret = urlsplit(settings.webhook_url).path, settings.webhook_secret.get_secret_value()
            return Webhook(path, secret, intake, self._acknowledger)
        silence = self._silence_watch(database)
        return Poller(self._gateway, intake, database, self._thread, self._acknowledger, silence)

    def _serve(self, database: Database, receiving: Receiving, stack: AsyncExitStack) -> None:
        health = Health(database, self._thread, self._now, self._process(receiving))
        webhook = receiving if isinstance(receiving, Webhook) else None
        self._doors.open(self._name, Door(health, Liveness(self._thread), webhook))
        stack.callback(self._doors.close, self._name)

    def _process(self, receiving: Receiving) -> Process:
        settings = self._settings
        return Process(
            reach=self._gateway.reach,
            pulses=self.pulses,
            receiving=receiving,
            clock_watch=self._clock_watch,
            clock_set=bool(settings.clock),
            redactor=Redactor(settings.secrets),
            webhook=WebhookWatch(self._gateway, settings.webhook_url) if settings.webhook_url else None,
            staff=self._staff,
            backups=self._backups,
        )

    async def _connect(self) -> None:
        await self._patiently(self._gateway.open)
        settings = self._settings
        webhook = {
            "url": settings.webhook_url,
            "secret_token": settings.webhook_secret.get_secret_value(),
            "allowed_updates": list(KINDS),
        }
        method, payload = ("setWebhook", webhook) if settings.webhook_url else ("deleteWebhook", {})
        await self._patiently(lambda: self._gateway.call(method, payload))

    async def _patiently(self, attempt: Callable[[], Awaitable[Any]]) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await attempt()
            except Undeliverable as refusal:
                log().warning("the Bot API server does not answer", why=refusal.reason, again_in=pause)
                await asyncio.sleep(max(pause, refusal.retry_after))
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def _fetch(self, receiving: Receiving) -> None:
        if isinstance(receiving, Poller):
            self.pulses.append(receiving.pulse)
            await receiving.run()

    async def _until_stopped(self, work: Any) -> None:
        """Do something, but drop it when a stop is asked for."""
        doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not doing.done():
            doing.cancel()
            with suppress(asyncio.CancelledError):
                await doing
        else:
            doing.result()
