"""The loop that hands letters to the mail server, one after another, each at most once.

A letter is claimed, its papers are made, and a mark is written before its content begins to leave. A process that ends
before the mark leaves a letter that goes again; after it, one of which nobody can tell, and which is never sent twice.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parseaddr

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.log import log, where
from bot.mail.hand_over import Envelope, InDoubt, NotTaken, hand_over
from bot.mail.message import Enclosed, mail
from bot.mail.postbox import Postbox
from bot.mail.returned import Returned, returned
from bot.pulse import Pulse
from bot.servers.mail_server import MailServer
from dialogs.records.letters.letter import Letter
from dialogs.records.letters.mailing import Fate, MailNews, Why
from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.queue_items import MailToSend

LOOK_SECONDS, SELDOM_SECONDS = 20.0, 300.0
"""How often it is looked whether a letter waits, or a message has come back, though nobody told of one. Who lets a
letter wait wakes the loop, so this is for further tries and for other processes. Where mail is not set up, only what
waits from before has to be told that it does not go."""
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 10, 15))
"""How long a letter waits for each next try. A server that puts strangers off lets them in after some minutes (RFC 6647
names one to a day); after half an hour a person must know that it did not go."""
PATIENCE_SECONDS = 900.0
"""A mailer that has finished nothing for so long does not send: one letter may take eleven minutes."""

Attach = Callable[[Letter, Proposal], Awaitable[Enclosed]]


class NotOurs(Exception):  # noqa: N818 - the name says it
    """The letter was taken from this process, or its chat was erased, before its content left."""


class Mailer:
    """Sends what waits until it is stopped. Without a `server` what waits is told to be impossible."""

    def __init__(
        self,
        server: MailServer | None,
        sender: str,
        attach: Attach,
        database: Database,
        thread: DatabaseThread,
        now: Now,
        postbox: Postbox | None = None,
    ) -> None:
        self._server = server
        self._sender = sender
        self._attach = attach
        self._database = database
        self._thread = thread
        self._now = now
        self._postbox = postbox
        self._stopping = False
        self._woken = asyncio.Event()
        self._untold: list[MailNews] = []
        """What became of letters and is not written down: while the database is away it is known only here."""
        self.heed: Callable[[datetime], None] = lambda _due: None
        """Told when there is something to be said in a chat."""
        self.pulse = Pulse("mailer", PATIENCE_SECONDS)

    def stop(self) -> None:
        """Begin with no other letter."""
        self._stopping = True
        self._woken.set()

    def wake(self) -> None:
        """Say that a letter waits."""
        self._woken.set()

    async def run(self) -> None:
        """Send until stopped. A letter under way is finished."""
        self.pulse.beat()
        while not self._stopping:
            self._woken.clear()
            pause = LOOK_SECONDS if self._server or self._postbox else SELDOM_SECONDS
            try:
                while not self._stopping and await self._one():
                    continue
                await self._look_into_postbox()
                self.pulse.beat()
            except Exception as error:  # noqa: BLE001 - whatever it is, the next letter must go
                pause = self.pulse.failed(error)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._woken.wait()

    async def _one(self) -> bool:
        """Send the next letter; return whether there was one."""
        if self._untold:
            await self._thread.run(self._end)
        claimed = await self._thread.run(self._claim)
        if claimed is None:
            return False
        news = await self._tried(claimed)
        if news is not None:
            self._untold.append(news)
            await self._thread.run(self._end)
            self.heed(self._now())
        return True

    async def _tried(self, claimed: MailToSend) -> MailNews | None:
        """Try to send a letter; return what became of it, None if it waits for another try or is nobody's."""
        try:
            whole, missing = await self._send(claimed)
        except InDoubt as doubt:
            what = "nobody can tell whether a letter was taken; it is not sent again"
            log().error(what, mail=claimed.id, why=str(doubt))
            return self._news(claimed, Fate.UNKNOWN)
        except NotTaken as refusal:
            return await self._refused(claimed, refusal)
        except NotOurs:
            return None
        except Exception:
            await self._thread.run(self._let_go, claimed.id)
            raise
        log().info("a letter was handed to the mail server", mail=claimed.id, attempt=claimed.attempts)
        return self._news(claimed, Fate.ACCEPTED).but(whole=whole, missing=missing)

    async def _refused(self, claimed: MailToSend, refusal: NotTaken) -> MailNews | None:
        again = self._next_try(claimed) if refusal.later else None
        log().warning("a letter was not taken", mail=claimed.id, why=refusal.why.value, again=str(again or "never"))
        if again is None:
            return self._news(claimed, Fate.REFUSED).but(why=refusal.why.value, said=_worth_telling(refusal))
        await self._thread.run(self._later, claimed.id, again)
        return None

    def _next_try(self, claimed: MailToSend) -> datetime | None:
        if claimed.attempts > len(PAUSES):
            return None
        at = self._now() + PAUSES[claimed.attempts - 1]
        return at if claimed.until is None or at <= claimed.until else None

    async def _send(self, claimed: MailToSend) -> tuple[bool, tuple[str, ...]]:
        """Send a letter; return whether its copy went too, and the names of files that it had to leave behind."""
        letter, proposal = claimed.mail.letter, claimed.mail.proposal
        if self._server is None or proposal is None:
            raise NotTaken(Why.OFF, later=False)
        enclosed = await self._attach(letter, proposal)
        _, address = parseaddr(self._sender)
        message_id = f"<{claimed.id}.lots@{address.rpartition('@')[2]}>"
        content = mail(letter, enclosed.files, self._sender, message_id, self._now())
        envelope = Envelope(address, letter.to, letter.copy_to, claimed.id)

        async def begin() -> None:
            if claimed.until is not None and self._now() > claimed.until:
                raise NotTaken(Why.TIME, later=False)
            if not await self._thread.run(self._begin, claimed.id):
                raise NotOurs

        return await hand_over(self._server, envelope, content, begin), enclosed.missing

    async def _look_into_postbox(self) -> None:
        """Read what has come back, and keep what it says of letters."""
        if self._postbox is None:
            return
        for file, content in await asyncio.to_thread(lambda box: list(box.new()), self._postbox):
            found = _read(content)
            known = found is not None and await self._thread.run(self._reported, found)
            log().info("a message came back", about_a_letter=known)
            self.heed(self._now())
            await asyncio.to_thread(self._postbox.remove if known else self._postbox.leave, file)

    def _reported(self, found: Returned) -> bool:
        with self._database.transaction() as work:
            sent = work.mails.of(found.id)
            if sent is None:
                return False
            # That the copy to the association did not come through says nothing of the registrar.
            if sent.letter.copy_to and found.whom == sent.letter.copy_to.casefold() != sent.letter.to.casefold():
                return True
            fate = found.fate or Fate.ACCEPTED
            news = MailNews(found.id, "", fate, self._now(), found.why, found.said, answer=found.answer)
            return work.mails.reported(news)

    def _news(self, claimed: MailToSend, fate: Fate) -> MailNews:
        return MailNews(claimed.id, claimed.proposal, fate, self._now())

    def _claim(self) -> MailToSend | None:
        with self._database.transaction() as work:
            if left := work.mails.recover(self._now()):
                log().error("a process ended while letters left; nobody can tell whether they were taken", letters=left)
            return work.mails.claim(self._now())

    def _begin(self, mail_id: str) -> bool:
        with self._database.transaction() as work:
            return work.mails.begin(mail_id)

    def _later(self, mail_id: str, at: datetime) -> None:
        with self._database.transaction() as work:
            work.mails.later(mail_id, at)

    def _let_go(self, mail_id: str) -> None:
        with self._database.transaction() as work:
            work.mails.let_go(mail_id, self._now(), self._now() + PAUSES[-1])

    def _end(self) -> None:
        with self._database.transaction() as work:
            for news in self._untold:
                work.mails.end(news)
        self._untold.clear()


def _read(content: bytes) -> Returned | None:
    try:
        return returned(content)
    except Exception as error:  # noqa: BLE001 - whatever somebody has sent, it concerns this message alone
        log().warning("a message that came back cannot be read", why=where(error))
        return None


def _worth_telling(refusal: NotTaken) -> str:
    """What a server said, where a person can use it: not of a line that broke, nor of how Lots logs in."""
    return "" if refusal.why in (Why.AWAY, Why.LOGIN, Why.OFF, Why.TIME) else refusal.said
