"""The first tables: queues in and out, sessions, proposals, cases, reminders, posts.

A revision never changes once it is released, so it says everything itself and takes nothing from `engine/tables.py`.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

INSTANT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Rows of the queues change often and die young: PostgreSQL shall tidy up early.
QUEUE = {"sqlite_autoincrement": True, "postgresql_with": {"autovacuum_vacuum_scale_factor": 0.02}}
ROOMY = {"postgresql_with": {"fillfactor": 80}}


def upgrade() -> None:
    _marks()
    _inbox()
    _sessions()
    _proposals()
    _cases()
    _reminders()
    _outbox()
    _posts()


def _marks() -> None:
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("error", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("update_id", "fingerprint", name="uq_inbox_update_id_fingerprint"),
        **QUEUE,
    )
    _index("ix_inbox_waiting", "inbox", ["seq"], "state = 'waiting'")
    _index("ix_inbox_waiting_chat", "inbox", ["chat", "seq"], "state = 'waiting'")
    _index("ix_inbox_done", "inbox", ["at"], "state = 'done'")
    _index("ix_inbox_failed", "inbox", ["seq"], "state = 'failed'")


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "user", name="pk_sessions"),
        **ROOMY,
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT),
        sa.Column("changed_at", INSTANT),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    _index("ix_proposals_chat", "proposals", ["chat"])


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("reference", name="pk_cases"),
    )
    _index("ix_cases_chat", "cases", ["chat"], "chat <> 0")
    _index("ix_cases_open", "cases", ["municipality", "opened_at", "reference"], "closed_at IS NULL")
    op.create_table(
        "messages",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.ForeignKeyConstraint(["reference"], ["cases.reference"], name="fk_messages_reference", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    _index("ix_messages_reference_id", "messages", ["reference", "id"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("wall", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("fired_at", INSTANT),
        sa.PrimaryKeyConstraint("key", name="pk_reminders"),
    )
    _index("ix_reminders_chat", "reminders", ["chat"])
    _index("ix_reminders_subject", "reminders", ["subject"])
    _index("ix_reminders_due", "reminders", ["due_at", "key"], "fired_at IS NULL")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("card", sa.Boolean(), nullable=False),
        sa.Column("data", sa.LargeBinary()),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("due_at", INSTANT),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("doubts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claimed_by", sa.Integer()),
        sa.Column("claimed_at", INSTANT),
        sa.Column("error", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        **QUEUE,
    )
    _index("ix_outbox_queue", "outbox", ["state", "rank", "seq"], "state <> 'sent'")
    _index("ix_outbox_chat", "outbox", ["chat", "state", "rank", "seq"], "state <> 'sent'")
    _index("ix_outbox_sent", "outbox", ["claimed_at"], "state = 'sent'")


def _posts() -> None:
    op.create_table(
        "posts",
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("card", sa.Boolean(), nullable=False),
        sa.Column("offers", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_posts"),
        sa.UniqueConstraint("chat", "message_id", name="uq_posts_chat_message_id"),
        sqlite_autoincrement=True,
    )
    _index("ix_posts_card", "posts", ["about", "seq"], "card")


def _index(name: str, table: str, columns: list[str], condition: str = "") -> None:
    where: dict[str, Any] = {}
    if condition:
        where = {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
    op.create_index(name, table, columns, **where)
