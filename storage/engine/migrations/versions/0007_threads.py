"""Each case has a topic of its own in a group that has topics, and it is known which groups do."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MADE = sa.text("number <> 0")


def upgrade() -> None:
    op.create_table(
        "threads",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "reference", name="pk_threads"),
    )
    op.create_index(
        "ix_threads_number", "threads", ["chat", "number"], unique=True, sqlite_where=MADE, postgresql_where=MADE
    )
    op.create_table(
        "groups",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_groups"),
    )
