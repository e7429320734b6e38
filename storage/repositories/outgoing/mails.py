"""Letters to the registrar that Lots was told to send: each at most once, and what became of it.

States: the fates of `dialogs/records/letters/mailing.py`, and one for a letter that a process has claimed. A letter
whose process ended goes again if its content had surely not begun to leave; otherwise its fate is unknown for good.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, or_, select, text, update

from dialogs.records.letters.mailing import Fate, MailNews
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.presence import Presence
from storage.engine.running.executor import Executor
from storage.engine.statements import change_all
from storage.engine.tables import MAILS_OPEN, MAILS_UNTOLD, mails
from storage.queue_items import Mail, MailToSend
from storage.repositories.damage import Damage
from storage.repositories.outgoing.outbox import GRACE, LEASE, LONGEST_WAIT

DATA = "mails.data"
NEWS = "mails.news"
SENDING = "sending"
STATES = (SENDING, *(fate.value for fate in Fate))
REPORTED = (Fate.ACCEPTED, Fate.DELIVERED, Fate.UNKNOWN)
"""What a report or an answer may come to: of a letter that was surely not sent there is none."""

_ADD = insert(mails)
_at = mails.c.id == bindparam("of_id")
_open = text(MAILS_OPEN)
_NEXT = (
    select(mails.c.id)
    .where(
        _open,
        mails.c.state == Fate.WAITING.value,
        or_(mails.c.due_at <= bindparam("now"), mails.c.due_at > bindparam("too_late")),
    )
    .order_by(mails.c.due_at, mails.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(mails)
    .where(mails.c.id.in_(_NEXT))
    .values(
        state=SENDING,
        attempts=mails.c.attempts + 1,
        claimed_by=bindparam("worker"),
        claimed_at=bindparam("now"),
        begun=False,
    )
    .returning(mails)
)
_GIVE_UP = update(mails).where(_at).values(state=Fate.REFUSED.value)
_ours = and_(_at, mails.c.state == SENDING, mails.c.claimed_by == bindparam("worker"))
_CLAIMED = select(mails).where(_ours)
_BEGIN = update(mails).where(_ours).values(begun=True)
_LATER = update(mails).where(_ours).values(state=Fate.WAITING.value, due_at=bindparam("at"), begun=False)
_END = update(mails).where(_at).values(state=bindparam("to"), told=False, data=bindparam("kept"), news=bindparam("new"))
_elsewhere = and_(_open, text("mails.state = 'sending' AND claimed_by <> :worker"))
_LEFT = {
    # The process lock says that every other process is gone.
    "sqlite": select(mails).where(_elsewhere),
    # A process that is there holds an advisory lock with its number.
    "postgresql": select(mails)
    .where(
        _elsewhere,
        text(
            "(claimed_at < :stuck OR claimed_at NOT BETWEEN :recent AND :now AND NOT EXISTS ("
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = CAST(:space AS oid)"
            " AND objid = CAST(mails.claimed_by AS oid)"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))"
        ),
    )
    .with_for_update(skip_locked=True),
}
_PUT_BACK = update(mails).where(_at).values(state=Fate.WAITING.value, due_at=bindparam("at"))
_ONE = select(mails).where(_at).with_for_update()
_untold = select(mails).where(text(MAILS_UNTOLD)).order_by(mails.c.id).limit(bindparam("limit"))
_UNTOLD = _untold.with_for_update(skip_locked=True)
_TOLD = update(mails).where(mails.c.id.in_(bindparam("ids", expanding=True))).values(told=True, news=None)
_OF = select(mails).where(mails.c.chat == bindparam("of_chat")).order_by(mails.c.id)
_ERASE = delete(mails).where(mails.c.chat == bindparam("of_chat"))
_over = mails.c.state.not_in([Fate.WAITING.value, SENDING])
_old = select(mails.c.id).where(mails.c.due_at < bindparam("before"), _over)
_PURGE = delete(mails).where(mails.c.id.in_(_old.limit(bindparam("limit"))))


class Mails:
    """The letters of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, presence: Presence, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._presence = presence
        self._damage = Damage() if damage is None else damage
        self.added = False
        """Whether a letter was let wait in this transaction."""

    def add(self, letters: Sequence[MailToSend], now: datetime) -> None:
        """Let letters wait to be sent."""
        rows = [
            {
                "id": item.id,
                "chat": item.chat,
                "proposal": item.proposal,
                "state": Fate.WAITING.value,
                "due_at": now,
                "until": item.until,
                "begun": False,
                "told": True,
                "data": self._vault.lock(item.mail, DATA),
            }
            for item in letters
        ]
        change_all(self._connection, _ADD, rows)
        self.added = self.added or bool(rows)

    def claim(self, now: datetime) -> MailToSend | None:
        """Take the next letter for sending, None if none is due. Commit before anything leaves.

        One that is damaged is refused here; `lots db check` names it.
        """
        times = {"now": now, "too_late": now + LONGEST_WAIT}
        row = self._connection.execute(_CLAIM, {**times, "worker": self._presence.worker}).one_or_none()
        if row is None:
            return None
        found = next((mail for _, mail in self._damage.sound([row], self.read)), None)
        if found is None:
            self._connection.execute(_GIVE_UP, {"of_id": row.id})
            return None
        return MailToSend(row.id, row.chat, row.proposal, row.until, found, row.attempts)

    def begin(self, mail_id: str) -> bool:
        """Note that the content of a claimed letter begins to leave; False if it is not ours to send any more."""
        return bool(self._connection.execute(_BEGIN, self._mine(mail_id)).rowcount)

    def later(self, mail_id: str, at: datetime) -> None:
        """Let a claimed letter that was surely not sent wait until a time."""
        self._connection.execute(_LATER, {**self._mine(mail_id), "at": at})

    def let_go(self, mail_id: str, now: datetime, at: datetime) -> None:
        """Give up on a claimed letter that could not be dealt with: it waits until `at` if it surely did not go."""
        row = self._connection.execute(_CLAIMED, self._mine(mail_id)).one_or_none()
        if row is not None:
            self._left(row, now, at)

    def end(self, news: MailNews) -> None:
        """Note what became of a letter, to be told in its chat. What it carried is forgotten."""
        row = self._connection.execute(_ONE, {"of_id": news.id}).one_or_none()
        if row is not None:
            self._write(row, news)

    def of(self, mail_id: str) -> Mail | None:
        """Return a letter, None if there is none such or it is damaged."""
        rows = self._connection.execute(_ONE, {"of_id": mail_id}).all()
        return next((mail for _, mail in self._damage.sound(rows, self.read)), None)

    def reported(self, news: MailNews) -> bool:
        """Note what has come back of a letter that may have been sent; False if there is none such.

        What came back is not taken back by a better report after it; an answer leaves the fate as it is. Which proposal
        it is about is known here.
        """
        row = self._connection.execute(_ONE, {"of_id": news.id}).one_or_none()
        if row is None or row.state not in REPORTED:
            return False
        known = news.but(proposal=row.proposal)
        self._write(row, known.but(fate=Fate(row.state)) if news.answer else known)
        return True

    def recover(self, now: datetime) -> int:
        """Take up what ended processes left half sent; return how many letters are in doubt by it."""
        times = {"now": now, "recent": now - GRACE, "stuck": now - LEASE}
        whose = {"worker": self._presence.worker, "space": self._presence.space}
        rows = self._connection.execute(_LEFT[self._connection.dialect.name], {**times, **whose}).all()
        for row in rows:
            self._left(row, now, now)
        return sum(row.begun for row in rows)

    def news(self, limit: int) -> tuple[tuple[int, MailNews], ...]:
        """Return what was not told yet, each with its chat. Call `told` for each in the same transaction."""
        rows = self._connection.execute(_UNTOLD, {"limit": limit}).all()
        return tuple((row.chat, news) for row, news in self._damage.sound(rows, self.read_news) if news is not None)

    def told(self, ids: Collection[str]) -> None:
        """Note that what is known of letters was told."""
        self._connection.execute(_TOLD, {"ids": list(ids)})

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's letters as plain data, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [{"state": row.state, **to_json(mail.letter)} for row, mail in self._damage.sound(rows, self.read)]

    def erase(self, chat: int) -> None:
        """Remove a chat's letters; what is not sent yet is never sent."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def purge(self, before: datetime, limit: int) -> int:
        """Forget letters that went or failed before a time; return how many."""
        return self._connection.execute(_PURGE, {"before": before, "limit": limit}).rowcount

    def read(self, row: Any) -> Mail:
        """Return the letter of a row. Raise `DamagedValue`."""
        return self._vault.unlock(row.data, DATA, Mail, row.id)

    def read_news(self, row: Any) -> MailNews | None:
        """Return what is to be told of a row. Raise `DamagedValue`."""
        return self._vault.unlock(row.news, NEWS, MailNews, row.id) if row.news is not None else None

    def _left(self, row: Any, now: datetime, at: datetime) -> None:
        if row.begun:
            self._write(row, MailNews(row.id, row.proposal, Fate.UNKNOWN, now))
        else:
            self._connection.execute(_PUT_BACK, {"of_id": row.id, "at": at})

    def _write(self, row: Any, news: MailNews) -> None:
        kept = self._vault.lock(self.read(row).but(proposal=None), DATA)
        self._connection.execute(
            _END, {"of_id": row.id, "to": news.fate.value, "kept": kept, "new": self._vault.lock(news, NEWS)}
        )

    def _mine(self, mail_id: str) -> dict[str, Any]:
        return {"of_id": mail_id, "worker": self._presence.worker}
