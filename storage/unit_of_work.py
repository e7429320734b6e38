"""One transaction with all its repositories, and what concerns a chat as a whole.

It begins and ends in `database.py`. Everything read here is a frozen value; no row and no statement leaves.
"""

from typing import Any

from sqlalchemy import Connection

from storage.encryption.vault import Vault
from storage.engine.presence import Presence
from storage.repositories.cases import Cases
from storage.repositories.inbox import Inbox
from storage.repositories.outbox import Outbox
from storage.repositories.posts import Posts
from storage.repositories.proposals import Proposals
from storage.repositories.reminders import Reminders
from storage.repositories.sessions import Sessions


class UnitOfWork:
    """The repositories of one transaction, which is committed or undone as a whole."""

    def __init__(self, connection: Connection, vault: Vault, presence: Presence) -> None:
        self._connection = connection
        self.inbox = Inbox(connection, vault)
        self.sessions = Sessions(connection, vault)
        self.proposals = Proposals(connection, vault)
        self.cases = Cases(connection, vault)
        self.reminders = Reminders(connection)
        self.posts = Posts(connection, vault)
        self.outbox = Outbox(connection, vault, self.posts, presence)

    def everything(self, chat: int) -> dict[str, Any]:
        """Return all that is kept about a chat as plain data, for an export."""
        return {
            "sessions": self.sessions.everything(chat),
            "proposals": self.proposals.everything(chat),
            "cases": self.cases.everything(chat),
            "reminders": self.reminders.everything(chat),
            "received": self.inbox.everything(chat),
            "unsent": self.outbox.everything(chat),
            "messages": self.posts.everything(chat),
        }

    def erase(self, chat: int) -> None:
        """Remove all that is kept about a chat. Cases stay with the municipality, without the link to the
        chat.

        What this transaction adds afterwards stays, so say goodbye after erasing. Raise `LostRace`.
        """
        self.cases.erase(chat)
        self.sessions.erase(chat)
        self.proposals.erase(chat)
        self.reminders.erase(chat)
        self.inbox.erase(chat)
        self.outbox.erase(chat)
        self.posts.erase(chat)

    def shut_out(self, chat: int) -> None:
        """Take away the reminders of a chat that has blocked the bot, and remember that; what it wrote stays.

        Raise `LostRace`.
        """
        self.reminders.cancel(chat)
        known = self.sessions.load([(chat, chat)])
        self.sessions.save([session.but(away=True) for session in known.values()])

    def move_chat(self, chat: int, to: int) -> None:
        """Let all that belongs to a group go on in the supergroup it has become. Raise `LostRace`.

        Posts stay behind: their message ids mean nothing in the new group.
        """
        self.cases.move(chat, to)
        self.sessions.move(chat, to)
        self.proposals.move(chat, to)
        self.reminders.move(chat, to)
        self.outbox.move(chat, to)
