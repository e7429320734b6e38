"""The tables, their columns and their indexes: what is plain, what is encrypted, what must be unique.

Columns of type `Sealed` hold encrypted bytes. Repositories write the statements; migrations make the tables.
A condition of a partial index is written as text here and in the statements, because SQLite uses such an
index only where the query repeats its very words.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

Sealed = LargeBinary
Number = BigInteger().with_variant(Integer(), "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware time, in UTC on both databases; SQLite alone would forget the zone.

    What SQLite keeps is a text: one that is no time is read as none, for it concerns its own row alone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a time without a zone: it would be read as another instant elsewhere."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC) if value is not None else None

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Return what reads a column's value."""
        read = super().result_processor(dialect, coltype)

        def read_or_none(value: Any) -> datetime | None:
            try:
                return read(value) if read is not None else value
            except (ValueError, TypeError):
                return None

        return read_or_none

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def partial(name: str, condition: str, *columns: Column[Any], unique: bool = False) -> Index:
    """Return an index over the rows of a condition, on both databases."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))


# A few values by name: the offset of the next update, and the proof of the key. The table was named by the first
# release.
key_values = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# The row that proves the key: an encrypted constant.
KEY = "key"

inbox = Table(
    "inbox",
    metadata,
    Column("seq", Number, primary_key=True),
    Column("update_id", BigInteger, nullable=False),
    # The same number with another content is another update: Telegram may start its numbers anew.
    Column("fingerprint", LargeBinary, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("body", Sealed),
    Column("at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("error", Sealed),
    UniqueConstraint("update_id", "fingerprint"),
    sqlite_autoincrement=True,
)
INBOX_WAITING = "state = 'waiting'"
INBOX_DONE = "state = 'done'"
INBOX_FAILED = "state = 'failed'"
partial("ix_inbox_waiting", INBOX_WAITING, inbox.c.seq)
partial("ix_inbox_waiting_chat", INBOX_WAITING, inbox.c.chat, inbox.c.seq)
partial("ix_inbox_done", INBOX_DONE, inbox.c.at)
partial("ix_inbox_failed", INBOX_FAILED, inbox.c.seq)

sessions = Table(
    "sessions",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("user", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("data", Sealed, nullable=False),
    # Room on each page lets PostgreSQL change a session in place, without touching the index.
    postgresql_with={"fillfactor": 80},
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("municipality", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("created_at", Instant),
    Column("changed_at", Instant),
    Column("data", Sealed, nullable=False),
    Column("version", Integer, server_default="0", nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("reference", Text, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    Column("version", Integer, nullable=False),
    Column("data", Sealed, nullable=False),
    Index("ix_cases_municipality_opened_at", "municipality", "opened_at"),
)
CASES_LINKED = "chat <> 0"
partial("ix_cases_chat", CASES_LINKED, cases.c.chat)
CASES_OPEN = "closed_at IS NULL"
partial("ix_cases_open", CASES_OPEN, cases.c.municipality, cases.c.opened_at, cases.c.reference)

messages = Table(
    "messages",
    metadata,
    Column("id", Number, primary_key=True),
    Column("reference", ForeignKey(cases.c.reference, ondelete="CASCADE"), nullable=False),
    Column("data", Sealed, nullable=False),
    Index("ix_messages_reference_id", "reference", "id"),
    sqlite_autoincrement=True,
)

reminders = Table(
    "reminders",
    metadata,
    Column("key", Text, primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("due_at", Instant, nullable=False),
    Column("wall", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("fired_at", Instant),
    # Of the municipality's clock, as the zone data calls it.
    Column("zone", Text, nullable=False, server_default=""),
    # Of one that fired: that it was said, or why not.
    Column("outcome", Text, nullable=False, server_default=""),
)
REMINDERS_WAITING = "fired_at IS NULL"
partial("ix_reminders_due", REMINDERS_WAITING, reminders.c.due_at, reminders.c.key)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Number, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    # The lowest leaves its chat first (outbox_ranks.py).
    Column("rank", SmallInteger, nullable=False),
    Column("key", Text, unique=True),
    Column("about", Text, nullable=False),
    Column("card", Boolean, nullable=False),
    Column("data", Sealed),
    Column("state", Text, nullable=False, server_default="pending"),
    # Empty: at once. The clock belongs to the edge.
    Column("due_at", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("doubts", Integer, nullable=False, server_default="0"),
    Column("claimed_by", Integer),
    Column("claimed_at", Instant),
    Column("error", Sealed),
    # The case in whose turn it leaves a group.
    Column("lane", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
OUTBOX_OPEN = "state <> 'sent'"
OUTBOX_SENT = "state = 'sent'"
partial("ix_outbox_queue", OUTBOX_OPEN, outbox.c.state, outbox.c.rank, outbox.c.seq)
partial("ix_outbox_chat", OUTBOX_OPEN, outbox.c.chat, outbox.c.state, outbox.c.rank, outbox.c.seq)
OUTBOX_IN_GROUP = "chat < 0 AND state IN ('pending', 'sending')"
partial("ix_outbox_group", OUTBOX_IN_GROUP, outbox.c.chat, outbox.c.lane, outbox.c.rank)
partial("ix_outbox_sent", OUTBOX_SENT, outbox.c.claimed_at)

posts = Table(
    "posts",
    metadata,
    Column("seq", Number, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("about", Text, nullable=False),
    Column("card", Boolean, nullable=False),
    Column("offers", Sealed, nullable=False),
    UniqueConstraint("chat", "message_id"),
    sqlite_autoincrement=True,
)
POSTS_CARD = "card"
partial("ix_posts_card", POSTS_CARD, posts.c.about, posts.c.seq)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    # ISO dates, which stand in the order of time.
    Column("day", Text, nullable=False, index=True),
    Column("data", Sealed, nullable=False),
)

# The topics of cases in groups; number 0 where there is none now.
threads = Table(
    "threads",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("reference", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("failed", Integer, nullable=False),
)
THREADS_MADE = "number <> 0"
partial("ix_threads_number", THREADS_MADE, threads.c.chat, threads.c.number, unique=True)

# Which staff groups have topics, as Telegram last told.
groups = Table(
    "groups",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("topics", Text, nullable=False),
)

desks = Table(
    "desks",
    metadata,
    Column("municipality", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("data", Sealed, nullable=False),
)

# Calls for proposals as navigators have set them.
calls = Table(
    "calls",
    metadata,
    Column("municipality", Text, primary_key=True),
    Column("round", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("data", Sealed, nullable=False),
)

# Who saw which case or did what with it.
accesses = Table(
    "accesses",
    metadata,
    Column("seq", Number, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("reference", Text, nullable=False),
    Column("user", BigInteger, nullable=False, index=True),
    Column("act", Text, nullable=False),
    Index("ix_accesses_reference_seq", "reference", "seq"),
    sqlite_autoincrement=True,
)

# Who takes part in a proposal; it goes with the proposal.
sharings = Table(
    "sharings",
    metadata,
    Column("proposal", ForeignKey(proposals.c.id, ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("data", Sealed, nullable=False),
)

# The same people, the owner among them, to be found by their chats.
participants = Table(
    "participants",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("proposal", ForeignKey(proposals.c.id, ondelete="CASCADE"), primary_key=True, index=True),
)

# Invitations that were not used yet, by the hashes of their tokens.
invitations = Table(
    "invitations",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("proposal", ForeignKey(proposals.c.id, ondelete="CASCADE"), nullable=False, index=True),
)

# Answers that do not stand any more, with who wrote them.
answer_changes = Table(
    "answer_changes",
    metadata,
    Column("seq", Number, primary_key=True),
    Column("proposal", ForeignKey(proposals.c.id, ondelete="CASCADE"), nullable=False),
    Column("user", BigInteger, nullable=False, index=True),
    Column("data", Sealed, nullable=False),
    Index("ix_answer_changes_proposal_seq", "proposal", "seq"),
    sqlite_autoincrement=True,
)
# Letters to the registrar that Lots was told to send.
mails = Table(
    "mails",
    metadata,
    Column("id", Text, primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("proposal", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    # When it is too late for it; empty for never.
    Column("until", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("claimed_by", Integer),
    Column("claimed_at", Instant),
    # Whether its content has begun to leave: what is then cut short may have arrived.
    Column("begun", Boolean, nullable=False),
    # Whether what is known of it was said in its chat.
    Column("told", Boolean, nullable=False),
    Column("data", Sealed, nullable=False),
    Column("news", Sealed),
)
MAILS_OPEN = "state IN ('waiting', 'sending')"
MAILS_UNTOLD = "NOT told"
partial("ix_mails_open", MAILS_OPEN, mails.c.state, mails.c.due_at)
partial("ix_mails_untold", MAILS_UNTOLD, mails.c.id)
