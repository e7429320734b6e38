"""One transaction with all its repositories, and what concerns a chat as a whole.

It begins and ends in `database.py`. Everything read here is a frozen value; no row and no statement leaves.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from dialogs.conversation.session import Session
from dialogs.records import shut_out
from storage.encryption.vault import Vault
from storage.engine.presence import Presence
from storage.engine.running.executor import Executor
from storage.repositories.accesses import Accesses
from storage.repositories.calls import Calls
from storage.repositories.cases import Cases
from storage.repositories.corrections import Corrections
from storage.repositories.damage import Damage
from storage.repositories.desks import Desks
from storage.repositories.inbox import Inbox
from storage.repositories.outgoing.mails import Mails
from storage.repositories.outgoing.outbox import Outbox
from storage.repositories.outgoing.posts import Posts
from storage.repositories.outgoing.threads import Threads
from storage.repositories.proposals import Proposals
from storage.repositories.reminders import Reminders
from storage.repositories.sessions import Sessions
from storage.repositories.together.answer_changes import AnswerChanges
from storage.repositories.together.sharings import Sharings
from storage.repositories.vital_signs import VitalSigns, vital_signs, write_proof


class UnitOfWork:
    """The repositories of one transaction, which is committed or undone as a whole."""

    def __init__(self, connection: Executor, vault: Vault, presence: Presence) -> None:
        self._connection = connection
        self.inbox = Inbox(connection, vault, self.damage)
        self.sessions = Sessions(connection, vault, self.damage)
        self.proposals = Proposals(connection, vault, self.damage)
        self.cases = Cases(connection, vault, self.damage)
        self.reminders = Reminders(connection)
        self.posts = Posts(connection, vault, self.damage)
        self.outbox = Outbox(connection, vault, self.posts, presence, self.damage)
        self.mails = Mails(connection, vault, presence, self.damage)
        self.corrections = Corrections(connection, vault, self.damage)
        self.desks = Desks(connection, vault, self.damage)
        self.calls = Calls(connection, vault, self.damage)
        self.threads = Threads(connection)
        self.accesses = Accesses(connection)
        self.sharings = Sharings(connection, vault, self.damage)
        self.answer_changes = AnswerChanges(connection, vault, self.damage)

    @cached_property
    def damage(self) -> Damage:
        """What could not be read in this transaction."""
        return Damage()

    def ask(self, keys: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]) -> None:
        """Say that a batch will soon want what is known of sessions (chat, user) and their chats, and of messages
        (chat, message id), and that it will answer them. Where the server is far they are asked for together.
        """
        chats = list(dict.fromkeys(chat for chat, _ in keys))
        self.calls.ask()
        self.sessions.ask(keys)
        self.posts.ask(places)
        self.proposals.ask(chats)
        self.sharings.ask(chats)
        self.cases.ask(chats)
        self.outbox.ask(chats)

    def everything(self, chat: int) -> dict[str, Any]:
        """Return all that is kept about a chat as plain data, for an export; of what is damaged where it stands."""
        readable = self._readable(chat)
        damaged = [str(error) for error in self.damage.listed()]
        return {**readable, "unreadable": damaged} if damaged else readable

    def _readable(self, chat: int) -> dict[str, Any]:
        return {
            "sessions": self.sessions.everything(chat),
            "proposals": self.proposals.everything(chat),
            "cases": self.cases.everything(chat),
            "reminders": self.reminders.everything(chat),
            "received": self.inbox.everything(chat),
            "unsent": self.outbox.everything(chat),
            "messages": self.posts.everything(chat),
            "mails": self.mails.everything(chat),
            "corrections": self.corrections.everything(chat),
            "accesses": self.accesses.everything(chat),
            "shared": self.sharings.everything(chat),
            "earlier_answers": self.answer_changes.everything(chat),
        }

    def vital_signs(self, since: datetime) -> VitalSigns:
        """Return what tells whether people are being answered; failures count from an instant of real time on."""
        return vital_signs(self._connection, since)

    def write_proof(self, now: datetime) -> None:
        """Write one small row, which proves that the database can be written. Raise `StorageError` with the commit."""
        write_proof(self._connection, now)

    def erase(self, chat: int) -> None:
        """Remove all that is kept about a chat. Cases stay with the municipality, without the link to the
        chat; of a navigator the desks forget the name.

        What this transaction adds afterwards stays, so say goodbye after erasing. Raise `LostRace`.
        """
        self.cases.erase(chat)
        self.sessions.erase(chat)
        self.proposals.erase(chat)
        self.sharings.erase(chat)
        self.answer_changes.erase(chat)
        self.reminders.erase(chat)
        self.inbox.erase(chat)
        self.outbox.erase(chat)
        self.posts.erase(chat)
        self.mails.erase(chat)
        self.corrections.erase(chat)
        self.desks.forget(chat)

    def shut_out(self, chat: int, now: datetime) -> None:
        """Take away the reminders of a chat that has shut the bot out, and remember that; what it wrote stays, and its
        cases are to know of it.

        A group, whose number is negative, has a session of its own for that. Raise `LostRace`.
        """
        self.reminders.cancel(chat)
        known = self.sessions.load([(chat, chat)])
        listed = known or ({(chat, chat): Session(chat, chat)} if chat < 0 else {})
        away = [session.shut_out(now) for session in listed.values()]
        self.sessions.save([session for session in away if session not in listed.values()])
        if chat > 0:
            self.reminders.add([shut_out.noticed(chat, session.away_since or now, now) for session in away])

    def move_chat(self, chat: int, to: int) -> None:
        """Let all that belongs to a group go on in the supergroup it has become. Raise `LostRace`.

        Posts and topics stay behind: their numbers mean nothing in the new group.
        """
        self.cases.move(chat, to)
        self.sessions.move(chat, to)
        self.proposals.move(chat, to)
        self.reminders.move(chat, to)
        self.outbox.move(chat, to)
